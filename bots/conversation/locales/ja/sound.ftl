## セリフの時間と、持ち込みの音楽

animatic-tight = { $count ->
   *[other] ショット{ $shots }はセリフに対して少し短く、声が次のショットにこぼれます。
}
choice-give-time = { $count ->
   *[other] 時間を足す
}

error-track-large = ファイルが{ $most } MBを超えています。同じ曲のMP3なら大丈夫です。
error-track-length = 作品の音楽は{ $least }秒から{ $most }分までです。このファイルは範囲の外です。
error-track-unread = このファイルから音楽が聞こえません。MP3、M4A、WAV、FLAC、OGGが使えます。
error-track-silent = このファイルは無音です。
error-track-gone = あなたの曲「{ $name }」が保管場所から見つかりません。もう一度送るか、私の音楽に戻してください。

upload-looking = 「{ $name }」を見ています…
error-upload-gone = そのファイルはもうここにありません。もう一度送ってください。
error-music-no-film = 音楽は作品につけるものですが、今開いている作品がありません。先にアイデアを話すか、作品を開いてください。
track-offer = 「{ $name }」、{ $length }。私の音楽の代わりに、*{ $title }* の音楽にしますか？
track-rights = 使う権利のある音楽だけにしてください。作品の長さに合わせ、誰かが話すところでは音量を下げます。
track-used = 「{ $name }」は *{ $title }* の音楽です。
track-set = 「{ $name }」を作品の音楽にしました。次のアニマティックで聞けます。
track-set-again = 「{ $name }」を作品の音楽にしました。これでつなぎ直します。レンダリングのやり直しはなく、料金もかかりません。
track-ours = 私の音楽に戻しました。
choice-use-track = 作品の音楽にする
choice-our-music = 元の音楽に戻す
film-recutting = つなぎ直しています。まもなく新しい作品に入れ替わります。
choice-own-music = 自分の音楽…
form-music = 自分の音楽を持ち込む
bring-sound = あなたの音楽
bring-sound-about = MP3、M4A、WAV、FLAC、Ogg
ask-music = 音楽をファイルで送ってください：MP3、M4A、WAV、FLAC、Ogg。
track-send = それは文字でした。音楽をファイルで送ってください：MP3、M4A、WAV、FLAC、Ogg。

voice-offer = 「{ $name }」（{ $length }）。*{ $title }*の音楽ですか、それとも台詞を言う声ですか？
voice-rights = 使ってよい音楽だけを、声はご自分のものか本人が同意したものだけを使ってください。音楽は映画の長さに合わせ、声は間で切り分けてほかの声と同じ大きさにします。
voice-narration = ナレーション全部
voice-used = 「{ $name }」は、この映画の{ $count }つの台詞で聞こえます。
voice-set = 「{ $name }」が、私の声に代わってその{ $count }つの台詞を言います。次のアニマティックで聞けます。字幕はそのままです。
voice-set-again = 「{ $name }」が、私の声に代わってその{ $count }つの台詞を言います。映画をつなぎ直しています。再レンダリングも課金もありません。
voice-dropped = その台詞は、また私の声で言います。
choice-voice-narration = ナレーション全部です
choice-voice-line = 「{ $text }」と言っています
choice-voice-drop = その声を外す
menu-voice-of = これは声です。言っているのは…
error-voice-no-lines = その台詞は、もうこの映画にありません。
