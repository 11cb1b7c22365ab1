"""Real processes die: workers and bots by SIGKILL at every kind of commit, Postgres three times, Valkey's memory once.

Several people make films at once, always pressing the recommended button. In the end every film is delivered, the ledger's
audit passes, every film was paid once, and every message that is owed stands in its chat as its rows say.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import redis

from core import database, embedded
from core.jobs import transaction
from core.ledger.audit import audit
from core.models import Job, Post, Render
from core.rendering.advance import ACCEPTED_SQL

KILLS, POSTGRES_KILLS_AT, FLUSH_AT = 54, (14, 28, 42), 21
PEOPLE = ("ana", "ben", "cyd")
IDEAS = ("a lighthouse keeper finds a bottle with her own handwriting", "a robot learns to bake bread", "two rivals share a lift for a night")
PATIENCE_S = 900


@dataclass
class Stage:
    """The processes, and the people at their chats."""

    home: Path
    zygote: subprocess.Popen[str]
    rng: random.Random
    alive: dict[int, str] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    pressed: set[str] = field(default_factory=set)
    updates: int = 0

    def spawn(self, kind: str, fuse: int) -> None:
        """Begin a life."""
        assert self.zygote.stdin
        assert self.zygote.stdout
        self.zygote.stdin.write(f"{kind} {fuse}\n")
        self.zygote.stdin.flush()
        self.alive[int(self.zygote.stdout.readline())] = kind

    def respawn(self, *, fused: bool) -> None:
        """Whoever died lives again."""
        for pid, kind in list(self.alive.items()):
            if not Path(f"/proc/{pid}").exists():
                del self.alive[pid]
                self.spawn(kind, self.rng.randint(4, 60 if kind == "worker" else 25) if fused else 0)

    def deaths(self) -> list[str]:
        """Who died where."""
        path = self.home / "deaths"
        return path.read_text().splitlines() if path.exists() else []

    def tell(self, person: str, **what: str) -> None:
        """Something a person does."""
        self.updates += 1
        update = {"update": f"u{self.updates}", "place": person, **what}
        aside = self.home / "said" / f"{self.updates:06d}.part"
        aside.write_text(json.dumps(update))
        aside.replace(aside.with_suffix(".json"))

    def messages(self) -> dict[int, dict[str, str]]:
        """What stands in all chats, by post."""
        return {int(path.stem): json.loads(path.read_text()) for path in (self.home / "seen").glob("*.json")}

    def play(self, *, more: bool) -> bool:
        """Everybody presses what is recommended, once. Says whether all films that were begun are delivered."""
        seen, over = self.messages(), True
        for person in PEOPLE:
            mine = [message for _, message in sorted(seen.items()) if message["place"] == person]
            films = sum(message["name"] == "film" for message in mine)
            if films == self.begun.get(person, 0):
                if not more:
                    continue
                self.tell(person, idea=IDEAS[(films + PEOPLE.index(person)) % len(IDEAS)])
                self.begun[person] = films + 1
            over = False
            asking = [message["primary"] for message in mine if message["primary"] and message["name"] not in ("film", "card")]
            for action in asking[-1:]:
                if action not in self.pressed:
                    self.pressed.add(action)
                    self.tell(person, action=action)
        return over


def kill_postgres(data: Path) -> None:
    """The server is gone at once; somebody starts it again."""
    os.kill(int((data / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0]), signal.SIGKILL)
    with embedded.servers(data, durable=True):
        pass  # another user of the same servers: it finds them down and starts them


@pytest.mark.timeout(1200)
def test_whatever_dies_every_film_is_made_and_paid_once(tmp_path: Path) -> None:
    home, data = tmp_path / "home", tmp_path / "servers"
    (home / "said").mkdir(parents=True)
    with embedded.servers(data, durable=True) as servers:
        asyncio.run(_migrated(servers.database_url))
        command = [sys.executable, "-m", "tests.fakes.instant_studio", str(home), servers.database_url, servers.redis_url]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as zygote:
            try:
                assert zygote.stdout
                assert zygote.stdout.readline() == "ready\n"
                stage = Stage(home, zygote, random.Random(11))
                _play_through(stage, data, servers)
                asyncio.run(_everything_is_right(servers.database_url, stage))
            finally:
                for pid in stage.alive:
                    bury(pid)
                zygote.kill()


def bury(pid: int) -> None:
    """Kill it, if it lives."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _play_through(stage: Stage, data: Path, servers: embedded.Servers) -> None:
    for kind in ("worker", "worker", "bot"):
        stage.spawn(kind, stage.rng.randint(10, 40))
    postgres, flushed = list(POSTGRES_KILLS_AT), False
    end = time.monotonic() + PATIENCE_S
    while True:
        deaths = len(stage.deaths())
        stage.respawn(fused=deaths < KILLS)
        if postgres and deaths >= postgres[0]:
            postgres.pop(0)
            kill_postgres(data)
        if not flushed and deaths >= FLUSH_AT:
            flushed = True
            with redis.Redis.from_url(servers.redis_url) as valkey:
                valkey.flushall()
        if stage.play(more=deaths < KILLS) and deaths >= KILLS and not postgres:
            return
        assert time.monotonic() < end, f"{deaths} deaths, {stage.begun} begun, standing: {[m['name'] for m in stage.messages().values()]}"
        time.sleep(0.05)


async def _migrated(url: str) -> None:
    await database.connect(url)
    await database.migrate()
    await database.close()


async def _everything_is_right(url: str, stage: Stage) -> None:
    await database.connect(url)
    try:
        for _ in range(400):
            if not [job async for job in Job.all() if job.done < job.wanted]:
                break
            stage.respawn(fused=False)
            await asyncio.sleep(0.05)
        async with transaction() as tx:
            found = await audit(tx.sql, ACCEPTED_SQL)
        print("\n".join(found.lines()), "\n", len(stage.deaths()), "deaths,", sum(stage.begun.values()), "films")
        assert found.ok, found.breaches
        assert not [job.kind async for job in Job.all() if job.done < job.wanted]
        films = await Render.exclude(tier="preview").values_list("state", "captured_mc", "project_id")
        assert len(films) == len({project for _, _, project in films}) == sum(stage.begun.values())
        assert {state for state, _, _ in films} == {"done"}
        seen = stage.messages()
        for post in await Post.all():
            assert post.shown_hash, f"post {post.id} ({post.name}) was never shown"
            assert seen[post.id]["hash"] == post.shown_hash, f"post {post.id} ({post.name}) looks otherwise"
        assert len(stage.deaths()) >= KILLS
        assert {death.partition(" ")[0] for death in stage.deaths()} == {"worker", "bot"}
        assert {death.partition(" ")[2] for death in stage.deaths()} >= {"before _write", "after _write", "before wake", "after wake"}
    finally:
        await database.close()
