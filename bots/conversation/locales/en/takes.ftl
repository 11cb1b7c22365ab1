# The takes of one shot, to choose among.

takes-title = Shot { $shot } has { $count } takes.
takes-in-film = Take { $take } is in the film. The others are paid for already.
takes-gone = The film has moved on: these takes are not of its shot any more.
takes-clip = Shot { $shot }, take { $take }, without sound
takes-shot = { $shot } · { $count } takes · { $action }
choice-keep-take = Keep take { $take }
choice-use-take = Use take { $take }
choice-another-take = One more take
menu-takes = Choose among takes
change-shot-take = Shot { $shot } now uses take { $new }.
edit-refused-no-such-take = { $takes ->
    [one] There is no take { $asked }: shot { $shot } has one take so far.
   *[other] There is no take { $asked }: shot { $shot } has { $takes } takes so far.
 }
