"""The lens: brings a painted backdrop as near as the size of a shot asks, out of focus behind a face."""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np

from core.storyboard.look.canvas import Plate, Rng
from core.storyboard.look.framing import CLOSER, SOFT, WIDE
from core.storyboard.look.stage import STILL, Layer, Stage
from core.writing.script import Shot


def come_closer(stage: Stage, shot: Shot, rng: Rng, seed: int) -> None:
    """Bring the backdrop as near as the shot's size and lens ask, and out of focus; quiet neighbours become one layer."""
    zoom = max(1.0, CLOSER[shot.size] * min(1.3, max(0.92, (shot.lens_mm / 35) ** 0.22)))
    spread = 0.0 if shot.size == "EWS" else 0.1 if shot.size in WIDE else 0.2
    fx = stage.w * (0.5 + float(rng.uniform(-spread, spread)))
    fy = stage.h * {"EWS": 0.6, "WS": 0.72, "FS": 0.74, "MS": 0.5, "MCU": 0.46, "CU": 0.46, "ECU": 0.46, "INSERT": 0.62}[shot.size]
    soft = SOFT[shot.size] * stage.unit * (1.15 if shot.lens_mm > 60 else 1.0)
    keep = []
    for layer in stage.layers:
        if zoom > 1.3 and (layer.depth > 0.86 or (layer.life.glitter and zoom > 1.9)):
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
    stage.shore = (fy + (stage.y(stage.shore) - fy) * zoom - stage.y(0)) / stage.picture[1]


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
