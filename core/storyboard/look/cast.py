"""The cast of a shot: everybody posed, drawn, lit and brought to life on their mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.storyboard.look.animals import ANIMALS, afloat, beast_named, draw_animal, in_the_air, kind_of
from core.storyboard.look.canvas import Plate, Rng, circle, mix, smooth
from core.storyboard.look.deeds import brought, launch, put_up, stood, suited, wade
from core.storyboard.look.dressing import set_props
from core.storyboard.look.figure import Figure, draw_figure
from core.storyboard.look.framing import AIM, IN_BOWL, WIDE, Mark, bowled, dice_of, is_beast, lead_of, marks_for, tallness
from core.storyboard.look.poses import TOGETHER, Pose, doing, drawings, named, pose_for
from core.storyboard.look.props import prop
from core.storyboard.look.relief import drop_shadow, relief
from core.storyboard.look.rides import Ride, behind_glass, head_in_window, mounted, paint_ride, pedalling, perched, ride_of, sits_on
from core.storyboard.look.shapes import drawings as shapes
from core.storyboard.look.shapes import paint
from core.storyboard.look.skeleton import build_of
from core.storyboard.look.stage import Layer, Life, Stage
from core.storyboard.look.wardrobe import Look, look_of
from core.storyboard.look.water import SURFACE, bowl, submerge, surface
from core.writing.script import Character, Scene, Shot, ShotSize

LOW = 0.55
"""Who is less than this share of somebody's height is under the picture when that one's face is seen: nobody looks over a frog's shoulder."""
MUZZLE = 0.27
"""How far into the picture a beast reaches that stands before the camera, as a share of its width."""


ABOARD = 0.12
"""How many metres over the water somebody in a boat has their feet."""


def place_cast(stage: Stage, shot: Shot, scene: Scene, cast: Sequence[Character], rng: Rng) -> None:
    """Everybody on their mark, those who talk turned to each other, then the props."""
    if not cast:
        set_props(stage, shot, None, stage.unit * 0.3, rng)
        return
    if shot.size in AIM:
        stage.pal = replace(stage.pal, dark=stage.pal.dark * 0.78)  # a face close by is lit to be read
    lead = lead_of(shot, cast)
    people = [lead, *(c for c in cast if c.id != lead.id)]
    over_shoulder = len(people) > 1 and shot.size in ("MCU", "CU")
    seen = people[:1] if over_shoulder or shot.size == "ECU" else people
    looks = [look_of(c) for c in seen]
    ride = ride_of(shot) if shot.size in WIDE and not stage.interior else None
    poses = _with_each_other(
        shot, seen, looks, [_pose(shot, character, look, leading=character.id == lead.id) for character, look in zip(seen, looks, strict=True)]
    )
    if shot.size in WIDE and any(pose.name == "row" for pose in poses):
        ride = Ride("boat", re.search(r"\b(?:stops|rests|waits)\b", shot.action) is None)
    rides = [
        ride if ride and (not is_beast(look) or ride.kind == "bicycle") and look.species != "ghost" and sits_on(shot, character.name, pose) else None
        for character, look, pose in zip(seen, looks, poses, strict=True)
    ]
    apart = _joined(people, looks, poses)
    marks = marks_for(stage, shot, people, looks, rng, rides, apart)
    speaking = {line.speaker for line in shot.lines}
    lead_figure: Figure | None = None
    for character, look, pose, ridden, mark in sorted(zip(seen, looks, poses, rides, marks, strict=True), key=lambda m: m[4].depth):
        at = _aimed(stage, look, pose, stood(stage, shot.size, pose, mark), shot.size)
        figure = _enter(stage, shot, look, _unmounted(stage, shot, character, look, pose, ridden), at, speaks=character.id in speaking, ride=ridden)
        if character.id == lead.id:
            lead_figure = figure
    if over_shoulder and not (stage.aspect < 0.8 and shot.size == "CU") and tallness(look_of(people[1])) > LOW * tallness(looks[0]):
        _shoulder(stage, look_of(people[1]), marks[0], rng)
    doing_it = poses[0]
    set_props(
        stage,
        shot.model_copy(update={"props": brought(shot, doing_it)}) if shot.size in (*WIDE, "MS") else shot,
        lead_figure,
        marks[0].metre * min(1.0, max(0.4, tallness(looks[0]) / 0.8)) if is_beast(looks[0]) else marks[0].metre,
        rng,
        {each.kind for each in rides if each} | {thing[0] for thing in doing_it.things} | _beasts_of(shot, looks),
    )


def _beasts_of(shot: Shot, looks: Sequence[Look]) -> set[str]:
    """The nouns of the shot's props that are one of the cast: the dog is not drawn a second time as a thing."""
    kinds = {kind_of(look) for look in looks if is_beast(look)}
    return {noun.lower() for noun in shot.props if (beast := beast_named(noun)) and kind_of(beast) in kinds}


def _with_each_other(shot: Shot, seen: Sequence[Character], looks: Sequence[Look], poses: list[Pose]) -> list[Pose]:
    """The poses of two people of whom the lead dances, embraces or fights, and the other does nothing else: they do it with each other."""
    if len(poses) != 2 or poses[0].name not in TOGETHER or any(is_beast(look) for look in looks):
        return poses
    other = doing(shot.action, seen[1].name) if seen[1].name.lower() in shot.action.lower() else ""
    if other not in ("", poses[0].name):
        return poses
    return [named(TOGETHER[poses[0].name][0])] * 2


def _joined(people: Sequence[Character], looks: Sequence[Look], poses: Sequence[Pose]) -> float:
    """How many metres two who do something with each other stand from the middle between them; 0 for all others."""
    same = len(people) == len(poses) == 2 and poses[0].name == poses[1].name and not any(is_beast(look) for look in looks)
    return next((apart for pose, apart in TOGETHER.values() if same and pose == poses[0].name), 0.0)


def _pose(shot: Shot, character: Character, look: Look, *, leading: bool) -> Pose:
    """What somebody does: the action's verb for the lead and for whoever it names; the others talk, or stand and listen."""
    acts = leading or character.name.lower() in shot.action.lower()
    pose = suited(pose_for(shot.action, character.name, (*shot.props, character.look)), shot, look) if acts else named("stand")
    d = prop(shot.props[0]) if shot.props else None
    held = d is not None and d.stands == "hand" and d.name != "thing"
    if leading and held and pose.name in ("stand", "up", "bow"):
        pose = named("hold")
    if is_beast(look):
        return pose
    if shot.size in ("CU", "ECU"):
        return replace(named("stand"), head=pose.head * 0.6)
    if shot.size in ("MS", "MCU") and (pose.flat or pose.seated or pose.name in ("kneel", "ride")):
        return replace(named("hold" if leading and held else "stand"), head=pose.head)
    if pose.name == "stand" and shot.size in ("WS", "FS", "MS"):
        return named(_manner(shot, character, look))
    return pose


def _manner(shot: Shot, character: Character, look: Look) -> str:
    """How somebody stands who does nothing else: a speaker's hand moves; a listener may fold the arms."""
    if any(line.speaker == character.id for line in shot.lines):
        return "talk"
    return ("stand", "folded", "stand", "hips")[dice_of(shot.id, character.id, shot.seed) % 4] if look.age != "child" else "stand"


def _aimed(stage: Stage, look: Look, pose: Pose, mark: Mark, size: ShotSize) -> Mark:
    """In close shots the mark moved so that the head, not the feet, is where it should be."""
    if size not in AIM:
        return mark
    head = _drawn(stage, look, pose, mark, (2, 2)).head
    drop = 0.03 if look.hat and size != "ECU" else 0.0
    return replace(mark, x=mark.x * 2 - head[0], y=mark.y + stage.y(AIM[size] + drop + (0.03 if stage.aspect < 0.8 else 0.0)) - head[1])


def _unmounted(stage: Stage, shot: Shot, character: Character, look: Look, pose: Pose, ride: Ride | None) -> Pose:
    """Whoever rides something that is not drawn sits where there are seats, and else stands: nobody rides a stone."""
    if pose.name != "ride" or ride:
        return pose
    if is_beast(look):
        return named("walk")
    return named("sit") if stage.interior and shot.size in WIDE else named(_manner(shot, character, look))


def _enter(stage: Stage, shot: Shot, look: Look, pose: Pose, mark: Mark, *, speaks: bool, ride: Ride | None = None) -> Figure:
    """Draw somebody on their mark, all drawings of their movement, with what they ride, shadow, light, blinks and speech."""
    moving = shot.size in ("EWS", "WS", "FS", "MS")
    figures = _figures(stage, look, pose, mark, moving=moving, ride=ride)
    first = figures[0]
    for figure in figures:
        side = (stage.light.x - figure.head[0], min(-0.25 * stage.unit, stage.light.y - figure.head[1]))
        relief(figure.plate, stage.pal, side, figure.breadth, strength=max(0.45, stage.light.strength), light=stage.light.colour)
        figure.plate.rgb = figure.plate.textured(1.4, 1).rgb
        _cut(figure)
    ridden = paint_ride(stage, ride, look, mark.x, mark.y, mark.metre, mark.facing) if ride else None
    wide = max([ridden[0].width if ridden else 0, *(figure.plate.width for figure in figures)])
    wet = pose.name in ("swim", "tread") and not afloat(look)
    if pose.name == "climb" and not is_beast(look):
        put_up(stage, shot, mark, first)
    elif shot.size in WIDE and look.species != "ghost" and not afloat(look) and not pose.air and not wet and not (ride and ride.kind == "boat"):
        _shadow(stage, ridden[0].width if ridden else first.plate.width, first.breadth, mark)
        if pose.seated and not ride and not is_beast(look):
            _seat(stage, look, mark)
    goes = 0.0 if bowled(stage, look) else _metres_per_s(pose, ride)
    limit = stage.picture[0] * (0.3 if shot.size in ("EWS", "WS") else 0.16)
    if ride or is_beast(look):
        limit = min(limit, max(0.0, 0.9 * stage.picture[0] - wide))
    travel = max(-limit, min(limit, mark.metre * goes * shot.duration_s * mark.facing if moving else 0.0))
    shift = -travel * 0.5
    if moving and (ride or is_beast(look)):  # close by they are framed by the head
        shift += _kept(stage, min([*(f.x for f in figures), *([ridden[1]] if ridden else [])]) + shift, wide, travel)
    phase = (look.dice % 97) / 97
    rise = 0.05 if look.species == "ghost" or afloat(look) or in_the_air(look) else 0.0015
    rate = 0.0 if len(figures) == 1 else _drawings_per_s(pose, ride, len(figures))
    life = Life(
        sway=(mark.metre * (pose.sway[0] or 0.003), mark.metre * max(rise, pose.sway[1])),
        period_s=pose.beat_s or (2.0 if pose.gait else 3.4),
        phase=0.0 if pose.sway[0] else phase,  # who dance with each other go the same way
        breathe=0.004 if shot.size in WIDE and not ride and not wet else 0.0,
        travel=(travel, -mark.metre * min(0.9, 0.22 * shot.duration_s) if pose.name == "climb" and not is_beast(look) else 0.0),
        drawings_per_s=rate,
    )
    if wet:
        wade(stage, shot.size, look, pose, mark, figures, life, shift)
    if ride and ride.kind == "boat":
        launch(stage, mark, figures, life, shift)
    if afloat(look) and not ride and (moving or shot.size in WIDE):
        _in_water(stage, look, mark, figures, life, shift)
    layer = Layer(
        [f.plate for f in figures],
        round(first.x + shift),
        first.y,
        mark.depth,
        life,
        foot=(mark.x + shift, mark.y),
        corners=[(round(f.x + shift), f.y) for f in figures],
        head=(first.head[0] + shift, first.head[1]),
    )
    stage.layers.append(layer)
    if ridden:
        under = replace(life, drawings_per_s=0.0)
        before = 0.002 if ride and ride.kind == "boat" else -0.003
        stage.layers.append(Layer([ridden[0]], round(ridden[1] + shift), ridden[2], mark.depth + before, under, foot=layer.foot, head=layer.head))
    if not moving or len(figures) == 1:
        _alive(stage, first, layer, speaks)
    return first


def _metres_per_s(pose: Pose, ride: Ride | None) -> float:
    """How fast somebody crosses the picture."""
    if ride:
        return 0.0 if not ride.moves else 0.5 if ride.kind == "boat" else 1.7
    return pose.goes or (1.25 if pose.gait > 35 else 0.62 if pose.gait else 0.35 if pose.name == "swim" else 0.0)


def _drawings_per_s(pose: Pose, ride: Ride | None, drawings: int) -> float:
    """How fast the drawings of a movement follow each other: a step of the dance, a stroke of the oars, takes its beat."""
    if ride and ride.kind != "boat":
        return 8.0
    if pose.gait:
        return 14.0 if pose.gait > 35 else 10.0
    return drawings / pose.beat_s if pose.beat_s else 4.0 if pose.name in ("climb", "row", "skate") else 6.0


def _in_water(stage: Stage, look: Look, mark: Mark, figures: list[Figure], life: Life, shift: float) -> None:
    """Water about who cannot be without it: a bowl in a room, else a surface that they look out of."""
    u = tallness(look) * mark.metre / 1.2
    if bowled(stage, look):
        stage.layers += bowl(stage, mark.x - 0.15 * u * mark.facing, mark.y, u, mark.y + stage.picture[1] * IN_BOWL, mark.depth)
        return
    y = mark.y - SURFACE * u
    if stage.open_water:  # in the sea, not on the planks or the sand before it
        shore = stage.y(stage.shore)
        down = y - min(y, shore - 0.14 * u)
        y -= down
        for figure in figures:
            figure.y, figure.head = figure.y - round(down), (figure.head[0], figure.head[1] - down)
            submerge(figure, y, u, shore)
    else:
        for figure in figures:
            submerge(figure, y, u)
    pond = 0.0 if stage.open_water else 1.5 * u + abs(life.travel[0]) * 0.5
    stage.layers += surface(stage, mark.x + shift if not pond else mark.x, y, u, mark.depth, life, pond=pond)


def _kept(stage: Stage, left: float, wide: float, travel: float) -> float:
    """How far who is long must be moved, so that nothing of them is cut off where they start and where they end."""
    low, high = left + min(0.0, travel), left + wide + max(0.0, travel)
    first, last = stage.x(0.04), stage.x(0.96)
    if high - low > last - first:
        return 0.0
    return first - low if low < first else min(0.0, last - high)


def _figures(stage: Stage, look: Look, pose: Pose, mark: Mark, *, moving: bool, ride: Ride | None) -> list[Figure]:
    """All drawings of somebody's movement, on foot or on what they ride."""
    if ride is None:
        poses = drawings(pose, 8 if pose.gait > 35 else 10) if moving else [pose]
        if moving and len(poses) == 1 and is_beast(look) and (in_the_air(look) or afloat(look) or pose.air):
            poses = [replace(pose, phase=i / 8) for i in range(8)]  # who hangs in the air beats the wings, who floats the tail
        return [_drawn(stage, look, each, mark) for each in poses]
    if is_beast(look):
        return [_drawn(stage, look, named("sit"), replace(mark, y=mark.y - perched(look, mark.metre)))]
    if ride.kind == "boat":
        return [_drawn(stage, look, each, replace(mark, y=mark.y - ABOARD * mark.metre)) for each in drawings(named("row"))]
    if ride.kind in ("bicycle", "horse"):
        head = tallness(look) * mark.metre / build_of(look).tall
        seats = pedalling(look, ride) if ride.kind == "bicycle" else [mounted(ride, look)]
        return [_drawn(stage, look, each, replace(mark, y=mark.y - lift * head)) for each, lift in seats]
    seated = replace(named("sit"), head=pose.head * 0.3)
    head_y = _drawn(stage, look, seated, mark, (2, 2)).head[1]
    figure = _drawn(stage, look, seated, replace(mark, y=mark.y + head_in_window(ride, look, mark.y, mark.metre) - head_y))
    behind_glass(figure, ride, look, mark.x, mark.y, mark.metre, mark.facing)
    return [figure]


def _drawn(stage: Stage, look: Look, pose: Pose, mark: Mark, canvas: tuple[int, int] | None = None) -> Figure:
    canvas = canvas or (stage.w, stage.h)
    if look.species in ANIMALS:
        return draw_animal(look, pose, stage.pal, canvas, mark.x, mark.y, tallness(look) * mark.metre, mark.facing)
    return draw_figure(look, pose, stage.pal, canvas, mark.x, mark.y, tallness(look) * mark.metre / build_of(look).tall, mark.facing)


def _cut(figure: Figure) -> None:
    """Keep only what is painted."""
    figure.plate, dx, dy = figure.plate.cropped()
    figure.x, figure.y = figure.x + dx, figure.y + dy


def _shadow(stage: Stage, wide: int, breadth: float, mark: Mark) -> None:
    """The shadow on the ground, drawn out away from the light."""
    w, h = max(6, round(wide * 1.15)), max(4, round(breadth * 0.34))
    mask = drop_shadow(w, h, 0.42 if stage.light.strength > 0.5 else 0.3)
    plate = Plate(w, h, stage.pal.ink)
    plate.alpha = mask
    plate.fill(stage.pal.ink)
    stage.layers.append(Layer([plate], round(mark.x - w / 2 - stage.lit * breadth * 0.35), round(mark.y - h * 0.55), mark.depth - 0.012))


def _seat(stage: Stage, look: Look, mark: Mark) -> None:
    """What somebody sits on: a stool in a room, a crate where houses stand, a stone in the wild."""
    high = (build_of(look).shin + 0.08) * tallness(look) * mark.metre / build_of(look).tall
    plate = stage.plate()
    if stage.interior:
        paint(plate, shapes("furniture")["stool"], mark.x - mark.facing * high * 0.1, mark.y, high, stage.pal)
    elif stage.paved:
        wood, x, wide = stage.dim((140, 100, 66)), mark.x - mark.facing * high * 0.15, high * 0.62
        plate.box(x - wide, mark.y - high, x + wide, mark.y, wood)
        for up in (0.31, 0.64, 0.97):
            plate.box(x - wide * 1.03, mark.y - high * up - high * 0.02, x + wide * 1.03, mark.y - high * up + high * 0.025, mix(wood, stage.pal.ink, 0.5))
        plate.box(x - wide * 1.03, mark.y - high * 1.0, x + wide * 1.03, mark.y - high * 0.9, mix(wood, stage.pal.light, 0.2))
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
    side, upright = mark.facing, stage.aspect < 1.2
    metre = mark.metre * (1.2 if upright else 1.55)
    near = Mark(stage.x(0.5 + side * (0.68 if upright else 0.53)), 0, metre, -side, 1.35)
    tall = tallness(look) * metre
    near = replace(near, y=stage.y(0.42 if upright else 0.16) + tall)
    figure = _drawn(stage, look, named("stand"), near)
    ink = mix(stage.pal.ink, stage.pal.near, 0.5)
    figure.plate.tint(np.full(figure.plate.alpha.shape, 1, np.float32), ink, 0.86)
    relief(figure.plate, stage.pal, (stage.light.x - figure.head[0], -stage.unit * 0.3), figure.breadth, strength=0.6, light=stage.light.colour)
    _cut(figure)
    if is_beast(look):  # a muzzle may not reach the face that is looked at
        inner, most = (figure.x, stage.x(1 - MUZZLE)) if side > 0 else (figure.x + figure.plate.width, stage.x(MUZZLE))
        figure.x += round(max(0.0, most - inner) if side > 0 else min(0.0, most - inner))
    stage.layers.append(
        Layer([figure.plate.blurred(stage.unit * 0.012)], figure.x, figure.y, 1.35, Life(sway=(stage.unit * 0.004, stage.unit * 0.002), period_s=4.4))
    )
