"""A view that asks has one recommended step, and every view survives the wire."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bots.conversation.views import Block, Choice, Media, Option, Progress, Select, Span, Table, View

texts = st.text(min_size=1, max_size=40)
styles = st.sampled_from(["primary", "normal", "danger"])
choices = st.builds(Choice, label=texts, action=st.text("abcdef0123456789", min_size=1, max_size=64), style=styles)
options = st.lists(st.builds(Option, label=texts, value=texts), min_size=1, max_size=5).map(tuple)
selects = st.builds(Select, label=texts, action=st.just("x"), options=options)
blocks = st.builds(Block, spans=st.lists(st.builds(Span, text=st.text(max_size=30), bold=st.booleans()), min_size=1, max_size=3).map(tuple))
tables = st.builds(Table, head=st.just(("a", "b")), rows=st.lists(st.tuples(texts, texts), max_size=4).map(tuple))
bars = st.builds(Progress, fraction=st.floats(0, 1), label=texts)
bodies = st.lists(st.one_of(blocks, tables, bars), min_size=1, max_size=4).map(tuple)


@given(st.lists(choices, max_size=6).map(tuple), st.lists(selects, max_size=2).map(tuple), bodies)
def test_a_view_has_one_primary_choice_first_or_cannot_be_made(choices: tuple[Choice, ...], selects: tuple[Select, ...], body: tuple[Block, ...]) -> None:
    asks = bool(choices or selects)
    right = not asks or [n for n, one in enumerate(choices) if one.style == "primary"] == [0]
    if not right:
        with pytest.raises(ValidationError, match="exactly one primary"):
            View(name="any", body=body, choices=choices, selects=selects)
        return
    view = View(name="any", body=body, choices=choices, selects=selects)
    again = View.model_validate_json(view.model_dump_json())
    assert again == view
    assert again.hash == view.hash
    assert view.primary is None or view.primary is view.choices[0]
    assert all(isinstance(part.text, str) for part in view.body)


def test_a_signed_address_does_not_make_another_view() -> None:
    def view(link: str) -> View:
        return View(name="film", media=(Media(kind="video", key="films/1.mp4", alt="a film", name="film.mp4", link=link),))

    assert view("https://a/1").hash == view("https://a/2").hash


@pytest.mark.parametrize(
    "choice",
    [
        {"label": "a"},
        {"label": "a", "action": "b", "link": "https://c"},
        {"label": "a", "action": "é" * 33},
        {"label": "", "action": "b"},
    ],
)
def test_a_choice_does_one_thing_and_its_id_fits_everywhere(choice: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Choice(**choice)  # type: ignore[arg-type]


def test_an_empty_message_cannot_be_made() -> None:
    with pytest.raises(ValidationError, match="shows something"):
        View(name="empty")


def test_a_table_reads_as_columns_and_a_bar_as_blocks() -> None:
    assert Table(head=("tier", "credits"), rows=(("Draft", "30"), ("Standard", "60"))).text.splitlines()[2] == "Standard  60"
    assert Progress(fraction=0.71, label="7/11").text == "▓▓▓▓▓▓▓░░░ 7/11"
