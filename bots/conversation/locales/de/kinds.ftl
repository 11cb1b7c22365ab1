## Arten von Filmen

kind-film = einen Film
kind-short = einen Kurzen
kind-series = eine Serienfolge
kind-ad = einen Werbespot
kind-trailer = einen Trailer
kind-music-video = ein Musikvideo
menu-kind = Art
menu-kind-film = Film
menu-kind-short = Kurzer: schnell, mitten hinein
menu-kind-series = Serie: Rückblick, Geschichte, Ausblick
menu-kind-ad = Werbespot: Blickfang, Produkt, ein Aufruf
menu-kind-trailer = Trailer: die Frage, nicht die Antwort
menu-kind-music-video = Musikvideo: auf den Takt geschnitten
brief-hint-track = Schick mir dein Stück als Datei, und ich schneide auf seinen Takt. Ohne eins wechseln die Bilder zu Musik von mir.
error-kind = Diese Art von Film kenne ich nicht. Es gibt Filme, Kurze, Serien, Werbespots, Trailer und Musikvideos.
choice-next-episode = Nächste Folge
form-episode = Folge { $number }
ask-episode = Was geschieht in Folge { $number }? Ein Satz genügt; die Leute sind dieselben.
entry-episode = Was geschieht
