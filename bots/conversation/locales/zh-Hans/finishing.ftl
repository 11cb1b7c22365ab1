## 画面质感、预告片和循环短片

menu-finish = 画面质感
finish-clean = 干净
finish-grain = 胶片颗粒
finish-letterbox = 宽银幕黑边
finish-both = 颗粒和黑边
finish-set = 记下了：{ $finish }。之后剪的都会是这样。
finish-set-again = { $finish }：我正在这样重新剪辑。不会重新渲染，也不收费。
finish-already = 已经是这样了：{ $finish }。
error-finish-narrow = 上下黑边适合宽画面。这部片子是{ $format }，胶片颗粒可以用。
heard-finish-clean = 干净 | 干净画面 | 不要颗粒 | 去掉颗粒 | 不要黑边 | 去掉黑边 | 不要颗粒和黑边
heard-finish-grain = 颗粒 | 胶片颗粒 | 加颗粒 | 加胶片颗粒 | 颗粒感
heard-finish-letterbox = 黑边 | 宽银幕 | 加黑边 | 遮幅 | 电影黑边
heard-finish-both = 颗粒和黑边 | 黑边和颗粒 | 加颗粒和黑边

choice-trailer = 做预告片
choice-loop = 循环短片
promo-trailer-coming = 我正在用*{ $title }*里最有力的镜头剪预告片，配上专门的音乐。
promo-loop-coming = 我正在剪*{ $title }*里的几秒，可以循环播放。
promo-trailer-here = *{ $title }*的预告片，{ $length }。结局留给看正片的人。
promo-loop-here = *{ $title }*，{ $length }，无声，想发在哪里都行。
promo-trailer-failed = *{ $title }*的预告片没有做成。
promo-loop-failed = *{ $title }*的循环短片没有做成。
media-loop = { $title }的循环短片
