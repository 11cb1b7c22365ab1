## Falas e o tempo delas, música que as pessoas trazem

animatic-tight = { $count ->
    [one] O plano { $shots } está um pouco curto para o que se diz nele: a fala continua no seguinte.
   *[other] Os planos { $shots } estão um pouco curtos para o que se diz neles: as falas continuam nos seguintes.
}
choice-give-time = { $count ->
    [one] Dar tempo a ele
   *[other] Dar tempo a eles
}

error-track-large = Esse arquivo passa de { $most } MB. Um MP3 da mesma música resolve.
error-track-length = Música de filme vai de { $least } segundos a { $most } minutos. Este arquivo não.
error-track-unread = Não consigo ouvir música nesse arquivo. MP3, M4A, WAV, FLAC e OGG funcionam.
error-track-silent = Não se ouve nada nesse arquivo.
error-track-gone = Sua música “{ $name }” não está mais no armazenamento. Mande de novo, ou volte para a minha.

upload-looking = Estou olhando “{ $name }”…
error-upload-gone = Esse arquivo não está mais aqui. Mande mais uma vez.
error-music-no-film = Música é de um filme, e ainda não temos nenhum aberto. Me conte uma ideia primeiro, ou abra um dos seus filmes.
track-offer = “{ $name }”, { $length }. Uso como música de *{ $title }*, no lugar da minha?
track-rights = Use só música que você pode usar. Ela é ajustada à duração do filme e abaixa quando alguém fala.
track-used = “{ $name }” é a música de *{ $title }*.
track-set = “{ $name }” agora é a música do filme. Você ouve no próximo animatic.
track-set-again = “{ $name }” agora é a música do filme. Estou remontando o filme com ela; nada é renderizado de novo, e nada é cobrado.
track-ours = O filme voltou a ter a minha música.
choice-use-track = Usar como música do filme
choice-our-music = Voltar para a sua música
film-recutting = Estou remontando; o novo filme toma o lugar deste em instantes.
choice-own-music = Minha própria música…
form-music = Traga sua própria música
bring-sound = Sua música
bring-sound-about = MP3, M4A, WAV, FLAC ou Ogg
ask-music = Me mande sua música como arquivo: MP3, M4A, WAV, FLAC ou Ogg.
track-send = Isso eram palavras. Me mande a música como arquivo: MP3, M4A, WAV, FLAC ou Ogg.

voice-offer = “{ $name }”, { $length }. É a música de *{ $title }* ou uma voz que diz alguma coisa dele?
voice-rights = Use só música que você pode usar, e só a sua própria voz ou a de quem concordou. A música se ajusta à duração do filme; a voz é cortada nas pausas e fica no volume das outras.
voice-narration = A narração inteira
voice-used = { $count ->
    [one] “{ $name }” é ouvida em uma fala deste filme.
   *[other] “{ $name }” é ouvida em { $count } falas deste filme.
}
voice-set = { $count ->
    [one] “{ $name }” agora diz essa fala, no lugar da minha voz. Você a ouve no próximo animatic; as legendas ficam.
   *[other] “{ $name }” agora diz essas { $count } falas, no lugar das minhas vozes. Você a ouve no próximo animatic; as legendas ficam.
}
voice-set-again = { $count ->
    [one] “{ $name }” agora diz essa fala, no lugar da minha voz. Estou montando o filme de novo com ela; nada é renderizado outra vez e nada é cobrado.
   *[other] “{ $name }” agora diz essas { $count } falas, no lugar das minhas vozes. Estou montando o filme de novo com ela; nada é renderizado outra vez e nada é cobrado.
}
voice-dropped = Minhas próprias vozes dizem essas falas de novo.
choice-voice-narration = É a narração inteira
choice-voice-line = Ela diz: “{ $text }”
choice-voice-drop = Tirar essa voz
menu-voice-of = É uma voz que diz…
error-voice-no-lines = Isso não é mais dito neste filme.
