# 人・場所・物の写真（持ち込み）と、映画とライブラリの場所と物。

ask-picture = *{ $name }*の画像を送ってください。写真でも絵でも、JPEG・PNG・WebPで。
picture-offer = これからは*{ $name }*をこの姿にしますか？
picture-offer-who = これは誰ですか、何ですか？ 選ぶか、そのまま教えてください。
picture-offer-known = この姿で覚えておきますか？
picture-rights = 使ってよい画像だけを使ってください。実在の人は、映画に出ることに同意している必要があります。進むと、同意があるとみなされます。画像はいつでも削除できます。
picture-not-drawn = ここで描く映画は独自の画風のままで、画像をそのまま写しません。いただいた画像は、画像をもとに作るモデルのために取っておきます。
picture-used = *{ $name }*はこの姿です。
picture-set = *{ $name }*はこの姿になりました。画像から描いたりレンダリングしたりするものには、毎ショットこれを渡します。
picture-kept = この画像を*{ $name }*のものとして、この映画と次の映画のために取っておきます。ここで描く絵は自分の画風のままです。画像からレンダリングするモデルには渡します。
picture-known = 次の映画のために、*{ $name }*をこの姿で覚えておきます。
picture-taken = *{ $name }*はまた絵で描きます。画像を完全に削除しますか？
picture-erased = 画像を削除しました。映画からも、ライブラリからも、保管場所からも消えています。これでレンダリング済みのものはそのままです。
choice-picture = 画像を使う…
choice-picture-use = はい、{ $name }です
choice-picture-use-known = この姿で覚える
choice-picture-away = 画像を外す
choice-picture-keep = 残す
choice-picture-erase = 完全に削除する
menu-picture-of = 別の人や物です
menu-picture-known = 誰かや何かに画像を付ける
heard-this-is = これは | こちらは | これが | この人は | これは です | です | だ

error-picture-large = その画像は大きすぎます。{ $most } MBまでにしてください。
error-picture-unread = 画像として読めません。JPEG・PNG・WebPが使えます。
error-picture-shape = その画像は小さすぎるか細長すぎます。短い辺を{ $least }ピクセル以上にしてください。
error-picture-empty = その画像には何も写っていません。別のものを送ってください。
error-picture-forbidden = その画像は内容のルールに反するので使えません。削除しました。別のものを送ってください。
error-picture-unseen = いまは画像を確認できません。確認できないものは受け取れません。何も保存していないので、数分後にもう一度送ってください。
error-picture-no-film = 画像には、写っている相手が要ります。まずアイデアを聞かせてください。脚本ができたら、もう一度送ってください。

places-title = { $title }の場所と物
places-hint = どれかの画像を、名前を添えて送ってもかまいません。
places-scenes = { $count }シーン
places-shots = { $count }ショット
choice-places = 場所と物
menu-place = 場所や物を変える
menu-place-known = 別の映画から
menu-forget-asset = 場所や物を忘れる
people-places = *場所：* { $names }
people-things = *物：* { $names }

change-character-picture = { $new ->
    [given] { $name }は送ってくれた画像の姿になりました。
   *[taken] { $name }はまた絵で描きます。
}
change-place-name = { $old }は{ $new }という名前になりました。
change-place-look = { $left ->
    [nothing] { $name }の見た目は、また自由です。
   *[something] { $name }の見た目：{ $new }。
}
change-place-kind = { $name }は別の種類の場所になりました。
change-place-picture = { $new ->
    [given] { $name }は送ってくれた画像の姿になりました。
   *[taken] { $name }はまた絵で描きます。
}
change-prop-look = { $left ->
    [nothing] 「{ $name }」の見た目は、また自由です。
   *[something] 「{ $name }」の見た目：{ $new }。
}
change-prop-picture = { $new ->
    [given] 「{ $name }」は送ってくれた画像の姿になりました。
   *[taken] 「{ $name }」はまた絵で描きます。
}
edit-refused-no-such-place = その場所は、もうこの映画にありません。
edit-refused-no-such-prop = その物は、もうこの映画にありません。
form-picture = { $name }の画像
bring-picture = 画像
bring-picture-about = JPEG、PNG、WebP。使ってよいものを
