# 从创意到影片，一路上读到的话
# *粗体* 和 _斜体_ 是强调。

## 开始

welcome-title = 我们拍部什么片子？
welcome-how = 用一句话告诉我你的创意。我和你一起写剧本、画分镜，让它带着声音动起来给你看，然后才说渲染要多少。
welcome-ai = 这里的影片由 AI 制作，并会标明。
welcome-thanks = 不客气。

brief-plan = 我打算这样拍：{ $kind }，*{ $length }*，{ $format }，语言是{ $language }。
brief-hint = 想改什么就说：“两分钟”“竖屏”，或者换个创意。
brief-foreign = 你的想法是用{ $told }讲的，而这里我用{ $language }写作：影片会说{ $language }，并原样引用你的话。
brief-only = 我在这里只能用{ $language }写作，所以影片会说{ $language }。
brief-idea-ask = 改拍“{ $idea }”吗？
brief-now = 记下了：{ $kind }，{ $length }，{ $format }，语言是{ $language }。
format-already = 已经是{ $format }了。

loglines-coming = 正在想三种讲法…
loglines-ask = 它可以成为这三部影片。我写哪一部？
loglines-hint = 也可以说说怎么改：“更好笑一点”“不要暴风雨”。

## 剧本

script-coming = 正在写。写好的场次会出现在这里。
script-progress = 第 { $done }/{ $total } 场
script-facts = { $scenes ->
   *[other] { $scenes } 场
 } · { $shots ->
   *[other] { $shots } 个镜头
 } · { $length }
script-hint = v{ $version } · 直接说就行：“第 { $scene } 场改成{ $time }”“短一点”{ $cast ->
    [none] 。
   *[some] “把 { $name } 改名叫 { $other }”。
 }
scene-inside = 内景：
scene-outside = 外景：
page-of = 第 { $page }/{ $pages } 页

answer-working = 正在改：“{ $said }”
answer-working-quietly = 正在重写…
answer-unclear = 这部分我没听懂：{ $said }
answer-examples = 我听得懂的，比如：
answer-render-goes-on = 正在渲染的影片按说好的来。这个留给下一部。
answer-not-counting = 这个已被撤销，或被新的取代。
example-1 = 第 { $scene } 场改成{ $time }
example-2 = 结尾加一个大海的镜头
example-3 = 镜头 { $shot } 改成 5 秒
heard-waiting = 我还在写。记下了，接着就做。
said-changed-late = 我已经按你原来的话往下做了。想改什么，再写给我就好。
still-writing = 我还在写，稍等，写完就来。
undone = 已撤销，回到版本 { $version }。
nothing-else-changed = 其他都没变。
nothing-changed = 什么都没变。
so-already = 本来就是这样，什么都没变。
changes-more = { $count ->
   *[other] 另外还连带改了 { $count } 处。
 }

## 演员

cast-title = 《{ $title }》的演员
cast-hint = 也可以直接说：“把 { $name } 改名叫 { $other }”“{ $name } 穿红大衣”。
cast-hint-nobody = 这部影片里没有人出镜。想加人就告诉我。
cast-nobody = 没有人，也没有动物：全靠场景撑起来。
cast-narrator = *旁白* · 声音：{ $texture }
cast-speaks = { $count ->
   *[other] { $count } 句台词
 }，声音：{ $voice }
cast-silent = 没有台词
cast-which-part = { $name } 演哪个角色？名字、样子、服装、颜色和声音都会换成 TA 的。
cast-no-part = 影片里没有适合 { $name } 的角色：故事里的称呼会对不上。
portrait-alt = { $name }：{ $look }
portrait-plain = 肖像
voices-coming = 他们在清嗓子，稍等。
voices-here = { $count ->
   *[other] { $count } 个声音，各说第一句，成片里就是这样。
 }
voices-narrator = 旁白
voices-alt = { $name } 的声音
people-title = 你影片里的老朋友
people-none = 还没有人。影片一定下来，我就记住里面的人，下一部还能用。
people-hint = 他们可以在另一部影片里出演角色：在演员页选他们。
people-forget-ask = 忘掉 { $name }？演过的影片不变。
people-forgotten = { $name } 已忘掉。

## 分镜

board-drawing = 正在画分镜。免费，每一格之后都能改。
board-progress = 第 { $done }/{ $total } 格
board-title = { $first ->
   *[other] 镜头 { $first } 到 { $last }，共 { $shots } 个
 }
board-hint = 选一个镜头来改，或直接说：“镜头 { $shot } 拉近一点”“删掉镜头 { $last }”。
panel-alt = 镜头 { $number }：{ $action }
shot-title = 镜头 { $number }/{ $shots }
shot-sound = 声音：{ $sound }

## 动态分镜

animatic-coming = 正在让分镜动起来，配上人声和音乐。免费。
animatic-progress = { $percent } %
animatic-ready = 你的分镜动起来了：*{ $length }*，有人声和音乐，免费。
animatic-hint = 花积分之前先看一遍。现在别扭的地方，之后还会别扭。

## 报价

quote-title = 渲染《{ $title }》
quote-was = 这里曾是渲染《{ $title }》的价格。
quote-agreed = 说定了：《{ $title }》，{ $tier }，{ $credits }。
quote-play = 体验积分：专为这次渲染赠送，不花钱。
quote-tier = 画质
quote-credits = 积分
quote-ready = 预计
quote-have = 你有{ $have }。
quote-promise = 只收完成的镜头。失败的镜头不收费，没用完的会退回。
quote-estimate = 这里渲染的影片还不多，时间只是估计。
quote-reused = { $count ->
   *[other] { $shots } 个镜头里有 { $count } 个之前渲染过，不收费。
 }
quote-short = 推荐的画质需要{ $need }，你有{ $have }。动态分镜仍归你，免费。
quote-nothing = 这里目前不能渲染影片。动态分镜免费，而且完整。
quote-no-plan = 你的套餐不含这里能渲染的画质。动态分镜免费，而且完整。
budget-total = 上限{ $most }的话，影片共 *{ $total }*，最要紧的地方用{ $tier }。
budget-cheaper = { $count ->
   *[other] 镜头 { $shots } 改用{ $tier }渲染。
 }
budget-drawn = { $count ->
   *[other] 镜头 { $shots } 保留手绘，不收费。
 }
budget-nothing = 这连一个镜头都不够。

## 渲染

card-shots = { $done }/{ $total } 个镜头 · { $percent } %
card-queued = 说定了。一有空位就开始。
card-rendering = 镜头正在渲染。你可以先关掉，好了我叫你。
card-cancelling = 正在停止。完成的保留，其余退回。
card-assembling = 镜头齐了，正在合成影片。
card-paused = 本工作室的运营者暂停了渲染。已完成的会保留，预留的积分仍归你，之后会自动继续。
card-queue = { $place ->
    [1] 下一个就是它。
   *[other] 它排在第 { $place } 位。
 }
card-eta = 还需{ $wait }。
card-money = 预留{ $held }，已用{ $used }
card-scene-waiting = 第 { $number } 场等待中
card-scene-rendering = 第 { $number } 场：{ $done }/{ $total }
card-scene-done = 第 { $number } 场 ✓
card-scenes-many = { $total } 场中已完成 { $done } 场
card-stand-ins = { $count ->
   *[other] 镜头 { $shots } 没能渲染，改用手绘分镜代替，不收费。
 }
card-done = { $rest ->
    [0] 完成：全部 { $total } 个镜头。收取{ $spent }。
   *[other] 完成：{ $total } 个镜头中的 { $done } 个。收取{ $spent }，退回{ $back }。
 }
card-cancelled-money = 已取消，完成了 { $done }/{ $total } 个镜头。收取{ $spent }，退回{ $back }。
card-failed-money = 没有扣费，退回{ $held }。
cancel-ask = 停止渲染？完成的镜头会收费，并剪成粗剪给你，其余全部退回。
cancel-stopping = 正在停止。完成了什么、退回多少，我会告诉你。
cancel-too-late = 镜头都齐了，影片正在合成，马上就到。
cancel-ended = 这次渲染已经结束了。
nothing-to-cancel = 现在没有渲染。

## 影片

film-coming = 影片马上就到。
film-money = { $rest ->
    [0] 收取{ $spent }。
   *[other] 收取{ $spent }，退回{ $back }。
 }
film-free = 免费：动起来的分镜。
film-cancelled = 这是取消时已完成的部分：{ $total } 个镜头中的 { $done } 个，其余是手绘。
film-stand-ins = { $count ->
   *[other] 镜头 { $shots } 保留手绘，没有收费。
 }
film-ai = 由 AI 制作。
media-film = 《{ $title }》，正片
media-part = 《{ $title }》，第 { $number }/{ $total } 部分
media-trailer = 《{ $title }》，预告片
media-poster = 《{ $title }》，海报
media-sheet = 《{ $title }》，全部镜头一览
file-screenplay = 《{ $title }》的剧本，Fountain 格式，任何编剧软件都能打开。
file-subtitles = 《{ $title }》的字幕。
file-sheet = 《{ $title }》的分镜，一页看全。
receipt-title = 渲染 { $number } 的收据
receipt-film = 影片
receipt-shots = 镜头
receipt-shots-value = { $done }/{ $total }
receipt-tier = 画质
receipt-held = 预留
receipt-spent = 收取
receipt-back = 退回
receipt-from = 付自

## 影片、设置、帮助

films-none = 还没有影片。说个创意，或让我给你个惊喜。
films-title = { $count ->
   *[other] 你的 { $count } 部影片
 }
delete-ask = 永久删除《{ $title }》？剧本、分镜和影片都会消失。
deleted = 已删除。
settings-title = 设置
settings-language = 我跟你说{ $language }。
language-set = 以后我跟你说{ $language }。
balance-free = 你有{ $free }。
balance-held = 已为渲染中的影片预留{ $held }。
balance-debt = 有一笔付款被撤回，欠{ $debt }。
help-title = 怎么用
help-journey = 一个创意变成三个故事梗概，选一个写成剧本，然后是演员、分镜、带声音的动态分镜，最后渲染成片。亮色按钮总是带你往前走；中途停下，什么都不会丢。
help-talk = 任何时候，想要什么直接说。比如：
help-money = 渲染之前全部免费。渲染前先给价格，只收完成的镜头。
help-commands = 还有：撤销、进度、我的影片、我的演员、设置、取消。
never-mind = 好的，一切照旧。
button-gone = 这个按钮过期了。现在的情况是这样。
button-stale = 这个按钮属于旧版本，影片已经往前走了，现在到了{ $stage }：
upload-not-used = 我在这里用不了“{ $name }”。故事我能读 .txt、.fountain 和 .fdx；里面还有什么要紧的，用文字告诉我。
error-no-words = 我读不出它的意思。请用文字告诉我；我也收故事（.txt、.fountain、.fdx）、图片、音乐和录好的人声。

## 问题与表单

ask-idea = 影片讲什么？一句话就够。
form-idea = 新影片
entry-idea = 你的创意
ask-length = 要多长？15 秒到一小时都行。
form-length = 长度
entry-length = 比如 90 秒或 2 分钟
ask-wish = 这三个要改什么？
form-wish = 换别的梗概
entry-wish = 要改什么
ask-rewrite = 第 { $scene } 场该怎么演？用你自己的话说。
form-rewrite = 重写第 { $scene } 场
entry-rewrite = 该怎么演
ask-look = { $name } 长什么样？现在是：
form-look = { $name }：样子
entry-look = 长什么样
ask-wardrobe = { $name } 穿什么？现在是：
form-wardrobe = { $name }：服装
entry-wardrobe = 穿什么
ask-name = { $name } 改叫什么？
form-name = 给 { $name } 改名
entry-name = 新名字
ask-action = 镜头 { $shot } 里看到什么？现在是：
form-action = 镜头 { $shot }：画面
entry-action = 看到什么
ask-lines = 镜头 { $shot } 里说什么？现在是：
form-lines = 镜头 { $shot }：台词
entry-lines = 每句一行，写成“名字: 台词”
ask-insert = 镜头 { $shot } 之后的新镜头拍什么？
form-insert = 镜头 { $shot } 之后加一个
entry-insert = 看到什么
ask-budget = 最多花多少积分？
form-budget = 花费上限
entry-budget = 积分

## 按钮

choice-surprise = 给我惊喜
choice-my-films = 我的影片
choice-how = 使用说明
choice-go-on = 好，继续
choice-keep-idea = 用原来的创意
choice-take-idea = 对，改拍这个
choice-length = 其他长度…
choice-letter = { $letter }
choice-three-others = 换三个
choice-wish = 改一改…
choice-try-again = 再试一次
choice-show-loglines = 选一个梗概
choice-meet-the-cast = 不错：见见演员
choice-back = ◀ 上一页
choice-forward = 下一页 ▶
choice-shorter = 短一点
choice-longer = 长一点
choice-undo = 撤销
choice-screenplay = 剧本
choice-show-script = 看剧本
choice-back-to-script = 回到剧本
choice-draw-storyboard = 画分镜
choice-hear-voices = 听听声音
choice-hear = 听
choice-plays = 出演 { $part }
choice-whole-cast = 回到演员
choice-keep-known = 留着
choice-forget-sure = 忘掉
choice-cast-done = 就是他们
choice-look = 样子…
choice-wardrobe = 服装…
choice-name = 名字…
choice-see-storyboard = 看分镜
choice-back-to-storyboard = 回到分镜
choice-approve-all = { $count ->
   *[other] { $count } 个全部通过
 }
choice-all-panels = 全部分镜
choice-redraw = 重画
choice-edit-shot = 画面…
choice-edit-lines = 台词…
choice-earlier = 往前移
choice-later = 往后移
choice-insert = 后面加一个…
choice-split = 拆开
choice-delete-shot = 删除
choice-see-animatic = 看它动起来
choice-render-it = 渲染
choice-change-something = 改点东西
choice-keep-it = 就用这版
choice-see-quote = 看价格
choice-tier = { $tier }，{ $credits }
choice-spend-at-most = 设上限…
choice-spend-what-i-have = 最多花{ $credits }
choice-not-yet = 先不
choice-rough-cut = 看粗剪
choice-rough-cut-making = 粗剪马上来
choice-cancel-render = 取消
choice-keep-rendering = 继续渲染
choice-cancel-sure = 停止
choice-status = 进展如何？
choice-new-film = 新影片
choice-another-version = 另一个版本
choice-subtitles = 字幕
choice-contact-sheet = 镜头总览
choice-receipt = 收据
choice-open-film = 打开《{ $title }》
choice-delete-film = 删除《{ $title }》
choice-keep-film = 留着
choice-delete-sure = 永久删除
choice-done = 完成
choice-go-on-here = 继续
choice-never-mind = 算了
choice-make-it = 做成{ $length }

## 菜单

menu-length = 长度
menu-format = 画幅
menu-film-language = 影片语言
menu-language = 你的语言
menu-rewrite-scene = 重写一场
menu-character = 改一个人物
menu-voice = 声音
menu-texture = 声音质感
menu-known = 老朋友
menu-forget = 忘掉谁
menu-shot = 看单个镜头
menu-duration = 时长
menu-size = 景别
menu-move = 运镜
menu-film = 打开另一部影片
