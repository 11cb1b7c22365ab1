# 账户：关联聊天、积分、设置、条款

platform-discord = Discord
platform-telegram = Telegram
platform-terminal = 终端
platform-web = 浏览器

link-title = 两个聊天，一个账户
link-how = { $minutes } 分钟内，在另一个聊天里把 *{ $code }* 发给我，或用 /link。影片、演员、积分和记录会合在一起。
link-careful = 只能用一次，别给别人看：谁输入它，谁就和你共用账户。
link-over = 这个码过期了。用 /link 再要一个。
link-used = 已关联。这个聊天和另一个现在共用一个账户。如果不是你本人操作，请马上到设置里解除另一个。
link-linked = { $films ->
    [0] 已关联：两个聊天现在共用一个账户，一并带来了{ $credits }。
   *[other] 已关联：两个聊天现在共用一个账户，一并带来了 { $films } 部影片和{ $credits }。
 }
link-linked-more = 在一边开始，可以在另一边继续。随时可以到设置里解除。
link-one-trial = 免费试用每人一份：第二份的{ $credits }已收回。
link-same = 这两个聊天已经是同一个账户了。
link-wrong = 没有这个码。每个码只能用一次，{ $minutes } 分钟内有效；到另一个聊天里用 /link 再要一个。
link-too-many = 输错的次数太多了。没有关联任何账户，一小时后再试。
unlink-ask = { $named ->
    [none] 让你的 { $platform } 账户独立出去？
   *[some] 让 { $platform } 上的 { $name } 成为独立账户？
 }它会从零开始。影片、演员和积分都留在原来的账户里。
unlinked = { $named ->
    [none] 你的 { $platform } 账户现在独立了。
   *[some] { $platform } 上的 { $name } 现在独立了。
 }影片、演员和积分都留在这里。
unlinked-here = 这个聊天现在有了自己的账户，从零开始。影片、演员和积分都留在原来的账户里。
accounts-title = 这个账户的聊天
accounts-one = 目前只有这一个。再关联一个，就能在那边继续。
accounts-leave = 解除的聊天会从一个空账户开始。影片和积分留在这里。
error-link-codes = 一小时最多 { $most } 个码。你手上的还能用；想要新的，请稍后再试。
error-link-busy = 其中一个账户这会儿正忙。没有关联，请再输入一次。
error-link-blocked = 这两个账户不能关联。
error-unlink-only = 这是该账户唯一的聊天，所以保留。
error-command = 我不认识这个命令。直接告诉我你想做什么就好。

settings-notify = 影片完成时：{ $way }。
settings-plan = 套餐：{ $plan }。
settings-chats = 聊天：{ $chats }。
notify-here = 在制作的地方叫你
notify-everywhere = 在你所有的聊天里叫你
notify-quiet = 安静送达，不提醒
notify-set-here = 以后影片完成，我在制作的地方叫你。
notify-set-everywhere = 以后影片完成，会送到你所有的聊天。
notify-set-quiet = 以后影片完成，会安静地送来。
adult-noted = 记下了：你已成年。接着来吧。

history-title = 你的积分记录，最新在前
history-none = 还没有收支。
credits-granted-play = 用于渲染的体验积分，不花钱。
credits-granted-promo = 见面礼。
credits-granted-subscription = 套餐本月的积分。
credits-granted-goodwill = 感谢你的耐心，我们送的。
credits-granted-stripe = 刷卡购买。
credits-granted-stars = 用 Stars 购买。
credits-granted-discord = 在 Discord 购买。
credits-film = { $named ->
    [none] 一部影片。
   *[some] 影片《{ $title }》。
 }
credits-expired = 未使用，已过期。
credits-sent = 送给别人或积分池。
credits-received = 别人送的。
credits-clawed-back = 一笔付款被撤回。
credits-debt-paid = 还清欠款。
credits-goodwill = 因一部影片退还。

terms-title = 条款要点
terms-ai = 这里的一切都由 AI 制作，文件和文字里都会标明。AI 会出错，分享前请看一看。
terms-yours = 创意和影片归你。带来的素材，你得有权使用。
terms-content = 不拍未经本人同意的真人，不拍将未成年人性化的内容，不拍骚扰或欺骗他人的影片。这类影片会被拒绝。
terms-money = 渲染前先给你看价格。只收完成的镜头，失败的镜头不收费，余下的自动退回。
terms-refunds = 单独购买的积分永不过期；套餐的积分到下一期结束为止。想要退款，请点“{ choice-paysupport }”提出；那笔付款的积分随后会从余额中扣除。
terms-data = 剧本、图片和影片会保留到你删除为止。账目按法律要求保存。
terms-people = 你需要达到所用聊天软件的年龄要求。有些频道要求年满 18 岁。

files-ask = 想带走《{ $title }》的哪些文件？

choice-link-new = 关联另一个聊天
choice-unlink = 解除关联
choice-stay-linked = 保持关联
choice-unlink-sure = 解除
choice-settings = 设置
choice-terms = 条款
choice-history = 记录
choice-newer = ◀ 较新
choice-older = 较早 ▶
choice-adult = 我已满 18 岁
menu-unlink = 解除哪个聊天
menu-notify = 影片完成时
