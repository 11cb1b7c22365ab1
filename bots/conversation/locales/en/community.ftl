# Rendering channels: their rules, their queue, their pool.

error-studio-admins = In this channel only admins begin films. Your idea is welcome in a private chat with me.
error-studio-roles = { $count ->
    [one] Films here are begun by members with the role { $roles }. Your idea is welcome in a private chat with me.
   *[other] Films here are begun by members with one of these roles: { $roles }. Your idea is welcome in a private chat with me.
 }
error-studio-age = This channel is for adults. Say once that you are 18 or older, and it is open to you.
error-studio-length = Films in this channel run { $most } at most. Choose a shorter one, or make it in a private chat with me.
