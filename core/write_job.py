"""The `write` job: a version that was asked for is written, its drafts shown on the way, its head set at the end.

Slow and outside: a writer may take a minute and may fail. Whatever happens, the version ends frozen, with a text or with
an error that the person is told; nothing is lost when the process dies, the job runs again.
"""

from __future__ import annotations

import time
from dataclasses import asdict

from core import cpu, jobs, projects
from core.errors import EditRefused, Expected, WritingFailed
from core.models import Material, Project, Version
from core.writing import edits as editing
from core.writing.applying import apply
from core.writing.edits import Edit, Resize, RewriteScene, Undo
from core.writing.importing import reading
from core.writing.script import Logline, Script
from core.writing.writer import Draft, Usage, Writer

DRAFT_S = 0.3
"""A draft is shown at most this often."""
TRIES_MAX = 4


class WriteRoom:
    """The handler with the writer it uses."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def __call__(self, job: jobs.Job) -> None:
        """Write the version with this id."""
        version = await Version.get_or_none(id=int(job.subject))
        if version is None or projects.is_written(version):
            async with jobs.transaction() as tx:
                tx.finish(job)
            return
        project = await Project.get(id=version.project_id)
        try:
            await self._fill(project, version)
        except Expected as error:
            version.error = {"key": error.key, "args": error.args_for_text, "text": str(error)}
        except Exception:
            if job.failures + 1 < TRIES_MAX:
                raise
            jobs.log.exception("version %s could not be written", version.id)
            version.error = {"key": WritingFailed.key, "args": {}, "text": "The writer failed."}
        async with jobs.transaction() as tx:
            await version.save(update_fields=["loglines", "script", "changes", "unclear", "error", "usage"])
            counts = await projects.publish(tx, version)
            if version.script and counts:
                await self._follow_length(version)
            tx.touch(f"version:{version.id}")
            tx.finish(job)

    async def _follow_length(self, version: Version) -> None:
        """A film that was asked to be longer or shorter keeps that as its length."""
        for edit in projects.EDITS.validate_python(version.ask.get("edits", [])):
            if isinstance(edit, Resize):
                await Project.filter(id=version.project_id).update(length_s=edit.length_s)

    async def _fill(self, project: Project, version: Version) -> None:
        brief, ask = await projects.brief_for_writing(project), version.ask
        drafts = _Drafts(version)
        match ask["task"]:
            case "loglines":
                others = [Logline.model_validate(one) for one in ask.get("others", [])]
                found = await self._writer.loglines(brief, others_than=others, wish=ask.get("wish", ""), on_draft=drafts)
                version.loglines = [one.model_dump(mode="json") for one in found.options]
                version.usage = asdict(found.usage)
            case "script":
                written = await self._writer.script(brief, Logline.model_validate(ask["logline"]), on_draft=drafts)
                version.script = written.script.model_dump(mode="json")
                version.usage = asdict(written.usage)
            case "adapt":
                brought = await Material.get(id=ask["material"])
                story = await cpu.in_child(reading.parsed, brought.text or "", brought.name)
                written = await self._writer.adapt(brief, story, on_draft=drafts)
                version.script = written.script.model_dump(mode="json")
                version.changes = [{"key": note.key, "args": note.args} for note in written.notes]
                version.usage = asdict(written.usage)
            case "talk":
                script = await _script_before(version)
                heard = await self._writer.understand(script, ask["said"])
                version.unclear, version.usage = list(heard.unclear), asdict(heard.usage)
                if not heard.edits:
                    raise WritingFailed("Nothing in that was understood.", key="talk-not-understood")
                ask["edits"] = projects.EDITS.dump_python(list(heard.edits), mode="json")
                await self._apply(project, version, script, heard.edits)
            case "edits":
                script = await _script_before(version)
                await self._apply(project, version, script, projects.EDITS.validate_python(ask["edits"]))
            case other:
                raise ValueError(f"nobody writes {other!r}")

    async def _apply(self, project: Project, version: Version, script: Script, wanted: tuple[Edit, ...] | list[Edit]) -> None:
        brief = await projects.brief_for_writing(project)
        changes: list[editing.Change] = []
        had = await projects.used(project.id)
        for edit in wanted:
            match edit:
                case RewriteScene():
                    number = [scene.id for scene in script.scenes].index(edit.scene) + 1
                    written = await self._writer.rewrite_scene(brief, script, edit.scene, edit.wish)
                    changes.append(editing.Change("scene-rewritten", edit.scene, {"scene": number}))
                case Resize():
                    projects.check_length(edit.length_s, brief.kind)
                    written = await self._writer.resize(brief, script, edit.length_s)
                    changes.append(editing.Change("film-resized", "", {"old": script.length_s, "new": written.script.length_s}))
                case Undo():
                    before = await _version_before(version)
                    script = Script.model_validate(before.script)
                    changes.append(editing.Change("undone"))
                    continue
                case _:
                    applied = apply(script, [edit], used=had.ids, seeds=had.seeds)
                    script, changes = applied.script, [*changes, *applied.changes]
                    continue
            script = written.script
            version.usage = asdict(_added(version.usage, written.usage))
        version.script = script.model_dump(mode="json")
        version.changes = [{"key": change.key, "args": change.args} for change in changes]


class _Drafts:
    """Saves drafts of a version, thinned out; each is shown by the posts about `version:<id>`."""

    def __init__(self, version: Version) -> None:
        self._version, self._saved_at = version, 0.0

    async def __call__(self, draft: Draft) -> None:
        if time.monotonic() - self._saved_at < DRAFT_S:
            return
        self._saved_at = time.monotonic()
        shown = {
            "loglines": [one.model_dump(mode="json") for one in draft.loglines],
            "script": draft.script.model_dump(mode="json") if draft.script else None,
            "done": draft.scenes_done,
            "total": draft.scenes_total,
        }
        async with jobs.transaction() as tx:
            await Version.filter(id=self._version.id).update(draft=shown)
            tx.touch(f"version:{self._version.id}")
            tx.touch(f"project:{self._version.project_id}")


async def _version_before(version: Version) -> Version:
    """The version before the one that was talked about: what an undo returns to."""
    here = await Version.get_or_none(id=version.parent_id) if version.parent_id else None
    before = await Version.get_or_none(id=here.parent_id) if here and here.parent_id else None
    if before is None or before.script is None:
        raise EditRefused("There is nothing to undo.", key="edit-refused-nothing-to-undo")
    return before


async def _script_before(version: Version) -> Script:
    parent = await Version.get_or_none(id=version.parent_id) if version.parent_id else None
    script = projects.script_of(parent)
    if script is None:
        raise EditRefused("There is no script yet.", key="edit-refused-no-script")
    return script


def _added(known: dict[str, object], more: Usage) -> Usage:
    base = Usage(**known) if known else Usage()  # type: ignore[arg-type]
    return Usage(more.model, base.tokens_in + more.tokens_in, base.tokens_out + more.tokens_out, base.cost_usd + more.cost_usd)
