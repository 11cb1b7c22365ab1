# 购买积分和套餐、收据、兑换码、礼物、付款帮助

## 商店

shop-title = 积分
shop-pool-title = 给{ $name }的积分池充积分
shop-this-pool = 这里
shop-second = 1 积分就是 1 秒标准画质的成片。
shop-credits = 积分
shop-price = 价格
shop-promise = 买的积分永不过期。只收完成的镜头，没用完的会退回。
shop-closed = 这里目前不出售。
choice-buy = { $credits }，{ $price }
choice-buy-in-discord = Discord 商店{ $credits }，{ $price }
choice-buy-credits = 购买积分
choice-other-pack = 其他数额
choice-plans = 套餐
choice-code = 我有码…
choice-gift = 送积分…
choice-export = 导出文件

## 购买

purchase-asked = 稍等，我来打开付款页面。
purchase-pack = *{ $credits }* 已为你备好。
purchase-plan = *{ $plan }*：每月{ $credits }。
purchase-how = 在 Stripe 页面付款。几秒后积分就到，这条消息会变成收据。
purchase-stars = 就在 Telegram 里用 Stars 付款。积分马上到，这条消息会变成收据。
purchase-portal = 你的银行卡、账单和地址在 Stripe 页面上，页面只开放几分钟。
purchase-paid = { $credits }已到账。
purchase-paid-plan = { $plan }已开通，{ $credits }已到账。
purchase-receipt = 收据
purchase-number = 付款编号
purchase-amount = 已付
purchase-tax = 含税
purchase-day = 日期
purchase-have = 你有{ $have }。
purchase-pool-has = 积分池有{ $have }。
purchase-nothing-charged = 没有扣费。
choice-pay = 支付 { $price }
choice-open-portal = 打开页面
choice-again = 再试一次
choice-paysupport = 付款帮助
error-not-sold = 这里不卖这个。
error-page-expired = 这个付款页面过期了。
error-payment-refused = 支付服务拒绝了。
error-too-many-purchases = 一小时最多 { $most } 个付款页面。你手上的还能用；想要新的，请稍后再试。
error-plan-elsewhere = 你的套餐是在另一家商店开通的。先在那边结束，就能在这里开通。
error-no-plan = 没有可以结束的套餐。

## 套餐

plans-title = 套餐
plans-now = 你现在是{ $plan }。
plans-until = 已付到 { $day }，之后自动续订。
plans-changes = 已付到 { $day }，之后改为{ $plan }。
plans-ends = 已付到 { $day }，之后结束。你手上的积分用到过期为止。
plans-also = { $plan } 也在生效，{ $day } 会再次扣款。以更好的套餐为准，两份积分都会到账。
plans-plan = 套餐
plans-price = 每月
plans-credits = 积分
plans-films = 同时影片数
plans-month = 当月积分可用到下月底。
plans-change = 升级立即生效，只补差价；降级从下个月开始。
choice-plan = { $plan }，{ $price }
choice-portal = 银行卡和账单
choice-cancel-plan = 结束套餐
choice-end-this-plan = 结束 { $plan }
choice-cancel-plan-sure = 结束
choice-keep-plan = 保留
choice-resume-plan = 还是继续
plan-cancel-ask = 结束{ $plan }？它会保留到已付的月份结束，积分也是。
plan-cancelled = 记下了：套餐到已付的月份结束。在那之前一切不变。
plan-resumed = 套餐继续。
plan-changed = 记下了：{ $plan }。升级付款后立即生效，降级从下个月开始。
choice-mend-payment = 看看银行卡

## 钱的变动

money-taken-back = 付款 { $number } 被撤回，{ $credits }已扣除。
money-owed = 已花掉的部分现在欠着：{ $credits }。接下来到账的积分会先还上，之后又能渲染了。
money-on-hold = 银行正在核查这笔付款。核查结束前，你的积分先保留着，暂时不能使用。
money-returned = { $credits }回来了：付款 { $number } 最终有效。
money-renewal-failed = 这个月的套餐付款没有成功。什么都没丢：接下来几天会再试，{ $days } 天内一切照旧。通常看看银行卡就能解决。
money-plan-ended = 套餐结束了，你回到 Free。影片、演员和积分都还是你的。
money-two-plans = 现在有两个套餐在生效：{ $plan } 和 { $other }，每月都会扣款。如果不是你想要的，请结束其中一个。
money-invite-thanks = 送你{ $credits }：你发出或收到的邀请带来了第一次购买。谢谢。
money-invite-gone = { $credits }已扣除：邀请带来的那次购买不再有效。

## 付款页面之后

paid-title-paid = 谢谢
paid-paid = { $credits }已到账。收据在聊天里。
paid-title-open = 稍等
paid-open = 付款一确认，积分就会到你的聊天里。可以关掉这个页面，什么都不会丢。
paid-title-expired = 页面已过期
paid-expired = 没有扣费。到聊天里再要一个新的。
paid-title-failed = 没有成功
paid-failed = 没有扣费。聊天里有详情。
paid-title-left = 都好了
paid-left = 你的更改已生效。聊天从刚才的地方继续。
paid-back = 回到聊天

## 免费积分、兑换码、礼物

trial-given = 先试试看：{ $credits ->
   *[other] 送你 { $credits } 积分，免费，一次。
 }
trial-young = 新来的人都有免费积分。你的聊天账户才注册几天，所以要晚一点到。
trial-busy = 今天给新人的免费积分发完了。明天还有。
form-promo = 兑换码
ask-promo = 你的码是什么？
entry-promo = 码
code-ask = 我们、朋友或礼物给的码，都能换积分。
code-promo = 有效：{ $credits }已到账。
code-gift = 一份礼物：{ $credits }已到账。
code-invited = 欢迎！你第一次购买时，你和邀请你的人各得{ $credits }。
code-wrong = 没有这个码。再核对一下。
code-over = 这个码已用完，或已过期。
code-had = 这个码你已经用过了。
code-own = 这是你自己的邀请码。给朋友吧。
code-old = 邀请是给新人的。谢谢你早就在这里了。
code-busy = 今天的免费积分发完了。这个码明天能用。
code-too-many = 输错的次数太多了。一小时后再试。
form-gift = 送积分
ask-gift = 这份礼物送多少积分？
entry-gift = 积分
gift-title = { $credits }的礼物
gift-how = 谁把这个码告诉我，积分就归谁。到 { $day } 没人领，就退回给你。你自己也可以用码收回。
gift-taken = { $credits }的礼物已被领取。
error-gift-amount = 一份礼物最多 { $most } 积分。
error-gift-short = 只有买的积分能送，这类你有{ $have }。什么都没动。
error-gifts-open = 等待领取的礼物最多 { $most } 份。先等几份被领走。
invite-title = 邀请朋友
invite-how = 这是你的码。新来的人把它告诉我，就是你的客人。TA 第一次购买时，你们各得{ $credits }。
invite-thanked = { $count ->
    [0] 还没有人。
   *[other] 已有 { $count } 位朋友。
 }

## 付款帮助

paysupport-title = 付款帮助
paysupport-how = 没到的积分通常一分钟内就到；所有付款每小时自动核对一次，不用你提。因我们的原因失败的影片不收费。
paysupport-payment = 付款 { $number }，{ $day }，{ $amount }
paysupport-contact = 其他问题，包括退款：{ $contact }。请写上付款编号。
paysupport-operator = 其他问题，包括退款，请联系这个机器人的运营者，并写上付款编号。
statement-file = 你的积分的每一笔变动。

## Stars 付款之前

stars-unknown = 我不认识这张账单。没有扣费，到聊天里再要一张。
stars-paid = 这张账单已付。没有再扣费。
stars-over = 这张账单已失效。没有扣费，到聊天里再要一张。
stars-not-yours = 这张账单是别人的。没有扣费，到聊天里要你自己的。
stars-plan-runs = 你已有一个套餐在生效。没有扣费；先结束它，才能开始另一个。

## What explains a wallet, and what is not sold where

balance-expiring = 其中{ $credits }将于 { $day } 到期。
history-owed = 为此欠{ $debt }。
history-owed-paid = 其中{ $debt }用于还欠款。
credits-returned = 付款最终有效。
credits-granted-invite = 感谢邀请。
credits-invite-gone = 邀请的谢礼，随购买一并收回。
credits-granted-code = 来自兑换码。
credits-gift-made = 放入礼物。
credits-gift-taken = 来自礼物。
credits-gift-back = 无人领取的礼物。
credits-to-pool = 放入积分池。
paid-elsewhere = 你来时的聊天会从原处继续。
plans-too-dear = { $plan }的月费超过 Telegram 可续订的上限，因此这里不出售。积分包能带来同样多的积分，而且永不过期。
plans-one-at-a-time = 要换套餐，请先结束这一个。它的月份结束后，就可以开始另一个。
plans-then-another = 这个月结束后，就可以开始另一个套餐。
