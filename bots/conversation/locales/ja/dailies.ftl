# 届いたシーンと、ショットの撮り直し

dailies-title = シーン{ $scene }が届きました（{ $done }/{ $total }）。
dailies-clip = ショット{ $shot }、レンダリングしたまま、音なし
dailies-shot = { $shot } · { $action } · { $credits }
dailies-noted = { $count ->
   *[other] ショット{ $shots }を撮り直し候補にしました。
 }
dailies-all = { $done ->
   *[other] { $total }シーンのうち{ $done }を確認しました。次が届いたら、ここに出します。
 }
dailies-later = 今はここまでにします。作品はそのまま届きますし、あとからどのショットも撮り直せます。
dailies-over = シーンはすべて作品に入りました。
retake-noted = ショット{ $shot }をメモしました。作品が届いたら、料金と一緒に別テイクをご提案します。それまで料金はかかりません。
film-noted = { $count ->
   *[other] 撮り直しのメモが{ $count }ショットあります。
 }
error-no-retakes = 撮り直しのメモはありません。

ask-retake = 全{ $shots }ショットのうち、どれを撮り直しますか？番号だけで大丈夫です。先に料金をお見せします。
form-retake = 別テイク
entry-retake = ショットの番号
choice-keep-scene = これでOK
choice-dailies-later = あとで
choice-retake = ショットを撮り直す…
choice-retake-noted = { $count ->
   *[other] メモした{ $count }ショットを撮り直す
 }
menu-retake = ショットを撮り直す
