"""The Writer that asks a model over any OpenAI-compatible server: loglines, then an outline, then each scene's shots side by side.

What the model says is only material: lengths, ids and durations are computed here, the result is mended and checked by `checks`,
handed back with the findings where it cannot be filmed, and moderated before and after. The model has no tools and sees no secrets.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from openai import AsyncOpenAI
from pydantic import ValidationError

from core.config import Settings
from core.errors import WritingFailed
from core.moderation.moderator import Moderator
from core.moderation.openai_service import moderator_of
from core.writing import checks, languages
from core.writing.edits import Change
from core.writing.importing.filming import adapted as filmed
from core.writing.importing.filming import logline_of, notes_of
from core.writing.importing.story import Story
from core.writing.openai_adapting import source_of
from core.writing.openai_asking import Asking, Price
from core.writing.openai_filming import FilmWriting
from core.writing.openai_findings import near, wrong_loglines
from core.writing.openai_prompts import prompts, quoted, rate, rules, synopses
from core.writing.openai_rewriting import fresh_ids, with_rewritten
from core.writing.openai_shapes import LoglineShape, LoglinesShape, Misnamed, RewrittenShape, digest
from core.writing.openai_talk import understood
from core.writing.openai_translation import translated
from core.writing.script import FILM_S_MAX, FILM_S_MIN, Brief, Logline, Script
from core.writing.writer import Draft, Loglines, OnDraft, Understood, Written

TIMEOUT_S, RETRIES = 180.0, 3
CUT_MAX = 0.12
"""A screenplay of which no more than this share of the lines must go is cut and not retold."""
STRETCH_MAX = 0.12
"""A change of length up to this share is only a matter of durations."""


class OpenAIWriter:
    """Writes in any language that its model knows."""

    def __init__(self, client: AsyncOpenAI, *, model: str, price: Price | None = None, moderator: Moderator | None = None) -> None:
        self.name = model
        self.client = client
        self.moderator = moderator or Moderator()
        self.asking = Asking(client, model, price or Price(), prompts())
        self._films = FilmWriting(self.asking)

    @classmethod
    def of(cls, settings: Settings) -> OpenAIWriter:
        """The writer that these settings describe."""
        key = settings.openai_api_key.get_secret_value()
        client = AsyncOpenAI(api_key=key, base_url=settings.openai_base_url, timeout=TIMEOUT_S, max_retries=RETRIES)
        price = Price(settings.usd_per_million_tokens_in, settings.usd_per_million_tokens_out)
        return cls(client, model=settings.openai_model, price=price, moderator=moderator_of(settings, client))

    async def close(self) -> None:
        """Close the connections."""
        await self.client.close()

    def writes(self, language: str) -> bool:
        """Every language: a model that does not know one is found out by the checks."""
        return bool(languages.base(language))

    async def loglines(self, brief: Brief, *, others_than: Sequence[Logline] = (), wish: str = "", on_draft: OnDraft | None = None) -> Loglines:
        """Three loglines, shown one by one as they come."""
        await self.moderator.check(brief.idea, wish)
        tally, texts = self.asking.tally(), prompts()
        known = [x.text for x in others_than]
        prompt = texts["loglines"].format(
            idea=quoted(brief.idea),
            length_s=brief.length_s,
            wish=texts["loglines_wish"].format(wish=quoted(wish)) if wish else "",
            others=texts["loglines_others"].format(others=quoted(known)) if known else "",
        )

        async def show(part: dict[str, Any]) -> None:
            options = _complete_loglines(part)
            if on_draft is not None and options:
                await on_draft(Draft(loglines=options))

        system = rules(texts, brief)
        check = partial(wrong_loglines, brief=brief, known=known)
        found = await self.asking.ask(system, prompt, LoglinesShape, tally=tally, check=check, on_part=None if on_draft is None else show)
        options = tuple(Logline(text=x.logline.strip(), title=x.title.strip()) for x in found.loglines[:3])
        await self.moderator.check("\n".join(f"{x.title}. {x.text}" for x in options))
        if on_draft is not None:
            await on_draft(Draft(loglines=options))
        return Loglines(options, tally.usage)

    async def script(self, brief: Brief, logline: Logline, *, on_draft: OnDraft | None = None) -> Written:
        """The whole script: its outline as soon as there is one, then scene by scene."""
        await self.moderator.check(brief.idea, logline.text)
        return await self._moderated(await self._films.written(brief, logline.text, None, on_draft))

    async def adapt(self, brief: Brief, story: Story, *, on_draft: OnDraft | None = None) -> Written:
        """A screenplay word for word where it fits, everything else retold for the length."""
        await self.moderator.check(story.text)
        tally = self.asking.tally()
        if story.kind != "prose":
            made = await asyncio.to_thread(filmed, story, brief)
            if made.lines_out <= CUT_MAX * (made.lines + made.lines_out):
                return Written(made.script, tally.usage, notes_of(made))
        system = prompts()["system"].format(language=brief.language)
        source = await source_of(story, self.asking, prompts(), system, tally)
        written = await self._moderated(await self._films.written(brief, logline_of(story), None, on_draft, source, tally))
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
        return await self._moderated(await self._films.written(wished, script.logline, script, None))

    async def rewrite_scene(self, brief: Brief, script: Script, scene_id: str, wish: str) -> Written:
        """One scene anew; shots that the wish does not touch keep their ids, so that their takes are found again."""
        await self.moderator.check(wish)
        scene = next(x for x in script.scenes if x.id == scene_id)
        texts, tally, ids = prompts(), self.asking.tally(), fresh_ids(script, wish)
        prompt = texts["rewrite"].format(
            title=quoted(script.title),
            logline=quoted(script.logline),
            cast=quoted([c.model_dump(include={"name", "species", "gender", "age", "look"}) for c in script.characters]),
            places=quoted([x.model_dump(include={"name", "backdrop", "interior"}) for x in script.locations]),
            scenes=synopses(script),
            number=script.scenes.index(scene) + 1,
            scene=quoted(digest(script)[script.scenes.index(scene)]),
            wish=quoted(wish),
            seconds=f"{scene.duration_s:g}",
            rules=texts["rules"].format(rate=rate(script.language)),
        )
        system = texts["system"].format(language=script.language)
        made: dict[str, Script] = {}

        def check(shape: RewrittenShape) -> list[str]:
            try:
                made["script"] = with_rewritten(script, scene, shape, ids)
            except (Misnamed, ValidationError) as error:
                return [str(error)]
            length = brief.model_copy(update={"length_s": near(made["script"].length_s), "language": script.language})
            return [finding.text for finding in checks.findings(made["script"], length)]

        await self.asking.ask(system, prompt, RewrittenShape, tally=tally, check=check)
        await self.moderator.check(_prose(made["script"]))
        return Written(made["script"], tally.usage)

    def translates(self, language: str) -> bool:
        """Every language, as for writing."""
        return self.writes(language)

    async def translate(self, script: Script, language: str) -> Written:
        """The script in another language, checked line by line."""
        tally = self.asking.tally()
        made = await translated(self.asking, script, language, tally)
        await self.moderator.check("\n".join([made.title, made.logline, *(line.text for shot in made.shots for line in shot.lines)]))
        return Written(made, tally.usage)

    async def understand(self, script: Script, said: str) -> Understood:
        """Edits, by grammar where it understands everything, else by the model."""
        await self.moderator.check(said)
        return await understood(self.asking, prompts(), script, said)

    async def _moderated(self, written: Written) -> Written:
        await self.moderator.check(_prose(written.script))
        return written


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


def _prose(script: Script) -> str:
    """Everything that a viewer reads or hears or sees described."""
    parts = [script.title, script.logline, *(f"{c.name} {c.look} {c.wardrobe}" for c in script.characters)]
    for scene in script.scenes:
        parts.append(scene.synopsis)
        for shot in scene.shots:
            parts += [shot.action, *(line.text for line in shot.lines)]
    return "\n".join(part for part in parts if part.strip())
