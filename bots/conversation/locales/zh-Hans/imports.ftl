# 带来的故事：剧本、章节、短篇，文件或粘贴

import-reading = { $named ->
    [yes] 正在读“{ $name }”…
   *[no] 正在读你的文字…
 }
import-screenplay = 一个剧本：{ $scenes ->
   *[other] { $scenes } 场
 }，{ $lines ->
   *[other] { $lines } 句台词
 }。
import-prose = 一个故事，{ $words ->
   *[other] { $words } 词
 }{ $lines ->
    [0] 。
   *[other] ，有 { $lines } 句台词。
 }
import-people = 说话的人：{ $names }{ $more ->
    [0] 。
   *[other] ，还有 { $more } 位。
 }
import-ask = 把它拍成影片吗？完整讲下来是 *{ $length }*。
import-hint = 文字保持原样。长度由你定，删了什么我会说。
import-from = { $named ->
    [yes] 来自“{ $name }”，原文原话。
   *[no] 来自你的文字，原文原话。
 }
import-whole = 完整改编：每句台词都在，一字不差。
import-cut = 按故事顺序剪到这个长度，一字未改。保留：{ $kept ->
   *[other] { $kept } 句台词
 }。删去：{ $lines ->
   *[other] { $lines } 句台词
 }{ $seen ->
    [0] {""}
   *[other] 、{ $seen } 处描写
 }{ $scenes ->
    [0] 。
   *[other] ，其中整场删去 { $scenes } 场。
 }
import-retold = 按这个长度改编，保留了人物、顺序和最好的台词；放不下的删去或合并了。
import-length-most = 不拖沓地讲，这个故事最多{ $length }。做成这么长好吗？
import-language = 影片沿用你故事的语言。

## 文件可能的问题

import-empty = 文件是空的。再发一次，或直接粘贴文字。
import-huge = 文件超过 { $most } MB，我最多读这么大。把影片要讲的那部分发给我。
import-long = 超过 { $most },000 词，我最多读这么多。把影片要讲的那部分发给我。
import-binary = 这不是文字：里面有文字不该有的字节。请存为纯文本（.txt）、Fountain 或 FDX 再发。
import-encoding = 文件里的字是乱码，不符合我认识的任何编码。请存为 UTF-8 再发。
import-document = 这是 { $what } 文档，我读不了。请存为纯文本（.txt）、Fountain 或 FDX 再发。
import-fdx = 我读不了这个 Final Draft 文件，XML 损坏或内容不对。请重新导出为 FDX 或 Fountain。
import-no-story = 字太少，成不了故事。用一句话告诉我影片讲什么，我来写。
import-unreadable = 我看不懂这个文件。请存为纯文本（.txt）再发。
import-gone = 文件没有完整传到。请再发一次。
import-not-read = 我还没读完，稍等。
import-per-day = 今天已经 { $most } 个故事了，这是我一天能读的上限。明天继续。
import-too-short = 对这个长度来说，故事太短了。选短一点，我就继续。

choice-import = 拍成影片
choice-import-idea = 只用创意
choice-tell-idea = 另说一个创意
bring-story = 或者带一个故事或剧本来
bring-story-about = .txt、.fountain 或 .fdx：它会变成影片
