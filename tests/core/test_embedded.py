"""The embedded servers: shared by processes, recovered after kills, gone when the last user leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import asyncpg
import pytest
import redis

from core import embedded
from core.errors import SetupFailed

USER = textwrap.dedent("""
    import sys, pathlib
    from core import embedded
    with embedded.servers(pathlib.Path(sys.argv[1]), durable=False):
        print("up", flush=True)
        sys.stdin.readline()
""")


def user(home: Path) -> subprocess.Popen[str]:
    """Another process that uses the servers until told to leave."""
    process = subprocess.Popen([sys.executable, "-c", USER, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "up\n"
    return process


def leave(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=60)


async def ask(url: str, sql: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


async def test_the_last_one_out_stops_them(tmp_path: Path) -> None:
    first = user(tmp_path)
    pid = int((tmp_path / "postgres" / "postmaster.pid").read_text().split()[0])
    with embedded.servers(tmp_path, durable=False) as running:
        leave(first)
        assert await ask(running.database_url, "SELECT 7") == 7
        with redis.Redis.from_url(running.redis_url) as client:
            assert client.ping()
    assert not embedded._alive(pid)
    assert not embedded.sockets(tmp_path.resolve()).exists()


async def test_a_killed_user_and_a_killed_postgres_lose_nothing(tmp_path: Path) -> None:
    first = user(tmp_path)
    with embedded.servers(tmp_path, durable=False) as running:
        await ask(running.database_url, "CREATE TABLE kept (n int)")
    first.kill()
    first.wait()
    for pipe in (first.stdin, first.stdout):
        assert pipe
        pipe.close()
    os.kill(int((tmp_path / "postgres" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    os.kill(int((tmp_path / "valkey" / "pid").read_text()), signal.SIGKILL)
    with embedded.servers(tmp_path, durable=False) as running:
        assert await ask(running.database_url, "SELECT count(*) FROM kept") == 0


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "postgres").write_text("no folder")
    with pytest.raises(SetupFailed, match="SYSRAI_DATA_DIR"), embedded.servers(tmp_path, durable=False):
        pass
