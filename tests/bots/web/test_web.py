"""The web process: what its links open, what it refuses, what it tells about itself."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bots.web.app import application
from core.links import Links
from core.storage import Storage

BYTES = bytes(range(256)) * 40


@pytest.fixture
async def client(db: str, redis_url: str, tmp_path: Path) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    storage = Storage.open("", tmp_path)
    (tmp_path / "film.mp4").write_bytes(BYTES)
    await storage.put("films/1/film.mp4", tmp_path / "film.mp4")
    links = Links("http://x", b"secret")
    async with TestClient(TestServer(application(storage=storage, links=links, redis_url=redis_url))) as client:
        client.link = lambda seconds=60: links.to("films/1/film.mp4", now=time.time(), seconds=seconds).removeprefix("http://x")  # type: ignore[attr-defined]
        yield client


async def test_whole_and_ranges(client) -> None:  # type: ignore[no-untyped-def]
    whole = await client.get(client.link())
    assert whole.status == 200
    assert await whole.read() == BYTES
    assert whole.headers["Content-Type"] == "video/mp4"
    for asked, want in {"bytes=0-9": BYTES[:10], "bytes=100-": BYTES[100:], "bytes=-7": BYTES[-7:], "bytes=10200-99999": BYTES[10200:]}.items():
        part = await client.get(client.link(), headers={"Range": asked})
        assert part.status == 206
        assert await part.read() == want
        assert part.headers["Content-Range"].endswith(f"/{len(BYTES)}")
    for unclear in ("bytes=-", "lines=1-2", "bytes=5-1,7-9"):
        assert (await client.get(client.link(), headers={"Range": unclear})).status == 200
    assert (await client.get(client.link(), headers={"Range": "bytes=99999-"})).status == 416
    assert (await client.get(client.link(), headers={"Range": "bytes=0-1", "If-Range": '"other"'})).status == 200
    assert (await client.get(client.link(), headers={"If-None-Match": whole.headers["ETag"]})).status == 304
    head = await client.head(client.link())
    assert head.status == 200
    assert int(head.headers["Content-Length"]) == len(BYTES)


async def test_forged_and_old_links(client) -> None:  # type: ignore[no-untyped-def]
    assert (await client.get(client.link(-5))).status == 410
    assert (await client.get(client.link().replace("film.mp4", "other.mp4"))).status == 404
    assert (await client.get("/d/1.2/films/1/film.mp4")).status == 404
    assert (await client.get("/d/x/..%2f..%2fetc/passwd")).status == 404


async def test_health_and_metrics(client) -> None:  # type: ignore[no-untyped-def]
    health = await client.get("/health")
    assert health.status == 200
    assert await health.json() == {"database": "ok", "redis": "ok"}
    figures = await (await client.get("/metrics")).text()
    assert "sysrai_people 0.0" in figures
    assert 'sysrai_funnel_films{step="idea"} 0.0' in figures
