"""A person: body, clothes, face and hair over a posed skeleton, with the accent by which they are known."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from core.storyboard.look.canvas import Colour, around, circle, mix, scaled, smooth
from core.storyboard.look.poses import Thing
from core.storyboard.look.shapes import drawings
from core.storyboard.look.skeleton import Brush, Build, Skeleton, Vec, turned
from core.storyboard.look.wardrobe import BARE_HEADED, Look

SHOE: Colour = (52, 42, 40)
HEAD: list[tuple[float, float]] = [
    (-0.2, -0.2), (-0.24, 0.08), (-0.4, 0.32), (-0.475, 0.56), (-0.43, 0.81), (-0.24, 0.965), (0.02, 1.0), (0.24, 0.945), (0.365, 0.81), (0.39, 0.68),
    (0.378, 0.595), (0.425, 0.48), (0.495, 0.385), (0.475, 0.34), (0.405, 0.322), (0.425, 0.265), (0.44, 0.235), (0.41, 0.205), (0.428, 0.172), (0.4, 0.13),
    (0.408, 0.06), (0.37, -0.015), (0.24, -0.04), (0.13, -0.03), (0.1, -0.14), (0.12, -0.3), (-0.18, -0.36),
]  # fmt: skip
"""A profile that looks to the right: x forward, y up, the jaw's hinge near the origin, the crown at 1."""


def _face(look: Look) -> Vec:
    p = np.array(HEAD)
    forward = np.clip(p[:, 0] - 0.36, 0, None)
    if look.age == "child":
        p[:, 0] -= forward * 0.45
        p[:, 1] = np.where((p[:, 0] > 0.2) & (p[:, 1] < 0.6) & (p[:, 1] > -0.1), p[:, 1] * 0.86 + 0.05, p[:, 1])
    elif look.gender == "female":
        p[:, 0] -= forward * 0.12
        p[:, 0] = np.where((p[:, 1] < 0.1) & (p[:, 0] > 0.2), p[:, 0] - 0.03, p[:, 0])
    elif look.gender == "male":
        p[:, 0] = np.where((p[:, 1] < 0.1) & (p[:, 0] > 0.2), p[:, 0] + 0.02, p[:, 0])
    if look.age == "old":
        p[:, 0] += forward * 0.18
    return p


def paint_person(b: Brush, look: Look, build: Build, s: Skeleton, things: Sequence[Thing] = ()) -> tuple[Vec | None, Vec | None]:
    """Paint a person with what they hold. Returns where the eye and the mouth are."""
    w = look.stout
    cloth, legs = b.pal.local(look.cloth), b.pal.local(look.legs)
    skin = b.pal.local(look.skin)
    bulk = {"spacesuit": 1.45, "coat": 1.12, "sweater": 1.1, "robe": 1.2, "armour": 1.2}.get(look.garment, 1.0)
    _arm(b, look, s.far_arm, scaled(cloth, 0.72), scaled(skin, 0.8), bulk)
    for leg, dim in ((s.far_leg, 0.72), (s.near_leg, 1.0)):
        _leg(b, look, leg, scaled(legs if look.garment != "dress" else mix(legs, skin, 0.35), dim), bulk * w)
    _back_hair(b, look, s)
    _torso(b, look, build, s, cloth, w * bulk)
    eye, mouth = _head(b, look, s, skin)
    _accent(b, look, s, build, w)
    for thing in things:
        _hold(b, s, thing)
    _arm(b, look, s.near_arm, mix(cloth, b.pal.light, 0.05), skin, bulk)
    return eye, mouth


def _hold(b: Brush, s: Skeleton, thing: Thing) -> None:
    """Something a pose holds, its foot at a joint."""
    name, joint, forward, up, turn, size = thing
    joints = {"near_hand": s.near_arm[2], "far_hand": s.far_arm[2], "neck": s.neck, "waist": s.hip + 0.4 * (s.chest - s.hip)}
    at = s.head + turned(np.array([0.42, 0.2]), s.tilt) if joint == "mouth" else joints[joint]
    d = drawings("held").get(name) or drawings("props")[name]
    b.drawing(d, at + np.array([forward, up]), math.radians(turn), b.pal.local((176, 92, 76)), b.pal.local((206, 74, 66)), size)


def _leg(b: Brush, look: Look, leg: list[Vec], colour: Colour, bulk: float) -> None:
    ankle = leg[2]
    shin = leg[2] - leg[1]
    slope = math.atan2(-shin[0], -shin[1]) * -0.5
    forward = np.array([math.cos(slope), math.sin(slope)])
    up = np.array([-forward[1], forward[0]])
    sole = ankle - 0.2 * up
    shoe = b.pal.local(SHOE if look.garment != "spacesuit" else look.cloth)
    b.curve(
        [
            tuple(sole - 0.16 * forward),
            tuple(sole + 0.4 * forward),
            tuple(sole + 0.46 * forward + 0.09 * up),
            tuple(sole + 0.2 * forward + 0.2 * up),
            tuple(ankle + 0.09 * forward + 0.06 * up),
            tuple(ankle - 0.14 * forward + 0.06 * up),
        ],
        shoe,
    )
    thin = 0.72 if look.garment == "dress" else 1.0
    b.limb(leg, [0.3 * bulk * thin, 0.2 * bulk * thin, 0.135 * bulk * thin], colour)


def _arm(b: Brush, look: Look, arm: list[Vec], sleeve: Colour, skin: Colour, bulk: float) -> None:
    along = arm[2] - arm[1]
    along = along / max(1e-6, float(np.hypot(*along)))
    hand = arm[2] + along * 0.1
    glove = b.pal.local(look.cloth) if look.garment == "spacesuit" else skin
    b.hull([(hand, 0.125), (arm[2] + along * 0.24, 0.085)], glove)
    b.hull([(hand, 0.07), (hand + along * 0.08 + np.array([0.1, 0.05]), 0.045)], glove)
    b.limb([arm[0], arm[1], arm[2]], [0.25 * bulk, 0.185 * bulk, 0.15 * bulk], sleeve)


HEM = {
    "coat": (0.66, 0.13),
    "robe": (1.62, 0.2),
    "dress": (1.1, 0.26),
    "uniform": (0.22, 0.05),
    "suit": (0.26, 0.06),
    "apron": (0.12, 0.04),
    "sweater": (0.08, 0.02),
    "shirt": (0.12, 0.03),
}
"""How far a garment falls (1 is the knee, 2 the ankle) and how wide it flares."""


def _torso(b: Brush, look: Look, build: Build, s: Skeleton, cloth: Colour, w: float) -> None:
    fall, flare = HEM.get(look.garment, (0.0, 0.0))
    T, sh, wa = build.torso, build.shoulder, build.waist

    def at(x: float, t: float) -> tuple[float, float]:
        p = s.hip + s.axis * T * t + s.across * x * w
        return float(p[0]), float(p[1])

    if fall:
        balls = [(s.hip + s.axis * 0.25, wa * w), (s.hip - np.array([0, 0.1]), (wa + 0.08) * w)]
        for leg in (s.far_leg, s.near_leg):
            p = leg[0] + (leg[1] - leg[0]) * min(fall, 1) + (leg[2] - leg[1]) * max(0.0, fall - 1)
            balls.append((p, (0.22 + flare) * w))
        b.hull(balls, cloth)
    slim_front, slim_back = (0.05, 0.03) if look.gender == "female" else (0.0, -0.02)
    front = [(wa + 0.04, -0.04), (wa - slim_front, 0.3), (wa + 0.07, 0.62), (sh + 0.06, 0.84), (sh * 0.84, 0.985), (0.12, 1.06)]
    back = [(-0.16, 1.07), (-sh * 0.95, 1.0), (-sh - 0.09, 0.85), (-wa - 0.08, 0.58), (-wa + slim_back, 0.28), (-wa - 0.06, -0.04)]
    b.curve([at(*p) for p in (*front, *back)], cloth)
    dark, pale = mix(cloth, b.pal.ink, 0.4), mix(cloth, b.pal.light, 0.22)
    legend = [at(0.2, 0.98), at(0.26, 0.6), at(0.22, 0.0)]
    if look.garment in ("coat", "suit", "uniform"):
        b.plate.stroke(b.px(smooth(np.array(legend), closed=False)), b.u * 0.022, dark, 0.8)
        b.poly([at(0.02, 1.03), at(0.3, 0.94), at(0.2, 0.62), at(0.1, 0.8)], mix(cloth, b.pal.ink, 0.22))
        if look.garment != "coat":
            b.poly([at(0.12, 1.02), at(0.28, 0.96), at(0.22, 0.68)], b.pal.local((232, 226, 214)))
        for t in (0.2, 0.38, 0.54):
            x, y = at(0.31, t)
            b.poly(circle(x, y, 0.032, n=12), b.pal.local((216, 176, 92)) if look.garment == "uniform" else dark)
    elif look.garment == "apron":
        knee = s.near_leg[0] + (s.near_leg[1] - s.near_leg[0]) * 0.75
        b.poly(
            [at(0.02, 0.84), at(0.34, 0.82), at(0.44, 0.2), (float(knee[0] + 0.34), float(knee[1])), (float(knee[0] - 0.24), float(knee[1])), at(-0.14, 0.2)],
            b.pal.local((226, 220, 206)),
        )
    elif look.garment == "sweater":
        for t in (0.08, 0.14):
            b.plate.stroke(b.px(np.array([at(-wa - 0.02, t - 0.06), at(wa + 0.02, t - 0.06)])), b.u * 0.02, dark, 0.5)
        b.curve([at(-0.2, 0.98), at(0.24, 0.96), at(0.22, 1.1), at(-0.18, 1.12)], mix(cloth, b.pal.ink, 0.2))
    elif look.garment == "overalls":
        denim = b.pal.local((74, 98, 136))
        b.curve([at(wa + 0.05, -0.04), at(wa + 0.03, 0.3), at(0.36, 0.62), at(-0.2, 0.62), at(-wa - 0.04, 0.3), at(-wa - 0.06, -0.04)], denim)
        b.plate.stroke(b.px(np.array([at(0.26, 0.6), at(0.16, 1.02)])), b.u * 0.09, denim)
    elif look.garment == "armour":
        b.curve([at(wa, 0.3), at(sh + 0.08, 0.82), at(0.1, 1.0), at(-sh, 0.86), at(-wa, 0.3)], b.pal.local((160, 166, 176)))
        b.plate.stroke(b.px(np.array([at(wa, 0.5), at(-wa, 0.5)])), b.u * 0.02, dark, 0.7)
    elif look.garment == "spacesuit":
        b.curve([at(0.0, 0.42), at(0.38, 0.42), at(0.4, 0.72), at(0.02, 0.74)], b.pal.local((200, 206, 212)))
        b.curve([at(-0.34, 0.3), at(-0.78, 0.34), at(-0.8, 0.95), at(-0.4, 1.0)], mix(cloth, b.pal.ink, 0.25))
        for i, c in enumerate(((210, 70, 60), (240, 190, 80), (80, 160, 190))):
            b.poly(around(at(0.1 + 0.1 * i, 0.6), 0.035, n=10), b.pal.local(c))
    elif look.garment in ("dress", "robe"):
        b.plate.stroke(b.px(smooth(np.array([at(0.24, 0.98), at(0.2, 0.4), at(0.3, 0.0)]), closed=False)), b.u * 0.02, pale, 0.35)


def _back_hair(b: Brush, look: Look, s: Skeleton) -> None:
    for name in (look.hair, look.hat):
        back = drawings("hair").get(f"{name}_back")
        if back:
            b.drawing(back, s.head, s.tilt, look.hair_colour, look.accent if name == look.hair else _hat_colour(look))


def _hat_colour(look: Look) -> Colour:
    return look.accent if look.hat not in ("hood",) else look.cloth


def _head(b: Brush, look: Look, s: Skeleton, skin: Colour) -> tuple[Vec, Vec]:
    big = 1.06 if look.age == "child" else 1.0

    def at(x: float, y: float) -> Vec:
        return s.head + turned(np.array([x, y]) * big, s.tilt)

    b.hull([(s.neck - 0.1 * s.axis, 0.2 * look.stout), (at(-0.06, 0.1), 0.19)], scaled(skin, 0.82))
    face = np.stack([at(float(x), float(y)) for x, y in _face(look)])
    b.poly(smooth(face, steps=6), skin)
    shade, warm = mix(skin, b.pal.ink, 0.34), mix(skin, b.pal.local((200, 96, 84)), 0.4)
    b.poly(smooth([tuple(at(*p)) for p in ((0.12, -0.03), (0.3, -0.02), (0.12, 0.14), (-0.12, 0.3), (-0.2, 0.1))], steps=5), shade, 0.22)
    b.poly(smooth([tuple(at(*p)) for p in ((0.1, 0.34), (0.22, 0.42), (0.32, 0.34), (0.22, 0.26))], steps=5), warm, 0.38 if look.age != "old" else 0.22)
    eye, mouth = at(0.285, 0.55), at(0.39, 0.206)
    if b.u > 26:
        _features(b, look, at, skin, shade)
    _headwear(b, look, s, big)
    return eye, mouth


def _features(b: Brush, look: Look, place: Callable[[float, float], Vec], skin: Colour, shade: Colour) -> None:
    """Eye, brow, mouth, ear, and what years leave."""
    ink = b.pal.local((34, 26, 28))

    def path(*points: tuple[float, float]) -> Vec:
        return smooth(np.stack([place(*p) for p in points]), closed=False, steps=6)

    white = mix(b.pal.local((236, 230, 222)), skin, 0.25)
    b.poly(smooth(np.stack([place(*p) for p in ((0.2, 0.55), (0.28, 0.592), (0.345, 0.57), (0.34, 0.53), (0.27, 0.518))]), steps=5), white)
    b.poly(around(place(0.305, 0.553), 0.034, 0.04, 14), ink)
    b.plate.stroke(b.px(path((0.185, 0.55), (0.27, 0.603), (0.355, 0.575))), [b.u * 0.012, b.u * 0.03, b.u * 0.012], ink)
    brow = mix(b.pal.local(look.hair_colour), ink, 0.35)
    b.plate.stroke(
        b.px(path((0.165, 0.665), (0.27, 0.705), (0.375, 0.672))), [b.u * 0.018, b.u * (0.04 if look.gender == "male" else 0.028), b.u * 0.016], brow
    )
    lip = mix(skin, b.pal.local((168, 66, 66)), 0.55 if look.gender == "female" else 0.3)
    b.poly(smooth(np.stack([place(*p) for p in ((0.3, 0.205), (0.38, 0.24), (0.43, 0.245), (0.435, 0.215), (0.42, 0.165), (0.37, 0.165))]), steps=5), lip, 0.7)
    b.plate.stroke(b.px(path((0.27, 0.212), (0.35, 0.206), (0.425, 0.208))), b.u * 0.014, mix(ink, lip, 0.3), 0.85)
    b.plate.stroke(b.px(path((0.395, 0.345), (0.36, 0.36), (0.37, 0.4))), b.u * 0.014, shade, 0.8)
    b.poly(smooth(np.stack([place(*p) for p in ((-0.13, 0.62), (-0.03, 0.63), (0.0, 0.5), (-0.05, 0.37), (-0.11, 0.42))]), steps=5), mix(skin, shade, 0.25))
    b.plate.stroke(b.px(path((-0.1, 0.58), (-0.04, 0.56), (-0.05, 0.46))), b.u * 0.014, shade, 0.7)
    if look.age == "old":
        for line in (
            ((0.15, 0.5), (0.21, 0.475), (0.28, 0.485)),
            ((0.13, 0.58), (0.09, 0.55), (0.06, 0.5)),
            ((0.12, 0.6), (0.07, 0.6), (0.03, 0.57)),
            ((0.34, 0.33), (0.27, 0.24), (0.26, 0.14)),
            ((0.2, 0.8), (0.28, 0.81), (0.35, 0.78)),
            ((0.17, 0.86), (0.25, 0.87), (0.32, 0.84)),
            ((0.2, 0.06), (0.12, 0.1), (0.06, 0.2)),
        ):
            b.plate.stroke(b.px(path(*line)), b.u * 0.011, shade, 0.6)


def _headwear(b: Brush, look: Look, s: Skeleton, big: float) -> None:
    hair, table = look.hair, drawings("hair")
    covered = look.hat and look.hat not in BARE_HEADED
    if hair and hair in table and not (covered and hair in ("afro", "spiky", "bun")) and look.hat not in ("hood", "headscarf"):
        b.drawing(table[hair], s.head, s.tilt, look.hair_colour, look.accent, big)
    elif covered and hair and look.hat not in ("hood", "headscarf"):
        b.drawing(table["crop"], s.head, s.tilt, look.hair_colour, look.accent, big)
    for name in (look.beard, *look.extras):
        if name:
            b.drawing(table[name], s.head, s.tilt, look.hair_colour, look.accent, big)
    if look.hat:
        b.drawing(table[look.hat], s.head, s.tilt, look.hair_colour, _hat_colour(look), big)


def _accent(b: Brush, look: Look, s: Skeleton, build: Build, w: float) -> None:
    """The sign by which a character is known from afar: a scarf, a tie or a sash in their colour."""
    colour = b.pal.local(look.accent)
    colour = mix(colour, look.accent, 0.28)
    deep = mix(colour, b.pal.ink, 0.3)

    def at(x: float, y: float) -> tuple[float, float]:
        p = s.neck + s.across * x + s.axis * y
        return float(p[0]), float(p[1])

    if look.garment in ("spacesuit", "armour"):
        for arm in (s.near_arm, s.far_arm):
            p = arm[0] + (arm[1] - arm[0]) * 0.55
            b.hull([(p, 0.3), (p + (arm[1] - arm[0]) * 0.12, 0.28)], colour if arm is s.near_arm else deep)
        return
    if look.garment in ("suit", "uniform") and look.dice % 2:
        b.poly([at(0.16, -0.06), at(0.28, -0.1), at(0.32, -1.2), at(0.25, -1.36), at(0.17, -1.2)], colour)
    elif look.garment == "dress" and look.dice % 2:
        hip = s.hip + s.axis * build.torso * 0.28
        b.hull([(hip + s.across * 0.24 * w, 0.16), (hip - s.across * 0.26 * w, 0.16)], colour)
        b.curve([tuple(hip - s.across * 0.3 * w), tuple(hip - s.across * 0.7 * w - s.axis * 0.9), tuple(hip - s.across * 0.42 * w - s.axis * 0.95)], deep)
    else:
        b.curve([at(-0.42, 0.02), at(-0.38, -0.3), at(-0.5, -1.15), at(-0.24, -1.2), at(-0.12, -0.3)], deep)
        b.curve([at(-0.36, 0.28), at(0.0, 0.2), at(0.3, 0.16), at(0.38, -0.06), at(0.18, -0.24), at(-0.2, -0.24), at(-0.44, -0.04)], colour)
        b.curve([at(0.12, -0.1), at(0.3, -0.14), at(0.36, -0.66), at(0.28, -1.06), at(0.08, -1.0), at(0.14, -0.5)], mix(colour, deep, 0.35))
        b.plate.stroke(b.px(smooth(np.array([at(-0.38, 0.12), at(0.0, 0.04), at(0.34, 0.04)]), closed=False)), b.u * 0.02, deep, 0.7)
