# Comprar créditos y planes, recibos, códigos, regalos, ayuda con pagos.

## La tienda

shop-title = Créditos
shop-pool-title = Créditos para el fondo de { $name }
shop-this-pool = este sitio
shop-second = Un crédito es un segundo terminado en estándar.
shop-credits = créditos
shop-price = precio
shop-promise = Los créditos comprados no caducan. Solo se cobran los planos terminados, y lo que una película no usa vuelve.
shop-closed = Ahora mismo aquí no se vende nada.
choice-buy = { $credits }, { $price }
choice-buy-in-discord = { $credits } en la tienda de Discord, { $price }
choice-buy-credits = Comprar créditos
choice-other-pack = Otras cantidades
choice-plans = Planes
choice-code = Tengo un código…
choice-gift = Regalar créditos…
choice-export = Como archivo

## Una compra

purchase-asked = Un momento: abro la página de pago.
purchase-pack = *{ $credits }* te esperan.
purchase-plan = *{ $plan }*: { $credits } cada mes.
purchase-how = Pagas en una página de Stripe. Los créditos están aquí segundos después, y este mensaje se convierte en tu recibo.
purchase-stars = Pagas con Stars, aquí en Telegram. Los créditos llegan al momento, y este mensaje se convierte en tu recibo.
purchase-portal = Tus tarjetas, facturas y direcciones están en una página de Stripe, abierta unos minutos.
purchase-paid = Han llegado { $credits }.
purchase-paid-plan = { $plan } es tuyo, y han llegado { $credits }.
purchase-receipt = recibo
purchase-number = pago
purchase-amount = pagado
purchase-tax = impuestos incluidos
purchase-day = día
purchase-have = Tienes { $have }.
purchase-pool-has = El fondo tiene { $have }.
purchase-nothing-charged = No se ha cobrado nada.
choice-pay = Pagar { $price }
choice-open-portal = Abrir la página
choice-again = Otra vez
choice-paysupport = Ayuda con los pagos
error-not-sold = Eso no se vende aquí.
error-page-expired = Esa página de pago ha caducado.
error-payment-refused = El servicio de pago no quiso hacerlo.
error-too-many-purchases = { $most } páginas de pago por hora es el máximo. Las que tienes aún valen; si no, prueba más tarde.
error-plan-elsewhere = Tu plan empezó en otra tienda. Termínalo allí primero; luego puede empezar aquí.
error-no-plan = No hay ningún plan que pueda terminar.

## Planes

plans-title = Planes
plans-now = Tienes { $plan }.
plans-until = Pagado hasta el { $day }; luego se renueva.
plans-changes = Pagado hasta el { $day }; luego pasa a { $plan }.
plans-ends = Pagado hasta el { $day }; luego termina. Los créditos que tienes siguen hasta que caduquen.
plans-also = { $plan } también está activo y se paga otra vez el { $day }. Cuenta el mejor plan; los dos traen sus créditos.
plans-plan = plan
plans-price = al mes
plans-credits = créditos
plans-films = películas a la vez
plans-month = Los créditos de un mes duran hasta el final del siguiente.
plans-change = Un plan mejor cuenta al momento y cuesta la diferencia; uno menor empieza el mes que viene.
choice-plan = { $plan }, { $price }
choice-portal = Tarjetas y facturas
choice-cancel-plan = Terminar el plan
choice-end-this-plan = Terminar { $plan }
choice-cancel-plan-sure = Terminarlo
choice-keep-plan = Conservarlo
choice-resume-plan = Seguir, al final
plan-cancel-ask = ¿Terminar { $plan }? Sigue hasta que acabe el mes pagado, y sus créditos también.
plan-cancelled = Apuntado: el plan termina con el mes pagado. Hasta entonces no cambia nada.
plan-resumed = El plan sigue.
plan-changed = Apuntado: { $plan }. Un plan mejor cuenta en cuanto se paga; uno menor empieza el mes que viene.
choice-mend-payment = Mirar la tarjeta

## Qué pasó con el dinero

money-taken-back = Se fueron { $credits }, porque el pago { $number } se retiró.
money-owed = Ahora debes { $credits }, porque ya se habían gastado. Los próximos que entren los pagan; después se puede renderizar de nuevo.
money-on-hold = El banco está revisando ese pago. Hasta que se resuelva, tus créditos esperan y no se puede gastar nada.
money-returned = Han vuelto { $credits }: el pago { $number } vale después de todo.
money-renewal-failed = El pago del mes de tu plan no pasó. No se ha perdido nada: se intenta otra vez en los próximos días, y durante { $days } días todo sigue igual. Mirar la tarjeta suele ayudar.
money-plan-ended = Tu plan ha terminado y vuelves a Free. Películas, reparto y créditos siguen siendo tuyos.
money-two-plans = Ahora hay dos planes activos, { $plan } y { $other }, y los dos se pagan cada mes. Si no era tu intención, termina uno.
money-invite-thanks = { $credits } para ti: una invitación, tuya o para ti, llevó a una primera compra. Gracias.
money-invite-gone = Se fueron { $credits }: la compra detrás de una invitación ya no cuenta.

## Tras la página de pago

paid-title-paid = Gracias
paid-paid = Han llegado { $credits }. Tu recibo está en el chat.
paid-title-open = Un momento
paid-open = En cuanto se confirme el pago, los créditos están en tu chat. Puedes cerrar esta página; no se pierde nada.
paid-title-expired = Esta página ha caducado
paid-expired = No se ha cobrado nada. Pide otra en el chat.
paid-title-failed = No ha funcionado
paid-failed = No se ha cobrado nada. El chat te cuenta más.
paid-title-left = Todo hecho
paid-left = Lo que cambiaste cuenta. El chat sigue donde estaba.
paid-back = Volver al chat

## Créditos gratis, códigos, regalos

trial-given = Para probar: { $credits ->
    [one] { $credits } crédito es tuyo, gratis, una vez.
   *[other] { $credits } créditos son tuyos, gratis, una vez.
 }
trial-young = Hay créditos gratis para quien llega nuevo. Esta cuenta de chat se creó hace pocos días, así que los tuyos llegan un poco más tarde.
trial-busy = Los créditos gratis de hoy ya están dados. Mañana hay más.
form-promo = Un código
ask-promo = ¿Qué código tienes?
entry-promo = El código
code-ask = Un código nuestro, de una amistad o de un regalo trae créditos.
code-promo = Funciona: han llegado { $credits }.
code-gift = Un regalo: han llegado { $credits }.
code-invited = ¡Bienvenida y bienvenido! Cuando compres por primera vez, tú y quien te invitó recibís { $credits } cada uno.
code-wrong = No conozco ese código. Míralo otra vez.
code-over = Ese código está agotado, o pasó su tiempo.
code-had = Ese código ya lo usaste.
code-own = Es tu propia invitación. Dásela a alguien.
code-old = Las invitaciones son para quien llega nuevo. Gracias por llevar ya un tiempo aquí.
code-busy = Los créditos gratis de hoy ya están dados. Mañana vale el código.
code-too-many = Demasiados códigos equivocados. Prueba dentro de una hora.
form-gift = Regalar créditos
ask-gift = ¿Cuántos créditos debe tener el regalo?
entry-gift = Créditos
gift-title = Un regalo de { $credits }
gift-how = Quien me diga este código los tiene. Si nadie lo hace hasta el { $day }, vuelven a ti. Tú también puedes recuperarlos con el código.
gift-taken = El regalo de { $credits } ya tiene dueño.
error-gift-amount = Un regalo puede tener hasta { $most } créditos.
error-gift-short = Solo se pueden regalar créditos comprados, y de esos hay { $have }. No se ha movido nada.
error-gifts-open = Ya esperan { $most } regalos tuyos, y es el máximo. Deja que se recojan algunos.
invite-title = Trae a alguien
invite-how = Este es tu código. Quien sea nuevo aquí y me lo diga viene de tu parte. En su primera compra recibís { $credits } cada uno.
invite-thanked = { $count ->
    [0] De momento nadie.
    [one] De momento una persona.
   *[other] De momento { $count } personas.
 }

## Ayuda con los pagos

paysupport-title = Ayuda con los pagos
paysupport-how = Los créditos que no llegaron suelen estar aquí en un minuto; todo lo pagado se busca otra vez cada hora, sin que lo pidas. Una película que falló por nosotros no cuesta nada.
paysupport-payment = Pago { $number }, { $day }, { $amount }
paysupport-contact = Para lo demás, también para que se devuelva un pago: { $contact }. Di el número del pago.
paysupport-operator = Para lo demás, también para que se devuelva un pago, escribe a quien lleva este bot. Di el número del pago.
statement-file = Cada movimiento de tus créditos.

## Antes de pagar con Stars

stars-unknown = No conozco esta factura. No se ha cobrado nada; pide otra en el chat.
stars-paid = Esta factura ya está pagada. No se ha cobrado nada.
stars-over = Esta factura ya no vale. No se ha cobrado nada; pide otra en el chat.
stars-not-yours = Esta factura es de otra persona. No se ha cobrado nada; pide la tuya en el chat.
stars-plan-runs = Ya tienes un plan activo. No se ha cobrado nada; termínalo antes y luego puede empezar otro.

## What explains a wallet, and what is not sold where

balance-expiring = { $credits } de ellos acaban el { $day }.
history-owed = Se deben { $debt } por él.
history-owed-paid = { $debt } fueron a lo que se debía.
credits-returned = Un pago vale al final.
credits-granted-invite = Gracias por una invitación.
credits-invite-gone = Gracias por una invitación, retiradas con su compra.
credits-granted-code = De un código.
credits-gift-made = Puestos en un regalo.
credits-gift-taken = De un regalo.
credits-gift-back = Un regalo que nadie tomó.
credits-to-pool = Puestos en un fondo.
paid-elsewhere = El chat del que vienes sigue donde estaba.
plans-too-dear = { $plan } cuesta al mes más de lo que Telegram renueva, así que aquí no se vende. Los paquetes traen igual de créditos, y esos no caducan.
plans-one-at-a-time = Para cambiar de plan, termina antes este. Cuando acabe su mes, puede empezar otro.
plans-then-another = Cuando acabe este mes, puede empezar otro plan.
