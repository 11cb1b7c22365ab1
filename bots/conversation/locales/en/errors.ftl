# What went wrong, what it means, what was or was not charged, and one thing to do.

error-unexpected = Something broke on my side. Nothing was lost and nothing was charged. Please try that once more.
error-unavailable = Something I need does not answer right now. Nothing was lost and nothing was charged; try again in a moment.
error-storage = There is no room, or the file store does not answer. Nothing was lost; I go on as soon as it is back.
error-disk-full = There is no room left on the disk. Nothing was lost and nothing was charged; I go on as soon as there is room.
error-setup-failed = This installation is not set up completely. Its operator has to mend that; nothing of yours was lost.
error-bad-input = That does not work as asked. Nothing changed.
error-edit-refused = This script does not allow that. Nothing changed.
error-forbidden = I cannot make a film of that: it breaks the rules on content. Nothing was kept. Tell me another way to tell it.
error-blocked = This account may not make films here.
error-not-yours = This film is somebody else’s. Begin your own with one sentence.
error-not-your-button = That button is for somebody else. Tell me an idea and you get your own.
error-no-such-film = I find no such film among yours.
error-no-film = There is no film yet. Tell me an idea first.
error-no-film-yet = There is no finished film yet.
error-no-file = That file does not exist yet.
error-not-your-receipt = Only who paid for a render sees its receipt.
error-not-enough-credits = That needs { $need } credits and you have { $have }. Nothing was charged.
error-credits-debt = { $owed } credits are owed from a payment that was taken back. Until they are paid nothing can be rendered.
error-credits-frozen = Your credits are frozen at the moment. Nothing was charged.
error-credits-over-limit = That is over your limit; { $left } credits are left. Nothing was charged.
error-credits-insufficient = There are not enough credits for that. Nothing was charged.
error-credits-same-wallet = Those are the same credits.
error-credits-nothing-left = There is nothing left to take back.
error-credits-over-capture = That is more than was charged.
error-credits-no-debt = Nothing is owed.
error-credits-amount = “{ $said }” is not an amount of credits. A number such as 40 is what I need.
error-idea-empty = I found no words in that. Tell me in one sentence what the film is about.
error-idea-long = That idea is too long for me; { $most } characters are the most. What is its heart, in a few sentences?
error-length = { $short ->
    [yes] A story needs at least { $least }; { $asked } is too short for a film. Shall I make it { $least }?
   *[no] A film runs { $most } at most; { $asked } is more than that. Shall I make it { $most }?
 }
error-length-unread = “{ $said }” is no length I understand. Say it like “90 seconds” or “2 minutes”.
error-format = I do not know that format. There are widescreen, vertical and square.
error-films-per-day = That makes { $most } films today, which is the most. Tomorrow we go on; the films you have stay open.
error-writes-per-day = That is a lot of writing for one day. Tomorrow we go on; nothing is lost.
error-said-long = That is too long for one message; { $most } characters are the most. Tell me in parts.
error-text-long = That has { $have } characters; { $most } are the most here. Nothing changed.
error-nobody-known = I know nobody like that from your films.
error-voices = I cannot let you hear the voices just now.
error-empty = There was nothing in that. Nothing changed.
error-too-much-waiting = { $most } wishes are waiting already. Let me finish those first.
error-button-gone = That button is out of date.
error-rendering = This film is being rendered. Cancel that first, then delete it.
error-film-failed = The shots are there but the film could not be put together.
error-render-failed = Not one shot could be rendered.
error-tier-not-offered = Nothing here renders that at the moment.
error-writing-failed = I wrote, but nothing that I would show you. Nothing was charged. Try again, or put the idea differently.
error-writing-refused = The writing service would not write that. Nothing was charged. Put the idea differently, and I try again.
error-language-not-written = I cannot write in { $language } here. English works.

declined-not-offered = Nothing here renders { $tier } at the moment. Nothing was charged.
declined-paused = Rendering is paused by the people who run this house. Your film stays as it is and nothing was charged; try again later.
declined-plan = Your plan does not include { $tier }. Nothing was charged.
declined-films-at-once = { $most ->
    [one] One film at a time is what your plan renders, and one is being rendered. Nothing was charged; come back to this when it is done.
   *[other] { $most } films at a time are what your plan renders, and so many are being rendered. Nothing was charged; come back to this when one is done.
 }
declined-rendering = This film is being rendered already.
declined-price-changed = The price has changed since you saw it: { $total } credits instead of { $agreed }. Nothing was charged; look at it again.
declined-insufficient = That needs { $total } credits and you have { $free }. Nothing was charged.
declined-debt = { $debt } credits are owed from a payment that was taken back. Until they are paid nothing can be rendered.
declined-frozen = Your credits are frozen at the moment. Nothing was charged.

talk-not-understood = I did not understand that, so I changed nothing.

edit-refused-no-script = There is no script yet. Choose a logline first.
edit-refused-nothing-to-undo = This is the first version; there is nothing to take back.
edit-refused-last-shot = A film keeps at least one shot, so this one stays.
edit-refused-last-scene = A film keeps at least one scene, so this one stays.
edit-refused-no-such-shot = { $known ->
    [number] There is no shot { $asked } in this version.
   *[other] There is no such shot in this version.
 }
edit-refused-no-such-scene = { $known ->
    [number] There is no scene { $asked } in this version.
   *[other] There is no such scene in this version.
 }
edit-refused-no-such-character = Nobody of that name is in this film.
edit-refused-name = That does not work as a name. Letters and spaces do.
edit-refused-name-taken = Somebody is called { $name } already. Two of one name would confuse everybody.
edit-refused-duration = A shot lasts from { $least } to { $most } seconds.
edit-refused-too-much-said = Saying that takes { $needs } seconds, and a shot lasts { $most } at most. Split it into two shots.
edit-refused-speaks = { $name } is heard in this shot and so cannot leave it. Change the lines first.
edit-refused-too-short-to-split = A shot must last at least { $least } seconds to become two.
edit-refused-at-edge = It is at the very edge of the film already.
edit-refused-film-too-long = The film would run longer than an hour, which is the most.
edit-refused-text-too-long = A text would grow too long by that.
