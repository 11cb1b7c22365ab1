"""Shots in the making: what was agreed, what was tried, who renders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

if TYPE_CHECKING:
    from core.models.films import Project, Version
    from core.models.people import Person


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


class Share(Model):
    """How much of a renderer's time a person or a place has had, on the fair queue's clock. Only `rendering.dispatch` writes it."""

    id = fields.BigIntField(primary_key=True)
    pool = fields.CharField(60)
    flow = fields.CharField(60)
    tag = fields.FloatField(default=0.0)

    class Meta:
        table = "share"
        unique_together = (("pool", "flow"),)


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
