# La cuenta: vincular chats, créditos, ajustes, condiciones.

platform-discord = Discord
platform-telegram = Telegram
platform-terminal = terminal
platform-web = navegador

link-title = Una cuenta en los dos chats
link-how = Mándame este código desde el otro chat en { $minutes } minutos: escríbeme allí *{ $code }*, o usa /link. Películas, reparto, créditos e historial pasan a ser uno.
link-careful = Vale una vez. No se lo enseñes a nadie: quien lo escriba comparte tu cuenta.
link-over = Ese código caducó. /link da otro.
link-used = Vinculado. Este chat y el otro comparten ahora una cuenta. Si no fuiste tú, abre los ajustes y desvincula el otro enseguida.
link-linked = { $films ->
    [0] Vinculado: este chat y el otro comparten ahora una cuenta. Han venido { $credits }.
    [one] Vinculado: este chat y el otro comparten ahora una cuenta, con una película. Han venido { $credits }.
   *[other] Vinculado: este chat y el otro comparten ahora una cuenta, con { $films } películas. Han venido { $credits }.
 }
link-linked-more = Lo que empiezas en un chat sigue en el otro. Puedes desvincular en los ajustes cuando quieras.
link-one-trial = La prueba gratis es una por persona: se fueron { $credits } de la segunda.
link-same = Estos chats ya comparten una cuenta.
link-wrong = No conozco ese código. Vale una vez y { $minutes } minutos; pide otro con /link en el otro chat.
link-too-many = Demasiados códigos equivocados. No se ha vinculado nada; prueba dentro de una hora.
unlink-ask = { $named ->
    [none] ¿Darle a tu cuenta de { $platform } un comienzo propio?
   *[some] ¿Darle a { $name } en { $platform } una cuenta propia?
 } Empieza vacía. Películas, reparto y créditos se quedan con la cuenta que dejas.
unlinked = { $named ->
    [none] Tu cuenta de { $platform } va ahora por su lado.
   *[some] { $name } en { $platform } va ahora por su lado.
 } Películas, reparto y créditos se quedaron aquí.
unlinked-here = Este chat tiene ahora una cuenta propia, y empieza vacía. Películas, reparto y créditos se quedaron con la cuenta que dejaste.
accounts-title = Chats de esta cuenta
accounts-one = De momento solo este. Vincula otro para seguir allí.
accounts-leave = Un chat que se va empieza con una cuenta propia vacía. Películas y créditos se quedan aquí.
error-link-codes = { $most } códigos por hora es el máximo. El que tienes aún vale; si no, prueba más tarde.
error-link-busy = Una de las dos cuentas está ocupada en este momento. No se ha vinculado nada; escribe el código otra vez.
error-link-blocked = Estas cuentas no se pueden vincular.
error-unlink-only = Es el único chat de esta cuenta, así que se queda.
error-command = No conozco ese comando. Dime sin más lo que quieres.

settings-notify = Películas terminadas: { $way }.
settings-plan = Plan: { $plan }.
settings-chats = Chats: { $chats }.
notify-here = te llamo donde se hizo la película
notify-everywhere = te llamo en todos tus chats
notify-quiet = llegan sin llamada
notify-set-here = Desde ahora te llamo donde se hizo la película.
notify-set-everywhere = Desde ahora las películas terminadas llegan a todos tus chats.
notify-set-quiet = Desde ahora las películas terminadas llegan en silencio.
adult-noted = Apuntado: eres mayor de edad. Sigue donde estabas.

history-title = Tus créditos, lo último primero
history-none = Aún no ha entrado ni salido nada.
credits-granted-play = Créditos de juego para un render; no cuestan nada.
credits-granted-promo = Un regalo de bienvenida.
credits-granted-subscription = Los créditos de tu plan para el mes.
credits-granted-goodwill = De nuestra parte, gracias por tu paciencia.
credits-granted-stripe = Comprados con tarjeta.
credits-granted-stars = Comprados con Stars.
credits-granted-discord = Comprados en Discord.
credits-film = { $named ->
    [none] Una película.
   *[some] La película «{ $title }».
 }
credits-expired = Sin usar, y pasados de fecha.
credits-sent = Dados a alguien, o a un fondo.
credits-received = Recibidos de alguien.
credits-clawed-back = Se retiró un pago.
credits-debt-paid = Se pagó lo que se debía.
credits-goodwill = Devueltos por una película.

terms-title = Las condiciones, en breve
terms-ai = Todo aquí lo hace una IA y va marcado así, en el archivo y con palabras. Hay errores; mira antes de compartir.
terms-yours = Tus ideas y películas son tuyas. De lo que traigas necesitas los derechos.
terms-content = Nada de películas de personas reales sin su consentimiento, que sexualicen a menores, que acosen o engañen. Esas se rechazan.
terms-money = Un render enseña primero su precio. Solo se cobran los planos terminados, un plano que falla no cuesta nada, y el resto vuelve solo.
terms-refunds = Los créditos de los paquetes no caducan; los de un plan acaban con su siguiente periodo. Para que te devuelvan un pago, pídelo en «{ choice-paysupport }»; sus créditos salen entonces de tu saldo.
terms-data = Guiones, imágenes y películas se guardan hasta que los borres. La contabilidad se guarda como pide la ley.
terms-people = Debes tener edad para el chat que usas. Algunos canales piden 18.

files-ask = ¿Qué quieres llevarte de { $title }?

choice-link-new = Vincular otro chat
choice-unlink = Desvincular un chat
choice-stay-linked = Seguir vinculado
choice-unlink-sure = Desvincular
choice-settings = Ajustes
choice-terms = Condiciones
choice-history = Historial
choice-newer = ◀ Más nuevo
choice-older = Más antiguo ▶
choice-adult = Tengo 18 o más
menu-unlink = Soltar un chat
menu-notify = Cuando una película está lista
