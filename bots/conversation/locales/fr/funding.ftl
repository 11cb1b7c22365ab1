# Payer un film à plusieurs.

choice-fund-start = Le financer ensemble
choice-fund = Mettre { $credits }
choice-fund-other = Un autre montant…
choice-fund-back = Reprendre ma part
choice-fund-name = Me citer au générique
choice-fund-show = L’afficher ici de nouveau
fund-title = { $title } cherche des soutiens
fund-bar = { $pledged } sur { $goal }
fund-who = { $count ->
    [0] Personne encore. C’est ouvert jusqu’au { $day }.
    [one] Un soutien pour l’instant. C’est ouvert jusqu’au { $day }.
   *[other] { $count } soutiens pour l’instant. C’est ouvert jusqu’au { $day }.
 }
fund-promise = Les crédits sont mis de côté, pas dépensés. Chacun paie une part de ce que coûte le film terminé ; le reste revient, et tout revient s’il n’y a pas de film.
fund-reached = { $count ->
    [one] Un soutien l’a rendu possible. Le rendu est en cours.
   *[other] { $count } soutiens l’ont rendu possible ensemble. Le rendu est en cours.
 }
fund-made = Il est fait. Merci à vous tous. Ce qui n’a pas servi est revenu.
fund-over = Pas de film cette fois. Tout est revenu à qui l’avait mis.
fund-thanks = { $credits } sont mis de côté ; tu en es à { $total } en tout. Veux-tu ton nom au générique de fin ?
fund-named = Ton nom sera au générique de fin.
fund-taken-back = { $credits } te sont revenus.
fund-nothing-back = Il n’y a rien à toi dedans.
fund-not-over = La collecte est close. Rien n’a été mis de côté.
fund-not-enough = Il a tout ce qu’il faut. Rien n’a été mis de côté ; merci.
fund-not-nothing = Ça ne fait rien du tout. Il me faut un nombre, 10 par exemple.
fund-not-insufficient = Tu as { $free } crédits disponibles pour cela. Rien n’a été mis de côté.
fund-not-debt = Un paiement repris laisse encore une dette. Rien n’a été mis de côté.
fund-not-frozen = Tes crédits sont gelés en ce moment. Rien n’a été mis de côté.
form-pledge = Mettre des crédits
ask-pledge = Combien de crédits mets-tu ?
entry-pledge = Crédits
card-funding = Il attend ses soutiens et commence tout seul quand l’objectif est atteint.
