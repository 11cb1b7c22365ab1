"""A film on our own web server, and a browser before it: one small real film for all tests of what goes out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, async_playwright

from bots.web.app import application
from core import cpu
from core.film import subtitles
from core.film.poster import cover, poster
from core.links import Links
from core.models import Cut, Identity, Person, Place, Project, Render, Version
from core.rendering.watch_links import watch_address
from core.storage import Storage
from tests.core.film.picture.conftest import TINY, Film, _film

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--autoplay-policy=no-user-gesture-required", "--mute-audio"]  # fmt: skip


@dataclass(frozen=True)
class Shelf:
    """The files of a film, made once."""

    film: Film
    files: dict[str, Path]


async def _shelf(root: Path) -> Shelf:
    film = await _film(root)
    cues = subtitles.cues(film.script, subtitles.spoken_lines(film.soundtrack.facts["lines"]), TINY)
    (root / "words.vtt").write_text(subtitles.vtt(cues))
    (root / "words.srt").write_text(subtitles.srt(cues))
    (root / "words.ass").write_text(subtitles.ass(cues, TINY, "en"))
    files = {"film": film.made.path, **{f"subtitles_{kind}": root / f"words.{kind}" for kind in ("vtt", "srt", "ass")}}
    files["poster"] = (await poster(film.workshop, film.script, makers=["Ana"], year=2026)).path
    files["cover"] = (await cover(film.workshop, film.script)).path
    return Shelf(film, files)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The tiny film with what lies beside it."""
    found = asyncio.run(_shelf(tmp_path_factory.mktemp("shelf")))
    cpu.set_slots(0)  # the limiter belonged to the loop that has ended
    return found


@dataclass
class Cinema:
    """A running web process with one film, in two languages."""

    server: TestServer
    storage: Storage
    links: Links
    render: Render
    cuts: list[Cut]
    address: str

    @property
    def path(self) -> str:
        """The page's path."""
        return "/w/" + self.address.rpartition("/")[2]

    def at(self, path: str) -> str:
        """An address on the server."""
        return str(self.server.make_url(path))


@pytest.fixture
async def cinema(db: str, redis_url: str, tmp_path: Path, shelf: Shelf) -> AsyncIterator[Cinema]:
    """The film on the server."""
    storage = Storage.open("", tmp_path)
    script = shelf.film.script
    ana = await Person.create()
    await Identity.create(platform="fake", outside_id="1", person=ana, name="Ana")
    place = await Place.create(platform="fake", outside_id="here")
    project = await Project.create(owner=ana, home_place=place, idea="a letter")
    panels = {shot.id: f"boards/{shot.id}.jpg" for shot in script.shots}
    for key in panels.values():
        await storage.put(key, shelf.files["cover"])
    version = await Version.create(project=project, number=1, script=json.loads(script.model_dump_json()), board={"panels": panels})
    agreed = {"format": "youtube", "seed": 1}
    render = await Render.create(key="r", project=project, version=version, by=ana, tier="drawn", rate_mc=0, state="done", settings=agreed)
    cuts = []
    for language, title in (("en", script.title), ("ar", "رسالة من الغد")):
        files = {}
        for name, path in shelf.files.items():
            files[name] = f"films/{language}/{name}{path.suffix}"
            await storage.put(files[name], path)
        facts: dict[str, Any] = {**shelf.film.made.facts, "title": title, "signed": "test"}
        cuts.append(
            await Cut.create(project=project, render=render, version=version, language=language, state="done", files=files, facts=facts, key=files["film"])
        )
    links = Links("http://cinema.example", b"secret")
    async with TestServer(application(storage=storage, links=links, redis_url=redis_url)) as server:
        yield Cinema(server, storage, links, render, cuts, await watch_address(links, render.id, ana.id))


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium."""
    async with async_playwright() as driver:
        chromium = await driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        await chromium.close()
