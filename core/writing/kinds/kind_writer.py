"""The Writer that knows kinds: has any other writer tell the story, and gives it the form of its kind. Composed by `choose`.

brief -> wanted(brief): what the other writer is to tell -> its script -> finished(script, brief): recap, cuts, card, beats
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.errors import WritingFailed
from core.writing import checks
from core.writing.importing.story import Story
from core.writing.kinds import ad, music_video, series, short, trailer
from core.writing.script import FILM_S_MIN, Brief, Kind, Logline, Script
from core.writing.splice import but
from core.writing.trimming import trimmed
from core.writing.writer import Draft, Loglines, OnDraft, Understood, Usage, Writer, Written


@dataclass(frozen=True)
class Form:
    """What a kind does to a brief before the story is written, and to the script after."""

    wanted: Callable[[Brief], Brief]
    finished: Callable[[Script, Brief], Script]


FORMS: dict[Kind, Form] = {
    "short": Form(short.wanted, short.finished),
    "series": Form(series.wanted, series.finished),
    "ad": Form(ad.wanted, ad.finished),
    "trailer": Form(trailer.wanted, trailer.finished),
    "music_video": Form(music_video.wanted, music_video.finished),
}
"""Every kind but the plain film, which is what any writer writes."""


SHORTER, SHORTER_TRIES = 0.9, 3
"""A story that does not fit into the time of its form is asked for once more with so much of its length, so often."""


class KindWriter:
    """The Writer port over another writer."""

    def __init__(self, story: Writer) -> None:
        self._story = story
        self.name = story.name

    async def close(self) -> None:
        """Let go of what the other writer holds."""
        await self._story.close()

    def writes(self, language: str) -> bool:
        """Whatever the other writer writes."""
        return self._story.writes(language)

    async def loglines(self, brief: Brief, *, others_than: Sequence[Logline] = (), wish: str = "", on_draft: OnDraft | None = None) -> Loglines:
        """Three loglines of the story behind the film."""
        return await self._story.loglines(_story_of(brief), others_than=others_than, wish=wish, on_draft=on_draft)

    async def script(self, brief: Brief, logline: Logline, *, on_draft: OnDraft | None = None) -> Written:
        """The story, in the form of its kind. Of other kinds than the film only the finished script is shown."""
        form = FORMS.get(brief.kind)
        if form is None:
            return await self._story.script(brief, logline, on_draft=on_draft)
        written = await self._in_form(form, brief, logline)
        if on_draft:
            scenes = len(written.script.scenes)
            await on_draft(Draft(script=written.script, scenes_done=scenes, scenes_total=scenes))
        return written

    async def _in_form(self, form: Form, brief: Brief, logline: Logline) -> Written:
        """The story in this form. One that does not fit its time is asked for again, shorter."""
        wanted, usage = form.wanted(brief), Usage()
        for _ in range(SHORTER_TRIES):
            written = await self._story.script(wanted, logline)
            script, usage = form.finished(written.script, brief), usage + written.usage
            if not checks.findings(script, brief):
                break
            wanted = but(wanted, length_s=max(FILM_S_MIN, round(wanted.length_s * SHORTER)))
        return replace(written, script=_checked(script, brief), usage=usage)

    async def adapt(self, brief: Brief, story: Story, *, on_draft: OnDraft | None = None) -> Written:
        """A story that was brought, in the form of the film's kind."""
        form = FORMS.get(brief.kind)
        written = await self._story.adapt(_story_of(brief), story, on_draft=None if form else on_draft)
        return replace(written, script=_checked(form.finished(written.script, brief), brief)) if form else written

    async def rewrite_scene(self, brief: Brief, script: Script, scene_id: str, wish: str) -> Written:
        """One scene anew; the film keeps its kind and its length."""
        written = await self._story.rewrite_scene(_story_of(brief), script, scene_id, wish)
        return replace(written, script=_of_kind(written.script, script))

    async def resize(self, brief: Brief, script: Script, length_s: int) -> Written:
        """A film is told anew in its new length; what was cut into the form of another kind is trimmed or stretched."""
        if script.kind == "film":
            return await self._story.resize(brief, script, length_s)
        if script.kind == "music_video":
            return Written(_checked(music_video.finished(script, but(brief, length_s=length_s)), but(brief, length_s=length_s)))
        return Written(Script.model_validate(trimmed(script, length_s, script.opening_s, script.credits_s).model_dump()))

    def translates(self, language: str) -> bool:
        """Whether the writer behind this one does."""
        return self._story.translates(language)

    async def translate(self, script: Script, language: str) -> Written:
        """The script in another language; its kind's finish stays."""
        return await self._story.translate(script, language)

    async def understand(self, script: Script, said: str) -> Understood:
        """What a plain sentence asks of this script."""
        return await self._story.understand(script, said)


def _story_of(brief: Brief) -> Brief:
    form = FORMS.get(brief.kind)
    return form.wanted(brief) if form else brief


def _of_kind(script: Script, before: Script) -> Script:
    kept = {name: getattr(before, name) for name in ("kind", "episode", "card", "opening_s", "credits_s")}
    return Script.model_validate(script.model_copy(update=kept).model_dump())


def _checked(script: Script, brief: Brief) -> Script:
    """The script, validated. Raises WritingFailed where it cannot be filmed in this form."""
    whole = Script.model_validate(script.model_dump())
    wrong = checks.findings(whole, brief)
    if wrong:
        raise WritingFailed(f"the {brief.kind} cannot be made of this story: {wrong[0].text}")
    return whole
