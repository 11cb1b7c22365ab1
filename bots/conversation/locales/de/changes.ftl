# Was eine Änderung bewirkt hat, je ein Satz.

change-title-changed = Der Titel ist jetzt „{ $new }“.
change-scene-time = { $new ->
    [night] Szene { $scene } spielt jetzt nachts.
   *[other] Szene { $scene } spielt jetzt zur Zeit: { $new }.
 }
change-scene-weather = Das Wetter von Szene { $scene } ist jetzt: { $new }.
change-scene-mood = Szene { $scene } wirkt jetzt { $new }.
change-scene-place = Szene { $scene } spielt jetzt hier: { $new }.
change-scene-interior = Szene { $scene } spielt jetzt { $new }.
change-scene-added = Szene { $scene } ist neu: { $place }.
change-scene-deleted = Szene { $scene } ({ $place }) ist weg.
change-scene-rewritten = Szene { $scene } ist neu geschrieben.
change-scene-moved = Szene { $scene } ist jetzt Szene { $to }.
change-shot-action = Einstellung { $shot } zeigt jetzt: { $new }
change-shot-size = Einstellung { $shot } ist jetzt: { $new }.
change-shot-move = Die Kamera in Einstellung { $shot }: { $new }.
change-shot-lens = Einstellung { $shot } hat jetzt ein Objektiv mit { $new } mm.
change-shot-duration = Einstellung { $shot } dauert jetzt { $new } s statt { $old }.
change-shot-sound = { $left ->
    [nothing] Einstellung { $shot } hat keinen eigenen Ton mehr.
   *[something] Der Ton von Einstellung { $shot } ist jetzt: { $new }
 }
change-shot-transition = Einstellung { $shot } beginnt jetzt mit { $new }.
change-shot-cast = { $left ->
    [nothing] In Einstellung { $shot } ist niemand mehr zu sehen.
   *[something] In Einstellung { $shot } sieht man jetzt: { $new }.
 }
change-shot-props = { $left ->
    [nothing] Einstellung { $shot } braucht keine bestimmten Dinge mehr.
   *[something] Dinge in Einstellung { $shot } sind jetzt: { $new }.
 }
change-shot-grew = Einstellung { $shot } ist auf { $new } s gewachsen, damit ihre Sätze gesagt werden können.
change-shot-lines = In Einstellung { $shot } wird jetzt gesagt: „{ $new }“
change-shot-silent = In Einstellung { $shot } wird nichts mehr gesagt.
change-shot-added = Einstellung { $shot } ist neu ({ $duration } s): { $action }
change-shot-deleted = Einstellung { $shot } ist weg: { $action }
change-shot-moved = Einstellung { $shot } ist jetzt Einstellung { $to }.
change-shot-split = Einstellung { $shot } sind jetzt zwei, { $shot } und { $to }.
change-shot-redrawn = Einstellung { $shot } bekommt ein anderes Bild.
change-character-renamed = { $old } heißt jetzt { $new }, überall.
change-character-look = { $left ->
    [nothing] Wie { $name } aussieht, ist wieder offen.
   *[something] { $name } sieht jetzt so aus: { $new }.
 }
change-character-wardrobe = { $left ->
    [nothing] Was { $name } trägt, ist wieder offen.
   *[something] { $name } trägt jetzt: { $new }.
 }
change-character-colour = { $name } trägt jetzt eine andere Farbe.
change-character-played = { $new } spielt jetzt die Rolle von { $old }: Name, Aussehen, Kleidung, Farbe und Stimme, überall.
change-character-voice = { $name } hat jetzt eine andere Stimme.
change-film-length = Der Film dauert jetzt { $new } statt { $old }.
change-film-format = Der Film ist jetzt { $new }. Das Drehbuch bleibt; die Bilder werden neu gerahmt.
change-film-resized = Die Geschichte wird jetzt in { $new } statt { $old } erzählt. Lies sie noch einmal: Sie wurde neu erzählt, nicht gekürzt.
change-undone = Zurückgenommen.
