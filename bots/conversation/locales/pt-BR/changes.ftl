# O que uma edição fez, uma frase para cada.

change-title-changed = O título agora é “{ $new }”.
change-scene-time = { $new ->
    [night] A cena { $scene } agora é à noite.
   *[other] O momento da cena { $scene } agora é: { $new }.
 }
change-scene-weather = O tempo na cena { $scene } agora é: { $new }.
change-scene-mood = O clima da cena { $scene } agora é { $new }.
change-scene-place = A cena { $scene } agora se passa aqui: { $new }.
change-scene-interior = A cena { $scene } agora se passa { $new }.
change-scene-added = A cena { $scene } é nova: { $place }.
change-scene-deleted = A cena { $scene } ({ $place }) saiu.
change-scene-rewritten = A cena { $scene } foi reescrita.
change-scene-moved = A cena { $scene } agora é a cena { $to }.
change-shot-action = O plano { $shot } agora mostra: { $new }
change-shot-size = O enquadramento do plano { $shot } agora é: { $new }.
change-shot-move = A câmera do plano { $shot }: { $new }.
change-shot-lens = O plano { $shot } agora usa uma lente de { $new } mm.
change-shot-duration = O plano { $shot } agora dura { $new } s em vez de { $old }.
change-shot-sound = { $left ->
    [nothing] O plano { $shot } não tem mais som próprio.
   *[something] O som do plano { $shot } agora é: { $new }
 }
change-shot-transition = O plano { $shot } agora começa com { $new }.
change-shot-cast = { $left ->
    [nothing] Ninguém mais aparece no plano { $shot }.
   *[something] No plano { $shot } agora aparece: { $new }.
 }
change-shot-props = { $left ->
    [nothing] O plano { $shot } não precisa mais de objetos de cena.
   *[something] Os objetos de cena do plano { $shot } agora são: { $new }.
 }
change-shot-grew = O plano { $shot } cresceu para { $new } s, para dar tempo de dizer as falas.
change-shot-lines = No plano { $shot } agora se diz: “{ $new }”
change-shot-silent = Não se diz mais nada no plano { $shot }.
change-shot-added = O plano { $shot } é novo ({ $duration } s): { $action }
change-shot-deleted = O plano { $shot } saiu: { $action }
change-shot-moved = O plano { $shot } agora é o plano { $to }.
change-shot-split = O plano { $shot } virou dois planos, { $shot } e { $to }.
change-shot-redrawn = O plano { $shot } ganha outra imagem.
change-character-renamed = { $old } agora se chama { $new }, em todo lugar.
change-character-look = { $left ->
    [nothing] A aparência de { $name } voltou a ficar em aberto.
   *[something] { $name } agora tem esta aparência: { $new }.
 }
change-character-wardrobe = { $left ->
    [nothing] O figurino de { $name } voltou a ficar em aberto.
   *[something] { $name } agora veste: { $new }.
 }
change-character-colour = { $name } agora veste outra cor.
change-character-played = { $new } agora faz o papel que era de { $old }: nome, aparência, figurino, cor e voz, em todo lugar.
change-character-voice = { $name } agora tem outra voz.
change-film-length = O filme agora dura { $new } em vez de { $old }.
change-film-format = O filme agora é { $new }. O roteiro fica; as imagens são reenquadradas.
change-film-resized = A história agora é contada em { $new } em vez de { $old }. Leia de novo: ela foi recontada, não cortada.
change-undone = Desfeito.
