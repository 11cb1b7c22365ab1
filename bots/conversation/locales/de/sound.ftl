## Sätze und ihre Zeit, mitgebrachte Musik

animatic-tight = { $count ->
    [one] Einstellung { $shots } ist ein wenig kurz für das, was in ihr gesagt wird: Der Satz läuft in die nächste hinein.
   *[other] Die Einstellungen { $shots } sind ein wenig kurz für das, was in ihnen gesagt wird: Die Sätze laufen in die nächsten hinein.
}
choice-give-time = { $count ->
    [one] Ihr die Zeit geben
   *[other] Ihnen die Zeit geben
}

error-track-large = Die Datei ist größer als { $most } MB. Dieselbe Musik als MP3 genügt.
error-track-length = Musik für einen Film dauert zwischen { $least } Sekunden und { $most } Minuten. Diese Datei nicht.
error-track-unread = In dieser Datei höre ich keine Musik. MP3, M4A, WAV, FLAC und OGG gehen.
error-track-silent = In dieser Datei ist nichts zu hören.
error-track-gone = Deine Musik „{ $name }“ liegt nicht mehr im Speicher. Schick sie noch einmal, oder nimm wieder meine.

upload-looking = Ich sehe mir „{ $name }“ an …
error-upload-gone = Diese Datei ist nicht mehr da. Schick sie noch einmal.
error-music-no-film = Musik gehört zu einem Film, und wir haben noch keinen offen. Erzähl mir erst eine Idee, oder öffne einen deiner Filme.
track-offer = „{ $name }“, { $length }. Soll das die Musik von *{ $title }* sein, statt meiner?
track-rights = Nimm nur Musik, die du verwenden darfst. Sie wird an die Filmlänge angepasst und tritt zurück, wo jemand spricht.
track-used = „{ $name }“ ist die Musik von *{ $title }*.
track-set = „{ $name }“ ist jetzt die Musik des Films. Du hörst sie im nächsten Animatic.
track-set-again = „{ $name }“ ist jetzt die Musik des Films. Ich schneide ihn damit neu; nichts wird noch einmal gerendert, und nichts wird berechnet.
track-ours = Der Film hat wieder meine Musik.
choice-use-track = Als Filmmusik nehmen
choice-our-music = Wieder deine Musik
film-recutting = Ich schneide ihn neu; gleich tritt der neue Film an die Stelle von diesem.
choice-own-music = Eigene Musik…
form-music = Bring deine eigene Musik
bring-sound = Deine Musik
bring-sound-about = MP3, M4A, WAV, FLAC oder Ogg
ask-music = Schick mir deine Musik als Datei: MP3, M4A, WAV, FLAC oder Ogg.
track-send = Das waren Worte. Schick mir die Musik als Datei: MP3, M4A, WAV, FLAC oder Ogg.

voice-offer = „{ $name }“, { $length }. Ist das die Musik von *{ $title }* oder eine Stimme, die etwas davon spricht?
voice-rights = Nimm nur Musik, die du verwenden darfst, und nur deine eigene Stimme oder eine, deren Besitzer zugestimmt hat. Musik wird auf die Länge des Films gebracht; eine Stimme wird an ihren Pausen geschnitten und so laut gemacht wie die anderen.
voice-narration = Die ganze Erzählung
voice-used = { $count ->
    [one] „{ $name }“ ist in einer Zeile dieses Films zu hören.
   *[other] „{ $name }“ ist in { $count } Zeilen dieses Films zu hören.
}
voice-set = { $count ->
    [one] „{ $name }“ spricht jetzt diese Zeile, anstelle meiner Stimme. Du hörst es im nächsten Animatic; die Untertitel bleiben.
   *[other] „{ $name }“ spricht jetzt diese { $count } Zeilen, anstelle meiner Stimmen. Du hörst es im nächsten Animatic; die Untertitel bleiben.
}
voice-set-again = { $count ->
    [one] „{ $name }“ spricht jetzt diese Zeile, anstelle meiner Stimme. Ich schneide den Film damit neu; nichts wird noch einmal gerendert und nichts berechnet.
   *[other] „{ $name }“ spricht jetzt diese { $count } Zeilen, anstelle meiner Stimmen. Ich schneide den Film damit neu; nichts wird noch einmal gerendert und nichts berechnet.
}
voice-dropped = Meine eigenen Stimmen sprechen diese Zeilen wieder.
choice-voice-narration = Es ist die ganze Erzählung
choice-voice-line = Es heißt: „{ $text }“
choice-voice-drop = Diese Stimme herausnehmen
menu-voice-of = Es ist eine Stimme, die sagt…
error-voice-no-lines = Das wird in diesem Film nicht mehr gesagt.
