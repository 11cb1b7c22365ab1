"""A shot in a model's words: everything that is seen is said, in each family's own order, and nothing that is only heard."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, get_args

import pytest

from core.rendering import prompts
from core.rendering.addresses import Addresses
from core.rendering.endpoints import Endpoint
from core.rendering.gpu import request_for, whole_frames
from core.rendering.orders import Pictures, frames_at, order_for, planned
from core.rendering.prompts import NEGATIVE, PROMPT_CHARS_MAX, prompt_for
from core.rendering.renderer import Reference, ShotOrder
from core.storage import Storage
from core.writing.script import (
    Age,
    CameraMove,
    Character,
    Gender,
    Line,
    Location,
    Mood,
    Prop,
    Scene,
    Script,
    Shot,
    ShotSize,
    TimeOfDay,
    Weather,
)  # fmt: skip
from core.writing.splice import but
from gpu_worker.contract import MODELS
from tests.core.rendering.gpu.conftest import endpoint
from tests.fakes.instant import InstantRenderer, tiny_script

MARA = Character(id="c1", name="Mara", gender="female", age="old", look="a grey braid, weathered face", wardrobe="a yellow raincoat")
FINN = Character(id="c2", name="Finn", species="dog", age="young", look="shaggy brown coat")
PIER = Location(id="l1", name="the old pier", backdrop="harbour")


def order(**shot: Any) -> ShotOrder:
    """A shot of Mara and her dog."""
    given = {"id": "h1", "action": "Mara holds the letter up to the light", "duration_s": 4.0, "size": "CU", "move": "dolly_in", "characters": ("c1", "c2"),
             "props": ("letter",), "lines": (Line(speaker="c1", text="It is from tomorrow."),)} | shot  # fmt: skip
    made = Shot(**given)
    scene = Scene(id="s1", location="l1", time_of_day="dusk", weather="rain", mood="tense", shots=(made,))
    return ShotOrder(
        take=17, attempt=1, tier="standard", folder="takes/3/17", shot=made, scene=scene, location=PIER, characters=(MARA, FINN), number=1, title="T",
        language="en", format="youtube", seed=4, width=960, height=544, fps=24, frames=96,
    )  # fmt: skip


def test_everything_that_is_seen_is_said() -> None:
    text = prompt_for(order(), "skyreels-v2").positive
    for said in ("old woman", "grey braid", "yellow raincoat", "young dog", "shaggy brown coat", "holds the letter up to the light", "letter", "Close-up",
                 "moves slowly in", "the old pier", "harbour", "rain is falling", "dusk", "high contrast"):  # fmt: skip
        assert said in text, said
    assert "tomorrow" not in text  # words are heard, and a model would write them into the picture
    assert "Mara speaks, lips moving" in text
    assert "FPS" not in text


def test_each_family_in_its_own_order() -> None:
    skyreels, ltx = (prompt_for(order(), family).positive for family in ("skyreels-v2", "ltx"))
    assert skyreels.index("old woman") < skyreels.index("holds the letter") < skyreels.index("Close-up") < skyreels.index("Setting")
    assert ltx.startswith("Mara holds the letter")
    assert prompt_for(order(), "skyreels-v2").negative == NEGATIVE
    assert prompt_for(order(), "helios", guided=False).negative == ""  # distilled: it has no guidance to be told what not to do


def test_where_a_shot_begins_is_told() -> None:
    assert "goes on without a cut" in prompt_for(replace(order(), start="tail", tail_key="t"), "skyreels-v2").positive
    assert "without changing its composition" in prompt_for(replace(order(), start="image", image_key="p"), "skyreels-v2").positive
    assert "composition" not in prompt_for(order(), "skyreels-v2").positive


def test_every_word_of_the_script_has_words_here() -> None:
    for table, kinds in ((prompts.SIZES, ShotSize), (prompts.MOVES, CameraMove), (prompts.LIGHT, TimeOfDay), (prompts.WEATHER, Weather), (prompts.MOODS, Mood)):
        assert set(table) == set(get_args(kinds))
    assert set(prompts.PEOPLE) == {(age, gender) for age in get_args(Age) for gender in get_args(Gender)}


@pytest.mark.parametrize("change", [
    {"action": "Mara drops the letter"}, {"size": "WS"}, {"move": "crane_up"}, {"characters": ("c2",)}, {"props": ("lamp",)}, {"lens_mm": 85},
    {"lines": ()},
])  # fmt: skip
def test_each_of_these_changes_the_prompt(change: dict[str, Any]) -> None:
    assert prompt_for(order(**change), "skyreels-v2") != prompt_for(order(), "skyreels-v2")


@pytest.mark.parametrize("change", [{"sound": "a bell"}, {"lines": (Line(speaker="c1", text="Other words."),)}, {"transition": "dissolve"}, {"seed": 3}])
def test_none_of_these_does(change: dict[str, Any]) -> None:
    assert prompt_for(order(**change), "skyreels-v2") == prompt_for(order(), "skyreels-v2")


def test_weather_stays_outside_and_prompts_stay_short() -> None:
    inside = replace(order(), location=Location(id="l1", name="the kitchen", backdrop="kitchen", interior=True))
    assert "outside the windows rain is falling" in prompt_for(inside, "skyreels-v2").positive
    crowd = tuple(Character(id=f"c{i}", name=f"Name{i}", look="x" * 290, wardrobe="y" * 290) for i in range(12))
    shot = order(characters=tuple(one.id for one in crowd), lines=())
    long = prompt_for(replace(shot, characters=crowd), "skyreels-v2").positive
    assert len(long) <= PROMPT_CHARS_MAX
    assert long.endswith(f"{prompts.STYLE}.")


def test_the_same_shot_is_the_same_prompt() -> None:
    """Golden: whoever changes this raises PROMPT_REVISION."""
    assert prompts.PROMPT_REVISION == 1
    assert prompt_for(order(), "skyreels-v2").positive == (
        "Mara is an old woman, a grey braid, weathered face, wearing a yellow raincoat. Finn is a young dog, shaggy brown coat. "
        "Mara holds the letter up to the light. Mara speaks, lips moving naturally. In the picture: letter. Close-up, normal lens. "
        "The camera moves slowly in. Setting: the old pier, a harbour, dusk. Warm fading light of dusk, rain is falling, high contrast, tense atmosphere. "
        f"{prompts.STYLE}."
    )


def test_the_request_carries_where_it_begins_and_where_it_goes(tmp_path: Any) -> None:
    from core.links import Links

    addresses = Addresses(Storage.open("", tmp_path), Links("https://films.example", b"s"))
    here = Endpoint(endpoint(steps=12), None)  # type: ignore[arg-type]
    text = request_for(order(), here, addresses, 600)
    assert text.start.kind == "text"
    assert (text.frames, text.steps, text.job_id, text.seed) == (97, 12, "take-17", 4)
    assert text.upload
    assert text.upload.tail.url.startswith("https://films.example/u/")
    assert text.upload.tail.key == "takes/3/17/tail.mkv"
    tail = request_for(replace(order(), start="tail", tail_key="takes/3/16/tail.mkv"), here, addresses, 600)
    assert tail.start.kind == "continue"
    image = request_for(
        replace(order(), start="image", image_key="boards/p.png", references=(Reference("character", "portraits/a.png"),)), here, addresses, 600
    )
    assert image.start.kind == "image"
    assert image.references == ()  # SkyReels V2 takes none
    assert "films.example" not in json.dumps(image.model_dump(mode="json", exclude={"upload", "start"}))


def test_references_and_the_end_go_only_to_a_model_that_takes_them(tmp_path: Any) -> None:
    from core.links import Links

    addresses = Addresses(Storage.open("", tmp_path), Links("https://films.example", b"s"))
    refs = (Reference("character", "portraits/a.png"), Reference("location", "pictures/1/b.jpg"), Reference("prop", "portraits/c.png"))
    told = replace(order(), references=refs, end_key="boards/next.png")
    takes_both = request_for(told, Endpoint(endpoint(model="wan-vace-1.3b-480p"), None), addresses, 600)  # type: ignore[arg-type]
    assert [each.kind for each in takes_both.references] == ["character", "location", "prop"]
    assert takes_both.end_image_url
    assert "boards/next.png" in takes_both.end_image_url
    for model in ("skyreels-v2-df-1.3b-540p", "ltx-video-13b-distilled", "helios-distilled-14b"):
        sent = request_for(told, Endpoint(endpoint(model=model), None), addresses, 600)  # type: ignore[arg-type]
        assert sent.references == ()
        assert bool(sent.end_image_url) == MODELS[model].end_image


def test_an_order_names_who_where_and_what_and_arrives_at_the_next_panel(tmp_path: Any) -> None:
    renderer = InstantRenderer(Storage.open("", tmp_path), tmp_path / "aside")
    renderer.references = renderer.ends = True
    base = tiny_script(3, per_scene=3, continues=(2,))
    shots = (but(base.shots[0], props=("Bottle",)), *base.shots[1:])
    script = but(base, scenes=(but(base.scenes[0], shots=shots),), props=(Prop(name="bottle", look="green glass"),))
    first, second = script.shots[0], script.shots[1]
    pictures = Pictures({shot.id: f"boards/{shot.id}.png" for shot in shots}, {each.id: f"portraits/{n}.png" for n, each in enumerate(script.pictured)})

    def ordered(shot: str, **more: Any) -> ShotOrder:
        return order_for(script, shot, take=1, attempt=1, tier="standard", folder="f", renderer=renderer, format="youtube", seed=1, tail_key=None,
                         **{"pictures": pictures, **more})  # fmt: skip

    told = ordered(first.id)
    assert [each.kind for each in told.references] == ["character"] * len(first.characters) + ["location", "prop"]
    assert told.end_key == f"boards/{second.id}.png", "the next shot goes on from this one: it arrives where that one is planned"
    assert ordered(second.id).end_key is None, "a cut follows"
    assert ordered(first.id, pictures=Pictures()).references == ()
    assert "In the picture: Bottle (green glass)." in prompt_for(told, "wan-vace").positive

    def recipes(changed: Script) -> list[str]:
        return [each.recipe for each in planned(changed, "standard", renderer, "youtube", 1)]

    before = recipes(script)
    other_end = but(script, scenes=(but(script.scenes[0], shots=(shots[0], but(shots[1], action="Quite another thing."), shots[2])),))
    assert recipes(other_end)[0] != before[0], "another goal is another picture"
    assert recipes(other_end)[2] == before[2]
    pictured = but(script, characters=tuple(but(each, picture="pictures/1/x.jpg") for each in script.characters))
    assert recipes(pictured) != before
    renderer.references = renderer.ends = False
    assert recipes(pictured) == recipes(script), "what a renderer does not look at changes nothing"


def test_a_model_with_another_rate_is_asked_for_its_own_frames() -> None:
    assert [frames_at(96, fps) for fps in (24, 16, 30)] == [96, 64, 120]
    assert frames_at(25, 16) == 17


def test_frames_come_in_the_steps_of_the_model() -> None:
    assert [whole_frames(n) for n in (1, 24, 25, 26, 96, 480)] == [1, 25, 25, 29, 97, 481]
