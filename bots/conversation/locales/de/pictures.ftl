# Bilder von Leuten, Orten und Dingen, die jemand mitbringt; Orte und Dinge eines Films und der Sammlung.

ask-picture = Schick mir ein Bild von *{ $name }*: ein Foto oder eine Zeichnung, als JPEG, PNG oder WebP.
picture-offer = Soll *{ $name }* von jetzt an so aussehen?
picture-offer-who = Wer oder was ist das? Wähle aus, oder sag es mir einfach.
picture-offer-known = Soll ich es mir so merken?
picture-rights = Nimm nur Bilder, die du verwenden darfst. Ein wirklicher Mensch muss einverstanden sein, in deinem Film vorzukommen; wenn du weitergehst, sagst du, dass es so ist. Du kannst das Bild jederzeit löschen.
picture-not-drawn = Filme, die hier gezeichnet werden, behalten ihren eigenen Stil und bilden keine Bilder nach; deines bewahre ich für Modelle auf, die nach Bildern rendern.
picture-used = *{ $name }* sieht so aus.
picture-set = *{ $name }* sieht jetzt so aus. Was nach Bildern zeichnet oder rendert, bekommt es bei jeder Einstellung.
picture-kept = Ich behalte dieses Bild bei *{ $name }*, für diesen Film und deine nächsten. Was hier gezeichnet wird, behält seinen eigenen Stil; Modelle, die nach Bildern rendern, bekommen es.
picture-known = Ich merke mir *{ $name }* so für deine nächsten Filme.
picture-taken = *{ $name }* wird wieder gezeichnet. Soll ich das Bild endgültig löschen?
picture-erased = Das Bild ist gelöscht: aus deinen Filmen, deiner Sammlung und dem Speicher. Was damit gerendert wurde, bleibt, wie es ist.
choice-picture = Ein Bild nehmen…
choice-picture-use = Ja, das ist { $name }
choice-picture-use-known = So merken
choice-picture-away = Das Bild wegnehmen
choice-picture-keep = Behalten
choice-picture-erase = Endgültig löschen
menu-picture-of = Es ist jemand oder etwas anderes
menu-picture-known = Jemandem oder etwas ein Bild geben
heard-this-is = das ist | dies ist | es ist | hier ist | das hier ist | so sieht | das wäre

error-picture-large = Dieses Bild ist zu groß. Bis { $most } MB gehen.
error-picture-unread = Das kann ich nicht als Bild lesen. JPEG, PNG und WebP gehen.
error-picture-shape = Dieses Bild ist zu klein oder zu schmal: bitte mindestens { $least } Pixel an der kürzeren Seite.
error-picture-empty = Auf diesem Bild ist nichts zu sehen. Schick mir ein anderes.
error-picture-forbidden = Dieses Bild kann ich nicht verwenden: Es verstößt gegen die Regeln zum Inhalt. Ich habe es gelöscht. Schick mir ein anderes.
error-picture-unseen = Gerade kann ich keine Bilder prüfen, und ungeprüft nehme ich keine. Ich habe nichts davon behalten: Schick es in ein paar Minuten noch einmal.
error-picture-no-film = Ein Bild braucht jemanden, den es zeigt. Erzähl mir erst eine Idee; sobald das Drehbuch steht, schick es noch einmal.

places-title = Orte und Dinge von { $title }
places-hint = Oder schick mir ein Bild davon, mit dem Namen darunter.
places-scenes = { $count ->
    [one] { $count } Szene
   *[other] { $count } Szenen
}
places-shots = { $count ->
    [one] { $count } Einstellung
   *[other] { $count } Einstellungen
}
choice-places = Orte und Dinge
menu-place = Einen Ort oder ein Ding ändern
menu-place-known = Aus einem anderen Film
menu-forget-asset = Einen Ort oder ein Ding vergessen
people-places = *Orte:* { $names }
people-things = *Dinge:* { $names }

change-character-picture = { $new ->
    [given] { $name } sieht jetzt aus wie auf dem Bild, das du geschickt hast.
   *[taken] { $name } wird wieder gezeichnet.
}
change-place-name = { $old } heißt jetzt { $new }.
change-place-look = { $left ->
    [nothing] Wie { $name } aussieht, ist wieder offen.
   *[something] { $name } sieht jetzt so aus: { $new }.
}
change-place-kind = { $name } ist jetzt eine andere Art von Ort.
change-place-picture = { $new ->
    [given] { $name } sieht jetzt aus wie auf dem Bild, das du geschickt hast.
   *[taken] { $name } wird wieder gezeichnet.
}
change-prop-look = { $left ->
    [nothing] Wie „{ $name }“ aussieht, ist wieder offen.
   *[something] „{ $name }“ sieht jetzt so aus: { $new }.
}
change-prop-picture = { $new ->
    [given] „{ $name }“ sieht jetzt aus wie auf dem Bild, das du geschickt hast.
   *[taken] „{ $name }“ wird wieder gezeichnet.
}
edit-refused-no-such-place = Diesen Ort gibt es in diesem Film nicht mehr.
edit-refused-no-such-prop = Dieses Ding gibt es in diesem Film nicht mehr.
form-picture = Ein Bild von { $name }
bring-picture = Das Bild
bring-picture-about = JPEG, PNG oder WebP; eines, das du verwenden darfst
