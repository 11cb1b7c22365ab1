"""The `sysrai` command. Expected errors end as one sentence and exit code 1, a wrong call as 2, Ctrl-C as 130."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from pydantic import ValidationError

from bots import admin_arguments
from core import logs
from core.config import Settings
from core.errors import BadInput, Expected

PARTS = ("worker", "web", "discord", "telegram")
"""What `sysrai run` can run here."""


def parser() -> argparse.ArgumentParser:
    """All commands and their arguments."""
    top = argparse.ArgumentParser(prog="sysrai", description="Sysrai makes films in a chat.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("demo", help="from an idea to a film, as a printed chat; IDEA, LENGTH, FORMAT, KIND, TRACK, OUT and SEED come from the environment")
    chat = commands.add_parser("chat", help="talk in this terminal")
    chat.add_argument("--script", type=Path, metavar="FILE", help="answers, one a line; an empty line presses the recommended step")
    run = commands.add_parser("run", help="run what is named, or all that is configured, in one process")
    run.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=f"{', '.join(PARTS)}; without any: all that is configured")
    film = commands.add_parser("film", help="look at a film file").add_subparsers(dest="act", required=True, metavar="ACT")
    check = film.add_parser("check", help="the quality gate: a report, exit 1 where it fails")
    check.add_argument("file", type=Path)
    commands.add_parser("migrate", help="bring the database's tables up to date")
    ledger = commands.add_parser("ledger", help="the credits' books").add_subparsers(dest="act", required=True, metavar="ACT")
    ledger.add_parser("check", help="prove all money invariants, exit 1 on any breach")
    admin = commands.add_parser("admin", help="the operator's acts").add_subparsers(dest="act", required=True, metavar="ACT")
    admin.add_parser("gpus", help="GPU endpoints: what they do, cost and may sell, and the alarms that are open")
    admin.add_parser("stop", help="send no shot that costs money until `go`; films wait").add_argument("why", nargs="?", default="")
    admin.add_parser("go", help="release what `stop` holds back")
    admin.add_parser("funnel", help="how many films reached each step of the journey")
    admin_arguments.add_to(admin)
    return top


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    args = parser().parse_args(argv)
    try:
        settings = read_settings(quiet=args.command in ("demo", "chat", "film", "ledger", "admin"))
        logs.set_up(settings)
        return asyncio_run(args, settings)
    except BadInput as error:
        print(f"sysrai: {error}", file=sys.stderr)
        return 2
    except Expected as error:
        print(f"sysrai: {error}", file=sys.stderr)
        return 1
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("\nStopped. Nothing is lost: start again and it goes on.", file=sys.stderr)
        return 130


def read_settings(*, quiet: bool) -> Settings:
    """The settings of this process. `quiet`: a person is reading, only warnings are logged. Raises BadInput."""
    try:
        settings = Settings()
    except ValidationError as error:
        wrong = "; ".join(f"SYSRAI_{'_'.join(map(str, one['loc'])).upper()}: {one['msg'].lower()}" for one in error.errors())
        raise BadInput(f"A setting is wrong. {wrong}") from error
    if quiet and settings.log_level == "INFO":
        return settings.model_copy(update={"log_level": "ERROR"})
    return settings


def asyncio_run(args: argparse.Namespace, settings: Settings) -> int:
    """The chosen command, in an event loop. Rooms are imported here so that `--help` answers at once."""
    from bots import commands

    with asyncio.Runner() as runner:
        return runner.run(commands.run(args, settings))


if __name__ == "__main__":
    sys.exit(main())
