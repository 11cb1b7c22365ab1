takes-title = El plano { $shot } tiene { $count } tomas.
takes-in-film = En la película está la toma { $take }. Las demás ya están pagadas.
takes-gone = La película ha seguido adelante: estas tomas ya no son de su plano.
takes-clip = Plano { $shot }, toma { $take }, sin sonido
takes-shot = { $shot } · { $count } tomas · { $action }
choice-keep-take = Quedarme con la toma { $take }
choice-use-take = Usar la toma { $take }
choice-another-take = Otra toma más
menu-takes = Elegir entre tomas
change-shot-take = El plano { $shot } usa ahora la toma { $new }.
edit-refused-no-such-take = { $takes ->
    [one] No hay toma { $asked }: el plano { $shot } tiene una sola toma por ahora.
   *[other] No hay toma { $asked }: el plano { $shot } tiene { $takes } tomas por ahora.
 }
