# Discordだけの言葉：コマンドと、続きの場所

## コマンド

command-film = 作品
command-film-about = 作品を作る
command-new = 新規
command-new-about = アイデアから作品を始める
command-open = 開く
command-open-about = 作品の続きをする
command-list = 一覧
command-list-about = あなたの作品と、それぞれの状況
command-status = 状況
command-status-about = 作品の今の状況
command-script = 脚本
command-script-about = 作品の脚本を見る
command-board = 絵コンテ
command-board-about = 作品の絵コンテを見る
command-render = レンダリング
command-render-about = 使う前に、レンダリングの料金を確かめる
command-cancel = 中止
command-cancel-about = レンダリングを止める。できた分は残ります
command-export = 書き出し
command-export-about = 作品のファイルを持ち出す
command-delete = 削除
command-delete-about = 作品を消す
command-undo = 元に戻す
command-undo-about = 直前の変更を取り消す
command-cast = キャスト
command-cast-about = 作品でおなじみの人たち
command-credits = クレジット
command-credits-about = あなたのクレジット
command-balance = 残高
command-history = 履歴
command-buy = 購入
command-plans = プラン
command-code = コード
command-invite = 招待
command-leave = 抜ける
command-setup = 設置
command-pool = プール
command-credits-balance-about = 使えるクレジット
command-credits-history-about = 入った分と、使った先
command-credits-buy-about = クレジットを買う
command-credits-plans-about = 毎月クレジットが届くプラン
command-credits-code-about = もらったコードを使う
command-credits-help-about = 支払いについての質問
command-crew-list-about = 一緒に作品を作っている人
command-crew-invite-about = 作品づくりに誰かを招待する
command-crew-history-about = 誰が作品の何を変えたか
command-crew-leave-about = ほかの人の作品から抜ける
command-crew-join-about = 招待された作品に参加する
command-crew = スタッフ
command-crew-about = 一緒に作品を作る
command-join = 参加
command-queue = 順番
command-queue-about = レンダリング中の作品と、次の順番
command-link = リンク
command-link-about = ここでもTelegramでも同じアカウントにする
command-unlink = リンク解除
command-unlink-about = ここと Telegram を別々のアカウントに戻す
command-terms = 規約
command-terms-about = 規約、プライバシー、AIの役割
command-studio = スタジオ
command-studio-about = このサーバーのスタジオ
command-studio-setup-about = 作る場所、始められる人、作品の長さを決める
command-studio-pool-about = サーバーのクレジット、メンバーの枠、使った人
command-studio-queue-about = このサーバーで制作中のすべての作品
command-settings = 設定
command-settings-about = 言語と設定
command-help = ヘルプ
command-help-about = ここでできること

option-idea = アイデア
option-idea-about = どんな作品ですか？ひとことで大丈夫です
option-length = 長さ
option-length-about = 作品の長さ
option-format = 画面の形
option-format-about = どこで見せるか
option-language = 言語
option-language-about = 作品で話される言語
option-film = 作品
option-film-about = どの作品か
option-kind = 種類
option-kind-about = どんな種類の作品か
option-role = ロール
option-role-about = このロールのメンバーが作品を始められます。もう一度選ぶと外れます
option-code = コード
option-code-about = もらったコード
option-file = ファイル
option-file-about = 元にする物語や脚本：.txt、.fountain、.fdx

## スレッド

discord-thread-name = { $name }の作品
discord-thread-opener = { $name }の作品がここで始まります。
discord-thread-here = あなたの作品に専用スレッドができました。
discord-thread-go = スレッドへ
discord-dm-here = 私はここではゲストなので、作品の続きはダイレクトメッセージで。
discord-dm-go = メッセージへ
discord-dm-closed = あなたに書き込めません。プライバシー設定で私からのダイレクトメッセージを許可して、もう一度どうぞ。何も失われていません。
discord-reply-hint = このメッセージに返信して教えてください。

## ファイル

discord-upload-kind = 物語（.txt、.fountain、.fdx）を読み、画像（JPEG、PNG、WebP）を使い、音楽（MP3、M4A、WAV、FLAC、Ogg）を流せます。その種類のファイルは使えません。
discord-upload-large = ファイルが大きすぎます。{ $most } MBまでです。
discord-upload-lost = Discordからファイルを受け取れませんでした。もう一度送ってください。

## Channels and members

command-give = 贈る
command-credits-give-about = このサーバーのプールにクレジットを贈る
command-allow = 許可
command-studio-allow-about = メンバー一人がプールから使える枠を決める
option-scene = シーン
option-scene-about = どのシーンか：番号か場所
option-who = 誰
option-who-about = ここで開いている作品の登場人物
option-part = 役割
option-part-about = できること：見る、書く、監督する
option-channel = チャンネル
option-channel-about = この名前の新しいチャンネルを作って使う
option-hidden = 非公開
option-hidden-about = 新しいチャンネルはこのロールとあなたと管理者だけに見えます
option-member = メンバー
option-member-about = 誰を
option-amount = 数量
option-amount-about = クレジットの数

discord-channel-here = チャンネルができました。順番のボードはその中です。ルールは下に。見えるのはあなただけです。
discord-channel-go = チャンネルへ
discord-channel-forbidden = ここではチャンネルを作れません。「チャンネルの管理」の権限をください。または自分で作って、その中でこのコマンドを使ってください。何も変えていません。
discord-channel-full = このサーバーのチャンネルはDiscordの上限に達しています。今あるチャンネルでこのコマンドを使うか、先に一つ消してください。
discord-channel-name = 「{ $name }」という名前のチャンネルはDiscordが受け付けません。文字、数字、ハイフンなら大丈夫です。
discord-channel-there = #{ $name } はもうあります。誰に見せるかはあなたが決めることです。「非公開」を外すか、別の名前にしてください。
discord-channel-hidden = 「非公開」は新しいチャンネルのためのものです。「チャンネル」で名前を決めてください。
discord-member-bot = ボットは作品を作りません。人を選んでください。
discord-left-server = これは{ $name }のものですが、あなたはもうそこにいないので、何も変えていません。作品はどのチャットでも続けられます：/film list
discord-away = 今Discordが応答しません。何も変えていません。少ししてからもう一度どうぞ。
