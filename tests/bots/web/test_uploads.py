"""Signed uploads: one object, of at most so many bytes, for a while; whole or not at all."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bots.web.app import application
from core.links import Links
from core.rendering.addresses import BYTES_MAX, Addresses
from core.storage import Storage

KEY = "takes/3/17/video.mp4"


@pytest.fixture
async def site(db: str, tmp_path: Path) -> AsyncIterator[tuple[Any, Links, Storage]]:
    storage, links = Storage.open("", tmp_path), Links("http://x", b"secret")
    async with TestClient(TestServer(application(storage=storage, links=links, redis_url="redis://127.0.0.1:1"))) as client:
        yield client, links, storage


def put_to(links: Links, *, seconds: int = 60, bytes_max: int = 1000) -> str:
    return links.put_to(KEY, now=time.time(), seconds=seconds, bytes_max=bytes_max).removeprefix("http://x")


async def test_an_object_is_stored_whole(site: Any) -> None:
    client, links, storage = site
    for content in (b"a" * 1000, b"again"):  # a job that is delivered twice delivers twice
        answer = await client.put(put_to(links), data=content)
        assert answer.status == 200
        assert (await storage.fetch(KEY)).read_bytes() == content


async def test_more_than_allowed_is_refused_whatever_it_says_of_itself(site: Any) -> None:
    client, links, storage = site
    assert (await client.put(put_to(links), data=b"a" * 1001)).status == 413

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"a" * 100

    assert (await client.put(put_to(links), data=pieces())).status == 413
    assert await storage.find(KEY) is None


async def test_forged_old_and_other_addresses(site: Any) -> None:
    client, links, storage = site
    good = put_to(links)
    assert (await client.put(put_to(links, seconds=-5), data=b"x")).status == 410
    forged = [
        good.replace("video", "other"), good.replace(".1000.", ".9000."), good.replace("/u/", "/u/9"), "/u/1.2/takes/a", "/u/x.y.z/takes/a",
        links.to(KEY, now=time.time(), seconds=60).removeprefix("http://x").replace("/d/", "/u/"),
    ]  # fmt: skip
    for address in forged:
        assert (await client.put(address, data=b"x")).status == 404, address
    assert (await client.get(good.replace("/u/", "/d/"))).status == 404  # leave to write is none to read
    assert await storage.find(KEY) is None


async def test_a_put_is_not_a_get(site: Any) -> None:
    client, links, _ = site
    assert (await client.get(put_to(links))).status == 405


def test_only_what_workers_make_can_be_delivered(site: Any) -> None:
    _, links, storage = site
    addresses = Addresses(storage, links)
    for name in BYTES_MAX:
        assert "/u/" in addresses.put(f"takes/1/2/{name}", 60)
    with pytest.raises(KeyError):
        addresses.put("takes/1/2/film.exe", 60)
