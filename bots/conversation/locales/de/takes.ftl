takes-title = Einstellung { $shot } hat { $count } Takes.
takes-in-film = Take { $take } ist im Film. Die anderen sind schon bezahlt.
takes-gone = Der Film ist weitergegangen: Diese Takes gehören nicht mehr zu seiner Einstellung.
takes-clip = Einstellung { $shot }, Take { $take }, ohne Ton
takes-shot = { $shot } · { $count } Takes · { $action }
choice-keep-take = Take { $take } behalten
choice-use-take = Take { $take } nehmen
choice-another-take = Noch ein Take
menu-takes = Takes vergleichen
change-shot-take = In Einstellung { $shot } steht jetzt Take { $new }.
edit-refused-no-such-take = { $takes ->
    [one] Take { $asked } gibt es nicht: Einstellung { $shot } hat bisher einen Take.
   *[other] Take { $asked } gibt es nicht: Einstellung { $shot } hat bisher { $takes } Takes.
 }
