# Paying for one film together.

choice-fund-start = Fund it together
choice-fund = Put in { $credits }
choice-fund-other = Another amount…
choice-fund-back = Take mine back
choice-fund-name = Name me in the credits
choice-fund-show = Show it here again
fund-title = { $title } looks for backers
fund-bar = { $pledged } of { $goal }
fund-who = { $count ->
    [0] Nobody yet. It is open until { $day }.
    [one] One backer so far. It is open until { $day }.
   *[other] { $count } backers so far. It is open until { $day }.
 }
fund-promise = Credits are set aside, not spent. Each pays a share of what the finished film costs; the rest returns, and all of it if there is no film.
fund-reached = { $count ->
    [one] One backer made it possible. It is being rendered now.
   *[other] { $count } backers made it possible together. It is being rendered now.
 }
fund-made = It is made. Thank you, all of you. What was not used has returned.
fund-over = It came to no film this time. Everything has returned to who put it in.
fund-thanks = { $credits } are set aside for it; { $total } are yours in all. Shall your name stand in the end credits?
fund-named = Your name will stand in the end credits.
fund-taken-back = { $credits } are back with you.
fund-nothing-back = There is nothing of yours in it.
fund-not-over = It takes nothing any more. Nothing was set aside.
fund-not-enough = It has all it needs. Nothing was set aside; thank you.
fund-not-nothing = That is nothing. A number such as 10 is what I need.
fund-not-insufficient = You have { $free } credits free for it. Nothing was set aside.
fund-not-debt = Something is still owed from a payment that was taken back. Nothing was set aside.
fund-not-frozen = Your credits are frozen at the moment. Nothing was set aside.
form-pledge = Put credits in
ask-pledge = How many credits do you put in?
entry-pledge = Credits
card-funding = It waits for backers and begins by itself when the goal is reached.
