"""Credits that are not bought: the free trial, codes, invitations and gifts. Called by the steps of money and by the operator's commands.

Free credits are per person, never per account: linked accounts are one, a code counts once for a person. Against farming: how old an account
is where its platform tells, how many trials a place and how many credits a day give, and how many wrong codes an hour.
Gifts are no promotion: somebody's own credits wait in an account of their own until the code is told, or go back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from tortoise.expressions import F

from core import codes
from core.config import Settings
from core.errors import BadInput
from core.jobs import Job, Tx, transaction
from core.ledger import ledger
from core.ledger.credits import credits_of, to_mc
from core.ledger.ledger import Source
from core.linking import NO_TRIAL
from core.models import Code, CodeUse, Identity, Payment, Person, Place
from payments import telling
from payments.books import everybody, now

PROMO_LIFE = timedelta(days=90)
"""Free credits end after so long."""
GIFT_LIFE = timedelta(days=30)
"""A gift that nobody took goes back."""
INVITE_CREDITS = 20
"""For both, when the invited one buys for the first time."""
INVITED_MAX = 50
"""People one person may bring."""
GIFT_MAX = to_mc(3600)
GIFTS_OPEN_MAX = 10
DISCORD_EPOCH_MS = 1_420_070_400_000
_BUDGET_LOCK = 7_201_330
"""Key of the advisory lock under which the day's budget is read and used."""

Trial = Literal["given", "had", "young", "busy", "none"]


async def trial(tx: Tx, settings: Settings, person: Person, place: Place) -> Trial:
    """The free trial, once for every person. "young": the account is too new. "busy": today's trials are used up; tomorrow it works.

    Called when somebody first sees what something costs. Any number of calls are one trial.
    """
    if not settings.trial_credits or person.settings.get(NO_TRIAL):
        return "none"
    await _lock_budget(tx)
    family = await everybody(person.id)
    for id in family:
        if await ledger.granted(tx.sql, f"trial:{id}"):
            return "had"
    if await _young(family, settings.trial_account_days):
        return "young"
    amount_mc = to_mc(settings.trial_credits)
    if not await _budget(tx, settings, amount_mc) or await _place_is_busy(place, settings):
        return "busy"
    await CodeUse.create(person_id=person.id, code_id=None, kind="trial", place_id=place.parent_id or place.id, amount_mc=amount_mc)
    await ledger.grant(tx.sql, f"trial:{person.id}", ledger.person(person.id), amount_mc, Source.PROMO, expires_at=now() + PROMO_LIFE)
    tx.touch(f"wallet:{ledger.person(person.id)}")
    return "given"


async def _young(family: list[int], days: int) -> bool:
    """Whether every account of the person that tells its age is younger than so many days."""
    ages = [born for one in await Identity.filter(person_id__in=family) if (born := born_at(one.platform, one.outside_id))]
    return bool(ages) and all(now() - born < timedelta(days=days) for born in ages)


def born_at(platform: str, outside_id: str) -> datetime | None:
    """When an account was made, where its id tells: a Discord id begins with its milliseconds."""
    if platform != "discord" or not outside_id.isascii() or not outside_id.isdigit() or len(outside_id) > 20:
        return None
    return datetime.fromtimestamp(((int(outside_id) >> 22) + DISCORD_EPOCH_MS) / 1000, UTC)


async def _lock_budget(tx: Tx) -> None:
    """Free credits are given one after the other, until the transaction ends."""
    await tx.sql.execute_query_dict("SELECT pg_advisory_xact_lock($1::bigint)", [_BUDGET_LOCK])


async def _budget(tx: Tx, settings: Settings, amount_mc: int) -> bool:
    """Whether today's free credits leave room for these; under the lock, so that two cannot both use the rest."""
    await _lock_budget(tx)
    since = now().replace(hour=0, minute=0, second=0, microsecond=0)
    given = sum([one.amount_mc for one in await CodeUse.filter(at__gte=since, kind__in=["trial", "promo", "invite"])])
    return bool(given + amount_mc <= to_mc(settings.promo_credits_per_day))


async def _place_is_busy(place: Place, settings: Settings) -> bool:
    if place.kind == "private" and place.parent_id is None:
        return False
    here = place.parent_id or place.id
    return await CodeUse.filter(kind="trial", place_id=here, at__gt=now() - timedelta(days=1)).count() >= settings.trials_per_place_max


# ---------------------------------------------------------------- codes

Outcome = Literal["promo", "gift", "invited", "wrong", "over", "had", "own", "old", "busy", "too_many"]


@dataclass(frozen=True)
class Redeemed:
    """What came of a code. `amount_mc`: the credits it brought."""

    outcome: Outcome
    amount_mc: int = 0


async def redeem(tx: Tx, settings: Settings, person: Person, typed: str) -> Redeemed:
    """Somebody told a code. Wrong ones are counted and nothing is raised for them: the caller commits and tells."""
    if not await codes.may_guess(tx, person):
        return Redeemed("too_many")
    name = fold(typed)
    code = await Code.filter(code=name).select_for_update().first() if name else None
    if code is None:
        await codes.guessed_wrong(tx, person)
        return Redeemed("wrong")
    family = await everybody(person.id)
    if await CodeUse.filter(code_id=code.id, person_id__in=family).exists():
        return Redeemed("had")
    if (code.expires_at and code.expires_at < now()) or await CodeUse.filter(code_id=code.id).count() >= code.uses_max:
        return Redeemed("over")
    if code.kind == "invite":
        return await _invited(code, person, family)
    if code.kind == "gift":
        return await _gift(tx, code, person)
    if not await _budget(tx, settings, code.credits_mc):
        return Redeemed("busy")
    await CodeUse.create(code_id=code.id, person_id=person.id, kind="promo", amount_mc=code.credits_mc)
    key = f"code:{code.id}:{person.id}"
    await ledger.grant(tx.sql, key, ledger.person(person.id), code.credits_mc, Source.PROMO, expires_at=now() + PROMO_LIFE)
    tx.touch(f"wallet:{ledger.person(person.id)}")
    return Redeemed("promo", code.credits_mc)


def fold(typed: str) -> str:
    """A code as it is kept: lower case, without blanks and hyphens; empty for what cannot be one."""
    plain = "".join(letter for letter in typed.casefold() if letter.isalnum())
    return plain if 4 <= len(plain) <= 40 else ""


async def make_code(name: str, credits: int, *, uses: int, until: datetime | None, by: str = "operator") -> Code:
    """A promotion code, by an operator. Raises BadInput."""
    folded = fold(name)
    if not folded or credits <= 0 or uses <= 0:
        raise BadInput("A code has 4 to 40 letters and digits, gives at least one credit, and at least once.")
    if await Code.filter(code=folded).exists():
        raise BadInput(f"There is a code {folded} already.")
    return await Code.create(code=folded, kind="promo", credits_mc=to_mc(credits), uses_max=uses, expires_at=until)


# ---------------------------------------------------------------- invitations


async def invitation(person: Person) -> Code:
    """A person's own invitation: one code for ever."""
    known = await Code.filter(kind="invite", by_id=person.id).first()
    return known or await Code.create(code=_fresh(), kind="invite", by_id=person.id, credits_mc=to_mc(INVITE_CREDITS), uses_max=INVITED_MAX)


def _fresh() -> str:
    return codes.new_salt()[:12]


async def _invited(code: Code, person: Person, family: list[int]) -> Redeemed:
    """Somebody came by an invitation. Both are thanked when they first buy, so that accounts that never buy, or take it back, bring nothing."""
    if code.by_id in family:
        return Redeemed("own")
    if await Payment.filter(person_id__in=family).exists() or await CodeUse.filter(person_id__in=family, kind="invited").exists():
        return Redeemed("old")
    await CodeUse.create(code_id=code.id, person_id=person.id, kind="invited", amount_mc=0)
    return Redeemed("invited", code.credits_mc)


async def first_purchase(job: Job) -> None:
    """Handles `thank:<person id>`: somebody paid, a payment of theirs was taken back or stands after all, or accounts were linked.

    A guest with a purchase that stands is thanked, and so is who invited them, once; when none stands any more, both thanks go again. What
    counts is how it is now, so that it does not matter in which order it was heard of. Whoever turns out to have invited themselves has nothing.
    """
    async with transaction() as tx:
        tx.finish(job)
        family = await everybody(int(job.subject))
        await tx.sql.execute_query_dict("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", [family[0]])  # nobody links them meanwhile
        uses = await CodeUse.filter(person_id__in=family, kind__in=["invited", "invite"]).order_by("id").select_for_update()
        bought = await Payment.filter(person_id__in=family, gross__gt=0, taken_mc__lt=F("credits_mc")).exists()
        invited = [use for use in uses if bought and (await Code.get(id=use.code_id)).by_id not in family]
        thanked = [use for use in uses if use.kind == "invite"]
        for use in thanked:
            if use not in invited:
                await _take_thanks(tx, use)
        if invited and not thanked:
            await _thank(tx, invited[0])


async def _thank(tx: Tx, use: CodeUse) -> None:
    """Credits for a guest and for who invited them. `use`: locked."""
    code = await Code.get(id=use.code_id)
    assert code.by_id
    use.kind, use.amount_mc, use.moves = "invite", 2 * code.credits_mc, use.moves + 1
    again = f":returned:{use.moves}" if use.moves > 1 else ""
    for id in sorted([(await everybody(one))[0] for one in (use.person_id, code.by_id)]):
        key = f"invite:{use.id}:{id}{again}"
        await ledger.grant(tx.sql, key, ledger.person(id), code.credits_mc, Source.PROMO, expires_at=now() + PROMO_LIFE)
        use.grants = [*use.grants, key]
        tx.touch(f"wallet:{ledger.person(id)}")
        await telling.thanks(tx, key, id, code.credits_mc)
    await use.save(update_fields=["kind", "amount_mc", "moves", "grants"])


async def _take_thanks(tx: Tx, use: CodeUse) -> None:
    """The purchase behind them was taken back: so are the thanks, and what was spent of them is owed. `use`: locked."""
    code = await Code.get(id=use.code_id)
    assert code.by_id
    use.kind, use.amount_mc, use.moves = "invited", 0, use.moves + 1
    for key in use.grants:
        await ledger.claw_back(tx.sql, f"{key}:taken", key)
    for id in sorted({(await everybody(one))[0] for one in (use.person_id, code.by_id)}):
        wallet = ledger.person(id)
        await ledger.pay_debt(tx.sql, f"invite:{use.id}:{id}:owed:{use.moves}", wallet, actor="payments")  # with other credits there are
        tx.touch(f"wallet:{wallet}")
        await telling.thanks_gone(tx, f"invite:{use.id}:{id}:{use.moves}", id, code.credits_mc)
    use.grants = []
    await use.save(update_fields=["kind", "amount_mc", "moves", "grants"])


# ---------------------------------------------------------------- gifts


async def give(tx: Tx, person: Person, amount_mc: int) -> Code:
    """Credits put into a gift: they leave the wallet now and wait under a code. Raises BadInput, or what the ledger refuses."""
    if not 0 < amount_mc <= GIFT_MAX:
        raise BadInput("an amount for a gift", key="error-gift-amount", most=GIFT_MAX // 1000)
    if await Code.filter(kind="gift", by_id=person.id, expires_at__gt=now(), uses_max=1).count() - await _taken(person) >= GIFTS_OPEN_MAX:
        raise BadInput("too many gifts", key="error-gifts-open", most=GIFTS_OPEN_MAX)
    code = await Code.create(code=_fresh(), kind="gift", by_id=person.id, credits_mc=amount_mc, uses_max=1, expires_at=now() + GIFT_LIFE)
    code.account = f"place:gift-{code.id}"
    await code.save(update_fields=["account"])
    mine = ledger.person(person.id)
    moved = await ledger.transfer(tx.sql, f"gift:{code.id}", mine, code.account, amount_mc, actor=mine)
    if isinstance(moved, ledger.Refused):
        if moved.reason is ledger.Reason.INSUFFICIENT:
            raise BadInput("not enough that may be given", key="error-gift-short", have=credits_of(moved.free_mc))
        raise moved.as_error()
    tx.want("gift", code.id, after_s=GIFT_LIFE.total_seconds() + 60)
    tx.touch(f"wallet:{mine}")
    return code


async def _taken(person: Person) -> int:
    return await CodeUse.filter(code__kind="gift", code__by_id=person.id, code__expires_at__gt=now()).count()


async def _gift(tx: Tx, code: Code, person: Person) -> Redeemed:
    """Whoever tells a gift's code has its credits; the giver, too, who thinks better of it."""
    mine = ledger.person(person.id)
    moved = await ledger.transfer(tx.sql, f"gift:{code.id}:taken", code.account, mine, code.credits_mc, actor=mine, sources=None)
    if isinstance(moved, ledger.Refused):
        return await _what_is_left(tx, code, person)
    await CodeUse.create(code_id=code.id, person_id=person.id, kind="gift", amount_mc=code.credits_mc)
    tx.touch(f"gift:{code.id}")
    tx.touch(f"wallet:{mine}")
    return Redeemed("gift", code.credits_mc)


async def _what_is_left(tx: Tx, code: Code, person: Person) -> Redeemed:
    """Part of a gift expired or was taken back with the payment it came from: what is left is given."""
    left_mc = (await ledger.balance(tx.sql, code.account)).free_mc
    if not left_mc:
        return Redeemed("over")
    mine = ledger.person(person.id)
    await ledger.transfer(tx.sql, f"gift:{code.id}:left", code.account, mine, left_mc, actor=mine, sources=None)
    await CodeUse.create(code_id=code.id, person_id=person.id, kind="gift", amount_mc=left_mc)
    tx.touch(f"gift:{code.id}")
    return Redeemed("gift", left_mc)


async def gift_job(job: Job) -> None:
    """Handles `gift:<code id>`: a gift that nobody took in time goes back to who gave it."""
    async with transaction() as tx:
        tx.finish(job)
        code = await Code.filter(id=int(job.subject)).select_for_update().get()
        assert code.by_id
        if await CodeUse.filter(code_id=code.id).exists():
            return
        if code.expires_at and code.expires_at > now():
            tx.want("gift", code.id, after_s=(code.expires_at - now()).total_seconds() + 60)
            return
        giver = (await everybody(code.by_id))[0]
        left_mc = (await ledger.balance(tx.sql, code.account)).free_mc
        if left_mc:
            await ledger.transfer(tx.sql, f"gift:{code.id}:back", code.account, ledger.person(giver), left_mc, actor="system", sources=None)
        await CodeUse.create(code_id=code.id, person_id=giver, kind="gift", amount_mc=left_mc)
        tx.touch(f"gift:{code.id}")
