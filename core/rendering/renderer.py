"""The Renderer port: something that turns one shot into one clip, somewhere else, in its own time.

`submit` hands an order over and returns the provider's own job id; nothing is awaited there. What became of it is asked with
`poll` (or told by a webhook, which only makes us ask sooner). A submit is in general *not* repeatable and an answer may be
lost on the way: then the take's manifest in storage tells (see `core.rendering.manifest`).
Implemented by `drawn` (our own media processes) and, behind the same port, by GPU services.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from core.plans import Tier
from core.writing.script import Character, Format, Location, Prop, Scene, Shot

SHAPES: dict[Format, str] = {"youtube": "16:9", "shorts": "9:16", "tiktok": "9:16", "reels": "9:16", "square": "1:1"}
"""Width to height of each format's picture, as video models name it."""
Start = Literal["text", "image", "tail"]
"""What a shot begins from: its words alone, its panel of the storyboard, or the last frames of the shot before."""
OUTSIDE = ("stalled", "timeout", "lost", "internal", "download", "upload", "cancelled")
"""Codes of failures that are not the shot's: they do not count among the tries after which it ships drawn."""


@dataclass(frozen=True)
class Reference:
    """A stored picture of somebody or something that should look the same in every shot."""

    kind: Literal["character", "location", "prop"]
    key: str


@dataclass(frozen=True)
class ShotOrder:
    """Everything a renderer needs to know about one shot; no renderer asks the database.

    `take` names the attempt for ever; `folder` is where in storage its files go (`video.mp4`, `tail.mp4`, `manifest.json`).
    """

    take: int
    attempt: int
    tier: Tier
    folder: str
    shot: Shot
    scene: Scene
    location: Location
    characters: tuple[Character, ...]
    number: int
    """The shot's number in its film, from 1."""
    title: str
    language: str
    format: Format
    seed: int
    width: int
    height: int
    fps: int
    frames: int
    start: Start = "text"
    tail_key: str | None = None
    """With `start` "tail": the stored last frames of the shot before."""
    image_key: str | None = None
    """With `start` "image": the stored panel that was approved."""
    end_key: str | None = None
    """The stored panel that the shot should arrive at: that of the next one, which goes on from it."""
    references: tuple[Reference, ...] = ()
    props: tuple[Prop, ...] = ()
    """The things the shot shows, with what is known of them."""
    previous: Shot | None = None
    """The shot before in the same scene, for renderers that match positions by the script."""


@dataclass(frozen=True)
class Running:
    """Still at it. `progress` 0 to 1 and `eta_s` where the provider tells them; `queued`: not begun."""

    progress: float | None = None
    eta_s: float | None = None
    queued: bool = False


@dataclass(frozen=True)
class Landed:
    """The clip lies in storage. GPU seconds and dollars are what this attempt cost us; `gpu` names the card, `usd_per_s` its price."""

    key: str
    sha256: str
    frames: int
    gpu_s: float = 0.0
    cost_usd: float = 0.0
    tail_key: str | None = None
    gpu: str = ""
    usd_per_s: float = 0.0


@dataclass(frozen=True)
class Failed:
    """It will not come. `retryable`: another attempt may succeed. `code` "cancelled" when we asked for it."""

    code: str
    message: str
    retryable: bool = True
    gpu_s: float = 0.0
    cost_usd: float = 0.0
    gpu: str = ""
    usd_per_s: float = 0.0


@dataclass(frozen=True)
class Rate:
    """US dollars for one finished second. `measured` from takes, or estimated from what is known of the model and the card."""

    usd: float
    measured: bool


@dataclass(frozen=True)
class Unknown:
    """The provider does not know this job (any more): results expire."""


Answer = Running | Landed | Failed | Unknown


class Renderer(Protocol):
    """A place where shots are rendered. Raises Unavailable when it does not answer; the caller tries again."""

    name: str
    """Names it in takes, queues and measurements; lasting."""
    revision: str
    """Changes when the same order gives another picture, so that old takes are not reused."""
    tiers: tuple[Tier, ...]
    slots: int
    """Orders it may hold at a time; the rest waits in our fair queue."""
    seconds_per_second: float
    """Estimate, until takes were measured: wall seconds of one slot for one finished second."""
    poll_s: float
    """How long to wait between two polls."""
    continues: bool
    """Whether a shot can go on from the last frames of the one before."""
    ends: bool
    """Whether a shot can be made to arrive at a picture."""
    references: bool
    """Whether pictures of people, places and things change what it makes."""
    any_shape: bool
    """Whether its takes serve every format by framing; otherwise a take belongs to one format."""
    lips: Literal["none", "speakers", "words"]
    """What of a shot's lines changes its picture: nothing, who speaks, or every word."""
    submit_repeats: bool
    """Whether submitting the same take twice is one job."""
    fps: int
    """Frames a second of its clips; they are brought to the film's own when they are made normal."""
    patience_s: float
    """How long a take whose submit got no answer is waited for before another is asked for."""
    panels: Literal["panels", "painted", "none"]
    """Whether a shot that is no continuation begins from its panel: always, if a model painted it, never."""

    def size(self, format: Format, tier: Tier) -> tuple[int, int]:
        """Width and height in pixels it delivers."""
        ...

    async def submit(self, order: ShotOrder) -> str:
        """Hand the order over. Returns the provider's job id.

        Raises Unavailable when it surely was not taken, OrderRefused when it never will be; any other error leaves that open.
        """
        ...

    async def poll(self, provider_job: str) -> Answer:
        """What became of it. Raises Unavailable."""
        ...

    async def cancel(self, provider_job: str) -> None:
        """Ask for it to stop; `poll` tells when it has. Harmless for what is over. Raises Unavailable."""
        ...

    async def find(self, take: int) -> str | None:
        """The provider's job id of a take whose submit was cut short, where it is known after all."""
        ...

    async def recover(self, take: int, folder: str) -> Landed | Failed | None:
        """What lies in storage of a take that the provider does not know (any more). Raises Unavailable."""
        ...

    async def usd_per_second(self, tier: Tier) -> Rate | None:
        """What one finished second costs us at the endpoint that is cheapest; None where shots cost nothing."""
        ...

    async def rates(self, tier: Tier) -> dict[str, Rate]:
        """The same of each of its endpoints whose cost is known, by the endpoint's name; none where shots cost nothing."""
        ...


class OrderRefused(Exception):
    """A renderer will never take this order. `code` as in `Failed`."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
