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
bring-music = Ta musique
bring-music-about = MP3, M4A, WAV, FLAC ou Ogg
ask-music = Envoie-moi ta musique en fichier : MP3, M4A, WAV, FLAC ou Ogg.
track-send = C’étaient des mots. Envoie-moi la musique en fichier : MP3, M4A, WAV, FLAC ou Ogg.
