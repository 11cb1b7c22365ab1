"""Finished films: their files, the pages they are watched on, and what strangers and the operator say to that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from core.models.films import Project, Version
    from core.models.people import Person
    from core.models.rendering import Render


class Cut(Model):
    """One assembled film of a render: its files in storage and the facts about them."""

    id = fields.BigIntField(primary_key=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("core.Project", on_delete=fields.RESTRICT)
    project_id: int
    render: fields.ForeignKeyRelation[Render] = fields.ForeignKeyField("core.Render", on_delete=fields.RESTRICT, related_name="cuts")
    render_id: int
    version: fields.ForeignKeyRelation[Version] = fields.ForeignKeyField("core.Version", on_delete=fields.RESTRICT)
    version_id: int
    kind = fields.CharField(12, default="final")
    language = fields.CharField(12, default="en")
    format = fields.CharField(20, default="youtube")
    state = fields.CharField(16, default="asked")
    key = fields.CharField(200, null=True)
    files: dict[str, Any] = fields.JSONField(default=dict)
    facts: dict[str, Any] = fields.JSONField(default=dict)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "cut"
        unique_together = (("render", "kind", "language", "format"),)


class Kit(Model):
    """What an editor needs of a rendered film, as files in storage: `files` maps names inside the archive to storage keys."""

    id = fields.BigIntField(primary_key=True)
    render: fields.ForeignKeyRelation[Render] = fields.OneToOneField("core.Render", on_delete=fields.CASCADE, related_name="kit")
    render_id: int
    state = fields.CharField(12, default="asked")
    files: dict[str, str] = fields.JSONField(default=dict)
    facts: dict[str, Any] = fields.JSONField(default=dict)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "kit"


class WatchLink(Model):
    """A page on which anybody who has the address watches a film. Only a hash of its token lies here; `salt` makes the token again with our secret."""

    id = fields.BigIntField(primary_key=True)
    render: fields.ForeignKeyRelation[Render] = fields.ForeignKeyField("core.Render", on_delete=fields.CASCADE, related_name="watch_links")
    render_id: int
    by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("core.Person", null=True, on_delete=fields.SET_NULL)
    by_id: int | None
    salt = fields.CharField(32)
    token_hash = fields.CharField(64, unique=True)
    expires_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "watch_link"


class Report(Model):
    """What a stranger reported about a film they watched, for the operator to look at. `closed_at`: somebody has."""

    id = fields.BigIntField(primary_key=True)
    link: fields.ForeignKeyNullableRelation[WatchLink] = fields.ForeignKeyField("core.WatchLink", null=True, on_delete=fields.SET_NULL)
    link_id: int | None
    render: fields.ForeignKeyRelation[Render] = fields.ForeignKeyField("core.Render", on_delete=fields.CASCADE, related_name="reports")
    render_id: int
    reason = fields.CharField(20)
    said = fields.TextField(default="")
    contact = fields.CharField(200, default="")
    at = fields.DatetimeField(auto_now_add=True)
    closed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "report"


class Takedown(Model):
    """A film that the operator took down: nothing of it is handed out until `restored_at`."""

    id = fields.BigIntField(primary_key=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("core.Project", on_delete=fields.CASCADE, related_name="takedowns")
    project_id: int
    why = fields.CharField(500, default="")
    by = fields.CharField(80, default="")
    at = fields.DatetimeField(auto_now_add=True)
    restored_at = fields.DatetimeField(null=True)
    restored_by = fields.CharField(80, default="")

    class Meta:
        table = "takedown"
