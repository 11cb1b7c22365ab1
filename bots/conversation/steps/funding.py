"""Paying for one film together: its maker opens it, anybody in the place puts credits in, takes them back, or is named in the end credits."""

from __future__ import annotations

from bots.conversation.steps.render import declined, head_of
from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from core.errors import BadInput
from core.ledger.credits import credits_of, parse_credits
from core.models import Post, Render
from core.rendering import begin as beginning
from core.rendering import funding
from core.rendering.begin import Declined
from core.rendering.funding import NotPledged


async def start(turn: Turn, press: Press) -> None:
    """The film waits for backers, for a week, where it was asked for."""
    head = await head_of(press.film)
    begun = await beginning.begin(
        turn.tx, turn.desk.studio, key=press.key, project=press.film, version=head, tier=press.args["tier"], by=turn.person,
        agreed_mc=press.args["agreed_mc"], deadline=funding.deadline(),
    )  # fmt: skip
    if isinstance(begun, Declined):
        await declined(turn, press.film, begun)
        return
    await turn.post("card", press.film, about=f"render:{begun.render_id}", render=begun.render_id)
    if not begun.again:
        await _call(turn, begun.render_id)


async def _call(turn: Turn, render_id: int) -> None:
    """The post that everybody in the place may press."""
    made = await Post.create(place_id=turn.place.id, thread=turn.at.thread, name="fund", args={"render": render_id}, about=f"render:{render_id}")
    turn.tx.want("show", made.id, f"chat:{turn.at.platform}", after_s=turn.soon_s)
    turn.made.append(made)


async def show(turn: Turn, press: Press) -> None:
    """The call for backers again, here."""
    await _call(turn, (await _render(press)).id)


async def _render(press: Press) -> Render:
    render = await Render.get_or_none(id=int(press.args["render"]))
    if render is None:
        raise BadInput("no such render", key="error-button-gone")
    return render


async def pledge(turn: Turn, press: Press) -> None:
    """Credits are set aside for the film."""
    render = await _render(press)
    amount_mc = parse_credits(press.fields["pledge"], turn.words.language) if "pledge" in press.fields else int(press.args["amount_mc"])
    done = await funding.pledge(turn.tx, render.id, turn.person, amount_mc)
    if isinstance(done, NotPledged):
        offers: tuple[Offer, ...] = (
            (Offer("choice-buy-credits", "credits.shop"),) if done.why == "insufficient" and turn.desk.till.via(turn.place.platform) else ()
        )
        await turn.say(f"fund-not-{done.why}", choices=offers, trouble=True, free=credits_of(done.free_mc))
        return
    offers = (Offer("choice-fund-name", "fund.name", {"render": render.id}), Offer("choice-fund-back", "fund.withdraw", {"render": render.id}))
    w = turn.words
    await turn.say("fund-thanks", choices=offers, credits=w.credits(done.added_mc), total=w.credits(done.total_mc))


async def ask_amount(turn: Turn, press: Press) -> Asked:
    """How much to put in."""
    return Asked("pledge", most=20)


async def withdraw(turn: Turn, press: Press) -> None:
    """A pledge is taken back."""
    back_mc = await funding.withdraw(turn.tx, (await _render(press)).id, turn.person)
    await turn.say("fund-taken-back" if back_mc else "fund-nothing-back", credits=turn.words.credits(back_mc))


async def name(turn: Turn, press: Press) -> None:
    """To stand in the end credits."""
    named = await funding.name_me(turn.tx, (await _render(press)).id, turn.person, True)
    await turn.say("fund-named" if named else "fund-nothing-back")


STEPS = {
    "fund.start": Step(start, to="spend"),
    "fund.show": Step(show, to="see", fresh=False),
    "fund.pledge": Step(pledge, to="", fresh=False),
    "fund.amount": Step(pledge, to="", fresh=False, form=ask_amount),
    "fund.withdraw": Step(withdraw, to="", fresh=False),
    "fund.name": Step(name, to="", fresh=False),
}
