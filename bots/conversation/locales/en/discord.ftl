# What is said in Discord alone: its commands, and where things go on.

## Commands: names are lower case, without spaces, at most 32 characters; descriptions at most 100

command-film = film
command-film-about = Make films
command-new = new
command-new-about = Begin a film from an idea
command-open = open
command-open-about = Go on with one of your films
command-list = list
command-list-about = Your films and where each stands
command-status = status
command-status-about = Where a film stands
command-script = script
command-script-about = Show a film's script
command-board = board
command-board-about = Show a film's storyboard
command-render = render
command-render-about = What rendering a film costs, before you spend anything
command-cancel = cancel
command-cancel-about = Stop a render; what is done is kept
command-export = export
command-export-about = A film's files to take along
command-delete = delete
command-delete-about = Delete a film
command-undo = undo
command-undo-about = Take back the last change
command-cast = cast
command-cast-about = The people you know from your films
command-credits = credits
command-credits-about = Your credits
command-balance = balance
command-history = history
command-buy = buy
command-plans = plans
command-code = code
command-invite = invite
command-leave = leave
command-setup = setup
command-pool = pool
command-credits-balance-about = What you have to spend
command-credits-history-about = What came in, and what it was spent on
command-credits-buy-about = Buy credits
command-credits-plans-about = Plans with credits every month
command-credits-code-about = Use a code you were given
command-credits-help-about = Questions about a payment
command-crew-list-about = Who works on a film with you
command-crew-invite-about = Invite somebody to work on a film with you
command-crew-history-about = Who changed what in a film
command-crew-leave-about = Stop working on somebody else's film
command-crew-join-about = Join a film you were invited to
command-crew = crew
command-crew-about = Make a film together
command-join = join
command-queue = queue
command-queue-about = What is being rendered, and whose turn is next
command-link = link
command-link-about = Be the same person here and in Telegram
command-unlink = unlink
command-unlink-about = Be separate persons here and in Telegram again
command-terms = terms
command-terms-about = Terms, privacy and what AI does here
command-studio = studio
command-studio-about = This server's studio
command-studio-setup-about = Where films are made here, who may begin them, and how long they may be
command-studio-pool-about = The server's credits, what members may spend, and who spent what
command-studio-queue-about = Every film in this server that is being made
command-settings = settings
command-settings-about = Your language and settings
command-help = help
command-help-about = What we can do here

option-idea = idea
option-idea-about = What is it about? One sentence is enough
option-length = length
option-length-about = How long it shall be
option-format = format
option-format-about = Where it will be watched
option-language = language
option-language-about = The language that is spoken in it
option-film = film
option-film-about = Which film
option-kind = kind
option-kind-about = What kind of film
option-role = role
option-role-about = Members with this role may begin films here; choose it again to take that back
option-code = code
option-code-about = The code you got
option-file = file
option-file-about = A story or screenplay to begin from: .txt, .fountain or .fdx

## Threads

discord-thread-name = A film by { $name }
discord-thread-opener = A film by { $name } begins here.
discord-thread-here = Your film has a thread of its own.
discord-thread-go = Go to the thread
discord-dm-here = I am a guest here, so your film goes on in our direct messages.
discord-dm-go = Go to the messages
discord-dm-closed = I cannot write to you. Allow direct messages from me in your privacy settings, then ask again; nothing is lost.
discord-reply-hint = Reply to this message to tell me.

## Files

discord-upload-kind = I can read stories (.txt, .fountain, .fdx), use pictures (JPEG, PNG, WebP) and play music (MP3, M4A, WAV, FLAC, Ogg). That kind of file I cannot use.
discord-upload-large = That file is too large: { $most } MB at most.
discord-upload-lost = Discord did not hand me that file. Please send it once more.

## Channels and members

command-give = give
command-credits-give-about = Give credits to this server’s pool
command-allow = allow
command-studio-allow-about = What one member may spend of the server’s pool
option-scene = scene
option-scene-about = Which scene: a number or a place
option-who = who
option-who-about = Which person of the film that is open here
option-part = as
option-part-about = What they may do: watch, write or direct
option-channel = channel
option-channel-about = Make a new channel of this name for it
option-hidden = hidden
option-hidden-about = Only this role, you and the admins see the new channel
option-member = member
option-member-about = Whom
option-amount = amount
option-amount-about = How many credits

discord-channel-here = The channel is ready, its queue board is in it. Its rules are below; only you see them.
discord-channel-go = Go to the channel
discord-channel-forbidden = I may not make channels here. Give me the permission Manage Channels, or make the channel yourself and use this command in it. Nothing was changed.
discord-channel-full = This server has as many channels as Discord allows. Use this command in one that is there, or delete one first.
discord-channel-name = Discord takes no channel called “{ $name }”. Letters, numbers and hyphens work.
discord-channel-there = There is a channel #{ $name } already, and who sees it is yours to decide. Leave out “hidden”, or choose another name.
discord-channel-hidden = “hidden” is about a new channel: say with “channel” what it shall be called.
discord-member-bot = A bot makes no films. Choose a person.
discord-left-server = You are no longer in { $name }, where this belongs, so I changed nothing. Your films go on in any chat: /film list.
discord-away = Discord does not answer me right now. Nothing was changed; try again in a moment.
