"""What is to be done."""

from __future__ import annotations

from tortoise import fields
from tortoise.models import Model


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
