## Les répliques et leur durée, la musique que l’on apporte

animatic-tight = { $count ->
    [one] Le plan { $shots } est un peu court pour ce qui s’y dit : la réplique déborde sur le suivant.
   *[other] Les plans { $shots } sont un peu courts pour ce qui s’y dit : les répliques débordent sur les suivants.
}
choice-give-time = { $count ->
    [one] Lui laisser le temps
   *[other] Leur laisser le temps
}

error-track-large = Ce fichier dépasse { $most } Mo. Un MP3 de la même musique ferait l’affaire.
error-track-length = La musique d’un film dure de { $least } secondes à { $most } minutes. Pas ce fichier.
error-track-unread = Je n’entends pas de musique dans ce fichier. MP3, M4A, WAV, FLAC et OGG conviennent.
error-track-silent = On n’entend rien dans ce fichier.
error-track-gone = Ta musique « { $name } » n’est plus dans le stockage. Renvoie-la, ou reprends la mienne.

upload-looking = J’examine « { $name } »…
error-upload-gone = Ce fichier n’est plus là. Envoie-le encore une fois.
error-music-no-film = Une musique va avec un film, et aucun n’est ouvert. Donne-moi d’abord une idée, ou ouvre un de tes films.
track-offer = « { $name } », { $length }. J’en fais la musique de *{ $title }*, à la place de la mienne ?
track-rights = N’utilise que de la musique dont tu as les droits. Elle est ajustée à la durée du film et s’efface quand quelqu’un parle.
track-used = « { $name } » est la musique de *{ $title }*.
track-set = « { $name } » est maintenant la musique du film. Tu l’entendras dans la prochaine animatique.
track-set-again = « { $name } » est maintenant la musique du film. Je le remonte avec elle ; aucun nouveau rendu, et rien n’est débité.
track-ours = Le film a retrouvé ma musique.
choice-use-track = En faire la musique du film
choice-our-music = Revenir à ta musique
film-recutting = Je le remonte ; le nouveau film prend la place de celui-ci dans un instant.
choice-own-music = Ma propre musique…
form-music = Apporte ta propre musique
bring-sound = Ta musique
bring-sound-about = MP3, M4A, WAV, FLAC ou Ogg
ask-music = Envoie-moi ta musique en fichier : MP3, M4A, WAV, FLAC ou Ogg.
track-send = C’étaient des mots. Envoie-moi la musique en fichier : MP3, M4A, WAV, FLAC ou Ogg.

voice-offer = « { $name } », { $length }. Est-ce la musique de *{ $title }*, ou une voix qui en dit une partie ?
voice-rights = N’utilise que de la musique dont tu as le droit, et que ta propre voix ou celle de quelqu’un qui est d’accord. La musique est ajustée à la durée du film ; une voix est coupée à ses pauses et mise au niveau des autres.
voice-narration = Toute la narration
voice-used = { $count ->
    [one] « { $name } » s’entend dans une réplique de ce film.
   *[other] « { $name } » s’entend dans { $count } répliques de ce film.
}
voice-set = { $count ->
    [one] « { $name } » dit maintenant cette réplique, à la place de ma voix. Tu l’entendras dans la prochaine animatique ; les sous-titres restent.
   *[other] « { $name } » dit maintenant ces { $count } répliques, à la place de mes voix. Tu l’entendras dans la prochaine animatique ; les sous-titres restent.
}
voice-set-again = { $count ->
    [one] « { $name } » dit maintenant cette réplique, à la place de ma voix. Je remonte le film avec elle ; rien n’est rendu de nouveau, rien n’est facturé.
   *[other] « { $name } » dit maintenant ces { $count } répliques, à la place de mes voix. Je remonte le film avec elle ; rien n’est rendu de nouveau, rien n’est facturé.
}
voice-dropped = Mes propres voix disent de nouveau ces répliques.
choice-voice-narration = C’est toute la narration
choice-voice-line = Elle dit : « { $text } »
choice-voice-drop = Retirer cette voix
menu-voice-of = C’est une voix qui dit…
error-voice-no-lines = Cela ne se dit plus dans ce film.
