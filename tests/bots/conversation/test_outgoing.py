"""What goes out of a finished film, from the person's side: its page."""

from __future__ import annotations

import zipfile

from core.film.delivery import Limits
from core.jobs import transaction
from core.models import Action, Project, Translation, WatchLink
from core.rendering import takedown
from core.rendering.watch_links import opened
from tests.bots.conversation.conftest import Set, Talker


async def to_film(ana: Talker) -> None:
    """As far as a film that was rendered."""
    await ana.to_board()
    for _ in range(3):
        await ana.presses()
    assert ana.find("film").mood == "done"


async def test_a_film_is_shared_and_the_link_taken_back(set_: Set) -> None:
    ana = set_.person()
    await to_film(ana)
    (shared,) = await ana.presses("Share it", ana.find("film"))
    assert shared.primary
    assert shared.primary.link.startswith("http://127.0.0.1:8080/w/")
    assert shared.primary.link in shared.plain
    token = shared.primary.link.rpartition("/")[2]
    link = await opened(token)
    assert isinstance(link, WatchLink)
    await Action.all().update(pressed_at=None)  # the same press within moments would be one press
    (again,) = await ana.presses("Share it", ana.find("film"))
    assert again.primary
    assert again.primary.link == shared.primary.link, "one film has one link"
    told = await ana.presses("Take the link back", again)
    assert "opens nothing any more" in told[-1].plain
    assert await opened(token) == "over"
    assert token not in "".join(message.view.plain for message in ana.seen), "what was said of it is gone too"
    await Action.all().update(pressed_at=None)
    (new,) = await ana.presses("Share it", ana.find("film"))
    assert new.primary
    assert new.primary.link != shared.primary.link


async def test_files_for_editing_come_as_a_file_and_as_a_link(set_: Set) -> None:
    ana = set_.person()
    await to_film(ana)
    await ana.presses("Files for editing", ana.find("film"))
    kit = ana.find("kit")
    assert kit.primary
    assert "/kit/1.zip?as=" in kit.primary.link
    (media,) = kit.media
    with zipfile.ZipFile(set_.desk.studio.storage.local_path(media.key)) as archive:  # type: ignore[arg-type]
        assert archive.testzip() is None
        names = [name.partition("/")[2] for name in archive.namelist()]
    assert "edit/film.otio" in names
    assert "film/film-en-youtube.mp4" in names
    assert sum(name.startswith("edit/media/") for name in names) == 5


async def test_a_film_that_does_not_fit_is_linked_to_its_page(set_: Set) -> None:
    ana = set_.person()
    set_.chat.limits = lambda to: Limits(max_bytes=10, inline_video=False)  # type: ignore[method-assign]
    await to_film(ana)
    film = ana.find("film")
    address = film.plain.rpartition("http://127.0.0.1:8080/w/")[2].split()[0]
    assert isinstance(await opened(address), WatchLink)


async def test_another_format_is_cut_from_the_same_takes(set_: Set) -> None:
    ana = set_.person()
    await to_film(ana)
    rendered = len(set_.renderer.submitted)
    await ana.chooses("Another format", "shorts", ana.find("film"))
    cut = ana.find("cut")
    assert "English · vertical" in cut.plain
    assert cut.media[0].kind == "video"
    order = set_.cutter.orders[-1]
    assert (order.format, order.taken_in) == ("shorts", "youtube")
    assert len(order.takes) == 5
    assert len(set_.renderer.submitted) == rendered, "nothing is rendered again"


async def test_another_language_is_translated_once_and_cut(set_: Set) -> None:
    ana = set_.person()
    await to_film(ana)
    await ana.chooses("Another language", "ja", ana.find("film"))
    cut = ana.find("cut")
    assert "Mara and the Lamp (ja)" not in ana.find("film").plain
    assert "The voices stay as they were" in cut.plain, "nobody here speaks it"
    order = set_.cutter.orders[-1]
    assert order.script.language == "ja"
    assert order.script.shots[2].lines[0].text == "[ja] I know this hand."
    assert order.pictured is not None
    assert order.pictured.language == "en"
    await ana.chooses("Another format", "square", cut)
    assert (set_.cutter.orders[-1].format, set_.cutter.orders[-1].script.language) == ("square", "ja")
    assert await Translation.all().count() == 1


async def test_a_translation_that_fails_says_so_and_can_be_tried_again(set_: Set, failing: Exception) -> None:
    ana = set_.person()
    await to_film(ana)
    set_.writer.fails = [failing]
    await ana.chooses("Another language", "ar", ana.find("film"))
    told = ana.find("cut")
    assert "did not come out" in told.plain
    await ana.presses("Try again", told)
    assert "Arabic" in ana.find("cut").plain
    assert ana.find("cut").mood == "done"


async def test_without_a_translator_it_says_what_it_cannot_do(set_: Set) -> None:
    set_.writer.translator = False
    ana = set_.person()
    await to_film(ana)
    film = ana.find("film")
    assert [menu.label for menu in film.selects] == ["Another format"]
    told = await ana.presses("Another language…", film)
    assert "needs a writing model, and none is connected" in told[-1].plain


async def test_a_kept_animatic_comes_in_other_formats_drawn_anew(set_: Set) -> None:
    """Its pictures carry the animatic's marks, so they are not cut to another shape but drawn in it."""
    ana = set_.person()
    await ana.to_board()
    await ana.presses()
    await ana.presses("Keep it as the film")
    await ana.chooses("Another format", "reels", ana.find("film"))
    assert "vertical for Reels" in ana.find("cut").plain
    order = set_.cutter.orders[-1]
    assert (order.format, order.grade, dict(order.takes), order.whole) == ("reels", "preview", {}, True)


async def test_a_film_that_was_taken_down_is_not_handed_out(set_: Set) -> None:
    ana = set_.person()
    await to_film(ana)
    film, shown = await Project.get(), ana.find("film")
    await ana.presses("Files for editing", shown)
    await ana.presses("Make its trailer", shown)
    await ana.chooses("Another format", "square", shown)
    seen = ("film", "board", "animatic", "kit", "promo", "cut")
    assert all(ana.find(name).media for name in seen)
    await Action.all().update(pressed_at=None)
    async with transaction() as tx:
        await takedown.take_down(tx, film.id, why="a letter", by="operator")
    for button in ("Share it", "Files for editing", "Make its trailer"):
        told = await ana.presses(button, shown)
        assert "was taken down by whoever runs this service" in told[-1].plain
    for name in seen:
        view = ana.find(name)
        assert (view.media, "was taken down" in view.plain) == ((), True), name
    async with transaction() as tx:
        await takedown.restore(tx, film.id, by="operator")
    await set_.work()
    assert [name for name in seen if not ana.find(name).media] == []
    await Action.all().update(pressed_at=None)
    shared = (await ana.presses("Share it", shown))[-1]
    assert shared.primary
    assert "/w/" in shared.primary.link
