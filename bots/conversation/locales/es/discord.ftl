# Lo que solo se dice en Discord: sus comandos, y dónde siguen las cosas.

## Comandos

command-film = película
command-film-about = Hacer películas
command-new = nueva
command-new-about = Empezar una película con una idea
command-open = abrir
command-open-about = Seguir con una de tus películas
command-list = lista
command-list-about = Tus películas y en qué punto está cada una
command-status = estado
command-status-about = En qué punto está una película
command-script = guion
command-script-about = Ver el guion de una película
command-board = storyboard
command-board-about = Ver el storyboard de una película
command-render = render
command-render-about = Lo que cuesta renderizar una película, antes de gastar nada
command-cancel = cancelar
command-cancel-about = Parar un render; lo terminado se queda
command-export = exportar
command-export-about = Los archivos de una película para llevar
command-delete = borrar
command-delete-about = Borrar una película
command-undo = deshacer
command-undo-about = Deshacer el último cambio
command-cast = reparto
command-cast-about = La gente que conoces de tus películas
command-credits = créditos
command-credits-about = Tus créditos
command-balance = saldo
command-history = historial
command-buy = comprar
command-plans = planes
command-code = código
command-invite = invitar
command-leave = salir
command-setup = configurar
command-pool = fondo
command-credits-balance-about = Lo que puedes gastar
command-credits-history-about = Lo que entró y en qué se gastó
command-credits-buy-about = Comprar créditos
command-credits-plans-about = Planes con créditos cada mes
command-credits-code-about = Usar un código que te dieron
command-credits-help-about = Preguntas sobre un pago
command-crew-list-about = Quién trabaja contigo en una película
command-crew-invite-about = Invitar a alguien a trabajar contigo en una película
command-crew-history-about = Quién cambió qué en una película
command-crew-leave-about = Dejar de trabajar en la película de otra persona
command-crew-join-about = Unirte a una película a la que te invitaron
command-crew = equipo
command-crew-about = Hacer una película entre varios
command-join = unirse
command-queue = cola
command-queue-about = Qué se está renderizando y a quién le toca
command-link = vincular
command-link-about = Ser la misma persona aquí y en Telegram
command-unlink = desvincular
command-unlink-about = Volver a ser personas distintas aquí y en Telegram
command-terms = condiciones
command-terms-about = Condiciones, privacidad y qué hace aquí la IA
command-studio = estudio
command-studio-about = El estudio de este servidor
command-studio-setup-about = Dónde se hacen películas aquí, quién las empieza y cuánto pueden durar
command-studio-pool-about = Los créditos del servidor, lo que puede gastar cada cual y quién gastó qué
command-studio-queue-about = Todas las películas que se están haciendo en este servidor
command-settings = ajustes
command-settings-about = Tu idioma y tus ajustes
command-help = ayuda
command-help-about = Lo que podemos hacer aquí

option-idea = idea
option-idea-about = ¿De qué trata? Basta una frase
option-length = duración
option-length-about = Cuánto debe durar
option-format = formato
option-format-about = Dónde se va a ver
option-language = idioma
option-language-about = El idioma que se habla en ella
option-film = película
option-film-about = Qué película
option-kind = tipo
option-kind-about = Qué tipo de película
option-role = rol
option-role-about = Quien tenga este rol puede empezar películas aquí; elígelo otra vez para quitarlo
option-code = código
option-code-about = El código que te dieron
option-file = archivo
option-file-about = Una historia o un guion para empezar: .txt, .fountain o .fdx

## Hilos

discord-thread-name = Una película de { $name }
discord-thread-opener = Aquí empieza una película de { $name }.
discord-thread-here = Tu película tiene su propio hilo.
discord-thread-go = Ir al hilo
discord-dm-here = Aquí estoy de visita, así que tu película sigue en nuestros mensajes directos.
discord-dm-go = Ir a los mensajes
discord-dm-closed = No puedo escribirte. Permite mis mensajes directos en tus ajustes de privacidad y pregunta otra vez; no se pierde nada.
discord-reply-hint = Responde a este mensaje para decírmelo.

## Archivos

discord-upload-kind = Leo historias (.txt, .fountain, .fdx), uso imágenes (JPEG, PNG, WebP) y pongo música (MP3, M4A, WAV, FLAC, Ogg). Ese tipo de archivo no me sirve.
discord-upload-large = Ese archivo es demasiado grande: { $most } MB como mucho.
discord-upload-lost = Discord no me entregó ese archivo. Mándalo otra vez, por favor.

## Channels and members

command-give = dar
command-credits-give-about = Dar créditos al fondo de este servidor
command-allow = permitir
command-studio-allow-about = Lo que puede gastar un miembro del fondo del servidor
option-scene = escena
option-scene-about = Qué escena: un número o un lugar
option-who = quién
option-who-about = Qué personaje de la película abierta aquí
option-part = como
option-part-about = Qué podrá hacer: mirar, escribir o dirigir
option-channel = canal
option-channel-about = Crear para ello un canal nuevo con este nombre
option-hidden = oculto
option-hidden-about = Solo este rol, tú y los administradores ven el canal nuevo
option-member = miembro
option-member-about = A quién
option-amount = cantidad
option-amount-about = Cuántos créditos

discord-channel-here = El canal está listo, con su tablón de cola. Sus reglas están abajo; solo las ves tú.
discord-channel-go = Ir al canal
discord-channel-forbidden = Aquí no puedo crear canales. Dame el permiso Gestionar canales, o crea tú el canal y usa este comando en él. No cambió nada.
discord-channel-full = Este servidor tiene todos los canales que Discord permite. Usa este comando en uno que ya exista, o borra uno antes.
discord-channel-name = Discord no acepta un canal llamado «{ $name }». Sirven letras, números y guiones.
discord-channel-there = Ya hay un canal #{ $name }, y quién lo ve lo decides tú. Quita «oculto» o elige otro nombre.
discord-channel-hidden = «oculto» vale para un canal nuevo: di con «canal» cómo se llamará.
discord-member-bot = Un bot no hace películas. Elige a una persona.
discord-left-server = Ya no estás en { $name }, de donde es esto, así que no cambié nada. Tus películas siguen en cualquier chat: /film list.
discord-away = Discord no me responde ahora mismo. No cambió nada; inténtalo en un momento.
