takes-title = Le plan { $shot } a { $count } prises.
takes-in-film = La prise { $take } est dans le film. Les autres sont déjà payées.
takes-gone = Le film a continué : ces prises ne sont plus celles de son plan.
takes-clip = Plan { $shot }, prise { $take }, sans son
takes-shot = { $shot } · { $count } prises · { $action }
choice-keep-take = Garder la prise { $take }
choice-use-take = Utiliser la prise { $take }
choice-another-take = Encore une prise
menu-takes = Choisir une prise
change-shot-take = Le plan { $shot } utilise maintenant la prise { $new }.
edit-refused-no-such-take = { $takes ->
    [one] Il n’y a pas de prise { $asked } : le plan { $shot } n’a qu’une prise pour l’instant.
   *[other] Il n’y a pas de prise { $asked } : le plan { $shot } a { $takes } prises pour l’instant.
 }
