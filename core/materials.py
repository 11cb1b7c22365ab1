"""Stories that people bring: kept as they came, read by the `read` job, told in figures before a film is made of them.

    bring(file or text) -> read (facts or an error) -> a project whose settings name the material -> {"task": "adapt"} (`write_job`)

Nothing outside is asked while a turn runs: a file is fetched, decoded and read by the job, in a child process, because a novel
takes a second and a hostile file may take its whole limit.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import PurePath
from typing import Any

from core import cpu, jobs
from core.errors import BadInput, Expected, NotYours
from core.jobs import Tx
from core.models import Material, Person, Project
from core.moderation.rules import check_text
from core.storage import Storage
from core.writing.importing import filming, reading
from core.writing.importing.story import Story

BROUGHT_PER_DAY_MAX = 60
READ_S_MAX = 60.0
"""A file that takes longer is no story."""
NAMES_MAX = 8
"""So many of a story's people are named in its facts."""
BEGINNING_MAX = 300


async def bring(tx: Tx, owner: Person, *, name: str, key: str = "", size: int = 0, text: str = "") -> Material:
    """Keep a story, a file in storage or a text, and have it read. Raises BadInput for what need not be read to be refused."""
    name = PurePath(name.replace("\\", "/")).name[:200]
    if key:
        reading.check_size(size)
    else:
        text = reading.plain(text)
    today = await Material.filter(owner_id=owner.id, created_at__gte=datetime.now(UTC) - timedelta(days=1)).count()
    if today >= BROUGHT_PER_DAY_MAX:
        raise BadInput("enough for a day", key="import-per-day", most=BROUGHT_PER_DAY_MAX)
    material = await Material.create(owner_id=owner.id, name=name, key=key[:400], text=text or None)
    tx.want("read", material.id)
    return material


async def open_material(material_id: int, person: Person) -> Material:
    """Somebody's own story, once it is read. Raises NotYours for another's, BadInput for one that could not be read."""
    found = await Material.get_or_none(id=material_id)
    if found is None or found.owner_id != person.id:
        raise NotYours("somebody else's story", key="error-not-yours")
    if found.facts is None:
        raise BadInput("not read", key="import-not-read")
    return found


async def material_of(project: Project) -> Material | None:
    """The story a film is made from, if it is made from one."""
    id = project.settings.get("material")
    return await Material.get_or_none(id=id) if id else None


def facts_of(story: Story) -> dict[str, Any]:
    """What a person is told of a story before a film is made of it. Lengths in seconds, titles included."""
    lines = [moment for moment in story.moments if moment.kind == "said"]
    told = " ".join(moment.text for moment in story.moments)
    return {
        "kind": story.kind,
        "title": story.title,
        "language": story.language,
        "scenes": len(story.passages),
        "lines": len(lines),
        "people": list(story.speakers[:NAMES_MAX]),
        "others": max(0, len(story.speakers) - NAMES_MAX),
        "words": reading.words_in(told),
        "natural_s": filming.natural_s(story),
        "longest_s": filming.longest_s(story),
        "beginning": told[:BEGINNING_MAX],
    }


def read_text(text: str, name: str) -> dict[str, Any]:
    """The facts of a text. Raises BadInput where it is no story, Forbidden where the rules refuse it."""
    check_text(text)
    return facts_of(reading.parsed(text, name))


def read_file(path: str, name: str) -> tuple[str, dict[str, Any]]:
    """(text, facts) of a file on this machine. Raises what `read_text` raises, and BadInput for what holds no text."""
    with open(path, "rb") as file:
        text = reading.decoded(file.read(reading.BYTES_MAX + 1))
    return text, read_text(text, name)


class ReadRoom:
    """The `read` job: a material gets its facts or its error, once."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def __call__(self, job: jobs.Job) -> None:
        """Read the material with this id."""
        material = await Material.get_or_none(id=int(job.subject))
        if material and material.facts is None and material.error is None:
            await self._read(material)
        async with jobs.transaction() as tx:
            if material:
                await material.save(update_fields=["text", "facts", "error"])
                tx.touch(f"material:{material.id}")
            tx.finish(job)

    async def _read(self, material: Material) -> None:
        try:
            if material.key:
                file = await self._storage.fetch(material.key)
                async with asyncio.timeout(READ_S_MAX):
                    material.text, material.facts = await cpu.in_child(read_file, str(file), material.name)
            else:
                async with asyncio.timeout(READ_S_MAX):
                    material.facts = await cpu.in_child(read_text, material.text or "", material.name)
        except TimeoutError:
            material.error = {"key": "import-unreadable", "args": {}, "text": f"not read in {READ_S_MAX} s"}
        except FileNotFoundError:
            material.error = {"key": "import-gone", "args": {}, "text": f"{material.key} is not in storage"}
        except Expected as error:
            material.text = ""
            material.error = {"key": error.key, "args": error.args_for_text, "text": str(error)}
