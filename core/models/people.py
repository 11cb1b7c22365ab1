"""Who people are and where they talk."""

from __future__ import annotations

from typing import Any

from tortoise import fields
from tortoise.models import Model


class Person(Model):
    """A human being, whatever chats they come by. `merged_into` points to who they are after accounts were linked."""

    id = fields.BigIntField(primary_key=True)
    language = fields.CharField(12, default="en")
    merged_into: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("core.Person", null=True, on_delete=fields.RESTRICT)
    merged_into_id: int | None
    blocked_at = fields.DatetimeField(null=True)
    settings: dict[str, Any] = fields.JSONField(default=dict)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "person"


class Identity(Model):
    """Who a person is on one platform."""

    id = fields.BigIntField(primary_key=True)
    platform = fields.CharField(20)
    outside_id = fields.CharField(64)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT)
    person_id: int
    name = fields.CharField(120, default="")

    class Meta:
        table = "identity"
        unique_together = (("platform", "outside_id"),)


class Place(Model):
    """Where people talk: a private chat, a server, a group, a channel, a terminal."""

    id = fields.BigIntField(primary_key=True)
    platform = fields.CharField(20)
    outside_id = fields.CharField(120)
    kind = fields.CharField(20, default="private")
    parent: fields.ForeignKeyNullableRelation[Place] = fields.ForeignKeyField("core.Place", null=True, on_delete=fields.RESTRICT)
    parent_id: int | None
    name = fields.CharField(120, default="")
    settings: dict[str, Any] = fields.JSONField(default=dict)

    class Meta:
        table = "place"
        unique_together = (("platform", "outside_id"),)


class Member(Model):
    """What a person may do in a place."""

    id = fields.BigIntField(primary_key=True)
    place: fields.ForeignKeyRelation[Place] = fields.ForeignKeyField("core.Place", on_delete=fields.RESTRICT)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT)
    roles: list[str] = fields.JSONField(default=list)
    allowance_mc = fields.BigIntField(default=0)

    class Meta:
        table = "member"
        unique_together = (("place", "person"),)


class LinkCode(Model):
    """A code by which a person shows in one chat that they are the one who got it in another. The code is never kept: see `codes`."""

    id = fields.BigIntField(primary_key=True)
    salt = fields.CharField(32)
    digest = fields.CharField(64, unique=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT)
    person_id: int
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "link_code"


class Guess(Model):
    """A code that was typed and is none: too many, and no more are looked at for a while."""

    id = fields.BigIntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT)
    person_id: int
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "guess"
