""" "Spend at most N": which shots become cheaper so that a film stays within a budget. Pure; called by `quote` and `begin`.

Shots that carry the film (faces that speak, the first and the last) stay as long as possible. All are first moved one tier
down, the least important first, then the next; only then they stay drawn. What is left over buys the most important back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.plans import Tier
from core.writing.script import NARRATOR, Shot

FACES = {"MCU", "CU", "ECU"}


@dataclass(frozen=True)
class Choices:
    """One shot and what it may be rendered as: (tier, price in milli-credits), the wished one first, each cheaper than the one before.

    Staying drawn, for nothing, is always the last resort and not among them.
    """

    importance: int
    options: tuple[tuple[Tier, int], ...]


def importance(shot: Shot, *, first: bool, last: bool) -> int:
    """How much a film loses with this shot, for the order in which shots become cheaper."""
    speaks = any(line.speaker != NARRATOR for line in shot.lines)
    score = 3 * speaks + 2 * (shot.size in FACES and bool(shot.characters)) + bool(shot.characters) + 2 * (first or last)
    return score - (shot.size == "INSERT")


def within(budget_mc: int, shots: Sequence[Choices]) -> list[Tier | None]:
    """What each shot becomes, None for one that stays drawn. The prices of all add up to at most the budget.

    Nothing could be bought back with what is left over. A negative budget counts as none.
    """
    level = [0] * len(shots)

    def price(i: int, at: int) -> int:
        options = shots[i].options
        return options[at][1] if at < len(options) else 0

    total = sum(price(i, 0) for i in range(len(shots)))
    budget = max(0, budget_mc)
    lesser = sorted(range(len(shots)), key=lambda i: (shots[i].importance, -i))
    deepest = max((len(shot.options) for shot in shots), default=0)
    for step in range(1, deepest + 1):
        for i in lesser:
            if total <= budget:
                break
            if step <= len(shots[i].options) and price(i, step) < price(i, level[i]):
                total += price(i, step) - price(i, level[i])
                level[i] = step
    for i in reversed(lesser):
        better = next((at for at in range(level[i]) if total - price(i, level[i]) + price(i, at) <= budget), level[i])
        total += price(i, better) - price(i, level[i])
        level[i] = better
    return [shot.options[at][0] if at < len(shot.options) else None for shot, at in zip(shots, level, strict=True)]
