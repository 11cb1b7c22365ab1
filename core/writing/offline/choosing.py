"""Which plots suit an idea, in which tone, and the loglines that say so. Called by `offline_writer` and `proofread`."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from core.writing.offline.composing import Film, loglined, titled
from core.writing.offline.idea import Idea
from core.writing.offline.land import is_bare, place_noun
from core.writing.offline.lexicon import draw, number, word_set, words
from core.writing.offline.parse import parse
from core.writing.offline.plots import TONES, Plot, PlotLine, plots

_WEAK = frozenset(["try", "find", "rule", "old", "everyone", "world", "leave", "arrive", "lonely", "travel", "remember", "learn", "help", "open", "end"])
"""Themes that say little: they count a third."""


FITTING, FITTING_LEAST = 0.4, 5
"""A plot fits that scores this share of the best one; so many may be told of any idea."""
AWAY_LEAST = 0.12
"""What is left of a plot's score that plays somewhere else than the idea does."""


@dataclass(frozen=True)
class Choice:
    """One film that an idea could become."""

    film: Film
    title: str
    logline: str
    variant: int


def tone_wished(wish: str) -> str:
    """The tone that a wish in plain words asks for, or empty."""
    low = re.sub(r"\b(?:less|not so|not as|not too|isn't so) ", "less_", wish.lower())
    asked = set(re.findall(r"[a-z_]+", low))
    listed = words("moods")["wishes"]
    return next((tone for tone in TONES if asked & set(str(listed[tone]).split())), "")


def tone_of(idea: Idea) -> str:
    """The tone that the idea itself calls for, or empty."""
    return next((tone for theme, tone in words("moods")["themes_to_tone"].items() if theme in idea.themes), "")


def flags_of(idea: Idea) -> frozenset[str]:
    """What a plot's `never` and `needs` are held against before there is a world."""
    return idea.themes


def suits(plot: Plot, idea: Idea) -> float:
    """How well a plot suits an idea; below zero it cannot be told of it."""
    flags = flags_of(idea)
    if any(f in flags if not f.startswith("-") else f[1:] not in flags for f in plot.never):
        return -1.0
    if any(need not in flags for need in plot.needs):
        return -1.0
    kind = words("kinds")[plot.kind]

    def weigh(themes: Collection[str]) -> float:
        return sum((0.34 if t in _WEAK else 1.0) for t in themes if t in flags)

    score = 1.6 * weigh(plot.fits) + 1.0 * weigh(kind["themes"]) + 0.8 * len(plot.needs)
    score += 0.5 if kind.get("general") else 0.0
    if plot.kind == "told":
        return 9.0 if "unread" in flags else 0.05
    if "beast" in flags and plot.kind != "animal" and "animal" not in plot.fits:
        score -= 1.0
    return max(score, 0.01)


@cache
def played_outdoors(plot: str) -> float:
    """The share of a plot's spine (`keep` 0 and 1) that can be played in the idea's own place where that has neither door nor table."""
    spine = [(x.at in ("", "home"), take) for x in plots()[plot].exchanges if x.keep <= 1 for take in x.takes]
    spine += [(True, (PlotLine("N", (logline,)),)) for logline in plots()[plot].loglines]
    housebound = word_set("pictures", "housebound")

    def needs_a_house(take: tuple[PlotLine, ...]) -> bool:
        return bool(housebound & {w for line in take for option in line.options for w in re.findall(r"[a-z]+", option.lower())})

    return sum(home and not needs_a_house(take) for home, take in spine) / max(1, len(spine))


def _placed(plot: Plot, place: str) -> float:
    """How well a plot can be played in the place that an idea names; 1 where that is none, or has walls."""
    return max(AWAY_LEAST, played_outdoors(plot.name) ** 2) if is_bare(place) else 1.0


def ranked(idea: Idea, seed: int, tone: str) -> list[Plot]:
    """All plots that can tell the idea, those that fit first, in an order that depends on the seed."""
    scored = []
    place = place_noun(idea)
    for plot in plots().values():
        score = suits(plot, idea)
        if score < 0:
            continue
        score *= _placed(plot, place)
        if tone and tone in plot.tones:
            score *= 1.6 if plot.tones[0] == tone else 1.3
        scored.append((score, plot))
    scored.sort(key=lambda x: (-x[0], x[1].name))
    # Whatever fits about as well as the best may be told first: ideas of one sort are spread over all plots that suit them.
    fitting = [x for x in scored if x[0] >= FITTING * scored[0][0]]
    fitting = scored[: max(len(fitting), FITTING_LEAST)]

    def drawn(item: tuple[float, Plot]) -> float:
        luck = (number(f"{idea.raw}|{seed}|{item[1].name}|choice") % 1000) / 1000
        return float(-(item[0] ** 0.5) * (0.4 + luck))

    return [plot for _, plot in [*sorted(fitting, key=drawn), *scored[len(fitting) :]]]


def choices(text: str, seed: int, wish: str = "", taken: Collection[str] = (), n: int = 3) -> list[Choice]:
    """Films that the idea could become: different plots, of different kinds while there are any; `taken` names plots not to offer again."""
    idea = parse(text)
    tone = tone_wished(wish) or tone_of(idea)
    pool = ranked(idea, seed, tone)
    fresh = [p for p in pool if p.name not in set(taken)] or pool
    picked: list[Plot] = []
    for plot in fresh:
        if len(picked) < n and all(plot.kind != other.kind for other in picked):
            picked.append(plot)
    picked += [p for p in fresh if p not in picked][: n - len(picked)]
    found = []
    for plot in picked:
        toned = (
            tone
            if tone and (tone in plot.tones or tone_wished(wish))
            else draw(f"{idea.raw}|{seed}|{plot.name}|tone", [plot.tones[0], plot.tones[0], *plot.tones])
        )
        film = Film(idea, plot, toned, seed)
        found.append(Choice(film, titled(film), loglined(film), 0))
    return found
