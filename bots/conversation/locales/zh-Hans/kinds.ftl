## 影片类型

kind-film = 影片
kind-short = 短视频
kind-series = 剧集的一集
kind-ad = 广告
kind-trailer = 预告片
kind-music-video = MV
menu-kind = 类型
menu-kind-film = 影片
menu-kind-short = 短视频：节奏快，直入正题
menu-kind-series = 剧集：前情、正片、下集预告
menu-kind-ad = 广告：抓眼球、产品、一个行动
menu-kind-trailer = 预告片：抛出问题，不给答案
menu-kind-music-video = MV：卡着节拍剪
brief-hint-track = 把你的曲子发成文件给我，我卡着它的节拍剪。没有的话，画面就配我的音乐。
error-kind = 我不知道这种影片。有影片、短视频、剧集、广告、预告片和 MV。
choice-next-episode = 下一集
form-episode = 第 { $number } 集
ask-episode = 第 { $number } 集发生什么？一句话就够，人物不变。
entry-episode = 发生什么
