"""Films on paper: their versions, who works on them, what was brought for them and what is remembered of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tortoise import fields
from tortoise.models import Model

if TYPE_CHECKING:
    from core.models.people import Person, Place


class Project(Model):
    """One film in the making. `head` is the version that counts now; the brief is kept beside it."""

    id = fields.BigIntField(primary_key=True)
    owner: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="projects")
    owner_id: int
    home_place: fields.ForeignKeyRelation[Place] = fields.ForeignKeyField("core.Place", on_delete=fields.RESTRICT, related_name="projects")
    home_place_id: int
    home_thread = fields.CharField(64, default="")
    head_id: int | None = fields.BigIntField(null=True)
    kind = fields.CharField(20, default="film")
    idea = fields.TextField()
    format = fields.CharField(20, default="youtube")
    language = fields.CharField(12, default="en")
    length_s = fields.IntField(default=60)
    seed = fields.IntField(default=0)
    settings: dict[str, Any] = fields.JSONField(default=dict)
    parent: fields.ForeignKeyNullableRelation[Project] = fields.ForeignKeyField("core.Project", null=True, on_delete=fields.SET_NULL)
    parent_id: int | None
    deleted_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "project"


class Crew(Model):
    """Who else works on a film, as writer, director or viewer."""

    id = fields.BigIntField(primary_key=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("core.Project", on_delete=fields.CASCADE, related_name="crew")
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT)
    person_id: int
    role = fields.CharField(20)

    class Meta:
        table = "crew"
        unique_together = (("project", "person"),)


class Invite(Model):
    """A code that lets somebody into a film's crew, once. The code is never kept: see `codes`. Only `crew` writes it."""

    id = fields.BigIntField(primary_key=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("core.Project", on_delete=fields.CASCADE)
    project_id: int
    role = fields.CharField(20)
    salt = fields.CharField(32)
    digest = fields.CharField(64, unique=True)
    by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT)
    by_id: int
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "invite"


class Version(Model):
    """One state of a film on paper. Asked for first (`ask`), written by a job, frozen once `loglines`, `script` or `error` is set.

    Only `board`, `portraits` (of people, places and things, by their ids) and `voices` still change then: what was drawn and spoken of it.
    A picture that its owner deletes disappears from all versions."""

    id = fields.BigIntField(primary_key=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("core.Project", on_delete=fields.CASCADE, related_name="versions")
    project_id: int
    parent: fields.ForeignKeyNullableRelation[Version] = fields.ForeignKeyField("core.Version", null=True, on_delete=fields.SET_NULL)
    parent_id: int | None
    by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("core.Person", null=True, on_delete=fields.RESTRICT)
    by_id: int | None
    number = fields.IntField(default=1)
    said = fields.TextField(default="")
    ask: dict[str, Any] = fields.JSONField(default=dict)
    draft: dict[str, Any] | None = fields.JSONField(null=True)
    loglines: list[dict[str, Any]] | None = fields.JSONField(null=True)
    script: dict[str, Any] | None = fields.JSONField(null=True)
    changes: list[dict[str, Any]] = fields.JSONField(default=list)
    unclear: list[str] = fields.JSONField(default=list)
    error: dict[str, Any] | None = fields.JSONField(null=True)
    usage: dict[str, Any] = fields.JSONField(default=dict)
    board: dict[str, Any] = fields.JSONField(default=dict)
    portraits: dict[str, str] = fields.JSONField(default=dict)
    voices: dict[str, Any] = fields.JSONField(default=dict)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "version"
        unique_together = (("project", "number"),)


class Translation(Model):
    """A version's script in another language. Cuts in that language wait for it in state `waiting`."""

    id = fields.BigIntField(primary_key=True)
    version: fields.ForeignKeyRelation[Version] = fields.ForeignKeyField("core.Version", on_delete=fields.CASCADE, related_name="translations")
    version_id: int
    language = fields.CharField(12)
    state = fields.CharField(12, default="asked")
    script: dict[str, Any] | None = fields.JSONField(null=True)
    error: dict[str, Any] | None = fields.JSONField(null=True)
    usage: dict[str, Any] = fields.JSONField(default=dict)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "translation"
        unique_together = (("version", "language"),)


class CastMember(Model):
    """Somebody of a person's films, remembered to play in others. `known_as` is the name folded: one entry per name. Only `library` writes it."""

    id = fields.BigIntField(primary_key=True)
    owner: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.CASCADE, related_name="cast_members")
    owner_id: int
    known_as = fields.CharField(120)
    name = fields.CharField(60)
    character: dict[str, Any] = fields.JSONField()
    portrait = fields.CharField(200, default="")
    project: fields.ForeignKeyNullableRelation[Project] = fields.ForeignKeyField("core.Project", null=True, on_delete=fields.SET_NULL)
    project_id: int | None
    seen_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "cast_member"
        unique_together = (("owner", "known_as"),)


class Asset(Model):
    """A place or a thing of a person's films, remembered for others: `kind` is "place" or "prop". One entry per name. Only `library` writes it."""

    id = fields.BigIntField(primary_key=True)
    owner: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.CASCADE, related_name="assets")
    owner_id: int
    kind = fields.CharField(12)
    known_as = fields.CharField(120)
    name = fields.CharField(80)
    looks: dict[str, Any] = fields.JSONField()
    picture = fields.CharField(200, default="")
    project: fields.ForeignKeyNullableRelation[Project] = fields.ForeignKeyField("core.Project", null=True, on_delete=fields.SET_NULL)
    project_id: int | None
    seen_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "asset"
        unique_together = (("owner", "kind", "known_as"),)


class Material(Model):
    """A story that somebody brought, as a file (`key` in storage) or as text. Read by a job: `facts` or `error` is set then."""

    id = fields.BigIntField(primary_key=True)
    owner: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.CASCADE, related_name="materials")
    owner_id: int
    name = fields.CharField(200, default="")
    key = fields.CharField(400, default="")
    text = fields.TextField(null=True)
    facts: dict[str, Any] | None = fields.JSONField(null=True)
    error: dict[str, Any] | None = fields.JSONField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "material"


class Upload(Model):
    """A file that somebody sent: where it lies, what it could be, and what was found in it. Only `core.uploads` writes it.

    `facts` are what an inspector of its kind found, `error` {key, args} why it cannot be used.
    """

    id = fields.BigIntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="uploads")
    person_id: int
    kind = fields.CharField(12)
    key = fields.CharField(200)
    name = fields.CharField(200)
    size = fields.BigIntField()
    state = fields.CharField(12, default="new", db_default="new")
    facts: dict[str, Any] = fields.JSONField(default=dict)
    error: dict[str, Any] | None = fields.JSONField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "upload"


class Milestone(Model):
    """How far a film got, for the onboarding funnel: each step once."""

    id = fields.BigIntField(primary_key=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("core.Project", on_delete=fields.CASCADE)
    project_id: int
    step = fields.CharField(30)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "milestone"
        unique_together = (("project", "step"),)
