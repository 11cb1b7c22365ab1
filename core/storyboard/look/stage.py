"""The stage a backdrop is painted on: its size, palette and light, and the layers that painters leave behind.

A stage is larger than the picture (`MARGIN` on all sides together), so that the camera can move. `x()` and `y()` turn shares of the
picture into pixels of the stage; `unit` is the picture's height in pixels, smaller on narrow formats, by which things are sized.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.storyboard.look.canvas import Colour, Floats, Plate, Rng, bloom, mix
from core.storyboard.look.palette import Palette
from core.writing.script import Mood, TimeOfDay, Weather

MARGIN = 1.28
"""The stage is this many times as wide and high as the picture."""


@dataclass(frozen=True)
class Life:
    """How a layer lives while the camera looks at it. All zero: it stands still (and only the camera moves)."""

    drift: tuple[float, float] = (0.0, 0.0)
    """Pixels a second; the layer tiles sideways."""
    sway: tuple[float, float] = (0.0, 0.0)
    """Pixels to and fro, across and up."""
    period_s: float = 5.0
    phase: float = 0.0
    """Of sway, breath and pulse, in turns."""
    breathe: float = 0.0
    """Share by which the height swells."""
    pulse: float = 0.0
    """Share by which the opacity ebbs."""
    travel: tuple[float, float] = (0.0, 0.0)
    """Pixels covered from the first frame to the last."""
    glitter: bool = False
    """Sparkles: its alpha is broken up by noise that runs over it."""
    gate: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Seen only now and then: period in seconds, share of it, start of it in turns. Blinks and speech."""
    drawings_per_s: float = 0.0
    """How fast the plates of a cycle follow each other."""
    ping_pong: bool = False
    """The cycle runs forth and back."""


STILL = Life()


@dataclass
class Layer:
    """One or more plates (a drawing cycle) at a place on the stage. Depth 0 is the sky, 1 the subject, more stands before it."""

    plates: list[Plate]
    x: int
    y: int
    depth: float
    life: Life = STILL
    foot: tuple[float, float] | None = None
    """The point about which it breathes, in stage pixels."""
    corners: list[tuple[int, int]] | None = None
    """Corners of the plates of a cycle, if they differ."""
    head: tuple[float, float] | None = None
    """Of somebody: the middle of the head, in stage pixels."""


@dataclass(frozen=True)
class Light:
    """The main light. `x`, `y` on the stage in pixels; `strength` of its rim on things; `hard` if it has a disc or a bulb."""

    x: float
    y: float
    colour: Colour
    strength: float = 1.0
    hard: bool = True


@dataclass
class Stage:
    """What a painter of backdrops gets, and where it leaves its layers."""

    picture: tuple[int, int]
    """Width and height of the visible picture in pixels."""
    pal: Palette
    rng: Rng
    time: TimeOfDay
    weather: Weather
    mood: Mood
    light: Light
    interior: bool = False
    paved: bool = False
    """Houses stand about, or rails lie: who sits does not sit on a stone."""
    open_water: bool = False
    """The sea lies behind the shore on which the cast stands."""
    shore: float = 1.0
    """Where that shore begins below the water, seen through the lens: share of the picture's height."""
    layers: list[Layer] = field(default_factory=list)
    outdoors: Palette | None = None
    """The colours outside, where this is a room."""
    closer: float = 1.0
    """How much the lens has enlarged the backdrop."""
    horizon: float = 0.6
    """Where the horizon, or the foot of the back wall, lies: share of the picture's height."""
    floor: float = 0.9
    """Where feet stand in a full shot."""

    @property
    def w(self) -> int:
        """Width of the stage in pixels."""
        return round(self.picture[0] * MARGIN / 2) * 2

    @property
    def h(self) -> int:
        """Height of the stage in pixels."""
        return round(self.picture[1] * MARGIN / 2) * 2

    @property
    def aspect(self) -> float:
        """Width by height of the picture."""
        return self.picture[0] / self.picture[1]

    @property
    def unit(self) -> float:
        """Pixels by which things are sized: the picture's height, less on narrow formats."""
        return self.picture[1] * min(1.0, 0.5 + 0.29 * self.aspect)

    def x(self, share: float) -> float:
        """A share of the picture's width as stage pixels."""
        return (self.w - self.picture[0]) / 2 + share * self.picture[0]

    def y(self, share: float) -> float:
        """A share of the picture's height as stage pixels."""
        return (self.h - self.picture[1]) / 2 + share * self.picture[1]

    @property
    def sky_y(self) -> float:
        """The horizon in stage pixels."""
        return self.y(self.horizon)

    @property
    def lit(self) -> int:
        """The side the light comes from: -1 left, 1 right."""
        return 1 if self.light.x > self.w / 2 else -1

    def plate(self, base: Colour | None = None) -> Plate:
        """An empty plate of the stage's size."""
        return Plate(self.w, self.h, base or self.pal.near)

    def glow(self, radius: float) -> Floats:
        """The field of light around the main light, `radius` in units."""
        return bloom(self.h, self.w, self.light.x, self.light.y, radius * self.unit)

    def air(self, plate: Plate, depth: float, haze: float = 1.0) -> Plate:
        """Put air before a far plate: haze by depth, the light's glow, the tooth of the paper."""
        if haze and depth < 0.95:
            thick = {"fog": 1.7, "snow": 1.2, "rain": 1.2, "storm": 1.15}.get(self.weather, 0.8) * haze
            share = min(0.72, max(0.0, 0.5 * (1 - depth) ** 1.5 * thick))
            plate.grade(mix(self.pal.haze, self.pal.top, 0.25), self.pal.haze, share * 0.55, self.y(0.0), self.sky_y)
            plate.tint(self.glow(0.55), self.light.colour, 0.42 * (1 - depth) * min(1.0, self.light.strength))
        return plate.textured(1.5, round(depth * 10))

    def add(self, plate: Plate, depth: float, life: Life = STILL, *, haze: float = 1.0, soft: bool = True) -> None:
        """Leave a plate on the stage. `haze` 0 keeps its colours; only what is painted is kept."""
        cut, x, y = self.air(plate, depth, haze).cropped() if soft else plate.cropped()
        self.layers.append(Layer([cut], x, y, depth, life))

    def dim(self, colour: Colour, depth: float = 1.0) -> Colour:
        """A local colour as it looks here."""
        return self.pal.local(colour, depth)

    def span(self, step: float, low: float = -0.02, high: float = 1.02) -> list[float]:
        """Places about `step` units apart across the whole stage, in pixels, each a little off."""
        out, at = [], low * self.w
        while at < high * self.w:
            out.append(at)
            at += step * self.unit * float(self.rng.uniform(0.6, 1.4))
        return out
