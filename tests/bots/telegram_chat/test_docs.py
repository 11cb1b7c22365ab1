"""docs/telegram.md names the commands and settings that there are."""

from __future__ import annotations

import re
from pathlib import Path

from bots.conversation.words import words
from bots.telegram_chat.commands import CALLS, GROUP, PRIVATE, listed
from core.config import Settings

PAGE = (Path(__file__).parents[3] / "docs" / "telegram.md").read_text()


def test_the_table_of_commands_is_what_telegram_shows() -> None:
    table = PAGE.split("<!-- commands -->")[1].split("<!-- /commands -->")[0]
    rows = re.findall(r"^\| `/(\w+)` \| (yes)? *\| (.+?) \|$", table, re.MULTILINE)
    shown = listed(PRIVATE, "en")
    assert [(name, text) for name, _, text in rows] == [(one.command, one.description) for one in shown]
    assert {name for name, group, _ in rows if group} == {one.command for one in listed(GROUP, "en")}
    assert words("en").text("telegram-description-short")


def test_other_commands_and_settings_it_names_exist() -> None:
    named = set(re.findall(r"`/(\w+)`", PAGE.split("None of them is needed")[1].split("work too")[0]))
    assert named <= set(CALLS)
    assert {name.lower() for name in re.findall(r"SYSRAI_([A-Z_]+)", PAGE)} <= set(Settings.model_fields)
