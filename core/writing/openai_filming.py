"""How a model writes a whole film: an outline, in acts where it is long, then each scene's shots side by side, and again what cannot be filmed.

Called by `openai_writer`, which moderates what goes in and what comes out.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from core.errors import WritingFailed
from core.writing import checks, pacing, splice
from core.writing.openai_adapting import Source
from core.writing.openai_asking import Asking, Tally
from core.writing.openai_findings import SHOT_S, plain, wrong_outline, wrong_parts, wrong_shots
from core.writing.openai_prompts import prompts, quoted, rate, rules, synopses
from core.writing.openai_prompts import told as told_of
from core.writing.openai_rewriting import fresh_ids
from core.writing.openai_shapes import Misnamed, OutlineShape, PartShape, ScenesShape, ShotsShape, cast_of, places_of, scene_of, shot_of
from core.writing.script import Brief, Scene, Script, Shot
from core.writing.splice import Ids, but
from core.writing.writer import Draft, OnDraft, Written

SIDE_BY_SIDE = 6
"""So many scenes are written at a time."""
ACT_SCENES = 12
"""A film of more than two acts' scenes is outlined in acts first."""
ROUNDS = 2
"""So often the finished film goes back with what is wrong with it."""

T = TypeVar("T")


@dataclass
class _Film:
    """A film while it is written."""

    brief: Brief
    logline: str
    tally: Tally
    ids: Ids
    script: Script
    """Scenes without shots are not written yet."""
    seconds: dict[str, float]
    """What the outline gives to each scene."""
    source: Source | None = None
    """The story that it is adapted from."""

    @property
    def system(self) -> str:
        """What the model is told first in every call."""
        return rules(prompts(), self.brief)


class FilmWriting:
    """Writes whole films, so many scenes at a time."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self._places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def written(
        self, brief: Brief, logline: str, told: Script | None, on_draft: OnDraft | None, source: Source | None = None, tally: Tally | None = None
    ) -> Written:
        """A whole film of this logline: `told` is a film that is told again at another length, `source` the story that it is adapted from.

        The outline is shown as soon as there is one, then every scene. WritingFailed where the model gives nothing that can be filmed.
        """
        film = await self._outlined(brief, logline, told, source, tally or self.asking.tally())

        async def show() -> None:
            if on_draft is not None:
                done = sum(bool(scene.shots) for scene in film.script.scenes)
                await on_draft(Draft(script=film.script, scenes_done=done, scenes_total=len(film.script.scenes)))

        await show()

        async def write(scene_id: str) -> None:
            await self._shots(film, scene_id, ())
            await show()

        await _side_by_side(write(scene.id) for scene in film.script.scenes)
        script = await self._filmable(film)
        return Written(script, film.tally.usage)

    async def _outlined(self, brief: Brief, logline: str, told: Script | None, source: Source | None, tally: Tally) -> _Film:
        """The film with its people, places and scenes, and no shots yet."""
        texts = prompts()
        opening_s, credits_s = pacing.opening_s(brief.length_s), pacing.credits_s(brief.length_s)
        shots_s = brief.length_s - opening_s - credits_s
        count = _scene_count(shots_s)
        acts = -(-count // ACT_SCENES) if count > 2 * ACT_SCENES else 0
        story = texts["outline_story"].format(length_s=f"{told.length_s:g}", digest=told_of(told)) if told else ""
        story = source.outline(texts, shots_s) if source else story
        prompt = texts["outline"].format(
            idea=quoted(brief.idea),
            logline=quoted(logline),
            story=story,
            count=acts or count,
            unit="acts" if acts else "scenes",
            seconds=f"{shots_s:g}",
            cast_max=3 if brief.length_s <= 60 else 6 if brief.length_s <= 600 else 12,
        )
        ids = fresh_ids(told, f"{logline}{brief.length_s}{brief.seed}") if told else Ids(())
        made: dict[str, _Film] = {}

        def check(shape: OutlineShape) -> list[str]:
            try:
                made["film"] = _film(brief, logline, told, shape, ids, tally)
            except (Misnamed, ValidationError) as error:
                return [str(error)]
            return wrong_outline(shape, acts or count)

        system = rules(texts, brief)
        shape = await self.asking.ask(system, prompt, OutlineShape, tally=tally, check=check)
        film = made["film"]
        film.source = source
        if acts:
            per_act = await _side_by_side(self._act(film, shape, n, count, shots_s) for n in range(len(shape.parts)))
            parts = [part for some in per_act for part in some]
        else:
            parts = shape.parts
        scenes = [scene_of(part, film.script.locations, ids) for part in parts]
        total = sum(max(1.0, part.seconds) for part in parts)
        film.seconds = {scene.id: shots_s * max(1.0, part.seconds) / total for scene, part in zip(scenes, parts, strict=True)}
        film.script = but(film.script, scenes=tuple(scenes))
        return film

    async def _act(self, film: _Film, outline: OutlineShape, n: int, count: int, shots_s: float) -> list[PartShape]:
        """The scenes of one act of a long film."""
        total = sum(max(1.0, part.seconds) for part in outline.parts)
        share = max(1.0, outline.parts[n].seconds) / total
        wanted = max(2, round(count * share))
        prompt = prompts()["scenes"].format(
            title=quoted(outline.title),
            logline=quoted(film.logline),
            cast=quoted([{"name": c.name, "look": c.look} for c in outline.characters]),
            places=quoted([x.name for x in outline.places]),
            acts=quoted([{"act": k, "synopsis": part.synopsis} for k, part in enumerate(outline.parts, 1)]),
            number=n + 1,
            count=wanted,
            seconds=f"{shots_s * share:.0f}",
        )

        def check(shape: ScenesShape) -> list[str]:
            try:
                for part in shape.scenes:
                    scene_of(part, film.script.locations, Ids(()))
            except Misnamed as error:
                return [str(error)]
            return wrong_parts(shape.scenes, wanted)

        async with self._places:
            found = await self.asking.ask(film.system, prompt, ScenesShape, tally=film.tally, check=check)
        scale = shots_s * share / sum(max(1.0, part.seconds) for part in found.scenes)
        return [part.model_copy(update={"seconds": max(1.0, part.seconds) * scale}) for part in found.scenes]

    async def _shots(self, film: _Film, scene_id: str, wrong: Sequence[str]) -> None:
        """Write the shots of one scene into the film."""
        script = film.script
        number = next(n for n, x in enumerate(script.scenes) if x.id == scene_id)
        scene, seconds = script.scenes[number], film.seconds[scene_id]
        prompt = self._shots_prompt(film, number, seconds)
        if film.source:
            lasts = [film.seconds[one.id] for one in script.scenes]
            begin, end = sum(lasts[:number]) / sum(lasts), sum(lasts[: number + 1]) / sum(lasts)
            prompt += "\n" + prompts()["shots_text"].format(text=quoted(film.source.passage(begin, end)))
        if wrong:
            prompt += "\n" + prompts()["findings"].format(findings="\n".join(f"- {text}" for text in wrong))
        made: dict[str, tuple[Shot, ...]] = {}

        def check(shape: ShotsShape) -> list[str]:
            try:
                made["shots"] = tuple(splice.grown(shot_of(x, script.characters, f"new{n}")) for n, x in enumerate(shape.shots))
            except (Misnamed, ValidationError) as error:
                return [str(error)]
            return wrong_shots(script, scene, made["shots"], seconds)

        async with self._places:
            await self.asking.ask(film.system, prompt, ShotsShape, tally=film.tally, check=check)
        shots = tuple(but(shot, id=film.ids.next("h")) for shot in made["shots"])
        film.script = splice.with_scene(film.script, but(scene, shots=shots))

    def _shots_prompt(self, film: _Film, number: int, seconds: float) -> str:
        texts, script = prompts(), film.script
        scene = script.scenes[number]
        place = script.place_of(scene)
        beside = {"before": script.scenes[number - 1] if number else None, "after": script.scenes[number + 1] if number + 1 < len(script.scenes) else None}
        told = {k: f"The scene {k} it: {quoted(x.synopsis)} " if x else "" for k, x in beside.items()}
        return texts["shots"].format(
            title=quoted(script.title),
            logline=quoted(film.logline),
            cast=quoted([c.model_dump(include={"name", "species", "gender", "age", "look", "wardrobe"}) for c in script.characters]),
            scenes=synopses(script),
            number=number + 1,
            heading=f"{quoted(place.name)} ({'interior' if place.interior else 'exterior'}), {scene.time_of_day}, {scene.weather}, {scene.mood}",
            synopsis=quoted(scene.synopsis),
            before=told["before"],
            after=told["after"],
            count=max(1, round(seconds / SHOT_S)),
            seconds=f"{seconds:.1f}",
            rate=rate(script.language),
            words=max(4, int(seconds * 0.6 * pacing.WORDS_PER_S)),
            ending=texts["shots_ending"] if number + 1 == len(script.scenes) else "",
        )

    async def _filmable(self, film: _Film) -> Script:
        """The finished film, mended; scenes with findings are written again, twice at most."""
        for _ in range(ROUNDS + 1):
            script = checks.mend(film.script, film.brief)
            findings = checks.findings(script, film.brief)
            if not findings:
                return Script.model_validate(script.model_dump())
            again = _to_rewrite(film, findings)
            if not again:
                break
            await _side_by_side(self._shots(film, scene_id, wrong) for scene_id, wrong in again.items())
        raise WritingFailed(f"the writing model gave no film that can be made: {findings[0].text}")


def _scene_count(shots_s: float) -> int:
    """About how many scenes a film has: short ones in a clip, longer ones in a feature."""
    each = 12 if shots_s <= 30 else 18 if shots_s <= 100 else 30 if shots_s <= 600 else 40
    return max(1, round(shots_s / each))


def _film(brief: Brief, logline: str, told: Script | None, shape: OutlineShape, ids: Ids, tally: Tally) -> _Film:
    """The frame of a film from its outline; raises Misnamed or ValidationError for what cannot be one."""
    cast = cast_of(shape.characters, told.characters if told else (), ids)
    places = places_of(shape.places, told.locations if told else (), ids)
    script = Script(
        title=told.title if told else " ".join(shape.title.split())[:80],
        logline=logline[:400],
        language=brief.language,
        opening_s=pacing.opening_s(brief.length_s),
        credits_s=pacing.credits_s(brief.length_s),
        characters=cast,
        locations=places,
        scenes=(),
        narrator=told.narrator if told else Script.model_fields["narrator"].default,
        kind=brief.kind,
    )
    for part in shape.parts:
        scene_of(part, places, Ids(()))
    return _Film(brief, logline, tally, ids, script, {})


def _to_rewrite(film: _Film, findings: Sequence[checks.Finding]) -> dict[str, list[str]]:
    """The scenes that must be written again, each with what is wrong with it; none if rewriting scenes would not help."""
    scenes = film.script.scenes
    again: dict[str, list[str]] = {}
    for finding in findings:
        where = next((s.id for s in scenes if finding.where == s.id or any(h.id == finding.where for h in s.shots)), None)
        if where:
            again.setdefault(where, []).append(finding.text)
        elif finding.rule == "line-again":
            said = finding.text.split("“")[1].split("”")[0]
            for scene in [s for s in scenes if any(plain(x.text) == said for h in s.shots for x in h.lines)][checks.REFRAIN_MAX :]:
                again.setdefault(scene.id, []).append(finding.text)
        elif finding.rule in ("length", "too-few-shots", "language"):
            for scene in scenes:
                if finding.rule == "language" or _misses(film, scene):
                    again.setdefault(scene.id, []).append(finding.text)
    return again


def _misses(film: _Film, scene: Scene) -> bool:
    """Whether a scene cannot last what the outline gives it."""
    seconds = film.seconds[scene.id]
    least = sum(pacing.least_s(shot) for shot in scene.shots)
    return least > seconds or len(scene.shots) * checks.MEAN_SHOT_S_MAX < seconds


async def _side_by_side(work: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """All at once; the first failure ends the others and is raised as itself."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one) for one in work]
    except BaseExceptionGroup as failed:
        raise failed.exceptions[0] from failed
    return [task.result() for task in tasks]
