# 有人带来的人物、地点和物件图片；影片与资料库里的地点和物件。

ask-picture = 请发一张*{ $name }*的图片：照片或画都行，JPEG、PNG 或 WebP。
picture-offer = 从现在起，*{ $name }*就长这样吗？
picture-offer-who = 这是谁，或是什么？选一个，或者直接告诉我。
picture-offer-known = 就这样记住吗？
picture-rights = 请只用你有权使用的图片。真人必须同意出现在你的影片里；继续即表示对方已经同意。图片随时可以删除。
picture-not-drawn = 在这里绘制的影片保持自己的画风，不会照着图片画；你的图片我会留给能按图片渲染的模型。
picture-used = *{ $name }*就是这个样子。
picture-set = *{ $name }*现在就是这个样子。凡是按图片绘制或渲染的，每个镜头都会用到它。
picture-kept = 这张图片归在*{ $name }*名下，供这部和以后的影片使用。这里画出来的保持自己的风格；按图片渲染的模型会收到它。
picture-known = 我会记住*{ $name }*的这个样子，供你以后的影片使用。
picture-taken = *{ $name }*又改为绘制了。要彻底删除这张图片吗？
picture-erased = 图片已删除：影片、资料库和存储里都没有了。已经用它渲染好的保持原样。
choice-picture = 用一张图片…
choice-picture-use = 对，这是{ $name }
choice-picture-use-known = 就这样记住
choice-picture-away = 拿掉图片
choice-picture-keep = 保留
choice-picture-erase = 彻底删除
menu-picture-of = 是别的人或别的东西
menu-picture-known = 给某人或某物一张图片
heard-this-is = 这是 | 这个是 | 就是 | 是 | 这就是 | 他是 | 她是

error-picture-large = 这张图片太大了。{ $most } MB 以内就行。
error-picture-unread = 我没法把它当图片读取。JPEG、PNG 和 WebP 都可以。
error-picture-shape = 这张图片太小或太窄：短边至少要 { $least } 像素。
error-picture-empty = 这张图片上什么也看不见。请换一张。
error-picture-forbidden = 这张图片违反内容规则，不能用。我已经删掉了。请换一张。
error-picture-unseen = 现在没法检查图片，没检查过的我不收。什么都没保存：请过几分钟再发一次。
error-picture-no-film = 图片得有个对象。先告诉我一个点子；剧本写好后再发一次。

places-title = 《{ $title }》的地点和物件
places-hint = 也可以发来其中一个的图片，并附上名字。
places-scenes = { $count } 场
places-shots = { $count } 个镜头
choice-places = 地点和物件
menu-place = 修改地点或物件
menu-place-known = 来自另一部影片
menu-forget-asset = 忘掉一个地点或物件
people-places = *地点：* { $names }
people-things = *物件：* { $names }

change-character-picture = { $new ->
    [given] { $name }现在就是你发来的图片上的样子。
   *[taken] { $name }又改为绘制了。
}
change-place-name = { $old }现在叫{ $new }。
change-place-look = { $left ->
    [nothing] { $name }的样子又可以自由发挥了。
   *[something] { $name }现在是这个样子：{ $new }。
}
change-place-kind = { $name }现在是另一类地点。
change-place-picture = { $new ->
    [given] { $name }现在就是你发来的图片上的样子。
   *[taken] { $name }又改为绘制了。
}
change-prop-look = { $left ->
    [nothing] “{ $name }”的样子又可以自由发挥了。
   *[something] “{ $name }”现在是这个样子：{ $new }。
}
change-prop-picture = { $new ->
    [given] “{ $name }”现在就是你发来的图片上的样子。
   *[taken] “{ $name }”又改为绘制了。
}
edit-refused-no-such-place = 这部影片里已经没有这个地点了。
edit-refused-no-such-prop = 这部影片里已经没有这个物件了。
form-picture = { $name } 的图片
bring-picture = 图片
bring-picture-about = JPEG、PNG 或 WebP；你有权使用的
