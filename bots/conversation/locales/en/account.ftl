# One's account: linking chats, credits, settings, terms.

platform-discord = Discord
platform-telegram = Telegram
platform-terminal = terminal
platform-web = browser

link-title = One account in both chats
link-how = Send me this code from the other chat within { $minutes } minutes: type *{ $code }* to me there, or use /link. Films, cast, credits and history become one.
link-careful = It works once. Show it to nobody: whoever types it shares your account.
link-over = That code has run out. /link gives another.
link-used = Linked. This chat and the other share one account now. If that was not you, open the settings and unlink the other at once.
link-linked = { $films ->
    [0] Linked: this chat and the other share one account now. { $credits } came along.
    [one] Linked: this chat and the other share one account now, with one film. { $credits } came along.
   *[other] Linked: this chat and the other share one account now, with { $films } films. { $credits } came along.
 }
link-linked-more = What you begin in one chat goes on in the other. Unlink in the settings whenever you like.
link-one-trial = A free trial is for one person: { $credits } of the second one went.
link-same = These chats share one account already.
link-wrong = I know no such code. It works once and for { $minutes } minutes; get a fresh one with /link in the other chat.
link-too-many = That were too many wrong codes. Nothing was linked; try again in an hour.
unlink-ask = { $named ->
    [none] Give your { $platform } account a start of its own?
   *[some] Give { $name } on { $platform } an account of its own?
 } It starts empty. All films, cast and credits stay with the account you leave.
unlinked = { $named ->
    [none] Your { $platform } account is on its own now.
   *[some] { $name } on { $platform } is on its own now.
 } Films, cast and credits stayed here.
unlinked-here = This chat has an account of its own now, and it starts empty. Films, cast and credits stayed with the account you left.
accounts-title = Chats of this account
accounts-one = Only this one so far. Link another to go on there.
accounts-leave = A chat that leaves starts with an empty account of its own. Films and credits stay here.
error-link-codes = { $most } codes in an hour is the most. The one you have still works; otherwise try again later.
error-link-busy = One of the two accounts is busy this very moment. Nothing was linked; type the code once more.
error-link-blocked = These accounts cannot be linked.
error-unlink-only = This is the only chat of this account, so it stays.
error-command = I do not know that command. Just tell me what you want.

settings-notify = Finished films: { $way }.
settings-plan = Plan: { $plan }.
settings-chats = Chats: { $chats }.
notify-here = I call you where the film was made
notify-everywhere = I call you in every chat of yours
notify-quiet = they come without a call
notify-set-here = From now on I call you where the film was made.
notify-set-everywhere = From now on finished films come to every chat of yours.
notify-set-quiet = From now on finished films come quietly.
adult-noted = Noted: you are of age. Go on where you were.

history-title = Your credits, newest first
history-none = Nothing has come or gone yet.
credits-granted-play = Play credits for a render; they cost nothing.
credits-granted-promo = A welcome gift.
credits-granted-subscription = Your plan’s credits for the month.
credits-granted-goodwill = Given by us, with thanks for your patience.
credits-granted-stripe = Bought by card.
credits-granted-stars = Bought with Stars.
credits-granted-discord = Bought on Discord.
credits-film = { $named ->
    [none] A film.
   *[some] The film “{ $title }”.
 }
credits-expired = Unused, and past their date.
credits-sent = Given to somebody, or to a pool.
credits-received = Received from somebody.
credits-clawed-back = A payment was taken back.
credits-debt-paid = Paid what was owed.
credits-goodwill = Given back for a film.

terms-title = The terms, in short
terms-ai = Everything here is made by AI and marked as such, in the file and in words. Mistakes happen; look before you share.
terms-yours = Your ideas and films are yours. You need the rights in what you bring along.
terms-content = No films of real people without their consent, none that sexualise minors, none that harass or deceive. Such films are refused.
terms-money = A render shows its price first. Only finished shots are charged, a failed shot costs nothing, and the rest returns by itself.
terms-refunds = Credits in packs never expire; those of a plan end when its next period does. To have a payment given back, ask through “{ choice-paysupport }”; its credits then leave your balance.
terms-data = Scripts, pictures and films are kept until you delete them. Accounting is kept as the law asks.
terms-people = You must be old enough for the chat you use. Some channels ask for 18.

files-ask = What would you like to take along of { $title }?

choice-link-new = Link another chat
choice-unlink = Unlink a chat
choice-stay-linked = Stay linked
choice-unlink-sure = Unlink it
choice-settings = Settings
choice-terms = Terms
choice-history = History
choice-newer = ◀ Newer
choice-older = Older ▶
choice-adult = I am 18 or older
menu-unlink = Let a chat go
menu-notify = When a film is finished
