# What a person reads on the way from an idea to a film.
# *bold* and _italic_ are emphasis. Arguments are never markup.

## Beginning

welcome-title = What film shall we make?
welcome-how = Tell me your idea in a sentence. I write a script with you, draw it, show it to you moving and with sound, and only then say what a render costs.
welcome-ai = Films made here are made with AI and marked as such.
welcome-thanks = With pleasure.

brief-plan = I would make this { $kind } of *{ $length }*, { $format }, in { $language }.
brief-hint = Or tell me what to change: “two minutes”, “vertical”, or another idea.
brief-foreign = Your idea is told in { $told }. I write in { $language } here, so the film speaks { $language } and takes your words as they stand.
brief-only = I can write only { $language } here, so the film speaks { $language }.
brief-idea-ask = Shall the film be about “{ $idea }” instead?
brief-now = Noted: { $kind }, { $length }, { $format }, in { $language }.
format-already = It is { $format } already.

loglines-coming = Thinking of three ways to tell it…
loglines-ask = Three films it could become. Which one shall I write?
loglines-hint = Or tell me what to change about them: “funnier”, “without the storm”.

## Script

script-coming = Writing. The scenes appear here as they come.
script-progress = scene { $done } of { $total }
script-facts = { $scenes ->
    [one] { $scenes } scene
   *[other] { $scenes } scenes
 } · { $shots ->
    [one] { $shots } shot
   *[other] { $shots } shots
 } · { $length }
script-hint = v{ $version } · Or just tell me: “make scene { $scene } at { $time }”, “shorter”{ $cast ->
    [none] .
   *[some] , “rename { $name } to { $other }”.
 }
scene-inside = inside:
scene-outside = outside:
page-of = Page { $page } of { $pages }

answer-working = Working on it: “{ $said }”
answer-working-quietly = Rewriting it now…
answer-unclear = This part I did not understand: { $said }
answer-examples = Things I do understand, for example:
answer-render-goes-on = The film that is being rendered stays as agreed. This is for the next one.
answer-not-counting = This was taken back, or something newer took its place.
example-1 = make scene { $scene } at { $time }
example-2 = add a shot of the sea at the end
example-3 = shot { $shot } should last 5 seconds
heard-waiting = I am still writing. I keep this in mind and do it next.
said-changed-late = I have gone on with your first words. Tell me what shall be different now.
still-writing = I am still writing; one moment, then this.
undone = Taken back; version { $version } counts again.
nothing-else-changed = Nothing else changed.
nothing-changed = Nothing changed.
so-already = It was so already; nothing changed.
changes-more = { $count ->
    [one] One more thing follows from that.
   *[other] { $count } more things follow from that.
 }

## Cast

cast-title = The cast of { $title }
cast-hint = Or tell me: “rename { $name } to { $other }”, “{ $name } wears a red coat”.
cast-hint-nobody = Nobody is seen in this film. Tell me if somebody should be.
cast-nobody = No people, no animals: the places carry this film.
cast-narrator = *Narrator* · voice: { $texture }
cast-speaks = { $count ->
    [one] one line
   *[other] { $count } lines
 }, voice: { $voice }
cast-silent = says nothing
cast-which-part = Which part shall { $name } play? The part takes their name, look, wardrobe, colour and voice.
cast-no-part = No part in this film fits { $name }: the story would call them by the wrong words.
portrait-alt = { $name }: { $look }
portrait-plain = a portrait
voices-coming = They clear their throats; one moment.
voices-here = { $count ->
    [one] A first line, as it will sound.
   *[other] A first line of each, as they will sound.
 }
voices-narrator = Narrator
voices-alt = The voice of { $name }
people-title = People you know from your films
people-none = Nobody yet. Once a film is agreed to, I remember its people for the next.
people-hint = In another film they can take over a part: choose them in its cast.
people-forget-ask = Forget { $name }? The films they are in stay as they are.
people-forgotten = { $name } is forgotten.

## Storyboard

board-drawing = Drawing the storyboard. It is free, and every panel can still be changed.
board-progress = panel { $done } of { $total }
board-title = { $first ->
    [one] Shots { $first } to { $last } of { $shots }
   *[other] Shots { $first } to { $last } of { $shots }
 }
board-hint = Pick a shot to change it, or just tell me: “shot { $shot } closer”, “delete shot { $last }”.
panel-alt = Shot { $number }: { $action }
shot-title = Shot { $number } of { $shots }
shot-sound = Sound: { $sound }

## Animatic

animatic-coming = Putting the storyboard in motion, with voices and music. Free.
animatic-progress = { $percent } %
animatic-ready = Your storyboard in motion: *{ $length }*, with voices and music, free.
animatic-hint = Watch it before you spend anything. What bothers you now will bother you later.

## Quote

quote-title = Rendering { $title }
quote-was = Here stood what rendering { $title } would cost.
quote-agreed = Agreed: { $title }, { $tier }, { $credits }.
quote-play = Play credits: they are given for this render and cost nothing.
quote-tier = tier
quote-credits = credits
quote-ready = ready in
quote-have = You have { $have }.
quote-promise = Only finished shots are charged. A shot that fails costs nothing, and what is not used returns.
quote-estimate = Times are estimates until more films were rendered here.
quote-reused = { $count ->
    [one] One of { $shots } shots was rendered before and costs nothing.
   *[other] { $count } of { $shots } shots were rendered before and cost nothing.
 }
quote-short = The recommended tier needs { $need }; you have { $have }. The animatic stays yours, free.
quote-nothing = Nothing here renders films at the moment. The animatic is free and complete.
quote-no-plan = Your plan includes none of the tiers that are rendered here. The animatic is free and complete.
budget-total = With at most { $most } the film costs *{ $total }*, at { $tier } where it counts most.
budget-cheaper = { $count ->
    [one] Shot { $shots } is rendered at { $tier } instead.
   *[other] Shots { $shots } are rendered at { $tier } instead.
 }
budget-drawn = { $count ->
    [one] Shot { $shots } stays drawn and costs nothing.
   *[other] Shots { $shots } stay drawn and cost nothing.
 }
budget-nothing = That is too little for even one shot.

## Render

card-shots = { $done }/{ $total } shots · { $percent } %
card-queued = Agreed. It begins as soon as there is room.
card-rendering = Shots are being rendered. You can close this; I call you when the film is there.
card-cancelling = Stopping. What is finished is kept; the rest returns.
card-assembling = All shots are in. Putting the film together.
card-paused = The people who run this house have paused rendering. What is in stays, what is held stays yours, and it goes on by itself.
card-queue = { $place ->
    [1] It is next in the queue.
   *[other] It is number { $place } in the queue.
 }
card-eta = Ready in { $wait }.
card-money = { $held } set aside, { $used } used so far
card-scene-waiting = scene { $number } waits
card-scene-rendering = scene { $number }: { $done }/{ $total }
card-scene-done = scene { $number } ✓
card-scenes-many = { $done } of { $total } scenes are in
card-stand-ins = { $count ->
    [one] Shot { $shots } could not be rendered. Its drawn panel takes its place, uncharged.
   *[other] Shots { $shots } could not be rendered. Their drawn panels take their place, uncharged.
 }
card-done = { $rest ->
    [0] Finished: all { $total } shots. { $spent } charged.
   *[other] Finished: { $done } of { $total } shots. { $spent } charged, { $back } returned.
 }
card-cancelled-money = Cancelled after { $done } of { $total } shots. { $spent } charged, { $back } returned.
card-failed-money = Nothing was charged; { $held } returned.
cancel-ask = Stop this render? Finished shots are charged and come as a rough cut; everything else returns.
cancel-stopping = Stopping now. I tell you what was finished and what returned.
cancel-too-late = Every shot is in already; the film is being put together and will be here in a moment.
cancel-ended = This render is over already.
nothing-to-cancel = Nothing is being rendered.

## Film

film-coming = The film is on its way.
film-money = { $rest ->
    [0] { $spent } charged.
   *[other] { $spent } charged, { $back } returned.
 }
film-free = Free of charge: your storyboard in motion.
film-cancelled = This is what was finished when you cancelled: { $done } of { $total } shots, the rest drawn.
film-stand-ins = { $count ->
    [one] Shot { $shots } stayed drawn and cost nothing.
   *[other] Shots { $shots } stayed drawn and cost nothing.
 }
film-ai = Made with AI.
media-film = { $title }, the film
media-part = { $title }, part { $number } of { $total }
media-trailer = { $title }, a trailer
media-poster = { $title }, the poster
media-sheet = { $title }, all shots on one sheet
file-screenplay = The screenplay of { $title }, in Fountain: any screenwriting program opens it.
file-subtitles = The subtitles of { $title }.
file-sheet = The storyboard of { $title } on one sheet.
receipt-title = Receipt for render { $number }
receipt-film = film
receipt-shots = shots
receipt-shots-value = { $done } of { $total }
receipt-tier = tier
receipt-held = set aside
receipt-spent = charged
receipt-back = returned
receipt-from = paid from

## Films, settings, help

films-none = No films yet. Tell me an idea, or let me surprise you.
films-title = { $count ->
    [one] Your film
   *[other] Your { $count } films
 }
delete-ask = Delete “{ $title }” for good? Its script, storyboard and film disappear.
deleted = It is deleted.
settings-title = Settings
settings-language = I speak { $language } with you.
language-set = From now on I speak { $language } with you.
balance-free = You have { $free }.
balance-held = { $held } are set aside for films that are being rendered.
balance-debt = { $debt } are owed, from a payment that was taken back.
help-title = How this works
help-journey = An idea becomes three loglines, one of them a script, then a cast, a storyboard, a moving storyboard with sound, and a rendered film. The highlighted button always leads on; nothing is lost if you stop.
help-talk = At any point just say what you want. For example:
help-money = Everything up to the render is free. A render shows its price first, and only finished shots are charged.
help-commands = Also: undo, status, my films, my cast, settings, cancel.
never-mind = Fine, everything stays as it is.
button-gone = That button is out of date. Here is where things stand.
button-stale = That button belongs to an earlier version; the film has moved on. It is at { $stage } now:
upload-not-used = I cannot use “{ $name }” here. As a story I read .txt, .fountain and .fdx; tell me in words what else matters in it.
error-no-words = I cannot tell what that says. Put it into words, please; I also take stories (.txt, .fountain, .fdx), pictures, music and recorded voices.

## Questions and forms

ask-idea = What is the film about? A sentence is enough.
form-idea = A new film
entry-idea = Your idea
ask-length = How long shall it be? Anything from 15 seconds to an hour.
form-length = Length
entry-length = For example 90 seconds or 2 minutes
ask-wish = What should be different about the three?
form-wish = Other loglines
entry-wish = What should be different
ask-rewrite = How should scene { $scene } go? Tell me in your own words.
form-rewrite = Rewrite scene { $scene }
entry-rewrite = How it should go
ask-look = What does { $name } look like? Now it is:
form-look = { $name }: look
entry-look = What they look like
ask-wardrobe = What does { $name } wear? Now it is:
form-wardrobe = { $name }: wardrobe
entry-wardrobe = What they wear
ask-name = What shall { $name } be called?
form-name = Rename { $name }
entry-name = New name
ask-action = What should be seen in shot { $shot }? Now it is:
form-action = Shot { $shot }: the picture
entry-action = What is seen
ask-lines = What should be said in shot { $shot }? Now it is:
form-lines = Shot { $shot }: the lines
entry-lines = One line each, as “Name: words”
ask-insert = What should the new shot after shot { $shot } show?
form-insert = A shot after shot { $shot }
entry-insert = What is seen
ask-budget = How many credits shall it cost at most?
form-budget = Spend at most
entry-budget = Credits

## Buttons

choice-surprise = Surprise me
choice-my-films = My films
choice-how = How this works
choice-go-on = Good, go on
choice-keep-idea = Keep the idea
choice-take-idea = Yes, that instead
choice-length = Other length…
choice-letter = { $letter }
choice-three-others = Three others
choice-wish = Change them…
choice-try-again = Try again
choice-show-loglines = Choose a logline
choice-meet-the-cast = Looks right: meet the cast
choice-back = ◀ Back
choice-forward = Next ▶
choice-shorter = Shorter
choice-longer = Longer
choice-undo = Undo
choice-screenplay = Screenplay
choice-show-script = Show the script
choice-back-to-script = Back to the script
choice-draw-storyboard = Draw the storyboard
choice-hear-voices = Hear the voices
choice-hear = Hear
choice-plays = Play { $part }
choice-whole-cast = Back to the cast
choice-keep-known = Keep them
choice-forget-sure = Forget them
choice-cast-done = That is them
choice-look = Look…
choice-wardrobe = Wardrobe…
choice-name = Name…
choice-see-storyboard = See the storyboard
choice-back-to-storyboard = Back to the storyboard
choice-approve-all = { $count ->
    [one] Approve it
   *[other] Approve all { $count }
 }
choice-all-panels = All panels
choice-redraw = Redraw
choice-edit-shot = Picture…
choice-edit-lines = Lines…
choice-earlier = Move earlier
choice-later = Move later
choice-insert = Insert after…
choice-split = Split
choice-delete-shot = Delete
choice-see-animatic = See it in motion
choice-render-it = Render it
choice-change-something = Change something
choice-keep-it = Keep it as the film
choice-see-quote = See the prices
choice-tier = { $tier }, { $credits }
choice-spend-at-most = Spend at most…
choice-spend-what-i-have = Spend at most { $credits }
choice-not-yet = Not yet
choice-rough-cut = Watch the rough cut
choice-rough-cut-making = The rough cut is coming
choice-cancel-render = Cancel
choice-keep-rendering = Go on rendering
choice-cancel-sure = Stop it
choice-status = How is it going?
choice-new-film = New film
choice-another-version = Another version
choice-subtitles = Subtitles
choice-contact-sheet = Contact sheet
choice-receipt = Receipt
choice-open-film = Open “{ $title }”
choice-delete-film = Delete “{ $title }”
choice-keep-film = Keep it
choice-delete-sure = Delete for good
choice-done = Done
choice-go-on-here = Go on
choice-never-mind = Leave it
choice-make-it = Make it { $length }

## Menus

menu-length = Length
menu-format = Format
menu-film-language = Language of the film
menu-language = Your language
menu-rewrite-scene = Rewrite a scene
menu-character = Change somebody
menu-voice = Voice
menu-texture = What the voice is like
menu-known = Somebody you know
menu-forget = Forget somebody
menu-shot = Look at one shot
menu-duration = How long
menu-size = How close
menu-move = Camera
menu-film = Open another film
