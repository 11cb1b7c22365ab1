"""What is said and shown: open talks, buttons, messages we owe, and updates that were seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from core.models.films import Project
    from core.models.people import Person, Place


class Dialogue(Model):
    """A talk in one place: which film it is about and the question that is open. Nothing else is remembered."""

    id = fields.BigIntField(primary_key=True)
    place: fields.ForeignKeyRelation[Place] = fields.ForeignKeyField("core.Place", on_delete=fields.RESTRICT)
    place_id: int
    thread = fields.CharField(64, default="")
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("core.Person", null=True, on_delete=fields.RESTRICT)
    person_id: int | None
    project: fields.ForeignKeyNullableRelation[Project] = fields.ForeignKeyField("core.Project", null=True, on_delete=fields.SET_NULL)
    project_id: int | None
    asking = fields.CharField(60, default="")
    data: dict[str, Any] = fields.JSONField(default=dict)
    heard_at = fields.DatetimeField(null=True)

    class Meta:
        table = "dialogue"
        unique_together = (("place", "thread", "person"),)


class Action(Model):
    """What a button does, kept here so that the button carries only an opaque id and outlives every process."""

    id = fields.CharField(40, primary_key=True)
    step = fields.CharField(60)
    args: dict[str, Any] = fields.JSONField(default=dict)
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("core.Person", null=True, on_delete=fields.RESTRICT)
    person_id: int | None
    place: fields.ForeignKeyRelation[Place] = fields.ForeignKeyField("core.Place", on_delete=fields.RESTRICT)
    place_id: int
    thread = fields.CharField(64, default="")
    opens_form = fields.BooleanField(default=False)
    expires_at = fields.DatetimeField(null=True)
    pressed_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "action"


class Post(Model):
    """A message we owe or keep up to date: a view by name, about a subject, in a place."""

    id = fields.BigIntField(primary_key=True)
    place: fields.ForeignKeyRelation[Place] = fields.ForeignKeyField("core.Place", on_delete=fields.RESTRICT)
    place_id: int
    thread = fields.CharField(64, default="")
    person: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("core.Person", null=True, on_delete=fields.RESTRICT)
    person_id: int | None
    name = fields.CharField(60)
    args: dict[str, Any] = fields.JSONField(default=dict)
    about = fields.CharField(80, default="", db_index=True)
    notify = fields.BooleanField(default=False)
    key = fields.CharField(120, null=True, unique=True)
    ref: dict[str, Any] | None = fields.JSONField(null=True)
    shown_hash = fields.CharField(64, default="")
    shown_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "post"


class SentFile(Model):
    """What a chat calls a file it has already, so that it is sent without being uploaded again. `platform` names the bot too: ids are its own."""

    id = fields.BigIntField(primary_key=True)
    platform = fields.CharField(40)
    key = fields.CharField(250)
    kind = fields.CharField(12)
    outside_id = fields.CharField(250)

    class Meta:
        table = "sent_file"
        unique_together = (("platform", "key"),)


class Inbox(Model):
    """Something from outside that was received once: a chat update, a webhook."""

    id = fields.BigIntField(primary_key=True)
    source = fields.CharField(30)
    outside_id = fields.CharField(120)
    body: dict[str, Any] = fields.JSONField(default=dict)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "inbox"
        unique_together = (("source", "outside_id"),)
