"""Riding and driving: who sits on a bicycle or a horse, or behind the window of a car, is drawn with it and moves with it.

Called by `cast` for wide shots out of doors. What somebody rides is read from the action and the props: in English, as the offline writer's are,
where it says only that somebody rides, it is a bicycle, and where somebody drives, a car; in the other languages by their plain words for it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

import numpy as np

from core.storyboard.look.animals import ANIMALS, back_metres, draw_animal, reach
from core.storyboard.look.animals import metres as animal_metres
from core.storyboard.look.canvas import Colour, Plate
from core.storyboard.look.figure import Figure
from core.storyboard.look.poses import Joint, Pose, named
from core.storyboard.look.relief import relief
from core.storyboard.look.shapes import Drawing, drawings, paint
from core.storyboard.look.skeleton import ADULT, METRES, Build, build_of, skeleton
from core.storyboard.look.stage import Stage
from core.storyboard.look.wardrobe import Look, look_of
from core.writing.script import Age, Character, Shot

RIDES = re.compile(r"\b(?:rid(?:es?|ing)|rode|pedals?|pedall?ing|cycl(?:es|ing)|gallops?|on (?:the|a|an|his|her|their|its) (?:saddle|pedals|bicycle|bike))\b", re.IGNORECASE)  # fmt: skip # noqa: E501
DRIVES = re.compile(r"\b(?:drives?|driving|drove|at the wheel|behind the wheel)\b", re.IGNORECASE)
NOT_RIDDEN = re.compile(r"\brides? (?:up|the lift|the elevator|the escalator|the tram|the train|the bus|the ferry|on the (?:bus|tram|train|ferry))\b", re.IGNORECASE)  # fmt: skip # noqa: E501
HORSE = re.compile(r"\b(?:horses?|pony|ponies|donkey|mare|stallion|on horseback)\b", re.IGNORECASE)
CARS = re.compile(r"\b(taxi|cab|bus|truck|van|lorry)\b", re.IGNORECASE)
ELSEWHERE = {
    "horse": re.compile(
        r"\b(?:reitet|reiten|zu Pferd|cabalga\w*|a caballo|chevauche\w*|à cheval|cavalga\w*|a cavalo|верхом|скачет|скачут)\b|"
        r"馬に乗|馬を駆|骑马|騎馬|骑着\S{0,4}马",
        re.IGNORECASE,
    ),
    "bicycle": re.compile(
        r"\b(?:radelt|radeln|auf dem (?:Fahr)?rad|mit dem (?:Fahr)?rad|pedalea\w*|en bici(?:cleta)?|pédale\w*|à (?:vélo|bicyclette)|pedala\w*|de bicicleta|"
        r"на велосипеде|крутит педали)\b|自転車に乗|自転車を[こ漕]|骑自行车|骑车|骑着\S{0,4}(?:自行)?车",
        re.IGNORECASE,
    ),
    "car": re.compile(
        r"\b(?:am (?:Steuer|Lenkrad)|conduce|conducen|al volante|au volant|conduit (?:la|le|une?|sa|son)|dirige|ao volante|за рул[её]м|"
        r"вед[её]т (?:машину|такси|грузовик))\b|運転し|开车|驾驶|开着\S{0,4}车",
        re.IGNORECASE,
    ),
}
"""The same in the other languages that films are written in: a script's action is in its film's language."""
KINDS = {"taxi": "taxi", "cab": "taxi", "bus": "bus", "truck": "truck", "van": "truck", "lorry": "truck"}
DRAWINGS = 8
"""Drawings of one turn of the pedals."""
CRANK, ANKLE = 0.145, 0.22
"""How far the pedals are from what they turn about, in lengths of a leg; how high an ankle stands over its pedal, in heads."""
BEAST_BICYCLE = 0.85
"""How high the bicycle of a beast is, in heights of the beast."""
BOAT = 0.95
"""Metres from the keel of a rowing boat to its stem."""
SADDLE, AXLE, BARS = (-0.24, 0.89), (0.0, 0.3), (0.4, 0.96)
"""Where the drawing of the bicycle is sat on, trodden and held, in its heights."""


@dataclass(frozen=True)
class Ride:
    """What somebody sits on or in: its kind and, of a horse, how it looks. `moves`: it goes somewhere."""

    kind: str
    moves: bool = True
    horse: Look | None = None


def ride_of(shot: Shot) -> Ride | None:
    """What is ridden or driven in this shot; None where it says nothing of the kind."""
    text = shot.action
    told = f"{text} {' '.join(shot.props)}"
    stands = re.search(r"\b(?:waits|stops|stands|sits|leans)\b", text, re.IGNORECASE) is not None
    if DRIVES.search(text):
        car = CARS.search(told)
        return Ride(KINDS[car[1].lower()] if car else "car", not stands)
    if not RIDES.search(text) or NOT_RIDDEN.search(text):
        return _ridden_elsewhere(text, told)
    if HORSE.search(told):
        return Ride("horse", not stands, look_of(Character(id="mount", name="Horse", species="horse", look=_coat(told))))
    return Ride("bicycle", not stands)


def _ridden_elsewhere(text: str, told: str) -> Ride | None:
    """What is ridden according to words that are not English; the props, plain nouns, tell a taxi from a car."""
    kind = next((kind for kind, words in ELSEWHERE.items() if words.search(text)), "")
    if kind == "horse":
        return Ride(kind, horse=look_of(Character(id="mount", name="Horse", species="horse", look="horse")))
    if kind == "car":
        car = CARS.search(told)
        return Ride(KINDS[car[1].lower()] if car else kind)
    return Ride(kind) if kind else None


def _coat(text: str) -> str:
    """What is said of the horse's colour, just before it."""
    found = re.search(r"\b(\w+) (?:horse|pony|donkey|mare|stallion)\b", text, re.IGNORECASE)
    return f"{found[1].lower()} horse" if found else "horse"


def sits_on(shot: Shot, name: str, pose: Pose) -> bool:
    """Whether it is the person of this name, in this pose, who rides: by their verb, or because they are said to be in the saddle."""
    if pose.name in ("ride", "row"):
        return True
    foreign = next((found for words in ELSEWHERE.values() if (found := words.search(shot.action))), None)
    if foreign:
        return len(shot.characters) == 1 or name.lower() in shot.action[: foreign.start()].lower()
    return (
        re.search(rf"\b{re.escape(name)}\b[^.;!?]*\bon (?:the|a|his|her|their) (?:saddle|pedals|bicycle|bike|horse)\b", shot.action, re.IGNORECASE) is not None
    )


def spread_with(ride: Ride, look: Look) -> tuple[float, float]:
    """Metres it reaches behind and before the mark of who sits on it."""
    if ride.horse:
        behind, before = reach(ride.horse)
        return behind * animal_metres(ride.horse), before * animal_metres(ride.horse)
    if ride.kind in ("bicycle", "boat"):
        d, high, at = drawings("props")[ride.kind], _bicycle_metres(look) if ride.kind == "bicycle" else BOAT, SADDLE[0]
    else:
        d, high, at = drawings("vehicles")[ride.kind], drawings("vehicles")[ride.kind].tall, _window(ride.kind)[0]
    left, _, right, _ = d.bounds()
    return (at - left) * high, (right - at) * high


def tall_with(ride: Ride, metres: float, *, beast: bool = False) -> float:
    """Metres from the ground to the crown of somebody so tall who sits on it, or of the car, if that is more."""
    if ride.kind == "bicycle":
        return metres * (1 + SADDLE[1] * BEAST_BICYCLE if beast else 1.02)
    if ride.horse:
        return back_metres(ride.horse) + metres * 0.53
    if ride.kind == "boat":
        return metres * 1.05
    return max(metres, drawings("vehicles")[ride.kind].tall)


# ---------------------------------------------------------------- on a bicycle


def _bicycle_metres(look: Look) -> float:
    """How high somebody's bicycle is: as long legs as theirs reach the pedals; a beast's is made to its size."""
    if look.species in ANIMALS:
        return BEAST_BICYCLE * animal_metres(look)
    return drawings("props")["bicycle"].tall * _legs(build_of(look), look.age) / _legs(ADULT, "adult")


def _legs(build: Build, age: Age) -> float:
    """Metres from the ground to the hip."""
    return (build.thigh + build.shin + 0.2) * METRES[age] / build.tall


def perched(look: Look, metre: float) -> float:
    """How many pixels over the ground a beast has its feet, which sits on its bicycle's saddle."""
    return SADDLE[1] * 0.94 * _bicycle_metres(look) * metre


def pedalling(look: Look, ride: Ride) -> list[tuple[Pose, float]]:
    """The drawings of somebody who rides a bicycle, each with how high its feet are over the ground, in heads."""
    build = build_of(look)
    head = METRES[look.age] / build.tall
    high = _bicycle_metres(look) / head
    hip = SADDLE[1] * high + 0.12
    axle = np.array([(AXLE[0] - SADDLE[0]) * high, AXLE[1] * high - hip])
    arm = _arm(build, np.array([(BARS[0] - SADDLE[0]) * high, BARS[1] * high - hip]))
    out = []
    for i in range(DRAWINGS if ride.moves else 1):
        turn = 2 * math.pi * i / DRAWINGS + 0.6
        legs = []
        for side, half in ((-1, 0.0), (1, math.pi)):
            a = turn + half
            pedal = axle + CRANK * (build.thigh + build.shin) * np.array([math.sin(a), math.cos(a)]) + np.array([-side * build.hip, ANKLE])
            legs.append(_leg(build, pedal))
        pose = replace(named("ride"), near_leg=legs[0], far_leg=legs[1], near_arm=arm, far_arm=arm, phase=i / DRAWINGS)
        out.append((pose, hip - float(skeleton(build, pose, _stoop(look)).hip[1])))
    return out


def _stoop(look: Look) -> float:
    return 10.0 if look.age == "old" else 0.0


def _leg(build: Build, ankle: np.ndarray) -> Joint:
    """The angles of hip and knee at which the ankle is there, seen from the hip."""
    t, s = build.thigh, build.shin
    d = min(float(np.hypot(*ankle)), (t + s) * 0.998)
    forward = math.atan2(float(ankle[0]), -float(ankle[1]))
    hip = forward + math.acos(max(-1.0, min(1.0, (t * t + d * d - s * s) / (2 * t * d))))
    knee = math.pi - math.acos(max(-1.0, min(1.0, (t * t + s * s - d * d) / (2 * t * s))))
    return math.degrees(hip), math.degrees(knee)


def _arm(build: Build, bars: np.ndarray) -> Joint:
    """The angles of shoulder and elbow at which the hand is on the bars, seen from the hip of somebody who leans as `ride` does."""
    lean = math.radians(named("ride").lean)
    shoulder = (build.torso - 0.12) * np.array([math.sin(lean), math.cos(lean)])
    to = bars - shoulder
    u, f = build.upper, build.fore
    d = min(float(np.hypot(*to)), (u + f) * 0.998)
    forward = math.atan2(float(to[0]), -float(to[1]))
    down = forward - math.acos(max(-1.0, min(1.0, (u * u + d * d - f * f) / (2 * u * d))))
    bend = math.pi - math.acos(max(-1.0, min(1.0, (u * u + f * f - d * d) / (2 * u * f))))
    return math.degrees(down) + math.degrees(lean) * 0.6, math.degrees(bend)


# ---------------------------------------------------------------- what is ridden


def paint_ride(stage: Stage, ride: Ride, look: Look, x: float, y: float, metre: float, facing: int) -> tuple[Plate, int, int]:
    """What somebody sits on or in, who has their mark at (x, y): its plate and where its corner lies."""
    if ride.horse:
        pose = named("walk") if ride.moves else named("stand")
        figure = draw_animal(ride.horse, pose, stage.pal, (stage.w, stage.h), x, y, animal_metres(ride.horse) * metre, facing)
        plate, left, top = figure.plate, figure.x, figure.y
        high = figure.breadth * 2
    else:
        plate, left, top = stage.plate(), 0, 0
        d, high = _drawn_as(ride, look, metre)
        paint(plate, d, _middle(ride, x, high, facing), y, high, stage.pal, flip=facing < 0, main=_body(look), accent=_body(look))
    cut, dx, dy = plate.cropped(4)
    relief(cut, stage.pal, (stage.lit, -0.6), high * (0.12 if ride.kind == "bicycle" else 0.45), light=stage.light.colour, strength=0.6)
    return cut, left + dx, top + dy


def _drawn_as(ride: Ride, look: Look, metre: float) -> tuple[Drawing, float]:
    """The drawing and its height in pixels."""
    if ride.kind == "bicycle":
        return drawings("props")["bicycle"], _bicycle_metres(look) * metre
    if ride.kind == "boat":
        return drawings("props")["boat"], BOAT * metre
    d = drawings("vehicles")[ride.kind]
    return d, d.tall * metre


def _middle(ride: Ride, x: float, high: float, facing: int) -> float:
    """Where the drawing's middle lies, so that its saddle or its driver's window is over `x`."""
    return x - facing * high * (SADDLE[0] if ride.kind in ("bicycle", "boat") else _window(ride.kind)[0])


def _body(look: Look) -> Colour:
    """The paint of what is theirs: a darker accent."""
    r, g, b = look.accent
    return r * 0.8, g * 0.8, b * 0.8


def _panes(kind: str) -> list[np.ndarray]:
    return [part.points for part in drawings("vehicles")[kind].parts if part.paint in ("glass", "pane")]


def _window(kind: str) -> tuple[float, float]:
    """The middle of the driver's window in heights of the car: the foremost pane that is not a door."""
    foremost = max(_panes(kind), key=lambda p: float(p[:, 0].mean()))
    low, high = foremost.min(0), foremost.max(0)
    return float(low[0] + 0.42 * (high[0] - low[0])), float(low[1] + high[1]) / 2


def head_in_window(ride: Ride, look: Look, y: float, metre: float) -> float:
    """The y of the middle of a driver's head."""
    d, high = _drawn_as(ride, look, metre)
    del d
    return y - _window(ride.kind)[1] * high


def behind_glass(figure: Figure, ride: Ride, look: Look, x: float, y: float, metre: float, facing: int) -> None:
    """Leave of a driver what is seen through the panes of the car whose mark is (x, y)."""
    _, high = _drawn_as(ride, look, metre)
    middle = _middle(ride, x, high, facing)
    seen = np.zeros_like(figure.plate.alpha)
    for pane in _panes(ride.kind):
        points = np.stack([middle + facing * pane[:, 0] * high - figure.x, y - pane[:, 1] * high - figure.y], 1)
        seen = np.maximum(seen, figure.plate.mask(points))
    figure.plate.alpha = np.minimum(figure.plate.alpha, seen)


def mounted(ride: Ride, look: Look) -> tuple[Pose, float]:
    """How somebody sits on a horse, and how high their feet are over the ground, in heads."""
    assert ride.horse
    build = build_of(look)
    pose = replace(named("ride"), lean=2.0, near_leg=(48, 62), far_leg=(52, 62), near_arm=(34, 50), far_arm=(38, 46))
    head = METRES[look.age] / build.tall
    return pose, back_metres(ride.horse) / head + 0.1 - float(skeleton(build, pose, _stoop(look)).hip[1])
