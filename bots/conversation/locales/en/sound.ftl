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
bring-sound = Your music
bring-sound-about = MP3, M4A, WAV, FLAC or Ogg
ask-music = Send me your music as a file: MP3, M4A, WAV, FLAC or Ogg.
track-send = That was words. Send me the music as a file: MP3, M4A, WAV, FLAC or Ogg.

voice-offer = “{ $name }”, { $length }. Is it the music of *{ $title }*, or a voice that says some of it?
voice-rights = Use only music you may use, and only your own voice or one whose owner agreed. Music is fitted to the film's length; a voice is cut at its pauses and made as loud as the others.
voice-narration = The whole narration
voice-used = { $count ->
    [one] “{ $name }” is heard in one line of this film.
   *[other] “{ $name }” is heard in { $count } lines of this film.
}
voice-set = { $count ->
    [one] “{ $name }” says that line now, in place of my voice. You hear it in the next animatic; the subtitles stay.
   *[other] “{ $name }” says those { $count } lines now, in place of my voices. You hear it in the next animatic; the subtitles stay.
}
voice-set-again = { $count ->
    [one] “{ $name }” says that line now, in place of my voice. I am cutting the film again with it; nothing is rendered again, and nothing is charged.
   *[other] “{ $name }” says those { $count } lines now, in place of my voices. I am cutting the film again with it; nothing is rendered again, and nothing is charged.
}
voice-dropped = My own voices say those lines again.
choice-voice-narration = It is the whole narration
choice-voice-line = It says: “{ $text }”
choice-voice-drop = Take that voice out
menu-voice-of = It is a voice that says…
error-voice-no-lines = That is not said in this film any more.
