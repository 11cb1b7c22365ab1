# 編集で何が変わったか、一文ずつ

change-title-changed = タイトルは『{ $new }』になりました。
change-scene-time = { $new ->
    [night] シーン{ $scene }は夜になりました。
   *[other] シーン{ $scene }の時間は{ $new }になりました。
 }
change-scene-weather = シーン{ $scene }の天気：{ $new }。
change-scene-mood = シーン{ $scene }の雰囲気：{ $new }。
change-scene-place = シーン{ $scene }の場所：{ $new }。
change-scene-interior = シーン{ $scene }は{ $new }になりました。
change-scene-added = 新しいシーン{ $scene }：{ $place }。
change-scene-deleted = シーン{ $scene }（{ $place }）を外しました。
change-scene-rewritten = シーン{ $scene }を書き直しました。
change-scene-moved = シーン{ $scene }はシーン{ $to }になりました。
change-shot-action = ショット{ $shot }の画：{ $new }
change-shot-size = ショット{ $shot }のサイズ：{ $new }。
change-shot-move = ショット{ $shot }のカメラ：{ $new }。
change-shot-lens = ショット{ $shot }は{ $new } mmのレンズになりました。
change-shot-duration = ショット{ $shot }は{ $old }秒から{ $new }秒になりました。
change-shot-sound = { $left ->
    [nothing] ショット{ $shot }独自の音はなくなりました。
   *[something] ショット{ $shot }の音：{ $new }
 }
change-shot-transition = ショット{ $shot }は{ $new }で始まります。
change-shot-cast = { $left ->
    [nothing] ショット{ $shot }には誰も映りません。
   *[something] ショット{ $shot }に映る人：{ $new }。
 }
change-shot-props = { $left ->
    [nothing] ショット{ $shot }に決まった小道具はなくなりました。
   *[something] ショット{ $shot }の小道具：{ $new }。
 }
change-shot-grew = セリフが収まるよう、ショット{ $shot }を{ $new }秒に延ばしました。
change-shot-lines = ショット{ $shot }のセリフ：「{ $new }」
change-shot-silent = ショット{ $shot }のセリフはなくなりました。
change-shot-added = 新しいショット{ $shot }（{ $duration }秒）：{ $action }
change-shot-deleted = ショット{ $shot }を外しました：{ $action }
change-shot-moved = ショット{ $shot }はショット{ $to }になりました。
change-shot-split = ショット{ $shot }を、{ $shot }と{ $to }のふたつに分けました。
change-shot-redrawn = ショット{ $shot }を描き直します。
change-character-renamed = { $old }は、全編を通して{ $new }になりました。
change-character-look = { $left ->
    [nothing] { $name }の見た目は未定に戻りました。
   *[something] { $name }の見た目：{ $new }。
 }
change-character-wardrobe = { $left ->
    [nothing] { $name }の衣装は未定に戻りました。
   *[something] { $name }の衣装：{ $new }。
 }
change-character-colour = { $name }の服の色が変わりました。
change-character-played = { $old }の役は、{ $new }が演じます。名前も見た目も衣装も色も声も、全編で変わりました。
change-character-voice = { $name }の声が変わりました。
change-film-length = 作品の長さは{ $old }から{ $new }になりました。
change-film-format = 作品は{ $new }になりました。脚本はそのまま、画の構図を作り直します。
change-film-resized = { $old }の物語を{ $new }で語り直しました。切り詰めたのではないので、もう一度読んでみてください。
change-undone = 取り消しました。
