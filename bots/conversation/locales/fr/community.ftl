# Les salons de rendu : leurs règles, leur file, leur cagnotte.

error-studio-admins = Dans ce salon, seuls les admins commencent des films. Ton idée est la bienvenue en discussion privée avec moi.
error-studio-roles = { $count ->
    [one] Ici, les films sont commencés par les membres qui ont le rôle { $roles }. Ton idée est la bienvenue en discussion privée avec moi.
   *[other] Ici, les films sont commencés par les membres qui ont un de ces rôles : { $roles }. Ton idée est la bienvenue en discussion privée avec moi.
 }
error-studio-age = Ce salon est réservé aux adultes. Dis une fois que tu as 18 ans ou plus, et il t’est ouvert.
error-studio-length = Les films de ce salon durent { $most } au plus. Choisis plus court, ou fais-le en discussion privée avec moi.
error-studio-not-admin = Seule une personne qui gère ce lieu peut changer cela.
error-studio-where = Cela marche dans un salon ou un groupe, pas en discussion privée ni dans un fil.
error-studio-none = Ce n’est pas encore un salon de rendu. Une personne qui le gère peut en faire un avec /studio setup.
error-pool-nothing = La cagnotte de ce lieu ne paie rien pour toi en ce moment. Rien n’a été débité.
error-give-short = Tu as { $have } crédits qui peuvent être donnés ; ceux d’essai et les cadeaux restent à toi.
declined-over-limit = C’est plus que ta part de la cagnotte : il t’y reste { $left } crédits. Rien n’a été débité.
declined-pool-insufficient = La cagnotte a { $free } crédits et il en faut { $total }. Rien n’a été débité.
declined-channel-full = { $most ->
    [one] Ce salon rend un film à la fois, et un rendu est en cours. Rien n’a été débité ; reviens quand il sera fini.
   *[other] Ce salon rend { $most } films à la fois, et tous sont en cours. Rien n’a été débité ; reviens quand l’un sera fini.
 }
declined-channel-tier = Ce salon ne propose pas la qualité { $tier }. Rien n’a été débité ; les autres qualités sont ouvertes.
declined-channel-length = Les films de ce salon durent { $most } au plus. Rien n’a été débité ; raccourcis-le d’abord.

studio-title = Les règles de { $name }
studio-makers = Qui commence des films : { $makers }.
studio-length = Le film le plus long : { $length }. Qualités : { $tiers }.
studio-at-once = { $count ->
    [0] Tous les films qui arrivent sont rendus ensemble.
    [one] Un seul film est rendu à la fois.
   *[other] { $count } films sont rendus à la fois.
 }
studio-allowance = { $some ->
    [yes] La cagnotte paie jusqu’à { $credits } { $period } à chaque membre.
   *[no] La cagnotte ne paie rien ; chacun rend ses films avec ses propres crédits.
 }
studio-adults = Pour adultes : chacun confirme une fois avoir 18 ans ou plus.
studio-all-ages = Pour tous les âges.
studio-announces = Les films terminés sont annoncés ici.
studio-quiet = Les films terminés restent dans leurs fils.
studio-roles-how = Les rôles qui peuvent commencer des films se désignent avec /studio setup ; en désigner un une deuxième fois le retire.
studio-board-anew = Revoici le tableau de la file. Épingle-le si je n’en ai pas le droit.
studio-closed = C’est redevenu un salon ordinaire. Les films faits ici restent.
makers-everybody = tout le monde
makers-admins = les admins seulement
makers-roles = ces rôles : { $roles }
tiers-all = toutes
tiers-draft = ébauche seulement
tiers-standard = jusqu’à standard
at-once = { $count ->
    [0] autant qu’il en vient
    [one] un à la fois
   *[other] { $count } à la fois
 }
period-day = par jour
period-week = par semaine
period-month = par mois
this-day = aujourd’hui
this-week = cette semaine
this-month = ce mois-ci
allowance-entry = { $credits } { $period }
allowance-period = Le même montant, { $period }

queue-title = { $count ->
    [0] Aucun rendu en cours
    [one] Un film en cours de rendu
   *[other] { $count } films en cours de rendu
 }
queue-empty = Le prochain film ici pourrait être le tien : commence par une idée.
queue-closed = Cette file est fermée.
queue-waits = numéro { $place } dans la file
queue-runs = { $done }/{ $total } plans
queue-more = { $count ->
    [one] et un de plus
   *[other] et { $count } de plus
 }
queue-rules = Films jusqu’à { $length }, { $most }.
queue-mine = Tes rendus
queue-mine-none = Aucun de tes films n’est en cours de rendu.
premiere-here = Un nouveau film est là.
premiere-by = Par { $names }.
premiere-gone = Ce film a été retiré.

pool-title = La cagnotte de { $name }
pool-this = ce lieu
pool-has = Elle contient { $free }.
pool-mine = Tu en as dépensé { $spent } { $period } ; il t’en reste { $left }.
pool-pays-nothing = Elle ne paie encore pour personne : qui gère ce lieu fixe la part de chaque membre avec /studio setup.
pool-how = Tout le monde peut y donner. Ce qu’un rendu n’utilise pas y revient. Gérer ce lieu ne donne aucun droit de dépenser.
pool-who = qui
pool-spent = dépensé { $period }
pool-may = peut dépenser
give-ask = Donner { $credits } à la cagnotte de { $pool } ? Un don ne revient pas.
given = Merci : { $credits } sont maintenant dans la cagnotte.
allowed = { $own ->
    [yes] { $name } peut désormais dépenser jusqu’à { $credits } de la cagnotte.
   *[no] { $name } a de nouveau la même part de la cagnotte que tout le monde.
 }
ask-give = Combien de crédits pour la cagnotte ?
form-give = Donner à la cagnotte
entry-give = Crédits
ask-allow = Combien de crédits de la cagnotte { $name } peut dépenser par période ? 0, c’est la part de tout le monde. Pour l’instant :
form-allow = La part de { $name }
entry-allow = Crédits, 0 pour la part habituelle
quote-pool = La cagnotte peut payer jusqu’à { $have } pour cela.
quote-short-here = La qualité conseillée demande { $need }. L’animatique reste à toi, gratuitement.

choice-tier-pool = { $tier }, { $credits } de la cagnotte
choice-see-pool = La cagnotte
choice-adults-only = Réserver aux adultes
choice-all-ages = Ouvrir à tous les âges
choice-announce = Annoncer les films
choice-announce-not = Ne pas annoncer
choice-board-anew = Réafficher la file
choice-close-studio = Fermer le salon
choice-give-some = Donner des crédits…
choice-give = Donner { $credits }
menu-makers = Qui commence des films
menu-longest = Film le plus long
menu-tiers = Qualités
menu-at-once = Films à la fois
menu-allowance = Ce que paie la cagnotte
menu-member = Fixer la part d’un membre
