# Rendering channels: their rules, their queue, their pool.

error-studio-admins = In this channel only admins begin films. Your idea is welcome in a private chat with me.
error-studio-roles = { $count ->
    [one] Films here are begun by members with the role { $roles }. Your idea is welcome in a private chat with me.
   *[other] Films here are begun by members with one of these roles: { $roles }. Your idea is welcome in a private chat with me.
 }
error-studio-age = This channel is for adults. Say once that you are 18 or older, and it is open to you.
error-studio-length = Films in this channel run { $most } at most. Choose a shorter one, or make it in a private chat with me.
error-studio-not-admin = Only who manages this place can change that.
error-studio-where = That works in a channel or a group, not in a private chat and not inside a thread.
error-studio-none = This is no rendering channel yet. Somebody who manages it can make it one with /studio setup.
error-pool-nothing = The pool of this place pays nothing for you at the moment. Nothing was charged.
error-give-short = You have { $have } credits that can be given away; trial and promotional ones stay yours.
declined-over-limit = That is more than your share of the pool: { $left } credits of it are left for you. Nothing was charged.
declined-pool-insufficient = The pool has { $free } credits and that needs { $total }. Nothing was charged.
declined-channel-full = { $most ->
    [one] This channel renders one film at a time, and one is being rendered. Nothing was charged; come back to this when it is done.
   *[other] This channel renders { $most } films at a time, and so many are being rendered. Nothing was charged; come back to this when one is done.
 }
declined-channel-tier = This channel does not render { $tier }. Nothing was charged; the other tiers are open.
declined-channel-length = Films in this channel run { $most } at most. Nothing was charged; make it shorter first.

studio-title = The rules of { $name }
studio-makers = Films are begun by { $makers }.
studio-length = The longest film: { $length }. Tiers: { $tiers }.
studio-at-once = { $count ->
    [0] As many films as come are rendered together.
    [one] One film is rendered at a time.
   *[other] { $count } films are rendered at a time.
 }
studio-allowance = { $some ->
    [yes] The pool pays up to { $credits } { $period } for each member.
   *[no] The pool pays nothing; everybody renders with their own credits.
 }
studio-adults = For adults: everybody says once that they are 18 or older.
studio-all-ages = For all ages.
studio-announces = Finished films are announced here.
studio-quiet = Finished films stay in their threads.
studio-roles-how = Roles that may begin films are named with /studio setup; naming one again takes it away.
studio-board-anew = Here is the queue board again. Pin it if I may not.
studio-closed = This is an ordinary channel again. Films that were made here stay.
makers-everybody = everybody
makers-admins = admins only
makers-roles = these roles: { $roles }
tiers-all = all
tiers-draft = draft only
tiers-standard = up to standard
at-once = { $count ->
    [0] as many as come
    [one] one at a time
   *[other] { $count } at a time
 }
period-day = a day
period-week = a week
period-month = a month
this-day = today
this-week = this week
this-month = this month
allowance-entry = { $credits } { $period }
allowance-period = The same amount, { $period }

queue-title = { $count ->
    [0] Nothing is being rendered
    [one] One film is being rendered
   *[other] { $count } films are being rendered
 }
queue-empty = The next film here could be yours: begin one with an idea.
queue-closed = This queue is closed.
queue-waits = number { $place } in the queue
queue-runs = { $done }/{ $total } shots
queue-more = { $count ->
    [one] and one more
   *[other] and { $count } more
 }
queue-rules = Films up to { $length }, { $most }.
queue-mine = Your renders
queue-mine-none = None of your films is being rendered.
premiere-here = A new film is here.
premiere-by = By { $names }.
premiere-gone = This film was taken away.

pool-title = The pool of { $name }
pool-this = this place
pool-has = It has { $free }.
pool-mine = You spent { $spent } of it { $period }; { $left } are left for you.
pool-pays-nothing = It pays for nobody yet: who manages this place sets a share for each member with /studio setup.
pool-how = Anybody may give to it. What a render does not use returns to it. Managing this place gives no right to spend.
pool-who = who
pool-spent = spent { $period }
pool-may = may spend
give-ask = Give { $credits } to the pool of { $pool }? A gift does not come back.
given = Thank you: { $credits } are in the pool now.
allowed = { $own ->
    [yes] { $name } may spend up to { $credits } of the pool from now on.
   *[no] { $name } has the same share of the pool as everybody again.
 }
ask-give = How many credits shall go to the pool?
form-give = Give to the pool
entry-give = Credits
ask-allow = How many credits of the pool may { $name } spend in a period? 0 is the share of everybody. Now it is:
form-allow = The share of { $name }
entry-allow = Credits, 0 for the usual share
quote-pool = The pool can pay up to { $have } for this.
quote-short-here = The recommended tier needs { $need }. The animatic stays yours, free.

choice-tier-pool = { $tier }, { $credits } from the pool
choice-see-pool = The pool
choice-adults-only = For adults only
choice-all-ages = Open to all ages
choice-announce = Announce films
choice-announce-not = Do not announce
choice-board-anew = Queue board again
choice-close-studio = Close the channel
choice-give-some = Give credits…
choice-give = Give { $credits }
menu-makers = Who begins films
menu-longest = Longest film
menu-tiers = Tiers
menu-at-once = Films at a time
menu-allowance = What the pool pays
menu-member = Set a member’s share
