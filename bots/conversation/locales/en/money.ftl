# Buying credits and plans, receipts, codes, gifts, help with payments.

## The shop

shop-title = Credits
shop-pool-title = Credits for the pool of { $name }
shop-this-pool = this place
shop-second = One credit is one finished second at standard.
shop-credits = credits
shop-price = price
shop-promise = Bought credits never expire. Only finished shots are charged, and what a film does not use comes back.
shop-closed = Nothing is sold here at the moment.
choice-buy = { $credits }, { $price }
choice-buy-in-discord = { $credits } in Discord’s shop, { $price }
choice-buy-credits = Buy credits
choice-other-pack = Other amounts
choice-plans = Plans
choice-code = I have a code…
choice-gift = Give credits…
choice-export = As a file

## A purchase

purchase-asked = One moment: I open the payment page.
purchase-pack = *{ $credits }* are ready for you.
purchase-plan = *{ $plan }*: { $credits } every month.
purchase-how = You pay on a page of Stripe. The credits are here seconds later, and this message becomes your receipt.
purchase-stars = You pay with Stars, here in Telegram. The credits are here at once, and this message becomes your receipt.
purchase-portal = Your cards, invoices and addresses are on a page of Stripe, open for a few minutes.
purchase-paid = { $credits } are in.
purchase-paid-plan = { $plan } is yours, and { $credits } are in.
purchase-receipt = receipt
purchase-number = payment
purchase-amount = paid
purchase-tax = tax included
purchase-day = day
purchase-have = You have { $have }.
purchase-pool-has = The pool has { $have }.
purchase-nothing-charged = Nothing was charged.
choice-pay = Pay { $price }
choice-open-portal = Open the page
choice-again = Try again
choice-paysupport = Help with payments
error-not-sold = That is not sold here.
error-page-expired = That payment page has run out.
error-payment-refused = The payment service would not do that.
error-too-many-purchases = { $most } payment pages in an hour is the most. The ones you have still work; otherwise try again later.
error-plan-elsewhere = Your plan was begun in another shop. End it there first; then it can begin here.
error-no-plan = There is no plan that could end.

## Plans

plans-title = Plans
plans-now = You are on { $plan }.
plans-until = Paid until { $day }; then it renews.
plans-changes = Paid until { $day }; then it becomes { $plan }.
plans-ends = Paid until { $day }; then it ends. Credits you have stay until they expire.
plans-also = { $plan } is running too, and is paid again on { $day }. The better plan counts; both bring their credits.
plans-plan = plan
plans-price = a month
plans-credits = credits
plans-films = films at once
plans-month = A month’s credits last until the end of the next month.
plans-change = A better plan counts at once and costs the difference; a lesser one begins with the next month.
choice-plan = { $plan }, { $price }
choice-portal = Cards and invoices
choice-cancel-plan = End the plan
choice-end-this-plan = End { $plan }
choice-cancel-plan-sure = End it
choice-keep-plan = Keep it
choice-resume-plan = Go on after all
plan-cancel-ask = End { $plan }? It stays until the month that is paid is over, and so do its credits.
plan-cancelled = Noted: the plan ends with the month that is paid. Until then nothing changes.
plan-resumed = The plan goes on.
plan-changed = Noted: { $plan }. A better plan counts as soon as it is paid; a lesser one begins with the next month.
choice-mend-payment = Look at the card

## What happened to money

money-taken-back = { $credits } went, because payment { $number } was taken back.
money-owed = You owe { $credits } now, as that much was spent already. The next credits that come in pay it; then films can be rendered again.
money-on-hold = The bank is looking into that payment. Until it is settled, your credits wait and nothing new can be spent.
money-returned = { $credits } are back: payment { $number } stands after all.
money-renewal-failed = The month’s payment for your plan did not go through. Nothing is lost: it is tried again in the coming days, and for { $days } days everything stays as it is. A look at your card usually helps.
money-plan-ended = Your plan has ended, and you are on Free again. Films, cast and credits stay yours.
money-two-plans = Two plans are running now, { $plan } and { $other }, and both are paid every month. If you did not mean that, end one of them.
money-invite-thanks = { $credits } for you: an invitation, yours or to you, led to a first purchase. Thank you.
money-invite-gone = { $credits } went again: the purchase behind an invitation no longer counts.

## After the payment page

paid-title-paid = Thank you
paid-paid = { $credits } are in. Your receipt is in the chat.
paid-title-open = One moment
paid-open = As soon as the payment is confirmed, the credits are in your chat. You can close this page; nothing is lost.
paid-title-expired = This page has run out
paid-expired = Nothing was charged. Ask for a new one in the chat.
paid-title-failed = That did not work
paid-failed = Nothing was charged. The chat tells you more.
paid-title-left = All done
paid-left = What you changed counts. The chat goes on where it was.
paid-back = Back to the chat

## Free credits, codes, gifts

trial-given = To try it: { $credits ->
    [one] { $credits } credit is yours, free, once.
   *[other] { $credits } credits are yours, free, once.
 }
trial-young = There are free credits for everybody who is new here. This chat account was made only days ago, so yours come a little later.
trial-busy = Today’s free credits for newcomers are all given. Tomorrow there are new ones.
form-promo = A code
ask-promo = Which code do you have?
entry-promo = The code
code-ask = A code from us, a friend or a gift brings credits.
code-promo = It works: { $credits } are in.
code-gift = A gift: { $credits } are in.
code-invited = Welcome! When you buy for the first time, you and who invited you get { $credits } each.
code-wrong = I know no such code. Look at it once more.
code-over = That code is used up, or its time is over.
code-had = You have used that code already.
code-own = That is your own invitation. Give it to a friend.
code-old = Invitations are for people who are new here. Thank you for having been here before.
code-busy = Today’s free credits are all given. Tomorrow the code works.
code-too-many = Those were too many wrong codes. Try again in an hour.
form-gift = Give credits
ask-gift = How many credits shall the gift have?
entry-gift = Credits
gift-title = A gift of { $credits }
gift-how = Whoever tells me this code has them. If nobody does until { $day }, they come back to you. You can take them back yourself with the code.
gift-taken = The gift of { $credits } was taken.
error-gift-amount = A gift can have up to { $most } credits.
error-gift-short = Only bought credits can be given away, and there are { $have } of those. Nothing was moved.
error-gifts-open = { $most } of your gifts are waiting already, and that is the most. Let some be taken first.
invite-title = Bring a friend
invite-how = This is your code. Whoever is new here and tells it to me is your guest. When they first buy, you both get { $credits }.
invite-thanked = { $count ->
    [0] Nobody so far.
    [one] One friend so far.
   *[other] { $count } friends so far.
 }

## Help with payments

paysupport-title = Help with payments
paysupport-how = Credits that did not come are usually here within a minute; everything that was paid is found again every hour, without your asking. A film that failed for our reasons costs nothing.
paysupport-payment = Payment { $number }, { $day }, { $amount }
paysupport-contact = For anything else, also to have a payment given back: { $contact }. Name the payment’s number.
paysupport-operator = For anything else, also to have a payment given back, write to who runs this bot. Name the payment’s number.
statement-file = Every move of your credits.

## Before Stars are paid

stars-unknown = I do not know this invoice. Nothing was charged; ask for a new one in the chat.
stars-paid = This invoice is paid already. Nothing was charged.
stars-over = This invoice is over. Nothing was charged; ask for a new one in the chat.
stars-not-yours = This invoice is somebody else’s. Nothing was charged; ask for your own in the chat.
stars-plan-runs = A plan of yours is running already. Nothing was charged; end it first, then another can begin.

## What explains a wallet, and what is not sold where

balance-expiring = { $credits } of them end on { $day }.
history-owed = { $debt } are owed for it.
history-owed-paid = { $debt } went to what was owed.
credits-returned = A payment stands after all.
credits-granted-invite = Thanks for an invitation.
credits-invite-gone = Thanks for an invitation, taken back with its purchase.
credits-granted-code = From a code.
credits-gift-made = Put into a gift.
credits-gift-taken = From a gift.
credits-gift-back = A gift that nobody took.
credits-to-pool = Put into a pool.
paid-elsewhere = The chat you came from goes on where it was.
plans-too-dear = { $plan } costs more each month than Telegram renews, so it is not sold here. Packs bring as many credits, and those never expire.
plans-one-at-a-time = To change plans, end this one first. When its month is over, another can begin.
plans-then-another = When this month is over, another plan can begin.
