## 把影片交出去

choice-share = 分享
choice-watch-page = 打开页面
choice-unshare = 收回链接
menu-another-format = 其他画幅
menu-another-language = 其他语言
choice-no-language = 其他语言…
no-translator = 把影片换成别的语言需要写作模型，这里没有接入：运营者可以设置 SYSRAI_OPENAI_API_KEY。其他画幅、字幕和文件不受影响。
error-no-translator = 这里没法把影片换成{ $language }：需要写作模型，但没有接入。什么都没改。
cut-coming = 你的影片，{ $language }，{ $format }：我用同样的镜头来剪，不用重新渲染。
cut-translating = 你的影片，{ $language }，{ $format }：先翻译台词，再用同样的镜头剪。
cut-progress = { $percent } %
cut-failed = 你的影片，{ $language }，{ $format }，没能做出来。
cut-dubbed = 人声、字幕和标题都是{ $language }。
cut-subtitled = 标题和字幕是{ $language }。人声保持原样：这里没有会说的声音。
cut-too-long = { $place } 只收 { $minutes ->
   *[other] { $minutes } 分钟
 }以内的影片，这部更长。
choice-files = 剪辑用文件
choice-kit = 全部下载，{ $size } MB
kit-coming = 我在收集剪辑需要的一切，要一会儿。
kit-here = 这部影片的一切，{ $size } MB：用任何剪辑软件打开，从这里继续。
kit-parts = 剪辑表（OTIO、FCPXML、EDL），连同镜头、人声和音乐；剧本的 Fountain、FDX 和 PDF；分镜；字幕；影片。
kit-file = 剪辑用文件
share-here = 有这个链接的人都能看，不需要账户。有效期 { $days } 天，你随时可以收回。
film-on-its-page = 这里放不下。可以在它的页面上看：
share-over = 这里的链接已被收回。
share-taken-back = 链接已收回，再也打不开了。再次分享会有新链接。

## 观看页面

watch-by = { $names } 的影片
watch-with-ai = 由 AI 制作
watch-with-ai-long = 这部影片由 Sysrai 用 AI 制作：故事、画面、人声和音乐。
watch-signed-operator = 文件带有内容凭证，说明了这一点。
watch-signed-test = 文件带有内容凭证，说明了这一点，用测试证书签名。
watch-play = 播放
watch-pause = 暂停
watch-mute = 静音
watch-unmute = 打开声音
watch-volume = 音量
watch-seek = 播放位置
watch-position = { $at } / { $of }
watch-full = 全屏
watch-full-leave = 退出全屏
watch-subtitles = 字幕
watch-subtitles-off = 关
watch-version = 版本
watch-version-go = 显示
watch-storyboard = 分镜
watch-shot = 镜头 { $number }，{ $at }
watch-chapters = 章节
watch-download-size = 下载，{ $size } MB
watch-download-subtitles = 字幕文件
watch-share = 复制链接
watch-shared = 链接已复制
watch-keys = 按键：空格播放，方向键移动五秒，C 字幕，M 声音，F 全屏。
watch-skip = 跳到影片
watch-player = 播放器
watch-report = 举报这部影片
watch-report-hint = 你写的内容会发给这套系统的运营者，不发送其他信息。
watch-report-reason = 有什么问题
watch-report-illegal = 含有违法或有害内容
watch-report-person = 未经同意出现了我或我认识的人
watch-report-copyright = 使用了我的作品
watch-report-other = 其他
watch-report-said = 愿意的话，多说一点
watch-report-contact = 愿意的话，留个联系方式
watch-report-send = 发送举报
watch-report-thanks = 谢谢。举报已记录，会有人查看。
watch-report-wrong = 表单没能读取。请返回再试一次。
watch-broken = 影片在这里放不了。你可以下载观看。
watch-unknown-title = 这里没有内容
watch-unknown = 这个链接打不开影片。也许路上丢了个字符：再要一次吧。
watch-over-title = 链接已失效
watch-over = 影片链接会过期，作者也可能收回。请向作者要个新的。
