"""The Chat port: what a chat must do so that posts can be shown in it. One adapter per platform, one fake in the tests.

An adapter turns updates into events and hands them to `Engine.turn`, gives the posts it gets back to `showing.Showing.now`, and
implements this port. It knows how its platform draws a View and what it allows, and nothing of films.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from bots.conversation.events import PlaceKind
from bots.conversation.views import View

if TYPE_CHECKING:
    from core.film.delivery import Limits


@dataclass(frozen=True)
class Target:
    """Where a post goes, in the platform's own ids. `person` is whom it answers or mentions, or empty; `language` is what it is written in."""

    platform: str
    place: str
    place_kind: PlaceKind = "private"
    thread: str = ""
    person: str = ""
    person_name: str = ""
    language: str = "en"


class ChatRefused(Exception):
    """The platform did not take a message. The outcomes below say what follows from it."""


class Gone(ChatRefused):
    """The message to edit, its thread or its place is not there any more."""


class Forbidden(ChatRefused):
    """We may not write there."""


class RetryAfter(ChatRefused):
    """Too fast, or the platform is away for a moment: try again in so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"again in {seconds:.1f} s")
        self.seconds = seconds


class Unsure(RetryAfter):
    """The answer to a new message was lost: it may have arrived, and trying again may double it."""


class Chat(Protocol):
    """One platform."""

    platform: str
    gap_s: float
    """Least seconds between two edits of one message."""

    async def send(self, to: Target, view: View, *, nonce: str, notify: bool) -> dict[str, Any]:
        """Send a new message and return what finds it again, as JSON. The same nonce sends one message where the platform
        can tell. `notify` mentions the person. Raises Gone, Forbidden, RetryAfter or, where it cannot tell, Unsure."""
        ...

    async def edit(self, ref: dict[str, Any], view: View) -> dict[str, Any]:
        """Make the message look like this view and return its reference. Raises Gone, Forbidden or RetryAfter."""
        ...

    def limits(self, to: Target) -> Limits:
        """What files may be sent there."""
        ...
