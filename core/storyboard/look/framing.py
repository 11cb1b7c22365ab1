"""Framing: how large and where people stand in a shot of each size, and which side of the picture is theirs."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from core.storyboard.look.animals import ANIMALS, afloat, head_metres, head_reach, in_the_air, reach
from core.storyboard.look.animals import metres as animal_metres
from core.storyboard.look.canvas import Rng
from core.storyboard.look.rides import Ride, spread_with, tall_with
from core.storyboard.look.skeleton import METRES, build_of
from core.storyboard.look.stage import Stage
from core.storyboard.look.wardrobe import Look
from core.writing.script import Character, Shot, ShotSize

WIDE: tuple[ShotSize, ...] = ("EWS", "WS", "FS")
TALL: dict[ShotSize, float] = {"EWS": 0.2, "WS": 0.44, "FS": 0.72}
"""Height of an adult in a wide shot: share of the picture's height."""
HEAD: dict[ShotSize, float] = {"MS": 0.185, "MCU": 0.285, "CU": 0.43, "ECU": 0.82, "INSERT": 0.3}
"""Height of a head in a close shot."""
FEET: dict[ShotSize, float] = {"EWS": 0.865, "WS": 0.905, "FS": 0.945}
AIM: dict[ShotSize, float] = {"MCU": 0.37, "CU": 0.45, "ECU": 0.48}
"""Height of the middle of a head in a close shot."""
CLOSER: dict[ShotSize, float] = {"EWS": 1.0, "WS": 1.07, "FS": 1.2, "MS": 1.42, "MCU": 1.65, "CU": 2.0, "ECU": 2.6, "INSERT": 2.0}
"""How much nearer the backdrop comes."""
SOFT: dict[ShotSize, float] = {"EWS": 0.0, "WS": 0.0, "FS": 0.0012, "MS": 0.0035, "MCU": 0.006, "CU": 0.0095, "ECU": 0.013, "INSERT": 0.011}
"""Blur of the backdrop, in units: the shallow focus of close shots."""


ALONE, TOGETHER, DRIVEN, BESIDE_WHALE = 0.8, 0.6, 1.1, 0.42
"""The share of the picture's width that a long beast, or what somebody rides, takes at most: alone, beside others; a car may be cut at its boot."""
STANDS = 0.88
"""How high at least a beast stands in a medium close-up, in heights of the picture."""
SMALLEST = 0.24
"""How high a small animal beside others is drawn at least, against a person alone: a bee is seen beside its keeper."""
IN_BOWL, BOWLED = 0.3, 0.62
"""How high over the floor a fish in its bowl has its mark, as a share of the picture's height; how large it is beside one at large."""
EDGE = 0.05
"""How far from the edge of the picture a head stays, as a share of its width."""


def dice_of(*words: object) -> int:
    """A number that is always the same for the same words."""
    return zlib.crc32("/".join(str(w) for w in words).encode())


def lead_of(shot: Shot, cast: Sequence[Character]) -> Character:
    """Whom the shot is about: the first who speaks in it, else the first named."""
    speaking = [line.speaker for line in shot.lines]
    return next((c for id in speaking for c in cast if c.id == id), cast[0])


def side_of(lead: Character, cast: Sequence[Character]) -> int:
    """The side of the picture that belongs to somebody, -1 left or 1 right: it stays theirs from shot to shot, so that two who talk look at each other."""
    if len(cast) > 1:
        return -1 if sorted(c.id for c in cast).index(lead.id) % 2 == 0 else 1
    digits = "".join(c for c in lead.id if c.isdigit())
    return -1 if (int(digits) if digits else dice_of(lead.id)) % 2 else 1


@dataclass(frozen=True)
class Mark:
    """Where somebody stands: x and the feet's y in stage pixels, pixels a metre, which way they face, the depth of their layer."""

    x: float
    y: float
    metre: float
    facing: int
    depth: float


def is_beast(look: Look) -> bool:
    """Whether somebody is drawn as an animal."""
    return look.species in ANIMALS


def tallness(look: Look) -> float:
    """Metres from foot to crown."""
    if look.species in ANIMALS:
        return animal_metres(look)
    return METRES[look.age] * {"creature": 1.3, "robot": 1.02}.get(look.species, 1.0)


def spread(look: Look, ride: Ride | None = None) -> tuple[float, float]:
    """Metres somebody reaches behind and before their mark, with what they ride."""
    if ride:
        return spread_with(ride, look)
    if is_beast(look):
        behind, before = reach(look)
        return behind * animal_metres(look), before * animal_metres(look)
    return 0.32, 0.32


def bowled(stage: Stage, look: Look) -> bool:
    """Whether somebody is a fish in a room, which is seen in its bowl."""
    return stage.interior and afloat(look)


def _head_metres(look: Look) -> float:
    if look.species in ANIMALS:
        return head_metres(look)
    return tallness(look) / build_of(look).tall


def marks_for(
    stage: Stage, shot: Shot, cast: Sequence[Character], looks: list[Look], rng: Rng, rides: Sequence[Ride | None] = (), apart_m: float = 0.0
) -> list[Mark]:  # fmt: skip
    """Marks for up to four, the lead first. `rides`: what each sits on, in a wide shot; `apart_m`: how far each of two who
    embrace or dance stands from the middle between them."""
    n, size, h = len(looks), shot.size, stage.picture[1]
    rides = rides or [None] * n
    metre = _metre(stage, size, looks, rides)
    sides = _sides(stage, size, cast)[:n]
    shares = _shares(sides, size, stage, rng)
    if n == 2 and apart_m and size in (*WIDE, "MS"):
        apart = apart_m * metre / stage.picture[0]
        middle = sum(shares) / 2
        shares = [middle + side * apart for side in sides]
    middle = sum(shares) / n
    out = []
    for i, (look, share) in enumerate(zip(looks, shares, strict=True)):
        facing = -sides[0] if n == 1 else 1 if share < middle else -1
        scale = metre * (1 - 0.05 * i)
        least = (SMALLEST if is_beast(look) else 0.17) * h * TALL.get(size, 1.0)
        if n > 1 and (i or is_beast(look)) and size in (*WIDE, "MS") and tallness(look) * scale < least:
            scale = least / tallness(look)
        x = stage.x(share)
        if size in (*WIDE, "MS") and (is_beast(look) or rides[i]):
            x = _held(stage, x, facing, [each * scale for each in spread(look, rides[i])], stage.x(middle) if n > 1 else None)
        y = _feet(stage, looks, look, size, scale, i)
        if n > 1 and in_the_air(look) and size in (*WIDE, "MS"):
            y -= 0.55 * max(map(tallness, looks)) * metre  # about as high as others look
        out.append(Mark(x, y, scale, facing, 1.0 - 0.03 * i))
    return out


def _held(stage: Stage, x: float, facing: int, spread: Sequence[float], middle: float | None) -> float:
    """The mark moved so that the whole length is in the picture, the head first; of two, so that no muzzle reaches past the middle between them."""
    behind, before = spread
    if middle is not None:
        x = min(x, middle - before) if facing > 0 else max(x, middle + before)
    left, right = stage.x(EDGE) + (behind if facing > 0 else before), stage.x(1 - EDGE) - (before if facing > 0 else behind)
    if left > right:  # too long for both: the head is seen
        return right if facing > 0 else left
    return min(max(x, left), right)


def _metre(stage: Stage, size: ShotSize, looks: list[Look], rides: Sequence[Ride | None]) -> float:
    """Pixels a metre takes, so that the shot's size is kept and nobody is longer than the picture is wide."""
    metre = _by_height(stage, size, looks, rides)
    wide = stage.picture[0]
    if size not in (*WIDE, "MS"):
        return min([metre, *(0.8 * wide / head_reach(look) for look in looks[:1] if look.species in ANIMALS and size != "ECU")])
    most = ALONE if len(looks) == 1 else TOGETHER
    if size == "MS":
        most *= 1.4  # a medium shot of a horse is its head and chest
    fits = [
        (DRIVEN if ride and ride.kind not in ("bicycle", "horse") else BESIDE_WHALE if afloat(look) and len(looks) > 1 else most)
        * wide
        / sum(spread(look, ride))
        for look, ride in zip(looks, rides, strict=True)
        if ride or is_beast(look)
    ]
    return min([metre, *fits])


def _by_height(stage: Stage, size: ShotSize, looks: list[Look], rides: Sequence[Ride | None]) -> float:
    """Pixels a metre takes by the height that the shot's size asks for."""
    n, lead = len(looks), looks[0]
    h, narrow = stage.picture[1], min(1.0, stage.aspect / 1.5)
    tallest = max(tall_with(ride, tallness(look), beast=is_beast(look)) if ride else tallness(look) for look, ride in zip(looks, rides, strict=True))
    if n == 1 and size in (*WIDE, "MS") and bowled(stage, lead):
        return h * BOWLED * (TALL[size] / 1.25 if size in WIDE else 0.5) / tallest
    if size in WIDE:
        against = tallest * 1.25 if is_beast(lead) and n == 1 else max(tallest, 1.74 if n > 1 else 1.25)
        return h * TALL[size] / against * (1.0 if n == 1 else 0.5 + 0.5 * narrow)
    if size == "MS" and any(is_beast(look) for look in looks):
        return h * (0.8 if n > 1 else 0.62) / tallest
    metre = h * HEAD[size] / _head_metres(lead) * (0.72 + 0.28 * narrow) * (0.84 if n > 1 else 1.0)
    if is_beast(lead) and size == "MCU":
        on_the_ground = 0.0 if in_the_air(lead) or afloat(lead) else STANDS / tallness(lead)
        return max(metre * 0.8, h * on_the_ground)  # whoever stands has the feet below the picture's edge
    return metre


def _sides(stage: Stage, size: ShotSize, cast: Sequence[Character]) -> list[int]:
    """Which side each stands on: alone in a wide shot away from the light, else each on the side that is theirs."""
    if len(cast) == 1 and size in WIDE:
        return [-stage.lit]
    return [side_of(c, cast) for c in cast]


def _shares(sides: list[int], size: ShotSize, stage: Stage, rng: Rng) -> list[float]:
    """Places across the picture, the lead first: thirds, with room to look into."""
    n = len(sides)
    if n == 1:
        off = {"EWS": 0.16, "WS": 0.16, "FS": 0.13, "MS": 0.12, "MCU": 0.1, "CU": 0.075, "ECU": 0.03}.get(size, 0.1)
        return [0.5 + sides[0] * off * min(1.0, 0.35 + stage.aspect * 0.4) + float(rng.uniform(-0.02, 0.02))]
    half = {"EWS": 0.07, "WS": 0.14, "FS": 0.2, "MS": 0.2}.get(size, 0.22) * (1.0 if stage.aspect > 1.2 else 1.2 if size in WIDE else 1.36)
    steps = {-1: 0, 1: 0}
    out = []
    for side in sides:
        out.append(0.5 + side * half * (1.0 + 0.72 * steps[side] if n > 2 else 1.0))
        steps[side] += 1
    return out


def _feet(stage: Stage, looks: list[Look], look: Look, size: ShotSize, metre: float, i: int) -> float:
    """The y of the feet: on the ground in wide shots, else so that the head sits well."""
    lift = stage.picture[1] * IN_BOWL if bowled(stage, look) else 0.0
    if size in WIDE:
        return stage.y(FEET[size] - 0.012 * i) - lift
    if size == "MS" and any(is_beast(other) for other in looks):
        return stage.y(0.955 - 0.012 * i) - lift
    crown = {"MS": 0.17, "MCU": 0.14, "CU": 0.17, "ECU": -0.02}.get(size, 0.15)
    if stage.aspect < 0.8:
        crown += 0.1
    if look.hat and size != "ECU":
        crown += 0.045
    tallest = max(tallness(other) for other in looks) if size == "MS" else tallness(look)
    return stage.y(crown + 0.01 * i) + tallest * metre
