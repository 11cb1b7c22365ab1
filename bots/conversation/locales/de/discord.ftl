# Was nur auf Discord gesagt wird: die Befehle, und wo es weitergeht.

## Befehle

command-film = film
command-film-about = Filme machen
command-new = neu
command-new-about = Einen Film aus einer Idee beginnen
command-open = öffnen
command-open-about = Mit einem deiner Filme weitermachen
command-list = liste
command-list-about = Deine Filme und wo jeder steht
command-status = stand
command-status-about = Wo ein Film steht
command-script = drehbuch
command-script-about = Das Drehbuch eines Films zeigen
command-board = storyboard
command-board-about = Das Storyboard eines Films zeigen
command-render = rendern
command-render-about = Was das Rendern eines Films kostet, bevor du etwas ausgibst
command-cancel = abbrechen
command-cancel-about = Ein Rendern anhalten; was fertig ist, bleibt
command-export = export
command-export-about = Die Dateien eines Films zum Mitnehmen
command-delete = löschen
command-delete-about = Einen Film löschen
command-undo = rückgängig
command-undo-about = Die letzte Änderung zurücknehmen
command-cast = besetzung
command-cast-about = Die Leute, die du aus deinen Filmen kennst
command-credits = credits
command-credits-about = Deine Credits
command-balance = guthaben
command-history = verlauf
command-buy = kaufen
command-plans = tarife
command-code = code
command-invite = einladen
command-leave = verlassen
command-setup = einrichten
command-pool = pool
command-credits-balance-about = Was du ausgeben kannst
command-credits-history-about = Was hereinkam und wofür es ausgegeben wurde
command-credits-buy-about = Credits kaufen
command-credits-plans-about = Tarife mit Credits jeden Monat
command-credits-code-about = Einen Code einlösen, den du bekommen hast
command-credits-help-about = Fragen zu einer Zahlung
command-crew-list-about = Wer mit dir an einem Film arbeitet
command-crew-invite-about = Jemanden einladen, mit dir an einem Film zu arbeiten
command-crew-history-about = Wer was an einem Film geändert hat
command-crew-leave-about = Nicht mehr am Film von jemand anderem arbeiten
command-crew-join-about = Zu einem Film kommen, zu dem du eingeladen bist
command-crew = crew
command-crew-about = Gemeinsam einen Film machen
command-join = beitreten
command-queue = schlange
command-queue-about = Was gerendert wird und wer als Nächstes dran ist
command-link = verbinden
command-link-about = Hier und auf Telegram dieselbe Person sein
command-unlink = trennen
command-unlink-about = Hier und auf Telegram wieder getrennt sein
command-terms = bedingungen
command-terms-about = Bedingungen, Datenschutz und was KI hier tut
command-studio = studio
command-studio-about = Das Studio dieses Servers
command-studio-setup-about = Wo hier Filme entstehen, wer sie beginnen darf und wie lang sie sein dürfen
command-studio-pool-about = Die Credits des Servers, was Mitglieder ausgeben dürfen und wer was ausgab
command-studio-queue-about = Jeder Film, der auf diesem Server gerade entsteht
command-settings = einstellungen
command-settings-about = Deine Sprache und Einstellungen
command-help = hilfe
command-help-about = Was wir hier machen können

option-idea = idee
option-idea-about = Wovon handelt er? Ein Satz genügt
option-length = länge
option-length-about = Wie lang er sein soll
option-format = format
option-format-about = Wo man ihn sehen wird
option-language = sprache
option-language-about = Die Sprache, die darin gesprochen wird
option-film = film
option-film-about = Welcher Film
option-kind = art
option-kind-about = Welche Art von Film
option-role = rolle
option-role-about = Mitglieder mit dieser Rolle dürfen hier Filme beginnen; noch einmal gewählt, fällt sie weg
option-code = code
option-code-about = Der Code, den du bekommen hast
option-file = datei
option-file-about = Eine Geschichte oder ein Drehbuch zum Anfangen: .txt, .fountain oder .fdx

## Threads

discord-thread-name = Ein Film von { $name }
discord-thread-opener = Hier beginnt ein Film von { $name }.
discord-thread-here = Dein Film hat einen eigenen Thread.
discord-thread-go = Zum Thread
discord-dm-here = Ich bin hier nur zu Gast, also geht dein Film in unseren Direktnachrichten weiter.
discord-dm-go = Zu den Nachrichten
discord-dm-closed = Ich kann dir nicht schreiben. Erlaube Direktnachrichten von mir in deinen Privatsphäre-Einstellungen und frag dann noch einmal; nichts ist verloren.
discord-reply-hint = Antworte auf diese Nachricht, um es mir zu sagen.

## Dateien

discord-upload-kind = Ich lese Geschichten (.txt, .fountain, .fdx), verwende Bilder (JPEG, PNG, WebP) und spiele Musik (MP3, M4A, WAV, FLAC, Ogg). Diese Art Datei hilft mir nicht.
discord-upload-large = Diese Datei ist zu groß: höchstens { $most } MB.
discord-upload-lost = Discord hat mir diese Datei nicht gegeben. Schick sie bitte noch einmal.

## Channels and members

command-give = geben
command-credits-give-about = Credits in den Pool dieses Servers geben
command-allow = erlauben
command-studio-allow-about = Was ein Mitglied aus dem Pool des Servers ausgeben darf
option-scene = szene
option-scene-about = Welche Szene: eine Nummer oder ein Ort
option-who = wer
option-who-about = Welche Figur des Films, der hier offen ist
option-part = als
option-part-about = Was die Person darf: zusehen, schreiben oder Regie führen
option-channel = kanal
option-channel-about = Dafür einen neuen Kanal mit diesem Namen anlegen
option-hidden = verborgen
option-hidden-about = Nur diese Rolle, du und die Admins sehen den neuen Kanal
option-member = mitglied
option-member-about = Wen
option-amount = betrag
option-amount-about = Wie viele Credits

discord-channel-here = Der Kanal ist fertig, seine Warteschlange hängt darin. Seine Regeln stehen unten; nur du siehst sie.
discord-channel-go = Zum Kanal
discord-channel-forbidden = Ich darf hier keine Kanäle anlegen. Gib mir das Recht „Kanäle verwalten“ oder lege den Kanal selbst an und nutze diesen Befehl darin. Nichts wurde geändert.
discord-channel-full = Dieser Server hat so viele Kanäle, wie Discord erlaubt. Nutze diesen Befehl in einem vorhandenen oder lösche vorher einen.
discord-channel-name = Discord nimmt keinen Kanal namens „{ $name }“. Buchstaben, Ziffern und Bindestriche gehen.
discord-channel-there = Einen Kanal #{ $name } gibt es schon, und wer ihn sieht, bestimmst du. Lass „verborgen“ weg oder wähle einen anderen Namen.
discord-channel-hidden = „verborgen“ gilt für einen neuen Kanal: Sag mit „kanal“, wie er heißen soll.
discord-member-bot = Ein Bot macht keine Filme. Wähle einen Menschen.
discord-left-server = Du bist nicht mehr auf { $name }, wohin das gehört; ich habe nichts geändert. Deine Filme gehen in jedem Chat weiter: /film list.
discord-away = Discord antwortet mir gerade nicht. Nichts wurde geändert; versuche es gleich noch einmal.
