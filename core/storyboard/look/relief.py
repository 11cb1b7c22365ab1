"""Gives a flat painted figure or thing its roundness: soft light from the light's side, shade on the other, a bright rim against the background."""

from __future__ import annotations

import cv2
import numpy as np

from core.storyboard.look.canvas import Bytes, Floats, Plate, blend, mix, scaled
from core.storyboard.look.palette import Palette


def _moved(mask: Floats, dx: float, dy: float) -> Floats:
    h, w = mask.shape
    return np.asarray(cv2.warpAffine(mask, np.array([[1, 0, dx], [0, 1, dy]], np.float64), (w, h), flags=cv2.INTER_LINEAR), np.float32)


def _soft(mask: Floats, sigma: float) -> Floats:
    """A blur that stays quick at large sigmas."""
    if sigma < 4:
        return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(0.5, sigma)), np.float32)
    k = max(1, int(sigma / 2.5))
    h, w = mask.shape
    small = cv2.resize(mask, (max(2, w // k), max(2, h // k)), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(cv2.GaussianBlur(small, (0, 0), sigma / k), (w, h), interpolation=cv2.INTER_LINEAR), np.float32)


def relief(
    plate: Plate,
    pal: Palette,
    towards: tuple[float, float],
    size: float,
    *,
    strength: float = 1.0,
    light: tuple[float, float, float] | None = None,
    floor: float = 0.55,
) -> None:
    """Model what is painted on a plate.

    `towards` points at the light (x right, y down), `size` is the thing's breadth in pixels; `floor` is how dark its foot gets.
    """
    length = max(1e-6, float(np.hypot(*towards)))
    dx, dy = towards[0] / length, towards[1] / length
    mask: Floats = np.asarray(plate.alpha / np.float32(255), np.float32)
    colour = light or pal.light
    down: Floats = np.asarray(np.linspace(0, 1, plate.height)[:, None] ** 1.6, np.float32)
    blend(plate.rgb, pal.ink, _bytes(np.broadcast_to(down, mask.shape), floor * (0.3 + 0.4 * pal.dark)))
    form = size * 0.3
    body = _soft(mask, form * 0.5)
    shade = _soft(np.clip(mask - _moved(body, dx * form * 0.8, dy * form * 0.5), 0, 1) * mask, size * 0.03)
    blend(plate.rgb, mix(pal.ink, pal.near, 0.4), _bytes(shade, 0.5 + 0.25 * pal.dark))
    glow = _soft(np.clip(mask - _moved(body, -dx * form * 0.8, -dy * form * 0.5), 0, 1) * mask, size * 0.03)
    blend(plate.rgb, colour, _bytes(glow, (0.26 + 0.1 * pal.dark) * strength))
    rim_px = max(1.0, size * 0.02)
    rim = _soft(np.clip(mask - _moved(mask, -dx * rim_px, -dy * rim_px * 0.7), 0, 1) * mask, rim_px * 0.3)
    blend(plate.rgb, scaled(colour, 1.06), _bytes(np.clip(rim * 1.25, 0, 1), (0.5 + 0.42 * pal.dark) * min(1.0, 0.3 + strength * 0.75)))


def _bytes(field: Floats, share: float) -> Bytes:
    return np.asarray(cv2.convertScaleAbs(np.ascontiguousarray(field), alpha=255 * share), np.uint8)


def drop_shadow(width: int, height: int, opacity: float) -> Bytes:
    """The soft ellipse under a standing thing, as a mask."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    d = ((x - width / 2) / (width / 2)) ** 2 + ((y - height / 2) / (height / 2)) ** 2
    return np.asarray(np.clip(1 - d, 0, 1) ** 0.8 * opacity * 255, np.uint8)
