## Lines and their time, music that people bring

animatic-tight = { $count ->
    [one] Shot { $shots } is a little short for what is said in it: the line runs on into the next one.
   *[other] Shots { $shots } are a little short for what is said in them: the lines run on into the next ones.
}
choice-give-time = { $count ->
    [one] Give it the time
   *[other] Give them the time
}
