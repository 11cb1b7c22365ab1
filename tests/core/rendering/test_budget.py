"""The budget dial is exact: never over, and nothing that could be bought back is left."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.rendering.budget import Choices, importance, within
from core.writing.script import Line, Shot

shots = st.lists(
    st.builds(lambda rank, quarters: Choices(rank, (("standard", 250 * quarters), ("draft", 125 * quarters))), st.integers(0, 6), st.integers(4, 80)),
    max_size=30,
)


def price(shot: Choices, tier: str | None) -> int:
    return dict(shot.options).get(tier, 0)


@given(shots, st.integers(-10, 60_000))
@settings(max_examples=200, deadline=None)
def test_within_the_budget_and_as_much_as_possible(film: list[Choices], budget: int) -> None:
    chosen = within(budget, film)
    total = sum(price(shot, tier) for shot, tier in zip(film, chosen, strict=True))
    assert total <= max(0, budget)
    for shot, tier in zip(film, chosen, strict=True):
        for dearer, mc in shot.options:
            assert mc <= price(shot, tier) or total - price(shot, tier) + mc > budget, (dearer, tier)
    if sum(shot.options[0][1] for shot in film) <= budget:
        assert chosen == ["standard"] * len(film)


def test_what_is_there_already_is_not_made_cheaper() -> None:
    film = [Choices(0, (("standard", 0), ("draft", 500))), Choices(5, (("standard", 1000), ("draft", 500)))]
    assert within(500, film) == ["standard", "draft"]


def test_faces_that_speak_stay() -> None:
    face = Shot(id="h1", action="She speaks.", duration_s=2, size="CU", characters=("c1",), lines=(Line(speaker="c1", text="Yes."),))
    prop = Shot(id="h2", action="A bottle.", duration_s=2, size="INSERT")
    assert importance(face, first=False, last=False) > importance(prop, first=False, last=False)
    assert importance(prop, first=True, last=False) > importance(prop, first=False, last=False)
