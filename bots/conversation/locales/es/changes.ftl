# Qué hizo un cambio, una frase cada uno.

change-title-changed = El título es ahora «{ $new }».
change-scene-time = { $new ->
    [night] La escena { $scene } es ahora de noche.
   *[other] La escena { $scene } ocurre ahora a esta hora: { $new }.
 }
change-scene-weather = El tiempo de la escena { $scene } es ahora: { $new }.
change-scene-mood = La escena { $scene } es ahora { $new }.
change-scene-place = La escena { $scene } ocurre ahora aquí: { $new }.
change-scene-interior = La escena { $scene } ocurre ahora { $new }.
change-scene-added = La escena { $scene } es nueva: { $place }.
change-scene-deleted = La escena { $scene } ({ $place }) ya no está.
change-scene-rewritten = La escena { $scene } está escrita de nuevo.
change-scene-moved = La escena { $scene } es ahora la { $to }.
change-shot-action = El plano { $shot } muestra ahora: { $new }
change-shot-size = El encuadre del plano { $shot } es ahora: { $new }.
change-shot-move = La cámara del plano { $shot }: { $new }.
change-shot-lens = El plano { $shot } tiene ahora un objetivo de { $new } mm.
change-shot-duration = El plano { $shot } dura ahora { $new } s en vez de { $old }.
change-shot-sound = { $left ->
    [nothing] El plano { $shot } ya no tiene sonido propio.
   *[something] El sonido del plano { $shot } es ahora: { $new }
 }
change-shot-transition = El plano { $shot } empieza ahora con { $new }.
change-shot-cast = { $left ->
    [nothing] En el plano { $shot } ya no se ve a nadie.
   *[something] En el plano { $shot } se ve ahora a: { $new }.
 }
change-shot-props = { $left ->
    [nothing] El plano { $shot } ya no necesita objetos concretos.
   *[something] Los objetos del plano { $shot } son ahora: { $new }.
 }
change-shot-grew = El plano { $shot } creció a { $new } s para que se puedan decir sus frases.
change-shot-lines = En el plano { $shot } se dice ahora: «{ $new }»
change-shot-silent = En el plano { $shot } ya no se dice nada.
change-shot-added = El plano { $shot } es nuevo ({ $duration } s): { $action }
change-shot-deleted = El plano { $shot } ya no está: { $action }
change-shot-moved = El plano { $shot } es ahora el { $to }.
change-shot-split = El plano { $shot } son ahora dos, { $shot } y { $to }.
change-shot-redrawn = El plano { $shot } tendrá otra imagen.
change-character-renamed = { $old } se llama ahora { $new }, en todas partes.
change-character-look = { $left ->
    [nothing] El aspecto de { $name } vuelve a estar abierto.
   *[something] El aspecto de { $name } es ahora: { $new }.
 }
change-character-wardrobe = { $left ->
    [nothing] Lo que lleva { $name } vuelve a estar abierto.
   *[something] { $name } lleva ahora: { $new }.
 }
change-character-colour = { $name } lleva ahora otro color.
change-character-played = { $new } hace ahora el papel que era de { $old }: nombre, aspecto, vestuario, color y voz, en todas partes.
change-character-voice = { $name } tiene ahora otra voz.
change-film-length = La película dura ahora { $new } en vez de { $old }.
change-film-format = La película es ahora { $new }. El guion se queda; las imágenes se reencuadran.
change-film-resized = La historia se cuenta ahora en { $new } en vez de { $old }. Léela otra vez: se ha vuelto a contar, no se ha cortado.
change-undone = Deshecho.
