"""The watch page in a real browser: it plays, seeks, shows chapters and subtitles, works by keyboard, and axe finds nothing."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from PIL import Image
from playwright.async_api import Browser, Page

from tests.bots.web.conftest import Cinema

SIZES = {"phone": (390, 844), "desk": (1440, 900)}


async def _page(browser: Browser, cinema: Cinema, size: str = "desk", query: str = "", scheme: str = "dark") -> tuple[Page, list[str]]:
    """The page, opened, and what its console complains of."""
    width, height = SIZES[size]
    page = await browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=size == "phone", is_mobile=size == "phone")  # type: ignore[arg-type]
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((str(cinema.server.make_url("/")), "data:")) else wrong.append(request.url))
    await page.goto(cinema.at(cinema.path + query))
    await _until(page, "document.querySelector('video').readyState >= 2")
    return page, wrong


async def _until(page: Page, true: str) -> bool:
    """Wait for an expression; the page's own policy forbids the driver to poll inside it."""
    for _ in range(600):
        if await page.evaluate(true):
            return True
        await asyncio.sleep(0.1)
    raise AssertionError(f"never: {true}")


async def _now(page: Page) -> float:
    return float(await page.evaluate("document.querySelector('video').currentTime"))


async def test_it_plays_seeks_and_shows_where_one_is(browser: Browser, cinema: Cinema) -> None:
    page, wrong = await _page(browser, cinema)
    await page.evaluate("document.querySelector('video').playbackRate = 0.1")  # it is a short film, and a slow machine must not see its end
    await page.get_by_role("button", name="Play").first.click()
    await _until(page, "document.querySelector('video').currentTime > 0.3")
    assert await page.evaluate("document.querySelector('.player').classList.contains('playing')")
    await page.get_by_role("button", name="Pause").click()
    await page.get_by_role("link", name="Kitchen").click()
    await _until(page, "document.querySelector('video').currentTime >= 4")
    seek = page.get_by_role("slider", name="Position in the film")
    told = await seek.get_attribute("aria-valuetext")
    assert told is not None
    assert told.startswith("0:04 of 0:0")
    assert "2 · Kitchen" in told
    assert await page.locator("h3 [aria-current]").inner_text() == await page.get_by_role("link", name="Kitchen").inner_text()
    assert await page.locator(".ticks i").count() == 1
    await page.get_by_role("link", name="Shot 1, at 0:02").click()
    await _until(page, "Math.abs(document.querySelector('video').currentTime - 2) < 0.6")
    assert wrong == []


async def test_subtitles_are_shown_and_languages_chosen(browser: Browser, cinema: Cinema) -> None:
    page, wrong = await _page(browser, cinema, query="?t=2.5")
    assert await _until(page, "document.querySelector('video').textTracks[0].activeCues?.length === 1")
    assert await page.evaluate("document.querySelector('video').textTracks[0].activeCues[0].text") == "<i>Every spring the valley forgot.</i>"
    shown = "document.querySelector('video').textTracks[0].activeCues[0]"
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.evaluate("document.querySelector('video').dispatchEvent(new Event('pause'))")
    over = await page.evaluate(f"[{shown}.line, 50 - 50 * document.querySelector('.big').clientHeight / document.querySelector('video').clientHeight]")
    assert over[0] + 7.2 <= over[1], "on a phone it stands above the large button"
    menu = page.get_by_role("combobox", name="Subtitles")
    assert await menu.locator("option").all_text_contents() == ["Off", "English", "العربية"]
    await menu.select_option("")
    assert await page.evaluate("[...document.querySelector('video').textTracks].map(t => t.mode).includes('showing')") is False
    async with page.expect_navigation():
        await page.get_by_role("combobox", name="Version").select_option(label="العربية")
    assert await page.locator("h1").inner_text() == "رسالة من الغد"
    assert wrong == []


async def test_the_keyboard_does_everything(browser: Browser, cinema: Cinema) -> None:
    page, wrong = await _page(browser, cinema)
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    await page.keyboard.press("Enter")
    await page.keyboard.press(" ")
    await _until(page, "!document.querySelector('video').paused")
    await page.keyboard.press("k")
    await page.keyboard.press("Home")
    assert await _now(page) == pytest.approx(0, abs=0.1)
    await page.keyboard.press("ArrowRight")
    assert await _now(page) == pytest.approx(5, abs=0.2)
    await page.keyboard.press("m")
    assert await page.evaluate("document.querySelector('video').muted")
    await page.keyboard.press("c")
    assert await page.evaluate("document.querySelector('video').textTracks[0].mode") == "disabled"
    reached = set()
    for _ in range(40):
        await page.keyboard.press("Tab")
        reached.add(await page.evaluate("(document.activeElement.ariaLabel || document.activeElement.textContent || '').trim()"))
    assert {"Play", "Position in the film", "Full screen", "Report this film"} <= reached
    assert any(name.startswith("Download") for name in reached)
    assert {f"Subtitles as a file, {kind}" for kind in ("SRT", "VTT", "ASS")} <= reached
    assert wrong == []


@pytest.mark.parametrize(("size", "scheme"), [("phone", "light"), ("desk", "dark")])
async def test_axe_finds_nothing_and_nothing_sticks_out(browser: Browser, cinema: Cinema, size: str, scheme: str, tmp_path: Path) -> None:
    page, wrong = await _page(browser, cinema, size, scheme=scheme)
    await page.get_by_text("Report this film").click()
    found = await Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert await page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [SIZES[size][0]] * 2
    assert wrong == []
    await page.screenshot(path=tmp_path / "page.png")
    with Image.open(tmp_path / "page.png") as shot:
        assert len(shot.convert("RGB").resize((60, 60)).getcolors(3600) or ()) > 60, "there is something to see"


async def test_a_report_by_hand_and_a_page_that_is_over(browser: Browser, cinema: Cinema) -> None:
    page, wrong = await _page(browser, cinema, "phone")
    await page.get_by_text("Report this film").click()
    await page.get_by_label("What is wrong").select_option("copyright")
    await page.get_by_label("Tell more").fill("It is my letter.")
    await page.get_by_role("button", name="Send the report").click()
    await page.get_by_role("status").wait_for()
    assert wrong == []
    await page.goto(cinema.at(cinema.path[:-4]))
    assert await page.locator("h1").inner_text() == "Nothing to see here"
    assert (await Axe().run(page)).violations_count == 0


async def test_without_scripts_the_browsers_player_stands_in(browser: Browser, cinema: Cinema) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(cinema.at(cinema.path))
    assert await page.locator("video[controls]").count() == 1
    assert await page.locator(".controls").is_hidden()
    assert await page.get_by_role("button", name="Show").is_visible()
