# 持ち込まれた物語：脚本、章、短編。ファイルでも貼り付けでも

import-reading = { $named ->
    [yes] 「{ $name }」を読んでいます…
   *[no] 文章を読んでいます…
 }
import-screenplay = 脚本です。{ $scenes ->
   *[other] { $scenes }シーン
 }、{ $lines ->
   *[other] セリフ{ $lines }行
 }。
import-prose = { $words ->
   *[other] { $words }語の物語
 }{ $lines ->
    [0] です。
   *[other] で、セリフは{ $lines }行です。
 }
import-people = 話す人：{ $names }{ $more ->
    [0] 。
   *[other] 、ほか{ $more }人。
 }
import-ask = これを作品にしますか？全部語ると *{ $length }* です。
import-hint = 言葉はそのまま使います。長さは自由に選べます。外したところはお伝えします。
import-from = { $named ->
    [yes] 「{ $name }」から、元の言葉のまま。
   *[no] いただいた文章から、元の言葉のまま。
 }
import-whole = 丸ごと脚色しました。セリフは一字一句そのまま、すべて入っています。
import-cut = 物語の順番のまま、言葉を変えずに長さに合わせました。入れたもの：{ $kept ->
   *[other] セリフ{ $kept }行
 }。外したもの：{ $lines ->
   *[other] セリフ{ $lines }行
 }{ $seen ->
    [0] {""}
   *[other] 、描写{ $seen }か所
 }{ $scenes ->
    [0] 。
   *[other] 、うち丸ごと外したシーンが{ $scenes }。
 }
import-retold = 人物と順番といちばんいいセリフを生かして、この長さに脚色しました。入りきらないところは、外すかまとめるかしました。
import-length-most = 間延びせずに語るなら、この物語は{ $length }までです。その長さにしますか？
import-language = 作品は元の物語の言語のままです。

## ファイルの問題

import-empty = ファイルの中身がありません。もう一度送るか、文章を貼り付けてください。
import-huge = ファイルが{ $most } MBを超えています。読めるのはそこまでです。作品にしたい部分だけ送ってください。
import-long = { $most },000語を超えています。読めるのはそこまでです。作品にしたい部分だけ送ってください。
import-binary = これは文章ではないようです。文字にはないデータが混じっています。テキスト（.txt）、Fountain、FDXで保存して、送り直してください。
import-encoding = 文字化けしています。知っているどの文字コードにも合いません。UTF-8で保存して、送り直してください。
import-document = { $what }形式の文書は読めません。テキスト（.txt）、Fountain、FDXで保存して、送り直してください。
import-fdx = Final Draftのファイルとして読めません。XMLが壊れているか、別のものが入っています。FDXかFountainで書き出し直してください。
import-no-story = 物語にするには言葉が足りません。どんな作品か、ひとことで教えてもらえれば、私が書きます。
import-unreadable = ファイルを読み取れませんでした。テキスト（.txt）で保存して、送り直してください。
import-gone = ファイルが最後まで届きませんでした。もう一度送ってください。
import-not-read = まだ読み終えていません。少しお待ちください。
import-per-day = 今日はこれで{ $most }本、1日に読める上限です。続きは明日にしましょう。
import-too-short = その長さには物語が短すぎます。もっと短い長さを選んでもらえれば、続けます。

choice-import = 作品にする
choice-import-idea = アイデアだけ使う
choice-tell-idea = アイデアを話す
bring-story = または物語や脚本を持ち込む
bring-story-about = .txt、.fountain、.fdx：それが作品になります
