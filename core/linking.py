"""One account over several chats: a code from one chat, typed in another, and two persons are one from then on.

    new_link(Ana on Discord) -> code -> enter_link(somebody on Telegram, code) -> one person: films, cast, crew, credits, history

The older account stays; the other points to it for ever (`person.merged_into`). Everything happens in the caller's one transaction.
An identity may leave again with an account of its own; films and credits stay with the account that is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from core import codes
from core.errors import BadInput, Unavailable
from core.jobs import Tx
from core.ledger import ledger
from core.models import CastMember, Crew, Identity, LinkCode, Member, Person, Project
from core.plans import PLANS, plan_of
from core.references import repoint

PURPOSE = "link"
CODE_S = 600
"""How long a code is good for."""
CODES_MAX = 5
"""Codes one person may get in an hour."""
ROLES = ("viewer", "writer", "director")
"""Of two roles in one crew the later in this list stays."""
NO_TRIAL = "no_trial"
"""A person's setting: no free trial for this account, it was had before."""

Outcome = Literal["linked", "same", "wrong", "too_many"]


@dataclass(frozen=True)
class Entered:
    """What came of a typed code. `person`: who the one who typed it is now. `moved_mc`: credits that came together."""

    outcome: Outcome
    person: Person
    moved_mc: int = 0
    trial_mc: int = 0
    """Free trial credits that went: one trial per person."""


async def new_link(tx: Tx, secret: bytes, person: Person) -> LinkCode:
    """A code for another chat. Raises BadInput when somebody asks for too many."""
    now = datetime.now(UTC)
    if await LinkCode.filter(person_id=person.id, expires_at__gte=now + timedelta(seconds=CODE_S - 3600)).count() >= CODES_MAX:
        raise BadInput("too many codes", key="error-link-codes", most=CODES_MAX)
    salt = codes.new_salt()
    digest = codes.digest(secret, PURPOSE, codes.code_of(secret, PURPOSE, salt))
    return await LinkCode.create(salt=salt, digest=digest, person_id=person.id, expires_at=now + timedelta(seconds=CODE_S))


def code_of(secret: bytes, link: LinkCode) -> str | None:
    """The code to show, while it is good."""
    return codes.code_of(secret, PURPOSE, link.salt) if link.used_at is None and link.expires_at > datetime.now(UTC) else None


async def enter_link(tx: Tx, secret: bytes, person: Person, typed: str) -> Entered:
    """A code was typed by this person. Wrong ones are counted, so nothing is raised for them: the caller commits and tells.

    Raises Unavailable when one of the two accounts is busy this moment.
    """
    if not await codes.may_guess(tx, person):
        return Entered("too_many", person)
    code = codes.typed(typed)
    found = await LinkCode.filter(digest=codes.digest(secret, PURPOSE, code)).select_for_update().first() if code else None
    if found is None or found.expires_at < datetime.now(UTC) or (found.used_at and not await _same(found.person_id, person.id)):
        await codes.guessed_wrong(tx, person)
        return Entered("wrong", person)
    other = await who_now(found.person_id)
    if other.id == person.id:
        return Entered("same", person)
    found.used_at = datetime.now(UTC)
    await found.save(update_fields=["used_at"])
    tx.touch(f"link:{found.id}")
    return await merge(tx, person, other)


async def _same(one: int, two: int) -> bool:
    return await who_now(one) == await who_now(two)


async def who_now(person_id: int) -> Person:
    """Who this person is after any number of merges."""
    person = await Person.get(id=person_id)
    while person.merged_into_id:
        person = await Person.get(id=person.merged_into_id)
    return person


async def merge(tx: Tx, one: Person, two: Person) -> Entered:
    """Two persons are one. The older account stays. Raises Unavailable when something else is being done with one of them.

    Locks their films, then both persons in id order, then (in the ledger) both wallets: the order everybody locks in.
    """
    ids = sorted((one.id, two.id))
    await tx.sql.execute_query_dict("SELECT id FROM project WHERE owner_id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE", [ids])
    locked = await tx.sql.execute_query_dict("SELECT id FROM person WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE SKIP LOCKED", [ids])
    if len(locked) < len(ids):
        raise Unavailable("one of the accounts is busy", key="error-link-busy")
    kept, gone = await Person.get(id=ids[0]), await Person.get(id=ids[1])
    if kept.merged_into_id or gone.merged_into_id:
        raise Unavailable("one of the accounts was just linked", key="error-link-busy")
    if kept.blocked_at or gone.blocked_at:
        raise BadInput("one of the accounts is blocked", key="error-link-blocked")
    await _join_rows(tx, kept, gone)
    trial_mc = await _one_trial(tx, kept, gone)
    merged = await ledger.merge(tx.sql, f"link:{gone.id}", ledger.person(gone.id), ledger.person(kept.id), actor=ledger.person(kept.id))
    assert isinstance(merged, ledger.Merged), merged
    await ledger.pay_debt(tx.sql, f"owed:link:{gone.id}", ledger.person(kept.id), actor="system")
    await repoint(tx, "person", gone.id, kept.id)
    kept.settings = _settings(kept, gone)
    await kept.save(update_fields=["settings"])
    gone.merged_into_id = kept.id
    await gone.save(update_fields=["merged_into_id"])
    for project_id in await Project.filter(owner_id=kept.id, deleted_at=None).values_list("id", flat=True):
        tx.touch(f"project:{project_id}")
    tx.want("plan", kept.id)  # subscriptions of both count now
    tx.want("thank", kept.id)  # and purchases, and nobody is a guest of themselves
    return Entered("linked", kept, merged.amount_mc, trial_mc)


async def _join_rows(tx: Tx, kept: Person, gone: Person) -> None:
    """Rows of which one person has only one: the better, the newer or the larger stays."""
    for crew in await Crew.filter(person_id=gone.id):
        owned = await Project.filter(id=crew.project_id, owner_id__in=[kept.id, gone.id]).exists()  # type: ignore[attr-defined]
        mine = await Crew.get_or_none(project_id=crew.project_id, person_id=kept.id)  # type: ignore[attr-defined]
        if mine and ROLES.index(crew.role) > ROLES.index(mine.role):
            mine.role = crew.role
            await mine.save(update_fields=["role"])
        if mine or owned:
            await crew.delete()
    await Crew.filter(person_id=kept.id, project__owner_id=gone.id).delete()
    for known in await CastMember.filter(owner_id=gone.id):
        mine_too = await CastMember.get_or_none(owner_id=kept.id, known_as=known.known_as)
        if mine_too:
            await (mine_too if known.seen_at > mine_too.seen_at else known).delete()
    for member in await Member.filter(person_id=gone.id):
        both = await Member.get_or_none(place_id=member.place_id, person_id=kept.id)  # type: ignore[attr-defined]
        if both:
            both.allowance_mc, both.roles = max(both.allowance_mc, member.allowance_mc), sorted({*both.roles, *member.roles})
            await both.save(update_fields=["allowance_mc", "roles"])
            await member.delete()


_FAMILY = """WITH RECURSIVE f(id) AS (SELECT $1::bigint UNION SELECT p.id FROM person p JOIN f ON p.merged_into_id = f.id)
 SELECT id FROM f ORDER BY id"""


async def _one_trial(tx: Tx, kept: Person, gone: Person) -> int:
    """Both had a free trial: what is left of the second goes, so that accounts made to be linked bring nothing."""
    first, second = [[row["id"] for row in await tx.sql.execute_query_dict(_FAMILY, [one.id])] for one in (kept, gone)]
    if not any([await ledger.granted(tx.sql, f"trial:{id}") for id in first]):
        return 0
    total_mc = 0
    for id in second:
        if left_mc := await ledger.free_of_grant(tx.sql, f"trial:{id}", ledger.person(gone.id)):
            taken = await ledger.claw_back(tx.sql, f"one-trial:{id}", f"trial:{id}", left_mc, actor="system")
            assert isinstance(taken, ledger.ClawedBack), taken
            total_mc += left_mc
    return total_mc


def _settings(kept: Person, gone: Person) -> dict[str, object]:
    """What both had set: the older account's word counts, the better plan stays, and nothing that was used up comes back."""
    merged: dict[str, object] = {**gone.settings, **kept.settings}
    plan = max((plan_of(kept.settings), plan_of(gone.settings)), key=lambda plan: list(PLANS).index(plan.name))
    if "plan" in merged:
        merged["plan"] = plan.name
    return merged


async def identities(person_id: int) -> list[Identity]:
    """By which chats this person comes, in the order they were met."""
    return await Identity.filter(person_id=person_id).order_by("id")


_LEFT_POSTS = """UPDATE post SET about = '', args = post.args || '{"retired": true}' FROM place
 WHERE place.id = post.place_id AND place.platform = $2 AND place.kind = 'private' AND post.person_id = $1 AND post.about <> '' RETURNING post.id"""
_HOME = """UPDATE project SET home_place_id = $3, home_thread = '' FROM place
 WHERE place.id = project.home_place_id AND place.platform = $2 AND place.kind = 'private' AND project.owner_id = $1 RETURNING project.id"""
_OTHER_PLACE = """SELECT dialogue.place_id FROM dialogue JOIN place ON place.id = dialogue.place_id
 WHERE dialogue.person_id = $1 AND place.kind = 'private' AND place.platform <> $2 ORDER BY dialogue.heard_at DESC NULLS LAST, dialogue.id DESC LIMIT 1"""


async def leave(tx: Tx, person: Person, identity_id: int) -> Person:
    """This identity gets an account of its own, empty and without a new trial. Everything there is stays with the account that is left.

    Raises BadInput for the only identity, and for one that is somebody else's.
    """
    await tx.sql.execute_query_dict("SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE", [person.id])
    mine = await identities(person.id)
    leaving = next((one for one in mine if one.id == identity_id), None)
    if leaving is None or len(mine) < 2:
        raise BadInput("the only identity", key="error-unlink-only")
    alone = await Person.create(language=person.language, settings={NO_TRIAL: True})
    leaving.person_id = alone.id
    await leaving.save(update_fields=["person_id"])
    if not any(one.platform == leaving.platform and one.id != leaving.id for one in mine):
        await tx.sql.execute_query_dict(_LEFT_POSTS, [person.id, leaving.platform])
        elsewhere = await tx.sql.execute_query_dict(_OTHER_PLACE, [person.id, leaving.platform])
        if elsewhere:
            await tx.sql.execute_query_dict(_HOME, [person.id, leaving.platform, elsewhere[0]["place_id"]])
    return alone
