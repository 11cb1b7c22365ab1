# Palabras propias del guion y de la caja, cifras y etapas.

credits = { $count ->
    [one] { $count } crédito
   *[other] { $count } créditos
 }
seconds = { $count } s
length-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
 }
length-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
 }
length-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
 }
length-both = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
 } { $rest ->
    [one] { $rest } segundo
   *[other] { $rest } segundos
 }
wait-moment = menos de un minuto
wait-minutes = { $count ->
    [one] cerca de un minuto
   *[other] unos { $count } minutos
 }
wait-hours = { $count ->
    [one] cerca de una hora
   *[other] unas { $count } horas
 }

stage-brief = el encargo
stage-loglines = las loglines
stage-script = el guion
stage-cast = el reparto
stage-board = el storyboard
stage-animatic = la animática
stage-quote = el presupuesto
stage-rendering = el render
stage-film = la película terminada

format-youtube = panorámica
format-shorts = vertical
format-reels = vertical para Reels
format-tiktok = vertical para TikTok
format-square = cuadrada

tier-preview = Animática
tier-drawn = Dibujada
tier-draft = Borrador
tier-standard = Estándar
tier-cinema = Cine

source-play = créditos de juego
source-promo = regalo
source-subscription = créditos del mes
source-goodwill = cortesía
source-stripe = comprados
source-stars = comprados con Stars
source-discord = comprados en Discord

time-dawn = amanecer
time-day = día
time-dusk = atardecer
time-night = noche

weather-clear = despejado
weather-rain = lluvia
weather-snow = nieve
weather-fog = niebla
weather-storm = tormenta
weather-wind = viento

mood-warm = cálida
mood-hope = esperanzada
mood-joyful = alegre
mood-wonder = llena de asombro
mood-tender = tierna
mood-melancholy = melancólica
mood-tense = tensa
mood-dread = inquietante

interior-interior = dentro
interior-exterior = fuera

size-EWS = gran plano general
size-WS = plano general
size-FS = plano entero
size-MS = plano medio
size-MCU = plano medio corto
size-CU = primer plano
size-ECU = primerísimo plano
size-INSERT = plano detalle

move-static = cámara fija
move-pan_left = panorámica a la izquierda
move-pan_right = panorámica a la derecha
move-tilt_up = cabeceo hacia arriba
move-tilt_down = cabeceo hacia abajo
move-dolly_in = travelling lento de acercamiento
move-dolly_out = travelling lento de alejamiento
move-truck_left = travelling a la izquierda
move-truck_right = travelling a la derecha
move-crane_up = grúa hacia arriba
move-crane_down = grúa hacia abajo
move-zoom_in = zoom de acercamiento
move-zoom_out = zoom de alejamiento
move-handheld = cámara en mano

transition-cut = un corte
transition-dissolve = un fundido encadenado

age-child = { $gender ->
    [female] una niña
    [male] un niño
   *[neutral] una criatura
 }
age-young = { $gender ->
    [female] una mujer joven
    [male] un hombre joven
   *[neutral] joven
 }
age-adult = { $gender ->
    [female] una mujer
    [male] un hombre
   *[neutral] de edad adulta
 }
age-old = { $gender ->
    [female] una anciana
    [male] un anciano
   *[neutral] de edad avanzada
 }
species-dog = un perro
species-cat = un gato
species-bird = un pájaro
species-horse = un caballo
species-fish = un pez
species-bear = un oso
species-fox = un zorro
species-small_animal = un animal pequeño
species-big_animal = un animal grande
species-robot = un robot
species-ghost = un fantasma
species-creature = un ser
texture-warm = cálida
texture-dry = seca
texture-bright = clara
texture-soft = suave
texture-rough = áspera
texture-breathy = susurrada
texture-deep = grave
texture-calm = serena
texture-lively = viva
texture-flat = plana
voice-plain = serena, cercana
voice-like = { $pitch ->
    [low] grave
    [high] aguda
   *[mid] media
 }, { $pace ->
    [slow] lenta
    [quick] rápida
   *[even] regular
 }
