# 只在 Telegram 说的话

telegram-command-start = 开始，或看看进展
telegram-command-new = 拍一部影片：/new 加上你的创意
telegram-command-films = 你的影片
telegram-command-film = 正在做的影片，或指定编号的那部
telegram-command-cast = 你影片里的老朋友
telegram-command-credits = 你有多少、能用多少
telegram-command-queue = 正在渲染什么
telegram-command-studio = 本群的规则、队列看板和积分池
telegram-command-settings = 语言和其他设置
telegram-command-link = 在这里用另一个聊天的账户
telegram-command-help = 怎么用
telegram-command-terms = 条款要点
telegram-command-paysupport = 付款帮助
telegram-command-cancel = 停止渲染

telegram-description =
    告诉我一个创意，我和你一起把它拍成影片：剧本、演员、分镜、带声音的免费动态分镜，最后是成片。

    渲染之前全部免费。这里的影片由 AI 制作，并会标明。
telegram-description-short = 说个创意，得到一部影片。用 AI，一步一步，和你一起。

telegram-group-welcome = 这里大家一起拍片。用 /new 加上你的创意就能开始，每部影片都有自己的{ $forum ->
    [yes] 话题
   *[no] 回复串
 }。我只听得到命令和对我消息的回复。
telegram-goes-on = { $title }：在专属话题里继续。
telegram-see-topic = 去看影片
telegram-anonymous = 你以群的身份发言，我认不出是谁。用你自己的身份说，我就开始。
telegram-file-large = 文件超出了 Telegram 让我接收的大小，最多 { $most } MB。
telegram-file-lost = 我没能取到文件。请再发一次。
telegram-menu-changed = 菜单变了。现在是这样。
telegram-reply-here = 请回复这条消息：在群里我只听得到回复。
telegram-back = 返回
telegram-more = 更多
telegram-open = 打开私聊
telegram-open-private = 这只给你一个人看。打开和我的私聊，我在那里告诉你。
telegram-answer-private = 我私下回答你。
telegram-link = { $what ->
    [video] 看完整影片
   *[other] 下载
 }

# An invoice in Stars: its title (at most 32 letters) and what it is for.
invoice-pack = { $credits } 积分
invoice-plan = { $plan }：{ $credits } 积分
invoice-pack-about = 就在这个聊天里做电影。买的积分永不过期。
invoice-plan-about = 每 30 天一次。随时可以在这个聊天里结束。
