# Credits und Tarife kaufen, Belege, Codes, Geschenke, Hilfe bei Zahlungen.

## Der Laden

shop-title = Credits
shop-pool-title = Credits für den Pool von { $name }
shop-this-pool = diesem Ort
shop-second = Ein Credit ist eine fertige Sekunde in Standard.
shop-credits = Credits
shop-price = Preis
shop-promise = Gekaufte Credits verfallen nie. Berechnet werden nur fertige Einstellungen, und was ein Film nicht braucht, kommt zurück.
shop-closed = Hier wird im Moment nichts verkauft.
choice-buy = { $credits }, { $price }
choice-buy-in-discord = { $credits } im Laden von Discord, { $price }
choice-buy-credits = Credits kaufen
choice-other-pack = Andere Mengen
choice-plans = Tarife
choice-code = Ich habe einen Code …
choice-gift = Credits verschenken …
choice-export = Als Datei

## Ein Kauf

purchase-asked = Einen Moment: Ich öffne die Bezahlseite.
purchase-pack = *{ $credits }* liegen für dich bereit.
purchase-plan = *{ $plan }*: { $credits } jeden Monat.
purchase-how = Du bezahlst auf einer Seite von Stripe. Sekunden später sind die Credits hier, und diese Nachricht wird dein Beleg.
purchase-stars = Du bezahlst mit Stars, hier in Telegram. Die Credits sind sofort da, und diese Nachricht wird dein Beleg.
purchase-portal = Deine Karten, Rechnungen und Adressen stehen auf einer Seite von Stripe, für ein paar Minuten offen.
purchase-paid = { $credits } sind da.
purchase-paid-plan = { $plan } läuft jetzt, und { $credits } sind da.
purchase-receipt = Beleg
purchase-number = Zahlung
purchase-amount = bezahlt
purchase-tax = darin Steuer
purchase-day = Tag
purchase-have = Du hast { $have }.
purchase-pool-has = Der Pool hat { $have }.
purchase-nothing-charged = Nichts wurde berechnet.
choice-pay = { $price } bezahlen
choice-open-portal = Seite öffnen
choice-again = Noch einmal
choice-paysupport = Hilfe bei Zahlungen
error-not-sold = Das wird hier nicht verkauft.
error-page-expired = Diese Bezahlseite ist abgelaufen.
error-payment-refused = Der Bezahldienst wollte das nicht tun.
error-too-many-purchases = Mehr als { $most } Bezahlseiten in einer Stunde gehen nicht. Die du hast, gelten noch; sonst versuch es später wieder.
error-plan-elsewhere = Dein Tarif wurde in einem anderen Laden begonnen. Beende ihn erst dort; dann kann er hier beginnen.
error-no-plan = Es gibt keinen Tarif, der enden könnte.

## Tarife

plans-title = Tarife
plans-now = Du hast { $plan }.
plans-until = Bezahlt bis { $day }; dann geht er weiter.
plans-changes = Bezahlt bis { $day }; dann wird daraus { $plan }.
plans-ends = Bezahlt bis { $day }; dann endet er. Deine Credits bleiben, bis sie verfallen.
plans-also = { $plan } läuft auch und wird am { $day } wieder bezahlt. Der bessere Tarif zählt; Credits bringen beide.
plans-plan = Tarif
plans-price = im Monat
plans-credits = Credits
plans-films = Filme zugleich
plans-month = Die Credits eines Monats gelten bis zum Ende des nächsten.
plans-change = Ein größerer Tarif gilt sofort und kostet den Unterschied; ein kleinerer beginnt mit dem nächsten Monat.
choice-plan = { $plan }, { $price }
choice-portal = Karten und Rechnungen
choice-cancel-plan = Tarif beenden
choice-end-this-plan = { $plan } beenden
choice-cancel-plan-sure = Beenden
choice-keep-plan = Behalten
choice-resume-plan = Doch weitermachen
plan-cancel-ask = { $plan } beenden? Er bleibt, bis der bezahlte Monat vorbei ist, und seine Credits auch.
plan-cancelled = Notiert: Der Tarif endet mit dem bezahlten Monat. Bis dahin ändert sich nichts.
plan-resumed = Der Tarif geht weiter.
plan-changed = Notiert: { $plan }. Ein größerer Tarif gilt, sobald er bezahlt ist; ein kleinerer beginnt mit dem nächsten Monat.
choice-mend-payment = Karte ansehen

## Was mit Geld geschah

money-taken-back = { $credits } sind weg, weil Zahlung { $number } zurückgenommen wurde.
money-owed = { $credits } sind jetzt offen, weil so viel schon ausgegeben war. Die nächsten Credits, die kommen, bezahlen sie; dann geht das Rendern weiter.
money-on-hold = Die Bank prüft diese Zahlung. Bis das geklärt ist, warten deine Credits und es lässt sich nichts ausgeben.
money-returned = { $credits } sind wieder da: Zahlung { $number } gilt nun doch.
money-renewal-failed = Die Monatszahlung für deinen Tarif ging nicht durch. Nichts ist verloren: Sie wird in den nächsten Tagen noch einmal versucht, und { $days } Tage lang bleibt alles, wie es ist. Meist hilft ein Blick auf die Karte.
money-plan-ended = Dein Tarif ist zu Ende, und du bist wieder bei Free. Filme, Besetzung und Credits bleiben deine.
money-two-plans = Jetzt laufen zwei Tarife, { $plan } und { $other }, und beide werden jeden Monat bezahlt. War das nicht so gemeint, beende einen davon.
money-invite-thanks = { $credits } für dich: Eine Einladung, von dir oder an dich, hat zu einem ersten Kauf geführt. Danke.
money-invite-gone = { $credits } sind wieder weg: Der Kauf hinter einer Einladung zählt nicht mehr.

## Nach der Bezahlseite

paid-title-paid = Danke
paid-paid = { $credits } sind da. Dein Beleg steht im Chat.
paid-title-open = Einen Moment
paid-open = Sobald die Zahlung bestätigt ist, sind die Credits in deinem Chat. Du kannst diese Seite schließen; nichts geht verloren.
paid-title-expired = Diese Seite ist abgelaufen
paid-expired = Nichts wurde berechnet. Bitte im Chat um eine neue.
paid-title-failed = Das ging nicht
paid-failed = Nichts wurde berechnet. Der Chat sagt dir mehr.
paid-title-left = Alles erledigt
paid-left = Was du geändert hast, gilt. Der Chat geht weiter, wo er war.
paid-back = Zurück zum Chat

## Freie Credits, Codes, Geschenke

trial-given = Zum Probieren: { $credits ->
    [one] { $credits } Credit gehört dir, kostenlos, einmal.
   *[other] { $credits } Credits gehören dir, kostenlos, einmal.
 }
trial-young = Für alle, die neu sind, gibt es freie Credits. Dieses Chat-Konto ist erst ein paar Tage alt, also kommen deine etwas später.
trial-busy = Die freien Credits für heute sind vergeben. Morgen gibt es neue.
form-promo = Ein Code
ask-promo = Welchen Code hast du?
entry-promo = Der Code
code-ask = Ein Code von uns, von Freunden oder aus einem Geschenk bringt Credits.
code-promo = Er gilt: { $credits } sind da.
code-gift = Ein Geschenk: { $credits } sind da.
code-invited = Willkommen! Wenn du zum ersten Mal kaufst, bekommst du { $credits }, und wer dich eingeladen hat, auch.
code-wrong = Diesen Code kenne ich nicht. Sieh noch einmal hin.
code-over = Dieser Code ist aufgebraucht, oder seine Zeit ist um.
code-had = Diesen Code hast du schon benutzt.
code-own = Das ist deine eigene Einladung. Gib sie weiter.
code-old = Einladungen sind für Leute, die neu sind. Danke, dass du schon länger hier bist.
code-busy = Die freien Credits für heute sind vergeben. Morgen gilt der Code.
code-too-many = Das waren zu viele falsche Codes. Versuch es in einer Stunde wieder.
form-gift = Credits verschenken
ask-gift = Wie viele Credits soll das Geschenk haben?
entry-gift = Credits
gift-title = Ein Geschenk: { $credits }
gift-how = Wer mir diesen Code sagt, hat sie. Sagt ihn bis { $day } niemand, kommen sie zu dir zurück. Mit dem Code kannst du sie auch selbst zurückholen.
gift-taken = Das Geschenk ({ $credits }) wurde angenommen.
error-gift-amount = Ein Geschenk kann bis zu { $most } Credits haben.
error-gift-short = Verschenken lassen sich nur gekaufte Credits, und davon sind { $have } da. Nichts wurde bewegt.
error-gifts-open = Es warten schon { $most } Geschenke von dir, mehr gehen nicht. Lass erst einige annehmen.
invite-title = Bring jemanden mit
invite-how = Das ist dein Code. Wer neu ist und ihn mir sagt, ist dein Gast. Beim ersten Kauf bekommt ihr beide { $credits }.
invite-thanked = { $count ->
    [0] Bisher niemand.
    [one] Bisher eine Person.
   *[other] Bisher { $count } Personen.
 }

## Hilfe bei Zahlungen

paysupport-title = Hilfe bei Zahlungen
paysupport-how = Credits, die nicht kamen, sind meist innerhalb einer Minute da; alles Bezahlte wird jede Stunde noch einmal gesucht, ohne dass du fragst. Ein Film, der durch uns misslang, kostet nichts.
paysupport-payment = Zahlung { $number }, { $day }, { $amount }
paysupport-contact = Für alles andere, auch um eine Zahlung zurückzubekommen: { $contact }. Nenne die Nummer der Zahlung.
paysupport-operator = Für alles andere, auch um eine Zahlung zurückzubekommen, schreib dem, der diesen Bot betreibt. Nenne die Nummer der Zahlung.
statement-file = Jede Bewegung deiner Credits.

## Bevor Stars bezahlt werden

stars-unknown = Diese Rechnung kenne ich nicht. Nichts wurde berechnet; bitte im Chat um eine neue.
stars-paid = Diese Rechnung ist schon bezahlt. Nichts wurde berechnet.
stars-over = Diese Rechnung ist vorbei. Nichts wurde berechnet; bitte im Chat um eine neue.
stars-not-yours = Diese Rechnung gehört jemand anderem. Nichts wurde berechnet; bitte im Chat um deine eigene.
stars-plan-runs = Du hast schon einen laufenden Tarif. Nichts wurde berechnet; beende ihn zuerst, dann kann ein anderer beginnen.

## What explains a wallet, and what is not sold where

balance-expiring = { $credits } davon enden am { $day }.
history-owed = { $debt } sind dafür offen.
history-owed-paid = { $debt } gingen an Offenes.
credits-returned = Eine Zahlung gilt nun doch.
credits-granted-invite = Dank für eine Einladung.
credits-invite-gone = Dank für eine Einladung, mit dem Kauf zurückgenommen.
credits-granted-code = Aus einem Code.
credits-gift-made = In ein Geschenk gelegt.
credits-gift-taken = Aus einem Geschenk.
credits-gift-back = Ein Geschenk, das niemand nahm.
credits-to-pool = In einen Pool gelegt.
paid-elsewhere = Der Chat, aus dem du kommst, geht dort weiter, wo er war.
plans-too-dear = { $plan } kostet im Monat mehr, als Telegram verlängert, und wird hier darum nicht verkauft. Pakete bringen ebenso viele Credits, und die verfallen nie.
plans-one-at-a-time = Um den Tarif zu wechseln, beende zuerst diesen. Ist sein Monat vorbei, kann ein anderer beginnen.
plans-then-another = Ist dieser Monat vorbei, kann ein anderer Tarif beginnen.
