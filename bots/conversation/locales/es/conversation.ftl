# Lo que alguien lee en el camino de una idea a una película.

## Comienzo

welcome-title = ¿Qué película hacemos?
welcome-how = Cuéntame tu idea en una frase. Escribo contigo un guion, lo dibujo, te lo enseño en movimiento y con sonido, y solo entonces digo cuánto cuesta el render.
welcome-ai = Las películas de aquí se hacen con IA y van marcadas como tales.
welcome-thanks = Con mucho gusto.

brief-plan = Yo haría con esto { $kind } de *{ $length }*, { $format }, en { $language }.
brief-hint = O dime qué cambiar: «dos minutos», «vertical», u otra idea.
brief-foreign = Tu idea está contada en { $told }. Aquí escribo en { $language }: la película hablará { $language } y tomará tus palabras tal cual.
brief-only = Aquí solo puedo escribir en { $language }: la película hablará { $language }.
brief-idea-ask = ¿Prefieres que la película trate de «{ $idea }»?
brief-now = Apuntado: { $kind }, { $length }, { $format }, en { $language }.
format-already = Ya es { $format }.

loglines-coming = Pienso en tres maneras de contarlo…
loglines-ask = Tres películas que podrían salir de aquí. ¿Cuál escribo?
loglines-hint = O dime qué cambiar en ellas: «más divertida», «sin la tormenta».

## Guion

script-coming = Estoy escribiendo. Las escenas aparecen aquí según llegan.
script-progress = escena { $done } de { $total }
script-facts = { $scenes ->
    [one] { $scenes } escena
   *[other] { $scenes } escenas
 } · { $shots ->
    [one] { $shots } plano
   *[other] { $shots } planos
 } · { $length }
script-hint = v{ $version } · O dímelo sin más: «escena { $scene }: { $time }», «más corta»{ $cast ->
    [none] .
   *[some] , «llama { $other } a { $name }».
 }
scene-inside = interior:
scene-outside = exterior:
page-of = Página { $page } de { $pages }

answer-working = Estoy en ello: «{ $said }»
answer-working-quietly = Lo estoy reescribiendo…
answer-unclear = Esto no lo he entendido: { $said }
answer-examples = Cosas que sí entiendo, por ejemplo:
answer-render-goes-on = La película que se está renderizando queda como acordamos. Esto es para la siguiente.
answer-not-counting = Esto se deshizo, o algo más nuevo ocupó su lugar.
example-1 = escena { $scene }: { $time }
example-2 = añade un plano del mar al final
example-3 = que el plano { $shot } dure 5 segundos
heard-waiting = Aún estoy escribiendo. Lo tengo presente y lo hago después.
said-changed-late = Ya seguí adelante con tus palabras de antes. Escríbeme qué debe cambiar ahora.
still-writing = Aún estoy escribiendo; un momento, y luego esto.
undone = Deshecho; vuelve a contar la versión { $version }.
nothing-else-changed = No ha cambiado nada más.
nothing-changed = No ha cambiado nada.
so-already = Ya era así; no ha cambiado nada.
changes-more = { $count ->
    [one] De ahí se sigue una cosa más.
   *[other] De ahí se siguen { $count } cosas más.
 }

## Reparto

cast-title = El reparto de { $title }
cast-hint = O dime: «llama { $other } a { $name }», «{ $name } lleva un abrigo rojo».
cast-hint-nobody = En esta película no se ve a nadie. Dime si debe salir alguien.
cast-nobody = Ni personas ni animales: los lugares sostienen esta película.
cast-narrator = *Narración* · voz: { $texture }
cast-speaks = { $count ->
    [one] una frase
   *[other] { $count } frases
 }, voz: { $voice }
cast-silent = no dice nada
cast-which-part = ¿Qué papel hace { $name }? El papel toma su nombre, aspecto, vestuario, color y voz.
cast-no-part = Ningún papel de esta película le va a { $name }: la historia lo llamaría con palabras que no son.
portrait-alt = { $name }: { $look }
portrait-plain = un retrato
voices-coming = Se aclaran la voz; un momento.
voices-here = { $count ->
    [one] Una primera frase, tal como sonará.
   *[other] Una primera frase de cada cual, tal como sonarán.
 }
voices-narrator = Narración
voices-alt = La voz de { $name }
people-title = Gente que conoces de tus películas
people-none = Todavía nadie. En cuanto se acuerda una película, recuerdo a su gente para la próxima.
people-hint = En otra película pueden tomar un papel: elígelos en su reparto.
people-forget-ask = ¿Olvidar a { $name }? Las películas en que sale quedan como están.
people-forgotten = { $name }: olvidado.

## Storyboard

board-drawing = Dibujo el storyboard. Es gratis, y cada viñeta aún se puede cambiar.
board-progress = viñeta { $done } de { $total }
board-title = { $first ->
    [one] Planos { $first } a { $last } de { $shots }
   *[other] Planos { $first } a { $last } de { $shots }
 }
board-hint = Elige un plano para cambiarlo, o dímelo: «plano { $shot } más cerca», «borra el plano { $last }».
panel-alt = Plano { $number }: { $action }
shot-title = Plano { $number } de { $shots }
shot-sound = Sonido: { $sound }

## Animática

animatic-coming = Pongo el storyboard en movimiento, con voces y música. Gratis.
animatic-progress = { $percent } %
animatic-ready = Tu storyboard en movimiento: *{ $length }*, con voces y música, gratis.
animatic-hint = Míralo antes de gastar nada. Lo que ahora te moleste te molestará después.

## Presupuesto

quote-title = Renderizar { $title }
quote-was = Aquí ponía lo que costaría renderizar { $title }.
quote-agreed = Acordado: { $title }, { $tier }, { $credits }.
quote-play = Créditos de juego: se dan para este render y no cuestan nada.
quote-tier = nivel
quote-credits = créditos
quote-ready = listo en
quote-have = Tienes { $have }.
quote-promise = Solo se cobran los planos terminados. Un plano que falla no cuesta nada, y lo que no se usa vuelve.
quote-estimate = Los tiempos son estimaciones hasta que aquí se rendericen más películas.
quote-reused = { $count ->
    [one] Uno de { $shots } planos ya estaba renderizado y no cuesta nada.
   *[other] { $count } de { $shots } planos ya estaban renderizados y no cuestan nada.
 }
quote-short = El nivel recomendado necesita { $need }; tienes { $have }. La animática sigue siendo tuya, gratis.
quote-nothing = Ahora mismo aquí no se renderiza nada. La animática es gratis y está completa.
quote-no-plan = Tu plan no incluye ninguno de los niveles que se renderizan aquí. La animática es gratis y está completa.
budget-total = Con { $most } como mucho, la película cuesta *{ $total }*, en { $tier } donde más importa.
budget-cheaper = { $count ->
    [one] El plano { $shots } se renderiza en { $tier }.
   *[other] Los planos { $shots } se renderizan en { $tier }.
 }
budget-drawn = { $count ->
    [one] El plano { $shots } queda dibujado y no cuesta nada.
   *[other] Los planos { $shots } quedan dibujados y no cuestan nada.
 }
budget-nothing = Eso no llega ni para un plano.

## Render

card-shots = { $done }/{ $total } planos · { $percent } %
card-queued = Acordado. Empieza en cuanto haya sitio.
card-rendering = Se están renderizando los planos. Puedes cerrar esto; te llamo cuando esté la película.
card-cancelling = Paro. Lo terminado se queda; el resto vuelve.
card-assembling = Están todos los planos. Monto la película.
card-paused = Quienes llevan este estudio han pausado el render. Lo hecho se conserva, lo reservado sigue siendo tuyo y continuará solo.
card-queue = { $place ->
    [1] Es la siguiente de la cola.
   *[other] Es la número { $place } de la cola.
 }
card-eta = Lista en { $wait }.
card-money = { $held } apartados, { $used } usados hasta ahora
card-scene-waiting = la escena { $number } espera
card-scene-rendering = escena { $number }: { $done }/{ $total }
card-scene-done = escena { $number } ✓
card-scenes-many = { $done } de { $total } escenas han llegado
card-stand-ins = { $count ->
    [one] El plano { $shots } no se pudo renderizar. Su viñeta dibujada ocupa su lugar, sin cobrarse.
   *[other] Los planos { $shots } no se pudieron renderizar. Sus viñetas dibujadas ocupan su lugar, sin cobrarse.
 }
card-done = { $rest ->
    [0] Terminado: los { $total } planos. Cobrado: { $spent }.
   *[other] Terminado: { $done } de { $total } planos. Cobrado: { $spent }; devuelto: { $back }.
 }
card-cancelled-money = Cancelado tras { $done } de { $total } planos. Cobrado: { $spent }; devuelto: { $back }.
card-failed-money = No se ha cobrado nada; devuelto: { $held }.
cancel-ask = ¿Parar este render? Los planos terminados se cobran y llegan como copión montado; todo lo demás vuelve.
cancel-stopping = Paro ahora. Te digo qué se terminó y qué ha vuelto.
cancel-too-late = Ya están todos los planos; la película se está montando y llega enseguida.
cancel-ended = Este render ya acabó.
nothing-to-cancel = No se está renderizando nada.

## Película

film-coming = La película está en camino.
film-money = { $rest ->
    [0] Cobrado: { $spent }.
   *[other] Cobrado: { $spent }; devuelto: { $back }.
 }
film-free = Gratis: tu storyboard en movimiento.
film-cancelled = Esto es lo que estaba terminado cuando cancelaste: { $done } de { $total } planos, el resto dibujado.
film-stand-ins = { $count ->
    [one] El plano { $shots } quedó dibujado y no costó nada.
   *[other] Los planos { $shots } quedaron dibujados y no costaron nada.
 }
film-ai = Hecha con IA.
media-film = { $title }, la película
media-part = { $title }, parte { $number } de { $total }
media-trailer = { $title }, un tráiler
media-poster = { $title }, el cartel
media-sheet = { $title }, todos los planos en una hoja
file-screenplay = El guion de { $title }, en Fountain: lo abre cualquier programa de guion.
file-subtitles = Los subtítulos de { $title }.
file-sheet = El storyboard de { $title } en una hoja.
receipt-title = Recibo del render { $number }
receipt-film = película
receipt-shots = planos
receipt-shots-value = { $done } de { $total }
receipt-tier = nivel
receipt-held = apartado
receipt-spent = cobrado
receipt-back = devuelto
receipt-from = pagado con

## Películas, ajustes, ayuda

films-none = Aún no hay películas. Cuéntame una idea, o déjate sorprender.
films-title = { $count ->
    [one] Tu película
   *[other] Tus { $count } películas
 }
delete-ask = ¿Borrar «{ $title }» para siempre? Desaparecen guion, storyboard y película.
deleted = Borrada.
settings-title = Ajustes
settings-language = Contigo hablo { $language }.
language-set = Desde ahora hablo { $language } contigo.
balance-free = Tienes { $free }.
balance-held = Hay { $held } apartados para películas que se están renderizando.
balance-debt = Se deben { $debt }, de un pago que se retiró.
help-title = Cómo funciona
help-journey = Una idea se convierte en tres loglines, una de ellas en guion, luego reparto, storyboard, storyboard en movimiento con sonido y película renderizada. El botón destacado siempre sigue adelante; si paras, no se pierde nada.
help-talk = En cualquier momento di lo que quieras. Por ejemplo:
help-money = Todo hasta el render es gratis. Un render enseña primero su precio, y solo se cobran los planos terminados.
help-commands = También: deshacer, estado, mis películas, mi reparto, ajustes, cancelar.
never-mind = Bien, todo queda como está.
button-gone = Ese botón ya no vale. Así están las cosas:
button-stale = Ese botón es de una versión anterior; la película ha avanzado. Ahora está aquí: { $stage }.
upload-not-used = Aquí no puedo usar «{ $name }». Como historia leo .txt, .fountain y .fdx; lo demás que importe, dímelo con palabras.
error-no-words = No sé leer lo que dice eso. Dímelo con palabras, por favor; también acepto historias (.txt, .fountain, .fdx), imágenes, música y voces grabadas.

## Preguntas y formularios

ask-idea = ¿De qué trata la película? Basta una frase.
form-idea = Una película nueva
entry-idea = Tu idea
ask-length = ¿Cuánto debe durar? De 15 segundos a una hora.
form-length = Duración
entry-length = Por ejemplo, 90 segundos o 2 minutos
ask-wish = ¿Qué debería cambiar en las tres?
form-wish = Otras loglines
entry-wish = Qué debería cambiar
ask-rewrite = ¿Cómo debería ir la escena { $scene }? Dímelo con tus palabras.
form-rewrite = Reescribir la escena { $scene }
entry-rewrite = Cómo debería ir
ask-look = ¿Qué aspecto tiene { $name }? Ahora pone:
form-look = { $name }: aspecto
entry-look = Qué aspecto tiene
ask-wardrobe = ¿Qué lleva { $name }? Ahora pone:
form-wardrobe = { $name }: vestuario
entry-wardrobe = Qué lleva puesto
ask-name = ¿Cómo se llamará { $name }?
form-name = Cambiar el nombre de { $name }
entry-name = Nombre nuevo
ask-action = ¿Qué se debe ver en el plano { $shot }? Ahora pone:
form-action = Plano { $shot }: la imagen
entry-action = Qué se ve
ask-lines = ¿Qué se debe decir en el plano { $shot }? Ahora pone:
form-lines = Plano { $shot }: las frases
entry-lines = Una por línea: «Nombre: palabras»
ask-insert = ¿Qué debe mostrar el plano nuevo tras el { $shot }?
form-insert = Un plano tras el { $shot }
entry-insert = Qué se ve
ask-budget = ¿Cuántos créditos debe costar como mucho?
form-budget = Gastar como mucho
entry-budget = Créditos

## Botones

choice-surprise = Sorpréndeme
choice-my-films = Mis películas
choice-how = Cómo funciona
choice-go-on = Bien, adelante
choice-keep-idea = Quedarme con la idea
choice-take-idea = Sí, mejor esa
choice-length = Otra duración…
choice-letter = { $letter }
choice-three-others = Otras tres
choice-wish = Cambiarlas…
choice-try-again = Otra vez
choice-show-loglines = Elegir una logline
choice-meet-the-cast = Me gusta: al reparto
choice-back = ◀ Atrás
choice-forward = Siguiente ▶
choice-shorter = Más corta
choice-longer = Más larga
choice-undo = Deshacer
choice-screenplay = Guion
choice-show-script = Ver el guion
choice-back-to-script = Volver al guion
choice-draw-storyboard = Dibujar el storyboard
choice-hear-voices = Oír las voces
choice-hear = Oír
choice-plays = Hacer de { $part }
choice-whole-cast = Volver al reparto
choice-keep-known = Conservar
choice-forget-sure = Olvidar
choice-cast-done = Son ellos
choice-look = Aspecto…
choice-wardrobe = Vestuario…
choice-name = Nombre…
choice-see-storyboard = Ver el storyboard
choice-back-to-storyboard = Volver al storyboard
choice-approve-all = { $count ->
    [one] Aprobarlo
   *[other] Aprobar los { $count }
 }
choice-all-panels = Todas las viñetas
choice-redraw = Redibujar
choice-edit-shot = Imagen…
choice-edit-lines = Frases…
choice-earlier = Antes
choice-later = Después
choice-insert = Insertar detrás…
choice-split = Dividir
choice-delete-shot = Borrar
choice-see-animatic = Verlo en movimiento
choice-render-it = Renderizar
choice-change-something = Cambiar algo
choice-keep-it = Esta es la película
choice-see-quote = Ver los precios
choice-tier = { $tier }, { $credits }
choice-spend-at-most = Gastar como mucho…
choice-spend-what-i-have = Gastar { $credits } como mucho
choice-not-yet = Aún no
choice-rough-cut = Ver el copión montado
choice-rough-cut-making = El copión está en camino
choice-cancel-render = Cancelar
choice-keep-rendering = Seguir renderizando
choice-cancel-sure = Parar
choice-status = ¿Cómo va?
choice-new-film = Película nueva
choice-another-version = Otra versión
choice-subtitles = Subtítulos
choice-contact-sheet = Hoja de contactos
choice-receipt = Recibo
choice-open-film = Abrir «{ $title }»
choice-delete-film = Borrar «{ $title }»
choice-keep-film = Conservarla
choice-delete-sure = Borrar para siempre
choice-done = Listo
choice-go-on-here = Seguir
choice-never-mind = Déjalo
choice-make-it = Que dure { $length }

## Menús

menu-length = Duración
menu-format = Formato
menu-film-language = Idioma de la película
menu-language = Tu idioma
menu-rewrite-scene = Reescribir una escena
menu-character = Cambiar a alguien
menu-voice = Voz
menu-texture = Cómo es la voz
menu-known = Alguien que conoces
menu-forget = Olvidar a alguien
menu-shot = Mirar un plano
menu-duration = Cuánto dura
menu-size = Qué cerca
menu-move = Cámara
menu-film = Abrir otra película
