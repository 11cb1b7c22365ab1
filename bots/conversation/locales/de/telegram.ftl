# Was nur Telegram sagt: die Liste der Befehle, Hinweise zu privaten Chats, was neben Dateien steht.

telegram-command-start = Anfangen, oder sehen, wo alles steht
telegram-command-new = Einen Film machen: /new und deine Idee
telegram-command-films = Deine Filme
telegram-command-film = Der Film, an dem du bist, oder der mit einer Nummer
telegram-command-cast = Leute, die du aus deinen Filmen kennst
telegram-command-credits = Was du hast und ausgeben kannst
telegram-command-queue = Was gerade gerendert wird
telegram-command-settings = Sprache und andere Einstellungen
telegram-command-link = Dein Konto aus einem anderen Chat hier benutzen
telegram-command-help = Wie das hier geht
telegram-command-terms = Die Bedingungen, kurz
telegram-command-cancel = Anhalten, was gerendert wird
telegram-command-studio = Regeln, Warteschlange und Pool dieser Gruppe
telegram-command-paysupport = Hilfe bei Zahlungen

telegram-description =
    Erzähl mir eine Idee, und ich mache mit dir einen Film daraus: Drehbuch, Besetzung, Storyboard, ein kostenloses bewegtes Storyboard mit Ton, dann der Film.

    Alles bis zum Rendern ist kostenlos. Filme entstehen hier mit KI und sind so gekennzeichnet.
telegram-description-short = Erzähl eine Idee, bekomm einen Film. Mit KI gemacht, Schritt für Schritt, mit dir.

telegram-group-welcome = Hier entstehen Filme gemeinsam. Fang einen mit /new und deiner Idee an; jeder Film bekommt { $forum ->
    [yes] sein eigenes Thema
   *[no] seine eigene Kette von Antworten
 }. Ich höre Befehle und Antworten auf meine Nachrichten, sonst nichts.
telegram-goes-on = { $title }: Es geht in seinem eigenen Thema weiter.
telegram-see-topic = Zum Film
telegram-anonymous = Ich erkenne nicht, wer du bist, solange du als Gruppe schreibst. Schreib als du selbst, und ich fange an.
telegram-file-large = Diese Datei ist größer, als Telegram mich holen lässt; höchstens { $most } MB.
telegram-file-lost = Ich konnte diese Datei nicht holen. Schick sie bitte noch einmal.
telegram-menu-changed = Dieses Menü hat sich geändert. So steht es jetzt.
telegram-reply-here = Antworte auf diese Nachricht: In einer Gruppe höre ich sonst nichts.
telegram-back = Zurück
telegram-more = Mehr
telegram-open = Unseren Chat öffnen
telegram-open-private = Das ist nur für dich. Öffne einen Chat mit mir, dann kann ich es dir dort sagen.
telegram-answer-private = Das beantworte ich privat.
telegram-link = { $what ->
    [video] Den ganzen Film ansehen
   *[other] Herunterladen
 }

# An invoice in Stars: its title (at most 32 letters) and what it is for.
invoice-pack = { $credits } Credits
invoice-plan = { $plan }: { $credits } Credits
invoice-pack-about = Filme hier im Chat. Gekaufte Credits verfallen nie.
invoice-plan-about = Alle 30 Tage. Lässt sich jederzeit hier im Chat beenden.
