# 只在 Discord 说的话：命令，以及去哪里继续

## 命令

command-film = 影片
command-film-about = 拍影片
command-new = 新建
command-new-about = 从一个创意开始拍片
command-open = 打开
command-open-about = 继续你的一部影片
command-list = 列表
command-list-about = 你的影片和各自的进展
command-status = 进度
command-status-about = 影片进行到哪了
command-script = 剧本
command-script-about = 看影片的剧本
command-board = 分镜
command-board-about = 看影片的分镜
command-render = 渲染
command-render-about = 花积分之前，先看渲染要多少
command-cancel = 取消
command-cancel-about = 停止渲染，完成的会保留
command-export = 导出
command-export-about = 带走影片的文件
command-delete = 删除
command-delete-about = 删除一部影片
command-undo = 撤销
command-undo-about = 撤销上一次修改
command-cast = 演员
command-cast-about = 你影片里的老朋友
command-credits = 积分
command-credits-about = 你的积分
command-balance = 余额
command-history = 记录
command-buy = 购买
command-plans = 套餐
command-code = 兑换码
command-invite = 邀请
command-leave = 离开
command-setup = 设立
command-pool = 积分池
command-credits-balance-about = 你能用多少
command-credits-history-about = 进了多少，花在哪里
command-credits-buy-about = 购买积分
command-credits-plans-about = 每月都有积分的套餐
command-credits-code-about = 使用你收到的码
command-credits-help-about = 关于付款的问题
command-crew-list-about = 谁和你一起拍片
command-crew-invite-about = 邀请别人和你一起拍片
command-crew-history-about = 谁改了影片的什么
command-crew-leave-about = 不再参与别人的影片
command-crew-join-about = 加入邀请你的影片
command-crew = 剧组
command-crew-about = 一起拍片
command-join = 加入
command-queue = 队列
command-queue-about = 正在渲染什么，下一个轮到谁
command-link = 关联
command-link-about = 在这里和 Telegram 用同一个账户
command-unlink = 解除关联
command-unlink-about = 这里和 Telegram 恢复成两个账户
command-terms = 条款
command-terms-about = 条款、隐私，以及 AI 在这里做什么
command-studio = 制作间
command-studio-about = 本服务器的制作间
command-studio-setup-about = 在哪里拍、谁能开拍、能拍多长
command-studio-pool-about = 服务器的积分、成员的份额、谁花了多少
command-studio-queue-about = 本服务器正在制作的所有影片
command-settings = 设置
command-settings-about = 你的语言和设置
command-help = 帮助
command-help-about = 我们在这里能做什么

option-idea = 创意
option-idea-about = 讲什么？一句话就够
option-length = 长度
option-length-about = 要多长
option-format = 画幅
option-format-about = 在哪里看
option-language = 语言
option-language-about = 片中说的语言
option-film = 影片
option-film-about = 哪部影片
option-kind = 类型
option-kind-about = 哪种影片
option-role = 身份组
option-role-about = 有这个身份组的成员可以在这里开拍；再选一次就取消
option-code = 码
option-code-about = 你收到的码
option-file = 文件
option-file-about = 从一个故事或剧本开始：.txt、.fountain 或 .fdx

## 帖子

discord-thread-name = { $name } 的影片
discord-thread-opener = { $name } 的影片从这里开始。
discord-thread-here = 你的影片有了自己的帖子。
discord-thread-go = 去帖子
discord-dm-here = 我在这里是客人，你的影片在私信里继续。
discord-dm-go = 去私信
discord-dm-closed = 我没法给你发消息。请在隐私设置里允许我的私信，再来一次；什么都没丢。
discord-reply-hint = 回复这条消息告诉我。

## 文件

discord-upload-kind = 我能读故事（.txt、.fountain、.fdx），用图片（JPEG、PNG、WebP），放音乐（MP3、M4A、WAV、FLAC、Ogg）。这种文件我用不上。
discord-upload-large = 文件太大了，最多 { $most } MB。
discord-upload-lost = Discord 没把文件给我。请再发一次。

## Channels and members

command-give = 赠送
command-credits-give-about = 给本服务器的积分池赠送积分
command-allow = 允许
command-studio-allow-about = 一位成员可以花多少积分池的积分
option-scene = 场景
option-scene-about = 哪一场：编号或地点
option-who = 谁
option-who-about = 这里打开的影片中的哪个角色
option-part = 身份
option-part-about = 可以做什么：观看、编剧或导演
option-channel = 频道
option-channel-about = 为此新建一个这个名字的频道
option-hidden = 隐藏
option-hidden-about = 新频道只有这个身份组、你和管理员看得到
option-member = 成员
option-member-about = 谁
option-amount = 数量
option-amount-about = 多少积分

discord-channel-here = 频道好了，排队板就在里面。规则在下面，只有你看得到。
discord-channel-go = 去频道
discord-channel-forbidden = 我不能在这里新建频道。请给我“管理频道”权限，或者你自己建好频道，再在里面用这个命令。什么都没有改。
discord-channel-full = 这个服务器的频道已经到了 Discord 的上限。请在已有的频道里用这个命令，或先删掉一个。
discord-channel-name = Discord 不接受叫“{ $name }”的频道。文字、数字和连字符都可以。
discord-channel-there = #{ $name } 频道已经有了，谁能看到由你决定。去掉“隐藏”，或换个名字。
discord-channel-hidden = “隐藏”只用于新频道：请用“频道”说明它叫什么。
discord-member-bot = 机器人不拍片。请选一个人。
discord-left-server = 你已经不在 { $name } 了，这属于那里，所以我什么都没有改。你的影片在任何聊天里都能继续：/film list。
discord-away = Discord 现在没有回应。什么都没有改，请稍后再试。
