"""Where the vocabulary of Stripe, Telegram Stars and Discord's shop stops. Everything else speaks of credits."""
