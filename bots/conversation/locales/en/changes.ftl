# What an edit did, one sentence each. Keys are those that core/writing/edits.py lists.

change-title-changed = The title is now “{ $new }”.
change-scene-time = { $new ->
    [night] Scene { $scene } is now at night.
   *[other] Scene { $scene } now plays at { $new }.
 }
change-scene-weather = The weather of scene { $scene } is now: { $new }.
change-scene-mood = Scene { $scene } now feels { $new }.
change-scene-place = Scene { $scene } now plays at: { $new }.
change-scene-interior = Scene { $scene } now plays { $new }.
change-scene-added = Scene { $scene } is new: { $place }.
change-scene-deleted = Scene { $scene } ({ $place }) is gone.
change-scene-rewritten = Scene { $scene } is written anew.
change-scene-moved = Scene { $scene } is now scene { $to }.
change-shot-action = Shot { $shot } now shows: { $new }
change-shot-size = The framing of shot { $shot } is now: { $new }.
change-shot-move = The camera of shot { $shot }: { $new }.
change-shot-lens = Shot { $shot } now has a { $new } mm lens.
change-shot-duration = Shot { $shot } now lasts { $new } s instead of { $old }.
change-shot-sound = { $left ->
    [nothing] Shot { $shot } has no sound of its own any more.
   *[something] The sound of shot { $shot } is now: { $new }
 }
change-shot-transition = Shot { $shot } now begins with { $new }.
change-shot-cast = { $left ->
    [nothing] Nobody is seen in shot { $shot } any more.
   *[something] In shot { $shot } one now sees: { $new }.
 }
change-shot-props = { $left ->
    [nothing] Shot { $shot } needs no particular things any more.
   *[something] Things in shot { $shot } are now: { $new }.
 }
change-shot-grew = Shot { $shot } grew to { $new } s, so that its lines can be said.
change-shot-lines = In shot { $shot } is now said: “{ $new }”
change-shot-silent = Nothing is said in shot { $shot } any more.
change-shot-added = Shot { $shot } is new ({ $duration } s): { $action }
change-shot-deleted = Shot { $shot } is gone: { $action }
change-shot-moved = Shot { $shot } is now shot { $to }.
change-shot-split = Shot { $shot } is now two shots, { $shot } and { $to }.
change-shot-redrawn = Shot { $shot } gets another picture.
change-character-renamed = { $old } is now called { $new }, everywhere.
change-character-look = { $left ->
    [nothing] How { $name } looks is open again.
   *[something] { $name } now looks like this: { $new }.
 }
change-character-wardrobe = { $left ->
    [nothing] What { $name } wears is open again.
   *[something] { $name } now wears: { $new }.
 }
change-character-colour = { $name } now wears another colour.
change-character-played = { $new } now plays the part that was { $old }’s: name, look, wardrobe, colour and voice, everywhere.
change-character-voice = { $name } now has another voice.
change-film-length = The film now runs { $new } instead of { $old }.
change-film-format = The film is { $new } now. The script stays; the pictures are framed anew.
change-film-resized = The story is told in { $new } now instead of { $old }. Read it once more: it was retold, not cut.
change-undone = Taken back.
