"""The life of a project: what may be asked, by whom, and that undo and old ids hold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from core import jobs, people, places, projects
from core.errors import BadInput, EditRefused, NotYours, WritingFailed
from core.models import Job, Milestone, Project, Version
from core.write_job import WriteRoom
from core.writing.edits import AddShot, Change, DeleteShot, SetScene
from core.writing.importing.story import Story
from core.writing.script import Brief, Location, Logline, Scene, Script, Shot
from core.writing.writer import Loglines, OnDraft, Understood, Written


def small_script() -> Script:
    shots = tuple(Shot(id=f"h{n}", action=f"Thing {n} happens.", duration_s=4.0) for n in (1, 2, 3))
    return Script(title="T", locations=(Location(id="l1", name="the pier", backdrop="harbour"),), scenes=(Scene(id="s1", location="l1", shots=shots),))


class Scribe:
    """A writer that answers from its pocket."""

    name = "scribe"

    def __init__(self, *, heard: Understood | Exception | None = None) -> None:
        self._heard = heard or Understood()

    async def close(self) -> None:
        pass

    def writes(self, language: str) -> bool:
        return True

    async def loglines(self, brief: Brief, *, others_than: Sequence[Logline] = (), wish: str = "", on_draft: OnDraft | None = None) -> Loglines:
        return Loglines(tuple(Logline(text=f"{brief.idea} {n} {wish}".strip()) for n in "ABC"))

    async def script(self, brief: Brief, logline: Logline, *, on_draft: OnDraft | None = None) -> Written:
        return Written(small_script())

    async def adapt(self, brief: Brief, story: Story, *, on_draft: OnDraft | None = None) -> Written:
        return Written(small_script(), notes=(Change("import-whole"),))

    async def rewrite_scene(self, brief: Brief, script: Script, scene_id: str, wish: str) -> Written:
        raise WritingFailed("no")

    async def resize(self, brief: Brief, script: Script, length_s: int) -> Written:
        return Written(script)

    async def understand(self, script: Script, said: str) -> Understood:
        if isinstance(self._heard, Exception):
            raise self._heard
        return self._heard


async def begun(idea: str = "A pier at night") -> tuple[Project, object]:
    async with jobs.transaction() as tx:
        ana = await people.person_for(tx, "terminal", "ana", name="Ana")
        place = await places.place_for(tx, "terminal", "here")
        return await projects.start(tx, owner=ana, place=place, thread="", brief=projects.brief_from(idea=idea)), ana


async def write(room: WriteRoom) -> None:
    """Run the one open write job."""
    row = await Job.get(kind="write", done=0)
    await jobs.run(row.id, {"write": room})


async def scripted(room: WriteRoom) -> tuple[Project, object]:
    project, ana = await begun()
    async with jobs.transaction() as tx:
        await projects.ask(tx, project, by=ana, ask={"task": "script", "logline": {"text": "x"}})  # type: ignore[arg-type]
    await write(room)
    await project.refresh_from_db()
    return project, ana


async def test_from_idea_to_script(db: str) -> None:
    project, ana = await begun()
    assert await projects.stage(project) == projects.Stage.BRIEF
    async with jobs.transaction() as tx:
        version = await projects.ask(tx, project, by=ana, ask={"task": "loglines", "wish": "sad"})  # type: ignore[arg-type]
        again = await projects.ask(tx, project, by=ana, ask={"task": "loglines"})  # type: ignore[arg-type]
    assert version.id == again.id
    room = WriteRoom(Scribe())
    await write(room)
    await project.refresh_from_db()
    head = await projects.head_of(project)
    assert [one.text for one in projects.loglines_of(head)] == ["A pier at night A sad", "A pier at night B sad", "A pier at night C sad"]
    assert await projects.stage(project) == projects.Stage.LOGLINES
    async with jobs.transaction() as tx:
        await projects.ask(tx, project, by=ana, ask={"task": "script", "logline": {"text": "x"}})  # type: ignore[arg-type]
    await jobs.run((await Job.get(kind="write", subject="2")).id, {"write": room})
    await project.refresh_from_db()
    assert projects.script_of(await projects.head_of(project)) == small_script()
    assert await Milestone.filter(project_id=project.id).values_list("step", flat=True) == ["idea", "loglines", "script"]


async def test_edits_undo_and_lasting_ids(db: str) -> None:
    project, ana = await scripted(WriteRoom(Scribe()))
    first = project.head_id
    async with jobs.transaction() as tx:
        version = await projects.edit(tx, project, by=ana, changes=[AddShot(scene="s1", after="h3", action="A gull.")])  # type: ignore[arg-type]
    added = {shot["id"] for shot in version.script["scenes"][0]["shots"]} - {"h1", "h2", "h3"}  # type: ignore[index]
    async with jobs.transaction() as tx:
        await projects.undo(tx, project)
    await project.refresh_from_db()
    assert project.head_id == first
    async with jobs.transaction() as tx:
        other = await projects.edit(tx, project, by=ana, changes=[AddShot(scene="s1", after="h1", action="A dog.")])  # type: ignore[arg-type]
    assert not added & {shot["id"] for shot in other.script["scenes"][0]["shots"]}  # type: ignore[index]
    assert other.parent_id == first
    for _ in range(1):
        async with jobs.transaction() as tx:
            await projects.undo(tx, project)
    async with jobs.transaction() as tx:
        with pytest.raises(EditRefused, match="nothing to undo"):
            await projects.undo(tx, project)


async def test_talk_is_a_version_and_what_is_not_understood_is_said(db: str) -> None:
    room = WriteRoom(Scribe(heard=Understood(edits=(SetScene(scene="s1", time_of_day="night"),), unclear=("and fix it",))))
    project, ana = await scripted(room)
    async with jobs.transaction() as tx:
        version = await projects.ask(tx, project, by=ana, ask={"task": "talk", "said": "at night and fix it"}, said="at night and fix it")  # type: ignore[arg-type]
    await jobs.run((await Job.get(kind="write", subject=str(version.id))).id, {"write": room})
    await version.refresh_from_db()
    assert [change["key"] for change in version.changes] == ["scene-time"]
    assert version.unclear == ["and fix it"]
    await project.refresh_from_db()
    assert project.head_id == version.id
    deaf = WriteRoom(Scribe(heard=Understood(unclear=("blah",))))
    async with jobs.transaction() as tx:
        version = await projects.ask(tx, project, by=ana, ask={"task": "talk", "said": "blah"})  # type: ignore[arg-type]
    await jobs.run((await Job.get(kind="write", subject=str(version.id))).id, {"write": deaf})
    await version.refresh_from_db()
    assert version.error
    assert version.error["key"] == "talk-not-understood"
    before = project.head_id
    await project.refresh_from_db()
    assert project.head_id == before


async def test_a_writer_that_breaks_is_tried_again_and_then_told(db: str) -> None:
    room = WriteRoom(Scribe(heard=RuntimeError("boom")))
    project, ana = await scripted(room)
    async with jobs.transaction() as tx:
        version = await projects.ask(tx, project, by=ana, ask={"task": "talk", "said": "x"})  # type: ignore[arg-type]
    row = await Job.get(kind="write", subject=str(version.id))
    for _ in range(4):
        await Job.filter(id=row.id).update(due_at=row.due_at)
        await jobs.run(row.id, {"write": room})
    await version.refresh_from_db()
    assert version.error
    assert version.error["key"] == "error-writing-failed"
    await row.refresh_from_db()
    assert row.done == row.wanted


async def test_a_head_that_moved_is_not_overwritten(db: str) -> None:
    room = WriteRoom(Scribe(heard=Understood(edits=(SetScene(scene="s1", time_of_day="night"),))))
    project, ana = await scripted(room)
    async with jobs.transaction() as tx:
        talked = await projects.ask(tx, project, by=ana, ask={"task": "talk", "said": "night"})  # type: ignore[arg-type]
    async with jobs.transaction() as tx:
        edited = await projects.edit(tx, project, by=ana, changes=[DeleteShot(shot="h2")])  # type: ignore[arg-type]
    await jobs.run((await Job.get(kind="write", subject=str(talked.id))).id, {"write": room})
    await project.refresh_from_db()
    assert project.head_id == edited.id
    assert await Version.filter(project_id=project.id).count() == 3


async def test_somebody_elses_film_stays_theirs(db: str) -> None:
    project, _ = await begun()
    async with jobs.transaction() as tx:
        ben = await people.person_for(tx, "terminal", "ben")
    for project_id in (project.id, 999_999):
        with pytest.raises(NotYours):
            await projects.open_project(project_id, ben)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"idea": ""}, "error-idea-empty"),
        ({"idea": " \n "}, "error-idea-empty"),
        ({"idea": "?!…"}, "error-idea-empty"),
        ({"idea": "https://example.com/watch?v=1 "}, "error-idea-empty"),
        ({"idea": "SELECT * FROM users; DROP TABLE films;"}, "error-idea-empty"),
        ({"idea": "<script>alert(1)</script>"}, "error-idea-empty"),
        ({"idea": 'def main(): print("hello")'}, "error-idea-empty"),
        ({"idea": "rm -rf / && echo done"}, "error-idea-empty"),
        ({"idea": "x" * 5000}, "error-idea-long"),
        ({"idea": "a pier", "length_s": 5}, "error-length"),
        ({"idea": "a pier", "length_s": 3601}, "error-length"),
        ({"idea": "a pier", "format": "imax"}, "error-format"),
    ],
)
def test_bad_briefs_are_sentences(given: dict[str, object], key: str) -> None:
    with pytest.raises(BadInput) as caught:
        projects.brief_from(**given)  # type: ignore[arg-type]
    assert caught.value.key == key
    assert str(caught.value).endswith((".", "film is about."))


@pytest.mark.parametrize(
    "idea",
    [
        "let Mara go",
        "return home",
        "a robot that only speaks in code: print('love')",
        "<b>An old robot</b> learns to paint",
        "Two brothers select a wife from town",
    ],
)
def test_words_beside_code_are_an_idea(idea: str) -> None:
    assert projects.brief_from(idea=idea).idea == idea


async def test_one_person_behind_one_identity(db: str) -> None:
    async with jobs.transaction() as tx:
        first = await people.person_for(tx, "terminal", "ana", name="Ana")
    async with jobs.transaction() as tx:
        again = await people.person_for(tx, "terminal", "ana", name="Ana B.")
    assert first.id == again.id
    assert await people.name_of(first.id) == "Ana B."
