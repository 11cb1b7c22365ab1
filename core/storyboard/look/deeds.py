"""What whole-body deeds need about them: water for who swims or rows, something to climb, the easel of who paints.

Called by `cast`, which knows the pose that an action asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.storyboard.look.animals import ANIMALS
from core.storyboard.look.canvas import Plate, mix, smooth
from core.storyboard.look.figure import Figure
from core.storyboard.look.framing import WIDE, Mark, tallness
from core.storyboard.look.poses import Pose, named
from core.storyboard.look.props import prop
from core.storyboard.look.relief import relief
from core.storyboard.look.shapes import drawings, paint
from core.storyboard.look.skeleton import build_of
from core.storyboard.look.stage import Layer, Life, Stage
from core.storyboard.look.wardrobe import Look
from core.storyboard.look.water import submerge, surface
from core.writing.script import Shot, ShotSize

CLIMBED = {
    "rope": re.compile(r"\b(?:rope|chain|vine|sheet)s?\b"),
    "trunk": re.compile(r"\b(?:tree|trunk|mast|pole|beanstalk|lamp-?post|drainpipe)s?\b"),
    "ladder": re.compile(r"\b(?:ladder|tower|wall|roof|fence|scaffold|window|balcony|crane|lighthouse)s?\b|fire escape"),
    "rock": re.compile(r"\b(?:cliff|rock|mountain|crag|peak|summit|slope|face)s?\b"),
}
"""What is climbed hand over hand, by the words for it; whoever climbs stairs or a hill walks."""
BROUGHT = {"paint": "easel", "cook": "pot", "piano": "piano"}
"""What stands before somebody who does this, where the shot names nothing that does."""
NO_EASEL = re.compile(r"\b(?:wall|fence|door|boat|house|room|gate|ceiling|sign|nails?|toes?|face|bench|shed|ship)s?\b", re.IGNORECASE)


def climbed(action: str) -> str:
    """What of `CLIMBED` an action's climbing is about; empty: nobody climbs hand over hand."""
    text = action.lower()
    return next((name for name, words in CLIMBED.items() if words.search(text)), "") if re.search(r"\b(?:climb|clamber|scale)", text) else ""


def suited(pose: Pose, shot: Shot, look: Look) -> Pose:
    """The pose as it can be done here: close by nobody lies in the water, and a beast does all with its own legs."""
    climbs = climbed(shot.action) or pose.name == "climb"
    if climbs and pose.name in ("walk", "climb") and look.species not in ANIMALS:
        return named("climb") if shot.size in WIDE else named("up")
    if pose.name == "swim" and shot.size not in WIDE:
        return named("tread")
    return pose


def brought(shot: Shot, pose: Pose) -> tuple[str, ...]:
    """The shot's props, with what must stand before who does this."""
    thing = BROUGHT.get(pose.name)
    if thing is None or (pose.name == "paint" and NO_EASEL.search(shot.action)) or any(prop(noun).name == thing for noun in shot.props):
        return shot.props
    return (thing, *(noun for noun in shot.props if not (thing == "easel" and prop(noun).name == "painting")))


def stood(stage: Stage, size: ShotSize, pose: Pose, mark: Mark) -> Mark:
    """The mark where this is done: on the sea itself, not on its shore; up in the air; small enough that arms stretched up are in the picture."""
    if size not in WIDE:
        return mark
    high = stage.picture[1]
    if pose.name in ("swim", "row") and stage.open_water:
        return replace(mark, y=mark.y - 0.13 * high)
    if pose.name == "fly":
        return replace(mark, y=mark.y - 0.08 * high)
    return replace(mark, metre=0.8 * mark.metre, y=mark.y - 0.04 * high) if pose.name == "climb" else mark


def wade(stage: Stage, size: ShotSize, look: Look, pose: Pose, mark: Mark, figures: Sequence[Figure], life: Life, shift: float) -> None:
    """Water about somebody who swims: the sea's own, or a pond; close by it fills the foot of the picture."""
    head = tallness(look) * mark.metre / build_of(look).tall
    if look.species in ANIMALS:
        u = tallness(look) * mark.metre / 1.2
        y = mark.y - 0.5 * u
    else:
        u = 2.2 * head
        y = figures[0].head[1] + (1.15 if pose.name == "tread" else 0.5) * head
    for figure in figures:
        submerge(figure, y, u)
    if size in WIDE:
        pond = 0.0 if stage.open_water else 1.7 * u + abs(life.travel[0]) * 0.5
        stage.layers += surface(stage, mark.x + shift, y, u, mark.depth, life, pond=pond)
        return
    _flood(stage, y, mark.depth)
    stage.layers += surface(stage, mark.x + shift, y, 1.2 * head, mark.depth, life, pond=0.0)


def _flood(stage: Stage, y: float, depth: float) -> None:
    """Water from somebody's chest to the foot of the picture, behind them, with its light."""
    plate = stage.plate()
    back, deep = y - stage.unit * 0.1, mix(mix(mix(stage.pal.near, stage.pal.top, 0.5), stage.pal.far, 0.35), stage.pal.low, 0.2)
    plate.box(-2, back, stage.w + 2, stage.h + 2, deep)
    plate.grade(mix(deep, stage.pal.low, 0.6), mix(deep, stage.pal.ink, 0.35), 0.7, back, stage.h)
    light = mix(stage.pal.light, (255, 255, 255), 0.3)
    for n in range(26):
        down = (n / 26) ** 1.4
        at, x, wide = back + down * (stage.h - back), (n * 0.381966 % 1.0) * stage.w, stage.unit * (0.06 + 0.16 * down)
        plate.stroke(
            smooth([(x - wide, at), (x, at + stage.unit * 0.006), (x + wide, at)], closed=False), [1.0, stage.unit * (0.003 + 0.007 * down), 1.0], light, 0.35
        )
    cut, left, top = plate.cropped()
    stage.layers.append(Layer([cut], left, top, depth - 0.04, Life(sway=(stage.unit * 0.02, stage.unit * 0.004), period_s=3.1)))


def put_up(stage: Stage, shot: Shot, mark: Mark, figure: Figure) -> None:
    """What somebody climbs, behind them, from below the picture to above it."""
    kind = climbed(shot.action) or "ladder"
    plate, x = stage.plate(), figure.hand[0]
    wide = mark.metre
    if kind == "ladder":
        high = 2.4 * wide
        for n in range(4):
            paint(plate, drawings("props")["ladder"], x, stage.y(1.08) - n * high * 0.97, high, stage.pal)
    elif kind == "rope":
        plate.stroke([(x, -2), (x + wide * 0.02, stage.y(0.8)), (x - wide * 0.06, stage.h)], wide * 0.045, stage.dim((196, 164, 112)))
    elif kind == "trunk":
        bark = stage.dim((104, 78, 58))
        x += mark.facing * wide * 0.16
        plate.stroke([(x, -2), (x, stage.y(0.6)), (x + mark.facing * wide * 0.06, stage.h)], [wide * 0.3, wide * 0.38, wide * 0.5], bark)
        for n in range(5):
            at = stage.y(0.06 + 0.2 * n)
            side = 1 if n % 2 else -1
            plate.stroke(
                smooth([(x, at), (x + side * wide * 0.3, at - wide * 0.12), (x + side * wide * 0.62, at - wide * 0.3)], closed=False),
                [wide * 0.11, wide * 0.05],
                bark,
            )
    else:
        _cliff(stage, plate, x, wide, mark.facing)
    cut, left, top = plate.cropped()
    relief(cut, stage.pal, (stage.lit, -0.6), wide * 0.2, light=stage.light.colour, strength=0.6)
    stage.layers.append(Layer([cut.textured(1.6, 1)], left, top, mark.depth - 0.01))


def _cliff(stage: Stage, plate: Plate, x: float, wide: float, facing: int) -> None:
    """A face of rock from the hands to the picture's edge, with its ledges."""
    stone = stage.dim((150, 142, 134))
    steps = ((-0.02, 0.35), (0.14, 0.05), (0.3, 0.24), (0.46, -0.02), (0.62, 0.16), (0.8, -0.1), (1.02, -0.3))
    edge = [(x + facing * wide * across, stage.h * down) for down, across in steps]
    far = stage.w + 2 if facing > 0 else -2
    plate.poly([*edge, (far, stage.h + 2), (far, -2)], stone)
    for n, ((ax, ay), (bx, by)) in enumerate(pairwise(edge)):
        deep = facing * wide * (0.3 + 0.16 * (n % 3))
        plate.poly(
            [(ax, ay), (bx, by), (bx + deep, by + wide * 0.14), (ax + deep * 1.3, ay + wide * 0.2)],
            mix(stone, stage.pal.light if n % 2 else stage.pal.ink, 0.22),
            0.85,
        )
        crack = [(ax + facing * wide * 0.7, ay), (bx + facing * wide * 0.86, (ay + by) / 2), (bx + facing * wide * 0.6, by)]
        plate.stroke(smooth(crack, closed=False), [1.0, wide * 0.02, 1.0], stage.pal.ink, 0.2)


def launch(stage: Stage, mark: Mark, figures: Sequence[Figure], life: Life, shift: float) -> None:
    """Water under somebody's boat, and the oar that their hands move, before it."""
    y, wide = mark.y - 0.1 * mark.metre, 1.25 * mark.metre
    pond = 0.0 if stage.open_water else 2.3 * mark.metre + abs(life.travel[0]) * 0.5
    stage.layers += surface(stage, mark.x + shift, y, wide, mark.depth - 0.006, life, pond=pond)
    plates, corners = [], []
    for n, figure in enumerate(figures):
        plate, (x, top) = stage.plate(stage.dim((176, 128, 84))), figure.hand
        drawn = (n + 0.5) / len(figures) < 0.5  # the blade is in the water while they pull, over it on the way back
        blade = (mark.x + mark.facing * mark.metre * (1.25 - 0.35 * n if drawn else 0.1 + 0.3 * (n - 2)), y + mark.metre * (0.12 if drawn else -0.06))
        plate.stroke([(x - (blade[0] - x) * 0.08, top - (blade[1] - top) * 0.08), blade], 0.05 * mark.metre, stage.dim((176, 128, 84)))
        plate.stroke([(x + (blade[0] - x) * 0.78, top + (blade[1] - top) * 0.78), blade], [0.06 * mark.metre, 0.15 * mark.metre], stage.dim((196, 150, 104)))
        cut, left, up = plate.cropped()
        plates.append(cut)
        corners.append((round(left + shift), up))
    stage.layers.append(Layer(plates, *corners[0], mark.depth + 0.004, life, corners=corners))
