# Ce qu’une personne lit sur le chemin de l’idée au film.
# *gras* et _italique_ soulignent. Les arguments ne sont jamais du balisage.

## Début

welcome-title = Quel film on fait ?
welcome-how = Raconte-moi ton idée en une phrase. J’écris le scénario avec toi, je le dessine, je te le montre en mouvement et avec le son, et seulement alors je dis ce que coûte le rendu.
welcome-ai = Les films d’ici sont faits avec l’IA et signalés comme tels.
welcome-thanks = Avec plaisir.

brief-plan = J’en ferais { $kind } de *{ $length }*, format { $format }, en { $language }.
brief-hint = Ou dis-moi quoi changer : « deux minutes », « vertical », ou une autre idée.
brief-foreign = Ton idée est racontée en { $told }. Ici j’écris en { $language } : le film parlera { $language } et prendra tes mots tels quels.
brief-only = Ici, je ne peux écrire qu’en { $language } : le film parlera { $language }.
brief-idea-ask = Le film doit-il plutôt parler de « { $idea } » ?
brief-now = Noté : { $kind }, { $length }, format { $format }, en { $language }.
format-already = Il est déjà au format { $format }.

loglines-coming = Je cherche trois façons de le raconter…
loglines-ask = Trois films possibles. Lequel dois-je écrire ?
loglines-hint = Ou dis-moi ce qu’il faut y changer : « plus drôle », « sans la tempête ».

## Scénario

script-coming = J’écris. Les scènes s’affichent ici à mesure qu’elles viennent.
script-progress = scène { $done } sur { $total }
script-facts = { $scenes ->
    [one] { $scenes } scène
   *[other] { $scenes } scènes
 } · { $shots ->
    [one] { $shots } plan
   *[other] { $shots } plans
 } · { $length }
script-hint = v{ $version } · Ou dis-le simplement : « scène { $scene } : { $time } », « plus court »{ $cast ->
    [none] .
   *[some] , « renomme { $name } en { $other } ».
 }
scene-inside = intérieur :
scene-outside = extérieur :
page-of = Page { $page } sur { $pages }

answer-working = J’y travaille : « { $said } »
answer-working-quietly = Je le réécris…
answer-unclear = Je n’ai pas compris ceci : { $said }
answer-examples = Ce que je comprends, par exemple :
answer-render-goes-on = Le film dont le rendu est en cours reste comme convenu. Ceci vaut pour le prochain.
answer-not-counting = Ceci a été annulé, ou quelque chose de plus récent l’a remplacé.
example-1 = scène { $scene } : { $time }
example-2 = ajoute un plan de la mer à la fin
example-3 = le plan { $shot } doit durer 5 secondes
heard-waiting = J’écris encore. Je garde ça en tête et je le fais juste après.
said-changed-late = J’avais déjà continué avec tes premiers mots. Écris-moi ce qui doit changer maintenant.
still-writing = J’écris encore ; un instant, puis on y vient.
undone = Annulé ; la version { $version } compte de nouveau.
nothing-else-changed = Rien d’autre n’a changé.
nothing-changed = Rien n’a changé.
so-already = C’était déjà le cas ; rien n’a changé.
changes-more = { $count ->
    [one] Cela entraîne encore une chose.
   *[other] Cela entraîne encore { $count } choses.
 }

## Distribution

cast-title = La distribution de { $title }
cast-hint = Ou dis-moi : « renomme { $name } en { $other } », « { $name } porte un manteau rouge ».
cast-hint-nobody = On ne voit personne dans ce film. Dis-moi s’il faut quelqu’un.
cast-nobody = Ni personnes ni animaux : les lieux portent ce film.
cast-narrator = *Narration* · voix : { $texture }
cast-speaks = { $count ->
    [one] une réplique
   *[other] { $count } répliques
 }, voix : { $voice }
cast-silent = ne dit rien
cast-which-part = Quel rôle doit jouer { $name } ? Le rôle prend son nom, son apparence, son costume, sa couleur et sa voix.
cast-no-part = Aucun rôle de ce film ne convient à { $name } : l’histoire emploierait les mauvais mots.
portrait-alt = { $name } : { $look }
portrait-plain = un portrait
voices-coming = Tout le monde s’éclaircit la voix ; un instant.
voices-here = { $count ->
    [one] Une première réplique, telle qu’on l’entendra.
   *[other] Une première réplique de chaque voix, telle qu’on l’entendra.
 }
voices-narrator = Narration
voices-alt = La voix de { $name }
people-title = Les gens que tu connais de tes films
people-none = Personne encore. Dès qu’un film est validé, je retiens ses personnages pour le suivant.
people-hint = Dans un autre film, ils peuvent reprendre un rôle : choisis-les dans sa distribution.
people-forget-ask = Oublier { $name } ? Les films déjà faits restent tels quels.
people-forgotten = { $name } est sorti de ma mémoire.

## Storyboard

board-drawing = Je dessine le storyboard. C’est gratuit, et chaque case peut encore changer.
board-progress = case { $done } sur { $total }
board-title = { $first ->
    [one] Plans { $first } à { $last } sur { $shots }
   *[other] Plans { $first } à { $last } sur { $shots }
 }
board-hint = Choisis un plan pour le changer, ou dis-le simplement : « plan { $shot } plus serré », « supprime le plan { $last } ».
panel-alt = Plan { $number } : { $action }
shot-title = Plan { $number } sur { $shots }
shot-sound = Son : { $sound }

## Animatique

animatic-coming = Je mets le storyboard en mouvement, avec voix et musique. Gratuit.
animatic-progress = { $percent } %
animatic-ready = Ton storyboard en mouvement : *{ $length }*, avec voix et musique, gratuit.
animatic-hint = Regarde-la avant de dépenser quoi que ce soit. Ce qui te gêne maintenant te gênera plus tard.

## Devis

quote-title = Le rendu de { $title }
quote-was = Ici se trouvait le prix du rendu de { $title }.
quote-agreed = Convenu : { $title }, { $tier }, { $credits }.
quote-play = Crédits de jeu : ils sont offerts pour ce rendu et ne coûtent rien.
quote-tier = qualité
quote-credits = crédits
quote-ready = prêt dans
quote-have = Tu as { $have }.
quote-promise = Seuls les plans terminés sont débités. Un plan raté ne coûte rien, et ce qui ne sert pas revient.
quote-estimate = Les durées sont des estimations, le temps que d’autres films soient passés par ici.
quote-reused = { $count ->
    [one] Un des { $shots } plans a déjà été rendu et ne coûte rien.
   *[other] { $count } des { $shots } plans ont déjà été rendus et ne coûtent rien.
 }
quote-short = La qualité conseillée demande { $need } ; tu as { $have }. L’animatique reste à toi, gratuitement.
quote-nothing = Aucun rendu n’est possible ici pour le moment. L’animatique est gratuite et complète.
quote-no-plan = Ton forfait ne comprend aucune des qualités proposées ici. L’animatique est gratuite et complète.
budget-total = Avec { $most } au plus, le film coûte *{ $total }*, en { $tier } là où ça compte le plus.
budget-cheaper = { $count ->
    [one] Le plan { $shots } est rendu en { $tier } à la place.
   *[other] Les plans { $shots } sont rendus en { $tier } à la place.
 }
budget-drawn = { $count ->
    [one] Le plan { $shots } reste dessiné et ne coûte rien.
   *[other] Les plans { $shots } restent dessinés et ne coûtent rien.
 }
budget-nothing = C’est trop peu, même pour un seul plan.

## Rendu

card-shots = { $done }/{ $total } plans · { $percent } %
card-queued = Convenu. Ça commence dès qu’il y a de la place.
card-rendering = Le rendu des plans est en cours. Tu peux fermer ; je t’appelle quand le film est là.
card-cancelling = J’arrête. Ce qui est terminé est gardé ; le reste revient.
card-assembling = Tous les plans sont là. J’assemble le film.
card-paused = Les responsables de ce studio ont mis le rendu en pause. Ce qui est fait reste, ce qui est réservé reste à toi, et la suite viendra d’elle-même.
card-queue = { $place ->
    [1] C’est le prochain dans la file.
   *[other] Il est numéro { $place } dans la file.
 }
card-eta = Prêt dans { $wait }.
card-money = Mis de côté : { $held }, utilisé jusqu’ici : { $used }
card-scene-waiting = la scène { $number } attend
card-scene-rendering = scène { $number } : { $done }/{ $total }
card-scene-done = scène { $number } ✓
card-scenes-many = { $done } scènes sur { $total } sont là
card-stand-ins = { $count ->
    [one] Le plan { $shots } n’a pas pu être rendu. Sa case dessinée prend sa place, sans frais.
   *[other] Les plans { $shots } n’ont pas pu être rendus. Leurs cases dessinées prennent leur place, sans frais.
 }
card-done = { $rest ->
    [0] Terminé : les { $total } plans sont là. Débité : { $spent }.
   *[other] Terminé : { $done } plans sur { $total }. Débité : { $spent }, revenu : { $back }.
 }
card-cancelled-money = Arrêté après { $done } plans sur { $total }. Débité : { $spent }, revenu : { $back }.
card-failed-money = Rien n’a été débité ; { $held } sont revenus.
cancel-ask = Arrêter ce rendu ? Les plans terminés sont débités et arrivent en premier montage ; tout le reste revient.
cancel-stopping = J’arrête. Je te dis tout de suite ce qui était terminé et ce qui est revenu.
cancel-too-late = Tous les plans sont déjà là ; le film s’assemble et arrive dans un instant.
cancel-ended = Ce rendu est déjà fini.
nothing-to-cancel = Aucun rendu n’est en cours.

## Film

film-coming = Le film arrive.
film-money = { $rest ->
    [0] Débité : { $spent }.
   *[other] Débité : { $spent }, revenu : { $back }.
 }
film-free = Gratuit : ton storyboard en mouvement.
film-cancelled = Voici ce qui était terminé à l’arrêt : { $done } plans sur { $total }, le reste dessiné.
film-stand-ins = { $count ->
    [one] Le plan { $shots } est resté dessiné et n’a rien coûté.
   *[other] Les plans { $shots } sont restés dessinés et n’ont rien coûté.
 }
film-ai = Fait avec l’IA.
media-film = { $title }, le film
media-part = { $title }, partie { $number } sur { $total }
media-trailer = { $title }, une bande-annonce
media-poster = { $title }, l’affiche
media-sheet = { $title }, tous les plans sur une planche
file-screenplay = Le scénario de { $title }, en Fountain : tout logiciel d’écriture l’ouvre.
file-subtitles = Les sous-titres de { $title }.
file-sheet = Le storyboard de { $title } sur une planche.
receipt-title = Reçu du rendu { $number }
receipt-film = film
receipt-shots = plans
receipt-shots-value = { $done } sur { $total }
receipt-tier = qualité
receipt-held = mis de côté
receipt-spent = débité
receipt-back = revenu
receipt-from = payé avec

## Films, réglages, aide

films-none = Pas encore de film. Donne-moi une idée, ou laisse-moi te surprendre.
films-title = { $count ->
    [one] Ton film
   *[other] Tes { $count } films
 }
delete-ask = Supprimer « { $title } » pour de bon ? Son scénario, son storyboard et son film disparaissent.
deleted = C’est supprimé.
settings-title = Réglages
settings-language = Je te parle en { $language }.
language-set = Désormais, je te parle en { $language }.
balance-free = Tu as { $free }.
balance-held = { $held } sont mis de côté pour des films en cours de rendu.
balance-debt = { $debt } sont dus, à cause d’un paiement repris.
help-title = Comment ça marche
help-journey = Une idée devient trois loglines, l’une d’elles un scénario, puis une distribution, un storyboard, un storyboard animé et sonore, et un film rendu. Le bouton mis en avant mène toujours à la suite ; rien n’est perdu si tu t’arrêtes.
help-talk = À tout moment, dis simplement ce que tu veux. Par exemple :
help-money = Tout est gratuit jusqu’au rendu. Un rendu annonce d’abord son prix, et seuls les plans terminés sont débités.
help-commands = Et aussi : annuler, où on en est, mes films, ma distribution, réglages, arrêter.
never-mind = Bien, tout reste comme c’est.
button-gone = Ce bouton n’est plus à jour. Voici où on en est.
button-stale = Ce bouton date d’une version précédente ; le film a avancé. Il en est ici : { $stage }.
upload-not-used = Je ne sais que faire de « { $name } » ici. Comme histoire, je lis .txt, .fountain et .fdx ; le reste de ce qui compte, dis-le-moi en mots.
error-no-words = Je ne sais pas lire ce que cela dit. Dis-le-moi en mots, s’il te plaît ; je prends aussi des histoires (.txt, .fountain, .fdx), des images, de la musique et des voix enregistrées.

## Questions et formulaires

ask-idea = De quoi parle le film ? Une phrase suffit.
form-idea = Un nouveau film
entry-idea = Ton idée
ask-length = Quelle durée ? De 15 secondes à une heure.
form-length = Durée
entry-length = Par exemple 90 secondes ou 2 minutes
ask-wish = Qu’est-ce qui doit changer dans les trois ?
form-wish = D’autres loglines
entry-wish = Ce qui doit changer
ask-rewrite = Comment doit se passer la scène { $scene } ? Dis-le avec tes mots.
form-rewrite = Réécrire la scène { $scene }
entry-rewrite = Comment elle doit se passer
ask-look = À quoi ressemble { $name } ? Pour l’instant :
form-look = { $name } : apparence
entry-look = Son apparence
ask-wardrobe = Que porte { $name } ? Pour l’instant :
form-wardrobe = { $name } : costume
entry-wardrobe = Ses vêtements
ask-name = Comment faut-il appeler { $name } ?
form-name = Renommer { $name }
entry-name = Nouveau nom
ask-action = Que doit-on voir dans le plan { $shot } ? Pour l’instant :
form-action = Plan { $shot } : l’image
entry-action = Ce qu’on voit
ask-lines = Que doit-on dire dans le plan { $shot } ? Pour l’instant :
form-lines = Plan { $shot } : les répliques
entry-lines = Une réplique par ligne : « Nom : texte »
ask-insert = Que doit montrer le nouveau plan après le plan { $shot } ?
form-insert = Un plan après le plan { $shot }
entry-insert = Ce qu’on voit
ask-budget = Combien de crédits au maximum ?
form-budget = Dépenser au plus
entry-budget = Crédits

## Boutons

choice-surprise = Surprends-moi
choice-my-films = Mes films
choice-how = Comment ça marche
choice-go-on = Bien, on continue
choice-keep-idea = Garder l’idée
choice-take-idea = Oui, plutôt ça
choice-length = Autre durée…
choice-letter = { $letter }
choice-three-others = Trois autres
choice-wish = Les changer…
choice-try-again = Réessayer
choice-show-loglines = Choisir une logline
choice-meet-the-cast = Ça me va : la distribution
choice-back = ◀ Précédent
choice-forward = Suivant ▶
choice-shorter = Plus court
choice-longer = Plus long
choice-undo = Annuler la modif
choice-screenplay = Scénario
choice-show-script = Voir le scénario
choice-back-to-script = Retour au scénario
choice-draw-storyboard = Dessiner le storyboard
choice-hear-voices = Écouter les voix
choice-hear = Écouter
choice-plays = Jouer { $part }
choice-whole-cast = Retour à la distribution
choice-keep-known = Garder
choice-forget-sure = Oublier
choice-cast-done = C’est bien eux
choice-look = Apparence…
choice-wardrobe = Costume…
choice-name = Nom…
choice-see-storyboard = Voir le storyboard
choice-back-to-storyboard = Retour au storyboard
choice-approve-all = { $count ->
    [one] Le valider
   *[other] Valider les { $count }
 }
choice-all-panels = Toutes les cases
choice-redraw = Redessiner
choice-edit-shot = Image…
choice-edit-lines = Répliques…
choice-earlier = Avancer
choice-later = Reculer
choice-insert = Insérer après…
choice-split = Diviser
choice-delete-shot = Supprimer
choice-see-animatic = Le voir en mouvement
choice-render-it = Lancer le rendu
choice-change-something = Changer quelque chose
choice-keep-it = Garder comme film
choice-see-quote = Voir les prix
choice-tier = { $tier }, { $credits }
choice-spend-at-most = Dépenser au plus…
choice-spend-what-i-have = Dépenser { $credits } au plus
choice-not-yet = Pas encore
choice-rough-cut = Voir le premier montage
choice-rough-cut-making = Le premier montage arrive
choice-cancel-render = Arrêter
choice-keep-rendering = Continuer le rendu
choice-cancel-sure = Oui, arrêter
choice-status = Où en est-on ?
choice-new-film = Nouveau film
choice-another-version = Autre version
choice-subtitles = Sous-titres
choice-contact-sheet = Planche-contact
choice-receipt = Reçu
choice-open-film = Ouvrir « { $title } »
choice-delete-film = Supprimer « { $title } »
choice-keep-film = Le garder
choice-delete-sure = Supprimer pour de bon
choice-done = Terminé
choice-go-on-here = Continuer
choice-never-mind = Laisser tomber
choice-make-it = Passer à { $length }

## Menus

menu-length = Durée
menu-format = Format
menu-film-language = Langue du film
menu-language = Ta langue
menu-rewrite-scene = Réécrire une scène
menu-character = Changer quelqu’un
menu-voice = Voix
menu-texture = Timbre de la voix
menu-known = Quelqu’un que tu connais
menu-forget = Oublier quelqu’un
menu-shot = Voir un plan
menu-duration = Quelle durée
menu-size = Quel cadrage
menu-move = Caméra
menu-film = Ouvrir un autre film
