"""The life of a project: a brief, versions that are asked for and written, a head that counts, and where the film stands.

    start -> ask(loglines) -> ask(script) -> edit / ask(talk) ... -> reach(cast, board, ...) -> renders (`core/rendering`)

Versions form a chain by `parent`. An edit, a rewrite or an answer to plain talk is a new version; undo moves the head back.
Who may do what is checked here, so that no chat can forget it. All functions run inside the caller's transaction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from tortoise import connections

from core.errors import BadInput, EditRefused, NotYours
from core.jobs import Tx
from core.models import Crew, Milestone, Person, Place, Project, Render, Version
from core.moderation.rules import check_text
from core.writing.applying import apply
from core.writing.edits import Edit, Undo
from core.writing.kinds.rules import RULES
from core.writing.script import Brief, Format, Logline, Memory, Script

EDITS: TypeAdapter[list[Edit]] = TypeAdapter(list[Edit])
IDEA_MAX = 4000
TOLD = "told"
"""In a film's settings: the message that its idea stands in."""
_NO_IDEA = re.compile(
    r"(?:https?://|www\.)\S+|^\W*lorem ipsum\b.*"
    r"|<[^<>]+>|\b(?:(?:async\s+)?def|function)\s+(?=\w+\()|\b[\w.]+\([^()]*\)|\b(?:var|let|const)\s+\w+\s*=[^;]*|\breturn\b[^;.]*;"
    r"|(?-i:\b(?:SELECT\b.*?\bFROM|INSERT INTO|DELETE FROM|DROP TABLE|DROP DATABASE)\s+\w+)"
    r"|\b(?:sudo\s+)?(?:rm|curl|wget|chmod|chown|tar)\s+-[^;&|]*|&&[^;&|]*",
    re.I,
)
"""What is no idea where nothing else is said: an address (what its page says is not known here), the text that printers fill a page with, code."""
SAID_MAX = 1000


class Stage(StrEnum):
    """Where a film stands."""

    BRIEF = "brief"
    LOGLINES = "loglines"
    SCRIPT = "script"
    CAST = "cast"
    BOARD = "board"
    ANIMATIC = "animatic"
    QUOTE = "quote"
    RENDERING = "rendering"
    FILM = "film"


To = Literal["see", "change", "spend"]
"""What somebody wants to do with a film."""
Step = Literal["idea", "loglines", "script", "cast", "board", "animatic", "quote", "render", "film"]
"""The onboarding funnel's steps, in order."""


def brief_from(*, idea: str, length_s: int | None = None, format: str | None = None, language: str = "en", seed: int = 0, kind: str = "film") -> Brief:
    """A checked brief; length and format are the kind's usual ones where nobody says. Raises BadInput with what is wrong in a sentence, Forbidden
    for what the rules refuse."""
    idea = " ".join(idea.split())
    if not idea:
        raise BadInput("The idea is empty. Tell me in a sentence what the film is about.", key="error-idea-empty")
    if len(idea) > IDEA_MAX:
        raise BadInput(f"The idea has {len(idea)} characters; {IDEA_MAX} is the most.", key="error-idea-long", most=IDEA_MAX)
    if not any(letter.isalpha() for letter in _NO_IDEA.sub("", idea)):
        raise BadInput("The idea has no words of its own. Tell me in a sentence what the film is about.", key="error-idea-empty")
    if kind not in RULES:
        raise BadInput(f"There is no kind of film {kind!r}; there are {', '.join(RULES)}.", key="error-kind")
    rules = RULES[kind]
    length_s = rules.usual_s if length_s is None else length_s
    check_length(length_s, kind)
    check_text(idea)
    try:
        return Brief.model_validate(
            {"idea": idea, "length_s": length_s, "format": format or rules.format, "language": language, "seed": seed, "kind": kind}
        )  # fmt: skip
    except ValidationError as error:
        raise BadInput(f"There is no format {format!r}; there are {', '.join(get_args(Format))}.", key="error-format") from error


def check_length(length_s: int, kind: str = "film") -> None:
    """Whether a film of this kind can run so long. Raises BadInput with what is possible."""
    rules = RULES[kind]  # type: ignore[index]
    least, most = rules.least_s, rules.most_s
    if not least <= length_s <= most:
        raise BadInput(f"A film runs from {least} seconds to {most}; {length_s} is outside.", key="error-length", least=least, most=most, asked=length_s)


def brief_of(project: Project) -> Brief:
    """The brief as it stands in the project's row."""
    return Brief(
        idea=project.idea, length_s=project.length_s, format=project.format, language=project.language, seed=project.seed, kind=project.kind  # type: ignore[arg-type]
    )  # fmt: skip


async def brief_for_writing(project: Project) -> Brief:
    """The brief with what code knows beside it: the beats of a music video's track, the episode before this one."""
    brief = brief_of(project)
    track = track_of(project)
    beats = track.beats if track and brief.kind == "music_video" else ()
    return brief.model_copy(update={"beats": beats, "memory": await _memory(project) if brief.kind == "series" else None})


async def _memory(project: Project) -> Memory | None:
    before = await Project.get_or_none(id=project.parent_id, kind="series") if project.parent_id else None
    script = script_of(await head_of(before)) if before else None
    return Memory(episode=max(1, script.episode), script=script) if script else None


async def start(tx: Tx, *, owner: Person, place: Place, thread: str, brief: Brief, films_per_day_max: int = 100, told: str = "") -> Project:
    """A new project with this brief. `told`: the message its idea stands in, on its place's platform. Raises BadInput for too many films in a day."""
    begun = await Project.filter(owner_id=owner.id, created_at__gte=datetime.now(UTC) - timedelta(days=1)).count()
    if begun >= films_per_day_max:
        raise BadInput(f"{films_per_day_max} films were begun today; more are possible tomorrow.", key="error-films-per-day", most=films_per_day_max)
    project = await Project.create(
        owner=owner,
        home_place=place,
        home_thread=thread,
        idea=brief.idea,
        length_s=brief.length_s,
        format=brief.format,
        language=brief.language,
        seed=brief.seed,
        kind=brief.kind,
        settings={TOLD: told} if told else {},
    )
    await milestone(tx, project.id, "idea")
    return project


class Track(BaseModel):
    """Music that somebody brought for a film: its file in storage, what they called it, and how long it is."""

    model_config = ConfigDict(frozen=True)

    key: str
    sha256: str
    name: str
    seconds: float
    lead_s: float = 0.0
    """How much of its beginning is left out, so that its beats stand where pictures can change."""
    beats: tuple[float, ...] = ()
    """Seconds of the film at which it has its beats."""


def track_of(project: Project) -> Track | None:
    """The film's own music, if somebody brought any."""
    track = project.settings.get("track")
    return Track.model_validate(track) if track else None


async def set_track(tx: Tx, project: Project, track: Track | None) -> None:
    """Have the film play this music instead of ours, or (None) ours again. What is cut from now on has it."""
    project.settings = {**project.settings, "track": track.model_dump() if track else None}
    await project.save(update_fields=["settings"])
    await touch(tx, project)


class RecordedLine(BaseModel):
    """A line of the film within a recording, in seconds of it. It counts while the shot says these words."""

    model_config = ConfigDict(frozen=True)

    shot: str
    text: str
    start_s: float
    end_s: float


class Recording(BaseModel):
    """A voice that somebody recorded for a film: its file in storage, what they called it, and which lines it says."""

    model_config = ConfigDict(frozen=True)

    key: str
    sha256: str
    name: str
    seconds: float
    lines: tuple[RecordedLine, ...]


def recordings_of(project: Project) -> tuple[Recording, ...]:
    """The voices that were recorded for this film; each line is in one of them."""
    return tuple(Recording.model_validate(each) for each in project.settings.get("recordings", ()))


async def set_recording(tx: Tx, project: Project, recording: Recording) -> None:
    """Have the film say these lines as they were recorded; what another recording said of them before is not heard any more."""
    lines = {(line.shot, line.text) for line in recording.lines}
    others = [
        each.model_copy(update={"lines": tuple(line for line in each.lines if (line.shot, line.text) not in lines)})
        for each in recordings_of(project)
        if each.key != recording.key
    ]
    await _set_recordings(tx, project, [*(each for each in others if each.lines), recording])


async def drop_recording(tx: Tx, project: Project, key: str) -> None:
    """Have the film's own voices say again what this recording said."""
    await _set_recordings(tx, project, [each for each in recordings_of(project) if each.key != key])


async def _set_recordings(tx: Tx, project: Project, recordings: Sequence[Recording]) -> None:
    project.settings = {**project.settings, "recordings": [each.model_dump() for each in recordings]}
    await project.save(update_fields=["settings"])
    await touch(tx, project)


def finish_of(project: Project) -> str:
    """What lies over the film's picture, by the name that `film.profiles` knows; nothing, unless somebody chose it."""
    return str(project.settings.get("finish") or "clean")


async def set_finish(tx: Tx, project: Project, finish: str) -> None:
    """Have the film's picture finished so. What is cut from now on is."""
    project.settings = {**project.settings, "finish": finish}
    await project.save(update_fields=["settings"])
    await touch(tx, project)


async def set_brief(tx: Tx, project: Project, brief: Brief, *, told: str | None = None) -> None:
    """Another length, format or language, before a script stands. `told`: the message in which another idea stands."""
    project.length_s, project.format, project.language, project.idea, project.kind = brief.length_s, brief.format, brief.language, brief.idea, brief.kind
    changed = ["length_s", "format", "language", "idea", "kind"]
    if told is not None:
        kept = {name: value for name, value in project.settings.items() if name != TOLD}
        project.settings, changed = kept | ({TOLD: told} if told else {}), [*changed, "settings"]
    await project.save(update_fields=changed)
    await touch(tx, project)


async def open_project(project_id: int, person: Person, *, to: To = "see") -> Project:
    """The project, if this person may do that with it. Raises NotYours, also for one that does not exist."""
    return await _checked(await Project.get_or_none(id=project_id, deleted_at=None), person, to)


async def open_locked(tx: Tx, project_id: int, person: Person, *, to: To) -> Project:
    """As `open_project`, its row locked until the transaction ends."""
    return await _checked(await Project.filter(id=project_id, deleted_at=None).select_for_update().first(), person, to)


async def _checked(project: Project | None, person: Person, to: To) -> Project:
    if not project:
        raise NotYours("There is no such film.", key="error-no-such-film")
    if project.owner_id == person.id:
        return project
    role = await Crew.get_or_none(project_id=project.id, person_id=person.id)
    allowed = {"see": {"viewer", "writer", "director"}, "change": {"writer", "director"}, "spend": {"director"}}[to]
    if role is None or role.role not in allowed:
        raise NotYours("This film is somebody else's.")
    return project


LOST = "lost"
"""A film's setting: where it lives nothing can be shown any more."""


async def settle(tx: Tx, project: Project, place: Place, thread: str) -> bool:
    """The film was opened there: it lives there from now on if it lived in a private chat before (and this is one), or nowhere any more.

    A film that lives in a channel's thread stays there, wherever else it is looked at. Says whether it moved.
    """
    if (project.home_place_id, project.home_thread) == (place.id, thread):
        lost = project.settings.get(LOST)
    else:
        home = await Place.get(id=project.home_place_id)
        private = ("private", "terminal", "web")
        if not project.settings.get(LOST) and not (home.kind in private and place.kind in private):
            return False
        project.home_place_id, project.home_thread, lost = place.id, thread, True
    if lost:
        project.settings = {name: value for name, value in project.settings.items() if name != LOST}
        await project.save(update_fields=["home_place_id", "home_thread", "settings"])
    return bool(lost)


async def lock(tx: Tx, project_id: int) -> Project:
    """The project's row, locked until the transaction ends."""
    return await Project.filter(id=project_id).select_for_update().get()


async def head_of(project: Project) -> Version | None:
    """The version that counts now."""
    return await Version.get(id=project.head_id) if project.head_id else None


def script_of(version: Version | None) -> Script | None:
    """The version's script, if it has one."""
    return Script.model_validate(version.script) if version and version.script else None


def loglines_of(version: Version | None) -> list[Logline]:
    """The version's loglines."""
    return [Logline.model_validate(one) for one in (version.loglines or [])] if version else []


def is_written(version: Version) -> bool:
    """Whether the version is frozen: written, or failed."""
    return version.script is not None or version.loglines is not None or version.error is not None


async def pending(project: Project) -> Version | None:
    """The version that is being written on top of the head, if any."""
    newest = await Version.filter(project_id=project.id).order_by("-number").first()
    return newest if newest and not is_written(newest) else None


async def ask(tx: Tx, project: Project, *, by: Person, ask: dict[str, Any], said: str = "", writes_per_day_max: int = 300) -> Version:
    """Ask for a version: a `write` job will write it. One is written at a time; asking again while one is pending returns that one.

    `ask` is one of {"task": "loglines", "wish", "others"}, {"task": "script", "logline"}, {"task": "adapt", "material"},
    {"task": "talk", "said"}, {"task": "edits", "edits"}. Raises BadInput over the day's limit, Forbidden for what the rules refuse.
    """
    if len(said) > SAID_MAX:
        raise BadInput(f"That is {len(said)} characters; {SAID_MAX} at a time is the most.", key="error-said-long", most=SAID_MAX)
    check_text(said)
    project = await lock(tx, project.id)
    if waiting := await pending(project):
        return waiting
    asked = await Version.filter(by_id=by.id, created_at__gte=datetime.now(UTC) - timedelta(days=1)).count()
    if asked >= writes_per_day_max:
        raise BadInput("That is a lot of writing for one day; go on tomorrow.", key="error-writes-per-day", most=writes_per_day_max)
    version = await _next(project, by=by, said=said, ask=ask)
    tx.want("write", version.id)
    await touch(tx, project)
    return version


async def edit(tx: Tx, project: Project, *, by: Person, changes: Sequence[Edit], said: str = "") -> Version:
    """Edits that code can do: a new head at once. Raises EditRefused; edits that need a writer go through `ask`."""
    project = await lock(tx, project.id)
    head = await head_of(project)
    script = script_of(head)
    if script is None:
        raise EditRefused("There is no script yet.", key="edit-refused-no-script")
    if any(isinstance(change, Undo) for change in changes):
        return await undo(tx, project)
    had = await used(project.id)
    applied = apply(script, changes, used=had.ids, seeds=had.seeds)
    version = await _next(project, by=by, said=said, ask={"task": "edits", "edits": EDITS.dump_python(list(changes), mode="json")})
    version.script = applied.script.model_dump(mode="json")
    version.changes = [{"key": change.key, "args": change.args} for change in applied.changes]
    await version.save(update_fields=["script", "changes"])
    await _set_head(tx, project, version)
    return version


class Used(NamedTuple):
    """What the versions of a project have had between them: none of it is given to something else."""

    ids: set[str]
    """Every id of anything."""
    seeds: dict[str, int]
    """The highest seed of every shot: its takes so far, less one."""


async def used(project_id: int) -> Used:
    """What the versions of this project ever had."""
    rows: Any = await Version.filter(project_id=project_id, script__not_isnull=True).values_list("script", flat=True)
    ids: set[str] = set()
    seeds: dict[str, int] = {}
    for script in rows:
        for scene in script["scenes"]:
            ids.add(scene["id"])
            for shot in scene["shots"]:
                ids.add(shot["id"])
                seeds[shot["id"]] = max(seeds.get(shot["id"], 0), shot.get("seed", 0))
        ids |= {one["id"] for one in (*script["characters"], *script["locations"])}
    return Used(ids, seeds)


async def undo(tx: Tx, project: Project) -> Version:
    """The head moves to the version before it. Raises EditRefused at the first one."""
    project = await lock(tx, project.id)
    head = await head_of(project)
    before = await Version.get_or_none(id=head.parent_id) if head and head.parent_id else None
    while before and (before.error is not None or (head and not head.changes and before.script == head.script)):  # what changed nothing is not taken back
        before = await Version.get_or_none(id=before.parent_id) if before.parent_id else None
    if before is None or (head and head.script and not before.script):
        raise EditRefused("This is the first version; there is nothing to undo.", key="edit-refused-nothing-to-undo")
    await _set_head(tx, project, before)
    return before


async def _next(project: Project, *, by: Person, said: str, ask: dict[str, Any]) -> Version:
    newest = await Version.filter(project_id=project.id).order_by("-number").first()
    return await Version.create(project_id=project.id, parent_id=project.head_id, by_id=by.id, number=newest.number + 1 if newest else 1, said=said, ask=ask)


async def _set_head(tx: Tx, project: Project, version: Version) -> None:
    await touch(tx, project)
    project.head_id = version.id
    await project.save(update_fields=["head_id"])
    tx.touch(f"version:{version.id}")


RENDERS_SHOWN = 8
"""So many of a film's renders, the newest, have messages that may still ask something."""


async def touch(tx: Tx, project: Project) -> None:
    """The film changed: whatever shows it, its head or its renders is shown again."""
    tx.touch(f"project:{project.id}")
    if project.head_id is None:
        return  # without a version nothing can have been rendered
    tx.touch(f"version:{project.head_id}")
    for render_id in await Render.filter(project_id=project.id).order_by("-id").limit(RENDERS_SHOWN).values_list("id", flat=True):
        tx.touch(f"render:{render_id}")


async def publish(tx: Tx, version: Version) -> bool:
    """Make a version that was just written the head, unless the head moved since it was asked for. Says which."""
    project = await lock(tx, version.project_id)
    counts = version.error is None and project.head_id == version.parent_id
    if counts:
        await _set_head(tx, project, version)
        await milestone(tx, project.id, "script" if version.script else "loglines")
    await touch(tx, project)
    return counts


ORDER = list(Stage)


REOPENS = (Stage.SCRIPT, Stage.CAST, Stage.BOARD)
"""Stages at which a finished film can be changed."""
REOPENED = "reopened"
"""Where a film's settings keep the newest render of which somebody went back to change something."""


async def reach(tx: Tx, project: Project, stage: Stage) -> None:
    """The person went on to this stage, or back to one of a finished film, which is open again until its next render is done."""
    changes: dict[str, object] = {"stage": stage.value}
    if stage in REOPENS and (last := await _last_done(project)):
        changes[REOPENED] = last
    project.settings = {**project.settings, **changes}
    await project.save(update_fields=["settings"])
    if stage in (Stage.CAST, Stage.BOARD, Stage.ANIMATIC, Stage.QUOTE):
        await milestone(tx, project.id, stage.value)  # type: ignore[arg-type]
    await touch(tx, project)


RENDERS_OF_FILM = """EXISTS (SELECT FROM render WHERE render.project_id = project.id AND ended_at IS NULL AND tier <> 'preview') AS rendering,
   coalesce((SELECT max(render.id) FROM render
              WHERE render.project_id = project.id AND version_id = project.head_id AND state = 'done' AND tier <> 'preview'), 0) AS last_done"""
"""Whether a film is being rendered, and the newest render that made a film of its head (0: none did), in a SELECT from project."""
_STAGE = f"""SELECT version.script IS NOT NULL AS has_script, {RENDERS_OF_FILM}
 FROM (SELECT $1::bigint AS id, $2::bigint AS head_id) AS project LEFT JOIN version ON version.id = project.head_id"""


async def stage(project: Project) -> Stage:
    """Where the film stands, derived from its rows."""
    (row,) = await connections.get("default").execute_query_dict(_STAGE, [project.id, project.head_id])
    return stage_of(project, **row)


def stage_of(project: Project, *, has_script: bool, rendering: bool, last_done: int) -> Stage:
    """Where a film stands of which this is known."""
    if rendering:
        return Stage.RENDERING
    if project.head_id is None:
        return Stage.BRIEF
    if not has_script:
        return Stage.LOGLINES
    if last_done > project.settings.get(REOPENED, 0):
        return Stage.FILM
    return max(Stage.SCRIPT, Stage(project.settings.get("stage", Stage.SCRIPT)), key=ORDER.index)


async def _last_done(project: Project) -> int:
    """The newest render that made a film of the head; 0 when there is none."""
    done = Render.filter(project_id=project.id, version_id=project.head_id, state="done").exclude(tier="preview")
    last = await done.order_by("-id").first()
    return last.id if last else 0


async def milestone(tx: Tx, project_id: int, step: Step) -> None:
    """Note that the film got this far, once, for the onboarding funnel."""
    await tx.sql.execute_query_dict(
        "INSERT INTO milestone (project_id, step, at) VALUES ($1, $2, now()) ON CONFLICT (project_id, step) DO NOTHING RETURNING id", [project_id, step]
    )


async def funnel() -> list[tuple[str, int]]:
    """How many films reached each step, in the journey's order."""
    steps: tuple[Step, ...] = ("idea", "loglines", "script", "cast", "board", "animatic", "quote", "render", "film")
    return [(step, await Milestone.filter(step=step).count()) for step in steps]


async def delete(tx: Tx, project: Project) -> None:
    """The film disappears for everybody; renders and money stay explained in the ledger."""
    if await Render.filter(project_id=project.id, ended_at=None).exclude(tier="preview").exists():
        raise BadInput("It is being rendered; cancel that first.", key="error-rendering")
    project.deleted_at = datetime.now(UTC)
    await project.save(update_fields=["deleted_at"])
    tx.touch(f"project:{project.id}")
