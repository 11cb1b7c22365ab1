# クレジットとプランの購入、領収書、コード、ギフト、支払いのヘルプ

## ショップ

shop-title = クレジット
shop-pool-title = { $name }のプール用クレジット
shop-this-pool = この場所
shop-second = 1クレジットで、スタンダードの完成映像1秒分です。
shop-credits = クレジット
shop-price = 価格
shop-promise = 購入したクレジットに期限はありません。かかるのは完成したショットの分だけで、使わなかった分は戻ります。
shop-closed = 今は販売していません。
choice-buy = { $credits }、{ $price }
choice-buy-in-discord = Discordショップで{ $credits }、{ $price }
choice-buy-credits = クレジットを買う
choice-other-pack = ほかの額
choice-plans = プラン
choice-code = コードがある…
choice-gift = クレジットを贈る…
choice-export = ファイルで

## 購入

purchase-asked = 少しお待ちください。支払いページを開いています。
purchase-pack = *{ $credits }* を用意しました。
purchase-plan = *{ $plan }*：毎月{ $credits }。
purchase-how = Stripeのページでお支払いください。数秒でクレジットが届き、このメッセージが領収書になります。
purchase-stars = ここTelegramで、Starsでお支払いください。クレジットはすぐ届き、このメッセージが領収書になります。
purchase-portal = カード、請求書、住所はStripeのページにあります。数分間だけ開けます。
purchase-paid = { $credits }が入りました。
purchase-paid-plan = { $plan }になりました。{ $credits }も入っています。
purchase-receipt = 領収書
purchase-number = 支払い番号
purchase-amount = お支払い
purchase-tax = うち税
purchase-day = 日付
purchase-have = お持ちは{ $have }です。
purchase-pool-has = プールには{ $have }あります。
purchase-nothing-charged = 料金はかかっていません。
choice-pay = { $price }を支払う
choice-open-portal = ページを開く
choice-again = もう一度
choice-paysupport = 支払いのヘルプ
error-not-sold = それはここでは販売していません。
error-page-expired = その支払いページは期限切れです。
error-payment-refused = 決済サービスに断られました。
error-too-many-purchases = 支払いページは1時間に{ $most }回までです。お手元のページはまだ使えます。新しいものは、のちほどどうぞ。
error-plan-elsewhere = お使いのプランは別のショップで始めたものです。先にそちらで終えてもらえれば、ここで始められます。
error-no-plan = 終えるプランがありません。

## プラン

plans-title = プラン
plans-now = 今は{ $plan }です。
plans-until = { $day }まで支払い済み。その後、更新されます。
plans-changes = { $day }まで支払い済み。その後、{ $plan }になります。
plans-ends = { $day }まで支払い済み。その後、終わります。お持ちのクレジットは期限まで使えます。
plans-also = { $plan }も続いていて、{ $day }に次の支払いがあります。有効なのは上位のプランで、クレジットは両方から届きます。
plans-plan = プラン
plans-price = 月額
plans-credits = クレジット
plans-films = 同時に作る本数
plans-month = 月のクレジットは翌月末まで使えます。
plans-change = 上のプランへの変更はすぐ有効で、差額がかかります。下のプランへは翌月から変わります。
choice-plan = { $plan }、{ $price }
choice-portal = カードと請求書
choice-cancel-plan = プランを終える
choice-end-this-plan = { $plan }を終える
choice-cancel-plan-sure = 終える
choice-keep-plan = 続ける
choice-resume-plan = やっぱり続ける
plan-cancel-ask = { $plan }を終えますか？支払い済みの月の終わりまでは、クレジットもそのまま使えます。
plan-cancelled = わかりました。支払い済みの月でプランが終わります。それまで何も変わりません。
plan-resumed = プランを続けます。
plan-changed = わかりました：{ $plan }。上のプランは支払い後すぐ、下のプランは翌月から始まります。
choice-mend-payment = カードを確認

## お金の動き

money-taken-back = 支払い{ $number }が取り消されたため、{ $credits }がなくなりました。
money-owed = 使用済みの分として{ $credits }が未払いです。次に入るクレジットから支払われ、その後またレンダリングできます。
money-on-hold = 銀行がその支払いを確認しています。確認が終わるまで、クレジットは保留となり使えません。
money-returned = { $credits }が戻りました。支払い{ $number }は有効でした。
money-renewal-failed = 今月のプランの支払いができませんでした。失われたものはありません。数日のうちに再び試し、{ $days }日間はすべて今のままです。たいていはカードを確認すれば解決します。
money-plan-ended = プランが終わり、Freeに戻りました。作品もキャストもクレジットも、あなたのものです。
money-two-plans = 今、{ $plan }と{ $other }の2つのプランが続いていて、どちらも毎月支払いがあります。そのつもりでなければ、片方を終えてください。
money-invite-thanks = { $credits }をお贈りします。あなたからの、またはあなたへの招待が、はじめての購入につながりました。ありがとうございます。
money-invite-gone = 招待による購入が無効になったため、{ $credits }がなくなりました。

## 支払いページのあと

paid-title-paid = ありがとうございます
paid-paid = { $credits }が入りました。領収書はチャットにあります。
paid-title-open = 少しお待ちください
paid-open = 支払いが確認でき次第、チャットにクレジットが届きます。このページは閉じても大丈夫です。何も失われません。
paid-title-expired = このページは期限切れです
paid-expired = 料金はかかっていません。チャットで新しいページを開いてください。
paid-title-failed = うまくいきませんでした
paid-failed = 料金はかかっていません。くわしくはチャットをご覧ください。
paid-title-left = 完了しました
paid-left = 変更は反映されました。チャットの続きへどうぞ。
paid-back = チャットに戻る

## 無料クレジット、コード、ギフト

trial-given = お試しに：{ $credits ->
   *[other] { $credits }クレジットを、一度だけ無料で差し上げます。
 }
trial-young = はじめての方には無料クレジットがあります。このチャットのアカウントはできて間もないので、もう少しあとで届きます。
trial-busy = 今日のはじめての方への無料クレジットは、配り終えました。明日また用意します。
form-promo = コード
ask-promo = コードを教えてください。
entry-promo = コード
code-ask = 私たちや友だちからのコード、ギフトのコードで、クレジットが入ります。
code-promo = 使えました：{ $credits }が入りました。
code-gift = ギフトです：{ $credits }が入りました。
code-invited = ようこそ！最初の購入のとき、あなたと招待した人に{ $credits }ずつ届きます。
code-wrong = そのコードは見つかりません。もう一度確かめてください。
code-over = そのコードは使い切られたか、期限切れです。
code-had = そのコードはもう使っています。
code-own = それはあなた自身の招待です。友だちに渡してください。
code-old = 招待は、はじめての方のためのものです。以前から使ってくれて、ありがとうございます。
code-busy = 今日の無料クレジットは配り終えました。コードは明日使えます。
code-too-many = 間違ったコードが続きました。1時間後にもう一度どうぞ。
form-gift = クレジットを贈る
ask-gift = 何クレジット贈りますか？
entry-gift = クレジット
gift-title = { $credits }のギフト
gift-how = このコードを私に伝えた人が受け取ります。{ $day }まで受け取りがなければ、あなたに戻ります。コードを使えば、自分で戻すこともできます。
gift-taken = { $credits }のギフトが受け取られました。
error-gift-amount = ギフトは{ $most }クレジットまでです。
error-gift-short = 贈れるのは購入したクレジットだけで、その分は{ $have }あります。何も動かしていません。
error-gifts-open = 受け取り待ちのギフトは{ $most }個までです。先に受け取ってもらってください。
invite-title = 友だちを招待
invite-how = これがあなたのコードです。はじめての人がこれを私に伝えると、あなたのお客さまです。その人の最初の購入で、おふたりに{ $credits }ずつ届きます。
invite-thanked = { $count ->
    [0] まだ誰もいません。
   *[other] これまでに{ $count }人。
 }

## 支払いのヘルプ

paysupport-title = 支払いのヘルプ
paysupport-how = 届かないクレジットは、たいてい1分以内に届きます。支払いは1時間ごとに自動で照合しています。こちらの理由で失敗した作品に料金はかかりません。
paysupport-payment = 支払い{ $number }、{ $day }、{ $amount }
paysupport-contact = 返金も含めて、そのほかのことはこちらへ：{ $contact }。支払い番号を書いてください。
paysupport-operator = 返金も含めて、そのほかのことは、このボットの運営者に連絡してください。支払い番号を書いてください。
statement-file = クレジットのすべての動き。

## Starsの支払い前

stars-unknown = この請求は見つかりません。料金はかかっていません。チャットで新しいものを出してください。
stars-paid = この請求は支払い済みです。料金はかかっていません。
stars-over = この請求は終わりました。料金はかかっていません。チャットで新しいものを出してください。
stars-not-yours = この請求はほかの人のものです。料金はかかっていません。チャットでご自分のものを出してください。
stars-plan-runs = すでにプランが続いています。料金はかかっていません。先にそれを終えれば、別のプランを始められます。

## What explains a wallet, and what is not sold where

balance-expiring = このうち{ $credits }は{ $day }までです。
history-owed = その分{ $debt }が未払いです。
history-owed-paid = { $debt }は未払い分に充てられました。
credits-returned = 支払いはやはり有効です。
credits-granted-invite = ご招待のお礼。
credits-invite-gone = 招待のお礼、購入とともに取り消し。
credits-granted-code = コードから。
credits-gift-made = ギフトへ。
credits-gift-taken = ギフトから。
credits-gift-back = 受け取られなかったギフト。
credits-to-pool = プールへ。
paid-elsewhere = 元のチャットで、続きから進められます。
plans-too-dear = { $plan }の月額はTelegramが更新できる上限を超えるため、ここでは販売していません。パックなら同じだけのクレジットが得られ、期限もありません。
plans-one-at-a-time = プランを変えるには、まず今のプランを終えてください。その月が終われば、別のプランを始められます。
plans-then-another = この月が終われば、別のプランを始められます。
