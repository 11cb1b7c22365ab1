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
