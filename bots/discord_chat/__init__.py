"""The Discord chat: Discord's events become events of the conversation, views become messages. Thin; it knows nothing of films."""
