# Lo que alguien puede escribir; no se muestra. Minúsculas, separado por barras.

heard-yes = sí | si | s | vale | ok | okay | bien | genial | perfecto | claro | adelante | sigue | seguir | dale | hazlo | me gusta | de acuerdo | sí por favor | venga | bien, adelante | yes
heard-hello = hola | buenas | hey | buenos días | buenas tardes | buenas noches | qué tal | empezar | start | /start
heard-help = ayuda | help | ? | /help | /ayuda | qué puedes hacer | cómo funciona | qué hago
heard-never-mind = déjalo | da igual | olvídalo | no | para | nada | mejor no | stop
heard-status = estado | cómo va | por dónde vamos | dónde estamos | y ahora qué | status
heard-shorter = más corta | más corto | hazla más corta | un poco más corta | demasiado larga
heard-longer = más larga | más largo | hazla más larga | un poco más larga | demasiado corta
heard-undo = deshacer | deshaz | deshazlo | deshaz eso | atrás | vuelve atrás | undo
heard-films = películas | mis películas | lista | ver mis películas | mis pelis
heard-cast = mi reparto | mi gente | mis personajes | a quién conozco
heard-thanks = gracias | muchas gracias | mil gracias | thx | thanks

heard-second = s | seg | segundo | segundos
heard-minute = m | min | minuto | minutos
heard-hour = h | hora | horas
heard-numbers = medio = 0.5 | media = 0.5 | un = 1 | una = 1 | uno = 1 | dos = 2 | tres = 3 | cuatro = 4 | cinco = 5 | seis = 6 | siete = 7 | ocho = 8 | nueve = 9 | diez = 10 | doce = 12 | quince = 15 | veinte = 20 | treinta = 30 | cuarenta = 40 | cuarenta y cinco = 45 | cincuenta = 50 | sesenta = 60 | noventa = 90
heard-half = y medio | y media
heard-format-youtube = panorámica | panorámico | horizontal | apaisada | ancho | youtube | 16:9 | 16x9
heard-format-shorts = vertical | en vertical | shorts | 9:16 | 9x16 | youtube shorts
heard-format-reels = reels | reel | instagram reels | instagram reel
heard-format-tiktok = tiktok | tik tok
heard-format-square = cuadrada | cuadrado | 1:1 | 1x1
heard-kind-film = largometraje | película normal | peli normal
heard-kind-short = cortometraje | un corto
heard-kind-series = serie | episodio | webserie
heard-kind-ad = anuncio | publicidad | spot | comercial
heard-kind-trailer = tráiler | trailer | teaser
heard-kind-music-video = videoclip | video musical | vídeo musical
heard-about = para | sobre | de | en que | en la que
heard-film = película | peli | vídeo | video
heard-filler = haz | hazla | hazlo | que | sea | ponla | ponlo | por favor | la | el | los | las | un | una | en | y | como | a | al | para | de | con | es | debe | debería | quiero | quisiera | me gustaría | película | peli | vídeo | video | dure | duración | unos | unas | más o menos | ahora | mejor | solo | formato | idioma | puedes | usa | cambia | me | nos | versión
