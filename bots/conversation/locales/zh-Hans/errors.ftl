# 出了什么事，意味着什么，有没有扣费，接下来做什么

error-unexpected = 我这边出了故障。什么都没丢，也没有扣费。请再试一次。
error-unavailable = 我需要的服务暂时没有回应。什么都没丢，也没有扣费，稍后再试。
error-storage = 存储空间满了，或没有回应。什么都没丢，一恢复我就继续。
error-disk-full = 磁盘满了。什么都没丢，也没有扣费，一有空间我就继续。
error-setup-failed = 这套系统还没配置完整，需要运营者处理。你的东西都没丢。
error-bad-input = 这样做不了。什么都没改。
error-edit-refused = 这个剧本不允许这么改。什么都没改。
error-forbidden = 这个内容违反规则，我不能拍。没有保存任何东西。换一种讲法告诉我吧。
error-blocked = 这个账户不能在这里拍片。
error-not-yours = 这是别人的影片。说一句话，开始你自己的吧。
error-not-your-button = 这个按钮是别人的。说个创意，你就有自己的了。
error-no-such-film = 你的影片里没找到这部。
error-no-film = 还没有影片。先告诉我一个创意。
error-no-film-yet = 还没有完成的影片。
error-no-file = 这个文件还没有。
error-not-your-receipt = 只有付款的人能看收据。
error-not-enough-credits = 这需要 { $need } 积分，你有 { $have }。没有扣费。
error-credits-debt = 有一笔付款被撤回，欠 { $owed } 积分。还清之前不能渲染。
error-credits-frozen = 你的积分目前被冻结。没有扣费。
error-credits-over-limit = 超出你的额度了，还剩 { $left } 积分。没有扣费。
error-credits-insufficient = 积分不够。没有扣费。
error-credits-same-wallet = 这是同一份积分。
error-credits-nothing-left = 没有可以收回的了。
error-credits-over-capture = 这比扣的还多。
error-credits-no-debt = 没有欠款。
error-credits-amount = “{ $said }”不是积分数。给我一个像 40 这样的数字。
error-idea-empty = 我没看到文字。用一句话告诉我影片讲什么。
error-idea-long = 创意太长了，最多 { $most } 个字符。用几句话说说它的核心？
error-length = { $short ->
    [yes] 一个故事至少要{ $least }，{ $asked }太短了。做成{ $least }好吗？
   *[no] 影片最长{ $most }，{ $asked }超过了。做成{ $most }好吗？
 }
error-length-unread = 我看不懂“{ $said }”是多长。这样说：“90 秒”或“2 分钟”。
error-format = 我不知道这种画幅。有横屏、竖屏和方形。
error-films-per-day = 今天已经 { $most } 部了，这是上限。明天继续；现有的影片照常可以做。
error-writes-per-day = 今天写得够多了。明天继续，什么都不会丢。
error-said-long = 一条消息装不下，最多 { $most } 个字符。分几段告诉我吧。
error-text-long = 有 { $have } 个字符，这里最多 { $most }。什么都没改。
error-nobody-known = 你的影片里没有这样的人。
error-voices = 现在没法让你听声音。
error-empty = 里面是空的。什么都没改。
error-too-much-waiting = 已经有 { $most } 个要求在等了。让我先做完这些。
error-button-gone = 这个按钮过期了。
error-rendering = 这部影片正在渲染。先取消，再删除。
error-film-failed = 镜头都有了，但没能合成影片。
error-render-failed = 一个镜头都没能渲染出来。
error-tier-not-offered = 这里目前不能渲染这个。
error-writing-failed = 我写了，但没有拿得出手的。没有扣费。再试一次，或换个说法。
error-writing-refused = 写作服务拒绝写这个。没有扣费。换个说法，我再试。
error-language-not-written = 这里我不会用{ $language }写。英语可以。

declined-not-offered = 这里目前不能渲染{ $tier }。没有扣费。
declined-paused = 本工作室的运营者暂停了渲染。你的影片保持原样，没有扣费；请稍后再试。
declined-plan = 你的套餐不含{ $tier }。没有扣费。
declined-films-at-once = { $most ->
   *[other] 你的套餐同时最多渲染 { $most } 部影片，现在满了。没有扣费，等有一部完成再来。
 }
declined-rendering = 这部影片已经在渲染了。
declined-price-changed = 你看过之后价格变了：不是 { $agreed }，而是 { $total } 积分。没有扣费，再看一眼吧。
declined-insufficient = 这需要 { $total } 积分，你有 { $free }。没有扣费。
declined-debt = 有一笔付款被撤回，欠 { $debt } 积分。还清之前不能渲染。
declined-frozen = 你的积分目前被冻结。没有扣费。

talk-not-understood = 我没听懂，所以什么都没改。

edit-refused-no-script = 还没有剧本。先选一个故事梗概。
edit-refused-nothing-to-undo = 这是第一版，没有可撤销的。
edit-refused-last-shot = 影片至少要有一个镜头，所以这个留下。
edit-refused-last-scene = 影片至少要有一场，所以这场留下。
edit-refused-no-such-shot = { $known ->
    [number] 这一版里没有镜头 { $asked }。
   *[other] 这一版里没有这个镜头。
 }
edit-refused-no-such-scene = { $known ->
    [number] 这一版里没有第 { $asked } 场。
   *[other] 这一版里没有这一场。
 }
edit-refused-no-such-character = 影片里没有叫这个名字的人。
edit-refused-name = 这不能当名字。只能用文字和空格。
edit-refused-name-taken = 已经有人叫 { $name } 了。两个人同名会把大家弄糊涂。
edit-refused-duration = 一个镜头是 { $least } 到 { $most } 秒。
edit-refused-too-much-said = 说完这些要 { $needs } 秒，一个镜头最多 { $most } 秒。拆成两个镜头吧。
edit-refused-speaks = { $name } 在这个镜头里有台词，不能拿掉。先改台词。
edit-refused-too-short-to-split = 至少 { $least } 秒的镜头才能拆成两个。
edit-refused-at-edge = 它已经在影片最边上了。
edit-refused-film-too-long = 这样影片就超过一小时的上限了。
edit-refused-text-too-long = 这样文字就太长了。
