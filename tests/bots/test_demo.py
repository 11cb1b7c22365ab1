"""The demo as a newcomer runs it: a film on disk, and one that was killed is finished first, into its own folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core import embedded
from core.film import gate
from core.film.gate import Expected

ROOT = Path(__file__).parents[2]
LEFT = {"film.mp4", "poster.jpg", "storyboard.jpg", "screenplay.fountain", "subtitles.srt", "subtitles.vtt", "subtitles.ass", "receipt.txt"}
DRAWING = "▶ Draw the storyboard"


def sysrai(*args: str, home: Path, **wish: str) -> subprocess.Popen[str]:
    """`sysrai` in a process of its own, with its own data directory."""
    environment = {**os.environ, "SYSRAI_DATA_DIR": str(home / "data"), "PYTHONPATH": str(ROOT), **wish}
    command = [sys.executable, "-m", "bots", *args]
    return subprocess.Popen(command, env=environment, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


@pytest.mark.timeout(900)
async def test_a_killed_film_is_finished_first_and_the_money_is_exact(tmp_path: Path) -> None:
    common = {"LENGTH": "15", "FORMAT": "youtube"}
    killed = sysrai("demo", home=tmp_path, OUT="first", IDEA="A baker argues with the moon; `touch hacked` $(touch hacked)", **common)
    assert killed.stdout
    for line in killed.stdout:
        if line.startswith(DRAWING):
            break
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    try:
        again = sysrai("demo", home=tmp_path, OUT="second", IDEA="A fox steals a violin", **common)
        said, _ = again.communicate(timeout=800)
        assert again.returncode == 0, said
        assert "An earlier run was cut off" in said
        assert said.rstrip().splitlines()[-1] == f"Film: {tmp_path / 'second' / 'film.mp4'}"
        for folder in ("first", "second"):
            assert {path.name for path in (tmp_path / folder).iterdir()} == LEFT
            found = await gate.report(tmp_path / folder / "film.mp4", expected=Expected(seconds=15, width=1280, height=720, subtitles=True))
            assert found.passes, str(found)
        assert not list(tmp_path.rglob("hacked"))
        checked = sysrai("ledger", "check", home=tmp_path)
        books, _ = checked.communicate(timeout=60)
        assert checked.returncode == 0, books
        assert "2 holds (0 open)" in books
    finally:
        embedded.stop((tmp_path / "data").resolve())


def test_a_wrong_length_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    wrong = sysrai("demo", home=tmp_path, LENGTH="5")
    said, _ = wrong.communicate(timeout=60)
    assert wrong.returncode == 2
    assert said.strip() == "sysrai: A film runs from 15 seconds to 3600; 5 is outside."
    assert not (tmp_path / "data").exists()


def test_servers_that_do_not_answer_are_said(tmp_path: Path) -> None:
    for setting, name in (("SYSRAI_DATABASE_URL", "database"), ("SYSRAI_REDIS_URL", "Redis")):
        address = {"SYSRAI_DATABASE_URL": "postgres://nobody@127.0.0.1:9/x", "SYSRAI_REDIS_URL": "redis://127.0.0.1:9"}[setting]
        wrong = sysrai("run", "web", home=tmp_path, **{setting: address})
        said, _ = wrong.communicate(timeout=120)
        assert wrong.returncode == 1
        assert name in said.strip().splitlines()[-1]
        assert setting in said
