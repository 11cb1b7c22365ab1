"""Kinds of films as a person meets them: named in the idea, chosen from a menu, going on as a series, as long as a track."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bots.conversation.brief_talk import hear, kind_of
from bots.conversation.words import words
from core import projects
from core.jobs import transaction
from core.models import Project
from core.projects import Track

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set


@pytest.mark.parametrize(
    ("idea", "kind"),
    [
        ("an ad for a cold brew coffee", "ad"),
        ("Make me a trailer about a drowned town", "trailer"),
        ("a music video of two dancers on a roof", "music_video"),
        ("a man in an advertising agency falls in love", None),
        ("a fox for a friend", None),
    ],
)
def test_an_idea_may_name_its_kind(idea: str, kind: str | None) -> None:
    assert kind_of(words("en"), idea) == kind


def test_a_kind_is_heard_in_plain_talk() -> None:
    assert hear(words("en"), "make it a trailer please").changes == {"kind": "trailer"}
    assert hear(words("en"), "shorter").changes == {}


@pytest.mark.parametrize(
    ("language", "said", "seconds"),
    [
        ("en", "tens of people", None),
        ("en", "two minutes", 120),
        ("en", "90s", 90),
        ("es", "unas 2 horas", 7200),
        ("es", "un anuncio de medias", None),
        ("fr", "les uns et les autres", None),
        ("pt-BR", "umas 2 horas", 7200),
        ("ja", "三分", 180),
        ("zh-Hans", "两分钟", 120),
    ],
)
def test_a_number_word_and_its_unit_are_two_words(language: str, said: str, seconds: int | None) -> None:
    assert hear(words(language), said).changes.get("length_s") == seconds


async def test_another_kind_brings_its_usual_length_and_format_and_keeps_what_was_chosen(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper finds a letter")
    await ana.chooses("Kind", "ad")
    project = await Project.get()
    assert (project.kind, project.length_s, project.format) == ("ad", 15, "tiktok")
    assert "I would make this an ad of 15 seconds" in ana.find("brief").plain
    await ana.chooses("Format", "square")
    await ana.chooses("Length", "30")
    await ana.chooses("Kind", "trailer")
    await project.refresh_from_db()
    assert (project.kind, project.length_s, project.format) == ("trailer", 30, "square")
    await ana.says("make it a film")
    await ana.chooses("Kind", "film")
    await ana.chooses("Length", "600")
    await ana.chooses("Kind", "short")
    await project.refresh_from_db()
    assert project.length_s == 180, "the longest a short may be"
    await ana.says("ten minutes")
    assert "180" in ana.last.plain or "3 minutes" in ana.last.plain


async def test_a_series_goes_on_with_what_it_remembers(set_: Set) -> None:
    ana = set_.person()
    await ana.begins("a keeper finds a letter", kind="series", length_s=60)
    while ana.last.name != "film":
        await ana.presses()
    first = await Project.get()
    form = await ana.form("Next episode", ana.find("film"))
    assert form
    await ana.submits(form, "the letter answers")
    second = await Project.all().order_by("-id").first()
    assert second
    assert (second.parent_id, second.kind, second.length_s) == (first.id, "series", 60)
    memory = (await projects.brief_for_writing(second)).memory
    assert memory
    assert memory.script.title == "Mara and the Lamp"


async def test_a_music_video_is_as_long_as_its_track(set_: Set, tmp_path: Any) -> None:
    ana = set_.person()
    await ana.begins("two dancers on a roof", kind="music_video")
    assert "Send me your track" in ana.find("brief").plain
    project = await Project.get()
    async with transaction() as tx:
        await projects.set_track(tx, project, Track(key="uploads/x.mp3", sha256="0", name="x.mp3", seconds=90.0, beats=(0.5, 1.0, 1.5)))
    assert (await projects.brief_for_writing(project)).beats == (0.5, 1.0, 1.5)
    project.kind = "film"
    assert (await projects.brief_for_writing(project)).beats == ()
