"""The arguments of the operator's commands about money and films. Apart from what they do, so that `--help` answers at once. Called by `__main__`."""

from __future__ import annotations

from typing import Any


def add_to(admin: Any) -> None:
    """The commands' arguments."""
    sync = admin.add_parser("catalogue", help="prices at Stripe: `sync` makes those that are missing")
    sync.add_argument("do", choices=["sync"])
    margin = admin.add_parser("margin", help="revenue, fees, GPU and AI cost, and what is left")
    margin.add_argument("--by", choices=["film", "tier", "model", "day"], default="tier")
    margin.add_argument("--days", type=int, default=30)
    listed = admin.add_parser("payments", help="the latest payments, of everybody or of one person")
    listed.add_argument("person", type=int, nargs="?")
    refund = admin.add_parser("refund", help="give a payment back, whole or in part")
    refund.add_argument("payment", type=int)
    refund.add_argument("--amount", type=int, help="in cents or Stars; without: all that is left")
    grant = admin.add_parser("grant", help="give somebody credits that do not expire")
    grant.add_argument("person", type=int)
    grant.add_argument("credits", type=int)
    grant.add_argument("--key", default="", help="the same key gives once, however often it is run")
    for name, does in (("freeze", "stop somebody's credits from being spent"), ("thaw", "let somebody spend again")):
        admin.add_parser(name, help=does).add_argument("person", type=int)
    code = admin.add_parser("code", help="make a promotion code")
    code.add_argument("name")
    code.add_argument("credits", type=int)
    code.add_argument("--uses", type=int, default=100)
    code.add_argument("--days", type=int, default=30, help="how long it is good for")
    _films(admin)
    for name in ("refund", "grant", "freeze", "thaw", "takedown"):
        admin.choices[name].add_argument("--why", default="")


def _films(admin: Any) -> None:
    """About films that went out."""
    reports = admin.add_parser("reports", help="what strangers reported about films they watched")
    reports.add_argument("--all", action="store_true", help="closed ones too")
    admin.add_parser("dismiss", help="close a report that asks for nothing").add_argument("report", type=int)
    does = {"takedown": "hand nothing of a film out any more", "restore": "put a film back", "unlink": "revoke a film's watch links"}
    for name, what in does.items():
        admin.add_parser(name, help=what).add_argument("film", type=int)
