"""The Writer that needs no model: the port's face over parser, plots and composing. Wired up by `bots/wiring.py` where there is no key.

The work is pure Python of milliseconds for a clip and about a second for an hour of film; it runs in a thread, so no event loop waits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from core.errors import LanguageNotWritten, WritingFailed
from core.writing import checks, grammar
from core.writing.importing.filming import adapted as filmed
from core.writing.importing.filming import notes_of
from core.writing.importing.story import Story
from core.writing.languages import base
from core.writing.offline import ads, lint
from core.writing.offline.choosing import Choice, choices
from core.writing.offline.composing import Film, compose, loglined, titled
from core.writing.offline.parse import parse
from core.writing.offline.plots import TONES, plots
from core.writing.offline.recovering import SALTS
from core.writing.offline.resizing import resized
from core.writing.offline.rewriting import rewritten
from core.writing.script import FILM_S_MAX, FILM_S_MIN, Brief, Logline, Script
from core.writing.writer import Draft, Loglines, OnDraft, Understood, Written


class OfflineWriter:
    """Writes English films from authored plots. Deterministic: the same brief and seed give the same film."""

    name = "offline"

    async def close(self) -> None:
        """Nothing to let go of."""

    def writes(self, language: str) -> bool:
        """English of any region, nothing else."""
        return base(language) == "en"

    async def loglines(self, brief: Brief, *, others_than: Sequence[Logline] = (), wish: str = "", on_draft: OnDraft | None = None) -> Loglines:
        """Three films of different plots; others than those named, and in the tone that the wish asks for."""
        self._must_write(brief.language)
        found = ads.options(brief, tuple(others_than)) if brief.kind == "ad" else await asyncio.to_thread(_options, brief, tuple(others_than), wish)
        for n in range(len(found)):
            if on_draft:
                await on_draft(Draft(loglines=found[: n + 1]))
        return Loglines(found)

    async def script(self, brief: Brief, logline: Logline, *, on_draft: OnDraft | None = None) -> Written:
        """The film of a logline, exactly as long as the brief asks."""
        self._must_write(brief.language)
        script = ads.script(brief, logline) if brief.kind == "ad" else await asyncio.to_thread(_script, brief, logline)
        if on_draft:
            for n in range(1, len(script.scenes) + 1):
                so_far = script.model_copy(update={"scenes": script.scenes[:n]})
                await on_draft(Draft(script=so_far, scenes_done=n, scenes_total=len(script.scenes)))
                await asyncio.sleep(0)
        return Written(script)

    async def adapt(self, brief: Brief, story: Story, *, on_draft: OnDraft | None = None) -> Written:
        """The story in its own words, in whatever language it is written."""
        made = await asyncio.to_thread(filmed, story, brief)
        return Written(made.script, notes=notes_of(made))

    async def rewrite_scene(self, brief: Brief, script: Script, scene_id: str, wish: str) -> Written:
        """One scene in another light, tone, length or wording; what else is wished is refused with a sentence that says what can be done."""
        self._must_write(script.language)
        return Written(await asyncio.to_thread(rewritten, brief, script, scene_id, wish))

    async def resize(self, brief: Brief, script: Script, length_s: int) -> Written:
        """The same story in another length, its people and everything a person changed kept."""
        self._must_write(script.language)
        if not FILM_S_MIN <= length_s <= FILM_S_MAX:
            raise WritingFailed(f"a film runs {FILM_S_MIN} to {FILM_S_MAX} seconds, not {length_s}")
        return Written(await asyncio.to_thread(resized, brief, script, length_s))

    def translates(self, language: str) -> bool:
        """No language: whoever wants that must bring a model."""
        return False

    async def translate(self, script: Script, language: str) -> Written:
        """Raises LanguageNotWritten."""
        raise LanguageNotWritten(f"the offline writer does not translate into {language}", language=language, key="error-no-translator")

    async def understand(self, script: Script, said: str) -> Understood:
        """What a plain sentence asks of this script, by grammar."""
        return await asyncio.to_thread(grammar.understand, script, said)

    def _must_write(self, language: str) -> None:
        if not self.writes(language):
            raise LanguageNotWritten(f"the offline writer writes English, not {language}", language=language)


def _options(brief: Brief, others_than: tuple[Logline, ...], wish: str) -> tuple[Logline, ...]:
    """Three loglines, none of them offered before."""
    offered = {str(x.plan.get("plot", "")) for x in others_than}
    texts = {x.text for x in others_than}
    # A wish asks for the same films in another tone only where all plots have been offered.
    found: list[Choice] = choices(brief.idea, brief.seed, wish, offered)
    lines = []
    for n, choice in enumerate(found):
        text = choice.logline
        for variant in range(len(choice.film.plot.loglines)):
            text = loglined(choice.film, variant)
            if text not in texts:
                break
        else:
            text = f"{choice.logline.rstrip('.')}, told another way."
        lines.append(Logline(text=text, title=choice.title, plan={"plot": choice.film.plot.name, "tone": choice.film.tone, "seed": brief.seed, "n": n}))
    return tuple(lines)


def _film(brief: Brief, logline: Logline) -> Film:
    """The film that a logline means: its plan, or, for one that a person wrote, the plot that suits the idea best."""
    plot = plots().get(str(logline.plan.get("plot", "")))
    tone = str(logline.plan.get("tone", ""))
    if plot is None or tone not in TONES:
        return choices(brief.idea, brief.seed)[0].film
    return Film(parse(brief.idea), plot, tone, int(logline.plan.get("seed", brief.seed)))


def _script(brief: Brief, logline: Logline) -> Script:
    """The best of a few tellings: the first without a slip. WritingFailed where none can be filmed."""
    film = _film(brief, logline)
    best: tuple[int, Script] | None = None
    failed = ""
    for salt in SALTS:
        telling = replace(film, salt=salt)
        try:
            script = compose(telling, brief.length_s, logline.title or titled(film), logline.text)
        except WritingFailed as error:
            failed = str(error)
            continue
        wrong = checks.findings(script, brief)
        slips = len(lint.findings(script))
        if not wrong and not slips:
            return script
        failed = wrong[0].text if wrong else failed
        if not wrong and (best is None or slips < best[0]):
            # Slips in every telling are the idea's own: it is quoted as it was typed.
            best = (slips, script)
    if best is None:
        raise WritingFailed(failed or "no telling of this idea passes the checks")
    return best[1]
