"""The receipt as a file beside the film: every shot, what it cost and why. Called by `assemble`, before the capture it foretells."""

from __future__ import annotations

from core.ledger.credits import format_credits
from core.models import Render, Slate
from core.people import name_of
from core.rendering.studio import Studio
from core.writing.script import FPS


async def receipt_text(studio: Studio, render: Render, slates: list[Slate]) -> str:
    """The receipt in plain text. Its total is what the render's end captures."""
    script = await studio.script(render.version_id)
    held = sum(slate.price_mc for slate in slates)
    paid = sum(slate.price_mc for slate in slates if slate.take_id)
    name = await name_of(render.by_id)
    lines = [
        f"SYSRAI  receipt for render {render.id}",
        f"{script.title}",
        f"{f'for {name}, ' if name else ''}{render.created_at:%d %B %Y}, tier {render.tier}",
        "",
        f"{'shot':>4}  {'scene':>5}  {'seconds':>7}  {'tier':<9}  {'credits':>8}",
    ]
    lines += [_line(slate) for slate in slates]
    lines += ["", f"Set aside at the start   {format_credits(held):>10}", f"Paid for accepted shots  {format_credits(paid):>10}"]
    lines += [f"Returned                 {format_credits(held - paid):>10}", ""]
    if studio.plays(render.tier):
        lines += ["Paid in play credits, which cost nothing.", ""]
    return "\n".join(lines)


def _line(slate: Slate) -> str:
    paid = format_credits(slate.price_mc if slate.take_id else 0)
    return f"{slate.number:>4}  {slate.scene:>5}  {slate.frames / FPS:>7.2f}  {slate.tier:<9}  {paid:>8}{_why(slate)}"


def _why(slate: Slate) -> str:
    if slate.stand_in:
        return "  drawn, to keep to the budget" if slate.price_mc == 0 else "  could not be rendered: drawn, not charged"
    if slate.take_id is None:
        return "  not rendered, not charged"
    return "  rendered before, not charged again" if slate.price_mc == 0 else ""
