# 一本の作品をみんなで支える

choice-fund-start = みんなで支える
choice-fund = { $credits }を出す
choice-fund-other = ほかの額…
choice-fund-back = 自分の分を戻す
choice-fund-name = エンドクレジットに名前を載せる
choice-fund-show = ここにもう一度表示
fund-title = { $title }は支援者を募集中です
fund-bar = { $goal }のうち{ $pledged }
fund-who = { $count ->
    [0] まだ誰もいません。{ $day }まで受け付けています。
   *[other] これまでに{ $count }人。{ $day }まで受け付けています。
 }
fund-promise = クレジットは取り置くだけで、まだ使いません。完成した作品の費用をそれぞれの割合で負担し、残りは戻ります。作品にならなければ全額戻ります。
fund-reached = { $count ->
   *[other] { $count }人の支援で実現しました。今レンダリングしています。
 }
fund-made = 完成しました。皆さん、ありがとうございます。使わなかった分は戻りました。
fund-over = 今回は作品になりませんでした。出した分はすべて皆さんに戻りました。
fund-thanks = { $credits }を取り置きました。あなたの分は合計{ $total }です。エンドクレジットにお名前を載せますか？
fund-named = エンドクレジットにお名前を載せます。
fund-taken-back = { $credits }が手元に戻りました。
fund-nothing-back = あなたの分は入っていません。
fund-not-over = 受け付けは終わりました。何も取り置いていません。
fund-not-enough = 必要な分が揃いました。何も取り置いていません。ありがとうございます。
fund-not-nothing = それでは額になりません。10のような数字でお願いします。
fund-not-insufficient = 使えるのは{ $free }クレジットです。何も取り置いていません。
fund-not-debt = 取り消された支払いの未払いが残っています。何も取り置いていません。
fund-not-frozen = クレジットは今、凍結されています。何も取り置いていません。
form-pledge = クレジットを出す
ask-pledge = 何クレジット出しますか？
entry-pledge = クレジット
card-funding = 支援を待っています。目標に届いたら、自動で始まります。
