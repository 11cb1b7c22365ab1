## 作品を届ける

choice-share = 共有する
choice-watch-page = ページを開く
choice-unshare = リンクを取り消す
menu-another-format = 別の画面の形
menu-another-language = 別の言語
choice-no-language = 別の言語…
no-translator = 作品を別の言語にするには執筆モデルが必要ですが、ここにはつながっていません。運営者が SYSRAI_OPENAI_API_KEY を設定すれば使えます。画面の形、字幕、ファイルはなくても使えます。
error-no-translator = ここでは作品を{ $language }にできません。執筆モデルが必要ですが、つながっていません。何も変えていません。
cut-coming = { $language }、{ $format }の作品です。同じテイクからつなぎます。レンダリングのやり直しはありません。
cut-translating = { $language }、{ $format }の作品です。セリフを訳してから、同じテイクでつなぎます。
cut-progress = { $percent } %
cut-failed = { $language }、{ $format }の作品はうまくできませんでした。
cut-dubbed = 声も字幕もタイトルも{ $language }です。
cut-subtitled = タイトルと字幕は{ $language }です。話せる声がないので、声は元のままです。
cut-too-long = { $place }の作品は{ $minutes ->
   *[other] { $minutes }分
 }までです。これはそれより長いです。
choice-files = 編集用ファイル
choice-kit = 一括ダウンロード、{ $size } MB
kit-coming = 編集に必要なものをまとめています。少し時間がかかります。
kit-here = この作品のすべて、{ $size } MBです。どの編集ソフトでも開いて、続きを作れます。
kit-parts = カットリスト（OTIO、FCPXML、EDL）とショット、声、音楽。脚本のFountain、FDX、PDF。絵コンテ、字幕、作品。
kit-file = 編集用ファイル
share-here = このリンクがあれば、誰でもアカウントなしで見られます。有効期間は{ $days }日で、いつでも取り消せます。
film-on-its-page = ここで見せるには大きすぎます。専用ページで見られます：
share-over = ここにあったリンクは取り消されました。
share-taken-back = リンクを取り消しました。もう何も開きません。もう一度共有すると、新しいリンクができます。

## 視聴ページ

watch-by = 制作：{ $names }
watch-with-ai = AIで制作
watch-with-ai-long = この作品は、物語も画も声も音楽も、SysraiがAIで作りました。
watch-signed-operator = ファイルには、それを示すコンテンツ認証情報が入っています。
watch-signed-test = ファイルには、それを示すコンテンツ認証情報が、テスト証明書の署名つきで入っています。
watch-play = 再生
watch-pause = 一時停止
watch-mute = 消音
watch-unmute = 音を出す
watch-volume = 音量
watch-seek = 再生位置
watch-position = { $at } / { $of }
watch-full = 全画面
watch-full-leave = 全画面を終える
watch-subtitles = 字幕
watch-subtitles-off = オフ
watch-version = バージョン
watch-version-go = 表示
watch-storyboard = 絵コンテ
watch-shot = ショット{ $number }、{ $at }
watch-chapters = チャプター
watch-download-size = ダウンロード、{ $size } MB
watch-download-subtitles = 字幕ファイル
watch-share = リンクをコピー
watch-shared = コピーしました
watch-keys = キー操作：スペースで再生、矢印で5秒移動、Cで字幕、Mで音、Fで全画面。
watch-skip = 作品へ移動
watch-player = プレーヤー
watch-report = この作品を報告
watch-report-hint = 書いた内容は、この環境の運営者に届きます。ほかの情報は送りません。
watch-report-reason = 問題の内容
watch-report-illegal = 違法または有害なものが映っている
watch-report-person = 私か知人が同意なく映っている
watch-report-copyright = 私の作品が使われている
watch-report-other = そのほか
watch-report-said = くわしい内容（任意）
watch-report-contact = 連絡先（任意）
watch-report-send = 報告を送る
watch-report-thanks = ありがとうございます。報告を記録しました。確認します。
watch-report-wrong = フォームを読み取れませんでした。戻って、もう一度お試しください。
watch-broken = ここでは再生できません。代わりにダウンロードできます。
watch-unknown-title = ここには何もありません
watch-unknown = このリンクで開ける作品はありません。文字が抜けたのかもしれません。もう一度リンクをもらってください。
watch-over-title = このリンクは終わりました
watch-over = 作品のリンクには期限があり、制作者が取り消すこともあります。新しいリンクをもらってください。
