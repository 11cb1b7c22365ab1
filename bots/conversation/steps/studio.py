"""Rendering channels and pools: setting a channel up, its rules, its queue board; giving to the pool and what members may spend of it.

Only who manages the place changes its rules (`Address.admin`, asked at every press). Being an admin spends nothing.
"""

from __future__ import annotations

from bots.conversation.pages.studio import ALLOWANCES, AT_ONCE, LENGTHS_S, MAKERS, PERIODS, TIERS
from bots.conversation.steps.cast import number_of
from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from bots.conversation.words import clean
from core.errors import BadInput, NotYours
from core.jobs import Tx
from core.ledger import ledger
from core.ledger.credits import format_credits, parse_credits
from core.models import Member, Place, Post
from core.people import name_of, person_for
from core.places import community, is_shared, place_by_id, pool
from core.rendering import queue
from core.studio_rules import rules_of, set_rules

BOARD = "queue"
"""Name of the view that shows a channel's queue, pinned."""


def _admin(turn: Turn) -> None:
    if not turn.at.admin:
        raise NotYours("not an admin", key="error-studio-not-admin")


def _shared(turn: Turn) -> None:
    if not is_shared(turn.place):
        raise BadInput("not in a channel", key="error-studio-where")


async def setup(turn: Turn, press: Press) -> None:
    """This channel becomes a rendering channel, or its rules are shown. A `role` in the arguments joins or leaves those who may begin films."""
    _shared(turn)
    _admin(turn)
    if turn.at.thread:
        raise BadInput("in a thread", key="error-studio-where")
    rules = rules_of(turn.place)
    changes: dict[str, object] = {} if rules.open else {"open": True, "language": turn.words.language}
    if role := str(press.args.get("role", ""))[:40]:
        roles = dict(rules.roles)
        if roles.pop(role, None) is None:
            roles[role] = str(press.args.get("role_name") or role)[:60]
        changes |= {"roles": roles, "makers": "roles" if roles else "everybody"}
    if changes:
        await set_rules(turn.place, **changes)
    await _board(turn)
    await turn.post("studio", about=f"rules:{turn.place.id}", place=turn.place.id)


async def _board(turn: Turn, *, anew: bool = False) -> None:
    """The channel has its queue board: one pinned message, kept up to date."""
    about = queue.about(turn.place.id)
    if anew:
        await Post.filter(about=about, name=BOARD).update(about="")
    if await Post.filter(about=about, name=BOARD).exists():
        turn.tx.touch(about)
        return
    made = await Post.create(place_id=turn.place.id, thread="", name=BOARD, args={"place": turn.place.id}, about=about)
    turn.tx.want("show", made.id, f"chat:{turn.at.platform}", after_s=turn.soon_s)
    turn.made.append(made)


async def board(turn: Turn, press: Press) -> None:
    """The queue board once more, at the bottom of the channel."""
    _shared(turn)
    _admin(turn)
    if not rules_of(turn.place).open:
        raise BadInput("no rendering channel", key="error-studio-none")
    await _board(turn, anew=True)
    await turn.say("studio-board-anew")


async def close(turn: Turn, press: Press) -> None:
    """The channel is a channel like any other again. Films that are there stay."""
    place = await _place(turn, press)
    await set_rules(place, open=False)
    turn.tx.touch(queue.about(place.id))
    await Post.filter(about=queue.about(place.id), name=BOARD).update(about="")
    await turn.say("studio-closed")


async def _place(turn: Turn, press: Press) -> Place:
    """The place whose rules are changed: this one. Only for its admins."""
    _admin(turn)
    if int(press.args["place"]) != turn.place.id:
        raise NotYours("another place", key="error-not-your-button")
    return await place_by_id(turn.tx, turn.place.id)


async def _change(turn: Turn, press: Press, **changes: object) -> None:
    place = await _place(turn, press)
    await set_rules(place, **changes)
    turn.place.settings = place.settings
    turn.tx.touch(f"rules:{place.id}")
    await turn.again("studio", f"rules:{place.id}")
    turn.tx.touch(queue.about(place.id))


def _of(value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise BadInput(f"there is no {value[:40]!r}", key="error-unexpected")
    return value


async def makers(turn: Turn, press: Press) -> None:
    """Who may begin films."""
    await _change(turn, press, makers=_of(press.value, MAKERS))


async def length(turn: Turn, press: Press) -> None:
    """The longest film."""
    await _change(turn, press, film_s_max=int(_of(press.value, tuple(str(one) for one in LENGTHS_S))))


async def tiers(turn: Turn, press: Press) -> None:
    """What may be rendered."""
    await _change(turn, press, tiers=TIERS[_of(press.value, tuple(TIERS))])


async def at_once(turn: Turn, press: Press) -> None:
    """How many films are rendered together."""
    await _change(turn, press, films_at_once=int(_of(press.value, tuple(str(one) for one in AT_ONCE))))


async def allowance(turn: Turn, press: Press) -> None:
    """What the pool pays for a member: an amount, and in which period."""
    amount, _, period = press.value.partition(" ")
    credits = int(_of(amount, tuple(str(one) for one in ALLOWANCES)))
    await _change(turn, press, allowance_mc=credits * 1000, **({"period": _of(period, PERIODS)} if period else {}))


async def adults(turn: Turn, press: Press) -> None:
    """Whether the channel is for adults only: the other way round."""
    await _change(turn, press, adults=not rules_of(turn.place).adults)


async def announce(turn: Turn, press: Press) -> None:
    """Whether finished films are announced: the other way round."""
    await _change(turn, press, announce=not rules_of(turn.place).announce)


async def my_queue(turn: Turn, press: Press) -> None:
    """One's own renders, and those of the channel one is in."""
    await turn.post("my_queue", place=turn.place.id)


async def show_pool(turn: Turn, press: Press) -> None:
    """The pool; with an amount in the arguments, a gift to it."""
    _shared(turn)
    if press.args.get("give"):
        await _ask_to_give(turn, str(press.args["give"]))
        return
    root = await community(turn.place)
    await turn.post("pool", about=f"pool:{root.id}", place=turn.place.id, root=root.id, admin=turn.at.admin)


async def ask_give(turn: Turn, press: Press) -> Asked:
    """How much to give."""
    return Asked("give", most=20)


async def give(turn: Turn, press: Press) -> None:
    """An amount was typed."""
    _shared(turn)
    await _ask_to_give(turn, press.fields["give"])


async def _ask_to_give(turn: Turn, typed: str) -> None:
    amount_mc = parse_credits(typed, turn.words.language)
    if amount_mc <= 0:
        raise BadInput("nothing", key="error-credits-amount", said=typed[:40])
    root = await community(turn.place)
    offers = (
        Offer("choice-give", "pool.give_sure", {"amount_mc": amount_mc, "root": root.id}, {"credits": turn.words.credits(amount_mc)}),
        Offer("choice-never-mind", "talk.never_mind"),
    )
    await turn.say("give-ask", choices=offers, credits=turn.words.credits(amount_mc), pool=root.name or turn.words.text("pool-this"))


async def give_sure(turn: Turn, press: Press) -> None:
    """Credits move to the pool, once for this press. Trial and promotional ones do not."""
    root = await community(turn.place)
    if int(press.args["root"]) != root.id:
        raise NotYours("another pool", key="error-not-your-button")
    me = ledger.person(turn.person.id)
    moved = await ledger.transfer(turn.tx.sql, f"pool:{press.key}", me, pool(root.id), int(press.args["amount_mc"]), actor=me)
    if isinstance(moved, ledger.Refused):
        if moved.reason is ledger.Reason.INSUFFICIENT:
            raise BadInput("too little to give", key="error-give-short", have=format_credits(moved.free_mc, turn.words.language))
        raise moved.as_error()
    turn.tx.touch(f"pool:{root.id}")
    for place_id in await Place.filter(parent_id=root.id).values_list("id", flat=True):
        turn.tx.touch(queue.about(place_id))  # type: ignore[arg-type]
    await turn.say("given", credits=turn.words.credits(moved.amount_mc))


async def ask_allow(turn: Turn, press: Press) -> Asked:
    """What one member may spend."""
    _admin(turn)
    root = await community(turn.place)
    member = await Member.get_or_none(place_id=root.id, person_id=number_of(press.value))
    now = format_credits(member.allowance_mc, turn.words.language) if member and member.allowance_mc else ""
    return Asked("allow", value=now, most=20, args={"name": await name_of(number_of(press.value)) or "–"})


async def allow(turn: Turn, press: Press) -> None:
    """A member's own allowance in the pool; 0: that of everybody."""
    _admin(turn)
    root = await community(turn.place)
    person_id = number_of(press.value)
    amount_mc = parse_credits(press.fields["allow"], turn.words.language)
    await _allowed(turn, root.id, person_id, amount_mc)


async def allow_named(turn: Turn, press: Press) -> None:
    """The share of a member who was named: whoever it is, also one we never met."""
    _shared(turn)
    _admin(turn)
    root = await community(turn.place)
    amount_mc = parse_credits(str(press.args.get("amount", "")), turn.words.language)
    name = clean(str(press.args.get("name", "")))[:120]
    member = await person_for(turn.tx, turn.at.platform, str(press.args.get("who", ""))[:64], name=name)
    await _allowed(turn, root.id, member.id, amount_mc)


async def _allowed(turn: Turn, root_id: int, person_id: int, amount_mc: int) -> None:
    await _set_allowance(turn.tx, root_id, person_id, amount_mc)
    turn.tx.touch(f"pool:{root_id}")
    await turn.say("allowed", name=await name_of(person_id) or "–", credits=turn.words.credits(amount_mc), own="yes" if amount_mc else "no")


async def _set_allowance(tx: Tx, root_id: int, person_id: int, amount_mc: int) -> None:
    await tx.sql.execute_query_dict(
        """INSERT INTO member (place_id, person_id, roles, allowance_mc) SELECT $1, id, '[]', $3 FROM person WHERE id = $2
           ON CONFLICT (place_id, person_id) DO UPDATE SET allowance_mc = excluded.allowance_mc RETURNING id""",
        [root_id, person_id, amount_mc],
    )


STEPS = {
    "studio.setup": Step(setup, to="", fresh=False),
    "studio.board": Step(board, to="", fresh=False),
    "studio.close": Step(close, to="", fresh=False),
    "studio.makers": Step(makers, to="", fresh=False),
    "studio.length": Step(length, to="", fresh=False),
    "studio.tiers": Step(tiers, to="", fresh=False),
    "studio.at_once": Step(at_once, to="", fresh=False),
    "studio.allowance": Step(allowance, to="", fresh=False),
    "studio.adults": Step(adults, to="", fresh=False),
    "studio.announce": Step(announce, to="", fresh=False),
    "queue.open": Step(my_queue, to="", fresh=False),
    "pool.open": Step(show_pool, to="", fresh=False),
    "pool.give": Step(give, to="", fresh=False, form=ask_give),
    "pool.give_sure": Step(give_sure, to="", fresh=False),
    "pool.allow": Step(allow, to="", fresh=False, form=ask_allow),
    "pool.allow_named": Step(allow_named, to="", fresh=False),
}
