"""Whoever and whatever the action speaks of beside the cast: a crowd behind them, a car or a bus that stands or drives by.

Called by `compose` before the cast enters. The crowd is one plate (two, where it is deep), so that it costs a film no more than a house does.
"""

from __future__ import annotations

import re

import numpy as np

from core.storyboard.look.backdrops import INDOORS
from core.storyboard.look.canvas import Plate, Rng
from core.storyboard.look.figure import draw_figure
from core.storyboard.look.framing import FEET, TALL, WIDE, tallness
from core.storyboard.look.poses import named
from core.storyboard.look.relief import relief
from core.storyboard.look.rides import ride_of
from core.storyboard.look.shapes import drawings, paint
from core.storyboard.look.skeleton import build_of
from core.storyboard.look.stage import Layer, Life, Stage
from core.storyboard.look.wardrobe import look_of
from core.writing.script import Age, Character, Gender, Location, Shot

CROWD = re.compile(
    r"\b(?:crowds?|audience|onlookers|bystanders|passers-?by|guests|customers|passengers|spectators|villagers|townspeople|congregation|mourners|"
    r"protesters|dancers|pupils|students|workers|soldiers|people)\b", re.IGNORECASE
)  # fmt: skip
NOBODY = re.compile(r"\b(?:no|without|empty|gone|nobody|deserted)\b", re.IGNORECASE)
WATCHING = re.compile(r"\b(?:audience|spectators|crowd|house)\b", re.IGNORECASE)
VEHICLES = re.compile(r"\b(taxis?|cabs?|cars?|bus(?:es)?|trucks?|vans?|lorry|lorries|tram|trams)\b", re.IGNORECASE)
DRIVES = re.compile(r"\b(?:drives?|passes|pass|speeds?|roars?|rolls?|races?|goes by|leaves)\b", re.IGNORECASE)
ROAD = frozenset({"city", "street", "square", "village", "harbour", "station", "park", "farm", "desert", "field", "hills", "beach", "rooftops", "river"})
COATS = ("grey coat", "brown jacket", "blue dress", "dark suit", "green jumper", "red coat", "cream shirt", "black coat", "violet dress", "ochre jacket")
AGES: tuple[Age, ...] = ("adult", "young", "adult", "old", "adult", "young", "child")
GENDERS: tuple[Gender, ...] = ("female", "male")


def paint_extras(stage: Stage, shot: Shot, location: Location, rng: Rng) -> None:
    """A crowd where the action speaks of one, and a vehicle where one can stand. Nothing where faces fill the picture."""
    if shot.size not in (*WIDE, "MS"):
        return
    vehicle = VEHICLES.search(shot.action)
    driven = ride_of(shot) is not None and bool(shot.characters) and shot.size in WIDE
    if vehicle and not driven and location.backdrop in ROAD and not any(VEHICLES.search(noun) for noun in shot.props):
        _vehicle(stage, shot, vehicle[1].lower(), rng)
    if NOBODY.search(shot.action):
        return
    if location.backdrop == "theatre" and WATCHING.search(shot.action):
        _heads(stage, rng)
    elif CROWD.search(shot.action) and location.backdrop not in ("space", "spaceship"):
        _crowd(stage, shot, rng, deep=location.backdrop not in INDOORS)


def _crowd(stage: Stage, shot: Shot, rng: Rng, *, deep: bool) -> None:
    """People in rows behind the cast, dimmed by the air between, turned to the middle, with a gap where the cast stands."""
    tall = stage.picture[1] * {"MS": 0.98}.get(shot.size, TALL.get(shot.size, 0.5))
    floor = FEET.get(shot.size, 1.13)
    rows = ((0.62, 0.075, 9), (0.76, 0.035, 7)) if deep else ((0.88, 0.02, 6),)  # in a room nobody is far away
    for row, (near, lift, count) in enumerate(rows, start=0 if deep else 1):
        plate = stage.plate()
        metre = tall * near / 1.75
        shares = np.linspace(0.04, 0.96, count) + rng.uniform(-0.035, 0.035, count)
        for n, share in enumerate(rng.permutation(shares)):
            if row and abs(share - 0.5) < 0.14:
                continue  # what they came to see
            _one(stage, plate, n + 17 * row, float(share), stage.y(floor - lift), metre, rng)
        if not plate.alpha.any():
            continue
        cut, x, y = stage.air(plate, 0.72 + 0.1 * row).cropped(4)
        if shot.size in ("FS", "MS"):
            cut = cut.blurred(stage.unit * (0.0025 if shot.size == "FS" else 0.005))
        stage.layers.append(Layer([cut], x, y, 0.84 + 0.04 * row, Life(sway=(stage.unit * 0.0015, stage.unit * 0.001), period_s=4.3 + row)))


def _heads(stage: Stage, rng: Rng) -> None:
    """Those who watch a stage, from behind: dark heads and shoulders along the lower edge, before everybody."""
    plate = stage.plate(stage.pal.ink)
    r = stage.unit * 0.05
    for n, share in enumerate(np.linspace(-0.02, 1.02, round(9 * max(0.6, stage.aspect / 1.6)))):
        x, y = stage.x(float(share) + float(rng.uniform(-0.02, 0.02))), stage.y(0.905 + 0.02 * (n % 2))
        plate.oval(x, y + r * 2.4, r * 2.0, r * 1.7, stage.pal.ink)
        plate.oval(x, y, r * 0.85, r, stage.pal.ink)
        plate.box(x - r * 0.32, y + r * 0.6, x + r * 0.32, y + r * 1.6, stage.pal.ink)
    cut, x0, y0 = plate.blurred(stage.unit * 0.004).cropped()
    stage.layers.append(Layer([cut], x0, y0, 1.32, Life(sway=(stage.unit * 0.002, stage.unit * 0.001), period_s=5.1)))


def _one(stage: Stage, plate: Plate, n: int, share: float, y: float, metre: float, rng: Rng) -> None:
    who = Character(id=f"extra{n}", name=f"Extra {n}", age=AGES[n % len(AGES)], gender=GENDERS[n % 2], wardrobe=COATS[n % len(COATS)],
                    colour=("#8a6a4a", "#5a6a7a", "#7a4a4a", "#4a6a5a")[n % 4])  # fmt: skip
    look = look_of(who)
    pose = named(("stand", "folded", "talk", "stand", "hips")[int(rng.integers(5))])
    facing = 1 if share < 0.5 else -1
    figure = draw_figure(look, pose, stage.pal, (stage.w, stage.h), stage.x(share), y, tallness(look) * metre / build_of(look).tall, facing)
    relief(figure.plate, stage.pal, (stage.light.x - figure.head[0], -0.25 * stage.unit), figure.breadth, strength=0.5, light=stage.light.colour)
    plate.over(figure.plate, figure.x, figure.y)


def _vehicle(stage: Stage, shot: Shot, word: str, rng: Rng) -> None:
    """A car, taxi, bus or truck on the ground behind the cast; one that drives by crosses the picture."""
    kinds = {"tax": "taxi", "cab": "taxi", "bus": "bus", "tra": "bus", "tru": "truck", "van": "truck", "lor": "truck"}
    d = drawings("vehicles")[kinds.get(word[:3], "car")]
    adult = stage.picture[1] * {"MS": 1.06}.get(shot.size, TALL.get(shot.size, 0.5))
    high = min(d.tall * adult / 1.75 * 0.86, stage.picture[1] * 0.6)
    side = -stage.lit
    wide = (d.bounds()[2] - d.bounds()[0]) * high
    x = stage.x(0.5 + side * 0.2)
    y = stage.y(min(0.96, FEET.get(shot.size, 0.96) - 0.035))
    plate = stage.plate()
    body = ((126, 66, 60), (70, 96, 130), (92, 110, 92), (150, 140, 128))[int(rng.integers(4))]
    plate.oval(x, y - high * 0.01, wide * 0.52, high * 0.05, stage.pal.ink, 0.35)
    paint(plate, d, x, y, high, stage.pal, flip=side > 0, main=body)
    cut, left, top = plate.cropped(4)
    relief(cut, stage.pal, (stage.lit, -0.6), high * 0.5, light=stage.light.colour, strength=0.6)
    way = stage.picture[0] * 0.35 * -side if DRIVES.search(shot.action) else 0.0
    life = Life(travel=(way, 0.0), sway=(0.0, stage.unit * 0.0008), period_s=0.9)
    stage.layers.append(Layer([cut], round(left - way / 2), top, 0.9, life))
