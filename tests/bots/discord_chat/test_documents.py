"""docs/discord.md says what is true: permissions, install link, intents, commands, figures."""

from __future__ import annotations

import re
from pathlib import Path

from prometheus_client import generate_latest

from bots.discord_chat import bot, permissions

TEXT = (Path(__file__).parents[3] / "docs" / "discord.md").read_text()


def test_the_permissions_are_the_ones_that_are_asked_for() -> None:
    listed = re.search(r"<!-- permissions -->\n(.*?)\n<!-- /permissions -->", TEXT, re.DOTALL)
    assert listed
    assert listed[1] == permissions.table()
    assert f"permissions={permissions.needed().value}" in TEXT


def test_no_intent_is_privileged() -> None:
    wanted = bot.intents()
    assert not wanted.message_content
    assert not wanted.members
    assert not wanted.presences


def test_the_figures_exist() -> None:
    named = set(re.findall(r"`(sysrai_discord_[a-z_]+)", TEXT))
    shown = generate_latest().decode()
    assert named
    assert [name for name in named if f"# HELP {name}" not in shown] == []
