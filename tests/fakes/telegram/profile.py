"""What a bot says of itself: commands, descriptions, the menu button."""

from __future__ import annotations

from typing import Any

from tests.fakes.telegram import rules
from tests.fakes.telegram.base import Base
from tests.fakes.telegram.rules import bad


class Profile(Base):
    """The bot itself."""

    def _getMe(self, given: dict[str, Any]) -> dict[str, Any]:
        return self.me

    def _setMyCommands(self, given: dict[str, Any]) -> bool:
        language = given.get("language_code", "")
        if language and (len(language) != 2 or not language.isalpha()):
            raise bad("LANGUAGE_CODE_INVALID")
        self.commands[rules.check_scope(given.get("scope")), language] = rules.check_commands(given["commands"])
        return True

    def _deleteMyCommands(self, given: dict[str, Any]) -> bool:
        self.commands.pop((rules.check_scope(given.get("scope")), given.get("language_code", "")), None)
        return True

    def _getMyCommands(self, given: dict[str, Any]) -> list[dict[str, str]]:
        return self.commands.get((rules.check_scope(given.get("scope")), given.get("language_code", "")), [])

    def _setMyDescription(self, given: dict[str, Any]) -> bool:
        if rules.units(given.get("description", "")) > 512:
            raise bad("description is too long")
        self.descriptions["long", given.get("language_code", "")] = given.get("description", "")
        return True

    def _setMyShortDescription(self, given: dict[str, Any]) -> bool:
        if rules.units(given.get("short_description", "")) > 120:
            raise bad("short description is too long")
        self.descriptions["short", given.get("language_code", "")] = given.get("short_description", "")
        return True

    def _setChatMenuButton(self, given: dict[str, Any]) -> bool:
        if given.get("menu_button", {}).get("type") not in ("commands", "web_app", "default"):
            raise bad("can't parse menu button")
        self.menu_button = given["menu_button"]
        return True
