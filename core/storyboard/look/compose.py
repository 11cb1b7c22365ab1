"""Composes a shot: the backdrop seen through its lens, the cast placed, posed and lit, props, foreground and weather, as layers for the projector.

Deterministic in (shot, scene, location, characters, size, seed). A place is painted from its own name, so that all its shots show the same place.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from core.storyboard.look import backdrops
from core.storyboard.look.animals import FOUR_LEGGED, draw_animal
from core.storyboard.look.animals import metres as animal_metres
from core.storyboard.look.backdrops.sky import halo
from core.storyboard.look.canvas import Plate, Rng, circle, mix, smooth
from core.storyboard.look.figure import METRES, Figure, build_of, draw_figure
from core.storyboard.look.foreground import paint_foreground
from core.storyboard.look.insert import paint_insert
from core.storyboard.look.palette import indoors, palette
from core.storyboard.look.poses import Pose, drawings, named, pose_for
from core.storyboard.look.props import prop, prop_height
from core.storyboard.look.relief import drop_shadow, relief
from core.storyboard.look.shapes import Drawing, paint
from core.storyboard.look.shapes import drawings as shapes
from core.storyboard.look.stage import STILL, Layer, Life, Light, Stage
from core.storyboard.look.wardrobe import Look, look_of
from core.storyboard.look.weather import Fall, falls
from core.writing.script import Character, Location, Scene, Shot, ShotSize

WIDE: tuple[ShotSize, ...] = ("EWS", "WS", "FS")
TALL: dict[ShotSize, float] = {"EWS": 0.2, "WS": 0.44, "FS": 0.72}
"""Height of an adult in a wide shot: share of the picture's height."""
HEAD: dict[ShotSize, float] = {"MS": 0.185, "MCU": 0.285, "CU": 0.43, "ECU": 0.82, "INSERT": 0.3}
"""Height of a head in a close shot."""
FEET: dict[ShotSize, float] = {"EWS": 0.865, "WS": 0.905, "FS": 0.945}
CLOSER: dict[ShotSize, float] = {"EWS": 1.0, "WS": 1.07, "FS": 1.2, "MS": 1.42, "MCU": 1.65, "CU": 2.0, "ECU": 2.6, "INSERT": 2.0}
"""How much nearer the backdrop comes."""
SOFT: dict[ShotSize, float] = {"EWS": 0.0, "WS": 0.0, "FS": 0.0012, "MS": 0.0035, "MCU": 0.006, "CU": 0.0095, "ECU": 0.013, "INSERT": 0.011}
"""Blur of the backdrop, in units: the shallow focus of close shots."""
CAST_MAX = 4
WILD = frozenset(("forest", "field", "river", "park", "hills", "farm", "village", "beach", "mountain", "lighthouse", "sea"))


@dataclass
class Picture:
    """A composed shot: what the projector needs to show it at any moment."""

    layers: list[Layer]
    falls: list[Fall]
    stage: Stage
    described: str
    """What is seen, in one sentence."""


def _dice(*words: object) -> int:
    return zlib.crc32("/".join(str(w) for w in words).encode())


def compose(shot: Shot, scene: Scene, location: Location, characters: Sequence[Character], size: tuple[int, int], seed: int = 0) -> Picture:
    """Paint a shot for a picture of `size` pixels. `characters` are those of the script; only those the shot names are seen."""
    cast = [c for id in shot.characters for c in characters if c.id == id][:CAST_MAX]
    rng = np.random.default_rng(_dice(shot.id, shot.seed, seed, shot.size, shot.action))
    stage = _staged(scene, location, size, _turned(shot, cast))
    backdrops.PAINTERS[location.backdrop](stage)
    stage.layers.sort(key=lambda layer: layer.depth)
    _come_closer(stage, shot, rng, seed)
    if shot.size == "INSERT":
        paint_insert(stage, prop(shot.props[0] if shot.props else _noun(shot.action)), [look_of(c) for c in cast], rng)
    else:
        _place_cast(stage, shot, scene, cast, rng)
        paint_foreground(stage, location.backdrop, shot.size, rng, busy=len(cast) > 1 and shot.size in ("MCU", "CU"))
    stage.layers.sort(key=lambda layer: layer.depth)
    inside, airless = location.backdrop in backdrops.INDOORS or location.interior, location.backdrop in backdrops.AIRLESS
    drops = falls(
        np.random.default_rng(_dice(shot.id, "air")), *size, weather=scene.weather, time=scene.time_of_day, mood=scene.mood, indoors=inside, airless=airless,
        wild=location.backdrop in WILD, side=stage.lit,
    )  # fmt: skip
    return Picture(stage.layers, drops, stage, describe(shot, scene, location, cast))


def describe(shot: Shot, scene: Scene, location: Location, cast: Sequence[Character]) -> str:
    """Alternative text of a panel."""
    sizes = {
        "EWS": "Extreme wide shot",
        "WS": "Wide shot",
        "FS": "Full shot",
        "MS": "Medium shot",
        "MCU": "Medium close-up",
        "CU": "Close-up",
        "ECU": "Extreme close-up",
        "INSERT": "Insert",
    }
    who = f" with {', '.join(c.name for c in cast)}" if cast else ""
    weather = "" if scene.weather == "clear" else f", {scene.weather}"
    return f"{sizes[shot.size]}, {location.name}, {scene.time_of_day}{weather}{who}: {shot.action}"


def _noun(action: str) -> str:
    """The prop an action speaks of, for an insert that names none."""
    words = [w.strip(".,;:!?").lower() for w in action.split()]
    return next((w for w in words if len(w) > 2 and prop(w).name != "thing"), words[-1] if words else "thing")


def _side(lead: Character, cast: Sequence[Character]) -> int:
    """The side of the picture that belongs to somebody, -1 left or 1 right: it stays theirs from shot to shot, so that two who talk look at each other."""
    if len(cast) > 1:
        return -1 if sorted(c.id for c in cast).index(lead.id) % 2 == 0 else 1
    digits = "".join(c for c in lead.id if c.isdigit())
    return -1 if (int(digits) if digits else _dice(lead.id)) % 2 else 1


def _turned(shot: Shot, cast: Sequence[Character]) -> int:
    """The side the light must come from (-1, 1), so that the face of a single close shot looks into it; 0 leaves it to the place."""
    close = shot.size in ("MCU", "CU", "ECU") or (shot.size == "MS" and len(cast) == 1)
    return -_side(_lead(shot, cast), cast) if cast and close else 0


def _lead(shot: Shot, cast: Sequence[Character]) -> Character:
    """Whom the shot is about: the first who speaks in it, else the first named."""
    speaking = [line.speaker for line in shot.lines]
    return next((c for id in speaking for c in cast if c.id == id), cast[0])


def _staged(scene: Scene, location: Location, size: tuple[int, int], light_from: int) -> Stage:
    """An empty stage with its palette and light."""
    airless, inside = location.backdrop in backdrops.AIRLESS, location.backdrop in backdrops.INDOORS
    weather = "clear" if airless else scene.weather
    pal = palette(scene.mood, scene.time_of_day, weather)
    place = _dice(location.id, location.name, location.backdrop)
    side = light_from or (1 if place % 2 else -1)
    stage = Stage(size, indoors(pal) if inside else pal, np.random.default_rng(place), scene.time_of_day, weather, scene.mood, Light(0, 0, pal.light), inside)
    stage.outdoors = pal
    high = {"dawn": 0.46, "day": 0.2, "dusk": 0.44, "night": 0.23}[scene.time_of_day]
    strong = {"clear": 1.0, "wind": 0.92, "snow": 0.6, "rain": 0.36, "storm": 0.32, "fog": 0.45}[weather]
    stage.light = Light(stage.x(0.5 + side * 0.25), stage.y(high), pal.light, strong, weather in ("clear", "wind", "snow"))
    return stage


# ---------------------------------------------------------------- the backdrop through the lens


def _come_closer(stage: Stage, shot: Shot, rng: Rng, seed: int) -> None:
    """Bring the backdrop as near as the shot's size and lens ask, and out of focus; quiet neighbours become one layer."""
    zoom = max(1.0, CLOSER[shot.size] * min(1.3, max(0.92, (shot.lens_mm / 35) ** 0.22)))
    spread = 0.0 if shot.size == "EWS" else 0.1 if shot.size in WIDE else 0.2
    fx = stage.w * (0.5 + float(rng.uniform(-spread, spread)))
    fy = stage.h * {"EWS": 0.6, "WS": 0.72, "FS": 0.74, "MS": 0.5, "MCU": 0.46, "CU": 0.46, "ECU": 0.46, "INSERT": 0.62}[shot.size]
    soft = SOFT[shot.size] * stage.unit * (1.15 if shot.lens_mm > 60 else 1.0)
    keep = []
    for layer in stage.layers:
        if zoom > 1.3 and (layer.depth > 0.86 or layer.life.glitter and zoom > 1.9):
            continue
        moved = _enlarged(layer, stage, zoom, fx, fy)
        if moved is not None:
            focus = soft * (1.1 - 0.45 * min(1.0, layer.depth))
            moved.plates = [plate.blurred(focus) for plate in moved.plates]
            keep.append(moved)
    stage.layers = _merged(keep, 0.16 if shot.size in WIDE else 0.45)
    light = stage.light
    stage.light = replace(light, x=fx + (light.x - fx) * zoom, y=fy + (light.y - fy) * zoom)
    stage.closer = zoom


def _enlarged(layer: Layer, stage: Stage, zoom: float, fx: float, fy: float) -> Layer | None:
    """A layer scaled about the focus and cut to the stage; None if nothing of it is left."""
    if zoom <= 1.001:
        return layer
    plate = layer.plates[0]
    x0, y0 = fx + (layer.x - fx) * zoom, fy + (layer.y - fy) * zoom
    left, top = max(0, math.floor(x0)), max(0, math.floor(y0))
    right, bottom = min(stage.w, math.ceil(x0 + plate.width * zoom)), min(stage.h, math.ceil(y0 + plate.height * zoom))
    if right - left < 2 or bottom - top < 2:
        return None
    way = np.array([[zoom, 0, x0 - left], [0, zoom, y0 - top]])
    size = (right - left, bottom - top)
    edge = cv2.BORDER_REPLICATE
    plates = [
        Plate.of(
            cv2.warpAffine(p.rgb, way, size, borderMode=edge),
            cv2.warpAffine(p.alpha, way, size, borderMode=edge if p.alpha.min() == 255 else cv2.BORDER_CONSTANT),
        )
        for p in layer.plates
    ]
    if not plates[0].alpha.any():
        return None
    life = layer.life
    grown = replace(
        life,
        drift=(life.drift[0] * zoom, life.drift[1] * zoom),
        sway=(life.sway[0] * zoom, life.sway[1] * zoom),
        travel=(life.travel[0] * zoom, life.travel[1] * zoom),
    )
    if life.drift[0] and plate.width != right - left:
        grown = replace(grown, drift=(0.0, 0.0), sway=(life.drift[0] * zoom * 1.2, grown.sway[1]), period_s=9.0)
    return Layer(plates, left, top, layer.depth, grown)


def _merged(layers: list[Layer], within: float) -> list[Layer]:
    """Layers that do not live, painted into the one below if it is about as deep: fewer to move in every frame."""
    out: list[Layer] = []
    for layer in layers:
        below = out[-1] if out else None
        if below is not None and layer.life == STILL and below.life == STILL and len(layer.plates) == 1 and layer.depth - below.depth < within:
            x, y = min(below.x, layer.x), min(below.y, layer.y)
            right = max(below.x + below.plates[0].width, layer.x + layer.plates[0].width)
            bottom = max(below.y + below.plates[0].height, layer.y + layer.plates[0].height)
            if (x, y) == (below.x, below.y) and right - x == below.plates[0].width and bottom - y == below.plates[0].height:
                below.plates[0].over(layer.plates[0], layer.x - x, layer.y - y)
            else:
                joined = Plate(right - x, bottom - y)
                joined.rgb[:] = layer.plates[0].rgb.reshape(-1, 3).mean(0).astype(np.uint8)
                joined.over(below.plates[0], below.x - x, below.y - y)
                joined.over(layer.plates[0], layer.x - x, layer.y - y)
                out[-1] = Layer([joined], x, y, below.depth, STILL)
            continue
        out.append(layer)
    return out


# ---------------------------------------------------------------- the cast


@dataclass(frozen=True)
class Mark:
    """Where somebody stands: x and the feet's y in stage pixels, pixels a metre, which way they face, the depth of their layer."""

    x: float
    y: float
    metre: float
    facing: int
    depth: float


def _tallness(look: Look) -> float:
    """Metres from foot to crown."""
    if look.species in FOUR_LEGGED or look.species in ("bird", "fish"):
        return animal_metres(look)
    return METRES[look.age] * {"creature": 1.3, "robot": 1.02}.get(look.species, 1.0)


def _head_metres(look: Look) -> float:
    if look.species in FOUR_LEGGED or look.species in ("bird", "fish"):
        return animal_metres(look) * 0.42
    return _tallness(look) / build_of(look).tall


def _place_cast(stage: Stage, shot: Shot, scene: Scene, cast: Sequence[Character], rng: Rng) -> None:
    """Everybody on their mark, those who talk turned to each other, then the props."""
    if not cast:
        _set_props(stage, shot, None, stage.unit * 0.3, rng)
        return
    lead = _lead(shot, cast)
    people = [lead, *(c for c in cast if c.id != lead.id)]
    over_shoulder = len(people) > 1 and shot.size in ("MCU", "CU")
    seen = people[:1] if over_shoulder or shot.size == "ECU" else people
    looks = [look_of(c) for c in seen]
    marks = _marks(stage, shot, people, looks, rng)
    speaking = {line.speaker for line in shot.lines}
    lead_figure: Figure | None = None
    for character, look, mark in sorted(zip(seen, looks, marks, strict=True), key=lambda m: m[2].depth):
        pose = _pose(shot, character, look, leading=character.id == lead.id, alone=len(seen) == 1)
        figure = _enter(stage, shot, look, pose, mark, speaks=character.id in speaking)
        if character.id == lead.id:
            lead_figure = figure
    if over_shoulder:
        _shoulder(stage, look_of(people[1]), marks[0], rng)
    _set_props(stage, shot, lead_figure, marks[0].metre, rng)


def _pose(shot: Shot, character: Character, look: Look, *, leading: bool, alone: bool) -> Pose:
    """What somebody does: the action's verb for the lead and for whoever it names; the others stand and watch."""
    if not leading and character.name.lower() not in shot.action.lower():
        return named("stand")
    pose = pose_for(shot.action, character.name)
    held = bool(shot.props) and prop(shot.props[0]).stands == "hand"
    if leading and held and pose.name in ("stand", "up", "bow"):
        pose = named("hold")
    if shot.size in ("CU", "ECU") and look.species not in FOUR_LEGGED:
        pose = replace(named("stand"), head=pose.head * 0.6, name="stand")
    elif shot.size in ("MS", "MCU") and (pose.gait or pose.flat or pose.name in ("sit", "kneel")):
        pose = replace(pose, flat=False, name=pose.name) if pose.gait else replace(named("hold" if held else "stand"), head=pose.head)
    return pose


def _is_beast(look: Look) -> bool:
    return look.species in FOUR_LEGGED or look.species in ("bird", "fish")


def _marks(stage: Stage, shot: Shot, cast: Sequence[Character], looks: list[Look], rng: Rng) -> list[Mark]:
    """Marks for up to four, the lead first."""
    n, size, h = len(looks), shot.size, stage.picture[1]
    metre = _metre(stage, size, looks)
    sides = _sides(stage, size, cast)[:n]
    shares = _shares(sides, size, stage, rng)
    middle = sum(shares) / n
    out = []
    for i, (look, share) in enumerate(zip(looks, shares, strict=True)):
        facing = -sides[0] if n == 1 else 1 if share < middle else -1
        scale = metre * (1 - 0.05 * i)
        least = 0.17 * h * TALL.get(size, 1.0)
        if i and _tallness(look) * scale < least:
            scale = least / _tallness(look)
        out.append(Mark(stage.x(share), _feet(stage, looks, look, size, scale, i), scale, facing, 1.0 - 0.03 * i))
    return out


def _metre(stage: Stage, size: ShotSize, looks: list[Look]) -> float:
    """Pixels a metre takes, so that the shot's size is kept."""
    n, lead = len(looks), looks[0]
    h, narrow = stage.picture[1], min(1.0, stage.aspect / 1.5)
    tallest = max(_tallness(look) for look in looks)
    if size in WIDE:
        against = tallest * 1.25 if _is_beast(lead) and n == 1 else max(tallest, 1.74 if n > 1 else 1.25)
        return h * TALL[size] / against * (1.0 if n == 1 else 0.5 + 0.5 * narrow)
    if size == "MS" and any(_is_beast(look) for look in looks):
        return h * (0.8 if n > 1 else 0.62) / tallest
    metre = h * HEAD[size] / _head_metres(lead) * (0.72 + 0.28 * narrow) * (0.84 if n > 1 else 1.0)
    return metre * 0.8 if _is_beast(lead) and size == "MCU" else metre


def _sides(stage: Stage, size: ShotSize, cast: Sequence[Character]) -> list[int]:
    """Which side each stands on: alone in a wide shot away from the light, else each on the side that is theirs."""
    if len(cast) == 1 and size in WIDE:
        return [-stage.lit]
    return [_side(c, cast) for c in cast]


def _shares(sides: list[int], size: ShotSize, stage: Stage, rng: Rng) -> list[float]:
    """Places across the picture, the lead first: thirds, with room to look into."""
    n = len(sides)
    if n == 1:
        off = {"EWS": 0.16, "WS": 0.16, "FS": 0.13, "MS": 0.12, "MCU": 0.1, "CU": 0.075, "ECU": 0.03}.get(size, 0.1)
        return [0.5 + sides[0] * off * min(1.0, 0.35 + stage.aspect * 0.4) + float(rng.uniform(-0.02, 0.02))]
    half = {"EWS": 0.07, "WS": 0.14, "FS": 0.2, "MS": 0.2}.get(size, 0.22) * (1.0 if stage.aspect > 1.2 else 1.15)
    steps = {-1: 0, 1: 0}
    out = []
    for side in sides:
        out.append(0.5 + side * half * (1.0 + 0.72 * steps[side] if n > 2 else 1.0))
        steps[side] += 1
    return out


def _feet(stage: Stage, looks: list[Look], look: Look, size: ShotSize, metre: float, i: int) -> float:
    """The y of the feet: on the ground in wide shots, else so that the head sits well."""
    lift = stage.picture[1] * 0.2 if look.species == "fish" else 0.0
    if size in WIDE:
        return stage.y(FEET[size] - 0.012 * i) - lift
    if size == "MS" and any(_is_beast(other) for other in looks):
        return stage.y(0.955 - 0.012 * i) - lift
    crown = {"MS": 0.17, "MCU": 0.14, "CU": 0.17, "ECU": -0.02}.get(size, 0.15)
    if stage.aspect < 0.8:
        crown += 0.1
    if look.hat and size != "ECU":
        crown += 0.045
    return stage.y(crown + 0.02 * i) + _tallness(look) * metre


def _enter(stage: Stage, shot: Shot, look: Look, pose: Pose, mark: Mark, *, speaks: bool) -> Figure:
    """Draw somebody on their mark, all drawings of their movement, with shadow, light, blinks and speech."""
    moving = shot.size in ("EWS", "WS", "FS", "MS")
    poses = drawings(pose, 8 if pose.gait > 35 else 10) if moving else [pose]
    figures = [_drawn(stage, look, p, mark) for p in poses]
    first = figures[0]
    for figure in figures:
        side = (stage.light.x - figure.head[0], min(-0.25 * stage.unit, stage.light.y - figure.head[1]))
        relief(figure.plate, stage.pal, side, figure.breadth, strength=max(0.45, stage.light.strength), light=stage.light.colour)
        figure.plate.rgb = figure.plate.textured(1.4, 1).rgb
        _cut(figure)
    if shot.size in WIDE and look.species not in ("ghost", "fish") and not pose.air:
        _shadow(stage, first, mark)
        if pose.name == "sit" and not _is_beast(look):
            _seat(stage, look, mark)
    step = mark.metre * (1.25 if pose.gait > 35 else 0.62) * shot.duration_s * mark.facing if pose.gait and moving else 0.0
    limit = stage.picture[0] * (0.3 if shot.size in ("EWS", "WS") else 0.16)
    travel = max(-limit, min(limit, step))
    shift = -travel * 0.5
    phase = (look.dice % 97) / 97
    life = Life(
        sway=(mark.metre * 0.003, mark.metre * (0.05 if look.species in ("ghost", "fish") else 0.0015)), period_s=3.4 if not pose.gait else 2.0, phase=phase, breathe=0.004 if shot.size in WIDE else 0.0,
        travel=(travel, 0.0), drawings_per_s=0.0 if len(figures) == 1 else 14.0 if pose.gait > 35 else 10.0 if pose.gait else 6.0,
    )  # fmt: skip
    layer = Layer(
        [f.plate for f in figures],
        round(first.x + shift),
        first.y,
        mark.depth,
        life,
        foot=(mark.x + shift, mark.y),
        corners=[(round(f.x + shift), f.y) for f in figures],
    )
    stage.layers.append(layer)
    if not moving or len(figures) == 1:
        _alive(stage, first, layer, speaks)
    return first


def _drawn(stage: Stage, look: Look, pose: Pose, mark: Mark) -> Figure:
    canvas = (stage.w, stage.h)
    if look.species in FOUR_LEGGED or look.species in ("bird", "fish"):
        return draw_animal(look, pose, stage.pal, canvas, mark.x, mark.y, _tallness(look) * mark.metre, mark.facing)
    return draw_figure(look, pose, stage.pal, canvas, mark.x, mark.y, _tallness(look) * mark.metre / build_of(look).tall, mark.facing)


def _cut(figure: Figure) -> None:
    """Keep only what is painted."""
    figure.plate, dx, dy = figure.plate.cropped()
    figure.x, figure.y = figure.x + dx, figure.y + dy


def _shadow(stage: Stage, figure: Figure, mark: Mark) -> None:
    """The shadow on the ground, drawn out away from the light."""
    w, h = max(6, round(figure.plate.width * 1.15)), max(4, round(figure.breadth * 0.34))
    mask = drop_shadow(w, h, 0.42 if stage.light.strength > 0.5 else 0.3)
    plate = Plate(w, h, stage.pal.ink)
    plate.alpha = mask
    plate.fill(stage.pal.ink)
    stage.layers.append(Layer([plate], round(mark.x - w / 2 - stage.lit * figure.breadth * 0.35), round(mark.y - h * 0.55), mark.depth - 0.012))


def _seat(stage: Stage, look: Look, mark: Mark) -> None:
    """What somebody sits on: a stool in a room, a stone out of doors."""
    high = (build_of(look).shin + 0.08) * _tallness(look) * mark.metre / build_of(look).tall
    plate = stage.plate()
    if stage.interior:
        paint(plate, shapes("furniture")["stool"], mark.x - mark.facing * high * 0.1, mark.y, high, stage.pal)
    else:
        paint(plate, shapes("scenery")["rock"], mark.x - mark.facing * high * 0.2, mark.y, high, stage.pal)
    cut, x, y = plate.cropped()
    relief(cut, stage.pal, (stage.lit, -0.7), high * 0.8, light=stage.light.colour, strength=0.7)
    stage.layers.append(Layer([cut], x, y, mark.depth - 0.01))


def _alive(stage: Stage, figure: Figure, layer: Layer, speaks: bool) -> None:
    """Blinking, and the mouth moving with speech, as small patches that come and go with the head."""
    if figure.u < stage.picture[1] * 0.09 or figure.eye is None or figure.mouth is None:
        return
    u, f = figure.u, figure.facing
    skin = _skin_at(figure, figure.eye, (-0.02 * f, 0.09))
    lid = Plate(stage.w, stage.h, skin)
    x, y = figure.eye
    lid.poly(
        smooth(
            [(x - f * 0.1 * u, y), (x, y - 0.06 * u), (x + f * 0.075 * u, y - 0.03 * u), (x + f * 0.06 * u, y + 0.035 * u), (x - f * 0.02 * u, y + 0.045 * u)]
        ),
        skin,
    )
    lid.stroke(
        smooth([(x - f * 0.1 * u, y + 0.005 * u), (x - f * 0.01 * u, y + 0.045 * u), (x + f * 0.07 * u, y + 0.02 * u)], closed=False),
        0.022 * u,
        mix(skin, stage.pal.ink, 0.75),
    )
    _patch(
        stage,
        lid,
        layer,
        Life(sway=layer.life.sway, period_s=layer.life.period_s, phase=layer.life.phase, breathe=layer.life.breathe, gate=(3.1, 0.05, 0.3 + layer.life.phase)),
    )
    if speaks:
        mouth = Plate(stage.w, stage.h, mix(skin, stage.pal.ink, 0.7))
        mx, my = figure.mouth
        mouth.poly(circle(mx - f * 0.03 * u, my + 0.012 * u, 0.05 * u, 0.026 * u, 24), mix(stage.dim((96, 40, 40)), skin, 0.15))
        for k, gate in enumerate(((0.42, 0.42, 0.1), (0.29, 0.35, 0.4))):
            _patch(stage, mouth, layer, replace(layer.life, gate=gate, drawings_per_s=0.0, travel=(0.0, 0.0)), k * 0.0005)


def _skin_at(figure: Figure, point: tuple[float, float], off: tuple[float, float]) -> tuple[float, float, float]:
    """The colour painted near a point of the face, light and shade included."""
    x = int(np.clip(point[0] + off[0] * figure.u - figure.x, 0, figure.plate.width - 1))
    y = int(np.clip(point[1] + off[1] * figure.u - figure.y, 0, figure.plate.height - 1))
    r, g, b = figure.plate.rgb[y, x]
    return float(r), float(g), float(b)


def _patch(stage: Stage, plate: Plate, over: Layer, life: Life, above: float = 0.0) -> None:
    cut, x, y = plate.cropped()
    stage.layers.append(Layer([cut], x, y, over.depth + 0.001 + above, life, foot=over.foot))


def _shoulder(stage: Stage, look: Look, mark: Mark, rng: Rng) -> None:
    """The other of two who talk, from behind, dark and out of focus at the edge of the picture."""
    side = mark.facing
    metre = mark.metre * 1.55
    near = Mark(stage.x(0.5 + side * (0.53 if stage.aspect > 1.2 else 0.6)), 0, metre, -side, 1.35)
    tall = _tallness(look) * metre
    near = replace(near, y=stage.y(0.16 if stage.aspect > 1 else 0.3) + tall)
    figure = _drawn(stage, look, named("stand"), near)
    ink = mix(stage.pal.ink, stage.pal.near, 0.5)
    figure.plate.tint(np.full(figure.plate.alpha.shape, 1, np.float32), ink, 0.86)
    relief(figure.plate, stage.pal, (stage.light.x - figure.head[0], -stage.unit * 0.3), figure.breadth, strength=0.6, light=stage.light.colour)
    _cut(figure)
    stage.layers.append(
        Layer([figure.plate.blurred(stage.unit * 0.012)], figure.x, figure.y, 1.35, Life(sway=(stage.unit * 0.004, stage.unit * 0.002), period_s=4.4))
    )


# ---------------------------------------------------------------- props


def _set_props(stage: Stage, shot: Shot, holder: Figure | None, metre: float, rng: Rng) -> None:
    """The first two props: in the hand, on the ground, on the water, in the air."""
    for i, noun in enumerate(shot.props[:2]):
        d = prop(noun)
        plate = stage.plate()
        if holder is not None and d.stands in ("hand", "table") and i == 0:
            _held(stage, plate, d, shot, holder, metre)
        else:
            _standing(stage, plate, d, shot, holder, metre, i, rng)


def _held(stage: Stage, plate: Plate, d: Drawing, shot: Shot, holder: Figure, metre: float) -> None:
    h = min(max(prop_height(d, metre), stage.picture[1] * {"EWS": 0.03, "WS": 0.05, "FS": 0.075}.get(shot.size, 0.15)), stage.picture[1] * 0.34)
    x, y = holder.hand
    if shot.size in ("MCU", "CU", "ECU") or y > stage.y(1.0):
        x, y = holder.head[0] + holder.facing * stage.unit * 0.2, stage.y(0.985)
        h = stage.picture[1] * 0.26
    low, high = d.bounds()[1], d.bounds()[3]
    paint(plate, d, x + holder.facing * h * 0.08, y + h * (0.22 + low), h, stage.pal, flip=holder.facing < 0, accent=(206, 74, 66))
    del high
    _leave(stage, plate, d, 1.02, (x, y), h)


def _standing(stage: Stage, plate: Plate, d: Drawing, shot: Shot, holder: Figure | None, metre: float, i: int, rng: Rng) -> None:
    ph = stage.picture[1]
    h = min(max(d.tall * metre, ph * {"EWS": 0.05, "WS": 0.08, "FS": 0.12}.get(shot.size, 0.2)), ph * 0.62)
    side = (holder.facing if holder else stage.lit) * (1 if i == 0 else -1)
    base = holder.foot[0] if holder else stage.x(0.5 - stage.lit * 0.1)
    gap = (0.7 * metre if holder else 0) + (d.bounds()[2] - d.bounds()[0]) * h * 0.5
    x = float(np.clip(base + side * gap, stage.x(0.08), stage.x(0.92)))
    y = stage.y(FEET.get(shot.size, 1.0) - 0.005)
    life = Life()
    if d.stands == "air":
        y, h = stage.y(0.4), max(h, ph * 0.16)
        x = float(np.clip(base + side * 0.28 * ph, stage.x(0.12), stage.x(0.88)))
        life = Life(sway=(stage.unit * 0.018, stage.unit * 0.014), period_s=3.7)
        if holder is not None and d.name in ("kite", "balloon"):
            string = smooth([holder.hand, ((holder.hand[0] + x) / 2, (holder.hand[1] + y) / 2 + stage.unit * 0.06), (x, y)], closed=False)
            plate.stroke(string, max(1.0, stage.unit * 0.002), mix(stage.pal.light, stage.pal.near, 0.4), 0.9)
    elif d.stands == "water":
        y = stage.y(0.86)
        life = Life(sway=(stage.unit * 0.003, stage.unit * 0.005), period_s=3.9)
    elif d.stands == "wall":
        y, h = stage.y(0.46), min(h, ph * 0.2)
    paint(plate, d, x, y, h, stage.pal, flip=side < 0, accent=(206, 74, 66), main=(170, 84, 72))
    _leave(stage, plate, d, 0.985 if d.stands != "air" else 0.9, (x, y - h * 0.6), h, life)


def _leave(stage: Stage, plate: Plate, d: Drawing, depth: float, at: tuple[float, float], h: float, life: Life = STILL) -> None:
    """Light a prop and leave it; a lamp gets its glow."""
    if not plate.alpha.any():
        return
    cut, x, y = plate.cropped(4)
    relief(cut, stage.pal, (stage.light.x - at[0], -stage.unit * 0.4), h * 0.4, strength=0.7, light=stage.light.colour, floor=0.2)
    stage.layers.append(Layer([cut], x, y, depth, life))
    if d.glows:
        halo(stage, at[0], at[1] - h * 0.25, max(0.1, h / stage.unit * 0.9), depth + 0.005, 0.55, (255, 214, 150), 0.14)
