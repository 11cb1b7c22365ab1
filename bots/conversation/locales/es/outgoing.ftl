## Entregar una película

choice-share = Compartir
choice-watch-page = Abrir su página
choice-unshare = Retirar el enlace
menu-another-format = Otro formato
menu-another-language = Otro idioma
choice-no-language = Otro idioma…
no-translator = Pasar una película a otro idioma necesita un modelo que escriba, y aquí no hay ninguno conectado: quien lleva esto puede poner SYSRAI_OPENAI_API_KEY. Otros formatos, subtítulos y archivos funcionan sin él.
error-no-translator = Aquí no puedo pasar películas a { $language }: necesita un modelo que escriba, y no hay ninguno conectado. No ha cambiado nada.
cut-coming = Tu película en { $language }, { $format }: la monto con las mismas tomas, nada se renderiza otra vez.
cut-translating = Tu película en { $language }, { $format }: se traducen sus frases y luego la monto con las mismas tomas.
cut-progress = { $percent } %
cut-failed = Tu película en { $language }, { $format }, no ha salido.
cut-dubbed = Voces, subtítulos y títulos están en { $language }.
cut-subtitled = Títulos y subtítulos están en { $language }. Las voces quedan como estaban: aquí nadie lo habla.
cut-too-long = { $place } acepta películas de hasta { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
 }; esta es más larga.
choice-files = Archivos para montar
choice-subtitles-vtt = Como WebVTT, para la web
choice-subtitles-ass = Como ASS, para edición
choice-kit = Descargar todo, { $size } MB
kit-coming = Reúno todo lo que necesita quien monta. Tarda un momento.
kit-here = Todo lo de esta película, { $size } MB: ábrelo en cualquier programa de montaje y sigue desde aquí.
kit-parts = Listas de montaje (OTIO, FCPXML, EDL) con sus planos, voces y música; el guion en Fountain, FDX y PDF; el storyboard; subtítulos; la película.
kit-file = Archivos para montar
share-here = Quien tenga este enlace puede ver la película, sin cuenta. Vale { $days } días; puedes retirarlo cuando quieras.
film-on-its-page = Es demasiado grande para este sitio. Se puede ver en su página:
share-over = El enlace que estaba aquí se ha retirado.
share-taken-back = El enlace se ha retirado: ya no abre nada. Comparte la película otra vez y tendrá uno nuevo.

## La página de la película

watch-by = Una película de { $names }
watch-with-ai = Hecha con IA
watch-with-ai-long = Esta película la hizo Sysrai con IA: historia, imágenes, voces y música.
watch-signed-operator = El archivo lleva credenciales de contenido que lo dicen.
watch-signed-test = El archivo lleva credenciales de contenido que lo dicen, firmadas con un certificado de prueba.
watch-play = Reproducir
watch-pause = Pausa
watch-mute = Sin sonido
watch-unmute = Con sonido
watch-volume = Volumen
watch-seek = Posición en la película
watch-position = { $at } de { $of }
watch-full = Pantalla completa
watch-full-leave = Salir de pantalla completa
watch-subtitles = Subtítulos
watch-subtitles-off = Sin subtítulos
watch-version = Versión
watch-version-go = Ver
watch-storyboard = Storyboard
watch-shot = Plano { $number }, en { $at }
watch-chapters = Capítulos
watch-download-size = Descargar, { $size } MB
watch-download-subtitles = Subtítulos como archivo
watch-share = Copiar enlace
watch-shared = Enlace copiado
watch-keys = Teclas: espacio reproduce, flechas saltan cinco segundos, C subtítulos, M sonido, F pantalla completa.
watch-skip = Ir a la película
watch-player = Reproductor
watch-report = Denunciar esta película
watch-report-hint = Lo que escribas llega a quien lleva esta instalación. No se envía nada más.
watch-report-reason = Qué está mal
watch-report-illegal = Muestra algo ilegal o dañino
watch-report-person = Me muestra a mí o a alguien que conozco sin consentimiento
watch-report-copyright = Usa mi obra
watch-report-other = Otra cosa
watch-report-said = Cuenta más, si quieres
watch-report-contact = Cómo contactarte, si quieres
watch-report-send = Enviar la denuncia
watch-report-thanks = Gracias. La denuncia queda apuntada y se mirará.
watch-report-wrong = Ese formulario no se pudo leer. Vuelve atrás y prueba otra vez.
watch-broken = La película no se reproduce aquí. Puedes descargarla.
watch-unknown-title = Aquí no hay nada que ver
watch-unknown = Este enlace no abre ninguna película. Quizá se perdió una letra por el camino: pídelo otra vez.
watch-over-title = Este enlace ya no vale
watch-over = Los enlaces a películas caducan, y quien las hizo puede retirarlos. Pide uno nuevo.
watch-down-title = Esta película fue retirada
watch-down = La retiró quien lleva este servicio. Quien la hizo puede preguntarle por qué.
error-taken-down = Quien lleva este servicio retiró esta película, así que no se entrega nada de ella. Tu guion sigue aquí.
