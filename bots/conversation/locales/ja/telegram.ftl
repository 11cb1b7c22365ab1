# Telegramだけの言葉

telegram-command-start = 始める、または今の状況を見る
telegram-command-new = 作品を作る：/new のあとにアイデア
telegram-command-films = あなたの作品
telegram-command-film = 今の作品、または番号で選んだ作品
telegram-command-cast = 作品でおなじみの人たち
telegram-command-credits = お持ちの使えるクレジット
telegram-command-queue = レンダリング中の作品
telegram-command-studio = このグループのルール、掲示板、プール
telegram-command-settings = 言語などの設定
telegram-command-link = 別のチャットのアカウントをここで使う
telegram-command-help = 使い方
telegram-command-terms = 規約の要点
telegram-command-paysupport = 支払いのヘルプ
telegram-command-cancel = レンダリングを止める

telegram-description =
    アイデアを聞かせてください。脚本、キャスト、絵コンテ、音つきの無料アニマティック、そして完成まで、一緒に作品を作ります。

    レンダリングの手前まではすべて無料です。ここで作る作品はAIによるもので、そう表示します。
telegram-description-short = アイデアひとつから作品へ。AIで、一歩ずつ、あなたと一緒に。

telegram-group-welcome = ここはみんなで作品を作る場所です。/new とアイデアで始めてください。作品ごとに{ $forum ->
    [yes] トピック
   *[no] 返信のスレッド
 }ができます。私に聞こえるのは、コマンドと、私のメッセージへの返信だけです。
telegram-goes-on = { $title }：続きは専用のトピックで。
telegram-see-topic = 作品へ
telegram-anonymous = グループとして書き込むと、どなたかわかりません。ご自分の名前で書いてもらえれば始めます。
telegram-file-large = Telegramで受け取れる大きさを超えています。{ $most } MBまでです。
telegram-file-lost = ファイルを受け取れませんでした。もう一度送ってください。
telegram-menu-changed = そのメニューは変わりました。今はこうなっています。
telegram-reply-here = このメッセージに返信してください。グループでは、返信しか聞こえません。
telegram-back = 戻る
telegram-more = ほかにも
telegram-open = 個別チャットを開く
telegram-open-private = これはあなただけへの話です。個別チャットを開いてもらえれば、そこでお伝えします。
telegram-answer-private = 個別チャットでお答えします。
telegram-link = { $what ->
    [video] 全編を見る
   *[other] ダウンロード
 }

# An invoice in Stars: its title (at most 32 letters) and what it is for.
invoice-pack = { $credits }クレジット
invoice-plan = { $plan }：{ $credits }クレジット
invoice-pack-about = このチャットで映画を作れます。購入したクレジットに期限はありません。
invoice-plan-about = 30日ごと。いつでもこのチャットで終了できます。
