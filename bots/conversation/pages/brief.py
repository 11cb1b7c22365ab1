"""Views of the beginning: the welcome, the brief that is agreed on, and the loglines to choose from."""

from __future__ import annotations

from typing import Any

from bots.conversation.page import Page
from bots.conversation.pages.about import has_films
from bots.conversation.pages.sentences import error_block
from bots.conversation.views import Block, Select, View
from bots.conversation.words import LANGUAGES, literal, shortened
from core import projects
from core.materials import material_of
from core.models import Material, Version
from core.projects import Stage
from core.writing import languages
from core.writing.kinds.rules import KINDS, RULES
from core.writing.script import Logline

LENGTHS_S = (15, 30, 60, 120, 180, 300, 600, 1800, 3600)
FORMATS = ("youtube", "shorts", "reels", "tiktok", "square")
LETTERS = "ABC"


async def welcome(page: Page) -> View:
    """First words, or what a greeting is answered with."""
    w = page.words
    return page.view(
        w.title("welcome-title"),
        w.block("welcome-how"),
        w.note("welcome-ai"),
        choices=(
            page.primary("choice-surprise", "film.surprise"),
            page.choice("choice-my-films", "films.list") if await has_films(page.post.person_id) else page.choice("choice-how", "help.open"),
        ),
        awaits=True,
    )


def title_of(page: Page) -> str:
    """What to call the film: its script's title, or the idea in short."""
    script = page.of.script if page.of else None
    return script.title if script else shortened(page.film.idea, 80)


async def brief(page: Page) -> View:
    """What will be made, before anything is written: idea, length, format, language."""
    w, film = page.words, page.film
    kind = w.text(f"kind-{film.kind.replace('_', '-')}")
    said = w.block("brief-plan", kind=kind, length=w.length(film.length_s), format=w.text(f"format-{film.format}"), language=w.language_name(film.language))
    headline = Block(spans=(literal(shortened(film.idea, 600), bold=True),))
    brought = await material_of(film)
    if not page.is_at(Stage.BRIEF):
        return page.view(headline, said)
    return page.view(
        headline,
        said,
        _hint(page, brought),
        *_foreign(page),
        *((w.note("welcome-ai"),) if page.of and page.of.first else ()),
        choices=(
            page.primary("choice-go-on", "brief.go_on"),
            page.choice("choice-length", "brief.length_typed", form=True),
            page.choice("choice-own-music", "track.bring", form=True) if film.kind == "music_video" and not projects.track_of(film) else None,
        ),
        selects=(
            page.select("menu-length", "brief.length", [(str(s), w.length(s)) for s in _lengths(film.kind)], str(film.length_s)),
            None if brought else _kinds(page),
            page.select("menu-format", "brief.format", [(name, w.text(f"format-{name}")) for name in FORMATS], film.format),
            None if brought else _languages(page),
        ),
        awaits=True,
    )


def _hint(page: Page, brought: Material | None) -> Block:
    """What to know before going on: whose story it is, that a track is wanted, or how to change things."""
    w = page.words
    if brought:
        return w.note("import-from", name=shortened(brought.name, 60), named="yes" if brought.name else "no")
    return w.note("brief-hint-track" if page.film.kind == "music_video" and not projects.track_of(page.film) else "brief-hint")


def _foreign(page: Page) -> tuple[Block, ...]:
    """Said of an idea that is told in a language nobody here writes, and to a person who speaks one where the idea does not tell."""
    told = languages.told_in(page.film.idea)
    if not told:
        own = page.words.language
        if languages.base(own) == languages.base(page.film.language) or page.desk.writes(own):
            return ()
        return (page.words.note("brief-only", language=page.words.language_name(page.film.language)),)
    if told == languages.base(page.film.language) or page.desk.writes(told):
        return ()
    return (page.words.note("brief-foreign", told=page.words.language_name(told), language=page.words.language_name(page.film.language)),)


def _kinds(page: Page) -> Select:
    names: list[tuple[str, str]] = [(name, page.words.text(f"menu-kind-{name.replace('_', '-')}")) for name in KINDS]
    return page.select("menu-kind", "brief.kind", names, page.film.kind)


def _lengths(kind: str) -> tuple[int, ...]:
    """The lengths that a menu offers for films of this kind."""
    rules = RULES[kind]  # type: ignore[index]
    return tuple(seconds for seconds in LENGTHS_S if rules.least_s <= seconds <= rules.most_s)


def _languages(page: Page) -> Any:
    known = [language for language in LANGUAGES if page.desk.writes(language)]
    if len(known) < 2:
        return None
    return page.select("menu-film-language", "brief.language", [(one, page.words.language_name(one)) for one in known], page.film.language)


async def loglines(page: Page) -> View:
    """Three films the idea could become, as they are thought of, then to choose from."""
    w = page.words
    version = await Version.get(id=page.post.args["version"])
    if version.error:
        live = page.stage in (Stage.BRIEF, Stage.LOGLINES) and page.is_live and page.newest == version
        again = page.primary("choice-try-again", "loglines.again", ask=version.ask)
        return page.view(error_block(w, version.error), choices=(again if live else None,), mood="trouble")
    options = projects.loglines_of(version) or [Logline.model_validate(one) for one in (version.draft or {}).get("loglines", [])]
    told = [Block(spans=(literal(f"{letter}  ", bold=True), literal(one.text))) for letter, one in zip(LETTERS, options, strict=False)]
    if not projects.is_written(version):
        return page.view(w.block("loglines-coming"), *told, mood="working")
    if not (page.is_at(Stage.LOGLINES) and page.film.head_id == version.id):
        return page.view(*told)
    picks = [page.choice("choice-letter", "loglines.pick", with_={"letter": LETTERS[n]}, n=n) for n in range(1, len(options))]
    return page.view(
        w.block("loglines-ask"),
        *told,
        w.note("loglines-hint"),
        choices=(
            page.primary("choice-letter", "loglines.pick", with_={"letter": "A"}, n=0),
            *picks,
            page.choice("choice-three-others", "loglines.others"),
            page.choice("choice-wish", "loglines.wish", form=True),
        ),
        awaits=True,
    )
