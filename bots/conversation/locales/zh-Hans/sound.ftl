## 台词与时间，带来的音乐

animatic-tight = { $count ->
   *[other] 镜头 { $shots } 对台词来说短了一点：声音会延续到下一个镜头。
}
choice-give-time = { $count ->
   *[other] 把时间加够
}

error-track-large = 文件超过 { $most } MB。同一首曲子的 MP3 就可以。
error-track-length = 影片音乐从 { $least } 秒到 { $most } 分钟。这个文件不在范围内。
error-track-unread = 我在这个文件里听不到音乐。MP3、M4A、WAV、FLAC 和 OGG 都行。
error-track-silent = 这个文件里没有声音。
error-track-gone = 你的音乐“{ $name }”已不在存储里。再发一次，或换回我的。

upload-looking = 我在看“{ $name }”…
error-upload-gone = 这个文件已经不在了。请再发一次。
error-music-no-film = 音乐要配影片，现在还没打开任何一部。先告诉我一个创意，或打开你的影片。
track-offer = “{ $name }”，{ $length }。用它替换我的音乐，做 *{ $title }* 的配乐吗？
track-rights = 只用你有权使用的音乐。它会配合影片长度，有人说话时自动压低。
track-used = “{ $name }”是 *{ $title }* 的配乐。
track-set = “{ $name }”现在是影片的配乐。下一版动态分镜里就能听到。
track-set-again = “{ $name }”现在是影片的配乐。我用它重新剪，不重新渲染，也不扣费。
track-ours = 影片换回了我的音乐。
choice-use-track = 用作影片配乐
choice-our-music = 换回原来的音乐
film-recutting = 我在重新剪，新影片马上替换这一部。
choice-own-music = 用我自己的音乐…
form-music = 带来你自己的音乐
bring-sound = 你的音乐
bring-sound-about = MP3、M4A、WAV、FLAC 或 Ogg
ask-music = 把音乐作为文件发给我：MP3、M4A、WAV、FLAC 或 Ogg。
track-send = 刚才那是文字。请把音乐作为文件发给我：MP3、M4A、WAV、FLAC 或 Ogg。

voice-offer = “{ $name }”，{ $length }。这是《*{ $title }*》的音乐，还是念其中台词的声音？
voice-rights = 请只用你有权使用的音乐，只用你自己的或对方同意的声音。音乐会配合影片长度；声音按停顿剪开，音量与其他声音一致。
voice-narration = 全部旁白
voice-used = “{ $name }”在这部影片的 { $count } 句台词里能听到。
voice-set = 现在由“{ $name }”来说那 { $count } 句台词，代替我的声音。下一版动态分镜里就能听到；字幕不变。
voice-set-again = 现在由“{ $name }”来说那 { $count } 句台词，代替我的声音。我正在用它重新剪辑影片；不会重新渲染，也不会收费。
voice-dropped = 那些台词又由我自己的声音来说。
choice-voice-narration = 这是全部旁白
choice-voice-line = 说的是：“{ $text }”
choice-voice-drop = 拿掉那个声音
menu-voice-of = 这是一段声音，说的是…
error-voice-no-lines = 这部影片里已经不说这句了。
