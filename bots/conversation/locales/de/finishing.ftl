## Wie das Bild aussieht, Trailer und Schleife

menu-finish = Bildlook
finish-clean = Klares Bild
finish-grain = Filmkorn
finish-letterbox = Breitbildbalken
finish-both = Korn und Balken
finish-set = Notiert: { $finish }. Alles, was ich ab jetzt schneide, sieht so aus.
finish-set-again = { $finish }: Ich schneide ihn so noch einmal. Nichts wird neu gerendert, und nichts wird berechnet.
finish-already = So sieht er schon aus: { $finish }.
error-finish-narrow = Balken oben und unten passen zu einem breiten Bild. Dieser Film ist { $format }; Filmkorn geht hier.
heard-finish-clean = klar | klares bild | kein korn | ohne korn | ohne filmkorn | keine balken | ohne balken | ohne korn und balken
heard-finish-grain = korn | filmkorn | mit korn | mit filmkorn | körnig | mach es körnig
heard-finish-letterbox = balken | breitbild | cinemascope | letterbox | schwarze balken | mit balken | mach es breitbild
heard-finish-both = korn und balken | filmkorn und balken | balken und korn | mit korn und balken

choice-trailer = Trailer dazu
choice-loop = Kurze Schleife
promo-trailer-coming = Ich schneide den Trailer zu *{ $title }* aus den stärksten Einstellungen, mit eigener Musik.
promo-loop-coming = Ich schneide ein paar Sekunden aus *{ $title }*, die immer wieder von vorn laufen.
promo-trailer-here = Der Trailer zu *{ $title }*, { $length }. Das Ende behält er für alle, die den Film sehen.
promo-loop-here = *{ $title }* in { $length }, ohne Ton, zum Posten, wo du willst.
promo-trailer-failed = Der Trailer zu *{ $title }* ist nichts geworden.
promo-loop-failed = Die Schleife aus *{ $title }* ist nichts geworden.
media-loop = Kurze Schleife aus { $title }
