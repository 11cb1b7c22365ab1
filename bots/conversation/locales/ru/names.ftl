# Слова сценария и учёта, числа и этапы.

credits = { $count ->
    [one] { $count } кредит
    [few] { $count } кредита
    [many] { $count } кредитов
   *[other] { $count } кредита
 }
seconds = { $count } с
length-seconds = { $count ->
    [one] { $count } секунда
    [few] { $count } секунды
    [many] { $count } секунд
   *[other] { $count } секунды
 }
length-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
 }
length-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
   *[other] { $count } часа
 }
length-both = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
 } { $rest ->
    [one] { $rest } секунда
    [few] { $rest } секунды
    [many] { $rest } секунд
   *[other] { $rest } секунды
 }
wait-moment = меньше минуты
wait-minutes = { $count ->
    [one] около { $count } минуты
   *[other] около { $count } минут
 }
wait-hours = { $count ->
    [one] около { $count } часа
   *[other] около { $count } часов
 }

stage-brief = замысел
stage-loglines = логлайны
stage-script = сценарий
stage-cast = действующие лица
stage-board = раскадровка
stage-animatic = аниматик
stage-quote = цена
stage-rendering = рендер
stage-film = готовый фильм

format-youtube = широкий
format-shorts = вертикальный
format-reels = вертикальный для Reels
format-tiktok = вертикальный для TikTok
format-square = квадратный

tier-preview = Аниматик
tier-drawn = Рисованное
tier-draft = Черновое
tier-standard = Стандарт
tier-cinema = Кино

source-play = пробные кредиты
source-promo = подарок
source-subscription = кредиты за месяц
source-goodwill = от нас
source-stripe = куплено
source-stars = куплено за Stars
source-discord = куплено в Discord

time-dawn = рассвет
time-day = день
time-dusk = сумерки
time-night = ночь

weather-clear = ясно
weather-rain = дождь
weather-snow = снег
weather-fog = туман
weather-storm = буря
weather-wind = ветер

mood-warm = тепло
mood-hope = надежда
mood-joyful = радость
mood-wonder = изумление
mood-tender = нежность
mood-melancholy = грусть
mood-tense = напряжение
mood-dread = жуть

interior-interior = внутри
interior-exterior = снаружи

size-EWS = дальний план
size-WS = общий план
size-FS = в полный рост
size-MS = средний план
size-MCU = средне-крупный план
size-CU = крупный план
size-ECU = сверхкрупный план
size-INSERT = деталь

move-static = неподвижная камера
move-pan_left = панорама влево
move-pan_right = панорама вправо
move-tilt_up = панорама вверх
move-tilt_down = панорама вниз
move-dolly_in = медленный наезд
move-dolly_out = медленный отъезд
move-truck_left = проезд влево
move-truck_right = проезд вправо
move-crane_up = кран вверх
move-crane_down = кран вниз
move-zoom_in = зум ближе
move-zoom_out = зум дальше
move-handheld = ручная камера

transition-cut = склейка
transition-dissolve = наплыв

age-child = { $gender ->
    [female] девочка
    [male] мальчик
   *[neutral] ребёнок
 }
age-young = { $gender ->
    [female] молодая женщина
    [male] молодой человек
   *[neutral] кто-то молодой
 }
age-adult = { $gender ->
    [female] женщина
    [male] мужчина
   *[neutral] взрослый человек
 }
age-old = { $gender ->
    [female] пожилая женщина
    [male] пожилой мужчина
   *[neutral] пожилой человек
 }
species-dog = собака
species-cat = кошка
species-bird = птица
species-horse = лошадь
species-fish = рыба
species-bear = медведь
species-fox = лиса
species-small_animal = зверёк
species-big_animal = большой зверь
species-robot = робот
species-ghost = призрак
species-creature = существо
texture-warm = тёплый
texture-dry = сухой
texture-bright = звонкий
texture-soft = мягкий
texture-rough = хриплый
texture-breathy = с придыханием
texture-deep = глубокий
texture-calm = спокойный
texture-lively = живой
texture-flat = ровный
voice-plain = спокойный, близкий
voice-like = { $pitch ->
    [low] низкий
    [high] высокий
   *[mid] средний
 }, { $pace ->
    [slow] медленный
    [quick] быстрый
   *[even] размеренный
 }
