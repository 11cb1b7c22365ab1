"""A process that dies before or after any commit, or around any call to the outside: the film ends, and is paid once.

Death is an exception that nothing catches, thrown at the n-th such moment; its leases run out, and others go on. Real kills of
real processes are in `tests/test_kills.py`.
"""

from __future__ import annotations

from typing import Any

import pytest

from core import jobs
from core.models import Render, Take
from core.rendering.begin import cancel
from core.storage import Storage
from tests.fakes.instant import InstantRenderer, tiny_script


class Killed(BaseException):
    """The process is gone."""


class Fuse:
    """Counts moments and kills at the n-th."""

    def __init__(self) -> None:
        self.at, self.passed = 0, 0

    def here(self) -> None:
        self.passed += 1
        if self.passed == self.at:
            raise Killed


@pytest.fixture
def fuse(monkeypatch: pytest.MonkeyPatch) -> Fuse:
    """Fuses before and after every commit of a job, every submit and every file that is stored."""
    fuse = Fuse()
    write, wake, submit, put = jobs._write, jobs.wake, InstantRenderer.submit, Storage.put

    async def before_commit(tx: jobs.Tx) -> list[dict[str, Any]]:
        rows = await write(tx)
        fuse.here()
        return rows

    async def after_commit(rows: Any) -> None:
        fuse.here()
        await wake(rows)

    async def around_submit(self: InstantRenderer, order: Any) -> str:
        fuse.here()
        job = await submit(self, order)
        fuse.here()
        return job

    async def around_put(self: Storage, key: str, file: Any) -> Any:
        fuse.here()
        stored = await put(self, key, file)
        fuse.here()
        return stored

    monkeypatch.setattr(jobs, "_write", before_commit)
    monkeypatch.setattr(jobs, "wake", after_commit)
    monkeypatch.setattr(InstantRenderer, "submit", around_submit)
    monkeypatch.setattr(Storage, "put", around_put)
    return fuse


async def one_film(lot: Any, fuse: Fuse, kill_at: int, *, cancelling: bool) -> bool:
    """One film with a kill at that moment. Returns whether it came to that."""
    fuse.at = 0
    ana = await lot.person(100)
    project, version = await lot.project(ana, tiny_script(3, continues=(2,)))
    lot.renderer.script = {"h3": ["fails", "slow" if cancelling else "lands"]}
    render_id = await lot.begin(project, version, ana)
    fuse.at, fuse.passed = kill_at, 0
    killed = False
    for round_ in range(100):
        try:
            if cancelling and round_ == 6:
                async with jobs.transaction() as tx:
                    await cancel(tx, render_id)
            if not await lot.step():
                break
        except Killed:
            killed = True
    fuse.at = 0
    if cancelling:
        async with jobs.transaction() as tx:
            await cancel(tx, render_id)
        await lot.pump()
    await lot.prove()
    render = await Render.get(id=render_id)
    accepted = await Take.filter(slate__render_id=render_id, state="accepted").count()
    assert render.state == ("cancelled" if cancelling else "done")
    assert render.captured_mc == 2000 * accepted
    assert cancelling or accepted == 3
    assert await lot.free(ana) == 100_000 - 2000 * accepted
    assert await lot.film_posts(render_id) == (1 if accepted else 0)
    return killed


@pytest.mark.parametrize("cancelling", [False, True])
async def test_killed_at_every_moment(lot: Any, fuse: Fuse, cancelling: bool) -> None:
    kill_at = 1
    while await one_film(lot, fuse, kill_at, cancelling=cancelling):
        kill_at += 1
    assert kill_at > 50
