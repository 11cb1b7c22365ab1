# Что изменила правка, по одной фразе.

change-title-changed = Название теперь «{ $new }».
change-scene-time = { $new ->
    [night] В сцене { $scene } теперь ночь.
   *[other] В сцене { $scene } теперь { $new }.
 }
change-scene-weather = Погода в сцене { $scene }: { $new }.
change-scene-mood = Настроение сцены { $scene }: { $new }.
change-scene-place = Место сцены { $scene }: { $new }.
change-scene-interior = Сцена { $scene } теперь { $new }.
change-scene-added = Новая сцена { $scene }: { $place }.
change-scene-deleted = Сцены { $scene } ({ $place }) больше нет.
change-scene-rewritten = Сцена { $scene } написана заново.
change-scene-moved = Сцена { $scene } теперь сцена { $to }.
change-shot-action = Теперь в кадре { $shot }: { $new }
change-shot-size = Крупность кадра { $shot }: { $new }.
change-shot-move = Камера в кадре { $shot }: { $new }.
change-shot-lens = В кадре { $shot } теперь объектив { $new } мм.
change-shot-duration = Кадр { $shot } теперь длится { $new } с вместо { $old } с.
change-shot-sound = { $left ->
    [nothing] Своего звука в кадре { $shot } больше нет.
   *[something] Звук в кадре { $shot }: { $new }
 }
change-shot-transition = Переход к кадру { $shot }: { $new }.
change-shot-cast = { $left ->
    [nothing] В кадре { $shot } больше никого не видно.
   *[something] В кадре { $shot } теперь видны: { $new }.
 }
change-shot-props = { $left ->
    [nothing] Особого реквизита кадру { $shot } больше не нужно.
   *[something] Реквизит в кадре { $shot }: { $new }.
 }
change-shot-grew = Кадр { $shot } вырос до { $new } с, чтобы реплики уместились.
change-shot-lines = В кадре { $shot } теперь говорят: «{ $new }»
change-shot-silent = В кадре { $shot } больше не говорят.
change-shot-added = Новый кадр { $shot } ({ $duration } с): { $action }
change-shot-deleted = Кадра { $shot } больше нет: { $action }
change-shot-moved = Кадр { $shot } теперь кадр { $to }.
change-shot-split = Кадр { $shot } разделён на два: { $shot } и { $to }.
change-shot-redrawn = Для кадра { $shot } рисую другую картинку.
change-character-renamed = { $old } теперь всюду { $new }.
change-character-look = { $left ->
    [nothing] { $name }: внешность снова не задана.
   *[something] { $name }, внешность: { $new }.
 }
change-character-wardrobe = { $left ->
    [nothing] { $name }: костюм снова не задан.
   *[something] { $name }, костюм: { $new }.
 }
change-character-colour = { $name }: цвет одежды теперь другой.
change-character-played = Роль «{ $old }» теперь играет { $new }: имя, внешность, костюм, цвет и голос поменялись всюду.
change-character-voice = { $name }: голос теперь другой.
change-film-length = Длина фильма: { $new } (было: { $old }).
change-film-format = Формат теперь { $new }. Сценарий прежний, картинки кадрирую заново.
change-film-resized = История теперь укладывается в другую длину: { $new } (было: { $old }). Прочти её ещё раз: она рассказана заново, а не урезана.
change-undone = Отменено.
