## Sortir un film

choice-share = Partager
choice-watch-page = Ouvrir sa page
choice-unshare = Retirer le lien
menu-another-format = Autre format
menu-another-language = Autre langue
choice-no-language = Autre langue…
no-translator = Mettre un film dans une autre langue demande un modèle d’écriture, et aucun n’est connecté ici : la personne qui gère ce service peut définir SYSRAI_OPENAI_API_KEY. Autres formats, sous-titres et fichiers marchent sans.
error-no-translator = Je ne peux pas mettre de films en { $language } ici : il faut un modèle d’écriture, et aucun n’est connecté. Rien n’a été changé.
cut-coming = Ton film en { $language }, { $format } : je le monte à partir des mêmes prises, sans nouveau rendu.
cut-translating = Ton film en { $language }, { $format } : ses répliques sont en cours de traduction, puis je le monte à partir des mêmes prises.
cut-progress = { $percent } %
cut-failed = Ton film en { $language }, { $format }, n’a pas abouti.
cut-dubbed = Voix, sous-titres et titres sont en { $language }.
cut-subtitled = Titres et sous-titres sont en { $language }. Les voix restent telles quelles : personne ici ne parle cette langue.
cut-too-long = { $place } accepte les films jusqu’à { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 } ; celui-ci est plus long.
choice-files = Fichiers de montage
choice-subtitles-vtt = En WebVTT, pour le web
choice-subtitles-ass = En ASS, pour le montage
choice-kit = Tout télécharger, { $size } Mo
kit-coming = Je rassemble tout ce qu’il faut pour monter. Ça prend un moment.
kit-here = Tout de ce film, { $size } Mo : ouvre-le dans n’importe quel logiciel de montage et continue à partir de là.
kit-parts = Listes de montage (OTIO, FCPXML, EDL) avec leurs plans, voix et musique ; le scénario en Fountain, FDX et PDF ; le storyboard ; les sous-titres ; le film.
kit-file = Fichiers de montage
share-here = Toute personne qui a ce lien peut voir le film, sans compte. Il est valable { $days } jours ; tu peux le retirer à tout moment.
film-on-its-page = Il est trop gros pour cet endroit. On peut le voir sur sa page :
share-over = Le lien qui était ici est retiré.
share-taken-back = Le lien est retiré : il n’ouvre plus rien. Partage de nouveau le film et il en recevra un autre.

## La page du film

watch-by = Un film de { $names }
watch-with-ai = Fait avec l’IA
watch-with-ai-long = Ce film a été fait avec l’IA par Sysrai : son histoire, ses images, ses voix et sa musique.
watch-signed-operator = Le fichier porte des Content Credentials qui l’attestent.
watch-signed-test = Le fichier porte des Content Credentials qui l’attestent, signées avec un certificat de test.
watch-play = Lecture
watch-pause = Pause
watch-mute = Couper le son
watch-unmute = Remettre le son
watch-volume = Volume
watch-seek = Position dans le film
watch-position = { $at } sur { $of }
watch-full = Plein écran
watch-full-leave = Quitter le plein écran
watch-subtitles = Sous-titres
watch-subtitles-off = Aucun
watch-version = Version
watch-version-go = Afficher
watch-storyboard = Storyboard
watch-shot = Plan { $number }, à { $at }
watch-chapters = Chapitres
watch-download-size = Télécharger, { $size } Mo
watch-download-subtitles = Sous-titres en fichier
watch-share = Copier le lien
watch-shared = Lien copié
watch-keys = Touches : espace pour la lecture, flèches pour cinq secondes, C sous-titres, M son, F plein écran.
watch-skip = Aller au film
watch-player = Lecteur
watch-report = Signaler ce film
watch-report-hint = Ce que tu écris va à la personne qui gère cette installation. Rien d’autre n’est envoyé.
watch-report-reason = Ce qui ne va pas
watch-report-illegal = Il montre quelque chose d’illégal ou de nuisible
watch-report-person = Il me montre, moi ou quelqu’un que je connais, sans accord
watch-report-copyright = Il utilise mon travail
watch-report-other = Autre chose
watch-report-said = Dis-en plus, si tu veux
watch-report-contact = Comment te joindre, si tu veux
watch-report-send = Envoyer le signalement
watch-report-thanks = Merci. Le signalement est noté et sera examiné.
watch-report-wrong = Ce formulaire n’a pas pu être lu. Reviens en arrière et réessaie.
watch-broken = Le film ne se lit pas ici. Tu peux le télécharger à la place.
watch-unknown-title = Rien à voir ici
watch-unknown = Ce lien n’ouvre aucun film. Une lettre s’est peut-être perdue en route : demande-le encore une fois.
watch-over-title = Ce lien n’est plus valable
watch-over = Les liens vers les films expirent, et leurs auteurs peuvent les retirer. Demande-leur-en un nouveau.
watch-down-title = Ce film a été retiré
watch-down = La personne qui gère ce service l’a retiré. Son auteur peut lui demander pourquoi.
error-taken-down = La personne qui gère ce service a retiré ce film : plus rien n’en est remis. Ton scénario est toujours là.
