"""The rules of a rendering channel: who may make films there, how long, with what, and what its pool pays. They stand in the place's settings.

Admins of the place change them; everybody else meets them as a sentence that says the rule and what is possible.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from core.errors import StudioRefused
from core.ledger import ledger
from core.models import Member, Person, Place
from core.places import community, pool
from core.plans import Tier

Period = Literal["day", "week", "month"]
Makers = Literal["everybody", "roles", "admins"]
KEY = "studio"
"""Where in a place's settings its rules stand."""


class Rules(BaseModel):
    """Rules of one channel or group. Without `open` it is no rendering channel, and nothing here counts.

    `roles`: {the platform's id: name} of those who may begin films, where `makers` says roles. `film_s_max`: the longest film, in
    seconds. `tiers`: what may be rendered; empty: all that is offered. `films_at_once`: renders going on together, 0: as many as
    come. `allowance_mc`: what the pool pays for one member in a period; 0: nothing. `adults`: only for those who said they are.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    open: bool = False
    makers: Makers = "everybody"
    roles: dict[str, str] = Field(default_factory=dict)
    film_s_max: int = Field(default=120, ge=15)
    tiers: tuple[Tier, ...] = ()
    films_at_once: int = Field(default=3, ge=0)
    allowance_mc: int = Field(default=0, ge=0)
    period: Period = "month"
    adults: bool = False
    announce: bool = True
    language: str = "en"

    def allows_tier(self, tier: str) -> bool:
        """Whether this may be rendered here."""
        return not self.open or not self.tiers or tier in self.tiers


def rules_of(place: Place) -> Rules:
    """The rules as they stand."""
    return Rules.model_validate(place.settings.get(KEY) or {})


async def set_rules(place: Place, **changes: object) -> Rules:
    """Change some rules. Raises pydantic's ValidationError for what makes none."""
    rules = Rules.model_validate({**rules_of(place).model_dump(), **changes})
    place.settings = {**place.settings, KEY: rules.model_dump(mode="json")}
    await place.save(update_fields=["settings"])
    return rules


def check_beginning(rules: Rules, person: Person, *, roles: tuple[str, ...], admin: bool, length_s: int | None = None) -> None:
    """Whether this person may begin a film (of this length) there. Raises StudioRefused, which says the rule."""
    if not rules.open:
        return
    if rules.makers == "admins" and not admin:
        raise StudioRefused("only admins", key="error-studio-admins")
    if rules.makers == "roles" and not admin and not set(rules.roles) & set(roles):
        raise StudioRefused("only some roles", key="error-studio-roles", roles=", ".join(rules.roles.values()), count=len(rules.roles))
    if rules.adults and not person.settings.get("adult"):
        raise StudioRefused("only adults", key="error-studio-age")
    check_length(rules, length_s)


def check_length(rules: Rules, length_s: int | None) -> None:
    """Whether a film may be so long there. Raises StudioRefused with the longest that may."""
    if rules.open and length_s is not None and length_s > rules.film_s_max:
        raise StudioRefused("too long for this channel", key="error-studio-length", most=rules.film_s_max)


def since(period: Period, now: datetime | None = None) -> datetime:
    """When the running period began: midnight, Monday or the first of the month, UTC."""
    today = (now or datetime.now(UTC)).replace(hour=0, minute=0, second=0, microsecond=0)
    if period == "week":
        return today - timedelta(days=today.weekday())
    return today.replace(day=1) if period == "month" else today


class Purse(BaseModel):
    """A pool as a payer: its account, and what one member may spend of it since a time."""

    model_config = ConfigDict(frozen=True)

    account: str
    limit_mc: int
    since: datetime


async def purse_for(place: Place, person_id: int) -> Purse | None:
    """The pool that may pay for this member's films in this place, or None. Being an admin changes nothing."""
    rules = rules_of(place)
    if not rules.open:
        return None
    root = await community(place)
    member = await Member.get_or_none(place_id=root.id, person_id=person_id)
    limit_mc = member.allowance_mc if member and member.allowance_mc else rules.allowance_mc
    return Purse(account=pool(root.id), limit_mc=limit_mc, since=since(rules.period)) if limit_mc else None


def actor(person_id: int) -> str:
    """Who spends, as the ledger writes it down."""
    return ledger.person(person_id)
