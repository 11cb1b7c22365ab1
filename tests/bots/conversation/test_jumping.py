"""Numbers that lead through a long film: typed in any language, or chosen from a menu that reaches from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bots.conversation.jumping import Jump, heard
from bots.conversation.pages.script import MENU_MAX, NEAR, scene_menu
from bots.conversation.words import words
from tests.bots.conversation.test_board import long_film
from tests.fakes.instant import tiny_script

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set

SAID = [
    ("en", "scene 12", Jump("scene", 12)),
    ("en", "Show me shot 340.", Jump("shot", 340)),
    ("en", "go to scene number 7 please", Jump("scene", 7)),
    ("es", "ve a la escena 12", Jump("scene", 12)),
    ("es", "plano 3", Jump("shot", 3)),
    ("pt-BR", "vai para a cena 9", Jump("scene", 9)),
    ("fr", "va à la scène 4", Jump("scene", 4)),
    ("fr", "montre-moi le plan n° 8", Jump("shot", 8)),
    ("de", "zeig mir Einstellung 21", Jump("shot", 21)),
    ("de", "spring zur Szene 5", Jump("scene", 5)),
    ("ru", "перейди к сцене 6", Jump("scene", 6)),
    ("ru", "покажи кадр 44", Jump("shot", 44)),
    ("ja", "シーン12", Jump("scene", 12)),
    ("ja", "第12場面を見せて", Jump("scene", 12)),
    ("ja", "ショット３へ", Jump("shot", 3)),
    ("zh-Hans", "第12场", Jump("scene", 12)),
    ("zh-Hans", "跳到镜头 40", Jump("shot", 40)),
    ("en", "make scene 2 at night", None),
    ("en", "delete shot 3", None),
    ("en", "shot 2 closer", None),
    ("en", "scene", None),
    ("de", "Szene 2: Nacht", None),
    ("zh-Hans", "第 2 场改成夜晚", None),
]


@pytest.mark.parametrize(("language", "said", "meant"), SAID, ids=[f"{language} {said}" for language, said, _ in SAID])
def test_what_leads_somewhere(language: str, said: str, meant: Jump | None) -> None:
    assert heard(words(language), said) == meant


def test_a_menu_reaches_from_end_to_end() -> None:
    script = tiny_script(900, per_scene=6)
    for at in (0, 7, 75, 149):
        numbers = [int(label.split(" · ")[0]) for _, label in scene_menu(script, at)]
        assert len(numbers) == len(set(numbers)) == MENU_MAX
        assert numbers == sorted(numbers)
        assert at + 1 in numbers
        assert sum(abs(number - at - 1) < NEAR for number in numbers) >= NEAR
        assert numbers[0] <= 2
        assert numbers[-1] >= 149


async def test_a_scene_and_a_shot_by_their_number(set_: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    ana = await long_film(set_, monkeypatch)
    assert "“scene 20”, “shot 80”" in ana.find("board").plain
    before = len(ana.seen)
    await ana.says("scene 25")
    assert len(ana.seen) == before + 1, "it stands below what was said"
    assert "Shots 73 to 76 of 120" in ana.last.plain
    await ana.says("go to shot 110")
    assert "Shot 110 of 120" in ana.last.plain
    await ana.says("scene 99")
    assert "no scene 99" in ana.last.plain
    await ana.calls("script")
    assert "Page 1 of" in ana.last.plain
    await ana.says("scene 33")
    assert "33 · " in ana.last.plain
    await ana.chooses("Jump to a scene", "s40", view=ana.last)
    assert "40 · " in ana.find("script").plain


async def test_a_finished_film_is_looked_up_too_and_a_mumble_is_no_idea(set_: Set) -> None:
    ana = set_.person()
    for mumbled in ("hm", "eh!", "42"):
        await ana.says(mumbled)
        assert ana.last.name == "welcome", mumbled
    await ana.to_board()
    for _ in range(3):
        await ana.presses()
    film = ana.find("film")
    await ana.says("scene 2")
    assert "2 · " in ana.last.plain
    assert ana.find("film") == film, "nothing of the film is taken away"
