"""Every kind of animal has a silhouette of its own, moves, and is where it can live."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from core.storyboard.look.animals import BIRDS, GIANT, OWN, beast_named, draw_animal, kind_of, metres
from core.storyboard.look.compose import compose
from core.storyboard.look.figure import Figure
from core.storyboard.look.palette import palette
from core.storyboard.look.poses import named
from core.storyboard.look.wardrobe import look_of
from core.writing.script import Character, Shot, Species
from tests.core.storyboard.pictures import CAST, apart, draw, scene_of

KINDS: dict[str, Species] = {kind: "fish" if kind in ("whale", "dolphin", "shark", "seal", "octopus", "fish") else "small_animal" for kind in OWN}
KINDS |= dict.fromkeys((*BIRDS, "bat"), "bird")


def _animal(kind: str) -> Character:
    return Character(id="c9", name="Wren", species=KINDS[kind], look=f"a {kind}", colour="#ce4a42")


def _figure(kind: str, pose: str = "stand", phase: float = 0.0) -> Figure:
    look = look_of(_animal(kind))
    assert kind_of(look) == kind
    return draw_animal(look, replace(named(pose), phase=phase), palette("warm", "day", "clear"), (480, 240), 240, 160, 60, 1)


def _mask(figure: Figure) -> NDArray[np.bool_]:
    whole = np.zeros((240, 480), bool)
    whole[figure.y : figure.y + figure.plate.height, figure.x : figure.x + figure.plate.width] = figure.plate.alpha > 128
    return whole


def test_no_kind_has_the_outline_of_another() -> None:
    masks = {kind: _mask(_figure(kind)) for kind in KINDS}
    for a, b in itertools.combinations(masks, 2):
        share = (masks[a] & masks[b]).sum() / (masks[a] | masks[b]).sum()
        assert share < 0.97 or {a, b} <= {"crow", "gull", "bird"}, f"{a} looks like {b}"  # those three differ by their feathers' colour


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_stands_on_its_mark_with_its_head_in_it_and_moves(kind: str) -> None:
    figure, mask = _figure(kind), _mask(_figure(kind))
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    assert rows[0] > 160 - 60 * 1.5, "higher than it is said to be"
    assert rows[-1] <= 163, "sunk into the ground"
    assert figure.eye
    for x, y in (figure.head, figure.eye):
        assert columns[0] <= x <= columns[-1]
        assert rows[0] <= y <= rows[-1]
    walking = [_mask(_figure(kind, "walk", phase)) for phase in (0.0, 0.25)]
    assert (walking[0] != walking[1]).any(), "it does not move"
    assert _mask(_figure(kind, "lie")).any()


def test_who_lives_in_water_is_in_water() -> None:
    shot = Shot(id="h1", action="Wren waits.", duration_s=2, size="FS", characters=("c9",))
    for backdrop in ("sea", "park"):
        scene, place = scene_of(shot, backdrop=backdrop)
        layers = compose(shot, scene, place, (_animal("fish"),), (160, 90)).layers
        fish = next(layer for layer in layers if layer.head is not None).plates[0]
        rows = np.flatnonzero((fish.alpha > 200).any(1))
        assert rows[-1] < fish.height * 0.85, f"not under the surface in the {backdrop}"
    scene, place = scene_of(shot, backdrop="kitchen")
    bowled, landed = (compose(shot, scene, place, (_animal(kind),), (160, 90)).layers for kind in ("fish", "seal"))
    assert len(bowled) > len(landed), "no glass about it"


@pytest.mark.parametrize(("backdrop", "size"), [("harbour", "WS"), ("beach", "FS"), ("sea", "MS")])
def test_who_lives_in_the_sea_is_not_on_its_shore(backdrop: str, size: str) -> None:
    shot = Shot(id="h1", action="Mara looks at Wren.", duration_s=2, size=size, characters=("c1", "c9"))
    scene, place = scene_of(shot, backdrop=backdrop)
    for look in ("a fish", "a giant fish"):
        fish = _animal("fish").model_copy(update={"look": look})
        picture = compose(shot, scene, place, (CAST[0], fish), (320, 180))
        [layer] = [layer for layer in picture.layers if layer.head is not None and len(layer.plates) > 1]
        rows = np.flatnonzero((layer.plates[0].alpha > 0).any(1))
        assert layer.y + rows[-1] <= picture.stage.y(picture.stage.shore), "it lies on the land"
        assert layer.y + rows[0] > picture.stage.y(picture.stage.horizon - 0.25), "it hangs in the sky"


def test_a_giant_is_larger_than_who_stands_beside_it() -> None:
    for kind in ("fish", "octopus", "snail", "spider"):
        usual = look_of(_animal(kind))
        giant, tiny = (look_of(_animal(kind).model_copy(update={"look": f"a {word} {kind}, small and neat"})) for word in ("giant", "tiny"))
        assert metres(giant) > 2.2 > metres(usual) > metres(tiny), kind
    for words in ("ein riesiger Wal", "un gato enorme", "un chat géant", "огромная кошка", "巨大な猫", "巨型猫"):
        assert GIANT.search(words), words
    assert not GIANT.search("a cat with huge eyes")


def test_a_small_animal_is_seen_beside_somebody() -> None:
    for kind in ("bee", "ant", "frog"):
        shot = Shot(id="h1", action="Wren looks at Mara.", duration_s=2, size="WS", characters=("c9", "c1"))
        scene, place = scene_of(shot, backdrop="field")
        picture = compose(shot, scene, place, (_animal(kind), CAST[0]), (320, 180))
        heights = sorted(layer.plates[0].height for layer in picture.layers if layer.head is not None)
        assert heights[0] > 180 * 0.07, kind
        assert heights[-1] > heights[0] * 2, "Mara is the larger"


@pytest.mark.parametrize("kind", ["bee", "whale", "turtle"])
def test_who_is_cut_by_a_close_shot_is_cut_by_its_edge(kind: str) -> None:
    shot = Shot(id="h1", action="Wren looks up.", duration_s=2, size="CU", characters=("c9",))
    scene, place = scene_of(shot, backdrop="sea")
    picture = compose(shot, scene, place, (_animal(kind),), (160, 90))
    layer = next(layer for layer in picture.layers if layer.head is not None)
    sides = [layer.plates[0].alpha[:, column].any() for column in (0, -1)]
    assert not sides[0] or layer.x <= picture.stage.x(0)
    assert not sides[1] or layer.x + layer.plates[0].width >= picture.stage.x(1)


def test_nobody_looks_over_the_shoulder_of_a_frog() -> None:
    shot = Shot(id="h1", action="Mara looks at Wren.", duration_s=2, size="MCU", characters=("c1", "c9"))
    scene, place = scene_of(shot, backdrop="field")

    def layers(kind: str) -> int:
        return len(compose(shot, scene, place, (CAST[0], _animal(kind)), (320, 180)).layers)

    with_a_friend = len(compose(shot.model_copy(update={"characters": ("c1", "c2")}), scene, place, CAST[:2], (320, 180)).layers)
    assert layers("frog") == with_a_friend - 1


def test_a_beast_among_the_things_is_drawn_once() -> None:
    kinds = {
        noun: kind_of(found) if (found := beast_named(noun)) else ""
        for noun in ("goose", "the old donkey", "kittens", "wax seal", "crane", "spoon", "dog collar")
    }
    assert kinds == {"goose": "swan", "the old donkey": "donkey", "kittens": "cat", "wax seal": "", "crane": "", "spoon": "", "dog collar": ""}
    mara = {"duration_s": 2, "characters": ("c1",), "action": "Mara waits."}
    bare = draw(Shot(id="h1", size="FS", **mara), "farm")  # type: ignore[arg-type]
    assert apart(draw(Shot(id="h1", size="FS", props=("goose",), **mara), "farm"), bare) > 0.3  # type: ignore[arg-type]
    both = {"duration_s": 2, "characters": ("c1", "c3"), "action": "Mara and Rex wait.", "size": "FS"}
    once, named_too = (draw(Shot(id="h1", props=props, **both), "farm") for props in ((), ("dog",)))  # type: ignore[arg-type]
    assert apart(once, named_too) == 0.0, "Rex is the dog"
    goose, thing = (draw(Shot(id="h1", action="See.", duration_s=2, size="INSERT", props=(noun,)), "farm") for noun in ("goose", "xylograph"))
    assert apart(goose, thing) > 3.0
