"""What of a story goes into a film that is shorter than it. Called by `filming`.

Whole scenes go first where most must go, then single shots: those that would be missed least. What a story is about is told by its
commonest words; people who talk to each other, questions with their answers, the beginning and the end count more.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from core.writing import pacing
from core.writing.importing.story import Story
from core.writing.script import NARRATOR, Scene, Shot, quarter

SQUEEZE = 0.7
"""A shot may last this share of what it would naturally last, as long as its lines fit."""
SCENES_FIRST = 0.55
"""Where less than this share of a story fits, whole scenes go before shots do."""


@dataclass
class Draft:
    """A shot that may go in. `weight`: how much would be missed."""

    shot: Shot
    natural_s: float
    weight: float = 0.0

    @property
    def least_s(self) -> float:
        """Seconds below which it cannot be shown."""
        return max(pacing.least_s(self.shot), quarter(SQUEEZE * self.natural_s), 1.0)


@dataclass
class Stretch:
    """A scene that may go in."""

    scene: Scene
    drafts: list[Draft]


def chosen(stretches: list[Stretch], room: float, story: Story) -> list[Stretch]:
    """The scenes and shots that fit into `room` seconds, in their order."""
    _weigh(stretches, story)
    kept = [replace(one, drafts=list(one.drafts)) for one in stretches]
    natural = sum(draft.natural_s for one in kept for draft in one.drafts)
    if room < SCENES_FIRST * natural:
        kept = _fewer_scenes(kept, room / SCENES_FIRST)
    drafts = [(draft, one) for one in kept for draft in one.drafts]
    least = sum(draft.least_s for draft, _ in drafts)
    ends = {id(kept[0].drafts[0]), id(kept[-1].drafts[-1])}
    for draft, one in sorted(drafts, key=lambda pair: (id(pair[0]) in ends, pair[0].weight))[:-1]:
        if least <= room:
            break
        one.drafts.remove(draft)
        least -= draft.least_s
    return [one for one in kept if one.drafts]


def _fewer_scenes(stretches: list[Stretch], room: float) -> list[Stretch]:
    """Without the scenes that carry least; the first and the last stay."""
    kept = list(stretches)
    total = sum(draft.natural_s for one in kept for draft in one.drafts)
    for one in sorted(stretches[1:-1], key=lambda one: sum(draft.weight for draft in one.drafts) / len(one.drafts)):
        if total <= room:
            break
        total -= sum(draft.natural_s for draft in one.drafts)
        kept = [other for other in kept if other is not one]
    return kept


def _weigh(stretches: list[Stretch], story: Story) -> None:
    """How much each shot would be missed: what the whole story is about counts, and people who talk to each other, and the ends of scenes."""
    words = Counter(word for moment in story.moments for word in _content(moment.text))
    common = {word: count for word, count in words.items() if count > 1}
    most = max(common.values(), default=1)
    for one in stretches:
        for n, draft in enumerate(one.drafts):
            said = " ".join([draft.shot.action, *(line.text for line in draft.shot.lines)])
            content = _content(said)
            weight = sum(math.log1p(common.get(word, 0)) for word in content) / (math.log1p(most) * math.sqrt(len(content) + 4))
            weight += 0.5 if any(line.speaker != NARRATOR for line in draft.shot.lines) else 0.2 if draft.shot.lines else 0.0
            weight += 0.6 if n in (0, len(one.drafts) - 1) else 0.0
            draft.weight = weight / math.sqrt(max(1.0, draft.least_s / 4))
        _answers_count(one.drafts)
    last = stretches[-1].drafts
    for back, draft in enumerate(reversed(last[-3:])):
        draft.weight += 1.5 - 0.4 * back
    for n, draft in enumerate(stretches[0].drafts[:2]):
        draft.weight += 1.2 - 0.5 * n


def _answers_count(drafts: list[Draft]) -> None:
    """A question and its answer stay or go together as far as that can be: what stands beside something that counts, counts."""
    weights = [draft.weight for draft in drafts]
    for n, (one, next_) in enumerate(pairwise(drafts)):
        asked = one.shot.lines and one.shot.lines[-1].text.rstrip("”\"»' ").endswith(("?", "？"))
        talk = one.shot.lines and next_.shot.lines and one.shot.lines[-1].speaker != next_.shot.lines[0].speaker
        if asked or talk:
            share = max(weights[n], weights[n + 1]) * (0.9 if asked else 0.6)
            one.weight, next_.weight = max(one.weight, share), max(next_.weight, share)


def _content(text: str) -> list[str]:
    """The words of a text that are not small."""
    return re.findall(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff]{2}", text.casefold())
