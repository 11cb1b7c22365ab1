"""Whole journeys: always the first button, from /start to a film that plays in the chat."""

from __future__ import annotations

import io

import av

from core.models import Render
from tests.bots.telegram_chat.conftest import Bench, asking
from tests.fakes.telegram_world import Chat, FakeUser, Message


async def film_of(bench: Bench, who: FakeUser, chat: Chat | None = None, topic: int | None = None, presses_max: int = 14) -> Message:
    """Press the first button until there is a film."""
    for _ in range(presses_max):
        if await Render.filter(state="done", tier="drawn").exists():
            break
        await bench.presses(who, chat=chat, topic=topic)
    return next(one for one in reversed(who.sees(chat)) if one.kind == "video" and (topic is None or one.topic == topic))


def plays(bench: Bench, message: Message) -> bool:
    """Whether what was sent can be played."""
    with av.open(io.BytesIO(bench.telegram.files[message.files[0]].content)) as film:
        return sum(1 for _ in film.decode(video=0)) >= 20


async def test_privately_always_the_first_button_ends_with_a_film(bench: Bench) -> None:
    ana = bench.telegram.user("Ana")
    await bench.says(ana, "/start")
    assert "What film shall we make?" in ana.sees()[-1].text
    await bench.says(ana, "/new a keeper finds a letter")
    film = await film_of(bench, ana)
    assert plays(bench, film)
    assert film.fields["video"]["duration"] > 0
    assert asking(ana).buttons
