"""What a watch page shows of a film: its versions, chapters, storyboard and makers. Reads rows, changes nothing. Called by `bots/web`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.film.probe import Chapter
from core.film.timeline import timeline
from core.models import Crew, Cut, Project, Render, Version
from core.people import name_of
from core.writing.script import Script


@dataclass(frozen=True)
class Screened:
    """One version of the film. `files` as in `CutStatus`; `burned`: its words stand in the picture."""

    cut: int
    format: str
    language: str
    title: str
    width: int
    height: int
    seconds: float
    bytes: int
    burned: bool
    signed: str
    files: dict[str, str]
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class Framed:
    """A shot of the storyboard: its number, when it is seen (seconds), its panel's storage key and what it shows."""

    shot: str
    number: int
    chapter: int
    start_s: float
    panel: str
    action: str


@dataclass(frozen=True)
class Screening:
    """The film. `versions`: the one it was made as comes first. `rendered`: a model drew its pictures, rather than this software."""

    project: int
    render: int
    title: str
    logline: str
    language: str
    makers: tuple[str, ...]
    year: int
    versions: tuple[Screened, ...]
    shots: tuple[Framed, ...]

    def version(self, cut: int | None) -> Screened:
        """The version of this cut; the first where there is none such."""
        return next((one for one in self.versions if one.cut == cut), self.versions[0])


async def screening(render_id: int) -> Screening | None:
    """What can be watched of this render; None while there is no film."""
    render = await Render.get(id=render_id)
    project = await Project.get(id=render.project_id)
    version = await Version.get(id=render.version_id)
    script = Script.model_validate(version.script)
    cuts = await Cut.filter(render_id=render_id, state="done", kind="final").order_by("id")
    if not cuts:
        cuts = await Cut.filter(render_id=render_id, state="done", kind="rough").order_by("id")
    if not cuts:
        return None
    return Screening(
        project=project.id, render=render.id, title=script.title, logline=script.logline, language=script.language,
        makers=await _makers(project), year=render.created_at.year, versions=tuple(_screened(cut, script) for cut in cuts),
        shots=_framed(script, (version.board or {}).get("panels", {})) if not render.cancel_asked else (),
    )  # fmt: skip


def _screened(cut: Cut, script: Script) -> Screened:
    facts: dict[str, Any] = cut.facts
    marks = tuple(Chapter(**mark) for mark in facts.get("chapters", ()))
    return Screened(
        cut=cut.id, format=cut.format, language=cut.language, title=facts.get("title") or script.title, width=int(facts.get("width", 1280)),
        height=int(facts.get("height", 720)), seconds=float(facts.get("seconds", script.length_s)), bytes=int(facts.get("bytes", 0)),
        burned=bool(facts.get("burned")), signed=str(facts.get("signed", "")), files=cut.files, chapters=marks,
    )  # fmt: skip


async def _makers(project: Project) -> tuple[str, ...]:
    """The owner and those who wrote or directed with them, by name."""
    crew = await Crew.filter(project_id=project.id, role__in=["writer", "director"]).order_by("id")
    names = [await name_of(person) for person in dict.fromkeys([project.owner_id, *(one.person_id for one in crew)])]
    return tuple(dict.fromkeys(filter(None, names)))


def _framed(script: Script, panels: dict[str, str]) -> tuple[Framed, ...]:
    laid = timeline(script)
    return tuple(
        Framed(shot.id, number, scene_number, laid.shot(shot.id).start_s, panels.get(shot.id, ""), shot.action)
        for number, scene_number, _, shot in script.numbered()
    )
