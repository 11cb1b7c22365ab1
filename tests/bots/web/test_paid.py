"""The page that people come to from the payment page, in a real browser: how it went, and the way back into the chat."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser

from bots.conversation.words import available
from bots.web.app import application
from core.links import Links
from core.models import Person, Place, Purchase
from core.storage import Storage

SIZES = {"phone": (390, 844), "desk": (1440, 900)}


@pytest.fixture
async def server(db: str, data_dir: Path) -> AsyncIterator[TestServer]:
    async with TestServer(application(storage=Storage.open("", data_dir), links=LINKS, redis_url="redis://127.0.0.1:1")) as running:
        yield running


LINKS = Links("http://films.example", b"secret")


async def purchase(state: str, platform: str = "discord", kind: str = "pack", **more: str) -> str:
    """The path of a purchase's page."""
    person = await Person.create(language=more.pop("language", "en"))
    server, _ = await Place.get_or_create(platform=platform, outside_id="server:77", kind="server")
    place, _ = await Place.get_or_create(platform=platform, outside_id="4242", kind="channel", parent=server)
    made = await Purchase.create(
        key=f"{state}-{platform}-{time.monotonic_ns()}", person=person, place=place, thread="5151", via="stripe", kind=kind, item="pack-60",
        account=f"person:{person.id}", amount=500, currency="usd", credits_mc=60_000, state=state,
    )  # fmt: skip
    pass_ = LINKS.pass_to(f"purchase/{made.id}", now=time.time(), seconds=3600)
    return f"/paid/{pass_}/{made.id}"


async def test_it_says_how_it_went_and_leads_back_into_the_chat(server: TestServer, browser: Browser, tmp_path: Path) -> None:
    path = await purchase("paid")
    for size, (width, height) in SIZES.items():
        page = await browser.new_page(viewport={"width": width, "height": height}, is_mobile=size == "phone")
        wrong: list[str] = []
        page.on("console", lambda message, wrong=wrong: wrong.append(message.text) if message.type in ("error", "warning") else None)  # type: ignore[misc]
        await page.goto(str(server.make_url(path)))
        assert "60 credits are in" in await page.inner_text("main")
        back = page.get_by_role("link", name="Back to the chat")
        assert await back.get_attribute("href") == "https://discord.com/channels/77/5151"
        box = await back.bounding_box()
        assert box
        assert box["height"] >= 44  # large enough for a thumb
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert await page.evaluate("getComputedStyle(document.querySelector('main')).textAlign") == "center"  # the style is there
        assert (await Axe().run(page)).violations_count == 0
        await page.screenshot(path=tmp_path / f"paid-{size}.png")
        assert wrong == []
        await page.close()


async def test_every_state_has_its_sentence_and_other_chats_a_neutral_one(server: TestServer, browser: Browser) -> None:
    page = await browser.new_page()
    for state, kind, said in (
        ("open", "pack", "You can close this page"), ("expired", "pack", "Nothing was charged"), ("failed", "pack", "Nothing was charged"),
        ("paid", "pack", "The chat you came from goes on"), ("done", "portal", "What you changed counts"),
    ):  # fmt: skip
        await page.goto(str(server.make_url(await purchase(state, "terminal", kind))))
        text = await page.inner_text("main")
        assert said in text, text
        assert await page.get_by_role("link").count() == 0
        assert await page.locator("meta[http-equiv=refresh]").count() == (state == "open")  # it looks again by itself
    await page.close()


async def test_it_speaks_the_buyers_language_and_forged_addresses_show_nothing(server: TestServer, browser: Browser) -> None:
    page = await browser.new_page()
    for language in available():
        await page.goto(str(server.make_url(await purchase("paid", "terminal", language=language))))
        assert await page.get_attribute("html", "lang") == language
        assert await page.inner_text("h1")
    path = await purchase("paid")
    for wrong in (path[:-1] + "9999", path.replace("/paid/", "/paid/9"), "/paid/x/1", "/paid/x/1e3"):
        answer = await page.goto(str(server.make_url(wrong)))
        assert answer
        assert answer.status == 404
    await page.close()
