"""The view of a film that several people pay for together: how far it is, until when, and the press that puts credits in."""

from __future__ import annotations

from babel.dates import format_date

from bots.conversation.page import Page
from bots.conversation.views import Block, Body, Progress, View
from bots.conversation.words import Words, literal, shortened
from core.jobs import transaction
from core.ledger.credits import to_mc
from core.models import Render
from core.rendering import funding
from core.rendering import status as looking

STEPS = (5, 20, 60)
"""Credits that one press puts in."""


def how_far(w: Words, now: funding.Standing, render: Render) -> list[Body]:
    """The bar and its words."""
    label = w.text("fund-bar", pledged=w.credits(now.pledged_mc), goal=w.credits(now.goal_mc))
    day = format_date(render.deadline, format="medium", locale=w.locale) if render.deadline else ""
    return [Progress(fraction=min(1.0, now.pledged_mc / now.goal_mc) if now.goal_mc else 1.0, label=label), w.block("fund-who", count=now.backers, day=day)]


async def fund(page: Page) -> View:
    """For everybody in the place: anybody may put credits in."""
    w = page.words
    render = await Render.get(id=page.post.args["render"])
    looked = await looking.status(render.id)
    title = w.title("fund-title", title=shortened(looked.title, 80))
    async with transaction() as tx:
        now = await funding.standing(tx, render)
    if render.state != "funding":
        key = "fund-made" if render.state == "done" else "fund-over" if render.ended_at else "fund-reached"
        return page.view(title, w.block(key, count=now.backers), mood="done" if render.ended_at else "working")
    amounts = [step for step in STEPS if to_mc(step) < now.missing_mc][:2]
    first = amounts[0] if amounts else None
    whole = {"credits": w.credits(now.missing_mc)}
    return page.view(
        title,
        *how_far(w, now, render),
        w.note("fund-promise"),
        choices=(
            page.primary("choice-fund", "fund.pledge", with_={"credits": w.credits(to_mc(first))}, render=render.id, amount_mc=to_mc(first))
            if first
            else page.primary("choice-fund", "fund.pledge", with_=whole, render=render.id, amount_mc=now.missing_mc),
            *(
                page.choice("choice-fund", "fund.pledge", with_={"credits": w.credits(to_mc(one))}, render=render.id, amount_mc=to_mc(one))
                for one in amounts[1:]
            ),
            page.choice("choice-fund-other", "fund.amount", form=True, render=render.id),
            page.choice("choice-fund-back", "fund.withdraw", render=render.id),
        ),
    )


async def card(page: Page, render: Render, title: str) -> View:
    """The maker's own card while their film waits for backers."""
    w = page.words
    async with transaction() as tx:
        now = await funding.standing(tx, render)
    return page.view(
        Block(spans=(literal(title),), kind="title"),
        w.block("card-funding"),
        *how_far(w, now, render),
        choices=(
            page.primary("choice-fund-show", "fund.show", render=render.id),
            page.choice("choice-cancel-render", "render.cancel", style="danger", render=render.id),
        ),
        mood="working",
    )
