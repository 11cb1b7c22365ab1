## Einen Film herausgeben

choice-share = Teilen
choice-watch-page = Seite öffnen
choice-unshare = Link zurücknehmen
menu-another-format = Anderes Format
menu-another-language = Andere Sprache
choice-no-language = Andere Sprache …
no-translator = Um einen Film in eine andere Sprache zu bringen, braucht es ein Schreibmodell, und hier ist keins angeschlossen: Wer das hier betreibt, kann SYSRAI_OPENAI_API_KEY setzen. Andere Formate, Untertitel und Dateien gehen auch so.
error-no-translator = Auf { $language } kann ich Filme hier nicht bringen: Dafür braucht es ein Schreibmodell, und keins ist angeschlossen. Es hat sich nichts geändert.
cut-coming = Dein Film auf { $language }, { $format }: Ich schneide ihn aus denselben Takes, nichts wird noch einmal gerendert.
cut-translating = Dein Film auf { $language }, { $format }: Seine Sätze werden übersetzt, dann schneide ich ihn aus denselben Takes.
cut-progress = { $percent } %
cut-failed = Dein Film auf { $language }, { $format }, ist nichts geworden.
cut-dubbed = Stimmen, Untertitel und Titel sind auf { $language }.
cut-subtitled = Titel und Untertitel sind auf { $language }. Die Stimmen bleiben, wie sie waren: Niemand hier spricht es.
cut-too-long = { $place } nimmt Filme bis zu { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
 }; dieser ist länger.
choice-files = Dateien zum Schneiden
choice-subtitles-vtt = Als WebVTT, fürs Web
choice-subtitles-ass = Als ASS, für den Schnitt
choice-kit = Alles herunterladen, { $size } MB
kit-coming = Ich stelle alles zusammen, was man zum Schneiden braucht. Das dauert einen Moment.
kit-here = Alles von diesem Film, { $size } MB: Öffne es in einem Schnittprogramm und mach von hier aus weiter.
kit-parts = Schnittlisten (OTIO, FCPXML, EDL) mit ihren Einstellungen, Stimmen und Musik; das Drehbuch als Fountain, FDX und PDF; das Storyboard; Untertitel; der Film.
kit-file = Dateien zum Schneiden
share-here = Wer diesen Link hat, kann den Film ansehen, ohne Konto. Er gilt { $days } Tage; du kannst ihn jederzeit zurücknehmen.
film-on-its-page = Für diesen Ort ist er zu groß. Ansehen kann man ihn auf seiner Seite:
share-over = Der Link, der hier stand, ist zurückgenommen.
share-taken-back = Der Link ist zurückgenommen: Er öffnet nichts mehr. Teile den Film wieder, und er bekommt einen neuen.

## Die Filmseite

watch-by = Ein Film von { $names }
watch-with-ai = Mit KI gemacht
watch-with-ai-long = Dieser Film wurde von Sysrai mit KI gemacht: Geschichte, Bilder, Stimmen und Musik.
watch-signed-operator = Die Datei trägt Herkunftsnachweise, die das sagen.
watch-signed-test = Die Datei trägt Herkunftsnachweise, die das sagen, unterschrieben mit einem Testzertifikat.
watch-play = Abspielen
watch-pause = Pause
watch-mute = Ton aus
watch-unmute = Ton an
watch-volume = Lautstärke
watch-seek = Stelle im Film
watch-position = { $at } von { $of }
watch-full = Vollbild
watch-full-leave = Vollbild verlassen
watch-subtitles = Untertitel
watch-subtitles-off = Aus
watch-version = Fassung
watch-version-go = Zeigen
watch-storyboard = Storyboard
watch-shot = Einstellung { $number }, bei { $at }
watch-chapters = Kapitel
watch-download-size = Herunterladen, { $size } MB
watch-download-subtitles = Untertitel als Datei
watch-share = Link kopieren
watch-shared = Link kopiert
watch-keys = Tasten: Leertaste spielt, Pfeile springen fünf Sekunden, C Untertitel, M Ton, F Vollbild.
watch-skip = Zum Film springen
watch-player = Player
watch-report = Diesen Film melden
watch-report-hint = Was du schreibst, geht an die Person, die diese Installation betreibt. Sonst wird nichts gesendet.
watch-report-reason = Was nicht stimmt
watch-report-illegal = Er zeigt etwas Verbotenes oder Schädliches
watch-report-person = Er zeigt mich oder jemanden, den ich kenne, ohne Einverständnis
watch-report-copyright = Er verwendet mein Werk
watch-report-other = Etwas anderes
watch-report-said = Erzähl mehr, wenn du magst
watch-report-contact = Wie man dich erreicht, wenn du magst
watch-report-send = Meldung senden
watch-report-thanks = Danke. Die Meldung ist notiert und wird angesehen.
watch-report-wrong = Dieses Formular ließ sich nicht lesen. Geh zurück und versuch es noch einmal.
watch-broken = Der Film läuft hier nicht. Du kannst ihn stattdessen herunterladen.
watch-unknown-title = Hier gibt es nichts zu sehen
watch-unknown = Dieser Link öffnet keinen Film. Vielleicht ging unterwegs ein Buchstabe verloren: Bitte noch einmal darum.
watch-over-title = Dieser Link ist vorbei
watch-over = Links zu Filmen laufen ab, und wer den Film gemacht hat, kann sie zurücknehmen. Bitte um einen neuen.
watch-down-title = Dieser Film wurde entfernt
watch-down = Wer diesen Dienst betreibt, hat ihn entfernt. Wer ihn gemacht hat, kann dort nach dem Grund fragen.
error-taken-down = Wer diesen Dienst betreibt, hat diesen Film entfernt; deshalb wird nichts davon ausgegeben. Das Drehbuch ist noch da.
