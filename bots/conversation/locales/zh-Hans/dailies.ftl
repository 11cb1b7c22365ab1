# 陆续到来的场次，以及单个镜头的重拍

dailies-title = 第 { $scene } 场好了（{ $done }/{ $total }）。
dailies-clip = 镜头 { $shot }，渲染原样，无声
dailies-shot = { $shot } · { $action } · { $credits }
dailies-noted = { $count ->
   *[other] 镜头 { $shots } 已记下，准备重拍。
 }
dailies-all = { $done ->
   *[other] { $total } 场看了 { $done } 场。下一场好了会出现在这里。
 }
dailies-later = 先看到这里。影片照常完成，之后任何镜头都能重拍。
dailies-over = 所有场次都已进入影片。
retake-noted = 镜头 { $shot } 记下了。影片完成后，我给你报另一条的价格，在那之前不扣费。
film-noted = { $count ->
   *[other] 你记下了 { $count } 个要重拍的镜头。
 }
error-no-retakes = 没有记下要重拍的镜头。

ask-retake = { $shots } 个镜头里，重拍哪个？说个编号就行。先给你看价格。
form-retake = 再来一条
entry-retake = 镜头编号
choice-keep-scene = 就这样
choice-dailies-later = 以后再看
choice-retake = 重拍镜头…
choice-retake-noted = { $count ->
   *[other] 重拍那 { $count } 个
 }
menu-retake = 重拍镜头
