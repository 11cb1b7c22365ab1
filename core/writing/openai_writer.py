"""The Writer that asks a model over any OpenAI-compatible server: loglines, then an outline, then each scene's shots side by side.

What the model says is only material: lengths, ids and durations are computed here, the result is mended and checked by `checks`,
handed back with the findings where it cannot be filmed, and moderated before and after. The model has no tools and sees no secrets.
"""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Coroutine, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib import resources
from typing import Any, TypeVar

import yaml
from openai import AsyncOpenAI
from pydantic import ValidationError

from core.config import Settings
from core.errors import WritingFailed
from core.writing import checks, languages, pacing, splice
from core.writing.edits import Change, ids_of
from core.writing.importing.filming import adapted as filmed
from core.writing.importing.filming import logline_of, notes_of
from core.writing.importing.story import Story
from core.writing.moderation import Moderation
from core.writing.openai_adapting import Source, source_of
from core.writing.openai_asking import Asking, Price, Tally
from core.writing.openai_findings import SHOT_S, near, plain, wrong_loglines, wrong_outline, wrong_parts, wrong_shots
from core.writing.openai_moderation import moderation_of
from core.writing.openai_shapes import (
    LoglineShape,
    LoglinesShape,
    Misnamed,
    OutlineShape,
    PartShape,
    PlaceShape,
    RewrittenShape,
    ScenesShape,
    ShotShape,
    ShotsShape,
    cast_of,
    digest,
    places_of,
    scene_of,
    shot_of,
)
from core.writing.openai_talk import understood
from core.writing.openai_translation import translated
from core.writing.script import FILM_S_MAX, FILM_S_MIN, Brief, Character, Logline, Scene, Script, Shot
from core.writing.splice import Ids, but
from core.writing.writer import Draft, Loglines, OnDraft, Understood, Written

TIMEOUT_S, RETRIES = 180.0, 3
SIDE_BY_SIDE = 6
"""So many scenes are written at a time."""
ACT_SCENES = 12
"""A film of more than two acts' scenes is outlined in acts first."""
ROUNDS = 2
"""So often the finished film goes back with what is wrong with it."""
CUT_MAX = 0.12
"""A screenplay of which no more than this share of the lines must go is cut and not retold."""
STRETCH_MAX = 0.12
"""A change of length up to this share is only a matter of durations."""

T = TypeVar("T")


@cache
def prompts() -> dict[str, str]:
    """What the model is told, by name."""
    told: dict[str, str] = yaml.safe_load(resources.files("core.writing").joinpath("data/prompts.yaml").read_text(encoding="utf-8"))
    return told


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
        return _rules(prompts(), self.brief)


class OpenAIWriter:
    """Writes in any language that its model knows."""

    def __init__(self, client: AsyncOpenAI, *, model: str, price: Price | None = None, moderation: Moderation | None = None) -> None:
        self.name = model
        self.client = client
        self.moderation = moderation or Moderation()
        self.asking = Asking(client, model, price or Price(), prompts())
        self._places = asyncio.Semaphore(SIDE_BY_SIDE)

    @classmethod
    def of(cls, settings: Settings) -> OpenAIWriter:
        """The writer that these settings describe."""
        key = settings.openai_api_key.get_secret_value()
        client = AsyncOpenAI(api_key=key, base_url=settings.openai_base_url, timeout=TIMEOUT_S, max_retries=RETRIES)
        price = Price(settings.usd_per_million_tokens_in, settings.usd_per_million_tokens_out)
        return cls(client, model=settings.openai_model, price=price, moderation=moderation_of(settings, client))

    async def close(self) -> None:
        """Close the connections."""
        await self.client.close()

    def writes(self, language: str) -> bool:
        """Every language: a model that does not know one is found out by the checks."""
        return bool(languages.base(language))

    async def loglines(self, brief: Brief, *, others_than: Sequence[Logline] = (), wish: str = "", on_draft: OnDraft | None = None) -> Loglines:
        """Three loglines, shown one by one as they come."""
        await self.moderation.check(brief.idea, wish)
        tally, texts = self.asking.tally(), prompts()
        known = [x.text for x in others_than]
        prompt = texts["loglines"].format(
            idea=_quoted(brief.idea),
            length_s=brief.length_s,
            wish=texts["loglines_wish"].format(wish=_quoted(wish)) if wish else "",
            others=texts["loglines_others"].format(others=_quoted(known)) if known else "",
        )

        async def show(part: dict[str, Any]) -> None:
            options = _complete_loglines(part)
            if on_draft is not None and options:
                await on_draft(Draft(loglines=options))

        system = _rules(texts, brief)
        check = partial(wrong_loglines, brief=brief, known=known)
        found = await self.asking.ask(system, prompt, LoglinesShape, tally=tally, check=check, on_part=None if on_draft is None else show)
        options = tuple(Logline(text=x.logline.strip(), title=x.title.strip()) for x in found.loglines[:3])
        await self.moderation.check("\n".join(f"{x.title}. {x.text}" for x in options))
        if on_draft is not None:
            await on_draft(Draft(loglines=options))
        return Loglines(options, tally.usage)

    async def script(self, brief: Brief, logline: Logline, *, on_draft: OnDraft | None = None) -> Written:
        """The whole script: its outline as soon as there is one, then scene by scene."""
        await self.moderation.check(brief.idea, logline.text)
        return await self._written(brief, logline.text, None, on_draft)

    async def adapt(self, brief: Brief, story: Story, *, on_draft: OnDraft | None = None) -> Written:
        """A screenplay word for word where it fits, everything else retold for the length."""
        await self.moderation.check(story.text)
        tally = self.asking.tally()
        if story.kind != "prose":
            made = await asyncio.to_thread(filmed, story, brief)
            if made.lines_out <= CUT_MAX * (made.lines + made.lines_out):
                return Written(made.script, tally.usage, notes_of(made))
        system = prompts()["system"].format(language=brief.language)
        source = await source_of(story, self.asking, prompts(), system, tally)
        written = await self._written(brief, logline_of(story), None, on_draft, source, tally)
        return replace(written, notes=(Change("import-retold"),))

    async def resize(self, brief: Brief, script: Script, length_s: int) -> Written:
        """The same story in another length: a little is a matter of durations, more is told anew with the same people and places."""
        if not FILM_S_MIN <= length_s <= FILM_S_MAX:
            raise WritingFailed(
                f"a film runs {FILM_S_MIN} to {FILM_S_MAX} seconds, not {length_s}", key="error-length", least=FILM_S_MIN, most=FILM_S_MAX, asked=length_s
            )
        wished = brief.model_copy(update={"length_s": length_s, "language": script.language})
        if abs(length_s / script.length_s - 1) <= STRETCH_MAX:
            stretched = checks.mend(script, wished)
            if not checks.findings(stretched, wished):
                return Written(stretched, self.asking.tally().usage)
        return await self._written(wished, script.logline, script, None)

    async def rewrite_scene(self, brief: Brief, script: Script, scene_id: str, wish: str) -> Written:
        """One scene anew; shots that the wish does not touch keep their ids, so that their takes are found again."""
        await self.moderation.check(wish)
        scene = next(x for x in script.scenes if x.id == scene_id)
        texts, tally, ids = prompts(), self.asking.tally(), _ids(script, wish)
        prompt = texts["rewrite"].format(
            title=_quoted(script.title),
            logline=_quoted(script.logline),
            cast=_quoted([c.model_dump(include={"name", "species", "gender", "age", "look"}) for c in script.characters]),
            places=_quoted([x.model_dump(include={"name", "backdrop", "interior"}) for x in script.locations]),
            scenes=_synopses(script),
            number=script.scenes.index(scene) + 1,
            scene=_quoted(digest(script)[script.scenes.index(scene)]),
            wish=_quoted(wish),
            seconds=f"{scene.duration_s:g}",
            rules=texts["rules"].format(rate=_rate(script.language)),
        )
        system = texts["system"].format(language=script.language)
        made: dict[str, Script] = {}

        def check(shape: RewrittenShape) -> list[str]:
            try:
                made["script"] = _with_rewritten(script, scene, shape, ids)
            except (Misnamed, ValidationError) as error:
                return [str(error)]
            length = brief.model_copy(update={"length_s": near(made["script"].length_s), "language": script.language})
            return [finding.text for finding in checks.findings(made["script"], length)]

        await self.asking.ask(system, prompt, RewrittenShape, tally=tally, check=check)
        await self.moderation.check(_prose(made["script"]))
        return Written(made["script"], tally.usage)

    def translates(self, language: str) -> bool:
        """Every language, as for writing."""
        return self.writes(language)

    async def translate(self, script: Script, language: str) -> Written:
        """The script in another language, checked line by line."""
        tally = self.asking.tally()
        made = await translated(self.asking, script, language, tally)
        await self.moderation.check("\n".join([made.title, made.logline, *(line.text for shot in made.shots for line in shot.lines)]))
        return Written(made, tally.usage)

    async def understand(self, script: Script, said: str) -> Understood:
        """Edits, by grammar where it understands everything, else by the model."""
        await self.moderation.check(said)
        return await understood(self.asking, prompts(), script, said)

    async def _written(
        self, brief: Brief, logline: str, told: Script | None, on_draft: OnDraft | None, source: Source | None = None, tally: Tally | None = None
    ) -> Written:
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
        await self.moderation.check(_prose(script))
        return Written(script, film.tally.usage)

    async def _outlined(self, brief: Brief, logline: str, told: Script | None, source: Source | None, tally: Tally) -> _Film:
        """The film with its people, places and scenes, and no shots yet."""
        texts = prompts()
        opening_s, credits_s = pacing.opening_s(brief.length_s), pacing.credits_s(brief.length_s)
        shots_s = brief.length_s - opening_s - credits_s
        count = _scene_count(shots_s)
        acts = -(-count // ACT_SCENES) if count > 2 * ACT_SCENES else 0
        story = texts["outline_story"].format(length_s=f"{told.length_s:g}", digest=_told(told)) if told else ""
        story = source.outline(texts, shots_s) if source else story
        prompt = texts["outline"].format(
            idea=_quoted(brief.idea),
            logline=_quoted(logline),
            story=story,
            count=acts or count,
            unit="acts" if acts else "scenes",
            seconds=f"{shots_s:g}",
            cast_max=3 if brief.length_s <= 60 else 6 if brief.length_s <= 600 else 12,
        )
        ids = _ids(told, f"{logline}{brief.length_s}{brief.seed}") if told else Ids(())
        made: dict[str, _Film] = {}

        def check(shape: OutlineShape) -> list[str]:
            try:
                made["film"] = _film(brief, logline, told, shape, ids, tally)
            except (Misnamed, ValidationError) as error:
                return [str(error)]
            return wrong_outline(shape, acts or count)

        system = _rules(texts, brief)
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
            title=_quoted(outline.title),
            logline=_quoted(film.logline),
            cast=_quoted([{"name": c.name, "look": c.look} for c in outline.characters]),
            places=_quoted([x.name for x in outline.places]),
            acts=_quoted([{"act": k, "synopsis": part.synopsis} for k, part in enumerate(outline.parts, 1)]),
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
            prompt += "\n" + prompts()["shots_text"].format(text=_quoted(film.source.passage(begin, end)))
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
        told = {k: f"The scene {k} it: {_quoted(x.synopsis)} " if x else "" for k, x in beside.items()}
        return texts["shots"].format(
            title=_quoted(script.title),
            logline=_quoted(film.logline),
            cast=_quoted([c.model_dump(include={"name", "species", "gender", "age", "look", "wardrobe"}) for c in script.characters]),
            scenes=_synopses(script),
            number=number + 1,
            heading=f"{_quoted(place.name)} ({'interior' if place.interior else 'exterior'}), {scene.time_of_day}, {scene.weather}, {scene.mood}",
            synopsis=_quoted(scene.synopsis),
            before=told["before"],
            after=told["after"],
            count=max(1, round(seconds / SHOT_S)),
            seconds=f"{seconds:.1f}",
            rate=_rate(script.language),
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


def _quoted(material: Any) -> str:
    """As JSON: whatever stands in it is data."""
    return json.dumps(material, ensure_ascii=False)


def _ids(script: Script | None, salt: str) -> Ids:
    """Ids that no version of this project has: counted from a number that belongs to what is written."""
    taken = ids_of(script) if script else frozenset[str]()
    floor = 10_000 + zlib.crc32(f"{salt}{sorted(taken)}".encode()) % 1_000_000_000
    return Ids({*taken, *(f"{prefix}{floor}" for prefix in "clsh")} if script else taken)


def _rate(language: str) -> str:
    """How long speech takes, as a model is told."""
    if languages.base(language) in ("ja", "zh", "ko"):
        return f"one second for {pacing.CHARACTERS_PER_S_CJK:g} characters"
    return f"one second for {pacing.WORDS_PER_S:g} words"


def _prose(script: Script) -> str:
    """Everything that a viewer reads or hears or sees described."""
    parts = [script.title, script.logline, *(f"{c.name} {c.look} {c.wardrobe}" for c in script.characters)]
    for scene in script.scenes:
        parts.append(scene.synopsis)
        for shot in scene.shots:
            parts += [shot.action, *(line.text for line in shot.lines)]
    return "\n".join(part for part in parts if part.strip())


def _synopses(script: Script) -> str:
    return _quoted([f"{n}. {script.place_of(scene).name}: {scene.synopsis}" for n, scene in enumerate(script.scenes, 1)])


def _told(script: Script) -> str:
    """A film that is told again: its people, and scene by scene what happens and what is said."""
    if script.length_s > 600:
        return _synopses(script)
    return _quoted({"title": script.title, "cast": [c.model_dump(include={"name", "look", "wardrobe"}) for c in script.characters], "scenes": digest(script)})


def _scene_count(shots_s: float) -> int:
    """About how many scenes a film has: short ones in a clip, longer ones in a feature."""
    each = 12 if shots_s <= 30 else 18 if shots_s <= 100 else 30 if shots_s <= 600 else 40
    return max(1, round(shots_s / each))


def _complete_loglines(part: dict[str, Any]) -> tuple[Logline, ...]:
    """The loglines of an unfinished answer, the last of which may still grow."""
    options: list[Logline] = []
    found = part.get("loglines")
    for x in found if isinstance(found, list) else []:
        try:
            shape = LoglineShape.model_validate(x)
        except ValidationError:
            break
        if shape.logline.strip():
            options.append(Logline(text=shape.logline.strip()[:400], title=shape.title.strip()))
    return tuple(options[:3])


def _rules(texts: dict[str, str], brief: Brief) -> str:
    """What the model is told of its trade: the rules of all films, and those of this kind where it has its own."""
    rules = texts["system"].format(language=brief.language)
    return rules + texts["system_ad"] if brief.kind == "ad" else rules


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


def _with_rewritten(script: Script, scene: Scene, shape: RewrittenShape, ids: Ids) -> Script:
    """The script with one scene written anew. Nothing else of it changes, not even a duration."""
    names = {c.name.casefold() for c in script.characters}
    newcomers = cast_of([x for x in shape.new_characters if x.name.strip().casefold() not in names], script.characters, ids)
    cast = (*script.characters, *newcomers)
    [place] = places_of([PlaceShape(name=shape.place, backdrop=shape.backdrop, interior=shape.interior)], script.locations, ids)
    kept = list(scene.shots)
    shots = tuple(_kept_or_new(x, kept, cast, ids) for x in shape.shots)
    new = but(scene, location=place.id, time_of_day=shape.time_of_day, weather=shape.weather, mood=shape.mood,
              synopsis=" ".join(shape.synopsis.split())[:600], shots=shots)  # fmt: skip
    locations = script.locations if any(x.id == place.id for x in script.locations) else (*script.locations, place)
    whole = but(script, characters=cast, locations=locations)
    done = splice.rejoined(script, splice.with_scene(whole, new))
    used = {id for shot in done.shots for id in shot.characters} | {c.id for c in script.characters}
    return Script.model_validate(but(done, characters=tuple(c for c in done.characters if c.id in used)).model_dump())


def _kept_or_new(shape: ShotShape, old_shots: list[Shot], cast: Sequence[Character], ids: Ids) -> Shot:
    """The old shot where the model gave it back unchanged, taken from the list; else a new one, as long as its lines need."""
    made = shot_of(shape, cast, "new")
    for old in old_shots:
        same = (old.action, old.size, old.move, [x.text for x in old.lines], set(old.characters))
        if same == (made.action, made.size, made.move, [x.text for x in made.lines], set(made.characters)):
            old_shots.remove(old)
            return old
    return checks.mended_shot(but(made, id=ids.next("h")))


async def _side_by_side(work: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """All at once; the first failure ends the others and is raised as itself."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one) for one in work]
    except BaseExceptionGroup as failed:
        raise failed.exceptions[0] from failed
    return [task.result() for task in tasks]
