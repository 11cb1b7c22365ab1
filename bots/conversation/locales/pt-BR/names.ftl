# As palavras próprias do roteiro e do caixa, números e etapas.

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
wait-moment = menos de um minuto
wait-minutes = { $count ->
    [one] cerca de um minuto
   *[other] cerca de { $count } minutos
 }
wait-hours = { $count ->
    [one] cerca de uma hora
   *[other] cerca de { $count } horas
 }

stage-brief = a proposta
stage-loglines = as loglines
stage-script = o roteiro
stage-cast = o elenco
stage-board = o storyboard
stage-animatic = o animatic
stage-quote = o orçamento
stage-rendering = o render
stage-film = o filme pronto

format-youtube = horizontal
format-shorts = vertical
format-reels = vertical para Reels
format-tiktok = vertical para TikTok
format-square = quadrado

tier-preview = Animatic
tier-drawn = Desenhado
tier-draft = Rascunho
tier-standard = Padrão
tier-cinema = Cinema

source-play = créditos de brincadeira
source-promo = presente
source-subscription = créditos do mês
source-goodwill = cortesia
source-stripe = comprados
source-stars = comprados com Stars
source-discord = comprados no Discord

time-dawn = amanhecer
time-day = dia
time-dusk = entardecer
time-night = noite

weather-clear = céu limpo
weather-rain = chuva
weather-snow = neve
weather-fog = neblina
weather-storm = tempestade
weather-wind = vento

mood-warm = acolhedor
mood-hope = esperançoso
mood-joyful = alegre
mood-wonder = de encanto
mood-tender = terno
mood-melancholy = melancólico
mood-tense = tenso
mood-dread = de pavor

interior-interior = dentro
interior-exterior = fora

size-EWS = plano geral aberto
size-WS = plano geral
size-FS = plano de corpo inteiro
size-MS = plano médio
size-MCU = meio primeiro plano
size-CU = close
size-ECU = superclose
size-INSERT = plano detalhe

move-static = câmera fixa
move-pan_left = panorâmica para a esquerda
move-pan_right = panorâmica para a direita
move-tilt_up = tilt para cima
move-tilt_down = tilt para baixo
move-dolly_in = dolly in lento
move-dolly_out = dolly out lento
move-truck_left = travelling para a esquerda
move-truck_right = travelling para a direita
move-crane_up = grua subindo
move-crane_down = grua descendo
move-zoom_in = zoom in
move-zoom_out = zoom out
move-handheld = câmera na mão

transition-cut = um corte seco
transition-dissolve = uma fusão

age-child = { $gender ->
    [female] uma menina
    [male] um menino
   *[neutral] uma criança
 }
age-young = { $gender ->
    [female] uma jovem
    [male] um rapaz
   *[neutral] jovem
 }
age-adult = { $gender ->
    [female] uma mulher
    [male] um homem
   *[neutral] gente grande
 }
age-old = { $gender ->
    [female] uma senhora idosa
    [male] um senhor idoso
   *[neutral] de idade avançada
 }
species-dog = um cachorro
species-cat = um gato
species-bird = um pássaro
species-horse = um cavalo
species-fish = um peixe
species-bear = um urso
species-fox = uma raposa
species-small_animal = um animal pequeno
species-big_animal = um animal grande
species-robot = um robô
species-ghost = um fantasma
species-creature = uma criatura
texture-warm = calorosa
texture-dry = seca
texture-bright = clara
texture-soft = suave
texture-rough = rouca
texture-breathy = sussurrada
texture-deep = profunda
texture-calm = calma
texture-lively = animada
texture-flat = monótona
voice-plain = calma, próxima
voice-like = { $pitch ->
    [low] grave
    [high] aguda
   *[mid] média
 }, { $pace ->
    [slow] lenta
    [quick] rápida
   *[even] pausada
 }
