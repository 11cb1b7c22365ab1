"""The editing kit of a finished film: asked for in the chat, gathered by a job, handed out as one archive.

    ask_kit -> kit:<id> (media) -> files in storage, by their names in the archive -> one zip, built as it is sent (`archive`)

What lies in storage already (takes, finished films) is not stored again; films made later are in the archive too.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator

from zipstream import ZipStream

from core.errors import Expected
from core.jobs import Job, Tx, transaction
from core.models import Cut, Kit, Slate, Take
from core.rendering.assemble import order_of, told
from core.rendering.cuts import MEDIA
from core.rendering.studio import Studio
from core.storage import Storage

log = logging.getLogger(__name__)
TRIES_MAX = 3

_ASK = """INSERT INTO kit (render_id, state, files, facts, created_at) VALUES ($1, 'asked', '{}', '{}', now())
 ON CONFLICT (render_id) DO UPDATE SET state = CASE WHEN kit.state = 'failed' THEN 'asked' ELSE kit.state END RETURNING id, state"""


async def ask_kit(tx: Tx, render_id: int) -> int:
    """The render's kit, asked for if it is not there. Returns its id (`kit:<id>` is touched)."""
    (row,) = await tx.sql.execute_query_dict(_ASK, [render_id])
    if row["state"] == "asked":
        tx.want("kit", row["id"], MEDIA)
    return int(row["id"])


async def gather(studio: Studio, job: Job) -> None:
    """Gather the kit whose id is the job's subject."""
    kit = await Kit.get(id=int(job.subject))
    state, files, facts = "done", {}, {}
    if kit.state == "asked":
        try:
            files = await _gathered(studio, kit)
        except Exception as error:
            if job.failures + 1 < (1 if isinstance(error, Expected) else TRIES_MAX):
                raise
            log.exception("kit %d cannot be gathered", kit.id)
            state, facts = "failed", {"error": told(error)}
    async with transaction() as tx:
        if kit.state == "asked":
            await Kit.filter(id=kit.id).update(state=state, files=files, facts=facts)
            tx.touch(f"kit:{kit.id}")
        tx.finish(job)


async def _gathered(studio: Studio, kit: Kit) -> dict[str, str]:
    """Names in the archive to storage keys."""
    cut = await Cut.filter(render_id=kit.render_id, kind="final", state="done").order_by("id").first()
    if cut is None:
        raise Expected("there is no finished film yet", key="error-no-film-yet")
    order = await order_of(studio, cut)
    takes = await Take.filter(id__in=[slate.take_id for slate in await Slate.filter(render_id=kit.render_id) if slate.take_id])
    there = {await studio.storage.fetch(take.key): take.key for take in takes if take.key and await studio.storage.find(take.key)}
    files: dict[str, str] = {}
    for name, path in (await studio.cutter.kit(order)).items():
        if path not in there:
            there[path] = f"kits/{kit.render_id}/{kit.id}/{name}"
            await studio.storage.put(there[path], path)
        files[name] = there[path]
    return files


async def contents(kit: Kit) -> dict[str, str]:
    """Everything in the archive now: the kit, and all films of its render."""
    files = dict(kit.files)
    for cut in await Cut.filter(render_id=kit.render_id, kind="final", state="done").order_by("id"):
        name = f"{cut.language}-{cut.format}"
        files |= {f"film/film-{name}.mp4": cut.files["film"]} if "film" in cut.files else {}
        if "subtitles_srt" in cut.files:
            files[f"subtitles/film-{name}.srt"] = cut.files["subtitles_srt"]
        if "poster" in cut.files:
            files[f"film/poster-{name}.jpg"] = cut.files["poster"]
    return files


async def size_of(storage: Storage, kit: Kit) -> int:
    """Bytes of everything in the archive, about what the archive takes."""
    found = [await storage.find(key) for key in (await contents(kit)).values()]
    return sum(one.size for one in found if one)


async def archive(storage: Storage, kit: Kit, folder: str) -> AsyncIterator[bytes]:
    """The archive, piece by piece, file after file: nothing of it is ever whole in memory or on disk. What is gone from storage is left out."""
    zip = ZipStream()
    for name, key in (await contents(kit)).items():
        try:
            path = await storage.fetch(key)
        except FileNotFoundError:
            log.error("%s of kit %d is gone from storage", name, kit.id)
            continue
        zip.add_path(path, f"{folder}/{name}", recurse=False)
        for piece in zip.all_files():
            yield piece
    for piece in zip.finalize():
        yield piece
