"""Projects a composed shot: one frame at any moment, as planes of luma and chroma (BT.709, limited range).

All the work of a frame is on bytes in OpenCV, plane by plane: a layer is warped by the camera, its life applied, and laid over the
frame. `chroma` 2 gives the half-sized chroma of video (NV12), 1 the full one of a still.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from core.storyboard.look.camera import STEADY, View, parallax, view
from core.storyboard.look.canvas import Bytes, Plate
from core.storyboard.look.compose import Picture
from core.storyboard.look.stage import Layer
from core.writing.script import CameraMove

_TO_YUV = np.array(
    [[0.18259, 0.61423, 0.06201, 16.0], [-0.10064, -0.33857, 0.43922, 128.0], [0.43922, -0.39894, -0.04027, 128.0]], np.float32
)  # fmt: skip
_TO_RGB = np.linalg.inv(_TO_YUV[:, :3].astype(np.float64))
GRAIN = 1.25
"""Deviation of the film grain, in levels."""
BLINK = 0.1
"""What is seen for less than this share of the time is left out of stills: nobody blinks in a panel."""


@dataclass
class _Planes:
    """A plate ready to be laid over a frame: luma, chroma and cover, multiplied already."""

    y: Bytes
    uv: Bytes
    cover: Bytes | None
    cover_uv: Bytes | None
    x: int
    top: int
    scale: float = 1.0
    """How much the planes were enlarged beforehand."""

    def enlarged(self, by: float) -> _Planes:
        """The planes scaled once for all frames."""

        def grown(plane: Bytes | None) -> Bytes | None:
            return None if plane is None else cv2.resize(plane, None, fx=by, fy=by, interpolation=cv2.INTER_LINEAR)

        y, uv = grown(self.y), grown(self.uv)
        assert y is not None
        assert uv is not None
        return _Planes(y, uv, grown(self.cover), grown(self.cover_uv), self.x, self.top, by)


def _planes(plate: Plate, x: int, y: int, chroma: int, *, opaque: bool) -> _Planes:
    """Split a plate into planes. Its corner is moved to even pixels, so that luma and chroma stay together."""
    rgb, alpha = plate.rgb, plate.alpha
    left, top = x % 2, y % 2
    right, low = (left + rgb.shape[1]) % 2, (top + rgb.shape[0]) % 2
    if left or top or right or low:
        rgb = cv2.copyMakeBorder(rgb, top, low, left, right, cv2.BORDER_REPLICATE)
        alpha = cv2.copyMakeBorder(alpha, top, low, left, right, cv2.BORDER_REPLICATE if opaque else cv2.BORDER_CONSTANT, value=0)
    yuv = cv2.transform(rgb, _TO_YUV)
    luma, uv = np.ascontiguousarray(yuv[..., 0]), np.ascontiguousarray(yuv[..., 1:])
    size = (rgb.shape[1] // chroma, rgb.shape[0] // chroma)
    if opaque:
        return _Planes(luma, cv2.resize(uv, size, interpolation=cv2.INTER_AREA) if chroma > 1 else uv, None, None, x - left, y - top)
    k2 = cv2.merge([alpha, alpha])
    uv = cv2.multiply(uv, k2, scale=1 / 255)
    if chroma > 1:
        uv, k2 = cv2.resize(uv, size, interpolation=cv2.INTER_AREA), cv2.resize(k2, size, interpolation=cv2.INTER_AREA)
    return _Planes(cv2.multiply(luma, alpha, scale=1 / 255), uv, alpha, k2, x - left, y - top)


class Projector:
    """Shows a picture frame by frame. Frames must be asked for in no particular order; each is the same whenever it is asked for."""

    def __init__(self, picture: Picture, move: CameraMove, seconds: float, *, chroma: int = 2, seed: int = 0, fps: float = 24.0) -> None:
        self.w, self.h = picture.stage.picture
        self._stage = (picture.stage.w, picture.stage.h)
        self._move, self._seconds, self._chroma, self._fps = move, seconds, chroma, fps
        self._phase = (seed % 628) / 100
        self._layers: list[tuple[Layer, list[_Planes]]] = []
        shown = [layer for layer in picture.layers if chroma > 1 or not 0 < layer.life.gate[1] < BLINK]
        for i, layer in enumerate(shown):
            corners = layer.corners or [(layer.x, layer.y)] * len(layer.plates)
            opaque = i == 0
            planes = [_planes(p, cx, cy, chroma, opaque=opaque) for p, (cx, cy) in zip(layer.plates, corners, strict=True)]
            if move in STEADY and min(planes[0].uv.shape[:2]) > 2:
                by = parallax(view(move, 0.5, seconds), layer.depth)[0]
                planes = [p.enlarged(by) for p in planes]
            layer.plates = []
            self._layers.append((layer, planes))
        self._falls = picture.falls
        rng = np.random.default_rng(seed)
        self._grain = [self._noise(rng) for _ in range(2)]
        self._sparkle = [self._glitter(rng) for _ in range(2)]
        self._vignette = _vignette(self.w, self.h)
        self._overlay: tuple[Bytes, Bytes, Bytes, Bytes] | None = None

    def _noise(self, rng: np.random.Generator) -> Bytes:
        """Half of the grain, larger than the picture so that a new window of it serves every frame."""
        noise = rng.normal(0, GRAIN, (self.h + 64, self.w + 64))
        return np.asarray(noise.clip(0, 20), np.uint8)

    def _glitter(self, rng: np.random.Generator) -> Bytes:
        """Streaks of noise by which water glitters."""
        step = max(2, round(self.h / 150))
        w, h = self._stage[0], self._stage[1]
        small = rng.random((h // step * 2 // 2 + 8, w // (step * 3) + 8)).astype(np.float32)
        field = cv2.resize(small, (w + 256, h + 256), interpolation=cv2.INTER_CUBIC)
        return np.asarray(((field - 0.28) * 1.5 * 255).clip(0, 255), np.uint8)

    def overlay(self, plate: Plate) -> None:
        """Lay a plate of the picture's size over every frame, unmoved: the slate of the animatic."""
        p = _planes(plate, 0, 0, self._chroma, opaque=False)
        assert p.cover is not None
        assert p.cover_uv is not None
        self._overlay = (p.y, cv2.bitwise_not(p.cover), p.uv, cv2.bitwise_not(p.cover_uv))

    def frame(self, t: float, n: int) -> tuple[Bytes, Bytes]:
        """Luma (h, w) and chroma (h/c, w/c, 2) at share `t` of the shot; `n` numbers the frame, for the grain."""
        now = t * self._seconds
        seen = view(self._move, t, self._seconds, self._phase)
        luma = np.empty((self.h, self.w), np.uint8)
        chroma = np.empty((self.h // self._chroma, self.w // self._chroma, 2), np.uint8)
        for i, (layer, planes) in enumerate(self._layers):
            if i == 0:
                luma, chroma = self._ground(layer, planes[0], seen)
            else:
                self._lay(luma, chroma, layer, planes, seen, t, now)
        for fall in self._falls:
            window = fall.window(now, self.w, self.h)
            luma = cv2.subtract(luma, window) if fall.dark else cv2.add(luma, window)
        luma = cv2.multiply(luma, self._vignette, scale=1 / 255)
        luma = self._grained(luma, n)
        if self._overlay:
            y, rest, uv, rest_uv = self._overlay
            luma = cv2.add(cv2.multiply(luma, rest, scale=1 / 255), y)
            chroma = cv2.add(cv2.multiply(chroma, rest_uv, scale=1 / 255), uv)
        return cv2.min(luma, 235.0), chroma

    def _grained(self, luma: Bytes, n: int) -> Bytes:
        a, b = (n * 37) % 61, (n * 53) % 59
        up, down = self._grain[0][a : a + self.h, b : b + self.w], self._grain[1][b : b + self.h, a : a + self.w]
        return np.asarray(cv2.subtract(cv2.add(luma, up), down), np.uint8)

    def _where(self, layer: Layer, seen: View) -> tuple[float, float, float]:
        """Zoom of a layer, and the stage pixel at the picture's corner."""
        zoom, share = parallax(seen, layer.depth)
        w, h = self.w / zoom, self.h / zoom
        x = (self._stage[0] - w) / 2 + seen.x * share * (self._stage[0] - self.w) / 2
        y = (self._stage[1] - h) / 2 + seen.y * share * (self._stage[1] - self.h) / 2
        if layer.depth <= 1.0:
            x, y = min(max(x, 0.0), self._stage[0] - w), min(max(y, 0.0), self._stage[1] - h)
        return zoom, x, y

    def _ground(self, layer: Layer, p: _Planes, seen: View) -> tuple[Bytes, Bytes]:
        zoom, x, y = self._where(layer, seen)
        c = self._chroma
        more, edge = zoom / p.scale, 0.5 * (1 - p.scale)
        ox, oy = (p.x - x) * zoom + edge, (p.top - y) * zoom + edge
        return sampled(p.y, more, more, ox, oy, self.w, self.h), sampled(p.uv, more, more, ox / c, oy / c, self.w // c, self.h // c)

    def _lay(self, luma: Bytes, chroma: Bytes, layer: Layer, planes: list[_Planes], seen: View, t: float, now: float) -> None:
        life = layer.life
        if life.gate[0] and (now / life.gate[0] + life.gate[2]) % 1.0 >= life.gate[1]:
            return
        p = planes[0] if len(planes) == 1 else planes[int(now * life.drawings_per_s + life.phase * len(planes)) % len(planes)]
        turn = 2 * math.pi * (now / life.period_s + life.phase)
        dx = life.sway[0] * math.sin(turn) + life.travel[0] * t
        dy = life.sway[1] * math.sin(turn * 1.0 + 1.1) + life.travel[1] * t
        zoom, x, y = self._where(layer, seen)
        tall = 1 + life.breathe * math.sin(turn * 1.25)
        foot = layer.foot[1] if layer.foot else 0.0
        ox, oy = p.x + dx - x, (foot + (p.top - foot) * tall) + dy - y
        if life.drift[0]:
            wide = p.y.shape[1] / p.scale
            run = (life.drift[0] * now) % wide
            for shift in (run, run - wide):
                self._blend(luma, chroma, p, zoom, zoom, ox + shift, oy, life.glitter, 1.0, now)
            return
        strength = 1 - life.pulse * (0.5 + 0.5 * math.sin(turn)) if life.pulse else 1.0
        self._blend(luma, chroma, p, zoom, zoom * tall, ox, oy, life.glitter, strength, now)

    def _blend(self, luma: Bytes, chroma: Bytes, p: _Planes, zx: float, zy: float, ox: float, oy: float, glitter: bool, strength: float, now: float) -> None:
        """Lay planes over the frame with their corner `ox`, `oy` stage pixels from the picture's, only where they are seen."""
        assert p.cover is not None
        assert p.cover_uv is not None
        c = self._chroma
        x0, y0 = max(0, math.floor(ox * zx) // 2 * 2), max(0, math.floor(oy * zy) // 2 * 2)
        rows, columns = p.y.shape[0] / p.scale, p.y.shape[1] / p.scale
        x1, y1 = min(self.w, (math.ceil((ox + columns) * zx) + 2) // 2 * 2), min(self.h, (math.ceil((oy + rows) * zy) + 2) // 2 * 2)
        if x1 - x0 < 2 or y1 - y0 < 2:
            return
        size, half = (x1 - x0, y1 - y0), ((x1 - x0) // c, (y1 - y0) // c)
        left, top = ox * zx - x0 + 0.5 * (1 - p.scale), oy * zy - y0 + 0.5 * (1 - p.scale)
        zx, zy = zx / p.scale, zy / p.scale
        y, k = sampled(p.y, zx, zy, left, top, *size), sampled(p.cover, zx, zy, left, top, *size)
        uv, k2 = sampled(p.uv, zx, zy, left / c, top / c, *half), sampled(p.cover_uv, zx, zy, left / c, top / c, *half)
        if glitter:
            m = self._sparks(x0, y0, size, now)
            m2 = cv2.merge([cv2.resize(m, half, interpolation=cv2.INTER_NEAREST)] * 2)
            y, k, uv, k2 = (cv2.multiply(a, b, scale=1 / 255) for a, b in ((y, m), (k, m), (uv, m2), (k2, m2)))
        elif strength < 0.999:
            y, k, uv, k2 = (cv2.convertScaleAbs(a, alpha=max(0.0, strength)) for a in (y, k, uv, k2))
        part, part2 = luma[y0:y1, x0:x1], chroma[y0 // c : y1 // c, x0 // c : x1 // c]
        part[:] = cv2.add(cv2.multiply(part, cv2.bitwise_not(k), scale=1 / 255), y)
        part2[:] = cv2.add(cv2.multiply(part2, cv2.bitwise_not(k2), scale=1 / 255), uv)

    def _sparks(self, x: int, y: int, size: tuple[int, int], now: float) -> Bytes:
        """Where water glitters at this moment: two fields of noise running against each other."""
        w, h = size
        unit = self.h / 480
        a, b = self._sparkle
        s1 = round((now * 26 * unit) % 200), round((now * 9 * unit) % 200)
        s2 = 200 - round((now * 21 * unit) % 200), round((now * 13 * unit) % 200)
        first = a[y + s1[1] : y + s1[1] + h, x + s1[0] : x + s1[0] + w]
        second = b[y + s2[1] : y + s2[1] + h, x + s2[0] : x + s2[0] + w]
        return np.asarray(cv2.multiply(first, second, scale=1 / 110), np.uint8)


def sampled(plane: Bytes, zx: float, zy: float, left: float, top: float, w: int, h: int) -> Bytes:
    """A window of w × h pixels of a plane that is enlarged by (zx, zy) and then lies with its corner at (left, top), to parts of a pixel.

    Same as a bilinear warp, but several times as fast: the plane is scaled by OpenCV's `resize` and shifted by two blends.
    """
    if abs(zx - 1) > 1e-4 or abs(zy - 1) > 1e-4:
        rows, columns = plane.shape[:2]
        i0, j0 = max(0, min(columns - 1, math.floor(-left / zx) - 2)), max(0, min(rows - 1, math.floor(-top / zy) - 2))
        i1, j1 = max(i0 + 1, min(columns, math.ceil((w - left) / zx) + 2)), max(j0 + 1, min(rows, math.ceil((h - top) / zy) + 2))
        if (i1 - i0) * zx < 1.5 or (j1 - j0) * zy < 1.5:
            i0, i1, j0, j1 = max(0, i1 - 3), min(columns, i0 + 3), max(0, j1 - 3), min(rows, j0 + 3)
        plane = cv2.resize(plane[j0:j1, i0:i1], None, fx=zx, fy=zy, interpolation=cv2.INTER_LINEAR)
        left, top = left + i0 * zx + 0.5 * (1 - zx), top + j0 * zy + 0.5 * (1 - zy)
    if plane.ndim == 2 or plane.shape[2] == 3:
        return np.asarray(cv2.getRectSubPix(plane, (w, h), ((w - 1) / 2 - left, (h - 1) / 2 - top)), np.uint8)
    return _shifted(plane, left, top, w, h)


def _shifted(plane: Bytes, left: float, top: float, w: int, h: int) -> Bytes:
    """The window of a plane of two channels, whose edge goes on where it ends."""
    x, y = math.floor(-left), math.floor(-top)
    fx, fy = -left - x, -top - y
    rows, columns = plane.shape[:2]
    before = max(0, -y), max(0, -x)
    after = max(0, y + h + 1 - rows), max(0, x + w + 1 - columns)
    if any(before) or any(after):
        plane = cv2.copyMakeBorder(plane, before[0], after[0], before[1], after[1], cv2.BORDER_REPLICATE)
    part = plane[y + before[0] : y + before[0] + h + 1, x + before[1] : x + before[1] + w + 1]
    across = cv2.addWeighted(part[:, :-1], 1 - fx, part[:, 1:], fx, 0)
    return np.asarray(cv2.addWeighted(across[:-1], 1 - fy, across[1:], fy, 0), np.uint8)


def _vignette(w: int, h: int) -> Bytes:
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    d = ((x - w / 2) / (w * 0.62)) ** 2 + ((y - h / 2) / (h * 0.66)) ** 2
    return np.asarray(255 - 105 * np.clip(d - 0.12, 0, 1) ** 1.25, np.uint8)


def still(luma: Bytes, chroma: Bytes) -> Bytes:
    """A frame with full chroma as RGB bytes (h, w, 3)."""
    yuv = np.dstack([luma, chroma]).astype(np.float32) - np.array([16, 128, 128], np.float32)
    return np.asarray((yuv @ _TO_RGB.T.astype(np.float32)).clip(0, 255), np.uint8)
