"""Whole-body deeds are seen: who dances dances with somebody, who swims is in the water, who plays has the instrument, in all languages."""

from __future__ import annotations

import pytest

from core.storyboard.look.compose import compose
from core.storyboard.look.deeds import brought, climbed
from core.storyboard.look.poses import TOGETHER, drawings, named, pose_for
from core.storyboard.subjects import Box, subjects
from core.writing.script import Character, Shot
from tests.core.storyboard.pictures import CAST, TINY, apart, draw, scene_of

PAIR = (*CAST[:2], Character(id="c4", name="Rex", species="dog"))


def _shot(action: str, *who: str, size: str = "FS", **more: object) -> Shot:
    return Shot(id="h1", action=action, duration_s=3, size=size, characters=who, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("action", "pose"),
    [
        ("Mara dances with Ilya.", "dance"),
        ("Mara swims.", "swim"),
        ("She rows across the lake.", "row"),
        ("A row of chairs.", "stand"),
        ("He laughs.", "laugh"),
        ("They jump.", "jump"),
        ("Mara sings.", "sing"),
        ("She hopes.", "stand"),
        ("Under grey skies.", "stand"),
        ("She paints the sea.", "paint"),
        ("Hugo shrugs.", "shrug"),
        ("He sets out at dawn.", "walk"),
        ("She sets the cup down.", "reach"),
        ("She folds her arms.", "folded"),
        ("He thinks it over.", "think"),
        ("Ilya plays an old guitar.", "guitar"),
        ("Mara plays the fiddle.", "violin"),
        ("Mara plays the piano.", "piano"),
        ("The child plays.", "play"),
        ("Mara tanzt.", "dance"),
        ("Mara läuft zum Zug.", "run"),
        ("Mara spielt Klavier.", "piano"),
        ("Mara corre hacia el mar.", "run"),
        ("Mara y Ilya bailan.", "dance"),
        ("No hay nada.", "stand"),
        ("Mara nage vers la rive.", "swim"),
        ("Mara joue de la guitare.", "guitar"),
        ("Mara dança na chuva.", "dance"),
        ("Мара танцует.", "dance"),
        ("Мара бежит.", "run"),
        ("マーラは踊る。", "dance"),
        ("マーラは走る。", "run"),
        ("マーラは歩く。", "walk"),
        ("玛拉走向门口。", "walk"),
        ("玛拉在跳舞。", "dance"),
        ("玛拉跳起来。", "jump"),
        ("玛拉弹钢琴。", "piano"),
    ],
)
def test_a_deed_is_read_in_every_language(action: str, pose: str) -> None:
    assert pose_for(action).name == pose


def test_what_is_played_may_be_a_prop() -> None:
    assert pose_for("Mara plays.", "Mara", ("violin",)).name == "violin"
    assert pose_for("Mara waits.", "Mara", ("violin",)).name == "stand"
    assert pose_for("Mara plays for the moon.", "Mara", ("a guitarist, about forty",)).name == "guitar"


def test_every_deed_moves() -> None:
    for name in ("dance", "waltz", "swim", "tread", "climb", "row", "guitar", "violin", "piano", "trumpet", "paint", "cook", "fight", "skate", "jump", "laugh"):
        assert len({(p.near_arm, p.far_arm, p.near_leg, p.lean, p.head) for p in drawings(named(name))}) > 1, name


def _boxes(shot: Shot, cast: tuple[Character, ...] = PAIR, backdrop: str = "field") -> list[dict[str, Box]]:
    scene, place = scene_of(shot, backdrop=backdrop)
    return subjects(shot, scene, place, cast, 16 / 9, [0.0, 0.5, 1.0])


def _gap(boxes: dict[str, Box]) -> float:
    return boxes["c2"].left - boxes["c1"].right if boxes["c1"].head < boxes["c2"].head else boxes["c1"].left - boxes["c2"].right


def test_two_who_dance_hold_each_other_and_sway_as_one() -> None:
    shot = _shot("Mara dances with Ilya.", "c1", "c2")
    assert all(_gap(boxes) < 0 for boxes in _boxes(shot)), "their arms do not meet"
    assert all(_gap(boxes) > 0.02 for boxes in _boxes(_shot("Mara dances. Ilya watches.", "c1", "c2")))
    scene, place = scene_of(shot, backdrop="field")
    lives = [layer.life for layer in compose(shot, scene, place, PAIR, TINY).layers if layer.foot is not None and layer.depth > 0.96 and len(layer.plates) > 1]
    assert len(lives) == 2
    assert lives[0].phase == lives[1].phase
    assert lives[0].period_s == lives[1].period_s
    assert TOGETHER["dance"][0] == "waltz"


def test_nobody_dances_with_a_dog_in_their_arms() -> None:
    assert apart(draw(_shot("Mara dances.", "c1", "c4"), cast=PAIR), draw(_shot("Mara waits.", "c1", "c4"), cast=PAIR)) > 0.2


@pytest.mark.parametrize(("backdrop", "size"), [("sea", "FS"), ("forest", "WS"), ("river", "MS")])
def test_who_swims_is_in_the_water(backdrop: str, size: str) -> None:
    scene, place = scene_of(_shot("Mara waits.", "c1", size=size), backdrop=backdrop)
    swims = _shot("Mara swims.", "c1", size=size)
    seen = [layer for layer in compose(swims, scene, place, PAIR, TINY).layers if layer.foot is not None and layer.depth == 1.0]
    veiled = [plate.alpha[-3:].max() for layer in seen for plate in layer.plates]
    assert veiled
    assert max(veiled) < 120, "feet stand on the water"


def test_who_climbs_rises_on_something_and_stairs_are_walked() -> None:
    assert [climbed(f"Mara climbs the {what}.") for what in ("ladder", "tree", "cliff", "rope", "stairs", "hill")] == [
        "ladder",
        "trunk",
        "rock",
        "rope",
        "",
        "",
    ]
    first, _, last = _boxes(_shot("Mara climbs the ladder.", "c1"))
    assert last["c1"].top < first["c1"].top - 0.03
    assert _boxes(_shot("Mara climbs the stairs.", "c1"))[2]["c1"].top == pytest.approx(_boxes(_shot("Mara climbs the stairs.", "c1"))[0]["c1"].top, abs=0.03)


def test_who_rows_sits_in_a_boat_that_goes() -> None:
    first, _, last = _boxes(_shot("Mara rows across the lake.", "c1", size="WS"), backdrop="river")
    assert abs(last["c1"].head - first["c1"].head) > 0.03
    assert apart(draw(_shot("Mara rows the boat.", "c1", size="WS"), "sea"), draw(_shot("Mara waits.", "c1", size="WS"), "sea")) > 1.0


def test_what_a_deed_needs_stands_there_unless_it_is_named() -> None:
    for action, props, there in (
        ("Mara paints the sea.", (), ("easel",)), ("Mara paints the fence.", (), ()), ("Mara cooks.", (), ("pot",)), ("Mara waits.", ("key",), ("key",)),
        ("Mara plays the piano.", ("piano",), ("piano",)), ("Mara paints.", ("painting", "brush"), ("easel", "brush")),
    ):  # fmt: skip
        shot = _shot(action, "c1", props=props)
        assert brought(shot, pose_for(action, "Mara", props)) == there, action
