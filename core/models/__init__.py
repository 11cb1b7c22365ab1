"""The rows. Money has its own schema (`core/ledger/ledger.sql`); everything else stands here.

Who writes what: `conversation` dialogues, actions and posts; `projects` people's projects and versions; `library` whom they know; `rendering`
renders, slates, takes and cuts; `jobs` jobs. Times are UTC. Amounts of credits end in `_mc` (milli-credits).
Where two tables point at each other (project.head_id, slate.take_id) one side is a plain column here and a foreign key in
`migrations/0002_constraints.py`.
"""

from __future__ import annotations

from core.models.chats import Action, Dialogue, Inbox, Post, SentFile
from core.models.films import Asset, CastMember, Crew, Invite, Material, Milestone, Project, Translation, Upload, Version
from core.models.money import Backer, Code, CodeUse, Customer, Payment, Purchase, Refund, Subscription
from core.models.outgoing import Cut, Kit, Report, Takedown, WatchLink
from core.models.people import Guess, Identity, LinkCode, Member, Person, Place
from core.models.rendering import Alarm, Breaker, GpuRun, PlaneJob, PlaneWorker, Render, Share, Slate, Take
from core.models.work import Job

__all__ = [
    "Action",
    "Alarm",
    "Asset",
    "Backer",
    "Breaker",
    "CastMember",
    "Code",
    "CodeUse",
    "Crew",
    "Customer",
    "Cut",
    "Dialogue",
    "GpuRun",
    "Guess",
    "Identity",
    "Inbox",
    "Invite",
    "Job",
    "Kit",
    "LinkCode",
    "Material",
    "Member",
    "Milestone",
    "Payment",
    "Person",
    "Place",
    "PlaneJob",
    "PlaneWorker",
    "Post",
    "Project",
    "Purchase",
    "Refund",
    "Render",
    "Report",
    "SentFile",
    "Share",
    "Slate",
    "Subscription",
    "Take",
    "Takedown",
    "Translation",
    "Upload",
    "Version",
    "WatchLink",
]
