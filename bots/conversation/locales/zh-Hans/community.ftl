# 制作频道：规则、队列、积分池

error-studio-admins = 这个频道只有管理员能开拍。欢迎到私聊里把你的创意告诉我。
error-studio-roles = { $count ->
   *[other] 这里由拥有以下身份组的成员开拍：{ $roles }。欢迎到私聊里把你的创意告诉我。
 }
error-studio-age = 这是成人频道。确认一次你已满 18 岁，就能进来。
error-studio-length = 这个频道的影片最长{ $most }。选短一点，或到私聊里和我一起拍。
error-studio-not-admin = 只有这里的管理员能改。
error-studio-where = 这要在频道或群里用，私聊和帖子里不行。
error-studio-none = 这里还不是制作频道。管理员可以用 /studio setup 开启。
error-pool-nothing = 这里的积分池目前不能替你付。没有扣费。
error-give-short = 你能送出的积分有 { $have }；试用和赠送的积分只能自己用。
declined-over-limit = 这超过了你在积分池里的份额，还剩 { $left } 积分。没有扣费。
declined-pool-insufficient = 积分池里有 { $free } 积分，这需要 { $total }。没有扣费。
declined-channel-full = { $most ->
   *[other] 这个频道同时最多渲染 { $most } 部影片，现在满了。没有扣费，等有一部完成再来。
 }
declined-channel-tier = 这个频道不渲染{ $tier }。没有扣费，其他画质可以选。
declined-channel-length = 这个频道的影片最长{ $most }。没有扣费，先改短一点吧。

studio-title = { $name } 的规则
studio-makers = 谁能开拍：{ $makers }。
studio-length = 最长：{ $length }。画质：{ $tiers }。
studio-at-once = { $count ->
    [0] 同时渲染的影片数量不限。
   *[other] 同时最多渲染 { $count } 部影片。
 }
studio-allowance = { $some ->
    [yes] 积分池为每位成员{ $period }最多支付{ $credits }。
   *[no] 积分池不支付，大家各用各的积分。
 }
studio-adults = 成人频道：每个人需确认一次已满 18 岁。
studio-all-ages = 适合所有年龄。
studio-announces = 完成的影片会在这里公布。
studio-quiet = 完成的影片留在各自的帖子里。
studio-roles-how = 用 /studio setup 指定哪些身份组能开拍；再选一次就取消。
studio-board-anew = 队列看板重新发了。如果我没有权限，请帮忙置顶。
studio-closed = 这里恢复成普通频道了。拍好的影片都还在。
makers-everybody = 所有人
makers-admins = 仅管理员
makers-roles = 这些身份组：{ $roles }
tiers-all = 全部
tiers-draft = 仅草稿
tiers-standard = 最高到标准
at-once = { $count ->
    [0] 不限数量
   *[other] 同时 { $count } 部
 }
period-day = 每天
period-week = 每周
period-month = 每月
this-day = 今天
this-week = 本周
this-month = 本月
allowance-entry = { $period }{ $credits }
allowance-period = 数额不变，{ $period }

queue-title = { $count ->
    [0] 现在没有影片在渲染
   *[other] { $count } 部影片正在渲染
 }
queue-empty = 下一部可以是你的：说个创意就开始。
queue-closed = 这个队列已关闭。
queue-waits = 排在第 { $place } 位
queue-runs = { $done }/{ $total } 个镜头
queue-more = { $count ->
   *[other] 还有 { $count } 部
 }
queue-rules = 影片最长{ $length }，{ $most }。
queue-mine = 你的渲染
queue-mine-none = 你现在没有影片在渲染。
premiere-here = 新片上映。
premiere-by = 作者：{ $names }。
premiere-gone = 这部影片已撤下。

pool-title = { $name } 的积分池
pool-this = 这里
pool-has = 现有{ $free }。
pool-mine = { $period }你用了{ $spent }，还剩{ $left }。
pool-pays-nothing = 目前还不替任何人支付：管理员可以用 /studio setup 设定每位成员的份额。
pool-how = 谁都可以往里捐。渲染没用完的会退回积分池。管理这里并不等于有权花。
pool-who = 成员
pool-spent = { $period }已用
pool-may = 可用
give-ask = 把{ $credits }捐给{ $pool }的积分池？捐出后不能收回。
given = 谢谢你：{ $credits }已进入积分池。
allowed = { $own ->
    [yes] { $name } 以后最多可以用积分池的{ $credits }。
   *[no] { $name } 的份额又和大家一样了。
 }
ask-give = 往积分池捐多少积分？
form-give = 捐给积分池
entry-give = 积分
ask-allow = { $name } 每个周期可以用积分池多少积分？填 0 就和大家一样。现在是：
form-allow = { $name } 的份额
entry-allow = 积分，0 为默认份额
quote-pool = 积分池最多可以为此支付{ $have }。
quote-short-here = 推荐的画质需要{ $need }。动态分镜仍归你，免费。

choice-tier-pool = { $tier }，积分池付{ $credits }
choice-see-pool = 积分池
choice-adults-only = 仅限成人
choice-all-ages = 向所有年龄开放
choice-announce = 公布影片
choice-announce-not = 不公布
choice-board-anew = 重发队列看板
choice-close-studio = 关闭制作频道
choice-give-some = 捐积分…
choice-give = 捐{ $credits }
menu-makers = 谁能开拍
menu-longest = 影片最长
menu-tiers = 画质
menu-at-once = 同时几部
menu-allowance = 积分池支付多少
menu-member = 设定成员份额
