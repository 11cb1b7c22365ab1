# アイデアから作品まで、読んでもらう言葉
# *太字* と _斜体_ は強調。

## はじめに

welcome-title = どんな作品を作りましょうか？
welcome-how = アイデアをひとことで聞かせてください。一緒に脚本を書き、絵を描き、音つきで動かしてお見せします。レンダリングの料金は、そのあとでお伝えします。
welcome-ai = ここで作る作品はAIによるもので、そう表示します。
welcome-thanks = どういたしまして。

brief-plan = こうしようと思います：{ $kind }、*{ $length }*、{ $format }、言語は{ $language }。
brief-hint = 変えたいところがあれば、「2分」「縦長」、別のアイデアなど、そのまま言ってください。
brief-foreign = アイデアは{ $told }で書かれていますが、ここで書けるのは{ $language }です。映画は{ $language }で話し、あなたの言葉はそのまま使います。
brief-only = ここで書けるのは{ $language }だけなので、映画は{ $language }で話します。
brief-idea-ask = 代わりに「{ $idea }」の作品にしますか？
brief-now = 了解です：{ $kind }、{ $length }、{ $format }、言語は{ $language }。
format-already = もう{ $format }です。

loglines-coming = 語り方を三つ考えています…
loglines-ask = こんな三本が考えられます。どれを書きましょうか？
loglines-hint = 「もっと笑えるように」「嵐はなしで」など、直したいところを言ってもらっても大丈夫です。

## 脚本

script-coming = 書いています。できたシーンからここに出ます。
script-progress = シーン{ $done }/{ $total }
script-facts = { $scenes ->
   *[other] { $scenes }シーン
 } · { $shots ->
   *[other] { $shots }ショット
 } · { $length }
script-hint = v{ $version } · そのまま言ってください：「シーン{ $scene }を{ $time }に」「短く」{ $cast ->
    [none] 。
   *[some] 「{ $name }の名前を{ $other }に」。
 }
scene-inside = 屋内：
scene-outside = 屋外：
page-of = { $page }/{ $pages }ページ

answer-working = やっています：「{ $said }」
answer-working-quietly = 書き直しています…
answer-unclear = ここがわかりませんでした：{ $said }
answer-examples = たとえば、こんなふうに言ってください：
answer-render-goes-on = レンダリング中の作品は、決めたとおり進みます。これは次の分に使います。
answer-not-counting = これは取り消されたか、新しいものに置き換わりました。
example-1 = シーン{ $scene }を{ $time }にして
example-2 = 最後に海のショットを足して
example-3 = ショット{ $shot }を5秒にして
heard-waiting = まだ書いているところです。覚えておいて、次にやりますね。
said-changed-late = 直す前のことばで、もう先に進めました。変えたいところを、あらためて書いてください。
still-writing = まだ書いています。終わったらすぐ取りかかります。
undone = 取り消しました。バージョン{ $version }に戻っています。
nothing-else-changed = ほかは変わっていません。
nothing-changed = 何も変わっていません。
so-already = もうそうなっています。何も変えていません。
changes-more = { $count ->
   *[other] それに伴う変更が、ほかに{ $count }件あります。
 }

## キャスト

cast-title = { $title }のキャスト
cast-hint = そのまま言ってもらっても大丈夫です：「{ $name }の名前を{ $other }に」「{ $name }は赤いコート」。
cast-hint-nobody = この作品には誰も映りません。誰かいたほうがよければ、言ってください。
cast-nobody = 人も動物も出ません。場所が語る作品です。
cast-narrator = *ナレーター* · 声：{ $texture }
cast-speaks = { $count ->
   *[other] セリフ{ $count }行
 }、声：{ $voice }
cast-silent = セリフなし
cast-which-part = { $name }にどの役を任せますか？名前、見た目、衣装、色、声がその役に移ります。
cast-no-part = { $name }に合う役がこの作品にありません。物語の呼び方と食い違ってしまいます。
portrait-alt = { $name }：{ $look }
portrait-plain = ポートレート
voices-coming = 喉を整えています。少しお待ちください。
voices-here = { $count ->
   *[other] それぞれの最初のセリフです。こんな声になります（{ $count }人）。
 }
voices-narrator = ナレーター
voices-alt = { $name }の声
people-title = これまでの作品の人たち
people-none = まだ誰もいません。作品が決まると、その人たちを次のために覚えておきます。
people-hint = 別の作品で役を任せられます。キャストの画面で選んでください。
people-forget-ask = { $name }を忘れますか？出演した作品はそのままです。
people-forgotten = { $name }を忘れました。

## 絵コンテ

board-drawing = 絵コンテを描いています。無料ですし、どのコマもあとから変えられます。
board-progress = { $done }/{ $total }コマ
board-title = { $first ->
   *[other] ショット{ $first }〜{ $last }（全{ $shots }）
 }
board-hint = ショットを選んで直すか、そのまま言ってください：「ショット{ $shot }をもっと寄って」「ショット{ $last }を消して」。
panel-alt = ショット{ $number }：{ $action }
shot-title = ショット{ $number }/{ $shots }
shot-sound = 音：{ $sound }

## アニマティック

animatic-coming = 絵コンテに動きと声と音楽をつけています。無料です。
animatic-progress = { $percent } %
animatic-ready = 動く絵コンテができました：*{ $length }*、声と音楽つき、無料です。
animatic-hint = お金を使う前に見てください。今気になるところは、あとでも気になります。

## 料金

quote-title = { $title }のレンダリング
quote-was = ここに{ $title }のレンダリング料金がありました。
quote-agreed = 決まりました：{ $title }、{ $tier }、{ $credits }。
quote-play = プレイクレジットです。このレンダリングのために渡したもので、お金はかかりません。
quote-tier = 画質
quote-credits = クレジット
quote-ready = 完成まで
quote-have = お持ちは{ $have }です。
quote-promise = かかるのは完成したショットの分だけです。失敗したショットは無料で、使わなかった分は戻ります。
quote-estimate = ここでのレンダリングがまだ少ないので、時間は目安です。
quote-reused = { $count ->
   *[other] { $shots }ショットのうち{ $count }はレンダリング済みで、料金はかかりません。
 }
quote-short = おすすめの画質には{ $need }必要で、お持ちは{ $have }です。アニマティックは無料のまま、あなたのものです。
quote-nothing = 今ここではレンダリングができません。アニマティックは無料で、完成しています。
quote-no-plan = お使いのプランで使える画質が、ここにはありません。アニマティックは無料で、完成しています。
budget-total = 上限{ $most }なら、作品は *{ $total }* です。大事なところを{ $tier }にします。
budget-cheaper = { $count ->
   *[other] ショット{ $shots }は{ $tier }でレンダリングします。
 }
budget-drawn = { $count ->
   *[other] ショット{ $shots }は絵のまま残し、料金はかかりません。
 }
budget-nothing = それでは1ショットにも足りません。

## レンダリング

card-shots = { $done }/{ $total }ショット · { $percent } %
card-queued = 決まりました。空きが出たら始めます。
card-rendering = レンダリングしています。閉じても大丈夫です。できたら呼びますね。
card-cancelling = 止めています。できた分は残し、あとは戻します。
card-assembling = ショットが揃いました。作品にまとめています。
card-paused = このスタジオの運営者がレンダリングを一時停止しています。できた分は残り、確保したクレジットもそのままで、自動的に再開します。
card-queue = { $place ->
    [1] 次が順番です。
   *[other] { $place }番目に待っています。
 }
card-eta = 完成まで{ $wait }。
card-money = { $held }を取り置き、これまでに{ $used }使用
card-scene-waiting = シーン{ $number }は待機中
card-scene-rendering = シーン{ $number }：{ $done }/{ $total }
card-scene-done = シーン{ $number } ✓
card-scenes-many = { $total }シーンのうち{ $done }が届きました
card-stand-ins = { $count ->
   *[other] ショット{ $shots }はレンダリングできませんでした。絵コンテの絵で代えます。料金はかかりません。
 }
card-done = { $rest ->
    [0] 完成：{ $total }ショットすべて。{ $spent }かかりました。
   *[other] 完成：{ $total }ショットのうち{ $done }。{ $spent }かかり、{ $back }戻りました。
 }
card-cancelled-money = { $total }ショットのうち{ $done }で中止しました。{ $spent }かかり、{ $back }戻りました。
card-failed-money = 料金はかかっていません。{ $held }戻りました。
cancel-ask = このレンダリングを止めますか？完成したショットには料金がかかり、ラフカットとして届きます。あとはすべて戻ります。
cancel-stopping = 止めています。何が完成し、いくら戻ったか、お知らせします。
cancel-too-late = もうショットは揃っています。まとめているところなので、まもなく届きます。
cancel-ended = このレンダリングはもう終わっています。
nothing-to-cancel = レンダリング中のものはありません。

## 作品

film-coming = 作品がまもなく届きます。
film-money = { $rest ->
    [0] { $spent }かかりました。
   *[other] { $spent }かかり、{ $back }戻りました。
 }
film-free = 無料：動く絵コンテです。
film-cancelled = 中止した時点の作品です：{ $total }ショットのうち{ $done }が完成、残りは絵です。
film-stand-ins = { $count ->
   *[other] ショット{ $shots }は絵のままで、料金はかかっていません。
 }
film-ai = AIで制作。
media-film = { $title }、本編
media-part = { $title }、パート{ $number }/{ $total }
media-trailer = { $title }、予告編
media-poster = { $title }、ポスター
media-sheet = { $title }、全ショットの一覧
file-screenplay = { $title }の脚本。Fountain形式で、どの脚本ソフトでも開けます。
file-subtitles = { $title }の字幕。
file-sheet = { $title }の絵コンテを一枚に。
receipt-title = レンダリング{ $number }の領収書
receipt-film = 作品
receipt-shots = ショット
receipt-shots-value = { $done }/{ $total }
receipt-tier = 画質
receipt-held = 取り置き
receipt-spent = ご請求
receipt-back = 返却
receipt-from = 支払い元

## 作品一覧、設定、ヘルプ

films-none = まだ作品がありません。アイデアを聞かせてください。おまかせもできます。
films-title = { $count ->
   *[other] あなたの作品（{ $count }本）
 }
delete-ask = 『{ $title }』を完全に消しますか？脚本も絵コンテも作品もなくなります。
deleted = 消しました。
settings-title = 設定
settings-language = { $language }でお話ししています。
language-set = これからは{ $language }でお話しします。
balance-free = お持ちは{ $free }です。
balance-held = レンダリング中の作品に{ $held }を取り置いています。
balance-debt = 取り消された支払いのため、{ $debt }が未払いです。
help-title = 使い方
help-journey = アイデアから三つのログライン、選んだひとつの脚本、キャスト、絵コンテ、音つきの動く絵コンテ、そしてレンダリングした作品へ。色のついたボタンで先へ進めます。途中でやめても何も失われません。
help-talk = いつでも、やりたいことをそのまま言ってください。たとえば：
help-money = レンダリングの手前まではすべて無料です。料金は先にお見せし、かかるのは完成したショットの分だけです。
help-commands = ほかに：元に戻す、状況、作品、キャスト、設定、中止。
never-mind = わかりました。何も変えません。
button-gone = そのボタンは古くなりました。今の状況はこちらです。
button-stale = そのボタンは前の版のものです。作品は先へ進み、今は{ $stage }です：
upload-not-used = 「{ $name }」はここでは使えません。物語なら .txt、.fountain、.fdx を読めます。大事なことがほかにあれば、言葉で教えてください。
error-no-words = それが何を伝えているのか、私には読めません。言葉で教えてください。物語（.txt、.fountain、.fdx）、画像、音楽、録音した声も受け取れます。

## 質問とフォーム

ask-idea = どんな作品ですか？ひとことで大丈夫です。
form-idea = 新しい作品
entry-idea = アイデア
ask-length = 長さはどのくらいにしますか？15秒から1時間まで選べます。
form-length = 長さ
entry-length = 例：90秒、2分
ask-wish = 三つのどこを変えましょうか？
form-wish = 別のログライン
entry-wish = 変えたいところ
ask-rewrite = シーン{ $scene }をどう変えますか？思うままに教えてください。
form-rewrite = シーン{ $scene }を書き直す
entry-rewrite = どう変えるか
ask-look = { $name }はどんな見た目ですか？今は：
form-look = { $name }：見た目
entry-look = 見た目
ask-wardrobe = { $name }の衣装は？今は：
form-wardrobe = { $name }：衣装
entry-wardrobe = 着ているもの
ask-name = { $name }の新しい名前は？
form-name = { $name }の名前を変える
entry-name = 新しい名前
ask-action = ショット{ $shot }に何が映りますか？今は：
form-action = ショット{ $shot }：画
entry-action = 映るもの
ask-lines = ショット{ $shot }では何と言いますか？今は：
form-lines = ショット{ $shot }：セリフ
entry-lines = 1行ずつ「名前: セリフ」の形で
ask-insert = ショット{ $shot }のあとに、何を映しますか？
form-insert = ショット{ $shot }のあとに追加
entry-insert = 映るもの
ask-budget = 上限は何クレジットにしますか？
form-budget = 上限を決める
entry-budget = クレジット

## ボタン

choice-surprise = おまかせ
choice-my-films = 作品一覧
choice-how = 使い方
choice-go-on = いいね、進める
choice-keep-idea = 元のアイデアで
choice-take-idea = はい、そちらで
choice-length = 別の長さ…
choice-letter = { $letter }
choice-three-others = 別の三つ
choice-wish = 変える…
choice-try-again = もう一度
choice-show-loglines = ログラインを選ぶ
choice-meet-the-cast = よさそう：キャストへ
choice-back = ◀ 前へ
choice-forward = 次へ ▶
choice-shorter = 短く
choice-longer = 長く
choice-undo = 元に戻す
choice-screenplay = 脚本
choice-show-script = 脚本を見る
choice-back-to-script = 脚本に戻る
choice-draw-storyboard = 絵コンテを描く
choice-hear-voices = 声を聞く
choice-hear = 聞く
choice-plays = { $part }を演じる
choice-whole-cast = キャストに戻る
choice-keep-known = 残す
choice-forget-sure = 忘れる
choice-cast-done = このキャストで
choice-look = 見た目…
choice-wardrobe = 衣装…
choice-name = 名前…
choice-see-storyboard = 絵コンテを見る
choice-back-to-storyboard = 絵コンテに戻る
choice-approve-all = { $count ->
   *[other] { $count }コマすべてOK
 }
choice-all-panels = 全コマ
choice-redraw = 描き直す
choice-edit-shot = 画…
choice-edit-lines = セリフ…
choice-earlier = 前へ移す
choice-later = 後ろへ移す
choice-insert = あとに追加…
choice-split = 分ける
choice-delete-shot = 削除
choice-see-animatic = 動かして見る
choice-render-it = レンダリングする
choice-change-something = 直す
choice-keep-it = これを完成にする
choice-see-quote = 料金を見る
choice-tier = { $tier }、{ $credits }
choice-spend-at-most = 上限を決める…
choice-spend-what-i-have = { $credits }以内で
choice-not-yet = まだ
choice-rough-cut = ラフカットを見る
choice-rough-cut-making = ラフカットを準備中
choice-cancel-render = 中止
choice-keep-rendering = 続ける
choice-cancel-sure = 止める
choice-status = 進み具合は？
choice-new-film = 新しい作品
choice-another-version = 別バージョン
choice-subtitles = 字幕
choice-contact-sheet = コンタクトシート
choice-receipt = 領収書
choice-open-film = 『{ $title }』を開く
choice-delete-film = 『{ $title }』を消す
choice-keep-film = 残す
choice-delete-sure = 完全に消す
choice-done = 完了
choice-go-on-here = 続ける
choice-never-mind = やめておく
choice-make-it = { $length }にする

## メニュー

menu-length = 長さ
menu-format = 画面の形
menu-film-language = 作品の言語
menu-language = あなたの言語
menu-rewrite-scene = シーンを書き直す
menu-character = 登場人物を変える
menu-voice = 声
menu-texture = 声の質
menu-known = おなじみの人
menu-forget = 忘れる人
menu-shot = ショットを見る
menu-duration = 長さ
menu-size = サイズ
menu-move = カメラ
menu-film = 別の作品を開く
