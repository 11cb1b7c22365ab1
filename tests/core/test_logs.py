"""No secret is ever logged, however it gets into a record."""

from __future__ import annotations

import logging

import pytest
from pydantic import SecretStr

from core import logs
from core.config import Settings

CANARY = "sk-canary-7Qm2"


@pytest.mark.parametrize("form", ["text", "json"])
def test_secrets_are_blacked_out(form: str, capfd: pytest.CaptureFixture[str]) -> None:
    settings = Settings(openai_api_key=SecretStr(CANARY), database_url="postgres://ana:pa55word@db/sysrai", log_format=form, _env_file=None)  # type: ignore
    before = logging.getLogger().handlers[:]
    try:
        logs.set_up(settings)
        try:
            raise ValueError(f"refused {CANARY}")
        except ValueError:
            logging.getLogger("x").exception("key %s and %r", CANARY, {"url": settings.database_url})
    finally:
        logging.getLogger().handlers[:] = before
    shown = capfd.readouterr().err
    assert "refused" in shown
    assert CANARY not in shown
    assert "pa55word" not in shown
    assert logs.BLACKED_OUT in shown
