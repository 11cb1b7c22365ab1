"""Storage and links: objects are whole, keys stay inside, signatures hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.config import Settings
from core.errors import SetupFailed
from core.links import Links, load_secret
from core.storage import Storage


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    return Storage.open("", tmp_path)


async def test_put_find_read_delete(storage: Storage, tmp_path: Path) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(bytes(range(200)))
    await storage.put("films/1/a.bin", file)
    await storage.put("films/1/a.bin", file)
    found = await storage.find("films/1/a.bin")
    assert found
    assert found.size == 200
    assert b"".join([piece async for piece in storage.read("films/1/a.bin", 10, 5)]) == bytes(range(10, 15))
    assert (await storage.fetch("films/1/a.bin")).read_bytes() == file.read_bytes()
    assert await storage.delete("films/1") == 1
    assert await storage.find("films/1/a.bin") is None


@pytest.mark.parametrize("key", ["../secret", "/etc/passwd", "", "a/../../b"])
async def test_keys_stay_inside(storage: Storage, key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        await storage.find(key)


def test_an_unknown_scheme_is_said(tmp_path: Path) -> None:
    with pytest.raises(SetupFailed, match="SYSRAI_STORAGE_URL"):
        Storage.open("ftp://example.org", tmp_path)


def test_links_hold_only_for_their_object_and_time() -> None:
    links = Links("https://sysrai.example/", b"secret")
    address = links.to("films/1/película.mp4", now=1000, seconds=60)
    pass_, _, key = address.removeprefix("https://sysrai.example/d/").partition("/")
    assert key == "films/1/pel%C3%ADcula.mp4"
    assert links.allows(pass_, "films/1/película.mp4", now=1059)
    assert not links.allows(pass_, "films/1/película.mp4", now=1061)
    assert not links.allows(pass_, "films/2/película.mp4", now=1000)
    assert not links.allows("9999999999." + pass_.partition(".")[2], "films/1/película.mp4", now=1000)
    for forged in ("", ".", "x", "1060", "1060.", "１０６０.abc", "-1." + "0" * 40):
        assert not links.allows(forged, "films/1/película.mp4", now=0)


def test_the_secret_is_made_once_and_private(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, _env_file=None)  # type: ignore[call-arg]
    assert load_secret(settings) == load_secret(settings)
    assert (tmp_path / "link.secret").stat().st_mode & 0o077 == 0
