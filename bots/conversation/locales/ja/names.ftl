# 脚本と帳簿の言葉、数字、段階

credits = { $count ->
   *[other] { $count }クレジット
 }
seconds = { $count }秒
length-seconds = { $count ->
   *[other] { $count }秒
 }
length-minutes = { $count ->
   *[other] { $count }分
 }
length-hours = { $count ->
   *[other] { $count }時間
 }
length-both = { $count ->
   *[other] { $count }分
 }{ $rest ->
   *[other] { $rest }秒
 }
wait-moment = 1分未満
wait-minutes = { $count ->
   *[other] 約{ $count }分
 }
wait-hours = { $count ->
   *[other] 約{ $count }時間
 }

stage-brief = 企画
stage-loglines = ログライン
stage-script = 脚本
stage-cast = キャスト
stage-board = 絵コンテ
stage-animatic = アニマティック
stage-quote = 料金
stage-rendering = レンダリング
stage-film = 完成した作品

format-youtube = 横長
format-shorts = 縦長
format-reels = リール用の縦長
format-tiktok = TikTok用の縦長
format-square = 正方形

tier-preview = アニマティック
tier-drawn = 手描き
tier-draft = ドラフト
tier-standard = スタンダード
tier-cinema = シネマ

source-play = プレイクレジット
source-promo = プレゼント
source-subscription = 月のクレジット
source-goodwill = お詫び
source-stripe = 購入分
source-stars = Starsで購入
source-discord = Discordで購入

time-dawn = 夜明け
time-day = 昼
time-dusk = 夕暮れ
time-night = 夜

weather-clear = 晴れ
weather-rain = 雨
weather-snow = 雪
weather-fog = 霧
weather-storm = 嵐
weather-wind = 風

mood-warm = 温かい
mood-hope = 希望に満ちた
mood-joyful = 楽しい
mood-wonder = 驚きに満ちた
mood-tender = 優しい
mood-melancholy = もの悲しい
mood-tense = 緊張した
mood-dread = 不気味な

interior-interior = 屋内
interior-exterior = 屋外

size-EWS = 大ロング
size-WS = ロング
size-FS = フルショット
size-MS = ミディアム
size-MCU = バストショット
size-CU = クローズアップ
size-ECU = 超クローズアップ
size-INSERT = 物のインサート

move-static = フィックス
move-pan_left = 左パン
move-pan_right = 右パン
move-tilt_up = ティルトアップ
move-tilt_down = ティルトダウン
move-dolly_in = ゆっくりドリーイン
move-dolly_out = ゆっくりドリーアウト
move-truck_left = 左へトラック
move-truck_right = 右へトラック
move-crane_up = クレーンアップ
move-crane_down = クレーンダウン
move-zoom_in = ズームイン
move-zoom_out = ズームアウト
move-handheld = 手持ち

transition-cut = カット
transition-dissolve = ディゾルブ

age-child = { $gender ->
    [female] 女の子
    [male] 男の子
   *[neutral] 子ども
 }
age-young = { $gender ->
    [female] 若い女性
    [male] 若い男性
   *[neutral] 若者
 }
age-adult = { $gender ->
    [female] 女性
    [male] 男性
   *[neutral] 大人
 }
age-old = { $gender ->
    [female] 年配の女性
    [male] 年配の男性
   *[neutral] 年配の人
 }
species-dog = 犬
species-cat = 猫
species-bird = 鳥
species-horse = 馬
species-fish = 魚
species-bear = 熊
species-fox = 狐
species-small_animal = 小さな動物
species-big_animal = 大きな動物
species-robot = ロボット
species-ghost = 幽霊
species-creature = 生き物
texture-warm = 温かい
texture-dry = 乾いた
texture-bright = 明るい
texture-soft = やわらかい
texture-rough = ざらついた
texture-breathy = 息まじり
texture-deep = 深い
texture-calm = 落ち着いた
texture-lively = 生き生きした
texture-flat = 平坦な
voice-plain = 落ち着いた、近い声
voice-like = { $pitch ->
    [low] 低め
    [high] 高め
   *[mid] 中くらい
 }、{ $pace ->
    [slow] ゆっくり
    [quick] 早口
   *[even] 普通の速さ
 }
