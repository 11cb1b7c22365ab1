"""A path that is typed or dropped is a file; everything else is talk."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from bots.terminal_chat.files import dropped, sent
from bots.terminal_chat.journey import address
from core.errors import BadInput
from core.storage import Storage
from core.writing.importing.reading import BYTES_MAX


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "my story (2).fountain"
    path.write_text("INT. KITCHEN - NIGHT\n\nMara reads.\n")
    return path


def test_every_way_a_terminal_hands_over_a_file(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    escaped = str(story).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    for typed in (str(story), f"'{story}'", f'"{story}"', escaped, shlex.quote(str(story)), story.as_uri()):
        assert dropped(typed) == story, typed
    monkeypatch.chdir(story.parent)
    assert dropped(story.name) == Path(story.name)


@pytest.mark.parametrize("typed", ["", "a keeper finds a letter", "make scene 2 at night", "it's late", "undo", "story.fountain", "x" * 4000, "/help", "a\n/b"])
def test_talk_stays_talk(typed: str) -> None:
    assert dropped(typed) is None


def test_a_file_that_is_not_there_is_said() -> None:
    with pytest.raises(BadInput, match="no file at /nowhere/film"):
        dropped("/nowhere/film.fountain")


async def test_it_goes_into_storage(story: Path, tmp_path: Path) -> None:
    storage = Storage.open("", tmp_path / "data")
    at = address("here", "", "ana", "Ana", "en")
    event = await sent(story, at, "u1", storage)
    assert (event.name, event.size, event.at) == (story.name, story.stat().st_size, at)
    assert (await storage.fetch(event.key)).read_text() == story.read_text()


async def test_what_is_too_large_is_never_copied(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(b"x" * (BYTES_MAX + 1))
    storage = Storage.open("", tmp_path / "data")
    with pytest.raises(BadInput):
        await sent(path, address("here", "", "ana", "Ana", "en"), "u1", storage)
    assert await storage.find("uploads/u1/huge.txt") is None
