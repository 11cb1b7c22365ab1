# Ce qui n’a pas marché, ce que cela veut dire, ce qui a été débité ou non, et une chose à faire.

error-unexpected = Quelque chose a cassé de mon côté. Rien n’est perdu et rien n’a été débité. Essaie encore une fois.
error-unavailable = Un service dont j’ai besoin ne répond pas. Rien n’est perdu et rien n’a été débité ; réessaie dans un instant.
error-storage = Il n’y a plus de place, ou le stockage ne répond pas. Rien n’est perdu ; je reprends dès qu’il revient.
error-disk-full = Il n’y a plus de place sur le disque. Rien n’est perdu et rien n’a été débité ; je reprends dès qu’il y a de la place.
error-setup-failed = Cette installation n’est pas complète. C’est à son exploitant de réparer ; rien de ce qui est à toi n’est perdu.
error-bad-input = Ça ne marche pas comme demandé. Rien n’a changé.
error-edit-refused = Ce scénario ne le permet pas. Rien n’a changé.
error-forbidden = Je ne peux pas en faire un film : cela enfreint les règles sur les contenus. Rien n’a été gardé. Trouve une autre façon de le raconter.
error-blocked = Ce compte ne peut pas faire de films ici.
error-not-yours = Ce film est à quelqu’un d’autre. Commence le tien en une phrase.
error-not-your-button = Ce bouton est pour quelqu’un d’autre. Donne-moi une idée et tu auras le tien.
error-no-such-film = Je ne trouve pas ce film parmi les tiens.
error-no-film = Il n’y a pas encore de film. Donne-moi d’abord une idée.
error-no-film-yet = Il n’y a pas encore de film terminé.
error-no-file = Ce fichier n’existe pas encore.
error-not-your-receipt = Seule la personne qui a payé un rendu voit son reçu.
error-not-enough-credits = Il faut { $need } crédits et tu en as { $have }. Rien n’a été débité.
error-credits-debt = { $owed } crédits sont dus à cause d’un paiement repris. Tant qu’ils ne sont pas payés, aucun rendu n’est possible.
error-credits-frozen = Tes crédits sont gelés en ce moment. Rien n’a été débité.
error-credits-over-limit = Cela dépasse ta limite ; il reste { $left } crédits. Rien n’a été débité.
error-credits-insufficient = Il n’y a pas assez de crédits pour cela. Rien n’a été débité.
error-credits-same-wallet = Ce sont les mêmes crédits.
error-credits-nothing-left = Il n’y a plus rien à reprendre.
error-credits-over-capture = C’est plus que ce qui a été débité.
error-credits-no-debt = Rien n’est dû.
error-credits-amount = « { $said } » n’est pas un montant en crédits. Il me faut un nombre, 40 par exemple.
error-idea-empty = Je n’y trouve aucun mot. Dis-moi en une phrase de quoi parle le film.
error-idea-long = Cette idée est trop longue pour moi ; { $most } caractères au maximum. Quel est son cœur, en quelques phrases ?
error-length = { $short ->
    [yes] Il faut au moins { $least } pour une histoire ; { $asked }, c’est trop court pour un film. Je pars sur { $least } ?
   *[no] Un film dure { $most } au plus ; { $asked }, c’est davantage. Je pars sur { $most } ?
 }
error-length-unread = « { $said } » n’est pas une durée que je comprends. Dis-la comme « 90 secondes » ou « 2 minutes ».
error-format = Je ne connais pas ce format. Il y a panoramique, vertical et carré.
error-films-per-day = Cela fait { $most } films aujourd’hui, c’est le maximum. On continue demain ; les films que tu as restent ouverts.
error-writes-per-day = C’est beaucoup d’écriture pour une journée. On continue demain ; rien n’est perdu.
error-said-long = C’est trop long pour un message ; { $most } caractères au maximum. Dis-le-moi en plusieurs fois.
error-text-long = Ce texte a { $have } caractères ; { $most } au maximum ici. Rien n’a changé.
error-nobody-known = Je ne connais personne de tel dans tes films.
error-voices = Je ne peux pas te faire entendre les voix pour l’instant.
error-empty = Il n’y avait rien là-dedans. Rien n’a changé.
error-too-much-waiting = { $most } souhaits attendent déjà. Laisse-moi d’abord les finir.
error-button-gone = Ce bouton n’est plus à jour.
error-rendering = Le rendu de ce film est en cours. Arrête-le d’abord, puis supprime-le.
error-film-failed = Les plans sont là, mais le film n’a pas pu être assemblé.
error-render-failed = Aucun plan n’a pu être rendu.
error-tier-not-offered = Cette qualité n’est pas proposée ici pour le moment.
error-writing-failed = J’ai écrit, mais rien que je te montrerais. Rien n’a été débité. Réessaie, ou formule l’idée autrement.
error-writing-refused = Le service d’écriture a refusé d’écrire cela. Rien n’a été débité. Formule l’idée autrement, et je réessaie.
error-language-not-written = Je ne peux pas écrire en { $language } ici. En anglais, ça marche.

declined-not-offered = La qualité { $tier } n’est pas proposée ici pour le moment. Rien n’a été débité.
declined-paused = Les responsables de ce studio ont mis le rendu en pause. Ton film reste tel quel et rien n’a été débité ; réessaie plus tard.
declined-plan = Ton forfait ne comprend pas la qualité { $tier }. Rien n’a été débité.
declined-films-at-once = { $most ->
    [one] Ton forfait rend un film à la fois, et un rendu est en cours. Rien n’a été débité ; reviens quand il sera fini.
   *[other] Ton forfait rend { $most } films à la fois, et tous sont en cours. Rien n’a été débité ; reviens quand l’un sera fini.
 }
declined-rendering = Le rendu de ce film est déjà en cours.
declined-price-changed = Le prix a changé depuis que tu l’as vu : { $total } crédits au lieu de { $agreed }. Rien n’a été débité ; regarde-le de nouveau.
declined-insufficient = Il faut { $total } crédits et tu en as { $free }. Rien n’a été débité.
declined-debt = { $debt } crédits sont dus à cause d’un paiement repris. Tant qu’ils ne sont pas payés, aucun rendu n’est possible.
declined-frozen = Tes crédits sont gelés en ce moment. Rien n’a été débité.

talk-not-understood = Je n’ai pas compris, alors je n’ai rien changé.

edit-refused-no-script = Il n’y a pas encore de scénario. Choisis d’abord une logline.
edit-refused-nothing-to-undo = C’est la première version ; il n’y a rien à annuler.
edit-refused-last-shot = Un film garde au moins un plan, donc celui-ci reste.
edit-refused-last-scene = Un film garde au moins une scène, donc celle-ci reste.
edit-refused-no-such-shot = { $known ->
    [number] Il n’y a pas de plan { $asked } dans cette version.
   *[other] Ce plan n’existe pas dans cette version.
 }
edit-refused-no-such-scene = { $known ->
    [number] Il n’y a pas de scène { $asked } dans cette version.
   *[other] Cette scène n’existe pas dans cette version.
 }
edit-refused-no-such-character = Personne de ce nom n’est dans ce film.
edit-refused-name = Ça ne peut pas être un nom. Des lettres et des espaces, oui.
edit-refused-name-taken = Quelqu’un s’appelle déjà { $name }. Deux fois le même nom embrouillerait tout le monde.
edit-refused-duration = Un plan dure de { $least } à { $most } secondes.
edit-refused-too-much-said = Dire cela prend { $needs } secondes, et un plan en dure { $most } au plus. Divise-le en deux plans.
edit-refused-speaks = On entend { $name } dans ce plan, impossible de l’en retirer. Change d’abord les répliques.
edit-refused-too-short-to-split = Un plan doit durer au moins { $least } secondes pour en devenir deux.
edit-refused-at-edge = Il est déjà tout au bord du film.
edit-refused-film-too-long = Le film durerait plus d’une heure, c’est le maximum.
edit-refused-text-too-long = Un texte deviendrait trop long ainsi.
