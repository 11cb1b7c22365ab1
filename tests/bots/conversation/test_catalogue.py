"""The catalogues: every sentence that the code may need is there, none is broken, none is left over."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from bots.conversation import words as catalogue
from bots.conversation.pages import brief, sentences
from bots.conversation.pages.account import NOTIFY
from bots.conversation.pages.studio import MAKERS, PERIODS, TIERS
from bots.conversation.posts import PAGES
from bots.conversation.steps.cast import TEXTURES
from bots.conversation.steps.film import SUBTITLES
from bots.conversation.words import LANGUAGES, LOCALES, MissingWords, available, best, clean, shortened, words
from bots.discord_chat import commands as discord_commands
from bots.telegram_chat.commands import ADMINS, GROUP, PRIVATE
from bots.web.watch import REASONS
from core.crew import ROLES
from core.film.profiles import FINISHES
from core.ledger.ledger import Reason as LedgerReason
from core.ledger.ledger import Source
from core.plans import RATE_MC
from core.projects import Stage
from core.rendering import funding
from core.rendering.begin import Reason
from core.rendering.cutter import Promo
from core.rendering.status import SceneState
from core.rendering.status import Stage as RenderStage
from core.writing import applying, edits
from core.writing import script as film
from payments import promotions

ROOT = Path(__file__).parents[3]
COMPLETE = LANGUAGES
"""Languages whose catalogue must have everything: all."""


def messages(language: str) -> dict[str, fluent.Message]:
    """All messages of a language by key."""
    found: dict[str, fluent.Message] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


def docstring_keys(stem: str) -> Iterator[str]:
    """The change keys (stem "") or refusal keys that the docstring of `edits` lists."""
    assert edits.__doc__
    for line in edits.__doc__.splitlines():
        row = re.match(r"    ([a-z][a-z-]*(?:, -?[a-z-]+)*)(?: {2}|$)", line)
        if not row or row[1].startswith("edit-refused") != bool(stem):
            continue
        first, *others = row[1].split(", ")
        yield first
        for other in others:
            if not other.startswith("-"):
                yield other
            elif stem:
                yield "edit-refused" + other
            else:
                yield first.split("-")[0] + other


def constants(*folders: str) -> set[str]:
    """Every string constant in the code of these folders."""
    found: set[str] = set()
    for folder in folders:
        for file in (ROOT / folder).rglob("*.py"):
            found |= {node.value for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return found


def families() -> set[str]:
    """Keys that the code composes."""
    made = discord_commands.keys() | {f"format-{one}" for one in get_args(film.Format)} | {f"heard-format-{one}" for one in get_args(film.Format)}
    made |= {f"time-{one}" for one in get_args(film.TimeOfDay)} | {f"weather-{one}" for one in get_args(film.Weather)}
    made |= {f"mood-{one}" for one in get_args(film.Mood)} | {f"size-{one}" for one in get_args(film.ShotSize)}
    made |= {f"move-{one}" for one in get_args(film.CameraMove)} | {f"transition-{one}" for one in get_args(film.Transition)}
    made |= {f"age-{one}" for one in get_args(film.Age)} | {f"species-{one}" for one in get_args(film.Species) if one != "human"}
    made |= {"interior-interior", "interior-exterior"}
    made |= {f"credits-granted-{one.value}" for one in Source} | {f"notify-{one}" for one in NOTIFY} | {f"notify-set-{one}" for one in NOTIFY}
    made |= {f"telegram-command-{one}" for one in (*PRIVATE, *GROUP, *ADMINS)}
    made |= {f"platform-{one}" for one in ("discord", "telegram", "terminal", "web")} | {f"link-{one}" for one in ("same", "wrong", "too-many")}
    made |= {f"role-{one}" for one in ("owner", *ROLES)} | {f"role-{one}-may" for one in ROLES}
    made |= {f"telegram-command-{one}" for one in (*PRIVATE, *GROUP, *ADMINS)}
    made |= {f"makers-{one}" for one in MAKERS} | {f"{what}-{one}" for one in PERIODS for what in ("period", "this")} | {f"tiers-{one}" for one in TIERS}
    made |= {f"terms-{one}" for one in ("ai", "yours", "content", "money", "refunds", "data", "people")}
    made |= {f"tier-{one}" for one in RATE_MC} | {f"source-{one.value}" for one in Source} | {f"stage-{one.value}" for one in Stage}
    made |= {f"card-{one}" for one in get_args(RenderStage) if one not in ("done", "cancelled", "failed")}
    made |= {f"card-scene-{one}" for one in get_args(SceneState)}
    made |= {f"declined-{one.replace('_', '-')}" for one in get_args(Reason)} | {f"cancel-{one}" for one in ("stopping", "too-late", "ended")}
    made |= {f"media-{one}" for one in ("film", "part", "trailer", "poster", "sheet")} | {f"file-{one}" for one in ("screenplay", "subtitles", "sheet")}
    made |= {f"choice-subtitles-{one}" for one in SUBTITLES if one != "srt"}
    made |= {f"change-{key}" for key in docstring_keys("")} | {"change-scene-rewritten", "change-undone", "change-film-format", "change-film-resized"}
    made |= set(docstring_keys("edit-refused")) | {f"error-credits-{one.value.replace('_', '-')}" for one in LedgerReason}
    made |= {f"example-{n}" for n in (1, 2, 3)} | {f"heard-{unit}" for unit in ("second", "minute", "hour")}
    made |= {f"texture-{one}" for one in TEXTURES} | {"ask-music", "form-music", "ask-picture", "form-picture"}
    made |= {f"bring-{kind}{about}" for kind in ("story", "sound", "picture") for about in ("", "-about")}
    forms = (
        "idea",
        "episode",
        "length",
        "wish",
        "rewrite",
        "look",
        "wardrobe",
        "name",
        "action",
        "lines",
        "insert",
        "budget",
        "give",
        "allow",
        "promo",
        "gift",
        "pledge",
        "retake",
    )
    made |= {f"code-{one.replace('_', '-')}" for one in get_args(promotions.Outcome)} | {f"trial-{one}" for one in ("given", "young", "busy")}
    made |= {f"paid-{one}" for one in ("paid", "open", "expired", "failed", "left")} | {
        f"paid-title-{one}" for one in ("paid", "open", "expired", "failed", "left")
    }
    made |= {f"fund-not-{one}" for one in get_args(funding.Why)}
    made |= {f"plans-{one}" for one in ("plan", "price", "credits", "films")}
    made |= {f"{what}-{one.replace('_', '-')}" for what in ("kind", "menu-kind", "heard-kind") for one in get_args(film.Kind)}
    made |= {f"{what}-{one}" for what in ("finish", "heard-finish") for one in FINISHES}
    made |= {f"promo-{one}-{state}" for one in get_args(Promo) for state in ("coming", "here", "failed")} | {"media-loop"}
    made |= {f"watch-report-{one}" for one in REASONS} | pages_of_the_web()
    return made | {f"{what}-{one}" for what in ("ask", "form", "entry") for one in forms}


def pages_of_the_web() -> set[str]:
    """Keys that the templates of our web pages name."""
    return {key for page in (ROOT / "bots" / "web" / "pages").glob("*.html") for key in re.findall(r"\bt\('([a-z-]+[a-z])'", page.read_text())}


def test_the_edits_docstring_is_read_whole() -> None:
    changes, refusals = set(docstring_keys("")), set(docstring_keys("edit-refused"))
    assert {"title-changed", "scene-time", "scene-weather", "shot-action", "shot-props", "character-colour", "film-length", "shot-split"} <= changes
    assert {"edit-refused-last-shot", "edit-refused-last-scene", "edit-refused-no-such-character", "edit-refused-at-edge"} <= refusals
    source = Path(edits.__file__).read_text() + Path(applying.__file__).read_text()
    named = set(re.findall(r'Change\("([a-z-]+)"', source)) | set(re.findall(r'key="([a-z-]+)"', source))
    assert named <= changes | refusals


@pytest.mark.parametrize("language", available())
def test_no_message_is_broken(language: str) -> None:
    for file in sorted((LOCALES / language).glob("*.ftl")):
        junk = [entry.content for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body if isinstance(entry, fluent.Junk)]
        assert not junk, f"{file.name}: {junk}"


@pytest.mark.parametrize("language", COMPLETE)
def test_every_sentence_that_may_be_needed_is_there(language: str) -> None:
    known = set(messages(language))
    stems = "shop|purchase|plans|plan|gift|invite|paysupport|statement|"
    stems += "error|choice|menu|card|film|quote|budget|cast|board|brief|loglines|script|answer|edit-refused|declined|welcome|heard|receipt|import"
    looks_like = re.compile(rf"({stems})(-[a-z0-9]+)+")
    composed = {"film-length", "film-format", "film-resized"}
    written = {text for text in constants("bots/conversation") if looks_like.fullmatch(text)}
    core = {text for text in constants("core", "payments") if re.fullmatch(r"(error|edit-refused|money|import)(-[a-z0-9]+)+|talk-not-understood", text)}
    needed = (written | core | families()) - composed
    assert needed <= known, sorted(needed - known)


@pytest.mark.parametrize("language", COMPLETE)
def test_no_sentence_is_left_over(language: str) -> None:
    used = constants("bots", "core", "payments") | families()
    assert set(messages(language)) <= used, sorted(set(messages(language)) - used)


def test_other_languages_have_nothing_that_english_lacks() -> None:
    for language in available():
        assert set(messages(language)) <= set(messages("en")), language


def arguments(message: fluent.Message) -> set[str]:
    """The arguments a message uses."""
    found: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, fluent.VariableReference):
            found.add(node.id.name)
        if isinstance(node, fluent.BaseNode):
            for value in vars(node).values():
                for one in value if isinstance(value, list) else [value]:
                    walk(one)

    walk(message.value)
    return found


def raised() -> Iterator[tuple[str, set[str]]]:
    """(key, names of its figures) of every error that the code raises with a key."""
    for file in [*(ROOT / "core").rglob("*.py"), *(ROOT / "payments").rglob("*.py"), *(ROOT / "bots" / "conversation").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call):
                given = {one.arg: one.value for one in node.keywords}
                key = given.pop("key", None)
                if (
                    isinstance(key, ast.Constant)
                    and isinstance(key.value, str)
                    and re.match(r"(error|edit-refused|talk|import)-", key.value)
                    and None not in given
                ):
                    yield key.value, {name for name in given if name}


def test_every_error_brings_the_figures_of_its_sentence() -> None:
    english = messages("en")
    made_here = {"known", "short"}
    for key, figures in raised():
        missing = arguments(english[key]) - figures - made_here
        assert not missing or (key, missing) == ("edit-refused-no-such-shot", {"asked"}), (key, missing)


@pytest.mark.parametrize("language", available())
def test_every_message_fills_in(language: str) -> None:
    for key, message in messages(language).items():
        numbers: dict[str, object] = dict.fromkeys(arguments(message), 2)
        assert words(language).text(key, **numbers), key
        said = dict.fromkeys(arguments(message), "x*y_z{a}")
        spans = words(language).spans(key, **said)
        text = "".join(span.text for span in spans)
        if said and "x*y_z{a}" in text:
            assert not any(span.text in ("y",) for span in spans)


@pytest.mark.parametrize("key", sorted(docstring_keys("")))
def test_every_change_has_a_sentence(key: str) -> None:
    args: dict[str, object] = {"scene": 2, "shot": 3, "to": 4, "old": "a", "new": "b", "place": "Kitchen"}
    args |= {"action": "She runs.", "duration": 4.0, "name": "Mara"}
    if family := sentences.NAMED.get(key):
        some = {"time": "night", "weather": "fog", "mood": "dread", "interior": "interior", "size": "CU", "move": "pan_left", "transition": "dissolve"}[family]
        args |= {"old": some, "new": some}
    if key in ("film-length", "shot-duration", "shot-grew"):
        args |= {"old": 30.0, "new": 45.5}
    told = sentences.change(words("en"), key, args).text
    assert told.endswith((".", "b", "She runs.", "”"))
    assert "{" not in told


def test_nothing_left_is_said_so() -> None:
    assert sentences.change(words("en"), "shot-cast", {"shot": 1, "scene": 1, "old": "Mara", "new": ""}).text == "Nobody is seen in shot 1 any more."


def test_a_client_language_finds_its_catalogue() -> None:
    assert best("en-GB") == "en"
    assert best("") == "en"
    assert best("tlh") == "en"
    assert best("zh-TW") == "en"


def test_a_language_that_lacks_a_message_says_it_in_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "ru").mkdir()
    (tmp_path / "en" / "a.ftl").write_text("shots = { $count ->\n    [one] { $count } shot\n   *[other] { $count } shots\n }\nonly = *Only* here\n")
    (tmp_path / "ru" / "a.ftl").write_text("shots = { $count ->\n    [one] { $count } кадр\n    [few] { $count } кадра\n   *[many] { $count } кадров\n }\n")
    monkeypatch.setattr(catalogue, "LOCALES", tmp_path)
    catalogue._bundle.cache_clear()
    catalogue._resources.cache_clear()
    try:
        russian = catalogue.Words("ru")
        assert [russian.text("shots", count=count) for count in (1, 3, 5)] == ["1 кадр", "3 кадра", "5 кадров"]
        assert russian.number(1234.5) == "1\u00a0234,5"
        assert russian.spans("only")[0].bold
        with pytest.raises(MissingWords):
            russian.text("nowhere")
    finally:
        catalogue._resources.cache_clear()
        catalogue._bundle.cache_clear()


def test_figures_read_naturally() -> None:
    w = words("en")
    assert [w.length(s) for s in (15, 60, 75, 90, 120, 3600)] == ["15 seconds", "1 minute", "75 seconds", "1 minute 30 seconds", "2 minutes", "1 hour"]
    assert [w.credits(mc) for mc in (1000, 57500, 0)] == ["1 credit", "57.5 credits", "0 credits"]
    assert [w.clock(s) for s in (30, 60, 3725)] == ["0:30", "1:00", "1:02:05"]
    assert [w.wait(s) for s in (10, 60, 540, 7200)] == ["under a minute", "about a minute", "about 9 minutes", "about 2 hours"]


def test_typed_text_brings_no_controls_and_is_cut_at_words() -> None:
    assert clean("a\u202eb\x00c\ue000") == "abc"
    assert shortened("the quick brown fox jumps", 16) == "the quick brown…"
    assert len(shortened("x" * 300, 80)) == 80


def test_all_languages_of_the_plan_can_have_a_catalogue() -> None:
    for language in LANGUAGES:
        assert words("en").language_name(language)
    assert set(brief.FORMATS) == set(get_args(film.Format))
    assert len(PAGES) == len(set(itertools.chain(PAGES)))
