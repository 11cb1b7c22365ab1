# 何が起きたか、どういうことか、料金はどうなったか、次にすること

error-unexpected = こちらで不具合が起きました。失われたものはなく、料金もかかっていません。もう一度お試しください。
error-unavailable = 必要なサービスが今応答しません。失われたものはなく、料金もかかっていません。少ししてからお試しください。
error-storage = 保存先がいっぱいか、応答しません。失われたものはありません。戻り次第、続けます。
error-disk-full = ディスクの空きがありません。失われたものはなく、料金もかかっていません。空き次第、続けます。
error-setup-failed = この環境は設定が終わっていません。運営者の対応が必要です。あなたのものは何も失われていません。
error-bad-input = それはこのままではできません。何も変えていません。
error-edit-refused = この脚本ではそれはできません。何も変えていません。
error-forbidden = その内容はルールに反するので、作品にできません。何も保存していません。別の語り方で聞かせてください。
error-blocked = このアカウントは、ここで作品を作れません。
error-not-yours = これはほかの人の作品です。ひとことのアイデアから、ご自分の作品を始めてください。
error-not-your-button = そのボタンはほかの人のものです。アイデアを聞かせてもらえれば、あなたのボタンが出ます。
error-no-such-film = あなたの作品の中に見つかりません。
error-no-film = まだ作品がありません。まずアイデアを聞かせてください。
error-no-film-yet = 完成した作品はまだありません。
error-no-file = そのファイルはまだありません。
error-not-your-receipt = 領収書を見られるのは、支払った人だけです。
error-not-enough-credits = { $need }クレジット必要ですが、お持ちは{ $have }です。料金はかかっていません。
error-credits-debt = 取り消された支払いのため、{ $owed }クレジットが未払いです。精算されるまでレンダリングはできません。
error-credits-frozen = クレジットは今、凍結されています。料金はかかっていません。
error-credits-over-limit = 上限を超えています。残りは{ $left }クレジットです。料金はかかっていません。
error-credits-insufficient = クレジットが足りません。料金はかかっていません。
error-credits-same-wallet = それは同じ財布のクレジットです。
error-credits-nothing-left = 取り戻せるものは残っていません。
error-credits-over-capture = それは請求した額を超えています。
error-credits-no-debt = 未払いはありません。
error-credits-amount = 「{ $said }」はクレジットの数として読めません。40のような数字でお願いします。
error-idea-empty = 言葉が見つかりませんでした。どんな作品か、ひとことで教えてください。
error-idea-long = アイデアが長すぎます。{ $most }文字までです。核になるところを、数行で教えてください。
error-length = { $short ->
    [yes] 物語には少なくとも{ $least }必要です。{ $asked }では短すぎます。{ $least }にしますか？
   *[no] 作品は{ $most }までです。{ $asked }は長すぎます。{ $most }にしますか？
 }
error-length-unread = 「{ $said }」は長さとして読めません。「90秒」や「2分」のように言ってください。
error-format = その画面の形は知りません。横長、縦長、正方形があります。
error-films-per-day = 今日はこれで{ $most }本、1日の上限です。続きは明日。今ある作品は、そのまま進められます。
error-writes-per-day = 今日はたくさん書きました。続きは明日にしましょう。失われるものはありません。
error-said-long = 一度に送るには長すぎます。{ $most }文字までです。分けて送ってください。
error-text-long = { $have }文字あります。ここは{ $most }文字までです。何も変えていません。
error-nobody-known = あなたの作品に、そういう人は見当たりません。
error-voices = 今は声をお聞かせできません。
error-empty = 中身がありませんでした。何も変えていません。
error-too-much-waiting = ご要望が{ $most }件、順番を待っています。先にそれを終わらせますね。
error-button-gone = そのボタンは古くなりました。
error-rendering = この作品はレンダリング中です。先に中止してから消してください。
error-film-failed = ショットは揃いましたが、作品にまとめられませんでした。
error-render-failed = ひとつのショットもレンダリングできませんでした。
error-tier-not-offered = 今ここでは、それをレンダリングできません。
error-writing-failed = 書いてみましたが、お見せできるものになりませんでした。料金はかかっていません。もう一度試すか、アイデアを言い換えてみてください。
error-writing-refused = 執筆サービスに断られました。料金はかかっていません。アイデアを言い換えてもらえれば、もう一度試します。
error-language-not-written = ここでは{ $language }で書けません。英語なら書けます。

declined-not-offered = 今ここでは{ $tier }をレンダリングできません。料金はかかっていません。
declined-paused = このスタジオの運営者がレンダリングを一時停止しています。映画はそのままで、何も請求されていません。しばらくしてからもう一度お試しください。
declined-plan = お使いのプランに{ $tier }は含まれていません。料金はかかっていません。
declined-films-at-once = { $most ->
   *[other] お使いのプランで同時にレンダリングできるのは{ $most }本までで、今はいっぱいです。料金はかかっていません。ひとつ終わったら、また来てください。
 }
declined-rendering = この作品は、もうレンダリング中です。
declined-price-changed = ご覧になったあとで料金が変わりました。{ $agreed }ではなく{ $total }クレジットです。料金はかかっていません。もう一度ご確認ください。
declined-insufficient = { $total }クレジット必要ですが、お持ちは{ $free }です。料金はかかっていません。
declined-debt = 取り消された支払いのため、{ $debt }クレジットが未払いです。精算されるまでレンダリングはできません。
declined-frozen = クレジットは今、凍結されています。料金はかかっていません。

talk-not-understood = わからなかったので、何も変えませんでした。

edit-refused-no-script = まだ脚本がありません。先にログラインを選んでください。
edit-refused-nothing-to-undo = これが最初の版です。取り消すものはありません。
edit-refused-last-shot = 作品には少なくとも1ショット必要なので、これは残します。
edit-refused-last-scene = 作品には少なくとも1シーン必要なので、これは残します。
edit-refused-no-such-shot = { $known ->
    [number] この版にショット{ $asked }はありません。
   *[other] この版にそのショットはありません。
 }
edit-refused-no-such-scene = { $known ->
    [number] この版にシーン{ $asked }はありません。
   *[other] この版にそのシーンはありません。
 }
edit-refused-no-such-character = その名前の人は、この作品にいません。
edit-refused-name = それは名前に使えません。文字とスペースなら使えます。
edit-refused-name-taken = { $name }という人がもういます。同じ名前がふたりいると、みんな混乱します。
edit-refused-duration = ショットの長さは{ $least }秒から{ $most }秒です。
edit-refused-too-much-said = そのセリフには{ $needs }秒かかりますが、ショットは{ $most }秒までです。ふたつのショットに分けてください。
edit-refused-speaks = { $name }はこのショットで話すので、外せません。先にセリフを変えてください。
edit-refused-too-short-to-split = ふたつに分けるには、少なくとも{ $least }秒必要です。
edit-refused-at-edge = もう作品のいちばん端にあります。
edit-refused-film-too-long = 作品が上限の1時間を超えてしまいます。
edit-refused-text-too-long = 文章が長くなりすぎます。
