# Les mots propres au scénario et à la caisse, les chiffres et les étapes.

credits = { $count ->
    [one] { $count } crédit
   *[other] { $count } crédits
 }
seconds = { $count } s
length-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
 }
length-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
length-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
 }
length-both = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 } { $rest ->
    [one] { $rest } seconde
   *[other] { $rest } secondes
 }
wait-moment = moins d’une minute
wait-minutes = { $count ->
    [one] environ une minute
   *[other] environ { $count } minutes
 }
wait-hours = { $count ->
    [one] environ une heure
   *[other] environ { $count } heures
 }

stage-brief = le projet
stage-loglines = les loglines
stage-script = le scénario
stage-cast = la distribution
stage-board = le storyboard
stage-animatic = l’animatique
stage-quote = le devis
stage-rendering = le rendu
stage-film = le film terminé

format-youtube = panoramique
format-shorts = vertical
format-reels = vertical pour Reels
format-tiktok = vertical pour TikTok
format-square = carré

tier-preview = Animatique
tier-drawn = Dessin
tier-draft = Ébauche
tier-standard = Standard
tier-cinema = Cinéma

source-play = crédits de jeu
source-promo = cadeau
source-subscription = crédits du mois
source-goodwill = geste de notre part
source-stripe = achetés
source-stars = achetés avec des Stars
source-discord = achetés sur Discord

time-dawn = aube
time-day = jour
time-dusk = crépuscule
time-night = nuit

weather-clear = ciel dégagé
weather-rain = pluie
weather-snow = neige
weather-fog = brouillard
weather-storm = tempête
weather-wind = vent

mood-warm = chaleureuse
mood-hope = pleine d’espoir
mood-joyful = joyeuse
mood-wonder = émerveillée
mood-tender = tendre
mood-melancholy = mélancolique
mood-tense = tendue
mood-dread = angoissante

interior-interior = en intérieur
interior-exterior = en extérieur

size-EWS = plan très large
size-WS = plan d’ensemble
size-FS = plan moyen
size-MS = plan taille
size-MCU = plan poitrine
size-CU = gros plan
size-ECU = très gros plan
size-INSERT = insert

move-static = caméra fixe
move-pan_left = panoramique vers la gauche
move-pan_right = panoramique vers la droite
move-tilt_up = panoramique vers le haut
move-tilt_down = panoramique vers le bas
move-dolly_in = lent travelling avant
move-dolly_out = lent travelling arrière
move-truck_left = travelling vers la gauche
move-truck_right = travelling vers la droite
move-crane_up = mouvement de grue vers le haut
move-crane_down = mouvement de grue vers le bas
move-zoom_in = zoom avant
move-zoom_out = zoom arrière
move-handheld = caméra à l’épaule

transition-cut = une coupe franche
transition-dissolve = un fondu enchaîné

age-child = { $gender ->
    [female] une fillette
    [male] un garçon
   *[neutral] un enfant
 }
age-young = { $gender ->
    [female] une jeune femme
    [male] un jeune homme
   *[neutral] jeune
 }
age-adult = { $gender ->
    [female] une femme
    [male] un homme
   *[neutral] adulte
 }
age-old = { $gender ->
    [female] une vieille dame
    [male] un vieil homme
   *[neutral] d’un grand âge
 }
species-dog = un chien
species-cat = un chat
species-bird = un oiseau
species-horse = un cheval
species-fish = un poisson
species-bear = un ours
species-fox = un renard
species-small_animal = un petit animal
species-big_animal = un grand animal
species-robot = un robot
species-ghost = un fantôme
species-creature = une créature
texture-warm = chaleureuse
texture-dry = sèche
texture-bright = claire
texture-soft = douce
texture-rough = rauque
texture-breathy = soufflée
texture-deep = profonde
texture-calm = calme
texture-lively = vive
texture-flat = monocorde
voice-plain = calme, proche
voice-like = { $pitch ->
    [low] grave
    [high] aiguë
   *[mid] médium
 }, { $pace ->
    [slow] lente
    [quick] rapide
   *[even] posée
 }
