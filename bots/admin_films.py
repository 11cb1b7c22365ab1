"""The operator's acts about films that went out, as commands: `sysrai admin reports|dismiss|takedown|restore|unlink`.

Called by `commands` with the database open; running processes show what changed by themselves.
"""

from __future__ import annotations

import argparse

from bots.admin_money import operator
from core.config import Settings
from core.jobs import transaction
from core.rendering import takedown as takedowns


async def reports(args: argparse.Namespace, settings: Settings) -> int:
    """The reports that strangers sent from watch pages, a block each."""
    found = 0
    async for one in takedowns.reported(closed=args.all):
        found += 1
        report, state = one.report, "down" if one.down else "open" if one.report.closed_at is None else "closed"
        print(f"{report.id:6} {report.at:%Y-%m-%d %H:%M} film {one.film} “{one.title}”: {report.reason} ({state})")
        for label, text in (("said", report.said), ("reach them at", report.contact)):
            if text:
                print(f"       {label}: {' '.join(text.split())}")
    if not found:
        print("No report is open." if not args.all else "There are no reports.")
    return 0


async def dismiss(args: argparse.Namespace, settings: Settings) -> int:
    """Close a report."""
    async with transaction() as tx:
        closed = await takedowns.dismiss(tx, args.report)
    print(f"Report {args.report} is closed." if closed else f"Report {args.report} was closed before.")
    return 0


async def takedown(args: argparse.Namespace, settings: Settings) -> int:
    """Take a film down."""
    async with transaction() as tx:
        done = await takedowns.take_down(tx, args.film, why=args.why, by=operator())
    print(f"Film {args.film} is taken down{'' if done else ' already'}. `sysrai admin restore {args.film}` puts it back.")
    return 0


async def restore(args: argparse.Namespace, settings: Settings) -> int:
    """Put a film back."""
    async with transaction() as tx:
        done = await takedowns.restore(tx, args.film, by=operator())
    print(f"Film {args.film} can be watched again." if done else f"Film {args.film} was not taken down.")
    return 0


async def unlink(args: argparse.Namespace, settings: Settings) -> int:
    """Revoke a film's watch links."""
    async with transaction() as tx:
        count = await takedowns.take_links_back(tx, args.film)
    print(f"{count} {'link' if count == 1 else 'links'} of film {args.film} opened it; none does any more.")
    return 0


ACTS = {"reports": reports, "dismiss": dismiss, "takedown": takedown, "restore": restore, "unlink": unlink}
"""Every act by its name."""
