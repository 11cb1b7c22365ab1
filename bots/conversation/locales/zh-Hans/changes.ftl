# 每次修改改了什么，各一句

change-title-changed = 片名现在是《{ $new }》。
change-scene-time = { $new ->
    [night] 第 { $scene } 场现在是夜里。
   *[other] 第 { $scene } 场的时间现在是{ $new }。
 }
change-scene-weather = 第 { $scene } 场的天气：{ $new }。
change-scene-mood = 第 { $scene } 场的气氛：{ $new }。
change-scene-place = 第 { $scene } 场的地点：{ $new }。
change-scene-interior = 第 { $scene } 场现在是{ $new }。
change-scene-added = 新增第 { $scene } 场：{ $place }。
change-scene-deleted = 第 { $scene } 场（{ $place }）删掉了。
change-scene-rewritten = 第 { $scene } 场重写了。
change-scene-moved = 第 { $scene } 场现在是第 { $to } 场。
change-shot-action = 镜头 { $shot } 的画面：{ $new }
change-shot-size = 镜头 { $shot } 的景别：{ $new }。
change-shot-move = 镜头 { $shot } 的运镜：{ $new }。
change-shot-lens = 镜头 { $shot } 现在用 { $new } mm 镜头。
change-shot-duration = 镜头 { $shot } 从 { $old } 秒改为 { $new } 秒。
change-shot-sound = { $left ->
    [nothing] 镜头 { $shot } 不再有单独的音效。
   *[something] 镜头 { $shot } 的声音：{ $new }
 }
change-shot-transition = 镜头 { $shot } 现在以{ $new }开始。
change-shot-cast = { $left ->
    [nothing] 镜头 { $shot } 里不再有人。
   *[something] 镜头 { $shot } 里现在有：{ $new }。
 }
change-shot-props = { $left ->
    [nothing] 镜头 { $shot } 不再需要特定道具。
   *[something] 镜头 { $shot } 的道具：{ $new }。
 }
change-shot-grew = 镜头 { $shot } 延长到 { $new } 秒，台词才说得完。
change-shot-lines = 镜头 { $shot } 的台词：“{ $new }”
change-shot-silent = 镜头 { $shot } 不再有台词。
change-shot-added = 新增镜头 { $shot }（{ $duration } 秒）：{ $action }
change-shot-deleted = 镜头 { $shot } 删掉了：{ $action }
change-shot-moved = 镜头 { $shot } 现在是镜头 { $to }。
change-shot-split = 镜头 { $shot } 拆成了两个：{ $shot } 和 { $to }。
change-shot-redrawn = 镜头 { $shot } 会重画一张。
change-character-renamed = { $old } 全片改名为 { $new }。
change-character-look = { $left ->
    [nothing] { $name } 的样子重新待定。
   *[something] { $name } 现在的样子：{ $new }。
 }
change-character-wardrobe = { $left ->
    [nothing] { $name } 的服装重新待定。
   *[something] { $name } 现在穿：{ $new }。
 }
change-character-colour = { $name } 换了服装颜色。
change-character-played = 原本 { $old } 的角色改由 { $new } 出演：名字、样子、服装、颜色和声音，全片都换了。
change-character-voice = { $name } 换了声音。
change-film-length = 影片从{ $old }改为{ $new }。
change-film-format = 影片现在是{ $new }。剧本不变，画面重新构图。
change-film-resized = 故事从{ $old }改成{ $new }来讲。请再读一遍：是重新讲述，不是简单删减。
change-undone = 已撤销。
