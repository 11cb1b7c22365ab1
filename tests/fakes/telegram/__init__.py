"""A stand-in for the Telegram Bot API, as strict as the real one: methods, files, long polling and webhooks over real HTTP.

    async with FakeTelegram().running() as telegram:
        ana = telegram.user("Ana")
        bot = Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url)
        ana.says("/start")                                  # an update for getUpdates, or for the webhook
        telegram.refuses("sendMessage", Refused(403, "Forbidden: ..."))     # the next call of that method

server    the HTTP server: reads requests, answers them, plays back scripted refusals
methods   the parameters of every method
rules     texts, entities, keyboards, media, commands, invoices: what the service accepts
updates   getUpdates and webhooks
profile   commands, descriptions, the menu button
sending, editing, stars, chats      the methods of the API, by what they are about
world     people, chats, messages, rights and speed limits; `people` acts as somebody at their Telegram
"""

from tests.fakes.telegram.rules import Refused
from tests.fakes.telegram.server import Call, Drop, FakeTelegram

__all__ = ["Call", "Drop", "FakeTelegram", "Refused"]
