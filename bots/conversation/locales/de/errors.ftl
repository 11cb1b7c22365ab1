# Was schiefging, was es heißt, was berechnet wurde und was nicht, und eine Sache, die zu tun ist.

error-unexpected = Bei mir ist etwas kaputtgegangen. Nichts ist verloren, und nichts wurde berechnet. Versuch es bitte noch einmal.
error-unavailable = Etwas, das ich brauche, antwortet gerade nicht. Nichts ist verloren, und nichts wurde berechnet; versuch es gleich noch einmal.
error-storage = Es ist kein Platz, oder der Dateispeicher antwortet nicht. Nichts ist verloren; ich mache weiter, sobald er wieder da ist.
error-disk-full = Auf der Platte ist kein Platz mehr. Nichts ist verloren, und nichts wurde berechnet; ich mache weiter, sobald Platz ist.
error-setup-failed = Diese Installation ist nicht ganz eingerichtet. Das muss ihr Betreiber beheben; von dir ist nichts verloren.
error-bad-input = So, wie du es willst, geht das nicht. Es hat sich nichts geändert.
error-edit-refused = Das lässt dieses Drehbuch nicht zu. Es hat sich nichts geändert.
error-forbidden = Daraus kann ich keinen Film machen: Es verstößt gegen die Regeln zum Inhalt. Nichts wurde aufgehoben. Erzähl es auf andere Weise.
error-blocked = Dieses Konto darf hier keine Filme machen.
error-not-yours = Dieser Film gehört jemand anderem. Fang mit einem Satz deinen eigenen an.
error-not-your-button = Dieser Knopf ist für jemand anderen. Erzähl mir eine Idee, und du bekommst deine eigenen.
error-no-such-film = So einen Film finde ich unter deinen nicht.
error-no-film = Es gibt noch keinen Film. Erzähl mir erst eine Idee.
error-no-film-yet = Es gibt noch keinen fertigen Film.
error-no-file = Diese Datei gibt es noch nicht.
error-not-your-receipt = Nur wer ein Rendern bezahlt hat, sieht den Beleg.
error-not-enough-credits = Dafür braucht es { $need } Credits, und du hast { $have }. Nichts wurde berechnet.
error-credits-debt = { $owed } Credits sind offen, aus einer Zahlung, die zurückgenommen wurde. Bis sie bezahlt sind, lässt sich nichts rendern.
error-credits-frozen = Deine Credits sind im Moment eingefroren. Nichts wurde berechnet.
error-credits-over-limit = Das ist mehr, als du darfst; { $left } Credits sind übrig. Nichts wurde berechnet.
error-credits-insufficient = Dafür reichen die Credits nicht. Nichts wurde berechnet.
error-credits-same-wallet = Das sind dieselben Credits.
error-credits-nothing-left = Es ist nichts mehr da, was zurückgenommen werden könnte.
error-credits-over-capture = Das ist mehr, als berechnet wurde.
error-credits-no-debt = Es ist nichts offen.
error-credits-amount = „{ $said }“ ist keine Zahl von Credits. Ich brauche etwas wie 40.
error-idea-empty = Darin fand ich keine Wörter. Sag mir in einem Satz, wovon der Film handelt.
error-idea-long = Diese Idee ist mir zu lang; höchstens { $most } Zeichen. Was ist ihr Kern, in ein paar Sätzen?
error-length = { $short ->
    [yes] Eine Geschichte braucht mindestens { $least }; { $asked } ist zu kurz für einen Film. Soll ich { $least } daraus machen?
   *[no] Ein Film dauert höchstens { $most }; { $asked } ist mehr. Soll ich { $most } daraus machen?
 }
error-length-unread = „{ $said }“ verstehe ich nicht als Länge. Sag es so: „90 Sekunden“ oder „2 Minuten“.
error-format = Dieses Format kenne ich nicht. Es gibt Breitbild, hochkant und quadratisch.
error-films-per-day = Das sind heute { $most } Filme, und mehr gehen nicht. Morgen geht es weiter; deine Filme bleiben offen.
error-writes-per-day = Das ist viel Schreiberei für einen Tag. Morgen geht es weiter; nichts ist verloren.
error-said-long = Das ist zu lang für eine Nachricht; höchstens { $most } Zeichen. Sag es in Teilen.
error-text-long = Das hat { $have } Zeichen; hier gehen höchstens { $most }. Es hat sich nichts geändert.
error-nobody-known = So jemanden kenne ich aus deinen Filmen nicht.
error-voices = Die Stimmen kann ich dir gerade nicht vorspielen.
error-empty = Da stand nichts. Es hat sich nichts geändert.
error-too-much-waiting = Es warten schon { $most } Wünsche. Lass mich die erst erledigen.
error-button-gone = Dieser Knopf ist überholt.
error-rendering = Dieser Film wird gerade gerendert. Brich das erst ab, dann lösche ihn.
error-film-failed = Die Einstellungen sind da, aber der Film ließ sich nicht zusammensetzen.
error-render-failed = Keine einzige Einstellung ließ sich rendern.
error-tier-not-offered = Das wird hier im Moment nicht gerendert.
error-writing-failed = Ich habe geschrieben, aber nichts, was ich dir zeigen würde. Nichts wurde berechnet. Versuch es noch einmal, oder sag die Idee anders.
error-writing-refused = Der Schreibdienst wollte das nicht schreiben. Nichts wurde berechnet. Sag die Idee anders, und ich versuche es wieder.
error-language-not-written = Auf { $language } kann ich hier nicht schreiben. Englisch geht.

declined-not-offered = { $tier } wird hier im Moment nicht gerendert. Nichts wurde berechnet.
declined-paused = Die Betreiber dieses Studios haben das Rendern angehalten. Dein Film bleibt, wie er ist, und nichts wurde berechnet; versuch es später noch einmal.
declined-plan = Dein Tarif enthält { $tier } nicht. Nichts wurde berechnet.
declined-films-at-once = { $most ->
    [one] Dein Tarif rendert einen Film auf einmal, und einer läuft gerade. Nichts wurde berechnet; komm wieder, wenn er fertig ist.
   *[other] Dein Tarif rendert { $most } Filme auf einmal, und so viele laufen gerade. Nichts wurde berechnet; komm wieder, wenn einer fertig ist.
 }
declined-rendering = Dieser Film wird schon gerendert.
declined-price-changed = Der Preis hat sich geändert, seit du ihn gesehen hast: { $total } Credits statt { $agreed }. Nichts wurde berechnet; sieh noch einmal hin.
declined-insufficient = Dafür braucht es { $total } Credits, und du hast { $free }. Nichts wurde berechnet.
declined-debt = { $debt } Credits sind offen, aus einer Zahlung, die zurückgenommen wurde. Bis sie bezahlt sind, lässt sich nichts rendern.
declined-frozen = Deine Credits sind im Moment eingefroren. Nichts wurde berechnet.

talk-not-understood = Das habe ich nicht verstanden, also habe ich nichts geändert.

edit-refused-no-script = Es gibt noch kein Drehbuch. Wähle erst eine Logline.
edit-refused-nothing-to-undo = Das ist die erste Fassung; es gibt nichts zurückzunehmen.
edit-refused-last-shot = Ein Film behält mindestens eine Einstellung, also bleibt diese.
edit-refused-last-scene = Ein Film behält mindestens eine Szene, also bleibt diese.
edit-refused-no-such-shot = { $known ->
    [number] In dieser Fassung gibt es keine Einstellung { $asked }.
   *[other] So eine Einstellung gibt es in dieser Fassung nicht.
 }
edit-refused-no-such-scene = { $known ->
    [number] In dieser Fassung gibt es keine Szene { $asked }.
   *[other] So eine Szene gibt es in dieser Fassung nicht.
 }
edit-refused-no-such-character = Niemand heißt so in diesem Film.
edit-refused-name = Das geht nicht als Name. Buchstaben und Leerzeichen gehen.
edit-refused-name-taken = { $name } heißt hier schon jemand. Zwei mit einem Namen würden alle verwirren.
edit-refused-duration = Eine Einstellung dauert zwischen { $least } und { $most } Sekunden.
edit-refused-too-much-said = Das zu sagen dauert { $needs } Sekunden, und eine Einstellung dauert höchstens { $most }. Mach zwei daraus.
edit-refused-speaks = { $name } ist in dieser Einstellung zu hören und kann sie nicht verlassen. Ändere erst die Sätze.
edit-refused-too-short-to-split = Eine Einstellung muss mindestens { $least } Sekunden dauern, um zwei zu werden.
edit-refused-at-edge = Weiter an den Rand des Films geht es nicht.
edit-refused-film-too-long = Der Film würde länger als eine Stunde, und mehr geht nicht.
edit-refused-text-too-long = Damit würde ein Text zu lang.
