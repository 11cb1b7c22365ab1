"""The chat on Telegram, on python-telegram-bot: private chats, groups and forum topics."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library's times as timedeltas, as they will be from its next major version on
