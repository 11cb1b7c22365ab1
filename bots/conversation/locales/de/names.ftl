# Die eigenen Wörter von Drehbuch und Kasse, Zahlen und Stufen.

credits = { $count ->
    [one] { $count } Credit
   *[other] { $count } Credits
 }
seconds = { $count } s
length-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
 }
length-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
 }
length-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
 }
length-both = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
 } { $rest ->
    [one] { $rest } Sekunde
   *[other] { $rest } Sekunden
 }
wait-moment = unter einer Minute
wait-minutes = { $count ->
    [one] etwa einer Minute
   *[other] etwa { $count } Minuten
 }
wait-hours = { $count ->
    [one] etwa einer Stunde
   *[other] etwa { $count } Stunden
 }

stage-brief = das Vorhaben
stage-loglines = die Loglines
stage-script = das Drehbuch
stage-cast = die Besetzung
stage-board = das Storyboard
stage-animatic = das Animatic
stage-quote = der Preis
stage-rendering = das Rendern
stage-film = der fertige Film

format-youtube = im Breitbild
format-shorts = hochkant
format-reels = hochkant für Reels
format-tiktok = hochkant für TikTok
format-square = quadratisch

tier-preview = Animatic
tier-drawn = Gezeichnet
tier-draft = Entwurf
tier-standard = Standard
tier-cinema = Kino

source-play = Spielcredits
source-promo = Geschenk
source-subscription = Monatscredits
source-goodwill = Kulanz
source-stripe = gekauft
source-stars = mit Stars gekauft
source-discord = auf Discord gekauft

time-dawn = Morgengrauen
time-day = Tag
time-dusk = Abenddämmerung
time-night = Nacht

weather-clear = klar
weather-rain = Regen
weather-snow = Schnee
weather-fog = Nebel
weather-storm = Sturm
weather-wind = Wind

mood-warm = warm
mood-hope = hoffnungsvoll
mood-joyful = fröhlich
mood-wonder = voller Staunen
mood-tender = zärtlich
mood-melancholy = melancholisch
mood-tense = angespannt
mood-dread = unheimlich

interior-interior = innen
interior-exterior = außen

size-EWS = Panorama
size-WS = Totale
size-FS = Halbtotale
size-MS = Halbnahe
size-MCU = Nahe
size-CU = Großaufnahme
size-ECU = Detailaufnahme
size-INSERT = Ding in Großaufnahme

move-static = stehende Kamera
move-pan_left = Schwenk nach links
move-pan_right = Schwenk nach rechts
move-tilt_up = Schwenk nach oben
move-tilt_down = Schwenk nach unten
move-dolly_in = langsame Fahrt heran
move-dolly_out = langsame Fahrt zurück
move-truck_left = Fahrt nach links
move-truck_right = Fahrt nach rechts
move-crane_up = Kranfahrt nach oben
move-crane_down = Kranfahrt nach unten
move-zoom_in = Zoom heran
move-zoom_out = Zoom zurück
move-handheld = Handkamera

transition-cut = einem Schnitt
transition-dissolve = einer Überblendung

age-child = { $gender ->
    [female] ein Mädchen
    [male] ein Junge
   *[neutral] ein Kind
 }
age-young = { $gender ->
    [female] eine junge Frau
    [male] ein junger Mann
   *[neutral] jung
 }
age-adult = { $gender ->
    [female] eine Frau
    [male] ein Mann
   *[neutral] erwachsen
 }
age-old = { $gender ->
    [female] eine alte Frau
    [male] ein alter Mann
   *[neutral] alt
 }
species-dog = ein Hund
species-cat = eine Katze
species-bird = ein Vogel
species-horse = ein Pferd
species-fish = ein Fisch
species-bear = ein Bär
species-fox = ein Fuchs
species-small_animal = ein kleines Tier
species-big_animal = ein großes Tier
species-robot = ein Roboter
species-ghost = ein Geist
species-creature = ein Wesen
texture-warm = warm
texture-dry = trocken
texture-bright = hell
texture-soft = weich
texture-rough = rau
texture-breathy = hauchig
texture-deep = tief
texture-calm = ruhig
texture-lively = lebhaft
texture-flat = flach
voice-plain = ruhig, nah
voice-like = { $pitch ->
    [low] tief
    [high] hoch
   *[mid] mittel
 }, { $pace ->
    [slow] langsam
    [quick] schnell
   *[even] gleichmäßig
 }
