# Was jemand auf dem Weg von der Idee zum Film liest.
# *fett* und _kursiv_ heben hervor. Argumente sind nie Auszeichnung.

## Beginn

welcome-title = Welchen Film machen wir?
welcome-how = Erzähl mir deine Idee in einem Satz. Ich schreibe mit dir das Drehbuch, zeichne es, zeige es dir bewegt und mit Ton, und erst dann sage ich, was das Rendern kostet.
welcome-ai = Filme entstehen hier mit KI und sind so gekennzeichnet.
welcome-thanks = Sehr gern.

brief-plan = Ich würde daraus { $kind } von *{ $length }* machen, { $format }, auf { $language }.
brief-hint = Oder sag, was anders sein soll: „zwei Minuten“, „hochkant“, oder eine andere Idee.
brief-foreign = Deine Idee ist auf { $told } erzählt. Ich schreibe hier auf { $language }: Der Film spricht { $language } und übernimmt deine Worte, wie sie sind.
brief-only = Ich kann hier nur auf { $language } schreiben: Der Film spricht { $language }.
brief-idea-ask = Soll der Film stattdessen von „{ $idea }“ handeln?
brief-now = Notiert: { $kind }, { $length }, { $format }, auf { $language }.
format-already = Er ist schon { $format }.

loglines-coming = Ich denke über drei Arten nach, das zu erzählen …
loglines-ask = Drei Filme, die daraus werden könnten. Welchen soll ich schreiben?
loglines-hint = Oder sag, was daran anders sein soll: „lustiger“, „ohne den Sturm“.

## Drehbuch

script-coming = Ich schreibe. Die Szenen erscheinen hier, wie sie kommen.
script-progress = Szene { $done } von { $total }
script-facts = { $scenes ->
    [one] { $scenes } Szene
   *[other] { $scenes } Szenen
 } · { $shots ->
    [one] { $shots } Einstellung
   *[other] { $shots } Einstellungen
 } · { $length }
script-hint = v{ $version } · Oder sag es einfach: „Szene { $scene }: { $time }“, „kürzer“{ $cast ->
    [none] .
   *[some] , „nenne { $name } { $other }“.
 }
scene-inside = innen:
scene-outside = außen:
page-of = Seite { $page } von { $pages }

answer-working = Ich bin dran: „{ $said }“
answer-working-quietly = Ich schreibe es jetzt um …
answer-unclear = Das habe ich nicht verstanden: { $said }
answer-examples = Was ich verstehe, zum Beispiel:
answer-render-goes-on = Der Film, der gerade gerendert wird, bleibt wie vereinbart. Das hier gilt für den nächsten.
answer-not-counting = Das wurde zurückgenommen, oder etwas Neueres ist an seine Stelle getreten.
example-1 = Szene { $scene }: { $time }
example-2 = am Ende noch eine Einstellung vom Meer
example-3 = Einstellung { $shot } soll 5 Sekunden dauern
heard-waiting = Ich schreibe noch. Ich merke es mir und mache es gleich danach.
said-changed-late = Mit deinen ersten Worten habe ich schon weitergearbeitet. Schreib mir, was jetzt anders sein soll.
still-writing = Ich schreibe noch; einen Moment, dann das.
undone = Zurückgenommen; Fassung { $version } gilt wieder.
nothing-else-changed = Sonst hat sich nichts geändert.
nothing-changed = Es hat sich nichts geändert.
so-already = So war es schon; es hat sich nichts geändert.
changes-more = { $count ->
    [one] Daraus folgt noch eine Sache.
   *[other] Daraus folgen noch { $count } Sachen.
 }

## Besetzung

cast-title = Die Besetzung von { $title }
cast-hint = Oder sag: „nenne { $name } { $other }“, „{ $name } trägt einen roten Mantel“.
cast-hint-nobody = In diesem Film ist niemand zu sehen. Sag, wenn jemand vorkommen soll.
cast-nobody = Keine Menschen, keine Tiere: Die Orte tragen diesen Film.
cast-narrator = *Erzählstimme* · Stimme: { $texture }
cast-speaks = { $count ->
    [one] ein Satz
   *[other] { $count } Sätze
 }, Stimme: { $voice }
cast-silent = sagt nichts
cast-which-part = Welche Rolle soll { $name } spielen? Die Rolle bekommt Namen, Aussehen, Kleidung, Farbe und Stimme.
cast-no-part = Keine Rolle in diesem Film passt zu { $name }: Die Geschichte würde die falschen Worte benutzen.
portrait-alt = { $name }: { $look }
portrait-plain = ein Porträt
voices-coming = Sie räuspern sich; einen Moment.
voices-here = { $count ->
    [one] Ein erster Satz, so wie er klingen wird.
   *[other] Von jedem ein erster Satz, so wie es klingen wird.
 }
voices-narrator = Erzählstimme
voices-alt = Die Stimme von { $name }
people-title = Wen du aus deinen Filmen kennst
people-none = Noch niemanden. Sobald ein Film vereinbart ist, merke ich mir seine Leute für den nächsten.
people-hint = In einem anderen Film können sie eine Rolle übernehmen: Wähle sie dort in der Besetzung.
people-forget-ask = { $name } vergessen? Die Filme bleiben, wie sie sind.
people-forgotten = { $name } ist vergessen.

## Storyboard

board-drawing = Ich zeichne das Storyboard. Es ist kostenlos, und jedes Bild lässt sich noch ändern.
board-progress = Bild { $done } von { $total }
board-title = { $first ->
    [one] Einstellungen { $first } bis { $last } von { $shots }
   *[other] Einstellungen { $first } bis { $last } von { $shots }
 }
board-hint = Wähle eine Einstellung, um sie zu ändern, oder sag es einfach: „Einstellung { $shot } näher“, „lösche Einstellung { $last }“.
panel-alt = Einstellung { $number }: { $action }
shot-title = Einstellung { $number } von { $shots }
shot-sound = Ton: { $sound }

## Animatic

animatic-coming = Ich bringe das Storyboard in Bewegung, mit Stimmen und Musik. Kostenlos.
animatic-progress = { $percent } %
animatic-ready = Dein Storyboard in Bewegung: *{ $length }*, mit Stimmen und Musik, kostenlos.
animatic-hint = Sieh es dir an, bevor du etwas ausgibst. Was dich jetzt stört, stört dich auch später.

## Preis

quote-title = { $title } rendern
quote-was = Hier stand, was das Rendern von { $title } kosten würde.
quote-agreed = Vereinbart: { $title }, { $tier }, { $credits }.
quote-play = Spielcredits: Sie sind für dieses Rendern geschenkt und kosten nichts.
quote-tier = Stufe
quote-credits = Credits
quote-ready = fertig in
quote-have = Du hast { $have }.
quote-promise = Berechnet werden nur fertige Einstellungen. Eine misslungene kostet nichts, und was nicht gebraucht wird, kommt zurück.
quote-estimate = Die Zeiten sind Schätzungen, bis hier mehr Filme gerendert wurden.
quote-reused = { $count ->
    [one] Eine von { $shots } Einstellungen ist schon gerendert und kostet nichts.
   *[other] { $count } von { $shots } Einstellungen sind schon gerendert und kosten nichts.
 }
quote-short = Die empfohlene Stufe braucht { $need }; du hast { $have }. Das Animatic bleibt deins, kostenlos.
quote-nothing = Im Moment wird hier nichts gerendert. Das Animatic ist kostenlos und vollständig.
quote-no-plan = Dein Tarif enthält keine der Stufen, die hier gerendert werden. Das Animatic ist kostenlos und vollständig.
budget-total = Mit höchstens { $most } kostet der Film *{ $total }*, in { $tier }, wo es am meisten zählt.
budget-cheaper = { $count ->
    [one] Einstellung { $shots } wird stattdessen in { $tier } gerendert.
   *[other] Die Einstellungen { $shots } werden stattdessen in { $tier } gerendert.
 }
budget-drawn = { $count ->
    [one] Einstellung { $shots } bleibt gezeichnet und kostet nichts.
   *[other] Die Einstellungen { $shots } bleiben gezeichnet und kosten nichts.
 }
budget-nothing = Das reicht nicht einmal für eine Einstellung.

## Rendern

card-shots = { $done }/{ $total } Einstellungen · { $percent } %
card-queued = Vereinbart. Es beginnt, sobald Platz ist.
card-rendering = Die Einstellungen werden gerendert. Du kannst das hier schließen; ich rufe dich, wenn der Film da ist.
card-cancelling = Ich höre auf. Was fertig ist, bleibt; der Rest kommt zurück.
card-assembling = Alle Einstellungen sind da. Ich setze den Film zusammen.
card-paused = Die Betreiber dieses Studios haben das Rendern angehalten. Was fertig ist, bleibt, was reserviert ist, bleibt deins, und es geht von selbst weiter.
card-queue = { $place ->
    [1] Er ist als Nächster dran.
   *[other] Er ist Nummer { $place } in der Schlange.
 }
card-eta = Fertig in { $wait }.
card-money = { $held } zurückgelegt, { $used } bisher gebraucht
card-scene-waiting = Szene { $number } wartet
card-scene-rendering = Szene { $number }: { $done }/{ $total }
card-scene-done = Szene { $number } ✓
card-scenes-many = { $done } von { $total } Szenen sind da
card-stand-ins = { $count ->
    [one] Einstellung { $shots } ließ sich nicht rendern. Ihr gezeichnetes Bild tritt an ihre Stelle, unberechnet.
   *[other] Die Einstellungen { $shots } ließen sich nicht rendern. Ihre gezeichneten Bilder treten an ihre Stelle, unberechnet.
 }
card-done = { $rest ->
    [0] Fertig: alle { $total } Einstellungen. { $spent } berechnet.
   *[other] Fertig: { $done } von { $total } Einstellungen. { $spent } berechnet, { $back } zurück.
 }
card-cancelled-money = Abgebrochen nach { $done } von { $total } Einstellungen. { $spent } berechnet, { $back } zurück.
card-failed-money = Nichts wurde berechnet; { $held } sind zurück.
cancel-ask = Dieses Rendern anhalten? Fertige Einstellungen werden berechnet und kommen als Rohschnitt; alles andere kommt zurück.
cancel-stopping = Ich halte an. Gleich sage ich dir, was fertig wurde und was zurückkam.
cancel-too-late = Alle Einstellungen sind schon da; der Film wird gerade zusammengesetzt und ist gleich hier.
cancel-ended = Dieses Rendern ist schon vorbei.
nothing-to-cancel = Es wird gerade nichts gerendert.

## Film

film-coming = Der Film ist unterwegs.
film-money = { $rest ->
    [0] { $spent } berechnet.
   *[other] { $spent } berechnet, { $back } zurück.
 }
film-free = Kostenlos: dein Storyboard in Bewegung.
film-cancelled = Das war fertig, als du abgebrochen hast: { $done } von { $total } Einstellungen, der Rest gezeichnet.
film-stand-ins = { $count ->
    [one] Einstellung { $shots } blieb gezeichnet und kostete nichts.
   *[other] Die Einstellungen { $shots } blieben gezeichnet und kosteten nichts.
 }
film-ai = Mit KI gemacht.
media-film = { $title }, der Film
media-part = { $title }, Teil { $number } von { $total }
media-trailer = { $title }, ein Trailer
media-poster = { $title }, das Plakat
media-sheet = { $title }, alle Einstellungen auf einem Blatt
file-screenplay = Das Drehbuch von { $title } in Fountain: Jedes Drehbuchprogramm öffnet es.
file-subtitles = Die Untertitel von { $title }.
file-sheet = Das Storyboard von { $title } auf einem Blatt.
receipt-title = Beleg für Rendering { $number }
receipt-film = Film
receipt-shots = Einstellungen
receipt-shots-value = { $done } von { $total }
receipt-tier = Stufe
receipt-held = zurückgelegt
receipt-spent = berechnet
receipt-back = zurück
receipt-from = bezahlt aus

## Filme, Einstellungen, Hilfe

films-none = Noch keine Filme. Erzähl mir eine Idee, oder lass dich überraschen.
films-title = { $count ->
    [one] Dein Film
   *[other] Deine { $count } Filme
 }
delete-ask = „{ $title }“ endgültig löschen? Drehbuch, Storyboard und Film verschwinden.
deleted = Gelöscht.
settings-title = Einstellungen
settings-language = Ich spreche { $language } mit dir.
language-set = Ab jetzt spreche ich { $language } mit dir.
balance-free = Du hast { $free }.
balance-held = { $held } sind für Filme zurückgelegt, die gerade gerendert werden.
balance-debt = { $debt } sind offen, aus einer Zahlung, die zurückgenommen wurde.
help-title = So geht das
help-journey = Aus einer Idee werden drei Loglines, aus einer davon ein Drehbuch, dann Besetzung, Storyboard, ein bewegtes Storyboard mit Ton und ein gerenderter Film. Der hervorgehobene Knopf führt immer weiter; nichts geht verloren, wenn du aufhörst.
help-talk = Sag jederzeit einfach, was du willst. Zum Beispiel:
help-money = Alles bis zum Rendern ist kostenlos. Ein Rendern nennt zuerst seinen Preis, und berechnet werden nur fertige Einstellungen.
help-commands = Außerdem: rückgängig, Stand, meine Filme, meine Besetzung, Einstellungen, abbrechen.
never-mind = Gut, alles bleibt, wie es ist.
button-gone = Dieser Knopf ist überholt. So steht es jetzt:
button-stale = Dieser Knopf gehört zu einer früheren Fassung; der Film ist weiter. Jetzt steht er hier: { $stage }.
upload-not-used = Mit „{ $name }“ kann ich hier nichts anfangen. Als Geschichte lese ich .txt, .fountain und .fdx; was sonst darin wichtig ist, sag mir in Worten.
error-no-words = Was das sagt, kann ich nicht lesen. Sag es mir bitte in Worten; ich nehme auch Geschichten (.txt, .fountain, .fdx), Bilder, Musik und aufgenommene Stimmen.

## Fragen und Formulare

ask-idea = Wovon handelt der Film? Ein Satz genügt.
form-idea = Ein neuer Film
entry-idea = Deine Idee
ask-length = Wie lang soll er sein? Alles zwischen 15 Sekunden und einer Stunde.
form-length = Länge
entry-length = Zum Beispiel 90 Sekunden oder 2 Minuten
ask-wish = Was soll an den dreien anders sein?
form-wish = Andere Loglines
entry-wish = Was anders sein soll
ask-rewrite = Wie soll Szene { $scene } laufen? Sag es in deinen Worten.
form-rewrite = Szene { $scene } umschreiben
entry-rewrite = Wie sie laufen soll
ask-look = Wie sieht { $name } aus? Jetzt steht da:
form-look = { $name }: Aussehen
entry-look = Wie sie oder er aussieht
ask-wardrobe = Was trägt { $name }? Jetzt steht da:
form-wardrobe = { $name }: Kleidung
entry-wardrobe = Was getragen wird
ask-name = Wie soll { $name } heißen?
form-name = { $name } umbenennen
entry-name = Neuer Name
ask-action = Was soll in Einstellung { $shot } zu sehen sein? Jetzt steht da:
form-action = Einstellung { $shot }: das Bild
entry-action = Was zu sehen ist
ask-lines = Was soll in Einstellung { $shot } gesagt werden? Jetzt steht da:
form-lines = Einstellung { $shot }: die Sätze
entry-lines = Je Zeile ein Satz: „Name: Worte“
ask-insert = Was soll die neue Einstellung nach { $shot } zeigen?
form-insert = Eine Einstellung nach { $shot }
entry-insert = Was zu sehen ist
ask-budget = Wie viele Credits soll es höchstens kosten?
form-budget = Höchstens ausgeben
entry-budget = Credits

## Knöpfe

choice-surprise = Überrasch mich
choice-my-films = Meine Filme
choice-how = So geht’s
choice-go-on = Gut, weiter
choice-keep-idea = Die Idee behalten
choice-take-idea = Ja, lieber das
choice-length = Andere Länge …
choice-letter = { $letter }
choice-three-others = Drei andere
choice-wish = Anders, bitte …
choice-try-again = Noch einmal
choice-show-loglines = Eine Logline wählen
choice-meet-the-cast = Passt: zur Besetzung
choice-back = ◀ Zurück
choice-forward = Weiter ▶
choice-shorter = Kürzer
choice-longer = Länger
choice-undo = Rückgängig
choice-screenplay = Drehbuch
choice-show-script = Drehbuch zeigen
choice-back-to-script = Zurück zum Drehbuch
choice-draw-storyboard = Storyboard zeichnen
choice-hear-voices = Stimmen anhören
choice-hear = Anhören
choice-plays = Als { $part }
choice-whole-cast = Zurück zur Besetzung
choice-keep-known = Behalten
choice-forget-sure = Vergessen
choice-cast-done = Das sind sie
choice-look = Aussehen …
choice-wardrobe = Kleidung …
choice-name = Name …
choice-see-storyboard = Storyboard ansehen
choice-back-to-storyboard = Zurück zum Storyboard
choice-approve-all = { $count ->
    [one] Abnehmen
   *[other] Alle { $count } abnehmen
 }
choice-all-panels = Alle Bilder
choice-redraw = Neu zeichnen
choice-edit-shot = Bild …
choice-edit-lines = Sätze …
choice-earlier = Früher
choice-later = Später
choice-insert = Danach einfügen …
choice-split = Teilen
choice-delete-shot = Löschen
choice-see-animatic = In Bewegung sehen
choice-render-it = Rendern
choice-change-something = Etwas ändern
choice-keep-it = Das ist der Film
choice-see-quote = Preise ansehen
choice-tier = { $tier }, { $credits }
choice-spend-at-most = Höchstens ausgeben …
choice-spend-what-i-have = Höchstens { $credits } ausgeben
choice-not-yet = Noch nicht
choice-rough-cut = Rohschnitt ansehen
choice-rough-cut-making = Der Rohschnitt kommt
choice-cancel-render = Abbrechen
choice-keep-rendering = Weiter rendern
choice-cancel-sure = Anhalten
choice-status = Wie steht es?
choice-new-film = Neuer Film
choice-another-version = Andere Fassung
choice-subtitles = Untertitel
choice-contact-sheet = Bildübersicht
choice-receipt = Beleg
choice-open-film = „{ $title }“ öffnen
choice-delete-film = „{ $title }“ löschen
choice-keep-film = Behalten
choice-delete-sure = Endgültig löschen
choice-done = Fertig
choice-go-on-here = Weiter
choice-never-mind = Lass gut sein
choice-make-it = { $length } daraus machen

## Menüs

menu-length = Länge
menu-format = Format
menu-film-language = Sprache des Films
menu-language = Deine Sprache
menu-rewrite-scene = Eine Szene umschreiben
menu-character = Jemanden ändern
menu-voice = Stimme
menu-texture = Wie die Stimme ist
menu-known = Jemand, den du kennst
menu-forget = Jemanden vergessen
menu-shot = Eine Einstellung ansehen
menu-duration = Wie lang
menu-size = Wie nah
menu-move = Kamera
menu-film = Anderen Film öffnen
