# Qué falló, qué significa, qué se cobró o no, y una cosa que hacer.

error-unexpected = Algo se ha roto por mi lado. No se ha perdido nada y no se ha cobrado nada. Prueba otra vez, por favor.
error-unavailable = Algo que necesito no responde ahora mismo. No se ha perdido nada y no se ha cobrado nada; prueba dentro de un momento.
error-storage = No hay sitio, o el almacén de archivos no responde. No se ha perdido nada; sigo en cuanto vuelva.
error-disk-full = No queda sitio en el disco. No se ha perdido nada y no se ha cobrado nada; sigo en cuanto haya sitio.
error-setup-failed = Esta instalación no está del todo configurada. Lo tiene que arreglar quien la lleva; lo tuyo no se ha perdido.
error-bad-input = Así como lo pides no puede ser. No ha cambiado nada.
error-edit-refused = Este guion no lo permite. No ha cambiado nada.
error-forbidden = De eso no puedo hacer una película: incumple las normas de contenido. No se ha guardado nada. Cuéntamelo de otra manera.
error-blocked = Esta cuenta no puede hacer películas aquí.
error-not-yours = Esta película es de otra persona. Empieza la tuya con una frase.
error-not-your-button = Ese botón es de otra persona. Cuéntame una idea y tendrás los tuyos.
error-no-such-film = No encuentro esa película entre las tuyas.
error-no-film = Aún no hay película. Cuéntame primero una idea.
error-no-film-yet = Aún no hay ninguna película terminada.
error-no-file = Ese archivo aún no existe.
error-not-your-receipt = Solo quien pagó un render ve su recibo.
error-not-enough-credits = Eso necesita { $need } créditos y tienes { $have }. No se ha cobrado nada.
error-credits-debt = Se deben { $owed } créditos de un pago que se retiró. Hasta que se paguen no se puede renderizar nada.
error-credits-frozen = Tus créditos están congelados por ahora. No se ha cobrado nada.
error-credits-over-limit = Eso pasa de tu límite; quedan { $left } créditos. No se ha cobrado nada.
error-credits-insufficient = No hay créditos suficientes para eso. No se ha cobrado nada.
error-credits-same-wallet = Son los mismos créditos.
error-credits-nothing-left = No queda nada que retirar.
error-credits-over-capture = Eso es más de lo que se cobró.
error-credits-no-debt = No se debe nada.
error-credits-amount = «{ $said }» no es una cantidad de créditos. Necesito un número como 40.
error-idea-empty = Ahí no encuentro palabras. Dime en una frase de qué trata la película.
error-idea-long = Esa idea es demasiado larga para mí; { $most } caracteres como mucho. ¿Cuál es su corazón, en unas frases?
error-length = { $short ->
    [yes] Una historia necesita al menos { $least }; { $asked } es poco para una película. ¿La hago de { $least }?
   *[no] Una película dura { $most } como mucho; { $asked } es más. ¿La hago de { $most }?
 }
error-length-unread = No entiendo «{ $said }» como duración. Dilo así: «90 segundos» o «2 minutos».
error-format = No conozco ese formato. Hay panorámica, vertical y cuadrada.
error-films-per-day = Con esta son { $most } películas hoy, que es el máximo. Mañana seguimos; las que tienes siguen abiertas.
error-writes-per-day = Es mucha escritura para un día. Mañana seguimos; no se pierde nada.
error-said-long = Es demasiado para un mensaje; { $most } caracteres como mucho. Dímelo por partes.
error-text-long = Eso tiene { $have } caracteres; aquí caben { $most }. No ha cambiado nada.
error-nobody-known = No conozco a nadie así de tus películas.
error-voices = Ahora mismo no puedo dejarte oír las voces.
error-empty = Ahí no había nada. No ha cambiado nada.
error-too-much-waiting = Ya hay { $most } deseos esperando. Déjame acabar primero esos.
error-button-gone = Ese botón ya no vale.
error-rendering = Esta película se está renderizando. Cancélalo primero y luego bórrala.
error-film-failed = Los planos están, pero la película no se pudo montar.
error-render-failed = No se pudo renderizar ni un plano.
error-tier-not-offered = Ahora mismo aquí no se renderiza eso.
error-writing-failed = He escrito, pero nada que te enseñaría. No se ha cobrado nada. Prueba otra vez, o di la idea de otra manera.
error-writing-refused = El servicio de escritura no quiso escribir eso. No se ha cobrado nada. Di la idea de otra manera y lo intento de nuevo.
error-language-not-written = Aquí no puedo escribir en { $language }. En inglés, sí.

declined-not-offered = Ahora mismo aquí no se renderiza en { $tier }. No se ha cobrado nada.
declined-paused = Quienes llevan este estudio han pausado el render. Tu película sigue como está y no se ha cobrado nada; prueba más tarde.
declined-plan = Tu plan no incluye { $tier }. No se ha cobrado nada.
declined-films-at-once = { $most ->
    [one] Tu plan renderiza una película a la vez, y hay una en marcha. No se ha cobrado nada; vuelve cuando acabe.
   *[other] Tu plan renderiza { $most } películas a la vez, y ya hay tantas en marcha. No se ha cobrado nada; vuelve cuando acabe una.
 }
declined-rendering = Esta película ya se está renderizando.
declined-price-changed = El precio ha cambiado desde que lo viste: { $total } créditos en vez de { $agreed }. No se ha cobrado nada; míralo otra vez.
declined-insufficient = Eso necesita { $total } créditos y tienes { $free }. No se ha cobrado nada.
declined-debt = Se deben { $debt } créditos de un pago que se retiró. Hasta que se paguen no se puede renderizar nada.
declined-frozen = Tus créditos están congelados por ahora. No se ha cobrado nada.

talk-not-understood = No lo he entendido, así que no he cambiado nada.

edit-refused-no-script = Aún no hay guion. Elige primero una logline.
edit-refused-nothing-to-undo = Es la primera versión; no hay nada que deshacer.
edit-refused-last-shot = Una película conserva al menos un plano, así que este se queda.
edit-refused-last-scene = Una película conserva al menos una escena, así que esta se queda.
edit-refused-no-such-shot = { $known ->
    [number] En esta versión no hay plano { $asked }.
   *[other] Ese plano no está en esta versión.
 }
edit-refused-no-such-scene = { $known ->
    [number] En esta versión no hay escena { $asked }.
   *[other] Esa escena no está en esta versión.
 }
edit-refused-no-such-character = Nadie se llama así en esta película.
edit-refused-name = Eso no sirve como nombre. Letras y espacios, sí.
edit-refused-name-taken = Ya hay alguien que se llama { $name }. Dos con un nombre confundirían a todos.
edit-refused-duration = Un plano dura entre { $least } y { $most } segundos.
edit-refused-too-much-said = Decir eso lleva { $needs } segundos, y un plano dura { $most } como mucho. Divídelo en dos.
edit-refused-speaks = A { $name } se le oye en este plano y no puede salir de él. Cambia antes las frases.
edit-refused-too-short-to-split = Un plano debe durar al menos { $least } segundos para ser dos.
edit-refused-at-edge = Ya está en el borde mismo de la película.
edit-refused-film-too-long = La película pasaría de una hora, que es el máximo.
edit-refused-text-too-long = Con eso un texto sería demasiado largo.
