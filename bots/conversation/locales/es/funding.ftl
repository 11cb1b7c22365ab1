# Pagar una película entre varios.

choice-fund-start = Pagarla entre todos
choice-fund = Poner { $credits }
choice-fund-other = Otra cantidad…
choice-fund-back = Recuperar lo mío
choice-fund-name = Nómbrame en los créditos finales
choice-fund-show = Mostrarlo aquí otra vez
fund-title = { $title } busca mecenas
fund-bar = { $pledged } de { $goal }
fund-who = { $count ->
    [0] Aún nadie. Abierto hasta el { $day }.
    [one] De momento un mecenas. Abierto hasta el { $day }.
   *[other] De momento { $count } mecenas. Abierto hasta el { $day }.
 }
fund-promise = Los créditos se apartan, no se gastan. Cada cual paga una parte de lo que cuesta la película terminada; el resto vuelve, y todo si no hay película.
fund-reached = { $count ->
    [one] Un mecenas lo ha hecho posible. Ya se está renderizando.
   *[other] { $count } mecenas lo han hecho posible. Ya se está renderizando.
 }
fund-made = Está hecha. Gracias a todos. Lo que no se usó ha vuelto.
fund-over = Esta vez no hubo película. Todo ha vuelto a quien lo puso.
fund-thanks = { $credits } quedan apartados para ella; en total has puesto { $total }. ¿Quieres tu nombre en los créditos finales?
fund-named = Tu nombre saldrá en los créditos finales.
fund-taken-back = { $credits } han vuelto a ti.
fund-nothing-back = No hay nada tuyo ahí.
fund-not-over = Ya no admite nada. No se ha apartado nada.
fund-not-enough = Ya tiene todo lo que necesita. No se ha apartado nada; gracias.
fund-not-nothing = Eso es nada. Necesito un número como 10.
fund-not-insufficient = Tienes { $free } créditos libres para esto. No se ha apartado nada.
fund-not-debt = Aún se debe algo de un pago que se retiró. No se ha apartado nada.
fund-not-frozen = Tus créditos están congelados por ahora. No se ha apartado nada.
form-pledge = Poner créditos
ask-pledge = ¿Cuántos créditos pones?
entry-pledge = Créditos
card-funding = Espera mecenas y empieza sola cuando se alcance la meta.
