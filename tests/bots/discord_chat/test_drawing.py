"""Views as Discord's components: whatever a view holds, what is sent keeps every limit, loses no words and makes no markup of what people typed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.conversation.views import Block, Choice, Entry, Form, Media, Option, Progress, Select, Span, Table, View
from bots.discord_chat import markup
from bots.discord_chat.chat import file_name
from bots.discord_chat.drawing import Look, draw, modal
from bots.discord_chat.pressing import Home
from bots.discord_chat.splitting import COMPONENTS_MAX, TEXT_MAX, sheets, size
from tests.fakes.discord_rules import V2, check_message, check_modal, count

WORDS = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
NASTY = st.sampled_from(
    ["**bold** _it_ ~~no~~", "@everyone @here", "<@123456> <@&99> <#5>", "```py\ncode```", "# big", "> quoted", "-# small", "1. one", "[a](http://x.y)",
     "https://evil.example", "||spoiler||", "<t:1:R>", "</film new:12>", "\\*", "日本語のテキスト", "🎬" * 30, "a" * 5000, "word " * 1500, "`" * 50]
)  # fmt: skip
TEXT = WORDS | NASTY
SPANS = st.lists(st.builds(Span, text=TEXT, bold=st.booleans(), italic=st.booleans()), min_size=1, max_size=4).map(tuple)
PICTURES = st.none() | st.integers(0, 30).map(lambda n: Media(kind="image", key=f"k/{n}", alt=f"who it is {n}", name=f"who {n}.png"))
BLOCKS = st.builds(Block, spans=SPANS, kind=st.sampled_from(["title", "text", "note", "quote"]), picture=PICTURES)
BARS = st.builds(Progress, fraction=st.floats(0, 1), label=WORDS)
ROWS = st.integers(1, 4).flatmap(lambda n: st.lists(st.tuples(*[WORDS] * n), min_size=2, max_size=30))
TABLES = ROWS.map(lambda rows: Table(head=rows[0], rows=tuple(rows[1:])))
NAMES = st.text(min_size=1, max_size=80).filter(lambda text: text.strip())


def media(n: int, kind: str) -> Media:
    return Media(kind=kind, key=f"k/{n}", alt="what is seen " * (n % 120), name=f"file {n}.png", link="https://example.org/x")  # type: ignore[arg-type]


KINDS = st.sampled_from(["image", "video", "audio", "file"])
MEDIA = st.lists(KINDS, max_size=24).map(lambda kinds: tuple(media(n, kind) for n, kind in enumerate(kinds)))


@st.composite
def views(draw_: Any) -> View:
    """Any view there can be, of many pages, buttons and files."""
    labels = draw_(st.lists(NAMES, max_size=20))
    choices = tuple(
        Choice(label=label, action=f"{n:032x}", style="normal" if n else "primary", opens_form=n % 3 == 2) for n, label in enumerate(labels)
    )  # fmt: skip
    menus = draw_(st.integers(0, 5)) if choices else 0
    options = tuple(Option(label=f"entry {n}", value=str(n), chosen=n == 1) for n in range(25))
    selects = tuple(Select(label="menu " * 15, action=f"s{n:031x}", options=options, opens_form=n == 1) for n in range(menus))
    body = tuple(draw_(st.lists(BLOCKS | BARS | TABLES, min_size=1, max_size=25)))
    return View(
        name="any", body=body, media=draw_(MEDIA), choices=choices, selects=selects, awaits=draw_(st.booleans()),
        mood=draw_(st.sampled_from(["calm", "trouble"]))
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(views(), st.booleans())
def test_every_view_keeps_every_limit(view: View, fits: bool) -> None:
    look = Look(mention="123456789012345678", home=Home("9" * 19, "8" * 19), hint="en")
    found = sheets(view)
    assert found
    for sheet in found:
        assert sheet.components <= COMPONENTS_MAX
        assert size(sheet.text) <= TEXT_MAX
        assert len(sheet.carried) <= 10
        if sheet.sounds and fits:
            continue
        names = {one.key: f"{n}-{file_name(one, n)}" for n, one in enumerate(sheet.carried, 1) if one.kind != "audio" and fits}
        layout = draw(sheet, view, look, names)
        files = {n: (name, 10) for n, name in enumerate(names.values())}
        body = {"components": layout.to_components(), "flags": V2, "attachments": [{"id": n} for n in files]}
        check_message(body, files, fields="components flags attachments", limit=1000)
    assert [one.label for sheet in found for one in sheet.choices] == [one.label for one in view.choices]
    assert [one.action for sheet in found for one in sheet.selects] == [one.action for one in view.selects]
    beside = {part.picture.key for part in view.body if isinstance(part, Block) and part.picture}
    shown = {one.key for sheet in found for one in sheet.carried}
    assert {one.key for one in view.media} <= shown <= {one.key for one in view.media} | beside
    assert not any(sheet.choices or sheet.selects for sheet in found[:-1])


LETTER = re.compile(r"[^\W_]", re.UNICODE)


@settings(max_examples=150, deadline=None)
@given(views())
def test_no_word_is_lost(view: View) -> None:
    told = "".join("".join(LETTER.findall(sheet.text)) for sheet in sheets(view))
    for part in view.body:
        if isinstance(part, Block):
            assert "".join(LETTER.findall(part.text)) in told


def read(text: str) -> str:
    """What Discord shows of a text without line markup: escapes undone; any mark that is left unescaped is an error."""
    shown, n = "", 0
    while n < len(text):
        if text[n] == "\\":
            assert n + 1 < len(text)
            assert re.match(r"[^0-9A-Za-z\s]", text[n + 1]), text
            shown += text[n + 1]
            n += 2
            continue
        assert text[n] not in "*_~`|<>[]()#@", (text, n)
        shown += text[n]
        n += 1
    return shown.replace(markup.NOT_A_MENTION, "")


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_what_was_typed_is_shown_as_it_is(text: str) -> None:
    escaped = markup.escape(text)
    assert read(escaped) == text.replace(markup.NOT_A_MENTION, "")
    assert not re.search(r"^\s*([-+]|\d+\.)\s", escaped, re.MULTILINE)
    assert not re.search(r"https?://", escaped)
    assert not re.search(r"@(everyone|here|\d)", escaped)


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        (Span(text=" bold ", bold=True), "x **bold** y"),
        (Span(text="both", bold=True, italic=True), "x***both***y"),
        (Span(text="  ", bold=True), "x  y"),
        (Span(text="*", italic=True), "x*\\**y"),
    ],
)
def test_marks_stand_at_the_words(span: Span, shown: str) -> None:
    assert markup.block(Block(spans=(Span(text="x"), span, Span(text="y")))) == shown


def test_a_table_fits_a_phone_or_becomes_lines() -> None:
    narrow = Table(head=("tier", "credits"), rows=(("Draft", "30"), ("標準", "60")), marked=1)
    assert markup.table(narrow) == "```\n  tier   credits\n  Draft  30\n▸ 標準   60\n```"
    wide = Table(head=("film", "maker"), rows=(("a" * 40, "b" * 40), ("*c*", "d")), marked=0)
    assert markup.table(wide) == f"**{'a' * 40} · {'b' * 40}**\n\\*c\\* · d"


def test_a_code_block_that_is_cut_stays_one() -> None:
    table = Table(head=("n", "word"), rows=tuple((str(n), "word") for n in range(900)))
    pages = [sheet.text for sheet in sheets(View(name="long", body=(table,)))]
    assert len(pages) > 1
    assert all(page.startswith("```\n") and page.endswith("\n```") and page.count("```") == 2 for page in pages)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=5000), st.integers(1, 6000), st.booleans()), min_size=1, max_size=5))
def test_every_form_is_taken(fields: list[tuple[str, int, bool]]) -> None:
    entries = tuple(Entry(name=f"field{n}", label="l" * 45, value=value, most=most, long=long) for n, (value, most, long) in enumerate(fields))
    made = modal(Form(title="t" * 45, action="a" * 40, entries=entries), Home("9" * 19, "8" * 19)).to_dict()
    check_modal(made)
    count(made["components"], len(entries), len(entries), "components")


def test_file_names_survive_discord() -> None:
    assert file_name(media(3, "image"), 1) == "file-3.png"
    assert file_name(Media(kind="video", key="k", alt="", name="最初の手紙.mp4"), 2) == "video-2.mp4"
    assert file_name(Media(kind="file", key="k", alt="", name="../../etc/passwd"), 1) == "file-1.etcpasswd"
