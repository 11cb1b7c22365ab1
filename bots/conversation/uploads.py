"""A file that was sent: what it may be good for in this dialogue. Called by the engine for every `Uploaded`."""

from __future__ import annotations

from bots.conversation.events import Uploaded
from bots.conversation.steps import imports
from bots.conversation.steps.film import current
from bots.conversation.turn import Turn
from bots.conversation.words import shortened
from core import uploads
from core.errors import BadInput
from core.writing.importing import reading

USED: tuple[uploads.Kind, ...] = ("music",)
"""Kinds of files that something can be done with."""


async def receive(turn: Turn, event: Uploaded) -> None:
    """Note the file and tell the person that it is being looked into; the message becomes the question what to do with it."""
    if reading.is_readable(event.name):
        await imports.offer_file(turn, event)
        return
    kind = uploads.kind_of(event.name)
    if kind not in USED:
        await turn.say("upload-not-used", name=shortened(event.name, 60))
        return
    project = await current(turn)
    if kind == "music" and project is None:
        raise BadInput("there is no film to play it in", key="error-music-no-film")
    upload = await uploads.received(turn.tx, turn.person, kind, key=event.key, name=event.name, size=event.size)
    await turn.post("upload", project, about=f"upload:{upload.id}", upload=upload.id)
