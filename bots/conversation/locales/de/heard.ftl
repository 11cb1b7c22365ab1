# Was jemand tippen mag; wird nicht gezeigt. Klein geschrieben, durch Striche getrennt.

heard-yes = ja | j | jo | jep | jap | ok | okay | gut | super | prima | klar | passt | weiter | gut, weiter | los | mach das | mach | perfekt | sieht gut aus | gefällt mir | ja bitte | genau | einverstanden | auf geht's | yes
heard-hello = hi | hallo | hey | moin | servus | guten morgen | guten tag | guten abend | start | /start
heard-help = hilfe | help | ? | /help | /hilfe | was kannst du | wie geht das | was kann ich tun
heard-never-mind = egal | schon gut | vergiss es | lass es | lass gut sein | nein | stopp | stop | nichts | doch nicht
heard-status = stand | status | wo stehen wir | wie steht es | wie weit bist du | was nun | und jetzt
heard-shorter = kürzer | mach es kürzer | etwas kürzer | bitte kürzer | zu lang
heard-longer = länger | mach es länger | etwas länger | bitte länger | zu kurz
heard-undo = rückgängig | mach das rückgängig | zurück | nimm das zurück | zurücknehmen | undo
heard-films = filme | meine filme | liste | zeig meine filme
heard-cast = meine besetzung | meine leute | meine figuren | wen kenne ich
heard-thanks = danke | danke schön | dankeschön | vielen dank | merci | thx | thanks

heard-second = s | sek | sekunde | sekunden
heard-minute = m | min | minute | minuten
heard-hour = h | std | stunde | stunden
heard-numbers = eine halbe = 0.5 | halbe = 0.5 | eine = 1 | ein = 1 | eins = 1 | zwei = 2 | drei = 3 | vier = 4 | fünf = 5 | sechs = 6 | sieben = 7 | acht = 8 | neun = 9 | zehn = 10 | zwölf = 12 | fünfzehn = 15 | zwanzig = 20 | dreißig = 30 | vierzig = 40 | fünfundvierzig = 45 | fünfzig = 50 | sechzig = 60 | neunzig = 90 | anderthalb = 1.5 | eineinhalb = 1.5 | zweieinhalb = 2.5 | dreieinhalb = 3.5 | viereinhalb = 4.5
heard-half = und eine halbe | und ein halb | einhalb
heard-format-youtube = breitbild | quer | querformat | breit | youtube | 16:9 | 16x9
heard-format-shorts = hochkant | hochformat | vertikal | shorts | 9:16 | 9x16 | youtube shorts
heard-format-reels = reels | reel | instagram reels | instagram reel
heard-format-tiktok = tiktok | tik tok
heard-format-square = quadratisch | quadrat | 1:1 | 1x1
heard-kind-film = langfilm | spielfilm | normaler film | richtiger film
heard-kind-short = kurzfilm | einen kurzen
heard-kind-series = serie | serienfolge | folge | webserie
heard-kind-ad = werbung | werbespot | werbefilm | spot | anzeige
heard-kind-trailer = trailer | teaser
heard-kind-music-video = musikvideo | musikclip
heard-about = für | über | von | zu | aus | in dem | in der
heard-film = film | video | clip
heard-filler = mach | mache | es | ihn | bitte | der | die | das | den | dem | ein | einen | eine | in | im | und | als | zu | zum | für | von | mit | sein | ist | soll | sollte | lass | uns | ich | will | möchte | hätte | gern | gerne | wie | film | video | lang | dauert | dauern | etwa | ungefähr | circa | ca | jetzt | lieber | statt | stattdessen | nur | format | sprache | auf | kannst | du | nimm | ändere | mir | wir | fassung
