# Names of the script's and the ledger's own words, figures and stages.

credits = { $count ->
    [one] { $count } credit
   *[other] { $count } credits
 }
seconds = { $count } s
length-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
 }
length-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
length-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
length-both = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 } { $rest ->
    [one] { $rest } second
   *[other] { $rest } seconds
 }
wait-moment = under a minute
wait-minutes = { $count ->
    [one] about a minute
   *[other] about { $count } minutes
 }
wait-hours = { $count ->
    [one] about an hour
   *[other] about { $count } hours
 }

stage-brief = the brief
stage-loglines = the loglines
stage-script = the script
stage-cast = the cast
stage-board = the storyboard
stage-animatic = the animatic
stage-quote = the quote
stage-rendering = the render
stage-film = the finished film

format-youtube = widescreen
format-shorts = vertical
format-reels = vertical for Reels
format-tiktok = vertical for TikTok
format-square = square

tier-preview = Animatic
tier-drawn = Drawn
tier-draft = Draft
tier-standard = Standard
tier-cinema = Cinema

source-play = play credits
source-promo = gift
source-subscription = monthly credits
source-goodwill = goodwill
source-stripe = bought
source-stars = bought with Stars
source-discord = bought on Discord

time-dawn = dawn
time-day = day
time-dusk = dusk
time-night = night

weather-clear = clear
weather-rain = rain
weather-snow = snow
weather-fog = fog
weather-storm = storm
weather-wind = wind

mood-warm = warm
mood-hope = hopeful
mood-joyful = joyful
mood-wonder = full of wonder
mood-tender = tender
mood-melancholy = melancholy
mood-tense = tense
mood-dread = full of dread

interior-interior = inside
interior-exterior = outside

size-EWS = extreme wide shot
size-WS = wide shot
size-FS = full shot
size-MS = medium shot
size-MCU = medium close-up
size-CU = close-up
size-ECU = extreme close-up
size-INSERT = close-up of a thing

move-static = still camera
move-pan_left = pan left
move-pan_right = pan right
move-tilt_up = tilt up
move-tilt_down = tilt down
move-dolly_in = slow dolly in
move-dolly_out = slow dolly out
move-truck_left = truck left
move-truck_right = truck right
move-crane_up = crane up
move-crane_down = crane down
move-zoom_in = zoom in
move-zoom_out = zoom out
move-handheld = handheld

transition-cut = a cut
transition-dissolve = a dissolve

age-child = { $gender ->
    [female] a girl
    [male] a boy
   *[neutral] a child
 }
age-young = { $gender ->
    [female] a young woman
    [male] a young man
   *[neutral] young
 }
age-adult = { $gender ->
    [female] a woman
    [male] a man
   *[neutral] grown-up
 }
age-old = { $gender ->
    [female] an old woman
    [male] an old man
   *[neutral] old
 }
species-dog = a dog
species-cat = a cat
species-bird = a bird
species-horse = a horse
species-fish = a fish
species-bear = a bear
species-fox = a fox
species-small_animal = a small animal
species-big_animal = a big animal
species-robot = a robot
species-ghost = a ghost
species-creature = a creature
texture-warm = warm
texture-dry = dry
texture-bright = bright
texture-soft = soft
texture-rough = rough
texture-breathy = breathy
texture-deep = deep
texture-calm = calm
texture-lively = lively
texture-flat = flat
voice-plain = calm, close
voice-like = { $pitch ->
    [low] low
    [high] high
   *[mid] middle
 }, { $pace ->
    [slow] slow
    [quick] quick
   *[even] even
 }
