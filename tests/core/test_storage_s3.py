"""The same storage on something that speaks S3."""

from __future__ import annotations

import asyncio
import io
import os
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from moto.server import ThreadedMotoServer

from core.errors import Unavailable
from core.models import Kit
from core.rendering.kit import archive
from core.storage import Storage


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with urlopen(Request(f"http://{host}:{port}/films", method="PUT")) as answer:  # makes the bucket
        assert answer.status == 200
    yield f"http://{host}:{port}"
    server.stop()


def storage_at(endpoint: str, home: Path, bucket: str = "films") -> Storage:
    return Storage.open(f"s3://{bucket}/own?endpoint={endpoint}&region=us-east-1&access_key_id=a&secret_access_key=b", home)


async def test_put_find_fetch_read_link_delete(endpoint: str, tmp_path: Path) -> None:
    storage = storage_at(endpoint, tmp_path / "data")
    (tmp_path / "film").write_bytes(bytes(range(250)) * 20)
    stored = await storage.put("films/1/film.mp4", tmp_path / "film")
    assert stored.size == 5000
    assert (await storage.fetch("films/1/film.mp4")).read_bytes() == (tmp_path / "film").read_bytes()
    assert b"".join([piece async for piece in storage.read("films/1/film.mp4", 250, 3)]) == bytes([0, 1, 2])
    link = storage.outside_link("films/1/film.mp4", 60)
    assert link
    assert "X-Amz-Signature" in link
    assert len(await asyncio.to_thread(lambda: urlopen(link).read())) == 5000
    assert await storage.find("films/2/film.mp4") is None
    with pytest.raises(FileNotFoundError):
        await storage.fetch("films/2/film.mp4")
    copy = await storage.fetch("films/1/film.mp4")
    assert (storage.sweep(3600, time.time()), copy.exists()) == (0, True)
    assert (storage.sweep(3600, time.time() + 7200), copy.exists()) == (1, False)
    assert (await storage.fetch("films/1/film.mp4")).stat().st_size == 5000, "the object is still there, and is fetched again"
    assert await storage.delete("films/1") == 1
    assert await storage.find("films/1/film.mp4") is None


@pytest.mark.parametrize("where", ["disk", "s3"])
async def test_an_editing_kit_is_one_archive_wherever_its_files_lie(where: str, endpoint: str, tmp_path: Path, db: str) -> None:
    storage = storage_at(endpoint, tmp_path) if where == "s3" else Storage.open("", tmp_path)
    large, small = os.urandom(3 << 20), "سيناريو\n".encode()
    for key, data in (("kits/1/film.mov", large), ("kits/1/script.fountain", small)):
        (tmp_path / "aside").write_bytes(data)
        await storage.put(key, tmp_path / "aside")
    kit = Kit(
        id=1, render_id=1, files={"edit/media/film.mov": "kits/1/film.mov", "script/نص.fountain": "kits/1/script.fountain", "gone.pdf": "kits/1/gone.pdf"}
    )
    pieces = [len(piece) async for piece in archive(storage, kit, "film")]
    whole = io.BytesIO(b"".join([piece async for piece in archive(storage, kit, "film")]))
    assert len(pieces) > 3, "piece by piece"
    with zipfile.ZipFile(whole) as files:
        assert files.testzip() is None
        assert {name: files.read(name) for name in files.namelist()} == {"film/edit/media/film.mov": large, "film/script/نص.fountain": small}


async def test_what_cannot_be_stored_is_said(endpoint: str, tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(b"x")
    with pytest.raises(Unavailable, match="Could not store"):
        await storage_at(endpoint, tmp_path, bucket="missing").put("a/b", tmp_path / "film")


async def test_a_worker_puts_without_a_credential(endpoint: str, tmp_path: Path) -> None:
    storage = storage_at(endpoint, tmp_path)
    address = storage.outside_put("takes/1/2/video.mp4", 60)
    assert address
    assert "X-Amz-Signature" in address
    put = Request(address, data=b"a clip", headers={"Content-Type": "video/mp4"}, method="PUT")
    assert await asyncio.to_thread(lambda: urlopen(put).status) == 200
    assert (await storage.fetch("takes/1/2/video.mp4")).read_bytes() == b"a clip"
