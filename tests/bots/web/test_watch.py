"""The watch page without a browser: what its links open and refuse, ranges, headers, previews, reports."""

from __future__ import annotations

import asyncio
import io
import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest
from PIL import Image

from bots.web.watch import FILES
from core.jobs import transaction
from core.models import Kit, Project, Report, WatchLink
from core.rendering import takedown
from core.rendering.watch_links import opened, take_back, watch_address
from tests.bots.web.conftest import Cinema


async def _get(cinema: Cinema, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    async with aiohttp.ClientSession() as client, client.get(cinema.at(path), headers=headers) as answer:
        return answer.status, await answer.text(errors="replace"), dict(answer.headers)


async def test_a_huge_kit_is_built_while_it_is_read_in_constant_memory(cinema: Cinema) -> None:
    """Two gigabytes through the real server to a reader that keeps nothing: the process hardly grows."""
    huge = 2 << 30
    key = f"kits/{cinema.render.id}/1/edit/media/film.mov"
    path = cinema.storage.local_path(key)
    assert path
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        file.truncate(huge)  # a hole: it takes no room on the disk
    kit = await Kit.create(render_id=cinema.render.id, state="done", files={"edit/media/film.mov": key})
    address = urlsplit(cinema.links.to(f"kit/{kit.id}.zip", now=time.time(), seconds=3600)).path
    reader, writer = await asyncio.open_connection(cinema.server.host, cinema.server.port, limit=1 << 16)
    writer.write(f"GET {address} HTTP/1.0\r\nHost: here\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    assert b" 200 " in head.split(b"\r\n")[0]
    assert await reader.readexactly(4) == b"PK\x03\x04"
    before, most, count, tail = _resident(), 0, 4, b""
    while piece := await reader.read(1 << 20):
        if (count + len(piece)) >> 26 != count >> 26:
            most = max(most, _resident())
        count, tail = count + len(piece), (tail + piece)[-64:]
    writer.close()
    assert count > huge
    assert b"PK\x05\x06" in tail, "the archive is whole"
    assert most - before < 64 << 20, f"{(most - before) >> 20} MiB more"


def _resident() -> int:
    """Bytes of memory that this process takes now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


async def test_the_page_and_its_preview(cinema: Cinema) -> None:
    status, text, headers = await _get(cinema, cinema.path)
    assert status == 200
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    told = dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', text))
    assert told["og:title"] == "The Letter from Tomorrow"
    assert told["og:image"] == f"http://cinema.example{cinema.path}/{cinema.cuts[0].id}/cover"
    assert told["og:video:type"] == "video/mp4"
    assert "The sea returns a letter" in told["og:description"]
    assert "Made with AI" in text
    assert "signed with a test certificate" in text
    assert not re.findall(r'(?:src|href)="https?://', text), "nothing is loaded from elsewhere"
    assert not re.findall(r"<script(?![^>]*src=)|style=|\son\w+=", text), "nothing stands inline"
    arabic = (await _get(cinema, f"{cinema.path}?v={cinema.cuts[1].id}"))[1]
    assert '<h1 lang="ar" dir="rtl">رسالة من الغد</h1>' in arabic
    told = dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', arabic))
    assert told["og:url"] == f"http://cinema.example{cinema.path}?v={cinema.cuts[1].id}", "a language that is passed on stays that language"
    assert (told["og:title"], told["og:video"]) == ("رسالة من الغد", f"http://cinema.example{cinema.path}/{cinema.cuts[1].id}/film")


async def test_a_chat_can_fetch_what_the_preview_promises(cinema: Cinema) -> None:
    """As Discord and Telegram do: the page, then its picture and film by their absolute addresses, without a language, a cookie or a referrer."""
    status, text, _ = await _get(cinema, cinema.path)
    told = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', text))
    assert (status, told["twitter:card"], told["og:url"]) == (200, "summary_large_image", f"http://cinema.example{cinema.path}")
    for name in ("og:image", "og:video"):
        assert told[name].startswith("http://cinema.example/w/"), "absolute"
    async with aiohttp.ClientSession() as bot:
        async with bot.get(cinema.at(urlsplit(told["og:image"]).path)) as answer:
            picture, kind = await answer.read(), answer.content_type
        async with bot.head(cinema.at(urlsplit(told["og:video"]).path)) as answer:
            assert (answer.status, answer.content_type, answer.headers["Accept-Ranges"]) == (200, told["og:video:type"], "bytes")
        assert len(picture) < 5 * 2**20, "Telegram shows no larger one"
        assert kind == told["og:image:type"]
        with Image.open(io.BytesIO(picture)) as cover:
            assert [str(px) for px in cover.size] == [told["og:image:width"], told["og:image:height"]]
        await WatchLink.all().update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
        async with bot.get(cinema.at(cinema.path)) as answer:
            assert (answer.status, "og:" in await answer.text()) == (410, False), "a link that is over previews nothing"
        async with bot.get(cinema.at(urlsplit(told["og:image"]).path)) as answer:
            assert answer.status == 410


async def test_files_come_whole_in_ranges_and_to_be_saved(cinema: Cinema) -> None:
    film = f"{cinema.path}/{cinema.cuts[0].id}/film"
    async with aiohttp.ClientSession() as client:
        async with client.get(cinema.at(film), headers={"Range": "bytes=4-7"}) as part:
            assert part.status == 206
            assert await part.read() == b"ftyp"
        async with client.get(cinema.at(film + "?save")) as saved:
            assert saved.headers["Content-Disposition"] == "attachment; filename*=UTF-8''The-Letter-from-Tomorrow.mp4"
            assert saved.headers["Content-Type"] == "video/mp4"
        async with client.get(cinema.at(f"{cinema.path}/{cinema.cuts[0].id}/chapters.vtt")) as marks:
            assert (await marks.text()).startswith("WEBVTT\n\n1\n00:00:00.000 --> ")
        async with client.get(cinema.at(f"{cinema.path}/panel/h1")) as panel:
            assert panel.headers["Content-Type"] == "image/jpeg"
    for nothing in ("/999999/film", f"/{cinema.cuts[0].id}/receipt", f"/{cinema.cuts[0].id}/film.exe", "/panel/h9"):
        assert (await _get(cinema, cinema.path + nothing))[0] == 404, nothing


def _everything(cinema: Cinema) -> list[str]:
    """Every address that the link gives anything away at."""
    shown = [f"{cinema.path}/{cut.id}/{name}" for cut in cinema.cuts for name in (*FILES, "chapters.vtt")]
    return [cinema.path, f"{cinema.path}?v={cinema.cuts[1].id}", *shown, *(f"{cinema.path}/panel/{shot}" for shot in ("h1", "h2"))]


async def test_forged_old_and_taken_back_links_open_nothing(cinema: Cinema) -> None:
    forged = cinema.path[:-1] + ("0" if cinema.path[-1] != "0" else "1")
    for path in (forged, "/w/abc", "/w/not-a-token", "/w/", f"{forged}/{cinema.cuts[0].id}/film"):
        status, text, _ = await _get(cinema, path)
        assert status == 404, path
        assert "This link opens no film" in text
    await WatchLink.all().update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    status, text, headers = await _get(cinema, cinema.path)
    assert status == 410
    assert "run out" in text
    assert "Content-Security-Policy" in headers
    assert (await _get(cinema, f"{cinema.path}/{cinema.cuts[0].id}/film"))[0] == 410
    assert await watch_address(cinema.links, cinema.render.id, None) == cinema.address, "handed out once more it is good again"
    assert (await _get(cinema, cinema.path))[0] == 200
    async with transaction() as tx:
        assert await take_back(tx, cinema.render.id) == 1
    for path in _everything(cinema):
        assert (await _get(cinema, path))[0] == 410, path
    async with aiohttp.ClientSession() as client, client.post(cinema.at(cinema.path + "/report"), data={"reason": "other"}) as answer:
        assert answer.status == 410
    another = await watch_address(cinema.links, cinema.render.id, None)
    assert another != cinema.address
    await Project.all().update(deleted_at=datetime.now(UTC))
    assert await opened(another.rpartition("/")[2]) == "over"


async def test_the_database_alone_opens_nothing(cinema: Cinema) -> None:
    link = await WatchLink.get()
    token = cinema.address.rpartition("/")[2]
    assert token not in (link.salt, link.token_hash)
    for stolen in (link.salt, link.token_hash):
        assert await opened(stolen) == "unknown"


async def test_a_report_is_a_row(cinema: Cinema) -> None:
    async with aiohttp.ClientSession() as client:
        sent = {"reason": "person", "said": "That is my\x00 face.", "contact": "me@example.org"}
        async with client.post(cinema.at(cinema.path + "/report"), data=sent) as answer:
            assert answer.status == 200
            assert "The report is written down" in await answer.text()
        for wrong in ({"reason": "bored"}, {"reason": "other", "said": "x" * 2001}, {}):
            async with client.post(cinema.at(cinema.path + "/report"), data=wrong) as answer:
                assert answer.status == 400
        async with client.post(cinema.at("/w/abcdef/report"), data=sent) as answer:
            assert answer.status == 404
    report = await Report.get()
    assert (report.reason, report.said, report.contact, report.render_id) == ("person", "That is my face.", "me@example.org", cinema.render.id)


@pytest.mark.parametrize(("asked", "got"), [("xx, en;q=0.5", "en"), ("", "en")])
async def test_the_page_speaks_the_visitors_language(cinema: Cinema, asked: str, got: str) -> None:
    assert f'<html lang="{got}"' in (await _get(cinema, cinema.path, **{"Accept-Language": asked}))[1]


async def test_a_film_that_is_taken_down_shows_nothing_until_it_is_put_back(cinema: Cinema) -> None:
    kit = await Kit.create(render_id=cinema.render.id, state="done", files={})
    film = await Project.get()
    kept = [f"{folder}/file.mp4" for folder in (f"films/{film.id}/1", f"takes/{film.id}/1", f"deliveries/{film.id}", f"kits/{cinema.render.id}/{kit.id}")]
    for key in kept:
        await cinema.storage.put(key, cinema.storage.local_path(cinema.cuts[0].files["film"]))  # type: ignore[arg-type]
    signed = [cinema.links.to(each, now=time.time(), seconds=3600).removeprefix("http://cinema.example") for each in (*kept, f"kit/{kit.id}.zip")]
    pages = _everything(cinema)
    assert {(await _get(cinema, path))[0] for path in (*pages, *signed)} == {200}
    async with transaction() as tx:
        assert await takedown.take_down(tx, film.id, why="a stranger's letter", by="operator")
        assert not await takedown.take_down(tx, film.id, why="again", by="operator")
    for path in pages:
        status, text, headers = await _get(cinema, path)
        assert (status, "This film was taken down" in text) == (451, True), path
        assert "Content-Security-Policy" in headers
    for path in signed:
        status, text, _ = await _get(cinema, path)
        assert (status, "taken down" in text) == (451, True), path
    assert not await takedown.hides("boards/h1.jpg")
    async with transaction() as tx:
        assert await takedown.restore(tx, film.id, by="operator")
    assert {(await _get(cinema, path))[0] for path in (*pages, *signed)} == {200}
