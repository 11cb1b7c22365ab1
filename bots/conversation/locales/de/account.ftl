# Das eigene Konto: Chats verbinden, Credits, Einstellungen, Bedingungen.

platform-discord = Discord
platform-telegram = Telegram
platform-terminal = Terminal
platform-web = Browser

link-title = Ein Konto in beiden Chats
link-how = Schick mir diesen Code innerhalb von { $minutes } Minuten aus dem anderen Chat: Tipp dort *{ $code }* oder nimm /link. Filme, Besetzung, Credits und Verlauf werden eins.
link-careful = Er gilt einmal. Zeig ihn niemandem: Wer ihn tippt, teilt dein Konto.
link-over = Dieser Code ist abgelaufen. /link gibt einen neuen.
link-used = Verbunden. Dieser Chat und der andere teilen jetzt ein Konto. Warst du das nicht, öffne die Einstellungen und trenne den anderen sofort.
link-linked = { $films ->
    [0] Verbunden: Dieser Chat und der andere teilen jetzt ein Konto. { $credits } kamen mit.
    [one] Verbunden: Dieser Chat und der andere teilen jetzt ein Konto, mit einem Film. { $credits } kamen mit.
   *[other] Verbunden: Dieser Chat und der andere teilen jetzt ein Konto, mit { $films } Filmen. { $credits } kamen mit.
 }
link-linked-more = Was du im einen Chat anfängst, geht im anderen weiter. Trennen kannst du jederzeit in den Einstellungen.
link-one-trial = Die kostenlose Probe gilt pro Person einmal: { $credits } der zweiten sind weg.
link-same = Diese Chats teilen schon ein Konto.
link-wrong = Diesen Code kenne ich nicht. Er gilt einmal und { $minutes } Minuten; hol dir im anderen Chat mit /link einen neuen.
link-too-many = Das waren zu viele falsche Codes. Nichts wurde verbunden; versuch es in einer Stunde wieder.
unlink-ask = { $named ->
    [none] Deinem Konto auf { $platform } einen eigenen Anfang geben?
   *[some] { $name } auf { $platform } ein eigenes Konto geben?
 } Es beginnt leer. Alle Filme, die Besetzung und die Credits bleiben bei dem Konto, das du verlässt.
unlinked = { $named ->
    [none] Dein Konto auf { $platform } steht jetzt für sich.
   *[some] { $name } auf { $platform } steht jetzt für sich.
 } Filme, Besetzung und Credits blieben hier.
unlinked-here = Dieser Chat hat jetzt ein eigenes Konto, und es beginnt leer. Filme, Besetzung und Credits blieben bei dem Konto, das du verlassen hast.
accounts-title = Chats dieses Kontos
accounts-one = Bisher nur dieser. Verbinde einen weiteren, um dort weiterzumachen.
accounts-leave = Ein Chat, der geht, beginnt mit einem leeren eigenen Konto. Filme und Credits bleiben hier.
error-link-codes = Mehr als { $most } Codes in einer Stunde gehen nicht. Der, den du hast, gilt noch; sonst versuch es später wieder.
error-link-busy = Eines der beiden Konten ist gerade beschäftigt. Nichts wurde verbunden; tipp den Code noch einmal.
error-link-blocked = Diese Konten lassen sich nicht verbinden.
error-unlink-only = Das ist der einzige Chat dieses Kontos, also bleibt er.
error-command = Diesen Befehl kenne ich nicht. Sag mir einfach, was du willst.

settings-notify = Fertige Filme: { $way }.
settings-plan = Tarif: { $plan }.
settings-chats = Chats: { $chats }.
notify-here = ich rufe dich dort, wo der Film entstand
notify-everywhere = ich rufe dich in jedem deiner Chats
notify-quiet = sie kommen ohne Ruf
notify-set-here = Ab jetzt rufe ich dich dort, wo der Film entstand.
notify-set-everywhere = Ab jetzt kommen fertige Filme in jeden deiner Chats.
notify-set-quiet = Ab jetzt kommen fertige Filme leise.
adult-noted = Notiert: Du bist volljährig. Mach weiter, wo du warst.

history-title = Deine Credits, neueste zuerst
history-none = Noch ist nichts gekommen oder gegangen.
credits-granted-play = Spielcredits für ein Rendern; sie kosten nichts.
credits-granted-promo = Ein Willkommensgeschenk.
credits-granted-subscription = Die Credits deines Tarifs für den Monat.
credits-granted-goodwill = Von uns, mit Dank für deine Geduld.
credits-granted-stripe = Mit Karte gekauft.
credits-granted-stars = Mit Stars gekauft.
credits-granted-discord = Auf Discord gekauft.
credits-film = { $named ->
    [none] Ein Film.
   *[some] Der Film „{ $title }“.
 }
credits-expired = Unbenutzt und abgelaufen.
credits-sent = Jemandem oder einem Pool gegeben.
credits-received = Von jemandem bekommen.
credits-clawed-back = Eine Zahlung wurde zurückgenommen.
credits-debt-paid = Offenes beglichen.
credits-goodwill = Für einen Film zurückgegeben.

terms-title = Die Bedingungen, kurz
terms-ai = Alles hier macht eine KI, und es ist so gekennzeichnet, in der Datei und in Worten. Fehler kommen vor; sieh hin, bevor du teilst.
terms-yours = Deine Ideen und Filme gehören dir. An dem, was du mitbringst, brauchst du die Rechte.
terms-content = Keine Filme über echte Menschen ohne ihr Einverständnis, keine, die Minderjährige sexualisieren, keine, die bedrängen oder täuschen. Solche Filme werden abgelehnt.
terms-money = Ein Rendern nennt zuerst seinen Preis. Berechnet werden nur fertige Einstellungen, eine misslungene kostet nichts, und der Rest kommt von selbst zurück.
terms-refunds = Credits aus Paketen verfallen nie; die eines Tarifs am Ende der nächsten Laufzeit. Willst du eine Zahlung zurück, frag über „{ choice-paysupport }“; ihre Credits verlassen dann dein Guthaben.
terms-data = Drehbücher, Bilder und Filme bleiben, bis du sie löschst. Die Buchhaltung bleibt, wie das Gesetz es verlangt.
terms-people = Du musst alt genug sein für den Chat, den du benutzt. Manche Kanäle verlangen 18.

files-ask = Was möchtest du von { $title } mitnehmen?

choice-link-new = Weiteren Chat verbinden
choice-unlink = Einen Chat trennen
choice-stay-linked = Verbunden bleiben
choice-unlink-sure = Trennen
choice-settings = Einstellungen
choice-terms = Bedingungen
choice-history = Verlauf
choice-newer = ◀ Neuere
choice-older = Ältere ▶
choice-adult = Ich bin mindestens 18
menu-unlink = Einen Chat gehen lassen
menu-notify = Wenn ein Film fertig ist
