## 作品の種類

kind-film = 映画
kind-short = ショート動画
kind-series = シリーズの1話
kind-ad = 広告
kind-trailer = 予告編
kind-music-video = ミュージックビデオ
menu-kind = 種類
menu-kind-film = 映画
menu-kind-short = ショート：テンポよく、すぐ本題
menu-kind-series = シリーズ：前回まで、本編、次回予告
menu-kind-ad = 広告：つかみ、商品、ひとつの行動
menu-kind-trailer = 予告編：答えではなく問いを
menu-kind-music-video = ミュージックビデオ：ビートでカット
brief-hint-track = 曲のファイルを送ってもらえれば、そのビートに合わせてつなぎます。なければ、私の音楽で画を切り替えます。
error-kind = その種類は知りません。映画、ショート、シリーズ、広告、予告編、ミュージックビデオがあります。
choice-next-episode = 次の話
form-episode = 第{ $number }話
ask-episode = 第{ $number }話では何が起きますか？ひとことで大丈夫です。登場人物は同じです。
entry-episode = 何が起きるか
