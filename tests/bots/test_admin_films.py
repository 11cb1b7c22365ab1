"""The operator's commands about films that went out, as they are typed."""

from __future__ import annotations

import asyncio

import pytest

from core import database
from core.models import Person, Place, Project, Render, Report, Takedown, Version, WatchLink
from core.rendering.watch_links import GOOD_FOR, opened
from tests.bots.test_admin_money import run, typed

__all__ = ["typed"]


async def test_reports_are_listed_and_answered(database_url: str, typed: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    await database.connect(database_url)
    ana, place = await Person.create(), await Place.create(platform="fake", outside_id="here")
    film = await Project.create(owner=ana, home_place=place, idea="a letter")
    version = await Version.create(project=film, number=1, script={"title": "The Letter"})
    render = await Render.create(key="r", project=film, version=version, by=ana, tier="drawn", rate_mc=0, state="done", settings={})
    link = await WatchLink.create(render=render, salt="s", token_hash="h", expires_at=film.created_at + GOOD_FOR)
    for reason, said in (("copyright", "It is my\nletter."), ("other", "")):
        await Report.create(link=link, render=render, reason=reason, said=said, contact="eve@example.org" if said else "")
    await database.close()
    said = []
    for words in (
        ["reports"], ["dismiss", "2"], ["dismiss", "2"], ["takedown", str(film.id), "--why", "her letter"], ["reports"], ["reports", "--all"],
        ["takedown", str(film.id)], ["restore", str(film.id)], ["restore", str(film.id)], ["unlink", str(film.id)],
    ):  # fmt: skip
        assert await asyncio.to_thread(run, "admin", *words) == 0, words
        said.append(capsys.readouterr().out)
    assert f"film {film.id} “The Letter”: copyright (open)" in said[0]
    assert "said: It is my letter." in said[0]
    assert "reach them at: eve@example.org" in said[0]
    assert [line.strip() for line in said[1:5]] == [
        "Report 2 is closed.", "Report 2 was closed before.",
        f"Film {film.id} is taken down. `sysrai admin restore {film.id}` puts it back.", "No report is open.",
    ]  # fmt: skip
    assert said[5].count("(down)") == 2
    assert "taken down already" in said[6]
    assert said[7].strip() == f"Film {film.id} can be watched again."
    assert said[8].strip() == f"Film {film.id} was not taken down."
    assert said[9].startswith("1 link of film")
    for words in (["takedown", "99"], ["dismiss", "99"]):
        assert await asyncio.to_thread(run, "admin", *words) == 2
    await database.connect(database_url)
    down = await Takedown.get()
    assert (down.why, down.restored_at is None) == ("her letter", False)
    assert await opened("no such token") == "unknown"
    assert (await WatchLink.get()).revoked_at is not None
    await database.close()
