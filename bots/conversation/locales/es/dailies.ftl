# Las escenas según llegan, y otras tomas de planos sueltos.

dailies-title = La escena { $scene } ha llegado ({ $done } de { $total }).
dailies-clip = Plano { $shot }, tal como se renderizó, sin sonido
dailies-shot = { $shot } · { $action } · { $credits }
dailies-noted = { $count ->
    [one] El plano { $shots } queda apuntado para otra toma.
   *[other] Los planos { $shots } quedan apuntados para otra toma.
 }
dailies-all = { $done ->
    [one] La primera escena está vista. La siguiente aparece aquí en cuanto llegue.
   *[other] { $done } de { $total } escenas están vistas. La siguiente aparece aquí en cuanto llegue.
 }
dailies-later = Por ahora no más escenas. La película llega igual, y entonces se puede repetir cualquier plano.
dailies-over = Las escenas ya están todas en la película.
retake-noted = El plano { $shot } queda apuntado. Cuando esté la película ofrezco otra toma con su precio; antes no se cobra nada.
film-noted = { $count ->
    [one] Apuntaste un plano para otra toma.
   *[other] Apuntaste { $count } planos para otra toma.
 }
error-no-retakes = No hay ningún plano apuntado para otra toma.

ask-retake = ¿Cuál de los { $shots } planos se repite? Basta un número. Antes ves el precio.
form-retake = Otra toma
entry-retake = Número del plano
choice-keep-scene = Me la quedo
choice-dailies-later = Luego
choice-retake = Repetir un plano…
choice-retake-noted = { $count ->
    [one] Repetirlo
   *[other] Repetir esos { $count }
 }
menu-retake = Repetir un plano
