# 制作チャンネル：ルール、順番待ち、プール

error-studio-admins = このチャンネルでは、管理者だけが作品を始められます。アイデアは、私との個別チャットでどうぞ。
error-studio-roles = { $count ->
   *[other] ここで作品を始められるのは、次のロールのメンバーです：{ $roles }。アイデアは、私との個別チャットでどうぞ。
 }
error-studio-age = このチャンネルは成人向けです。18歳以上だと一度伝えてもらえれば、入れます。
error-studio-length = このチャンネルの作品は{ $most }までです。短くするか、私との個別チャットで作ってください。
error-studio-not-admin = それを変えられるのは、ここの管理者だけです。
error-studio-where = それはチャンネルかグループで使えます。個別チャットやスレッドの中では使えません。
error-studio-none = ここはまだ制作チャンネルではありません。管理者が /studio setup でそうできます。
error-pool-nothing = ここのプールは、今あなたの分を払えません。料金はかかっていません。
error-give-short = 贈れるクレジットは{ $have }です。お試しやプレゼントの分は贈れません。
declined-over-limit = プールのあなたの枠を超えています。残りは{ $left }クレジットです。料金はかかっていません。
declined-pool-insufficient = プールには{ $free }クレジットありますが、{ $total }必要です。料金はかかっていません。
declined-channel-full = { $most ->
   *[other] このチャンネルで同時にレンダリングできるのは{ $most }本までで、今はいっぱいです。料金はかかっていません。ひとつ終わったら、また来てください。
 }
declined-channel-tier = このチャンネルでは{ $tier }を使えません。料金はかかっていません。ほかの画質は選べます。
declined-channel-length = このチャンネルの作品は{ $most }までです。料金はかかっていません。まず短くしてください。

studio-title = { $name }のルール
studio-makers = 作品を始められる人：{ $makers }。
studio-length = 最長：{ $length }。画質：{ $tiers }。
studio-at-once = { $count ->
    [0] 同時にレンダリングする本数に制限はありません。
   *[other] 同時に{ $count }本までレンダリングします。
 }
studio-allowance = { $some ->
    [yes] プールはメンバーひとりにつき{ $period }{ $credits }まで払います。
   *[no] プールからは払いません。それぞれ自分のクレジットを使います。
 }
studio-adults = 成人向け：18歳以上だと、各自一度伝えてください。
studio-all-ages = 全年齢向け。
studio-announces = 完成した作品はここで発表します。
studio-quiet = 完成した作品はそれぞれのスレッドに置きます。
studio-roles-how = 作品を始められるロールは /studio setup で指定します。もう一度指定すると外れます。
studio-board-anew = 順番待ちの掲示板を出し直しました。私にピン留めできないときは、お願いします。
studio-closed = ここは普通のチャンネルに戻りました。作られた作品は残ります。
makers-everybody = 誰でも
makers-admins = 管理者のみ
makers-roles = 次のロール：{ $roles }
tiers-all = すべて
tiers-draft = ドラフトのみ
tiers-standard = スタンダードまで
at-once = { $count ->
    [0] 制限なし
   *[other] 同時に{ $count }本
 }
period-day = 1日
period-week = 1週間
period-month = 1か月
this-day = 今日
this-week = 今週
this-month = 今月
allowance-entry = { $period }{ $credits }
allowance-period = 同じ額で、{ $period }ごと

queue-title = { $count ->
    [0] 今レンダリング中の作品はありません
   *[other] { $count }本をレンダリング中
 }
queue-empty = 次はあなたの番かもしれません。アイデアから始めてみてください。
queue-closed = この順番待ちは閉じました。
queue-waits = { $place }番目に待機中
queue-runs = { $done }/{ $total }ショット
queue-more = { $count ->
   *[other] ほか{ $count }本
 }
queue-rules = { $length }までの作品、{ $most }。
queue-mine = あなたのレンダリング
queue-mine-none = あなたの作品は、今レンダリングしていません。
premiere-here = 新作が届きました。
premiere-by = 制作：{ $names }
premiere-gone = この作品は取り下げられました。

pool-title = { $name }のプール
pool-this = この場所
pool-has = 残り{ $free }。
pool-mine = { $period }使ったのは{ $spent }、あなたの残りは{ $left }です。
pool-pays-nothing = まだ誰の分も払いません。管理者が /studio setup でメンバーひとりあたりの枠を決めます。
pool-how = 誰でも寄付できます。使わなかった分はプールに戻ります。管理者だからといって、使えるわけではありません。
pool-who = メンバー
pool-spent = { $period }使った分
pool-may = 使える分
give-ask = { $pool }のプールに{ $credits }を寄付しますか？寄付した分は戻りません。
given = ありがとうございます。{ $credits }がプールに入りました。
allowed = { $own ->
    [yes] { $name }はこれから、プールの{ $credits }まで使えます。
   *[no] { $name }の枠は、ほかの皆さんと同じに戻りました。
 }
ask-give = プールに何クレジット入れますか？
form-give = プールに寄付
entry-give = クレジット
ask-allow = { $name }は期間ごとにプールから何クレジット使えますか？0なら皆さんと同じ枠です。今は：
form-allow = { $name }の枠
entry-allow = クレジット（0で通常の枠）
quote-pool = プールはこれに{ $have }まで払えます。
quote-short-here = おすすめの画質には{ $need }必要です。アニマティックは無料のまま、あなたのものです。

choice-tier-pool = { $tier }、プールから{ $credits }
choice-see-pool = プール
choice-adults-only = 成人限定にする
choice-all-ages = 全年齢にする
choice-announce = 作品を発表する
choice-announce-not = 発表しない
choice-board-anew = 掲示板を出し直す
choice-close-studio = チャンネルを閉じる
choice-give-some = 寄付する…
choice-give = { $credits }を寄付
menu-makers = 作品を始められる人
menu-longest = 最長の長さ
menu-tiers = 画質
menu-at-once = 同時に作る本数
menu-allowance = プールが払う額
menu-member = メンバーの枠を決める
