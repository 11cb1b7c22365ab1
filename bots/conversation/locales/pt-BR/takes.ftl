takes-title = O plano { $shot } tem { $count } takes.
takes-in-film = O take { $take } está no filme. Os outros já estão pagos.
takes-gone = O filme seguiu em frente: estes takes já não são do plano dele.
takes-clip = Plano { $shot }, take { $take }, sem som
takes-shot = { $shot } · { $count } takes · { $action }
choice-keep-take = Manter o take { $take }
choice-use-take = Usar o take { $take }
choice-another-take = Mais um take
menu-takes = Escolher entre takes
change-shot-take = O plano { $shot } agora usa o take { $new }.
edit-refused-no-such-take = { $takes ->
    [one] Não há take { $asked }: o plano { $shot } tem um take até agora.
   *[other] Não há take { $asked }: o plano { $shot } tem { $takes } takes até agora.
 }
