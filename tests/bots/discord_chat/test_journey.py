"""The journey in Discord: `/film new`, then always the recommended button, ends with a film that plays in the film's thread."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import av

if TYPE_CHECKING:
    from tests.bots.discord_chat.conftest import Stage

IDEA = "A lighthouse keeper finds a bottle with her own handwriting"


async def test_from_the_command_to_a_film_that_plays_in_its_thread(stage: Stage) -> None:
    asked = await stage.ana.command(stage.channel, "film new", idea=IDEA)
    assert asked.answer == 5
    thread = await stage.thread()
    assert thread.name == IDEA
    film = await stage.to_film(stage.ana, thread)
    assert stage.ana.user.id in thread.people
    assert film.pings == {stage.ana.user.id}
    assert "Mara and the Lamp" in film.read
    (video,) = film.attachments
    with av.open(io.BytesIO(video.data)) as played:
        assert played.streams.video[0].frames == 24
    gallery = next(one for one in film.parts if one["type"] == 12)
    assert gallery["items"][0]["media"]["url"] == f"attachment://{video.name}"
    opener, *rest = stage.discord.in_(stage.channel)
    assert IDEA in opener.read
    assert not rest
    assert any("thread of its own" in one.read for one in stage.ana.whispers)
    assert not any(one.loading for one in stage.discord.messages.values())
