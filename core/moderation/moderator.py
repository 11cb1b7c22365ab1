"""Judges texts and pictures: by the shipped rules and, where there is one, by a moderation service.

    await moderator.check(idea, script_text)       # the rules, then the service
    await moderator.check_picture(jpeg)            # the service alone: no rule of ours sees

Writers have it check what people type and what a model wrote; the upload room the pictures that people send; rendering looks through the clips
that a model made. A service that does not answer blocks: nothing is let through unchecked.
"""

from __future__ import annotations

from typing import Protocol

from core.errors import Unavailable
from core.moderation.rules import check_text, data, refusal

PIECE_CHARACTERS, PIECES_PER_CALL = 6000, 16


class ModerationService(Protocol):
    """Somebody outside who judges: `openai_service.OpenAIModeration`."""

    async def scores(self, pieces: list[str]) -> list[dict[str, float]]:
        """For each text the score of each category, 0 to 1. Unavailable if there is no answer."""
        ...

    async def picture_scores(self, picture: bytes) -> dict[str, float]:
        """The same of one picture, a JPEG file. Unavailable if there is no answer."""
        ...

    async def close(self) -> None:
        """Let go of what it holds."""
        ...


class Moderator:
    """The rules and, where there is one, the service."""

    def __init__(self, service: ModerationService | None = None) -> None:
        self._service = service

    @property
    def sees(self) -> bool:
        """Whether pictures are judged here at all."""
        return self._service is not None

    async def check(self, *texts: str) -> None:
        """Return if these texts may become a film. Forbidden if not, Unavailable if the service does not answer."""
        for text in texts:
            check_text(text)
        if self._service is None:
            return
        pieces = [piece for text in texts for piece in _pieces(text)]
        for at in range(0, len(pieces), PIECES_PER_CALL):
            some = pieces[at : at + PIECES_PER_CALL]
            judged = await self._service.scores(some)
            if len(judged) != len(some):
                raise Unavailable("the moderation service left something unchecked")
            for scores in judged:
                _refuse(scores, data()["texts"])

    async def check_picture(self, picture: bytes) -> None:
        """Return if this picture, a JPEG file, may be seen in a film. Forbidden if not, Unavailable if the service does not answer."""
        if self._service:
            _refuse(await self._service.picture_scores(picture), data()["pictures"])

    async def close(self) -> None:
        """Let go of the service."""
        if self._service:
            await self._service.close()


def _refuse(scores: dict[str, float], limits: dict[str, float]) -> None:
    for category, limit in limits.items():
        if scores.get(category, 0.0) >= limit:
            raise refusal(category.replace("sexual/minors", "minors").replace("illicit", "weapons").split("/")[0])


def _pieces(text: str) -> list[str]:
    """The text in pieces that a service takes, cut between words."""
    pieces: list[str] = []
    while text.strip():
        cut = len(text) if len(text) <= PIECE_CHARACTERS else text.rfind(" ", PIECE_CHARACTERS // 2, PIECE_CHARACTERS)
        cut = cut if cut > 0 else PIECE_CHARACTERS
        pieces.append(text[:cut].strip())
        text = text[cut:]
    return [piece for piece in pieces if piece]
