# 一起为一部影片出资

choice-fund-start = 一起出资
choice-fund = 出{ $credits }
choice-fund-other = 其他数额…
choice-fund-back = 收回我的
choice-fund-name = 片尾写上我的名字
choice-fund-show = 在这里再显示一次
fund-title = 《{ $title }》正在找支持者
fund-bar = { $pledged } / { $goal }
fund-who = { $count ->
    [0] 还没有人。开放到 { $day }。
   *[other] 已有 { $count } 位支持者。开放到 { $day }。
 }
fund-promise = 积分只是预留，还没花。影片完成后各按份额分摊，余下的退回；没拍成就全部退回。
fund-reached = { $count ->
   *[other] { $count } 位支持者让它成真。现在正在渲染。
 }
fund-made = 拍好了。谢谢你们每一位。没用完的已退回。
fund-over = 这次没能拍成。所有积分都已退回给出资的人。
fund-thanks = 已预留{ $credits }，你一共出了{ $total }。要在片尾字幕写上你的名字吗？
fund-named = 片尾字幕会有你的名字。
fund-taken-back = { $credits }已回到你手里。
fund-nothing-back = 里面没有你的积分。
fund-not-over = 已不再接受出资。没有预留任何积分。
fund-not-enough = 需要的已经够了。没有预留任何积分，谢谢你。
fund-not-nothing = 这等于没有。给我一个像 10 这样的数字。
fund-not-insufficient = 你可用于此的有 { $free } 积分。没有预留任何积分。
fund-not-debt = 一笔被撤回的付款还有欠款。没有预留任何积分。
fund-not-frozen = 你的积分目前被冻结。没有预留任何积分。
form-pledge = 出积分
ask-pledge = 你出多少积分？
entry-pledge = 积分
card-funding = 正在等支持者，达到目标就自动开始。
