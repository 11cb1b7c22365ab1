## Las frases y su tiempo, la música que trae la gente

animatic-tight = { $count ->
    [one] El plano { $shots } es algo corto para lo que se dice en él: la frase se mete en el siguiente.
   *[other] Los planos { $shots } son algo cortos para lo que se dice en ellos: las frases se meten en los siguientes.
}
choice-give-time = { $count ->
    [one] Darle ese tiempo
   *[other] Darles ese tiempo
}

error-track-large = Ese archivo pasa de { $most } MB. Bastaría un MP3 de la misma música.
error-track-length = La música de una película dura entre { $least } segundos y { $most } minutos. Este archivo, no.
error-track-unread = En ese archivo no oigo música. Sirven MP3, M4A, WAV, FLAC y OGG.
error-track-silent = En ese archivo no se oye nada.
error-track-gone = Tu música «{ $name }» ya no está guardada. Mándala otra vez, o vuelve a la mía.

upload-looking = Estoy mirando «{ $name }»…
error-upload-gone = Ese archivo ya no está aquí. Mándalo otra vez.
error-music-no-film = La música va con una película, y aún no tenemos ninguna abierta. Cuéntame primero una idea, o abre una de tus películas.
track-offer = «{ $name }», { $length }. ¿Que sea la música de *{ $title }*, en lugar de la mía?
track-rights = Usa solo música que puedas usar. Se ajusta a la duración de la película y baja donde alguien habla.
track-used = «{ $name }» es la música de *{ $title }*.
track-set = «{ $name }» es ahora la música de la película. La oirás en la próxima animática.
track-set-again = «{ $name }» es ahora la música de la película. La vuelvo a montar con ella; nada se renderiza otra vez y nada se cobra.
track-ours = La película vuelve a tener mi música.
choice-use-track = Usarla como música
choice-our-music = Volver a tu música
film-recutting = La estoy montando de nuevo; enseguida la nueva ocupa el lugar de esta.
choice-own-music = Mi propia música…
form-music = Trae tu propia música
bring-sound = Tu música
bring-sound-about = MP3, M4A, WAV, FLAC u Ogg
ask-music = Envíame tu música como archivo: MP3, M4A, WAV, FLAC u Ogg.
track-send = Eso eran palabras. Envíame la música como archivo: MP3, M4A, WAV, FLAC u Ogg.

voice-offer = «{ $name }», { $length }. ¿Es la música de *{ $title }* o una voz que dice algo de ella?
voice-rights = Usa solo música que puedas usar, y solo tu propia voz o una cuyo dueño esté de acuerdo. La música se ajusta a la duración de la película; la voz se corta en sus pausas y suena tan fuerte como las demás.
voice-narration = Toda la narración
voice-used = { $count ->
    [one] «{ $name }» se oye en una línea de esta película.
   *[other] «{ $name }» se oye en { $count } líneas de esta película.
}
voice-set = { $count ->
    [one] «{ $name }» dice ahora esa línea, en lugar de mi voz. La oirás en el próximo animatic; los subtítulos se quedan.
   *[other] «{ $name }» dice ahora esas { $count } líneas, en lugar de mis voces. La oirás en el próximo animatic; los subtítulos se quedan.
}
voice-set-again = { $count ->
    [one] «{ $name }» dice ahora esa línea, en lugar de mi voz. Vuelvo a montar la película con ella; nada se renderiza de nuevo y nada se cobra.
   *[other] «{ $name }» dice ahora esas { $count } líneas, en lugar de mis voces. Vuelvo a montar la película con ella; nada se renderiza de nuevo y nada se cobra.
}
voice-dropped = Mis propias voces vuelven a decir esas líneas.
choice-voice-narration = Es toda la narración
choice-voice-line = Dice: «{ $text }»
choice-voice-drop = Quitar esa voz
menu-voice-of = Es una voz que dice…
error-voice-no-lines = Eso ya no se dice en esta película.
