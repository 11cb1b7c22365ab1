# Scenes as they land, and other takes of single shots.

dailies-title = Scene { $scene } is in ({ $done } of { $total }).
dailies-clip = Shot { $shot }, as it was rendered, without sound
dailies-shot = { $shot } · { $action } · { $credits }
dailies-noted = { $count ->
    [one] Shot { $shots } is noted for another take.
   *[other] Shots { $shots } are noted for another take.
 }
dailies-all = { $done ->
    [one] The first scene is looked at. The next shows up here as it lands.
   *[other] { $done } of { $total } scenes are looked at. The next shows up here as it lands.
 }
dailies-later = No more scenes for now. The film comes all the same, and any shot can be taken again then.
dailies-over = The scenes are all in the film now.
retake-noted = Shot { $shot } is noted. When the film is in, I offer another take with its price; nothing is charged before that.
film-noted = { $count ->
    [one] You noted one shot for another take.
   *[other] You noted { $count } shots for another take.
 }
error-no-retakes = No shot is noted for another take.

ask-retake = Which of the { $shots } shots shall be taken again? A number is enough. You see its price first.
form-retake = Another take
entry-retake = Number of the shot
choice-keep-scene = Keep it
choice-dailies-later = Later
choice-retake = Retake a shot…
choice-retake-noted = { $count ->
    [one] Retake it
   *[other] Retake those { $count }
 }
menu-retake = Retake a shot
