# Geschichten, die jemand mitbringt: Drehbücher, Kapitel, Erzählungen, als Datei oder eingefügt.

import-reading = { $named ->
    [yes] Ich lese „{ $name }“ …
   *[no] Ich lese deinen Text …
 }
import-screenplay = Ein Drehbuch: { $scenes ->
    [one] { $scenes } Szene
   *[other] { $scenes } Szenen
 }, { $lines ->
    [one] { $lines } Dialogsatz
   *[other] { $lines } Dialogsätze
 }.
import-prose = Eine Geschichte mit { $words ->
    [one] { $words } Wort
   *[other] { $words } Wörtern
 }{ $lines ->
    [0] .
    [one] , mit { $lines } Dialogsatz.
   *[other] , mit { $lines } Dialogsätzen.
 }
import-people = Wer spricht: { $names }{ $more ->
    [0] .
    [one] {" "}und noch jemand.
   *[other] {" "}und noch { $more }.
 }
import-ask = Soll ich daraus einen Film machen? Ganz erzählt dauert er *{ $length }*.
import-hint = Ihre Worte bleiben, wie sie sind. Die Länge bestimmst du; ich sage, was ich weglasse.
import-from = { $named ->
    [yes] Aus „{ $name }“, in eigenen Worten der Geschichte.
   *[no] Aus deinem Text, in seinen eigenen Worten.
 }
import-whole = Ganz übernommen: Jeder Satz ist darin, Wort für Wort.
import-cut = Auf Länge gekürzt, in der Reihenfolge der Geschichte, kein Wort geändert. Darin: { $kept ->
    [one] { $kept } Satz
   *[other] { $kept } Sätze
 }. Weggelassen: { $lines ->
    [one] { $lines } Satz
   *[other] { $lines } Sätze
 }{ $seen ->
    [0] {""}
    [one] , { $seen } Beschreibung
   *[other] , { $seen } Beschreibungen
 }{ $scenes ->
    [0] .
    [one] , davon { $scenes } ganze Szene.
   *[other] , davon { $scenes } ganze Szenen.
 }
import-retold = An diese Länge angepasst, mit den Leuten, der Reihenfolge und den besten Sätzen der Geschichte; was nicht passte, fiel weg oder wurde zusammengezogen.
import-length-most = Ohne stillzustehen trägt diese Geschichte höchstens { $length }. Soll ich das daraus machen?
import-language = Der Film behält die Sprache deiner Geschichte.

## Was mit einer Datei nicht stimmen kann

import-empty = In dieser Datei steht nichts. Schick sie noch einmal, oder füg den Text ein.
import-huge = Diese Datei ist größer als { $most } MB, mehr lese ich nicht. Schick mir den Teil, den der Film erzählen soll.
import-long = Das sind mehr als { $most }.000 Wörter, mehr lese ich nicht. Schick mir den Teil, den der Film erzählen soll.
import-binary = Das ist kein Text: Ich finde Bytes darin, die keine Schrift hat. Speichere es als reinen Text (.txt), Fountain oder FDX und schick es noch einmal.
import-encoding = Die Buchstaben in dieser Datei sind durcheinander: Sie passt zu keiner Kodierung, die ich kenne. Speichere sie als UTF-8 und schick sie noch einmal.
import-document = Das ist ein { $what }-Dokument, das lese ich nicht. Speichere es als reinen Text (.txt), Fountain oder FDX und schick es noch einmal.
import-fdx = Das ist keine Final-Draft-Datei, die ich lesen kann; ihr XML ist kaputt oder enthält etwas anderes. Exportiere sie noch einmal als FDX oder Fountain.
import-no-story = Für eine Geschichte sind das zu wenige Wörter. Sag mir in einem Satz, wovon der Film handelt, und ich schreibe eine.
import-unreadable = Aus dieser Datei werde ich nicht schlau. Speichere sie als reinen Text (.txt) und schick sie noch einmal.
import-gone = Diese Datei kam nicht ganz bei mir an. Schick sie noch einmal.
import-not-read = Das habe ich noch nicht gelesen; einen Moment.
import-per-day = Das sind heute { $most } Geschichten, mehr lese ich an einem Tag nicht. Morgen geht es weiter.
import-too-short = Für diese Länge ist die Geschichte zu kurz. Wähle eine kürzere, und ich mache weiter.

choice-import = Einen Film daraus machen
choice-import-idea = Nur die Idee
choice-tell-idea = Lieber eine Idee erzählen
bring-story = Oder bring eine Geschichte, ein Drehbuch
bring-story-about = .txt, .fountain oder .fdx: daraus wird der Film
