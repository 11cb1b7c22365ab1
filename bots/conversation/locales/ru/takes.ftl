takes-title = { $count ->
    [one] У кадра { $shot } { $count } дубль.
    [few] У кадра { $shot } { $count } дубля.
   *[other] У кадра { $shot } { $count } дублей.
 }
takes-in-film = В фильме дубль { $take }. Остальные уже оплачены.
takes-gone = Фильм ушёл вперёд: эти дубли уже не от его кадра.
takes-clip = Кадр { $shot }, дубль { $take }, без звука
takes-shot = { $count ->
    [one] { $shot } · { $count } дубль · { $action }
    [few] { $shot } · { $count } дубля · { $action }
   *[other] { $shot } · { $count } дублей · { $action }
 }
choice-keep-take = Оставить дубль { $take }
choice-use-take = Взять дубль { $take }
choice-another-take = Ещё дубль
menu-takes = Выбрать дубль
change-shot-take = В кадре { $shot } теперь дубль { $new }.
edit-refused-no-such-take = { $takes ->
    [one] Дубля { $asked } нет: у кадра { $shot } пока { $takes } дубль.
    [few] Дубля { $asked } нет: у кадра { $shot } пока { $takes } дубля.
   *[other] Дубля { $asked } нет: у кадра { $shot } пока { $takes } дублей.
 }
