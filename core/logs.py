"""Logging for every process: one line a record on standard error, secrets blacked out wherever they turn up."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

from pydantic import SecretStr

from core.config import Settings

BLACKED_OUT = "•••"
SECRET_LENGTH_MIN = 6
"""Shorter values are no secrets and would black out ordinary words."""


class _Redacting(logging.Formatter):
    """Formats, then removes every known secret, also from traces and from values inside other texts."""

    def __init__(self, secrets: list[str], *, as_json: bool) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S")
        self._secrets, self._json = sorted(secrets, key=len, reverse=True), as_json

    def format(self, record: logging.LogRecord) -> str:
        text = self._as_json(record) if self._json else super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, BLACKED_OUT)
        return text

    def _as_json(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        known = {"at": at, "level": record.levelname, "room": record.name, "message": record.getMessage()}
        if record.exc_info:
            known["trace"] = self.formatException(record.exc_info)
        return json.dumps(known, ensure_ascii=False)


def secrets_in(settings: Settings) -> list[str]:
    """The values that must never be logged: every secret setting, and passwords inside addresses."""
    found = [value.get_secret_value() for value in dict(settings).values() if isinstance(value, SecretStr)]
    for address in (settings.database_url, settings.redis_url, settings.storage_url):
        credentials, _, _ = address.partition("://")[2].rpartition("@")
        found.append(credentials.partition(":")[2])
    return [secret for secret in found if len(secret) >= SECRET_LENGTH_MIN]


def set_up(settings: Settings) -> None:
    """Configure the root logger of this process. The HTTP client's own log would show keys in addresses: warnings only."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting(secrets_in(settings), as_json=settings.log_format == "json"))
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler], force=True)
    for name in ("httpx", "httpx2", "httpcore", "openai", "aiohttp.access", "arq.worker", "arq.connections", "tortoise", "asyncio", "telegram"):
        logging.getLogger(name).setLevel(logging.WARNING)
