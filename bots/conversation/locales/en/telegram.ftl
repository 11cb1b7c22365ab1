# What only Telegram says: the commands' list, hints about private chats, what stands beside files.

telegram-command-start = Begin, or see where things stand
telegram-command-new = Make a film: /new and your idea
telegram-command-films = Your films
telegram-command-film = The film you are at, or the one with a number
telegram-command-cast = People you know from your films
telegram-command-credits = What you have and can spend
telegram-command-queue = What is being rendered
telegram-command-studio = Rules, queue board and pool of this group
telegram-command-settings = Language and other settings
telegram-command-link = Use your account from another chat here
telegram-command-help = How this works
telegram-command-terms = Terms, in short
telegram-command-paysupport = Help with payments
telegram-command-cancel = Stop what is being rendered

telegram-description =
    Tell me an idea and I make a film of it with you: script, cast, storyboard, a free moving storyboard with sound, then the film.

    Everything up to the render is free. Films made here are made with AI and marked as such.
telegram-description-short = Tell me an idea, get a film. Made with AI, step by step, with you.

telegram-group-welcome = Here films are made together. Begin one with /new and your idea; each film gets its own { $forum ->
    [yes] topic
   *[no] thread of replies
 }. I hear commands and replies to my messages, nothing else.
telegram-goes-on = { $title }: it goes on in its own topic.
telegram-see-topic = To the film
telegram-anonymous = I cannot tell who you are while you write as the group. Write as yourself, and I begin.
telegram-file-large = That file is larger than Telegram lets me fetch; { $most } MB are the most.
telegram-file-lost = I could not fetch that file. Send it once more, please.
telegram-menu-changed = That menu has changed. This is how it stands now.
telegram-reply-here = Answer by replying to this message: in a group I hear nothing else.
telegram-back = Back
telegram-more = More
telegram-open = Open our chat
telegram-open-private = That is for you alone. Open a chat with me, then I can tell you there.
telegram-answer-private = I answer that in private.
telegram-link = { $what ->
    [video] Watch the whole film
   *[other] Download it
 }

# An invoice in Stars: its title (at most 32 letters) and what it is for.
invoice-pack = { $credits } credits
invoice-plan = { $plan }: { $credits } credits
invoice-pack-about = Films in this chat. Bought credits never expire.
invoice-plan-about = Every 30 days. Can be ended at any time, here in the chat.
