# Ce qu’une modification a fait, une phrase chacune.

change-title-changed = Le titre est maintenant « { $new } ».
change-scene-time = { $new ->
    [night] La scène { $scene } se passe maintenant la nuit.
   *[other] Le moment de la scène { $scene } est maintenant : { $new }.
 }
change-scene-weather = Le temps de la scène { $scene } est maintenant : { $new }.
change-scene-mood = L’ambiance de la scène { $scene } est maintenant { $new }.
change-scene-place = La scène { $scene } se passe maintenant ici : { $new }.
change-scene-interior = La scène { $scene } se passe maintenant { $new }.
change-scene-added = La scène { $scene } est nouvelle : { $place }.
change-scene-deleted = La scène { $scene } ({ $place }) est supprimée.
change-scene-rewritten = La scène { $scene } est réécrite.
change-scene-moved = La scène { $scene } devient la scène { $to }.
change-shot-action = Le plan { $shot } montre maintenant : { $new }
change-shot-size = Le cadrage du plan { $shot } est maintenant : { $new }.
change-shot-move = La caméra du plan { $shot } : { $new }.
change-shot-lens = Le plan { $shot } est maintenant au { $new } mm.
change-shot-duration = Le plan { $shot } dure maintenant { $new } s au lieu de { $old }.
change-shot-sound = { $left ->
    [nothing] Le plan { $shot } n’a plus de son à lui.
   *[something] Le son du plan { $shot } est maintenant : { $new }
 }
change-shot-transition = Le plan { $shot } commence maintenant par { $new }.
change-shot-cast = { $left ->
    [nothing] On ne voit plus personne dans le plan { $shot }.
   *[something] Dans le plan { $shot }, on voit maintenant : { $new }.
 }
change-shot-props = { $left ->
    [nothing] Le plan { $shot } n’a plus besoin d’accessoires.
   *[something] Les accessoires du plan { $shot } sont maintenant : { $new }.
 }
change-shot-grew = Le plan { $shot } passe à { $new } s, pour que ses répliques aient le temps d’être dites.
change-shot-lines = Dans le plan { $shot }, on dit maintenant : « { $new } »
change-shot-silent = On ne dit plus rien dans le plan { $shot }.
change-shot-added = Le plan { $shot } est nouveau ({ $duration } s) : { $action }
change-shot-deleted = Le plan { $shot } est supprimé : { $action }
change-shot-moved = Le plan { $shot } devient le plan { $to }.
change-shot-split = Le plan { $shot } devient deux plans, { $shot } et { $to }.
change-shot-redrawn = Le plan { $shot } reçoit une autre image.
change-character-renamed = { $old } s’appelle maintenant { $new }, partout.
change-character-look = { $left ->
    [nothing] L’apparence de { $name } est de nouveau libre.
   *[something] Voici maintenant l’apparence de { $name } : { $new }.
 }
change-character-wardrobe = { $left ->
    [nothing] Le costume de { $name } est de nouveau libre.
   *[something] { $name } porte maintenant : { $new }.
 }
change-character-colour = { $name } porte maintenant une autre couleur.
change-character-played = { $new } joue maintenant le rôle de { $old } : nom, apparence, costume, couleur et voix, partout.
change-character-voice = { $name } a maintenant une autre voix.
change-film-length = Le film dure maintenant { $new } au lieu de { $old }.
change-film-format = Le film est maintenant { $new }. Le scénario reste ; les images sont recadrées.
change-film-resized = L’histoire tient maintenant en { $new } au lieu de { $old }. Relis-la : elle a été racontée autrement, pas coupée.
change-undone = Annulé.
