"""A studio with an instant renderer, people with credits, and a pump that runs jobs in this process."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from tortoise import connections

from core import jobs, projects
from core.config import Settings
from core.jobs import transaction
from core.ledger import audit, ledger
from core.models import Person, Place, Post, Project, Render, Slate, Take, Version
from core.rendering.advance import ACCEPTED_SQL
from core.rendering.begin import Begun, Declined, begin
from core.rendering.handlers import handlers
from core.rendering.studio import Studio
from core.storage import Storage
from core.workshop import Workshop
from core.writing.script import Brief, Script
from tests.fakes.instant import InstantRenderer, PaperCutter, tiny_script

_count = itertools.count(1)


@dataclass
class Lot:
    """The studio with all that a test looks at."""

    studio: Studio
    renderer: InstantRenderer
    cutter: PaperCutter
    handlers: dict[str, jobs.Handler]
    rounds: int = 0
    extra: dict[str, Any] = field(default_factory=dict)

    async def person(self, credits: int = 1000, plan: str = "free") -> Person:
        """Somebody with bought credits."""
        person = await Person.create(settings={"plan": plan})
        if credits:
            async with transaction() as tx:
                await ledger.grant(tx.sql, f"test:{person.id}", ledger.person(person.id), credits * 1000, ledger.Source.STRIPE)
        return person

    async def project(self, owner: Person, script: Script | None = None, *, place: Place | None = None, **brief: Any) -> tuple[Project, Version]:
        """A project with a written version as its head."""
        place = place or await Place.create(platform="terminal", outside_id=f"here-{next(_count)}")
        async with transaction() as tx:
            project = await projects.start(tx, owner=owner, place=place, thread="", brief=Brief(idea="a keeper finds a letter", **brief))
            version = await self.version(project, script or tiny_script(), owner)
        return project, version

    async def version(self, project: Project, script: Script, by: Person) -> Version:
        """One more written version, the head from now on."""
        number = await Version.filter(project_id=project.id).count() + 1
        version = await Version.create(project=project, number=number, by=by, script=script.model_dump(mode="json"), parent_id=project.head_id)
        project.head_id = version.id
        await project.save(update_fields=["head_id"])
        return version

    async def begin(self, project: Project, version: Version, by: Person, tier: str = "standard", **more: Any) -> int:
        """A render that must begin. Returns its id."""
        begun = await self.press(project, version, by, tier, **more)
        assert isinstance(begun, Begun), begun
        return begun.render_id

    async def press(self, project: Project, version: Version, by: Person, tier: str = "standard", *, key: str = "", **more: Any) -> Begun | Declined:
        """Press the button."""
        async with transaction() as tx:
            return await begin(tx, self.studio, key=key or f"press-{next(_count)}", project=project, version=version, tier=tier, by=by, **more)  # type: ignore[arg-type]

    async def step(self, *kinds: str) -> int:
        """Run every open job of these kinds (all kinds, if none is named) once, waiting for nothing. Returns how many."""
        db = connections.get("default")
        rows = await db.execute_query_dict(
            "UPDATE job SET due_at = now(), lease_until = NULL WHERE done < wanted AND kind <> 'show' AND ($1::text[] = '{}' OR kind = ANY($1)) RETURNING id",
            [list(kinds)],
        )
        for row in sorted(rows, key=lambda row: row["id"]):
            await jobs.run(row["id"], self.handlers)
        return len(rows)

    async def pump(self, rounds: int = 200) -> None:
        """Run jobs until none is open."""
        for _ in range(rounds):
            self.rounds += 1
            if not await self.step():
                return
        left = await connections.get("default").execute_query_dict("SELECT kind, subject, failures, error FROM job WHERE done < wanted")
        raise AssertionError(f"still open after {rounds} rounds: {left}")

    async def prove(self) -> None:
        """All money invariants hold, captures included."""
        async with transaction() as tx:
            found = await audit.audit(tx.sql, ACCEPTED_SQL)
        assert found.ok, found.lines()

    async def ended(self, render_id: int) -> Render:
        """Pump, prove, and return the render, which must have ended."""
        await self.pump()
        await self.prove()
        render = await Render.get(id=render_id)
        assert render.ended_at, f"{render.state}: {await self.takes(render_id)}"
        return render

    async def takes(self, render_id: int) -> list[tuple[str, int, str]]:
        """(shot, attempt, state) of all takes of a render."""
        takes = await Take.filter(slate__render_id=render_id).select_related("slate").order_by("slate__number", "attempt")
        return [(take.slate.shot_id, take.attempt, take.state) for take in takes]

    async def free(self, person: Person) -> int:
        """Free milli-credits."""
        async with transaction() as tx:
            return (await ledger.balance(tx.sql, ledger.person(person.id))).free_mc

    async def film_posts(self, render_id: int) -> int:
        """How many film posts a render has."""
        return await Post.filter(name="film", about=f"render:{render_id}").count()

    async def slates(self, render_id: int) -> list[Slate]:
        """The slates in the film's order."""
        return await Slate.filter(render_id=render_id).order_by("number")


@pytest.fixture
async def lot(db: str, data_dir: Path) -> AsyncIterator[Lot]:
    """A studio with the tiers draft, standard and cinema by an instant renderer, and the drawn ones by another."""
    settings = Settings(data_dir=data_dir)
    storage = Storage.open("", data_dir)
    renderer = InstantRenderer(storage, data_dir / "gpu")
    pencil = InstantRenderer(storage, data_dir / "pencil", name="pencil", tiers=("preview", "drawn"), submit_repeats=True)
    cutter = PaperCutter(data_dir / "cuts")
    renderers: dict[Any, Any] = {tier: each for each in (renderer, pencil) for tier in each.tiers}
    studio = Studio(settings, Workshop(data_dir / "workshop"), storage, renderers, cutter, play=False)
    return Lot(studio, renderer, cutter, handlers(studio, None), extra={"pencil": pencil})  # type: ignore[arg-type]


@pytest.fixture
def playing(lot: Lot) -> Lot:
    """The same with play credits instead of a GPU: only preview and drawn."""
    pencil = lot.extra["pencil"]
    lot.studio = replace(lot.studio, renderers=dict.fromkeys(pencil.tiers, pencil), play=True)
    lot.handlers = handlers(lot.studio, None)  # type: ignore[arg-type]
    lot.renderer = pencil
    return lot
