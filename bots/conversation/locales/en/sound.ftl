## Lines and their time, music that people bring

animatic-tight = { $count ->
    [one] Shot { $shots } is a little short for what is said in it: the line runs on into the next one.
   *[other] Shots { $shots } are a little short for what is said in them: the lines run on into the next ones.
}
choice-give-time = { $count ->
    [one] Give it the time
   *[other] Give them the time
}

error-track-large = That file is larger than { $most } MB. An MP3 of the same music would do.
error-track-length = Music for a film runs from { $least } seconds to { $most } minutes. This file does not.
error-track-unread = I cannot hear music in that file. MP3, M4A, WAV, FLAC and OGG work.
error-track-silent = Nothing is heard in that file.
error-track-gone = Your music “{ $name }” is not in the storage any more. Send it again, or go back to mine.

upload-looking = I am looking into “{ $name }”…
error-upload-gone = That file is not here any more. Send it once more.
error-music-no-film = Music belongs to a film, and we have none open yet. Tell me an idea first, or open one of your films.
track-offer = “{ $name }”, { $length }. Shall it be the music of *{ $title }*, in place of mine?
track-rights = Use only music that you may use. It is fitted to the film's length and steps back where somebody speaks.
track-used = “{ $name }” is the music of *{ $title }*.
track-set = “{ $name }” is the film's music now. You hear it in the next animatic.
track-set-again = “{ $name }” is the film's music now. I am cutting the film again with it; nothing is rendered again, and nothing is charged.
track-ours = The film has my own music again.
choice-use-track = Use it as the film's music
choice-our-music = Back to your music
film-recutting = I am cutting it again; the new film takes this one's place in a moment.
choice-own-music = My own music…
form-music = Bring your own music
bring-music = Your music
bring-music-about = MP3, M4A, WAV, FLAC or Ogg
ask-music = Send me your music as a file: MP3, M4A, WAV, FLAC or Ogg.
track-send = That was words. Send me the music as a file: MP3, M4A, WAV, FLAC or Ogg.
