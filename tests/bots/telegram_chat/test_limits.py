"""Every view within Telegram's limits, in every language there is, with whatever people may type; judged by the fake's own rules."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import ForceReply, InlineKeyboardMarkup

from bots.conversation.invoices import invoice
from bots.conversation.posts import PAGES
from bots.conversation.views import Block, Choice, Media, Option, Progress, Select, Span, Table, View
from bots.conversation.words import available, words
from bots.telegram_chat import keyboard, threads
from bots.telegram_chat.commands import ADMINS, GROUP, PRIVATE, listed
from bots.telegram_chat.files import Prepared, Ready
from bots.telegram_chat.sheet import Sheet, sheet
from bots.telegram_chat.text import TEXT_MAX, Mark, Rich, composed, split, units
from core.models import Person, Post, Project
from payments.catalogue import ITEMS
from payments.stars_api import TITLE_MAX
from tests.bots.conversation.conftest import Set
from tests.fakes.telegram import rules

HOSTILE = (
    "<b>&amp;</b> *a* _b_ `c` [d](tg://user?id=1) ||e|| @everyone /start #x",
    "\u202e\u200f\u0000\ue000\ue001 \ud7ff",
    "👩‍👩‍👧‍👦" * 40,
    "e" + "\u0301" * 80,
    "日本語の長い文章です。" * 60,
    " \n\t ",
    "\u200b\u2060\ufeff",
    "x" * 5000,
    "word " * 1200,
)

anything = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE))
label = st.one_of(st.text(min_size=1, max_size=80), st.sampled_from([text[:80] for text in HOSTILE]))
ids = st.text("abcdef0123456789", min_size=1, max_size=40)
spans = st.builds(Span, text=anything, bold=st.booleans(), italic=st.booleans())
blocks = st.builds(Block, spans=st.lists(spans, min_size=1, max_size=8).map(tuple), kind=st.sampled_from(["title", "text", "note", "quote"]))
tables = st.builds(Table, head=st.just(("a", "b")), rows=st.lists(st.tuples(anything, label), max_size=4).map(tuple), marked=st.sampled_from([None, 0]))
bars = st.builds(Progress, fraction=st.floats(0, 1), label=label)
bodies = st.lists(st.one_of(blocks, tables, bars), max_size=8).map(tuple)
others = st.lists(st.builds(Choice, label=label, action=ids, style=st.sampled_from(["normal", "danger"])), max_size=19)
entries = st.lists(st.builds(Option, label=label, value=label, chosen=st.booleans()), min_size=1, max_size=25).map(tuple)
menus = st.lists(st.builds(Select, label=label, action=ids, options=entries), max_size=5).map(tuple)
links = st.sampled_from(["", "https://films.example.org/d/1/x.mp4", "http://127.0.0.1:8080/d/1/x.mp4", "http://localhost/x"])
media = st.builds(Media, kind=st.sampled_from(["image", "video", "audio", "file"]), key=ids, alt=anything, name=st.just("a.mp4"), link=links)
TYPES: dict[str, Any] = {"image": "photo", "video": "video", "audio": "audio", "file": "document"}


@st.composite
def views(draw: st.DrawFn) -> View:
    body, shown, first, rest, selects = draw(bodies), draw(st.lists(media, max_size=13)), draw(label), draw(others), draw(menus)
    asks = draw(st.booleans())
    choices = (Choice(label=first, action=draw(ids), style="primary"), *rest) if asks or selects else ()
    if not body and not shown:
        body = (Block(spans=(Span(text=draw(anything)),)),)
    return View(
        name=draw(st.sampled_from(["any", "question"])), body=body, media=tuple(shown), choices=choices, selects=selects, awaits=draw(st.booleans()),
        mood=draw(st.sampled_from(["calm", "working", "done"])), short=draw(anything),
    )  # fmt: skip


def prepared(view: View, missing: int = 0) -> Prepared:
    """All media ready, but for the first `missing`."""
    return Prepared(tuple(Ready(one, TYPES[one.kind], "id") for one in view.media[missing:]), view.media[:missing])


def obeys(made: Sheet) -> None:
    """Nothing of this sheet would be refused."""
    assert made.groups or made.texts
    for group in made.groups:
        assert 1 <= len(group) <= rules.ALBUM_MAX
        if len(group) > 1:
            rules.check_album([{"type": one.type, "media": "id"} for one in group])
    for text in made.texts:
        if text.text or not made.captioned:
            kept, entities = rules.check_text(
                text.text, [one.to_dict() for one in text.entities], rules.CAPTION_UNITS_MAX if made.captioned else rules.TEXT_UNITS_MAX, "too long"
            )
            assert kept
            assert len(entities) <= rules.ENTITIES_MAX
    if made.markup is not None:
        rules.check_markup(made.markup.to_dict())


@settings(max_examples=60, deadline=None)
@given(views(), st.integers(0, 2), st.booleans())
def test_any_view_is_taken(view: View, missing: int, group: bool) -> None:
    made = sheet(view, prepared(view, missing), words("en"), group=group)
    obeys(made)
    if isinstance(made.markup, InlineKeyboardMarkup):
        rows = made.markup.inline_keyboard
        if view.choices:
            assert len(rows[0]) == 1, "the recommended step stands alone"
            assert keyboard.read(str(rows[0][0].callback_data)) == keyboard.Data("press", view.choices[0].action)
            away = keyboard.folded(view, "Back")
            if away:
                rules.check_markup(away.to_dict())
                assert keyboard.shows_more(away)
                assert [row[0].callback_data for row in rows].count("m0:more") == 1
            pressed = [str(button.callback_data) for row in [*rows, *(away.inline_keyboard if away else ())] for button in row]
            assert [data[1:] for data in pressed if data[0] == "p"] == [one.action for one in view.choices], "every choice is in reach, in its order"
            assert len(rows) <= keyboard.ROWS_MAX + len({one.link for one in view.media if one.link})
        for select in view.selects:
            for page in range(4):
                rules.check_markup(keyboard.menu(select, page, "Back").to_dict())
            for option in select.options:
                assert keyboard.value_of(select, keyboard.digest(option.value)) == option.value
    else:
        assert made.markup is None or (isinstance(made.markup, ForceReply) and group)


def test_a_picture_that_is_shown_has_no_address_and_a_poster_has_its_films() -> None:
    alone = Media(kind="image", key="boards/x.jpg", alt="the storyboard", name="x.jpg", link="https://films.example.org/d/1/boards/x.jpg")
    poster = alone.model_copy(update={"key": "posters/x.jpg", "link": "https://films.example.org/w/1"})

    def offered(media: Media, missing: int = 0) -> list[tuple[str, str | None]]:
        made = sheet(View(name="any", media=(media,)), prepared(View(name="any", media=(media,)), missing), words("en"))
        return [(button.text, button.url) for row in (made.inline.inline_keyboard if made.inline else ()) for button in row]

    assert offered(alone) == []
    assert offered(alone, missing=1) == [("Download it", alone.link)]
    assert offered(poster) == [("Watch the whole film", poster.link)]


@settings(max_examples=80, deadline=None)
@given(bodies, st.integers(20, 200))
def test_the_splitter_keeps_every_word_and_every_look(body: tuple[Any, ...], most: int) -> None:
    whole = composed(body) if body else Rich("")
    pieces = split(whole, most)
    assert all(units(one.text) <= most for one in pieces)
    assert "".join("".join(one.text.split()) for one in pieces) == "".join(whole.text.split()) or not whole.text.strip()
    for one in pieces:
        assert all(0 <= mark.start < mark.end <= len(one.text) for mark in one.marks)


def test_cuts_stand_between_paragraphs_lines_and_words_and_never_within_a_sign() -> None:
    text = Rich("one two three\n\nfour five six\nseven eight", (Mark("bold", 4, 20),))
    assert [one.text for one in split(text, 16)] == ["one two three", "four five six", "seven eight"]
    assert [(one.text, [(mark.start, mark.end) for mark in one.marks]) for one in split(text, 16)][:2] == [
        ("one two three", [(4, 13)]),
        ("four five six", [(0, 5)]),
    ]
    family = "👩‍👩‍👧‍👦"
    assert all(one.text in (family, family * 2) for one in split(Rich(family * 9), 2 * units(family)))
    assert units("😀") == 2
    assert len(split(Rich("😀" * 4096), TEXT_MAX)) == 2
    many = Rich("ab " * 300, tuple(Mark("bold", 3 * n, 3 * n + 1) for n in range(300)))
    assert [len(one.marks) for one in split(many, TEXT_MAX)] == [100, 100, 100]


@pytest.mark.parametrize(("word", "parts"), [("", (None, None)), ("45", (45, None)), ("r123", (None, 123)), ("45r123", (45, 123)), ("odd", (None, None))])
def test_threads(word: str, parts: tuple[int | None, int | None]) -> None:
    assert threads.parts(word) == parts
    if word and word != "odd":
        assert (threads.chain(parts[0], parts[1]) if parts[1] else threads.topic(parts[0])) == word


@pytest.mark.parametrize("language", available())
def test_invoices_commands_and_descriptions_fit_uncut(language: str) -> None:
    w = words(language)
    for item in ITEMS.values():
        title, about = invoice(item, language)
        assert len(title) <= TITLE_MAX, title
        rules.check_invoice(
            {"title": title, "description": about, "payload": "p1", "currency": "XTR", "prices": [{"label": title, "amount": item.stars or 1}]}
        )  # fmt: skip
    for scope in (PRIVATE, GROUP, ADMINS):
        told = rules.check_commands([one.to_dict() for one in listed(scope, language)])
        assert [one["description"] for one in told] == [w.text(f"telegram-command-{one['command']}") for one in told]
    assert len(w.text("telegram-description")) <= 512
    assert len(w.text("telegram-description-short")) <= 120


@pytest.mark.parametrize("idea", [f"a keeper {text}" for text in HOSTILE[:5]], ids=["markup", "controls", "families", "accents", "japanese"])
async def test_every_page_in_every_language_with_hostile_words(set_: Set, idea: str) -> None:
    who = set_.person("Ana", called=idea[9:120])
    await who.to_board()
    for _ in range(4):
        await who.presses()
    for command in ("films", "cast", "help", "settings", "terms", "link", "queue", "credits", "unlink", "paysupport"):
        await who.calls(command)
    await who.calls("crew")
    await Project.all().update(idea=idea.replace("\x00", "")[:4000])
    drawn = set()
    for language in available():
        await Person.all().update(language=language)
        for post in await Post.all():
            view = (await set_.showing.posts.build(post, set_.chat.limits)).view
            obeys(sheet(view, prepared(view), words(language), group=bool(post.id % 2)))
            drawn.add(post.name)
    assert len(drawn) >= 15, drawn
    assert drawn <= set(PAGES)
