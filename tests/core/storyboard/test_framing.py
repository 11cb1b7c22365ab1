"""Who is long is seen whole, head first, in any shape of picture; who rides is drawn with what they ride."""

from __future__ import annotations

import numpy as np
import pytest

from core.storyboard.look import cast as cast_module
from core.storyboard.look import rides
from core.storyboard.look.animals import kind_of, reach
from core.storyboard.look.backdrops import PAINTERS
from core.storyboard.look.poses import pose_for
from core.storyboard.look.rides import pedalling, ride_of, sits_on
from core.storyboard.look.skeleton import METRES, build_of, skeleton
from core.storyboard.look.wardrobe import look_of
from core.storyboard.subjects import Box, subjects
from core.writing.script import Character, Shot
from tests.core.storyboard.pictures import CAST, apart, draw, scene_of

LONG = {
    "snake": Character(id="c9", name="Wren", species="small_animal", look="a green snake"),
    "dachshund": Character(id="c9", name="Wren", species="dog", look="a brown dachshund"),
    "horse": Character(id="c9", name="Wren", species="horse", look="a grey horse"),
    "crocodile": Character(id="c9", name="Wren", species="big_animal", look="an old crocodile"),
    "elephant": Character(id="c9", name="Wren", species="big_animal", look="an elephant"),
}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is painted behind: only where people stand counts."""
    monkeypatch.setitem(PAINTERS, "field", lambda stage: None)


def _boxes(shot: Shot, cast: tuple[Character, ...], aspect: float) -> list[dict[str, Box]]:
    scene, place = scene_of(shot, backdrop="field")
    return subjects(shot, scene, place, cast, aspect, [0.0, 0.5, 1.0])


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("kind", LONG)
@pytest.mark.parametrize("aspect", [9 / 16, 16 / 9])
def test_a_long_animal_is_whole_in_every_frame(kind: str, aspect: float) -> None:
    who = LONG[kind]
    for size, action in (("WS", "Wren walks by."), ("FS", "Wren waits."), ("FS", "Wren runs.")):
        shot = Shot(id="h1", action=action, duration_s=4, size=size, characters=("c9",))  # type: ignore[arg-type]
        for at, boxes in enumerate(_boxes(shot, (who,), aspect)):
            box = boxes["c9"]
            assert box.left >= -0.02, (kind, size, action, at)
            assert box.right <= 1.02, (kind, size, action, at)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("kind", LONG)
def test_the_head_of_a_long_animal_is_in_the_picture_however_close_and_with_whom(kind: str) -> None:
    for size in ("WS", "MS", "CU"):
        for characters in (("c9",), ("c9", "c1"), ("c1", "c9")):
            shot = Shot(id="h1", action="They wait.", duration_s=4, size=size, characters=characters)  # type: ignore[arg-type]
            for boxes in _boxes(shot, (LONG[kind], CAST[0]), 9 / 16):
                if "c9" in boxes:
                    assert 0.05 < boxes["c9"].head < 0.95, (kind, size, characters)


def test_an_animal_is_the_kind_its_words_say() -> None:
    kinds = {name: kind_of(look_of(who)) for name, who in LONG.items()}
    assert kinds == {name: name for name in LONG}
    for species, look, kind in (("horse", "a brown cow", "cow"), ("horse", "a cowboy's horse", "horse"), ("fox", "a grey wolf", "wolf"), ("dog", "", "dog"),
                                ("small_animal", "", "rabbit"), ("small_animal", "two piglets", "pig"), ("cat", "a lioness", "cat"),
                                ("small_animal", "an old toad", "frog"), ("small_animal", "a tortoise", "turtle"), ("small_animal", "an ant", "ant"),
                                ("small_animal", "an elegant rabbit", "rabbit"), ("small_animal", "a moth", "butterfly"), ("bird", "", "bird"),
                                ("bird", "a white goose", "swan"), ("bird", "a seagull", "gull"), ("fish", "", "fish"), ("fish", "a blue whale", "whale"),
                                ("cat", "a tiger", "tiger"), ("horse", "a camel", "camel"), ("big_animal", "a hippo", "hippopotamus")):  # fmt: skip
        assert kind_of(look_of(Character(id="c9", name="Wren", species=species, look=look))) == kind, look  # type: ignore[arg-type]
    assert sum(reach(look_of(LONG["dachshund"]))) > 1.3 * sum(reach(look_of(Character(id="c9", name="Wren", species="dog"))))


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("Mara rides home.", "bicycle"), ("Mara pedals hard.", "bicycle"), ("Mara waits on the bicycle.", "bicycle"), ("Mara rides a white horse.", "horse"),
        ("Mara drives a taxi.", "taxi"), ("Mara drives home.", "car"), ("Mara rides the bus.", ""), ("Mara pushes the bicycle.", ""), ("Mara waits.", ""),
        ("Mara fährt mit dem Rad durch das Dorf.", "bicycle"), ("Mara reitet fort.", "horse"), ("Mara pedalea sin parar.", "bicycle"),
        ("Mara rentre à vélo.", "bicycle"), ("Mara est au volant.", "car"), ("Mara pedala na chuva.", "bicycle"), ("Мара едет на велосипеде.", "bicycle"),
        ("マーラは自転車に乗って帰る。", "bicycle"), ("玛拉骑着自行车回家。", "bicycle"), ("玛拉开车离开。", "car"),
        ("Mara schiebt das Fahrrad.", ""), ("マーラは待つ。", ""),
    ],
)  # fmt: skip
def test_what_is_ridden_is_read_from_the_action(action: str, kind: str) -> None:
    found = ride_of(Shot(id="h1", action=action, duration_s=2, size="WS", characters=("c1",)))
    assert (found.kind if found else "") == kind


def test_she_rides_who_is_named_before_it() -> None:
    shot = Shot(id="h1", action="Mara fährt mit dem Rad zu Ilya.", duration_s=2, size="WS", characters=("c1", "c2"))
    assert sits_on(shot, "Mara", pose_for(shot.action, "Mara"))
    assert not sits_on(shot, "Ilya", pose_for(shot.action, "Ilya"))


def test_a_beast_rides_a_bicycle_of_its_size() -> None:
    """Its feet are on the saddle, and both are in the picture."""
    who = Character(id="c9", name="Wren", species="bird", look="a penguin")
    for action, apart_by in (("Wren rides a bicycle.", 1.5), ("Wren reitet auf dem Rad.", 0.5)):
        shot = Shot(id="h1", action=action, duration_s=2, size="FS", characters=("c9",), props=("bicycle",))
        assert apart(draw(shot, "desert", cast=(who,)), draw(shot.model_copy(update={"action": "Wren waits.", "props": ()}), "desert", cast=(who,))) > apart_by
    boxes = _boxes(Shot(id="h1", action="Wren rides a bicycle.", duration_s=2, size="FS", characters=("c9",)), (who,), 16 / 9)
    for box in boxes:
        assert 0 <= box["c9"].left < box["c9"].right <= 1


def test_nobody_rides_a_stone(monkeypatch: pytest.MonkeyPatch) -> None:
    sat: list[str] = []
    monkeypatch.setattr(cast_module, "_seat", lambda *_: sat.append("a seat"))
    pictures = {}
    for action in ("Mara rides her bicycle.", "Mara rides a horse.", "Mara drives home.", "Mara rides the bus.", "Mara waits."):
        pictures[action] = draw(Shot(id="h1", action=action, duration_s=2, size="FS", characters=("c1",)), "village")
        assert sat == [], action
    draw(Shot(id="h1", action="Mara sits.", duration_s=2, size="FS", characters=("c1",)), "village")
    assert sat == ["a seat"]
    still = pictures.pop("Mara waits.")
    for action in list(pictures)[:3]:
        assert apart(pictures[action], still) > 1.5, action


@pytest.mark.parametrize("who", [CAST[0], CAST[1], Character(id="c1", name="Tom", age="child")])
def test_feet_are_on_the_pedals_and_the_hip_stays_over_the_saddle(who: Character) -> None:
    look = look_of(who)
    ride = ride_of(Shot(id="h1", action="They ride.", duration_s=2))
    assert ride
    build = build_of(look)
    high = rides._bicycle_metres(look) / (METRES[look.age] / build.tall)
    axle = np.array([(rides.AXLE[0] - rides.SADDLE[0]) * high, rides.AXLE[1] * high])
    hips = []
    for pose, lift in pedalling(look, ride):
        bones = skeleton(build, pose, rides._stoop(look))
        hips.append(bones.hip[1] + lift)
        for leg in (bones.near_leg, bones.far_leg):
            foot = leg[2] - bones.hip + np.array([0.0, hips[-1] - rides.ANKLE])
            assert np.hypot(*(foot - axle)) == pytest.approx(rides.CRANK * (build.thigh + build.shin), abs=0.02)
    assert max(hips) - min(hips) < 0.01
