"""Animals: which kind somebody is, how large; beasts on four legs are drawn here, their legs and tails moving, a collar in the character's colour.

Birds, swimmers and crawlers have painters of their own (`birds`, `swimmers`, `crawlers`). Called by `cast`, `rides` and `framing`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from core.storyboard.look.birds import BIRDS, paint_bat, paint_bird
from core.storyboard.look.canvas import Colour, Plate, around, circle, hexed, mix, scaled, smooth
from core.storyboard.look.crawlers import CRAWLERS, WINGED
from core.storyboard.look.figure import Figure
from core.storyboard.look.palette import Palette, palette
from core.storyboard.look.poses import Pose, named
from core.storyboard.look.skeleton import Brush
from core.storyboard.look.swimmers import AFLOAT, SWIMMERS
from core.storyboard.look.wardrobe import Look, coat_of, look_of
from core.writing.script import Character

Vec = NDArray[np.float64]
ANIMALS = frozenset(("dog", "cat", "horse", "bear", "fox", "small_animal", "big_animal", "bird", "fish"))
"""The species that are drawn here."""
FAMILIES: dict[str, tuple[str, ...]] = {
    "dog": ("dachshund", "wolf"), "cat": ("lion", "tiger", "panda"), "fox": ("wolf",), "bear": ("panda", "koala"), "bird": ("bat",),
    "horse": ("donkey", "cow", "deer", "goat", "sheep", "camel", "llama", "giraffe"),
    "fish": ("whale", "dolphin", "shark", "seal", "octopus", "crab", "snake", "turtle"),
}  # fmt: skip
"""Which other kinds a species may be, if its words say so; the small and the large ones may be any."""
YOUNG = ("kitten", "puppy", "puppies", "chick", "duckling", "lamb", "piglet", "foal", "calf", "fawn")
THINGS_TOO = ("seal", "crane", "bat", "bug", "ram", "cock", "cub", "eel", "tank")
"""Words for beasts that in a list of things are mostly things: a wax seal, a harbour crane."""
_PARTS = r"(?![a-z]|[- ](?:eye|ear|tail|teeth|mouth|nose|paw|wing|claw|hat|collar|heart|scar))"
GIANT = re.compile(
    rf"(?<![a-z])(?:giant|gigantic|huge|enormous|colossal|massive|immense|monstrous){_PARTS}|"
    r"riesig|gigantisch|gigantesc|énorme|géante?(?!\w)|(?<!\w)enormes?(?!\w)|огромн|гигантск|巨大|巨型"
)
TINY = re.compile(rf"(?<![a-z])(?:tiny|miniature|minuscule){_PARTS}|winzig|diminut|minúscul|крошечн|とても小さ|微小")
"""Words for the size of a whole beast, in the languages that films are written in."""
GIANT_TIMES, GIANT_M, TINY_TIMES = 1.5, 2.6, 0.6
"""A giant is so many times as high as its kind, and at least so many metres: higher than anybody beside it."""
OWN = CRAWLERS | SWIMMERS | {"bat": paint_bat}
"""The painters of those that are not beasts on four legs."""
LOOKED_AT_PX = 72.0
"""The height at which a beast is drawn to see how long it is."""


@cache
def _table() -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "animals.yaml").read_text())
    return table


def kind_of(look: Look) -> str:
    """Which beast of `animals.yaml`, or which bird, a character is."""
    small = look.species == "small_animal"
    for kind in FAMILIES.get(look.species, tuple(_table())):
        if _said((kind, *_table()[kind].get("words", ())), look.words):
            return kind
    if look.species == "bird":
        return next((name for name, bird in BIRDS.items() if _said((name, *bird.words), look.words)), "bird")
    return str(look.species) if look.species in FAMILIES else "rabbit" if small else "elephant"


def _said(words: Iterable[str], text: str) -> bool:
    return re.search(rf"(?<![a-z])(?:{'|'.join(words)})(?:e?s)?(?![a-z])", text) is not None


def beast_named(noun: str) -> Look | None:
    """How a beast looks that a story names among its things: a goose, somebody's old donkey. None if the noun's last word is no beast."""
    text = noun.lower().strip()
    last = text.rsplit(" ", maxsplit=1)[-1]
    if _said(THINGS_TOO, last):
        return None
    bird = next((name for name, each in BIRDS.items() if _said((name, *each.words), last)), "")
    if not bird and not any(_said((kind, *beast.get("words", ())), last) for kind, beast in _table().items()):
        return None
    return look_of(
        Character(id=f"thing {text}", name=last, species="bird" if bird else "small_animal", look=text, age="child" if _said(YOUNG, last) else "adult")
    )


def afloat(look: Look) -> bool:
    """Whether somebody lives in water and cannot be on land."""
    return look.species == "fish" and kind_of(look) in AFLOAT


def in_the_air(look: Look) -> bool:
    """Whether somebody hangs in the air on beating wings."""
    return look.species in ANIMALS and kind_of(look) in WINGED


@cache
def reach(look: Look) -> tuple[float, float]:
    """How far a beast reaches behind and before its mark, in its own heights: a dachshund is longer than it is high."""
    size = (round(LOOKED_AT_PX * 6), round(LOOKED_AT_PX * 3))
    figure = draw_animal(look, named("stand"), palette("warm", "day", "clear"), size, size[0] / 2, size[1] - LOOKED_AT_PX * 0.2, LOOKED_AT_PX, 1)
    painted = np.flatnonzero(figure.plate.alpha.max(0)) + figure.x - size[0] / 2
    return float(-painted[0]) / LOOKED_AT_PX, float(painted[-1]) / LOOKED_AT_PX


def _size(look: Look) -> float:
    """How large one of this age, and of the size that its words tell, is beside the grown of its kind."""
    aged = 0.62 if look.age == "child" else 0.85 if look.age == "young" else 1.0
    if GIANT.search(look.words):
        return max(GIANT_TIMES, GIANT_M / _usual_metres(look))
    return aged * TINY_TIMES if TINY.search(look.words) else aged


def metres(look: Look) -> float:
    """How tall an animal stands, head and all."""
    return _usual_metres(look) * _size(look)


def _usual_metres(look: Look) -> float:
    """How tall the grown of its kind stand."""
    kind = kind_of(look)
    if kind in BIRDS:
        return BIRDS[kind].metres
    beast = _table()[kind]
    crown = 1.2 + math.sin(math.radians(float(beast["neck"][0]))) * float(beast["neck"][1])
    return float(beast["tall"]) * crown


def head_reach(look: Look) -> float:
    """Metres from the back of a beast's head to the tip of its muzzle."""
    kind = kind_of(look)
    if kind in BIRDS:
        return 0.6 * metres(look) / BIRDS[kind].crown
    beast = _table()[kind]
    return float(beast["tall"]) * _size(look) * (float(beast.get("head", 0.3)) + float(beast.get("muzzle", 0.3)))


def head_metres(look: Look) -> float:
    """How high a beast's head is, as close shots see it."""
    kind = kind_of(look)
    return 0.42 * metres(look) / (BIRDS[kind].crown if kind in BIRDS else 1.0)


def back_metres(look: Look) -> float:
    """How high a beast's back is."""
    return float(_table()[kind_of(look)]["tall"]) * _size(look) * 0.96


def draw_animal(look: Look, pose: Pose, pal: Palette, stage: tuple[int, int], x: float, y: float, height: float, facing: int) -> Figure:
    """Draw an animal with its feet at (x, y), `height` pixels from the ground to the crown."""
    far = height * 2.7
    left, right, top, bottom = max(0, int(x - far)), min(stage[0], int(x + far)), max(0, int(y - height * 1.6)), min(stage[1], int(y + height * 0.12))
    plate = Plate(max(2, right - left), max(2, bottom - top), pal.near)
    kind = kind_of(look)
    u = height / BIRDS[kind].crown if kind in BIRDS else height / (1 + math.sin(math.radians(_table()[kind]["neck"][0])) * _table()[kind]["neck"][1] + 0.2)
    brush = Brush(plate, x - left, y - top, u, facing, pal)
    painter = OWN.get(kind)
    head, eye = painter(brush, look, pose) if painter else paint_bird(brush, look, pose, kind) if kind in BIRDS else _beast(brush, look, pose)
    return Figure(
        plate,
        left,
        top,
        u,
        facing,
        head=brush.stage(head, (left, top)),
        hand=brush.stage(head + np.array([0.3 * height / u, -0.16 * height / u]), (left, top)),
        foot=(x, y),
        eye=brush.stage(eye, (left, top)),
        breadth=height * 0.42,
    )


def _beast(b: Brush, look: Look, pose: Pose) -> tuple[Vec, Vec]:
    k = _table()[kind_of(look)]
    fur = b.pal.local(coat_of(look, k["colour"], fur=kind_of(look) != "dragon"))
    dark, pale = mix(fur, b.pal.ink, 0.42), mix(fur, b.pal.local((236, 226, 206)), 0.5)
    legs = b.pal.local(hexed(k["limbs"])) if "limbs" in k else fur
    sit = (
        pose.name in ("sit", "kneel", "stand", "bow", "up")
        and kind_of(look) in ("dog", "cat", "fox", "wolf", "rabbit", "squirrel")
        and not pose.gait
        and (pose.name == "sit" or look.dice % 2 == 0)
    )
    leg, body, thick, limb = k["leg"], k["body"], k["thick"] * look.stout, k["limb"]
    hip, shoulder = np.array([-body / 2, leg + thick * 0.5]), np.array([body / 2, leg + thick * 0.52])
    if sit:
        hip = np.array([-body * 0.3, thick * 0.5])
        shoulder = np.array([body * 0.14, leg + thick * 0.55])
    if pose.flat:
        drop = np.array([0.0, leg * 0.82])
        hip, shoulder = hip - drop, shoulder - drop
    _tail(b, k["tail"], hip, fur, dark, pose.phase)
    swing = math.radians(pose.gait) * (1.0 if pose.gait < 35 else 1.25)
    for front, near, phase in ((0, 0, 0.5), (1, 0, 0.0), (0, 1, 0.05), (1, 1, 0.55)):
        if pose.flat:
            continue
        root = (shoulder if front else hip) - np.array([0.0, thick * 0.1])
        _beast_leg(
            b,
            root,
            leg,
            limb,
            swing * math.sin(2 * math.pi * (pose.phase + phase)),
            legs if near else scaled(legs, 0.68),
            dark,
            bool(front),
            sit and not front,
            near,
        )
    b.hull([(hip, thick * 0.5), (hip * 0.4 + shoulder * 0.6 - np.array([0, thick * 0.04]), thick * 0.46), (shoulder, thick * 0.54)], fur)
    if kind_of(look) == "hedgehog":
        for i in range(26):
            t = i / 25
            p = hip + (shoulder - hip) * t
            a = math.pi * (0.95 - 0.75 * t)
            b.poly(
                [(p[0] - 0.06, p[1] + 0.14), (p[0] + 0.06, p[1] + 0.14), (p[0] + 0.5 * thick * 1.5 * math.cos(a), p[1] + thick * 0.86 * math.sin(a))],
                dark if i % 2 else fur,
            )
    elif kind_of(look) == "tiger":
        for x in np.linspace(hip[0] - 0.02, shoulder[0] - 0.06, 6):
            top = leg + thick * (0.98 if not pose.flat else 0.98 - leg * 0.82 / thick)
            b.poly([(x - 0.035, top), (x + 0.035, top), (x - 0.03, top - thick * 0.52)], dark, 0.85)
    elif kind_of(look) == "camel":
        b.hull([((hip + shoulder) / 2 + [0.0, thick * 0.56], 0.15), ((hip + shoulder) / 2, 0.26)], fur)
    elif kind_of(look) == "cow":
        for dx, dy, r in ((-0.3, 0.05, 0.16), (0.12, 0.1, 0.12), (0.3, -0.08, 0.1)):
            b.poly(circle(dx, leg + thick * 0.5 + dy, r, r * 0.8, 18), pale)
    else:
        b.curve(
            [
                tuple(hip + [0.1, -thick * 0.36]),
                tuple((hip + shoulder) / 2 + [0, -thick * 0.42]),
                tuple(shoulder + [0.1, -thick * 0.44]),
                tuple(shoulder + [0.14, -thick * 0.1]),
                tuple((hip + shoulder) / 2 + [0, -thick * 0.26]),
            ],
            pale,
            0.55,
        )
    return _beast_head(b, look, k, shoulder, thick, fur, dark, pale, pose)


def _beast_leg(b: Brush, root: Vec, leg: float, limb: float, angle: float, fur: Colour, dark: Colour, front: bool, folded: bool, near: int) -> None:
    if folded:
        foot = np.array([root[0] + leg * 0.55, 0.05])
        b.hull([(root, limb * 2.4), (root + np.array([0.16, -0.06]), limb * 1.9)], fur)
        b.limb([root + np.array([0.02, -root[1] + limb * 1.1]), foot], [limb * 1.1, limb * 0.8], fur)
        return
    length = root[1]
    knee = root + np.array([math.sin(angle) * length * 0.5 + (0.04 if front else -0.06), -math.cos(angle) * length * 0.5])
    foot = np.array([knee[0] + math.sin(angle * (0.4 if angle > 0 else 1.5)) * length * 0.5 + (-0.02 if front else 0.05), limb * 0.5])
    b.limb([root, knee, foot], [limb * (1.5 if front else 1.9), limb * 0.95, limb * 0.7], fur)
    b.hull([(foot, limb * 0.62), (foot + np.array([limb * 0.9, -limb * 0.05]), limb * 0.5)], mix(fur, dark, 0.5) if near else scaled(dark, 0.8))


def _tail(b: Brush, kind: str, hip: Vec, fur: Colour, dark: Colour, phase: float) -> None:
    root = hip + np.array([-0.16, 0.08])
    wag = math.sin(2 * math.pi * phase) * 0.08
    shapes: dict[str, tuple[list[tuple[float, float]], list[float]]] = {
        "up": ([(0, 0), (-0.16, 0.16), (-0.2 + wag, 0.42)], [0.14, 0.1, 0.04]),
        "long": ([(0, 0), (-0.3, -0.02), (-0.5, 0.2), (-0.46 + wag, 0.56), (-0.34 + wag, 0.66)], [0.13, 0.11, 0.1, 0.09, 0.05]),
        "brush": ([(0, 0), (-0.28, -0.1), (-0.56, -0.12 + wag), (-0.86, -0.02 + wag)], [0.12, 0.26, 0.3, 0.04]),
        "hair": ([(0.02, 0.04), (-0.14, 0.0), (-0.22, -0.3), (-0.24 + wag, -0.62)], [0.08, 0.14, 0.17, 0.04]),
        "plume": ([(0.06, -0.06), (-0.3, 0.1), (-0.4, 0.5), (-0.26, 0.82 + wag), (-0.44, 0.9)], [0.16, 0.3, 0.34, 0.26, 0.04]),
        "thin": ([(0.06, 0), (-0.12, -0.1), (-0.2, -0.34), (-0.22 + wag, -0.5)], [0.06, 0.04, 0.035, 0.05]),
        "drag": ([(0.1, -0.02), (-0.3, -0.1), (-0.8, -0.3), (-1.2 + wag, -0.28)], [0.3, 0.24, 0.14, 0.03]),
        "puff": ([(0.06, 0.02), (-0.02, 0.05), (-0.06, 0.06)], [0.16, 0.2, 0.14]),
        "stub": ([(0.08, 0.0), (0.02, 0.02), (-0.03, 0.03)], [0.14, 0.14, 0.1]),
    }
    points, widths = shapes[kind]
    way = smooth([(root[0] + x, root[1] + y) for x, y in points], closed=False)
    b.plate.stroke(b.px(way), [w * b.u for w in widths], mix(fur, dark, 0.15))
    if kind == "brush":
        b.plate.stroke(b.px(way[-8:]), [0.14 * b.u, 0.12 * b.u, 0.02 * b.u], mix(fur, (255, 250, 240), 0.6))


def _beast_head(b: Brush, look: Look, k: dict[str, Any], shoulder: Vec, thick: float, fur: Colour, dark: Colour, pale: Colour, pose: Pose) -> tuple[Vec, Vec]:
    angle, length, width = k["neck"]
    raise_by = -pose.head * 0.8 + (-34 if pose.flat else 0)
    a = math.radians(min(80, angle + raise_by))
    root = shoulder + np.array([0.04, thick * 0.16])
    h = root + length * np.array([math.cos(a), math.sin(a)])
    r = k["head"] / 2
    kind = kind_of(look)
    if kind == "lion":
        b.poly(circle(h[0] - r * 0.3, h[1] - r * 0.1, r * 1.75, n=30), mix(dark, (120, 70, 36), 0.4))
    b.limb([root, h], [width * 0.95, width * 0.62], fur)
    if kind in ("horse", "donkey"):
        mane = [
            (h[0] - r * 0.2, h[1] + r * 1.2),
            (h[0] - r * 1.5, h[1] + r * 0.3),
            (root[0] - 0.24, root[1] + 0.08),
            (root[0] - 0.06, root[1] + 0.06),
            (h[0] - r * 0.7, h[1] - r * 0.2),
        ]
        b.curve(mane, dark)
    m = k["muzzle"]
    dip = -0.36 if kind in ("horse", "donkey", "cow", "deer", "giraffe", "goat", "sheep", "dragon") else -0.14
    nose = h + np.array([r * 0.7 + m, dip * (r + m)])
    ears = b.pal.local(hexed(k["limbs"])) if "limbs" in k else fur
    _ears(b, k["ears"], h, r, mix(ears, dark, 0.45), far=True)
    b.hull(
        [
            (h, r),
            (h + np.array([r * 0.5, -r * 0.12]), r * 0.72),
            (nose - np.array([0.02, 0.0]), r * (0.5 if kind in ("horse", "donkey", "cow", "bear", "lion", "pig") else 0.3)),
        ],
        fur,
    )
    if kind == "elephant":
        trunk = smooth(
            [(h[0] + r * 0.6, h[1]), (h[0] + r * 1.25, h[1] - r * 0.7), (h[0] + r * 1.2, h[1] - r * 2.2), (h[0] + r * 1.7, h[1] - r * 2.9)], closed=False
        )
        b.plate.stroke(b.px(trunk), [r * 0.9 * b.u, r * 0.62 * b.u, r * 0.42 * b.u, r * 0.3 * b.u], fur)
        b.plate.stroke(
            b.px(smooth([(h[0] + r * 0.75, h[1] - r * 0.7), (h[0] + r * 1.3, h[1] - r * 1.25), (h[0] + r * 1.9, h[1] - r * 1.1)], closed=False)),
            [r * 0.2 * b.u, r * 0.06 * b.u],
            pale,
        )
    else:
        b.hull([(nose - np.array([m * 0.3, r * 0.2]), r * 0.26), (h + np.array([r * 0.2, -r * 0.6]), r * 0.3)], pale, 0.75)
        b.poly(circle(nose[0] + r * 0.18, nose[1] + r * 0.14, r * 0.15, r * 0.12, 14), b.pal.ink)
        b.plate.stroke(
            b.px(
                smooth(
                    [(nose[0] + r * 0.2, nose[1] - r * 0.16), (nose[0] - m * 0.4, nose[1] - r * 0.26), (nose[0] - m * 0.9, nose[1] - r * 0.12)], closed=False
                )
            ),
            b.u * r * 0.06,
            dark,
        )
    _ears(b, k["ears"], h, r, ears, far=False, inner=mix(pale, (200, 130, 120), 0.3))
    if kind == "deer" or kind == "dragon":
        for dx in (-0.1, 0.12):
            p = h + np.array([dx * r, r * 0.8])
            for way in (((0, 0), (-0.5, 1.2), (-0.1, 2.2)), ((-0.3, 0.9), (0.5, 1.5), (0.7, 2.1)), ((-0.2, 1.6), (-0.9, 2.0), (-0.9, 2.5))):
                b.plate.stroke(
                    b.px(smooth([(p[0] + vx * r, p[1] + vy * r) for vx, vy in way], closed=False)),
                    [r * 0.16 * b.u, r * 0.05 * b.u],
                    b.pal.local((196, 168, 126)),
                )
    eye = h + np.array([r * 0.42, r * 0.22])
    b.poly(around(eye, r * 0.14, n=16), b.pal.ink)
    b.poly(circle(eye[0] + r * 0.05, eye[1] + r * 0.05, r * 0.045, n=10), mix(b.pal.light, (255, 255, 255), 0.5))
    _collar(b, look, root, h, width)
    return (h + nose) / 2, eye


def _ears(b: Brush, kind: str, h: Vec, r: float, colour: Colour, *, far: bool, inner: Colour | None = None) -> None:
    o = h + np.array([r * (0.16 if far else -0.28), r * 0.55])
    shapes: dict[str, list[tuple[float, float]]] = {
        "flop": [(0.0, 0.3), (-0.5, 0.4), (-0.85, -0.2), (-0.7, -0.95), (-0.35, -0.8), (0.1, -0.1)],
        "point": [(-0.34, -0.05), (-0.2, 1.05), (0.34, 0.16)],
        "tall": [(-0.36, -0.05), (-0.24, 1.35), (0.34, 0.2)],
        "round": [(-0.4, 0.0), (-0.44, 0.5), (-0.05, 0.7), (0.3, 0.42), (0.2, 0.0)],
        "long": [(-0.2, -0.1), (-0.72, 1.3), (-0.5, 1.95), (-0.1, 1.4), (0.24, 0.1)],
        "disc": [(-0.7, 0.1), (-0.85, 0.8), (-0.3, 1.2), (0.3, 0.9), (0.3, 0.2)],
        "fan": [(0.3, 0.4), (-0.6, 0.7), (-1.7, 0.3), (-1.6, -0.9), (-0.8, -1.6), (-0.2, -0.8)],
        "side": [(-0.1, 0.1), (-0.9, 0.5), (-1.05, 0.2), (-0.3, -0.25)],
        "none": [(-0.2, 0.0), (-0.1, 0.06), (0.0, 0.0)],
        "horn": [(-0.2, 0.0), (-0.9, 0.9), (-1.2, 1.5), (0.2, 0.3)],
    }
    points = [(o[0] + x * r, o[1] + y * r) for x, y in shapes[kind]]
    draw = b.poly if kind in ("point", "tall") else b.curve
    draw(points, colour)
    if inner is not None and kind in ("point", "tall", "long", "disc", "round"):
        middle = np.mean(points, 0)
        draw([(float(middle[0] + (x - middle[0]) * 0.52), float(middle[1] + (y - middle[1]) * 0.6)) for x, y in points], inner, 0.7)


def _collar(b: Brush, look: Look, root: Vec, h: Vec, width: float) -> None:
    """The character's colour about the neck: a kerchief."""
    colour = mix(b.pal.local(look.accent), look.accent, 0.3)
    p = root + (h - root) * 0.42
    along = (h - root) / max(1e-6, float(np.hypot(*(h - root))))
    across = np.array([along[1], -along[0]])
    w = width * 0.86
    b.hull([(p + across * w * 0.75, w * 0.2), (p - across * w * 0.75, w * 0.2), (p + across * w * 0.7 - along * w * 0.2, w * 0.2)], colour)
    tip = p + across * w * 1.0
    b.poly(
        [tuple(tip - along * w * 0.34), tuple(tip + along * w * 0.3), tuple(tip + across * w * 0.9 - along * w * 0.2 + np.array([0, -w * 0.4]))],
        mix(colour, b.pal.ink, 0.2),
    )
