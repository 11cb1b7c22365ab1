# Le compte : discussions liées, crédits, réglages, conditions.

platform-discord = Discord
platform-telegram = Telegram
platform-terminal = terminal
platform-web = navigateur

link-title = Un seul compte dans les deux discussions
link-how = Envoie-moi ce code depuis l’autre discussion dans les { $minutes } minutes : écris-moi *{ $code }* là-bas, ou utilise /link. Films, distribution, crédits et historique ne feront plus qu’un.
link-careful = Il marche une seule fois. Ne le montre à personne : qui l’écrit partage ton compte.
link-over = Ce code a expiré. /link en donne un autre.
link-used = C’est lié. Cette discussion et l’autre partagent maintenant un seul compte. Si ce n’était pas toi, ouvre les réglages et délie l’autre tout de suite.
link-linked = { $films ->
    [0] C’est lié : cette discussion et l’autre partagent maintenant un seul compte. { $credits } ont suivi.
    [one] C’est lié : cette discussion et l’autre partagent maintenant un seul compte, avec un film. { $credits } ont suivi.
   *[other] C’est lié : cette discussion et l’autre partagent maintenant un seul compte, avec { $films } films. { $credits } ont suivi.
 }
link-linked-more = Ce que tu commences dans l’une continue dans l’autre. Tu peux délier dans les réglages quand tu veux.
link-one-trial = L’essai gratuit vaut pour une personne : { $credits } du second sont repartis.
link-same = Ces discussions partagent déjà un compte.
link-wrong = Je ne connais pas ce code. Il marche une fois et pendant { $minutes } minutes ; demandes-en un neuf avec /link dans l’autre discussion.
link-too-many = Trop de mauvais codes. Rien n’a été lié ; réessaie dans une heure.
unlink-ask = { $named ->
    [none] Donner à ton compte { $platform } un nouveau départ à lui ?
   *[some] Donner à { $name } sur { $platform } un compte à part ?
 } Il commence vide. Films, distribution et crédits restent au compte que tu quittes.
unlinked = { $named ->
    [none] Ton compte { $platform } est maintenant indépendant.
   *[some] { $name } sur { $platform } a maintenant son compte à part.
 } Films, distribution et crédits sont restés ici.
unlinked-here = Cette discussion a maintenant son propre compte, vide au départ. Films, distribution et crédits sont restés au compte que tu as quitté.
accounts-title = Les discussions de ce compte
accounts-one = Seulement celle-ci pour l’instant. Lies-en une autre pour continuer là-bas.
accounts-leave = Une discussion qui part commence avec un compte vide à elle. Films et crédits restent ici.
error-link-codes = { $most } codes par heure, c’est le maximum. Celui que tu as marche encore ; sinon, réessaie plus tard.
error-link-busy = Un des deux comptes est occupé à l’instant. Rien n’a été lié ; écris le code encore une fois.
error-link-blocked = Ces comptes ne peuvent pas être liés.
error-unlink-only = C’est la seule discussion de ce compte, donc elle reste.
error-command = Je ne connais pas cette commande. Dis-moi simplement ce que tu veux.

settings-notify = Films terminés : { $way }.
settings-plan = Forfait : { $plan }.
settings-chats = Discussions : { $chats }.
notify-here = je t’appelle là où le film a été fait
notify-everywhere = je t’appelle dans toutes tes discussions
notify-quiet = ils arrivent sans appel
notify-set-here = Désormais, je t’appelle là où le film a été fait.
notify-set-everywhere = Désormais, les films terminés arrivent dans toutes tes discussions.
notify-set-quiet = Désormais, les films terminés arrivent sans bruit.
adult-noted = Noté : tu as 18 ans ou plus. Reprends où tu en étais.

history-title = Tes crédits, du plus récent au plus ancien
history-none = Rien n’est encore entré ni sorti.
credits-granted-play = Crédits de jeu pour un rendu ; ils ne coûtent rien.
credits-granted-promo = Un cadeau de bienvenue.
credits-granted-subscription = Les crédits du mois de ton forfait.
credits-granted-goodwill = Offerts par nous, merci de ta patience.
credits-granted-stripe = Achetés par carte.
credits-granted-stars = Achetés avec des Stars.
credits-granted-discord = Achetés sur Discord.
credits-film = { $named ->
    [none] Un film.
   *[some] Le film « { $title } ».
 }
credits-expired = Inutilisés, et arrivés à leur date.
credits-sent = Donnés à quelqu’un, ou à une cagnotte.
credits-received = Reçus de quelqu’un.
credits-clawed-back = Un paiement a été repris.
credits-debt-paid = Ce qui était dû est payé.
credits-goodwill = Rendus pour un film.

terms-title = Les conditions, en bref
terms-ai = Tout ici est fait par l’IA et signalé comme tel, dans le fichier et en mots. Il y a des erreurs ; regarde avant de partager.
terms-yours = Tes idées et tes films sont à toi. Il te faut les droits sur ce que tu apportes.
terms-content = Pas de films sur des personnes réelles sans leur accord, aucun qui sexualise des mineurs, aucun qui harcèle ou trompe. Ces films sont refusés.
terms-money = Un rendu annonce d’abord son prix. Seuls les plans terminés sont débités, un plan raté ne coûte rien, et le reste revient tout seul.
terms-refunds = Les crédits des packs n’expirent jamais ; ceux d’un forfait s’arrêtent à la fin de la période suivante. Pour te faire rembourser un paiement, demande-le par « { choice-paysupport } » ; ses crédits quittent alors ton solde.
terms-data = Scénarios, images et films sont gardés jusqu’à ce que tu les supprimes. La comptabilité est gardée comme la loi l’exige.
terms-people = Il faut avoir l’âge requis par la messagerie que tu utilises. Certains salons demandent 18 ans.

files-ask = Que veux-tu emporter de { $title } ?

choice-link-new = Lier une autre discussion
choice-unlink = Délier une discussion
choice-stay-linked = Garder le lien
choice-unlink-sure = La délier
choice-settings = Réglages
choice-terms = Conditions
choice-history = Historique
choice-newer = ◀ Plus récents
choice-older = Plus anciens ▶
choice-adult = J’ai 18 ans ou plus
menu-unlink = Laisser partir une discussion
menu-notify = Quand un film est terminé
