# Acheter des crédits et des forfaits, reçus, codes, cadeaux, aide aux paiements.

## La boutique

shop-title = Crédits
shop-pool-title = Crédits pour la cagnotte de { $name }
shop-this-pool = ce lieu
shop-second = Un crédit, c’est une seconde terminée en standard.
shop-credits = crédits
shop-price = prix
shop-promise = Les crédits achetés n’expirent jamais. Seuls les plans terminés sont débités, et ce qu’un film n’utilise pas revient.
shop-closed = Rien n’est en vente ici pour le moment.
choice-buy = { $credits }, { $price }
choice-buy-in-discord = { $credits } dans la boutique de Discord, { $price }
choice-buy-credits = Acheter des crédits
choice-other-pack = Autres montants
choice-plans = Forfaits
choice-code = J’ai un code…
choice-gift = Offrir des crédits…
choice-export = En fichier

## Un achat

purchase-asked = Un instant : j’ouvre la page de paiement.
purchase-pack = *{ $credits }* t’attendent.
purchase-plan = *{ $plan }* : { $credits } chaque mois.
purchase-how = Tu paies sur une page de Stripe. Les crédits arrivent quelques secondes après, et ce message devient ton reçu.
purchase-stars = Tu paies en Stars, ici dans Telegram. Les crédits arrivent aussitôt, et ce message devient ton reçu.
purchase-portal = Tes cartes, factures et adresses sont sur une page de Stripe, ouverte quelques minutes.
purchase-paid = { $credits } sont arrivés.
purchase-paid-plan = { $plan } est à toi, et { $credits } sont arrivés.
purchase-receipt = reçu
purchase-number = paiement
purchase-amount = payé
purchase-tax = taxes comprises
purchase-day = jour
purchase-have = Tu as { $have }.
purchase-pool-has = La cagnotte a { $have }.
purchase-nothing-charged = Rien n’a été débité.
choice-pay = Payer { $price }
choice-open-portal = Ouvrir la page
choice-again = Réessayer
choice-paysupport = Aide aux paiements
error-not-sold = Ce n’est pas en vente ici.
error-page-expired = Cette page de paiement a expiré.
error-payment-refused = Le service de paiement a refusé.
error-too-many-purchases = { $most } pages de paiement par heure, c’est le maximum. Celles que tu as marchent encore ; sinon, réessaie plus tard.
error-plan-elsewhere = Ton forfait a été pris dans une autre boutique. Mets-y fin d’abord là-bas ; il pourra ensuite commencer ici.
error-no-plan = Il n’y a pas de forfait à arrêter.

## Forfaits

plans-title = Forfaits
plans-now = Tu as le forfait { $plan }.
plans-until = Payé jusqu’au { $day } ; ensuite il se renouvelle.
plans-changes = Payé jusqu’au { $day } ; ensuite il devient { $plan }.
plans-ends = Payé jusqu’au { $day } ; ensuite il s’arrête. Les crédits que tu as restent jusqu’à leur date.
plans-also = { $plan } est aussi en cours et sera payé de nouveau le { $day }. Le meilleur forfait compte ; les deux apportent leurs crédits.
plans-plan = forfait
plans-price = par mois
plans-credits = crédits
plans-films = films à la fois
plans-month = Les crédits d’un mois durent jusqu’à la fin du mois suivant.
plans-change = Un forfait supérieur compte tout de suite et coûte la différence ; un forfait inférieur commence le mois suivant.
choice-plan = { $plan }, { $price }
choice-portal = Cartes et factures
choice-cancel-plan = Arrêter le forfait
choice-end-this-plan = Arrêter { $plan }
choice-cancel-plan-sure = L’arrêter
choice-keep-plan = Le garder
choice-resume-plan = Continuer finalement
plan-cancel-ask = Arrêter { $plan } ? Il reste jusqu’à la fin du mois payé, et ses crédits aussi.
plan-cancelled = Noté : le forfait s’arrête avec le mois payé. D’ici là, rien ne change.
plan-resumed = Le forfait continue.
plan-changed = Noté : { $plan }. Un forfait supérieur compte dès qu’il est payé ; un forfait inférieur commence le mois suivant.
choice-mend-payment = Vérifier la carte

## Ce qui est arrivé à l’argent

money-taken-back = { $credits } sont repartis, car le paiement { $number } a été repris.
money-owed = Tu dois maintenant { $credits }, déjà dépensés. Les prochains qui arrivent les règlent ; ensuite, les rendus reprennent.
money-on-hold = La banque examine ce paiement. Tant que ce n’est pas réglé, tes crédits attendent et rien ne peut être dépensé.
money-returned = { $credits } sont revenus : le paiement { $number } est finalement valable.
money-renewal-failed = Le paiement du mois pour ton forfait n’est pas passé. Rien n’est perdu : il sera retenté ces prochains jours, et pendant { $days } jours tout reste comme c’est. Vérifier ta carte suffit souvent.
money-plan-ended = Ton forfait est terminé, et tu reviens à l’offre Free. Films, distribution et crédits restent à toi.
money-two-plans = Deux forfaits sont en cours, { $plan } et { $other }, et tous deux sont payés chaque mois. Si ce n’était pas voulu, arrêtes-en un.
money-invite-thanks = { $credits } pour toi : une invitation, de toi ou à toi, a mené à un premier achat. Merci.
money-invite-gone = { $credits } sont repartis : l’achat derrière une invitation ne compte plus.

## Après la page de paiement

paid-title-paid = Merci
paid-paid = { $credits } sont arrivés. Ton reçu est dans la discussion.
paid-title-open = Un instant
paid-open = Dès que le paiement est confirmé, les crédits sont dans ta discussion. Tu peux fermer cette page ; rien n’est perdu.
paid-title-expired = Cette page a expiré
paid-expired = Rien n’a été débité. Demandes-en une nouvelle dans la discussion.
paid-title-failed = Ça n’a pas marché
paid-failed = Rien n’a été débité. La discussion t’en dit plus.
paid-title-left = C’est fait
paid-left = Ce que tu as changé est enregistré. La discussion reprend où elle en était.
paid-back = Retour à la discussion

## Crédits gratuits, codes, cadeaux

trial-given = Pour essayer : { $credits ->
    [one] { $credits } crédit est à toi, gratuit, une fois.
   *[other] { $credits } crédits sont à toi, gratuits, une fois.
 }
trial-young = Chaque nouvelle personne reçoit ici des crédits gratuits. Ce compte de messagerie n’a que quelques jours, alors les tiens viendront un peu plus tard.
trial-busy = Les crédits gratuits du jour pour les nouveaux sont tous donnés. Demain, il y en aura d’autres.
form-promo = Un code
ask-promo = Quel code as-tu ?
entry-promo = Le code
code-ask = Un code de nous, d’un ami ou d’un cadeau apporte des crédits.
code-promo = Ça marche : { $credits } sont arrivés.
code-gift = Un cadeau : { $credits } sont arrivés.
code-invited = Bienvenue ! À ton premier achat, toi et la personne qui t’a invité recevrez { $credits } chacun.
code-wrong = Je ne connais pas ce code. Vérifie-le encore une fois.
code-over = Ce code est épuisé, ou sa date est passée.
code-had = Tu as déjà utilisé ce code.
code-own = C’est ta propre invitation. Donne-la à un ami.
code-old = Les invitations sont pour les nouveaux venus. Merci d’être là depuis plus longtemps.
code-busy = Les crédits gratuits du jour sont tous donnés. Demain, le code marchera.
code-too-many = Trop de mauvais codes. Réessaie dans une heure.
form-gift = Offrir des crédits
ask-gift = Combien de crédits dans le cadeau ?
entry-gift = Crédits
gift-title = Un cadeau de { $credits }
gift-how = Qui me dit ce code les reçoit. Si personne ne le fait avant le { $day }, ils te reviennent. Tu peux aussi les reprendre avec ce code.
gift-taken = Le cadeau de { $credits } a été pris.
error-gift-amount = Un cadeau peut contenir jusqu’à { $most } crédits.
error-gift-short = Seuls les crédits achetés peuvent être offerts, et il y en a { $have }. Rien n’a bougé.
error-gifts-open = { $most } de tes cadeaux attendent déjà, et c’est le maximum. Attends que quelques-uns soient pris.
invite-title = Amène un ami
invite-how = Voici ton code. Toute personne nouvelle ici qui me le dit est ton invitée. À son premier achat, vous recevez { $credits } chacun.
invite-thanked = { $count ->
    [0] Personne pour l’instant.
    [one] Un ami pour l’instant.
   *[other] { $count } amis pour l’instant.
 }

## Aide aux paiements

paysupport-title = Aide aux paiements
paysupport-how = Des crédits qui manquent arrivent en général dans la minute ; tout ce qui a été payé est retrouvé chaque heure, sans que tu demandes. Un film raté par notre faute ne coûte rien.
paysupport-payment = Paiement { $number }, { $day }, { $amount }
paysupport-contact = Pour tout le reste, y compris un remboursement : { $contact }. Indique le numéro du paiement.
paysupport-operator = Pour tout le reste, y compris un remboursement, écris à la personne qui exploite ce bot. Indique le numéro du paiement.
statement-file = Chaque mouvement de tes crédits.

## Avant de payer en Stars

stars-unknown = Je ne connais pas cette facture. Rien n’a été débité ; demandes-en une nouvelle dans la discussion.
stars-paid = Cette facture est déjà payée. Rien n’a été débité.
stars-over = Cette facture n’est plus valable. Rien n’a été débité ; demandes-en une nouvelle dans la discussion.
stars-not-yours = Cette facture est à quelqu’un d’autre. Rien n’a été débité ; demande la tienne dans la discussion.
stars-plan-runs = Tu as déjà un forfait en cours. Rien n’a été débité ; arrête-le d’abord, puis un autre pourra commencer.

## What explains a wallet, and what is not sold where

balance-expiring = { $credits } de ce total s’arrêtent le { $day }.
history-owed = { $debt } sont dus pour cela.
history-owed-paid = { $debt } sont allés à ce qui était dû.
credits-returned = Un paiement tient, finalement.
credits-granted-invite = Merci pour une invitation.
credits-invite-gone = Merci pour une invitation, repris avec son achat.
credits-granted-code = D’un code.
credits-gift-made = Mis dans un cadeau.
credits-gift-taken = D’un cadeau.
credits-gift-back = Un cadeau que personne n’a pris.
credits-to-pool = Mis dans une cagnotte.
paid-elsewhere = La discussion d’où tu viens continue là où elle en était.
plans-too-dear = { $plan } coûte par mois plus que ce que Telegram renouvelle ; il n’est donc pas vendu ici. Les packs apportent autant de crédits, et ceux-là n’expirent jamais.
plans-one-at-a-time = Pour changer de forfait, arrête d’abord celui-ci. Quand son mois sera fini, un autre pourra commencer.
plans-then-another = Quand ce mois sera fini, un autre forfait pourra commencer.
