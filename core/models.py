"""The rows. Money has its own schema (`core/ledger/ledger.sql`); everything else stands here.

Who writes what: `conversation` dialogues, actions and posts; `projects` people's projects and versions; `library` whom they know; `rendering`
renders, slates, takes and cuts; `jobs` jobs. Times are UTC. Amounts of credits end in `_mc` (milli-credits).
Where two tables point at each other (project.head_id, slate.take_id) one side is a plain column here and a foreign key in
`migrations/0002_constraints.py`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from tortoise import fields
from tortoise.indexes import Index
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


class Render(Model):
    """One agreed rendering of a version. `key` names the press that agreed to it, so that it happens once."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(64, unique=True)
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("core.Project", on_delete=fields.RESTRICT, related_name="renders")
    project_id: int
    version: fields.ForeignKeyRelation[Version] = fields.ForeignKeyField("core.Version", on_delete=fields.RESTRICT)
    version_id: int
    by: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT)
    by_id: int
    tier = fields.CharField(12)
    rate_mc = fields.BigIntField()
    priority = fields.IntField(default=0)
    state = fields.CharField(16, default="queued")
    cancel_asked = fields.BooleanField(default=False)
    goal_mc = fields.BigIntField(default=0)
    captured_mc = fields.BigIntField(null=True)
    deadline = fields.DatetimeField(null=True)
    settings: dict[str, Any] = fields.JSONField(default=dict)
    error: dict[str, Any] | None = fields.JSONField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "render"
        indexes: ClassVar = [Index(fields=("state",))]


class Slate(Model):
    """One shot of one render: what it costs and, once there is one, the take that was accepted for it.

    `stand_in`: it ships drawn and uncharged, because it failed for good or (with price 0) because a budget spared it.
    """

    id = fields.BigIntField(primary_key=True)
    render: fields.ForeignKeyRelation[Render] = fields.ForeignKeyField("core.Render", on_delete=fields.RESTRICT, related_name="slates")
    render_id: int
    shot_id = fields.CharField(40)
    number = fields.IntField()
    scene = fields.IntField()
    tier = fields.CharField(12)
    frames = fields.IntField()
    recipe = fields.CharField(64, db_index=True)
    price_mc = fields.BigIntField()
    follows_id: int | None = fields.BigIntField(null=True)
    take_id: int | None = fields.BigIntField(null=True)
    stand_in = fields.BooleanField(default=False)

    class Meta:
        table = "slate"
        unique_together = (("render", "shot_id"),)


class Take(Model):
    """One attempt at a shot. Written down as `sending` before anything outside is asked."""

    id = fields.BigIntField(primary_key=True)
    slate: fields.ForeignKeyRelation[Slate] = fields.ForeignKeyField("core.Slate", on_delete=fields.RESTRICT, related_name="takes")
    slate_id: int
    attempt = fields.IntField()
    endpoint = fields.CharField(60, default="")
    provider_job = fields.CharField(120, null=True)
    state = fields.CharField(16, default="asked")
    key = fields.CharField(200, null=True)
    sha256 = fields.CharField(64, null=True)
    tail_key = fields.CharField(200, null=True)
    gpu_s = fields.FloatField(default=0.0)
    cost_usd = fields.FloatField(default=0.0)
    gpu = fields.CharField(60, default="", db_default="")
    usd_per_s = fields.FloatField(default=0.0, db_default=0.0)
    progress = fields.FloatField(default=0.0)
    checks: list[dict[str, Any]] = fields.JSONField(default=list)
    error: dict[str, Any] | None = fields.JSONField(null=True)
    asked_at = fields.DatetimeField(auto_now_add=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "take"
        unique_together = (("slate", "attempt"),)


class GpuRun(Model):
    """What is known of a take that a GPU service was asked for. Written before the asking; only `rendering.gpu` writes it.

    `provider_job` is `<endpoint>/<its job id>`, as in the take. `seq` and `moved_at`: its latest progress, by which a stall is seen.
    """

    id = fields.BigIntField(primary_key=True)
    take_id = fields.BigIntField(unique=True)
    endpoint = fields.CharField(60, db_index=True)
    provider_job = fields.CharField(120, null=True, unique=True)
    folder = fields.CharField(120)
    gpu = fields.CharField(60)
    usd_per_s = fields.FloatField()
    model = fields.CharField(80)
    sent_at = fields.DatetimeField()
    seq = fields.IntField(default=0, db_default=0)
    begun_at = fields.DatetimeField(null=True)
    moved_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    outcome = fields.CharField(20, default="", db_default="")

    class Meta:
        table = "gpu_run"


class Breaker(Model):
    """Whether an endpoint is trusted with orders: closed, open until a time, or half open with one order out to probe it."""

    endpoint = fields.CharField(60, primary_key=True)
    state = fields.CharField(8, default="closed", db_default="closed")
    failures = fields.IntField(default=0, db_default=0)
    opened = fields.IntField(default=0, db_default=0)
    until = fields.DatetimeField(null=True)
    reason = fields.CharField(300, default="", db_default="")

    class Meta:
        table = "breaker"


class PlaneJob(Model):
    """A shot that waits for, or is with, a worker on a card of one's own. Only `rendering.own_gpu` writes it."""

    id = fields.CharField(40, primary_key=True)
    endpoint = fields.CharField(60)
    take_id = fields.BigIntField()
    input: dict[str, Any] = fields.JSONField()
    state = fields.CharField(12, default="IN_QUEUE", db_default="IN_QUEUE")
    worker = fields.CharField(120, default="", db_default="")
    deliveries = fields.IntField(default=0, db_default=0)
    timeout_s = fields.IntField()
    asked_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    taken_at = fields.DatetimeField(null=True)
    seen_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)
    stop_told = fields.BooleanField(default=False, db_default=False)
    output: Any = fields.JSONField(null=True)
    error = fields.TextField(null=True)

    class Meta:
        table = "plane_job"


class PlaneWorker(Model):
    """A worker on a card of one's own, and when it was heard of last."""

    worker = fields.CharField(120, primary_key=True)
    endpoint = fields.CharField(60)
    seen_at = fields.DatetimeField()

    class Meta:
        table = "plane_worker"


class Alarm(Model):
    """Something the operator should look at. At most one is open for each kind and subject; it is cleared when it is over."""

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharField(40)
    subject = fields.CharField(120)
    text = fields.TextField()
    facts: dict[str, Any] = fields.JSONField(default=dict)
    raised_at = fields.DatetimeField(auto_now_add=True)
    cleared_at = fields.DatetimeField(null=True)

    class Meta:
        table = "alarm"


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


class Share(Model):
    """How much of a renderer's time a person or a place has had, on the fair queue's clock. Only `rendering.dispatch` writes it."""

    id = fields.BigIntField(primary_key=True)
    pool = fields.CharField(60)
    flow = fields.CharField(60)
    tag = fields.FloatField(default=0.0)

    class Meta:
        table = "share"
        unique_together = (("pool", "flow"),)


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


class Customer(Model):
    """Who a person is to Stripe. The row is there before Stripe is asked, so that it is asked once."""

    id = fields.BigIntField(primary_key=True)
    person: fields.OneToOneRelation[Person] = fields.OneToOneField("core.Person", on_delete=fields.RESTRICT)
    person_id: int
    outside_id = fields.CharField(64, null=True, unique=True)

    class Meta:
        table = "customer"


class Purchase(Model):
    """A wish to buy something, written down before anybody outside is asked. `key` names the press, `account` the wallet that gets the credits.

    state: asked -> open (there is a page to pay on) -> paid | expired | failed. `amount` in cents or Stars."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(100, unique=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="purchases")
    person_id: int
    via = fields.CharField(12)
    kind = fields.CharField(12)
    item = fields.CharField(40, default="")
    account = fields.CharField(60)
    place: fields.ForeignKeyRelation[Place] = fields.ForeignKeyField("core.Place", on_delete=fields.RESTRICT)
    place_id: int
    thread = fields.CharField(64, default="")
    amount = fields.BigIntField(default=0)
    currency = fields.CharField(3, default="usd")
    credits_mc = fields.BigIntField(default=0)
    project_id: int | None = fields.BigIntField(null=True)
    state = fields.CharField(12, default="asked")
    outside_id = fields.CharField(200, null=True, unique=True)
    url = fields.TextField(default="")
    url_until = fields.DatetimeField(null=True)
    error: dict[str, Any] | None = fields.JSONField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    paid_at = fields.DatetimeField(null=True)

    class Meta:
        table = "purchase"


class Subscription(Model):
    """A plan that is paid by the month. `plan` is what the latest paid month bought, `next_plan` what the next will be; empty: it ends."""

    id = fields.BigIntField(primary_key=True)
    via = fields.CharField(12)
    outside_id = fields.CharField(120)
    customer = fields.CharField(64, default="", db_default="")
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="subscriptions")
    person_id: int
    place: fields.ForeignKeyNullableRelation[Place] = fields.ForeignKeyField("core.Place", null=True, on_delete=fields.RESTRICT)
    place_id: int | None
    thread = fields.CharField(64, default="")
    plan = fields.CharField(20, default="")
    next_plan = fields.CharField(20, default="")
    state = fields.CharField(24, default="")
    paid_from = fields.DatetimeField(null=True)
    paid_until = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "subscription"
        unique_together = (("via", "outside_id"),)


class Payment(Model):
    """Money that arrived and the credits it brought. `key` is the ledger's key of the grant; `outside_id` finds it again when it is taken back.

    Amounts in cents or Stars: `gross` as paid, `tax` of it, `fee` of the payment service (None: not known yet), `refunded` so far.
    `taken_mc`: how many of its credits are gone again; `grants`: the ledger's keys under which it brought them; `moves` counts both ways."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(160, unique=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="payments")
    person_id: int
    account = fields.CharField(60)
    via = fields.CharField(12)
    outside_id = fields.CharField(160, db_index=True)
    purchase: fields.ForeignKeyNullableRelation[Purchase] = fields.ForeignKeyField("core.Purchase", null=True, on_delete=fields.RESTRICT)
    purchase_id: int | None
    subscription: fields.ForeignKeyNullableRelation[Subscription] = fields.ForeignKeyField("core.Subscription", null=True, on_delete=fields.RESTRICT)
    subscription_id: int | None
    item = fields.CharField(40, default="")
    gross = fields.BigIntField()
    tax = fields.BigIntField(default=0)
    fee = fields.BigIntField(null=True)
    currency = fields.CharField(3, default="usd")
    credits_mc = fields.BigIntField(default=0)
    refunded = fields.BigIntField(default=0)
    disputes: dict[str, str] = fields.JSONField(default=dict)
    warned = fields.BooleanField(default=False)
    taken_mc = fields.BigIntField(default=0)
    grants: list[str] = fields.JSONField(default=list)
    moves = fields.IntField(default=0)
    expires_at = fields.DatetimeField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "payment"


class Refund(Model):
    """Money that an operator gives back, written down before the payment service is asked. `amount` in the payment's own currency."""

    id = fields.BigIntField(primary_key=True)
    payment: fields.ForeignKeyRelation[Payment] = fields.ForeignKeyField("core.Payment", on_delete=fields.RESTRICT, related_name="refunds")
    payment_id: int
    amount = fields.BigIntField()
    by = fields.CharField(60)
    why = fields.CharField(200, default="")
    state = fields.CharField(12, default="asked")
    outside_id = fields.CharField(120, null=True, unique=True)
    error = fields.TextField(null=True)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "refund"


class Code(Model):
    """Something that gives credits to whoever tells it: a promotion, an invitation, a gift (whose credits wait in `account`)."""

    id = fields.BigIntField(primary_key=True)
    code = fields.CharField(40, unique=True)
    kind = fields.CharField(12)
    by: fields.ForeignKeyNullableRelation[Person] = fields.ForeignKeyField("core.Person", null=True, on_delete=fields.RESTRICT)
    by_id: int | None
    credits_mc = fields.BigIntField(default=0)
    uses_max = fields.IntField(default=1)
    account = fields.CharField(60, default="")
    expires_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "code"


class CodeUse(Model):
    """Somebody told a code. `code` is empty for the free trial and for tries that failed (`amount_mc` 0)."""

    id = fields.BigIntField(primary_key=True)
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT, related_name="code_uses")
    person_id: int
    code: fields.ForeignKeyNullableRelation[Code] = fields.ForeignKeyField("core.Code", null=True, on_delete=fields.RESTRICT)
    code_id: int | None
    kind = fields.CharField(12)
    place_id: int | None = fields.BigIntField(null=True)
    amount_mc = fields.BigIntField(default=0)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "code_use"
        unique_together = (("code", "person"),)
        indexes: ClassVar = [Index(fields=("at",))]


class Backer(Model):
    """Somebody who helps to pay for a film. How much is the ledger's to say; `named`: they wish to stand in the end credits."""

    id = fields.BigIntField(primary_key=True)
    render: fields.ForeignKeyRelation[Render] = fields.ForeignKeyField("core.Render", on_delete=fields.RESTRICT, related_name="backers")
    render_id: int
    person: fields.ForeignKeyRelation[Person] = fields.ForeignKeyField("core.Person", on_delete=fields.RESTRICT)
    person_id: int
    named = fields.BooleanField(default=False)
    pledges = fields.IntField(default=0)
    at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "backer"
        unique_together = (("render", "person"),)


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


class Job(Model):
    """A wish about a subject, open while done < wanted. Only `core/jobs.py` touches it."""

    id = fields.BigIntField(primary_key=True)
    kind = fields.CharField(30)
    subject = fields.CharField(80)
    queue = fields.CharField(40)
    wanted = fields.BigIntField(default=1, db_default=1)
    done = fields.BigIntField(default=0, db_default=0)
    due_at = fields.DatetimeField()
    epoch = fields.IntField(default=0, db_default=0)
    lease_until = fields.DatetimeField(null=True)
    failures = fields.IntField(default=0, db_default=0)
    error = fields.TextField(null=True)

    class Meta:
        table = "job"
        unique_together = (("kind", "subject"),)
