"""Updates as a bot gets them: asked for, or brought to its webhook."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from aiohttp import ClientSession

from tests.fakes.telegram import rules
from tests.fakes.telegram.base import Base
from tests.fakes.telegram.rules import Refused

UPDATES_AT_ONCE = 100
WEBHOOK_TRIES_MAX = 5


class Updates(Base):
    """getUpdates, setWebhook and what belongs to them."""

    async def _getUpdates(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook["url"]:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
        self._allow(given)
        self.polling += 1
        turn = self.polling
        offset, deadline = given.get("offset", 0), asyncio.get_running_loop().time() + min(given.get("timeout", 0), 50)
        if offset < 0:
            while len(self.updates) > -offset:
                self.updates.popleft()
        while self.updates and offset > 0 and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        while not self.updates and (left := deadline - asyncio.get_running_loop().time()) > 0:
            self.news.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self.news.wait(), min(left, 0.2))
            if self.polling != turn:
                raise Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
        return list(self.updates)[: min(given.get("limit", UPDATES_AT_ONCE), UPDATES_AT_ONCE)]

    def _allow(self, given: dict[str, Any]) -> None:
        if "allowed_updates" in given:
            self.allowed = set(given["allowed_updates"]) or None

    def _setWebhook(self, given: dict[str, Any]) -> bool:
        rules.check_webhook(given)
        self._allow(given)
        self.webhook = {"url": given["url"], "secret": given.get("secret_token", "")}
        if given.get("drop_pending_updates"):
            self.updates.clear()
        if self.pusher:
            self.pusher.cancel()
        self.pusher = asyncio.create_task(self._push()) if given["url"] else None
        return True

    def _deleteWebhook(self, given: dict[str, Any]) -> bool:
        if self.pusher:
            self.pusher.cancel()
        self.webhook = {"url": ""}
        if given.get("drop_pending_updates"):
            self.updates.clear()
        return True

    def _getWebhookInfo(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"url": self.webhook["url"], "has_custom_certificate": False, "pending_update_count": len(self.updates)}

    async def _push(self) -> None:
        """Updates go to the webhook one after the other; one that is not taken comes again."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook["secret"]} if self.webhook["secret"] else {}
        async with ClientSession() as client:
            while True:
                while not self.updates:
                    self.news.clear()
                    await self.news.wait()
                update = self.updates[0]
                for _ in range(WEBHOOK_TRIES_MAX):
                    try:
                        async with client.post(self.webhook["url"], json=update, headers=headers) as answer:
                            if answer.status == 200:
                                break
                    except OSError:
                        pass
                    await asyncio.sleep(0.05)
                else:
                    self.complaints.append(f"the webhook does not take update {update['update_id']}")
                if self.updates and self.updates[0] is update:
                    self.updates.popleft()
