"""Where the vocabulary of Stripe and Telegram Stars stops; everything else speaks of credits."""
