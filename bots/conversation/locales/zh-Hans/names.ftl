# 剧本与账本里的词、数字和阶段

credits = { $count ->
   *[other] { $count } 积分
 }
seconds = { $count } 秒
length-seconds = { $count ->
   *[other] { $count } 秒
 }
length-minutes = { $count ->
   *[other] { $count } 分钟
 }
length-hours = { $count ->
   *[other] { $count } 小时
 }
length-both = { $count ->
   *[other] { $count } 分
 } { $rest ->
   *[other] { $rest } 秒
 }
wait-moment = 不到一分钟
wait-minutes = { $count ->
   *[other] 约 { $count } 分钟
 }
wait-hours = { $count ->
   *[other] 约 { $count } 小时
 }

stage-brief = 构想
stage-loglines = 故事梗概
stage-script = 剧本
stage-cast = 演员
stage-board = 分镜
stage-animatic = 动态分镜
stage-quote = 报价
stage-rendering = 渲染
stage-film = 成片

format-youtube = 横屏
format-shorts = 竖屏
format-reels = Reels 竖屏
format-tiktok = TikTok 竖屏
format-square = 方形

tier-preview = 动态分镜
tier-drawn = 手绘
tier-draft = 草稿
tier-standard = 标准
tier-cinema = 电影级

source-play = 体验积分
source-promo = 赠送
source-subscription = 月度积分
source-goodwill = 补偿
source-stripe = 购买
source-stars = 用 Stars 购买
source-discord = 在 Discord 购买

time-dawn = 清晨
time-day = 白天
time-dusk = 黄昏
time-night = 夜里

weather-clear = 晴
weather-rain = 雨
weather-snow = 雪
weather-fog = 雾
weather-storm = 暴风雨
weather-wind = 风

mood-warm = 温暖
mood-hope = 充满希望
mood-joyful = 欢快
mood-wonder = 充满惊奇
mood-tender = 温柔
mood-melancholy = 忧伤
mood-tense = 紧张
mood-dread = 令人不安

interior-interior = 内景
interior-exterior = 外景

size-EWS = 大远景
size-WS = 远景
size-FS = 全景
size-MS = 中景
size-MCU = 近景
size-CU = 特写
size-ECU = 大特写
size-INSERT = 物件特写

move-static = 固定机位
move-pan_left = 左摇
move-pan_right = 右摇
move-tilt_up = 上摇
move-tilt_down = 下摇
move-dolly_in = 缓推
move-dolly_out = 缓拉
move-truck_left = 左移
move-truck_right = 右移
move-crane_up = 升
move-crane_down = 降
move-zoom_in = 变焦推
move-zoom_out = 变焦拉
move-handheld = 手持

transition-cut = 硬切
transition-dissolve = 叠化

age-child = { $gender ->
    [female] 女孩
    [male] 男孩
   *[neutral] 孩子
 }
age-young = { $gender ->
    [female] 年轻女子
    [male] 年轻男子
   *[neutral] 年轻人
 }
age-adult = { $gender ->
    [female] 女人
    [male] 男人
   *[neutral] 成年人
 }
age-old = { $gender ->
    [female] 老妇人
    [male] 老先生
   *[neutral] 老人
 }
species-dog = 狗
species-cat = 猫
species-bird = 鸟
species-horse = 马
species-fish = 鱼
species-bear = 熊
species-fox = 狐狸
species-small_animal = 小动物
species-big_animal = 大动物
species-robot = 机器人
species-ghost = 幽灵
species-creature = 奇异生物
texture-warm = 温暖
texture-dry = 干涩
texture-bright = 明亮
texture-soft = 柔和
texture-rough = 沙哑
texture-breathy = 气声
texture-deep = 低沉
texture-calm = 平静
texture-lively = 活泼
texture-flat = 平淡
voice-plain = 平静、贴近
voice-like = { $pitch ->
    [low] 低音
    [high] 高音
   *[mid] 中音
 }，{ $pace ->
    [slow] 慢速
    [quick] 快速
   *[even] 匀速
 }
