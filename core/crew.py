"""Who else works on a film: invited by its owner or a director, in by their own press. Roles: viewer sees, writer changes, director spends too.

An invitation is a code for whoever types it first, or names one person, who alone may accept it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, get_args

from core import codes, projects
from core.errors import BadInput, NotYours
from core.jobs import Tx
from core.models import Crew, Invite, Person, Project
from core.people import name_of

Role = Literal["viewer", "writer", "director"]
ROLES: tuple[Role, ...] = get_args(Role)
PURPOSE = "join"
INVITE_S = 7 * 24 * 3600
CREW_MAX = 25
INVITES_MAX = 20
"""Invitations of one film that are open at a time."""


@dataclass(frozen=True)
class Mate:
    """Somebody of a film's crew."""

    person_id: int
    name: str
    role: Role


def role_named(name: str) -> Role:
    """The role of this name. Raises BadInput for what is none."""
    for role in ROLES:
        if role == name:
            return role
    raise BadInput(f"no role {name[:40]!r}", key="error-crew-role")


async def invite(tx: Tx, secret: bytes, project: Project, by: Person, role: Role) -> Invite:
    """An invitation to this film. Raises NotYours for who may not invite, BadInput when there are too many."""
    await projects.open_project(project.id, by, to="spend")
    now = datetime.now(UTC)
    if await Invite.filter(project_id=project.id, used_at=None, expires_at__gt=now).count() >= INVITES_MAX:
        raise BadInput("too many invitations", key="error-crew-invites", most=INVITES_MAX)
    salt = codes.new_salt()
    digest = codes.digest(secret, PURPOSE, codes.code_of(secret, PURPOSE, salt))
    return await Invite.create(project_id=project.id, role=role, salt=salt, digest=digest, by_id=by.id, expires_at=now + timedelta(seconds=INVITE_S))


def is_open(invite: Invite) -> bool:
    """Whether it may still be accepted."""
    return invite.used_at is None and invite.expires_at > datetime.now(UTC)


def code_of(secret: bytes, invite: Invite) -> str | None:
    """The code to pass on, while it is good."""
    return codes.code_of(secret, PURPOSE, invite.salt) if is_open(invite) else None


async def find(tx: Tx, secret: bytes, person: Person, typed: str) -> Invite | None:
    """The open invitation of a typed code. None also for who guessed wrong too often."""
    code = codes.typed(typed)
    if code is None or not await codes.may_guess(tx, person):
        return None
    found = await Invite.get_or_none(digest=codes.digest(secret, PURPOSE, code))
    return found if found and is_open(found) else None


async def join(tx: Tx, invite_id: int, person: Person) -> Project:
    """This person accepts. Raises NotYours for an invitation that is over, BadInput for the film's owner and for a full crew."""
    found = await Invite.filter(id=invite_id).select_for_update(no_key=True).get_or_none()
    project = await Project.get_or_none(id=found.project_id, deleted_at=None) if found else None
    if found is None or project is None or not is_open(found):
        raise NotYours("this invitation is over", key="error-invite-over")
    if project.owner_id == person.id:
        raise BadInput("it is their own film", key="error-crew-own")
    role = role_named(found.role)
    known = await Crew.get_or_none(project_id=project.id, person_id=person.id)
    if known is None and await Crew.filter(project_id=project.id).count() >= CREW_MAX:
        raise BadInput("the crew is full", key="error-crew-full", most=CREW_MAX)
    if known is None:
        await Crew.create(project_id=project.id, person_id=person.id, role=role)
    elif ROLES.index(role) > ROLES.index(role_named(known.role)):
        known.role = role
        await known.save(update_fields=["role"])
    found.used_at = datetime.now(UTC)
    await found.save(update_fields=["used_at"])
    tx.touch(f"invite:{found.id}")
    tx.touch(f"crew:{project.id}")
    return project


async def decline(tx: Tx, invite_id: int) -> None:
    """The invitation is not accepted, by anybody."""
    await Invite.filter(id=invite_id, used_at=None).update(used_at=datetime.now(UTC))
    tx.touch(f"invite:{invite_id}")


async def mates(project_id: int) -> list[Mate]:
    """The crew beside the owner, in the order they came."""
    rows = await Crew.filter(project_id=project_id).order_by("id").values_list("person_id", "role")
    return [Mate(int(person_id), await name_of(int(person_id)), role_named(role)) for person_id, role in rows]


async def remove(tx: Tx, project: Project, by: Person, person_id: int) -> str:
    """Somebody is no longer of the crew: taken off by the owner or a director, or leaving. Returns their name. Raises NotYours."""
    if by.id != person_id:
        await projects.open_project(project.id, by, to="spend")
    gone = await Crew.filter(project_id=project.id, person_id=person_id).delete()
    if not gone:
        raise NotYours("nobody of the crew", key="error-crew-nobody")
    tx.touch(f"crew:{project.id}")
    return await name_of(person_id)
