# Szenen, wie sie ankommen, und weitere Takes einzelner Einstellungen.

dailies-title = Szene { $scene } ist da ({ $done } von { $total }).
dailies-clip = Einstellung { $shot }, wie sie gerendert wurde, ohne Ton
dailies-shot = { $shot } · { $action } · { $credits }
dailies-noted = { $count ->
    [one] Einstellung { $shots } ist für einen weiteren Take notiert.
   *[other] Die Einstellungen { $shots } sind für einen weiteren Take notiert.
 }
dailies-all = { $done ->
    [one] Die erste Szene ist angesehen. Die nächste erscheint hier, sobald sie da ist.
   *[other] { $done } von { $total } Szenen sind angesehen. Die nächste erscheint hier, sobald sie da ist.
 }
dailies-later = Erst einmal keine Szenen mehr. Der Film kommt trotzdem, und dann lässt sich jede Einstellung noch einmal drehen.
dailies-over = Die Szenen sind jetzt alle im Film.
retake-noted = Einstellung { $shot } ist notiert. Wenn der Film da ist, biete ich einen weiteren Take mit Preis an; vorher wird nichts berechnet.
film-noted = { $count ->
    [one] Du hast eine Einstellung für einen weiteren Take notiert.
   *[other] Du hast { $count } Einstellungen für einen weiteren Take notiert.
 }
error-no-retakes = Keine Einstellung ist für einen weiteren Take notiert.

ask-retake = Welche der { $shots } Einstellungen soll noch einmal gedreht werden? Eine Nummer genügt. Du siehst zuerst den Preis.
form-retake = Noch ein Take
entry-retake = Nummer der Einstellung
choice-keep-scene = Behalten
choice-dailies-later = Später
choice-retake = Einstellung neu drehen …
choice-retake-noted = { $count ->
    [one] Neu drehen
   *[other] Die { $count } neu drehen
 }
menu-retake = Einstellung neu drehen
