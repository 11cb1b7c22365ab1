"""A film's finish, its trailer and its loop, from the person's side: chosen or said, made once, free."""

from __future__ import annotations

import pytest

from bots.conversation.steps import finishing
from bots.conversation.words import words
from core.film.profiles import FINISHES
from core.models import Cut, Project
from tests.bots.conversation.conftest import Set, Talker
from tests.bots.conversation.test_outgoing import to_film


async def to_animatic(ana: Talker) -> None:
    await ana.to_board()
    await ana.presses()
    assert ana.find("animatic").selects


async def test_a_finish_is_chosen_at_the_animatic_and_cuts_it_anew(set_: Set) -> None:
    ana = set_.person()
    await to_animatic(ana)
    assert set_.cutter.orders[-1].finish == "clean"
    await ana.chooses("Finish of the picture", "both", ana.find("animatic"))
    assert set_.cutter.orders[-1].finish == "both"
    (menu,) = ana.find("animatic").selects
    assert [option.value for option in menu.options if option.chosen] == ["both"]
    await ana.presses(None, ana.find("animatic"))
    await ana.presses(None, ana.find("quote"))
    assert set_.cutter.orders[-1].finish == "both", "the film has it too"


async def test_a_finish_is_said_after_the_film_and_costs_nothing(set_: Set) -> None:
    ana = set_.person()
    await to_film(ana)
    rendered = len(set_.renderer.submitted)
    told = await ana.says("film grain")
    assert "nothing is charged" in told[-1].plain
    assert set_.cutter.orders[-1].finish == "grain"
    assert len(set_.renderer.submitted) == rendered
    told = await ana.says("film grain")
    assert "already" in told[-1].plain


async def test_bars_are_not_offered_where_they_do_not_suit(set_: Set) -> None:
    ana = set_.person()
    await to_film(ana)
    await Project.all().update(format="shorts")
    told = await ana.says("letterbox")
    assert "suit a wide picture" in told[-1].plain
    assert (await Project.get()).settings.get("finish") is None


@pytest.mark.parametrize("label", ["Make its trailer", "A short loop of it"])
async def test_a_trailer_and_a_loop_are_made_of_the_finished_film(set_: Set, label: str) -> None:
    ana = set_.person()
    await to_film(ana)
    await ana.presses(label, ana.find("film"))
    promo = ana.find("promo")
    assert promo.mood == "done"
    assert promo.primary
    (media,) = promo.media
    cut = await Cut.exclude(kind__in=["final", "rough"]).get()
    film = await Cut.filter(kind="final", render_id=cut.render_id).get()
    assert media.key == cut.files["film"]
    made = set_.desk.studio.storage.local_path(media.key)
    assert made is not None
    assert made.read_text() == f"{cut.kind} of {film.key}"


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "pt-BR", "ru", "ja", "zh-Hans"])
def test_every_finish_can_be_said_in_every_language(language: str) -> None:
    told = words(language)
    for name in FINISHES:
        assert finishing.named(told, told.text(f"heard-finish-{name}").split("|")[1]) == name
