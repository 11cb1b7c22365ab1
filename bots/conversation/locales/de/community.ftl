# Kanäle, in denen gerendert wird: ihre Regeln, ihre Schlange, ihr Pool.

error-studio-admins = In diesem Kanal beginnen nur Admins Filme. In einem privaten Chat mit mir ist deine Idee willkommen.
error-studio-roles = { $count ->
    [one] Hier beginnen Mitglieder mit der Rolle { $roles } Filme. In einem privaten Chat mit mir ist deine Idee willkommen.
   *[other] Hier beginnen Mitglieder mit einer dieser Rollen Filme: { $roles }. In einem privaten Chat mit mir ist deine Idee willkommen.
 }
error-studio-age = Dieser Kanal ist für Erwachsene. Sag einmal, dass du mindestens 18 bist, und er steht dir offen.
error-studio-length = Filme dauern in diesem Kanal höchstens { $most }. Wähle eine kürzere Länge, oder mach ihn in einem privaten Chat mit mir.
error-studio-not-admin = Das kann nur ändern, wer diesen Ort verwaltet.
error-studio-where = Das geht in einem Kanal oder einer Gruppe, nicht im privaten Chat und nicht in einem Thread.
error-studio-none = Das ist noch kein Filmkanal. Wer ihn verwaltet, kann ihn mit /studio dazu machen.
error-pool-nothing = Der Pool dieses Ortes zahlt im Moment nichts für dich. Nichts wurde berechnet.
error-give-short = Verschenken kannst du { $have } Credits; Probe- und Werbecredits bleiben deine.
declined-over-limit = Das ist mehr als dein Anteil am Pool: { $left } Credits sind für dich übrig. Nichts wurde berechnet.
declined-pool-insufficient = Der Pool hat { $free } Credits, und das braucht { $total }. Nichts wurde berechnet.
declined-channel-full = { $most ->
    [one] Dieser Kanal rendert einen Film auf einmal, und einer läuft gerade. Nichts wurde berechnet; komm wieder, wenn er fertig ist.
   *[other] Dieser Kanal rendert { $most } Filme auf einmal, und so viele laufen gerade. Nichts wurde berechnet; komm wieder, wenn einer fertig ist.
 }
declined-channel-tier = Dieser Kanal rendert { $tier } nicht. Nichts wurde berechnet; die anderen Stufen stehen offen.
declined-channel-length = Filme dauern in diesem Kanal höchstens { $most }. Nichts wurde berechnet; mach ihn erst kürzer.

studio-title = Die Regeln von { $name }
studio-makers = Filme beginnt: { $makers }.
studio-length = Der längste Film: { $length }. Stufen: { $tiers }.
studio-at-once = { $count ->
    [0] So viele Filme, wie kommen, werden zugleich gerendert.
    [one] Ein Film wird auf einmal gerendert.
   *[other] { $count } Filme werden auf einmal gerendert.
 }
studio-allowance = { $some ->
    [yes] Der Pool zahlt für ein Mitglied bis zu { $credits } { $period }.
   *[no] Der Pool zahlt nichts; alle rendern mit ihren eigenen Credits.
 }
studio-adults = Für Erwachsene: Alle sagen einmal, dass sie mindestens 18 sind.
studio-all-ages = Für jedes Alter.
studio-announces = Fertige Filme werden hier angekündigt.
studio-quiet = Fertige Filme bleiben in ihren Threads.
studio-roles-how = Rollen, die Filme beginnen dürfen, nennt man mit /studio; noch einmal genannt, fällt eine wieder weg.
studio-board-anew = Hier ist die Warteschlange noch einmal. Heft sie an, wenn ich es nicht darf.
studio-closed = Das ist wieder ein gewöhnlicher Kanal. Filme, die hier entstanden, bleiben.
makers-everybody = jeder
makers-admins = nur Admins
makers-roles = diese Rollen: { $roles }
tiers-all = alle
tiers-draft = nur Entwurf
tiers-standard = bis Standard
at-once = { $count ->
    [0] so viele, wie kommen
    [one] einer auf einmal
   *[other] { $count } auf einmal
 }
period-day = am Tag
period-week = in der Woche
period-month = im Monat
this-day = heute
this-week = in dieser Woche
this-month = in diesem Monat
allowance-entry = { $credits } { $period }
allowance-period = Ebenso viel, { $period }

queue-title = { $count ->
    [0] Gerade wird nichts gerendert
    [one] Ein Film wird gerendert
   *[other] { $count } Filme werden gerendert
 }
queue-empty = Der nächste Film hier könnte deiner sein: Fang mit einer Idee an.
queue-closed = Diese Warteschlange ist geschlossen.
queue-waits = Nummer { $place } in der Schlange
queue-runs = { $done }/{ $total } Einstellungen
queue-more = { $count ->
    [one] und noch einer
   *[other] und noch { $count }
 }
queue-rules = Filme bis { $length }, { $most }.
queue-mine = Was du renderst
queue-mine-none = Keiner deiner Filme wird gerade gerendert.
premiere-here = Ein neuer Film ist da.
premiere-by = Von { $names }.
premiere-gone = Dieser Film wurde weggenommen.

pool-title = Der Pool von { $name }
pool-this = diesem Ort
pool-has = Er hat { $free }.
pool-mine = Davon hast du { $period } { $spent } ausgegeben; für dich sind { $left } übrig.
pool-pays-nothing = Er zahlt noch für niemanden: Wer diesen Ort verwaltet, legt mit /studio einen Anteil für jedes Mitglied fest.
pool-how = Jeder darf hineingeben. Was ein Rendern nicht braucht, kommt zurück. Diesen Ort zu verwalten gibt kein Recht, auszugeben.
pool-who = wer
pool-spent = ausgegeben { $period }
pool-may = darf ausgeben
give-ask = Dem Pool von { $pool } { $credits } geben? Ein Geschenk kommt nicht zurück.
given = Danke: { $credits } sind jetzt im Pool.
allowed = { $own ->
    [yes] { $name } darf ab jetzt bis zu { $credits } aus dem Pool ausgeben.
   *[no] { $name } hat wieder denselben Anteil am Pool wie alle.
 }
ask-give = Wie viele Credits sollen in den Pool?
form-give = Dem Pool geben
entry-give = Credits
ask-allow = Wie viele Credits aus dem Pool darf { $name } im Zeitraum ausgeben? 0 ist der Anteil aller. Jetzt ist es:
form-allow = Der Anteil von { $name }
entry-allow = Credits, 0 für den üblichen Anteil
quote-pool = Der Pool kann dafür bis zu { $have } zahlen.
quote-short-here = Die empfohlene Stufe braucht { $need }. Das Animatic bleibt deins, kostenlos.

choice-tier-pool = { $tier }, { $credits } aus dem Pool
choice-see-pool = Der Pool
choice-adults-only = Nur für Erwachsene
choice-all-ages = Für jedes Alter öffnen
choice-announce = Filme ankündigen
choice-announce-not = Nicht ankündigen
choice-board-anew = Warteschlange noch einmal
choice-close-studio = Den Kanal schließen
choice-give-some = Credits geben …
choice-give = { $credits } geben
menu-makers = Wer Filme beginnt
menu-longest = Längster Film
menu-tiers = Stufen
menu-at-once = Filme auf einmal
menu-allowance = Was der Pool zahlt
menu-member = Den Anteil eines Mitglieds festlegen
