# Pictures of people, places and things that somebody brings; places and things of a film and of the library.

ask-picture = Send me a picture of *{ $name }*: a photo or a drawing, as JPEG, PNG or WebP.
picture-offer = Shall *{ $name }* look like this from now on?
picture-offer-who = Who or what is this? Choose, or just tell me.
picture-offer-known = Shall I remember it like this?
picture-rights = Use only pictures you may use. A real person must have agreed to be in your film; by going on you say that they have. You can delete the picture at any time.
picture-not-drawn = Films drawn here keep their own style and do not copy pictures; I keep yours for models that render from one.
picture-used = *{ $name }* looks like this.
picture-set = *{ $name }* looks like this now. Whatever draws or renders from pictures gets it with every shot.
picture-kept = I keep this picture with *{ $name }*, for this film and your next ones. What is drawn here keeps its own style; models that render from pictures will get it.
picture-known = I remember *{ $name }* like this for your next films.
picture-taken = *{ $name }* is drawn again. Shall I delete the picture for good?
picture-erased = The picture is deleted, from your films, your library and the storage. What was rendered with it stays as it is.
choice-picture = Use a picture…
choice-picture-use = Yes, this is { $name }
choice-picture-use-known = Remember it so
choice-picture-away = Take the picture away
choice-picture-keep = Keep it
choice-picture-erase = Delete it for good
menu-picture-of = It is somebody or something else
menu-picture-known = Give somebody or something a picture
heard-this-is = this is | that is | it is | that's | it's | here is | here's

error-picture-large = That picture is too large. Up to { $most } MB will do.
error-picture-unread = I cannot read that as a picture. JPEG, PNG and WebP work.
error-picture-shape = That picture is too small or too narrow: at least { $least } pixels on its shorter side, please.
error-picture-empty = There is nothing to be seen in that picture. Send me another one.
error-picture-forbidden = I cannot use that picture: it breaks the rules on content. I have deleted it. Send me another one.
error-picture-unseen = I cannot check pictures at the moment, and without that I take none. I kept nothing of it: please send it again in a few minutes.
error-picture-no-film = A picture needs somebody to show. Tell me an idea first; once the script stands, send it again.

places-title = Places and things of { $title }
places-hint = Or send me a picture of one of them, with its name below.
places-scenes = { $count ->
    [one] { $count } scene
   *[other] { $count } scenes
}
places-shots = { $count ->
    [one] { $count } shot
   *[other] { $count } shots
}
choice-places = Places and things
menu-place = Change a place or a thing
menu-place-known = From another film
menu-forget-asset = Forget a place or a thing
people-places = *Places:* { $names }
people-things = *Things:* { $names }

change-character-picture = { $new ->
    [given] { $name } now looks like the picture you sent.
   *[taken] { $name } is drawn again.
}
change-place-name = { $old } is now called { $new }.
change-place-look = { $left ->
    [nothing] How { $name } looks is open again.
   *[something] { $name } now looks like this: { $new }.
}
change-place-kind = { $name } is another kind of place now.
change-place-picture = { $new ->
    [given] { $name } now looks like the picture you sent.
   *[taken] { $name } is drawn again.
}
change-prop-look = { $left ->
    [nothing] How “{ $name }” looks is open again.
   *[something] “{ $name }” now looks like this: { $new }.
}
change-prop-picture = { $new ->
    [given] “{ $name }” now looks like the picture you sent.
   *[taken] “{ $name }” is drawn again.
}
edit-refused-no-such-place = There is no such place in this film any more.
edit-refused-no-such-prop = There is no such thing in this film any more.
form-picture = A picture of { $name }
bring-picture = The picture
bring-picture-about = JPEG, PNG or WebP; what you may use
