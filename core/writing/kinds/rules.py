"""How long films of each kind run, and in what shape one is meant when nobody says. Called by `projects` and by the views of the brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from core.writing.script import FILM_S_MAX, FILM_S_MIN, Format, Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Rules:
    """Seconds a film of this kind runs: at least, at most, and where nobody says; and its usual format."""

    least_s: int
    most_s: int
    usual_s: int
    format: Format


RULES: dict[Kind, Rules] = {
    "film": Rules(FILM_S_MIN, FILM_S_MAX, 60, "youtube"),
    "short": Rules(FILM_S_MIN, 180, 30, "shorts"),
    "series": Rules(30, FILM_S_MAX, 60, "youtube"),
    "ad": Rules(FILM_S_MIN, 40, 15, "tiktok"),
    "trailer": Rules(FILM_S_MIN, 150, 30, "youtube"),
    "music_video": Rules(FILM_S_MIN, 600, 60, "youtube"),
}
