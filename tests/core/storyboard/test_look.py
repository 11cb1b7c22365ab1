"""Everything a script can ask for is drawn, looks its own way, and looks the same again."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from core.storyboard.look import compose as compose_module
from core.storyboard.look.backdrops import INDOORS, PAINTERS
from core.storyboard.look.compose import compose
from core.storyboard.look.palette import palette
from core.storyboard.look.poses import drawings, named, pose_for
from core.storyboard.look.projector import Projector, sampled
from core.storyboard.look.props import prop
from core.storyboard.look.shapes import drawings as shapes
from core.storyboard.look.wardrobe import look_of
from core.writing.script import Backdrop, CameraMove, Character, Mood, Shot, ShotSize, Species, TimeOfDay, Weather
from tests.core.storyboard.pictures import CAST, TINY, apart, draw, scene_of

BACKDROPS: tuple[str, ...] = get_args(Backdrop)


def test_every_backdrop_is_painted_and_none_looks_like_another() -> None:
    assert set(PAINTERS) == set(BACKDROPS)
    empty = Shot(id="h1", action="Nobody is here.", duration_s=2, size="EWS")
    pictures = {b: draw(empty, b) for b in BACKDROPS}
    for name, picture in pictures.items():
        assert picture.std() > 12, f"{name} is flat"
    for a, b in itertools.combinations(BACKDROPS, 2):
        assert apart(pictures[a], pictures[b]) > 3.0, f"{a} looks like {b}"


@pytest.mark.parametrize("species", get_args(Species))
def test_every_species_is_drawn_alone_close_and_on_the_move(species: Species) -> None:
    who = Character(id="c9", name="Wren", species=species, colour="#4696aa")
    for size, action in (("WS", "Wren runs."), ("CU", "Wren looks up."), ("FS", "Wren sleeps.")):
        with_ = draw(Shot(id="h1", action=action, duration_s=2, size=size, characters=("c9",)), cast=(who,))  # type: ignore[arg-type]
        without = draw(Shot(id="h1", action=action, duration_s=2, size=size), cast=(who,))  # type: ignore[arg-type]
        assert np.abs(with_ - without).max() > 25, f"{species} is not seen in {size}"


def test_species_look_different() -> None:
    shot = Shot(id="h1", action="Wren waits.", duration_s=2, size="FS", characters=("c9",))
    pictures = {s: draw(shot, "field", cast=(Character(id="c9", name="Wren", species=s),)) for s in get_args(Species)}
    for a, b in itertools.combinations(pictures, 2):
        assert np.abs(pictures[a] - pictures[b]).mean() > 0.5, f"{a} looks like {b}"


def test_every_size_frames_differently() -> None:
    pictures = {s: draw(Shot(id="h1", action="Mara waits.", duration_s=2, size=s, characters=("c1",), props=("letter",))) for s in get_args(ShotSize)}
    for a, b in itertools.combinations(pictures, 2):
        assert apart(pictures[a], pictures[b]) > 2.0, f"{a} is framed like {b}"


@pytest.mark.parametrize("axis", ["weather", "time_of_day", "mood"])
def test_weather_time_and_mood_change_the_picture(axis: str) -> None:
    shot = Shot(id="h1", action="Nobody is here.", duration_s=2, size="EWS")
    values = get_args({"weather": Weather, "time_of_day": TimeOfDay, "mood": Mood}[axis])
    pictures = {value: draw(shot, "village", **{axis: value}) for value in values}
    for a, b in itertools.combinations(values, 2):
        assert np.abs(pictures[a] - pictures[b]).mean() > 2.0, f"{a} looks like {b}"


def test_night_is_darker_than_day_in_every_mood() -> None:
    for mood in get_args(Mood):
        assert sum(palette(mood, "night", "clear").low) < sum(palette(mood, "day", "clear").low)


def test_moves_go_where_they_say_and_stay_inside_the_stage() -> None:
    scene, place = scene_of(Shot(id="h1", action="Mara waits.", duration_s=2, characters=("c1",)))
    firsts: dict[str, np.ndarray] = {}
    for move in get_args(CameraMove):
        projector = Projector(compose(scene.shots[0], scene, place, CAST, TINY), move, 2.0)
        first, last = (projector.frame(t, 0)[0].astype(np.float32) for t in (0.0, 1.0))
        assert first.std() > 8
        assert np.abs(first - last).mean() > 1.0, f"{move} stands still"
        firsts[move] = np.abs(first - last)
    assert firsts["pan_left"].mean() > firsts["static"].mean()


@pytest.mark.parametrize("size", [(160, 90), (90, 160), (120, 120)])
def test_the_same_shot_is_the_same_picture_and_a_new_seed_is_another(size: tuple[int, int]) -> None:
    shot = Shot(id="h1", action="Mara and Ilya wait.", duration_s=2, size="WS", characters=("c1", "c2"), props=("suitcase",))
    first = draw(shot, size=size)
    assert first.shape == (size[1], size[0], 3)
    assert np.array_equal(first, draw(shot, size=size))
    assert not np.array_equal(first, draw(shot.model_copy(update={"seed": 1}), size=size))


def test_a_place_looks_the_same_from_shot_to_shot_and_another_place_of_its_kind_does_not() -> None:
    shots = [Shot(id=f"h{n}", action="Nobody is here.", duration_s=2, size="EWS") for n in (1, 2)]
    assert apart(draw(shots[0]), draw(shots[1])) < 6
    scene, place = scene_of(shots[0], backdrop="village")
    other = place.model_copy(update={"name": "Elsewhere"})
    a, b = (compose(shots[0], scene, p, CAST, TINY).layers[3].plates[0].alpha for p in (place, other))
    assert a.shape != b.shape or not np.array_equal(a, b)


def test_a_character_keeps_their_look_and_their_accent_is_seen_everywhere() -> None:
    assert look_of(CAST[0]) == look_of(CAST[0])
    assert look_of(CAST[0]) != look_of(CAST[1])
    for backdrop, size in (("field", "WS"), ("kitchen", "MS"), ("harbour", "MCU")):
        shot = Shot(id="h1", action="Mara waits.", duration_s=2, size=size, characters=("c1",))  # type: ignore[arg-type]
        red = draw(shot, backdrop, size=(320, 180)) - draw(shot, backdrop, size=(320, 180), cast=(CAST[0].model_copy(update={"colour": "#4a6ace"}),))
        assert (red[..., 0] - red[..., 2]).max() > 60, f"no red scarf in {size}"


def test_two_who_talk_look_at_each_other_and_keep_their_sides() -> None:
    lines = {"c1": (0, -1), "c2": (1, 1)}
    for speaker, (_, side) in lines.items():
        shot = Shot(id="h1", action="They talk.", duration_s=2, size="CU", characters=(speaker, "c1" if speaker == "c2" else "c2"))
        scene, place = scene_of(shot)
        picture = compose(shot, scene, place, CAST, (320, 180))
        subject = max((layer for layer in picture.layers if 0.99 < layer.depth <= 1.0), key=lambda layer: layer.plates[0].width)
        middle = subject.x + subject.plates[0].width / 2
        assert (middle - picture.stage.w / 2) * side > 0
        assert picture.stage.lit == -side, "the face looks into the light"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"look": "bald, with a long beard"}, {"hair": "", "beard": "long_beard"}),
        ({"look": "curly red hair, glasses"}, {"hair": "curls", "extras": ("glasses",), "hair_colour": (168.0, 78.0, 40.0)}),
        ({"wardrobe": "a yellow raincoat and boots"}, {"garment": "coat", "hat": ""}),
        ({"wardrobe": "white spacesuit"}, {"garment": "spacesuit", "hat": "space_helmet"}),
        ({"wardrobe": "a long blue dress"}, {"garment": "dress", "cloth": (63.0, 100.0, 150.0)}),
    ],
)
def test_words_of_look_and_wardrobe_are_drawn(words: dict[str, str], expected: dict[str, object]) -> None:
    look = look_of(Character(id="c1", name="A", **words))  # type: ignore[arg-type]
    assert {name: getattr(look, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("action", "pose"),
    [
        ("Mara walks to the door.", "walk"), ("Rex runs after the ball, Mara waves.", "run"), ("The old man sits by the fire.", "sit"),
        ("She points at the light.", "point"), ("Nothing moves.", "stand"), ("Tom kneels in the snow.", "kneel"), ("She weeps.", "cry"),
        ("He lies asleep.", "lie"), ("The last light on her hand, her head, the rest of the room.", "stand"), ("Hugo, with nothing showing.", "stand"),
        ("She holds his eye.", "stand"), ("He opens his mouth, and stops.", "stand"), ("She nearly laughs.", "stand"), ("Tom hurries home.", "run"),
    ],
)  # fmt: skip
def test_an_action_gives_its_pose(action: str, pose: str) -> None:
    assert pose_for(action).name == pose


def test_the_verb_after_a_name_is_theirs() -> None:
    assert pose_for("Rex runs, Mara waves.", "Mara").name == "wave"
    assert pose_for("Rex runs, Mara waves.", "Rex").name == "run"
    assert pose_for("Mara looks at Rex. The dog runs.", "Mara").name == "stand"
    assert pose_for("Hugo counts.", "Hugo").name == "stand"


def test_movements_have_drawings_and_stillness_has_one() -> None:
    assert len(drawings(named("walk"), 10)) == 10
    assert len({pose.near_leg for pose in drawings(named("walk"), 10)}) > 6
    assert len(drawings(named("wave"))) > 1
    assert drawings(named("stand")) == [named("stand")]


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("bottle", "bottle"), ("old brass key", "key"), ("letters", "letter"), ("knives", "knife"), ("music box", "box"), ("paper boat", "boat"),
        ("berries", "apple"), ("pocket watch", "watch"), ("Toy Train", "train_toy"), ("xylograph", "thing"), ("", "thing"), ("灯", "thing"),
        ("wooden spoon", "spoon"), ("calendar", "calendar"), ("birthday cake", "cake"), ("ballet shoes", "shoe"), ("red scarf", "scarf"),
        ("teddy bear", "teddy"), ("running shoes made of old tyres", "shoe"), ("a box of letters", "box"), ("cup of tea", "cup"), ("of", "thing"),
    ],
)  # fmt: skip
def test_a_noun_finds_its_drawing(noun: str, name: str) -> None:
    assert prop(noun).name == name


def test_every_prop_is_drawn_large_and_no_two_are_alike() -> None:
    props = [*shapes("props").values(), *shapes("everyday").values()]
    assert len(props) >= 130
    words = Counter(word for d in props for word in d.words)
    assert [word for word, times in words.items() if times > 1] == [], "a word names one thing"
    outlines = {d.name: tuple(np.round(np.concatenate([p.points for p in d.parts]).ravel(), 3)) for d in props}
    assert len(set(outlines.values())) == len(props)
    for d in props[::17]:
        with_ = draw(Shot(id="h1", action="See.", duration_s=1, size="INSERT", props=(d.words[0],)), "room")
        assert with_.std() > 10, d.name


def test_drawings_of_all_files_can_be_read() -> None:
    for file in (Path(__file__).parents[3] / "core/storyboard/look/shapes").glob("*.yaml"):
        for drawing in shapes(file.stem).values():
            assert drawing.parts, drawing.name
            assert np.isfinite(drawing.bounds()).all()


def test_a_broken_drawing_says_what_is_wrong() -> None:
    from core.storyboard.look import shapes as module

    with pytest.raises(ValueError, match="unknown paint"):
        list(module._parts(["puce box 0,0 1,1"]))
    with pytest.raises(ValueError, match="unknown kind"):
        list(module._parts(["wood blob 0,0 1,1"]))


def test_no_rain_falls_indoors() -> None:
    shot = Shot(id="h1", action="Mara waits.", duration_s=2, size="MS", characters=("c1",))
    for backdrop in ("room", "street"):
        scene, place = scene_of(shot, backdrop=backdrop, weather="rain")
        speeds = [abs(fall.speed[1]) for fall in compose(shot, scene, place, CAST, TINY).falls]
        assert (max(speeds) > 50) == (backdrop not in INDOORS)


def test_sampling_is_a_bilinear_warp() -> None:
    import cv2

    plane = cv2.GaussianBlur(np.random.default_rng(1).integers(0, 255, (120, 160), np.uint8), (0, 0), 2)
    for zoom, left, top in ((1.0, -12.3, -8.7), (1.05, -12.3, -8.7), (1.2, -20.1, -14.9), (1.0, 3.4, 2.2)):
        way = np.array([[zoom, 0, left], [0, zoom, top]])
        warped = cv2.warpAffine(plane, way, (90, 60), borderMode=cv2.BORDER_REPLICATE).astype(int)
        assert np.abs(warped - sampled(plane, zoom, zoom, left, top, 90, 60)).max() <= 3
        both = sampled(cv2.merge([plane, plane]), zoom, zoom, left, top, 90, 60)
        assert np.abs(warped - both[..., 0]).max() <= 3


def test_code_and_data_of_the_look_hold_no_leftovers() -> None:
    folder = Path(__file__).parents[3] / "core/storyboard"
    for path in (*folder.rglob("*.py"), *folder.rglob("*.yaml")):
        assert not re.search(r"\b(TODO|FIXME|XXX)\b", path.read_text()), path


def test_a_pose_with_a_wide_lens_or_a_long_one_is_drawn() -> None:
    for lens in (8, 300):
        assert draw(Shot(id="h1", action="Mara waits.", duration_s=2, size="MS", lens_mm=lens, characters=("c1",))).std() > 8
    assert replace(named("stand"), head=90.0).head == 90.0


def test_a_crowd_and_a_vehicle_are_seen_where_the_action_speaks_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def adds(action: str, backdrop: str, size: ShotSize = "FS") -> float:
        """How much the picture changes by what the action speaks of beside the cast."""
        shot = Shot(id="h1", action=action, duration_s=2, size=size, characters=("c1",))
        with_ = draw(shot, backdrop)
        with monkeypatch.context() as alone:
            alone.setattr(compose_module, "paint_extras", lambda *_: None)
            return apart(with_, draw(shot, backdrop))

    assert adds("A crowd gathers. Mara waits.", "street") > 1.0
    assert adds("A bus stops. Mara waits.", "street") > 3.0
    assert adds("The audience is silent. Mara waits.", "theatre") > 0.3
    assert adds("A bus stops. Mara waits.", "kitchen") == 0.0, "no bus stands in a kitchen"
    assert adds("A crowd gathers. Mara waits.", "street", "CU") == 0.0, "faces fill the picture"
    kinds = {kind: draw(Shot(id="h1", action=f"A {kind} stops. Mara waits.", duration_s=2, size="WS", characters=("c1",)), "street") for kind in
             ("car", "taxi", "bus", "truck")}  # fmt: skip
    for a, b in itertools.combinations(kinds, 2):
        assert apart(kinds[a], kinds[b]) > 0.5, f"a {a} looks like a {b}"


def test_what_a_car_does_is_nobodys_pose_and_those_who_embrace_stand_close() -> None:
    assert pose_for("A truck drives by.").name == "stand"
    assert pose_for("Mara drives home.", "Mara").name == "ride"

    def width(action: str) -> float:
        scene, place = scene_of(shot := Shot(id="h1", action=action, duration_s=2, size="FS", characters=("c1", "c2")))
        feet = [layer.foot[0] for layer in compose(shot, scene, place, CAST, TINY).stage.layers if layer.foot is not None]
        return max(feet) - min(feet)

    assert width("Mara and Ilya embrace.") < 0.5 * width("Mara and Ilya wait.")
