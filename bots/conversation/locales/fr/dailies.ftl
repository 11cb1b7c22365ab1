# Les scènes à mesure qu’elles arrivent, et d’autres prises d’un plan.

dailies-title = La scène { $scene } est arrivée ({ $done } sur { $total }).
dailies-clip = Plan { $shot }, tel qu’il sort du rendu, sans le son
dailies-shot = { $shot } · { $action } · { $credits }
dailies-noted = { $count ->
    [one] Le plan { $shots } est noté pour une autre prise.
   *[other] Les plans { $shots } sont notés pour une autre prise.
 }
dailies-all = { $done ->
    [one] La première scène est vue. La suivante s’affichera ici dès son arrivée.
   *[other] { $done } scènes sur { $total } sont vues. La suivante s’affichera ici dès son arrivée.
 }
dailies-later = Plus de scènes pour l’instant. Le film arrive quand même, et chaque plan pourra être repris à ce moment-là.
dailies-over = Toutes les scènes sont maintenant dans le film.
retake-noted = Le plan { $shot } est noté. Quand le film sera là, je te proposerai une autre prise avec son prix ; rien n’est débité avant.
film-noted = { $count ->
    [one] Tu as noté un plan pour une autre prise.
   *[other] Tu as noté { $count } plans pour une autre prise.
 }
error-no-retakes = Aucun plan n’est noté pour une autre prise.

ask-retake = Lequel des { $shots } plans faut-il reprendre ? Un numéro suffit. Tu verras d’abord son prix.
form-retake = Une autre prise
entry-retake = Numéro du plan
choice-keep-scene = La garder
choice-dailies-later = Plus tard
choice-retake = Reprendre un plan…
choice-retake-noted = { $count ->
    [one] Le reprendre
   *[other] Reprendre ces { $count } plans
 }
menu-retake = Reprendre un plan
