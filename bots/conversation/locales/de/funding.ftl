# Gemeinsam für einen Film zahlen.

choice-fund-start = Gemeinsam bezahlen
choice-fund = { $credits } dazulegen
choice-fund-other = Anderer Betrag …
choice-fund-back = Meine zurücknehmen
choice-fund-name = Mich im Abspann nennen
choice-fund-show = Hier noch einmal zeigen
fund-title = { $title } sucht Förderer
fund-bar = { $pledged } von { $goal }
fund-who = { $count ->
    [0] Noch niemand. Offen bis { $day }.
    [one] Bisher ein Förderer. Offen bis { $day }.
   *[other] Bisher { $count } Förderer. Offen bis { $day }.
 }
fund-promise = Credits werden zurückgelegt, nicht ausgegeben. Alle zahlen einen Anteil an dem, was der fertige Film kostet; der Rest kommt zurück, und alles, wenn es keinen Film gibt.
fund-reached = { $count ->
    [one] Ein Förderer hat es möglich gemacht. Der Film wird jetzt gerendert.
   *[other] { $count } Förderer haben es zusammen möglich gemacht. Der Film wird jetzt gerendert.
 }
fund-made = Er ist da. Danke euch allen. Was nicht gebraucht wurde, ist zurück.
fund-over = Diesmal wurde kein Film daraus. Alles ist zu denen zurück, die es dazugelegt haben.
fund-thanks = { $credits } sind dafür zurückgelegt; von dir sind es insgesamt { $total }. Soll dein Name im Abspann stehen?
fund-named = Dein Name wird im Abspann stehen.
fund-taken-back = { $credits } sind wieder bei dir.
fund-nothing-back = Von dir ist nichts darin.
fund-not-over = Hier geht nichts mehr hinein. Nichts wurde zurückgelegt.
fund-not-enough = Er hat alles, was er braucht. Nichts wurde zurückgelegt; danke.
fund-not-nothing = Das ist nichts. Ich brauche eine Zahl wie 10.
fund-not-insufficient = Du hast dafür { $free } Credits frei. Nichts wurde zurückgelegt.
fund-not-debt = Aus einer zurückgenommenen Zahlung ist noch etwas offen. Nichts wurde zurückgelegt.
fund-not-frozen = Deine Credits sind im Moment eingefroren. Nichts wurde zurückgelegt.
form-pledge = Credits dazulegen
ask-pledge = Wie viele Credits legst du dazu?
entry-pledge = Credits
card-funding = Er wartet auf Förderer und beginnt von selbst, wenn das Ziel erreicht ist.
