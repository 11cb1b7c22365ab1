# アカウント：チャットのリンク、クレジット、設定、規約

platform-discord = Discord
platform-telegram = Telegram
platform-terminal = ターミナル
platform-web = ブラウザー

link-title = ふたつのチャットをひとつのアカウントに
link-how = { $minutes }分以内に、もう一方のチャットから *{ $code }* と送ってください。/link でも大丈夫です。作品もキャストもクレジットも履歴も、ひとつになります。
link-careful = 使えるのは一度だけです。人には見せないでください。入力した人とアカウントを共有することになります。
link-over = そのコードは期限切れです。/link で新しいものを出せます。
link-used = リンクしました。このチャットともう一方は、同じアカウントです。心当たりがなければ、すぐに設定からもう一方を外してください。
link-linked = { $films ->
    [0] リンクしました。ふたつのチャットは同じアカウントです。{ $credits }を引き継ぎました。
   *[other] リンクしました。ふたつのチャットは同じアカウントです。作品{ $films }本と{ $credits }を引き継ぎました。
 }
link-linked-more = 片方で始めたことを、もう片方で続けられます。リンクはいつでも設定から外せます。
link-one-trial = 無料お試しはおひとり一度です。二つめの{ $credits }はなくなりました。
link-same = このふたつのチャットは、もう同じアカウントです。
link-wrong = そのコードは見つかりません。コードは一度きり、{ $minutes }分間だけ有効です。もう一方のチャットで /link を使って、新しいものを出してください。
link-too-many = 間違ったコードが続きました。リンクはしていません。1時間後にもう一度どうぞ。
unlink-ask = { $named ->
    [none] { $platform }のアカウントを独立させますか？
   *[some] { $platform }の{ $name }を独立したアカウントにしますか？
 }独立した側は空の状態から始まります。作品もキャストもクレジットも、元のアカウントに残ります。
unlinked = { $named ->
    [none] { $platform }のアカウントは独立しました。
   *[some] { $platform }の{ $name }は独立しました。
 }作品もキャストもクレジットも、こちらに残っています。
unlinked-here = このチャットは独立したアカウントになりました。中身は空からの始まりです。作品もキャストもクレジットも、元のアカウントに残っています。
accounts-title = このアカウントのチャット
accounts-one = まだここだけです。ほかのチャットをリンクすると、そこでも続けられます。
accounts-leave = 外したチャットは、空のアカウントから始まります。作品とクレジットはここに残ります。
error-link-codes = コードは1時間に{ $most }個までです。お手元のコードはまだ使えます。新しいものは、のちほどどうぞ。
error-link-busy = 片方のアカウントがちょうど作業中です。リンクはしていません。もう一度コードを入力してください。
error-link-blocked = このふたつのアカウントはリンクできません。
error-unlink-only = このアカウントのチャットはここだけなので、外せません。
error-command = そのコマンドは知りません。やりたいことを、そのまま言ってください。

settings-notify = 完成のお知らせ：{ $way }
settings-plan = プラン：{ $plan }
settings-chats = チャット：{ $chats }
notify-here = 作った場所でお知らせ
notify-everywhere = すべてのチャットでお知らせ
notify-quiet = 通知せずに届ける
notify-set-here = これからは、作った場所でお知らせします。
notify-set-everywhere = これからは、完成した作品をすべてのチャットに届けます。
notify-set-quiet = これからは、完成した作品をそっと届けます。
adult-noted = 成人と確認しました。続きをどうぞ。

history-title = クレジットの履歴（新しい順）
history-none = まだ出入りはありません。
credits-granted-play = このレンダリング用のプレイクレジット。無料です。
credits-granted-promo = ようこそのプレゼント。
credits-granted-subscription = プランの今月分のクレジット。
credits-granted-goodwill = お待たせしたお礼に、こちらから。
credits-granted-stripe = カードで購入。
credits-granted-stars = Starsで購入。
credits-granted-discord = Discordで購入。
credits-film = { $named ->
    [none] 作品の制作。
   *[some] 作品『{ $title }』。
 }
credits-expired = 使われないまま期限切れ。
credits-sent = 誰か、またはプールへ。
credits-received = 誰かから。
credits-clawed-back = 支払いの取り消し。
credits-debt-paid = 未払い分の精算。
credits-goodwill = 作品の分の返却。

terms-title = 規約の要点
terms-ai = ここで作るものはすべてAIによるもので、ファイルにも文面にもそう記します。間違いもあります。公開の前に確かめてください。
terms-yours = アイデアも作品もあなたのものです。持ち込む素材は、権利のあるものに限ります。
terms-content = 本人の同意のない実在の人物、未成年の性的な描写、嫌がらせや欺く目的の作品は作れません。お断りします。
terms-money = レンダリングの前に必ず料金を見せます。かかるのは完成したショットの分だけ。失敗したショットは無料で、残りは自動で戻ります。
terms-refunds = パックのクレジットに期限はありません。プランのクレジットは次の期間の終わりまでです。返金を希望するときは「{ choice-paysupport }」から連絡してください。その支払いのクレジットは残高から引かれます。
terms-data = 脚本、画像、作品は、あなたが消すまで保管します。会計の記録は法律に従って残します。
terms-people = お使いのチャットの年齢条件を満たしている必要があります。18歳以上に限るチャンネルもあります。

files-ask = { $title }の何を持ち出しますか？

choice-link-new = チャットをリンク
choice-unlink = リンクを外す
choice-stay-linked = リンクしたまま
choice-unlink-sure = 外す
choice-settings = 設定
choice-terms = 規約
choice-history = 履歴
choice-newer = ◀ 新しい方
choice-older = 古い方 ▶
choice-adult = 18歳以上です
menu-unlink = 外すチャット
menu-notify = 作品が完成したら
