"""Panels, sheets and key art through the workshop; the image model over real HTTP."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.config import Settings
from core.errors import Forbidden, SetupFailed, Unavailable
from core.storage import Storage
from core.storyboard.artists import artist_for
from core.storyboard.openai_panels import OpenAIArtist, prompt
from core.storyboard.panel import PANEL_SIZES, DrawnArtist, panel, seen
from core.storyboard.sheet import contact_sheet, pages
from core.storyboard.slate import Slate, draw_slate
from core.workshop import Workshop
from core.writing.script import Line, Script, Shot
from tests.fakes.openai import Failure, FakeOpenAI


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "workshop")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Panels of a few pixels: the size is no part of what is tested."""
    for format in PANEL_SIZES:
        w, h = PANEL_SIZES[format]
        monkeypatch.setitem(PANEL_SIZES, format, (w // 6 * 2, h // 6 * 2))


@pytest.mark.parametrize("format", ["youtube", "tiktok", "square"])
async def test_a_panel_is_a_picture_with_facts(workshop: Workshop, script: Script, format: str) -> None:
    made = await panel(workshop, script, "h2", format)  # type: ignore[arg-type]
    width, height = PANEL_SIZES[format]  # type: ignore[index]
    assert cv2.imread(str(made.path)).shape == (height, width, 3)
    assert made.facts == {
        "by": "drawn", "alt": "Medium close-up, The harbour, dawn, fog with Mara, Ilya: Mara talks to Ilya.", "width": width, "height": height,
    }  # fmt: skip


async def test_words_and_neighbours_leave_a_panel_and_what_is_seen_redraws_it(workshop: Workshop, script: Script) -> None:
    def changed(**update: object) -> Script:
        scene = script.scenes[0]
        shots = (scene.shots[0], scene.shots[1].model_copy(update=update), *scene.shots[2:])
        return script.model_copy(update={"scenes": (scene.model_copy(update={"shots": shots}), script.scenes[1])})

    first = await panel(workshop, script, "h2", "square")
    said = (Line(speaker="c1", text="Quite other words."), Line(speaker="c2", text="Yes."))
    for same in (changed(lines=said), changed(sound="a bell"), changed(duration_s=4.0), script.model_copy(update={"scenes": script.scenes[:1]})):
        assert (await panel(workshop, same, "h2", "square")).key == first.key
    for other in (changed(seed=1), changed(size="CU"), changed(action="Mara weeps."), changed(characters=("c1",))):
        assert (await panel(workshop, other, "h2", "square")).key != first.key


async def test_an_unknown_shot_is_an_error(workshop: Workshop, script: Script) -> None:
    with pytest.raises(KeyError):
        await panel(workshop, script, "h99", "square")


async def test_a_sheet_shows_all_panels_on_pages(workshop: Workshop, script: Script) -> None:
    sheet = await contact_sheet(workshop, script, "youtube")
    picture = cv2.imread(str(sheet.path))
    assert sheet.facts["pages"] == 1
    assert picture.shape[:2] == (sheet.facts["height"], sheet.facts["width"])
    with pytest.raises(ValueError, match="1 pages"):
        await contact_sheet(workshop, script, "youtube", page=2)


async def test_a_long_film_has_more_pages_and_any_language_has_its_letters(workshop: Workshop, script: Script) -> None:
    scene = script.scenes[0]
    line = (Line(speaker="c1", text="灯台守の最後の手紙です。"),)
    shots = tuple(scene.shots[2].model_copy(update={"id": f"h{n}", "lines": line, "characters": ("c1",)}) for n in range(1, 27))
    film = script.model_copy(update={"title": "灯台守", "language": "ja", "scenes": (scene.model_copy(update={"shots": shots}),)})
    assert pages(film, "youtube") == 2
    second = await contact_sheet(workshop, film, "youtube", page=2)
    assert second.facts["pages"] == 2


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (180, 180)])
def test_a_slate_tells_the_shot_and_leaves_the_picture_free(size: tuple[int, int]) -> None:
    shot = Shot(id="h1", action="Go.", duration_s=2, move="crane_down", lens_mm=85)
    furniture = draw_slate(Slate(scene=12, shot=34, number=120, total=900), shot, size)
    assert furniture.shape == (size[1], size[0], 4)
    assert furniture[0, 0, 3] == 255
    assert furniture[size[1] // 4 : size[1] // 4 * 3, size[0] // 2, 3].max() < 60


def test_the_settings_choose_the_artist(tmp_path: Path) -> None:
    storage = Storage.open("", tmp_path)
    drawn = Settings(_env_file=None)  # type: ignore[call-arg]
    assert isinstance(artist_for(drawn, storage), DrawnArtist)
    model = Settings(_env_file=None, openai_api_key="k", openai_image_model="gpt-image-1")  # type: ignore[call-arg, arg-type]
    assert isinstance(artist_for(model, storage), OpenAIArtist)


def _asking(openai: FakeOpenAI, workshop: Workshop, model: str = "gpt-image-1") -> OpenAIArtist:
    settings = Settings(_env_file=None, openai_api_key=openai.key, openai_base_url=openai.url, openai_image_model=model)  # type: ignore[call-arg, arg-type]
    return OpenAIArtist(settings, Storage.open("", workshop.root))


async def test_an_image_model_draws_a_panel_once(workshop: Workshop, script: Script) -> None:
    async with FakeOpenAI().running() as openai:
        artist = _asking(openai, workshop)
        made = await panel(workshop, script, "h2", "youtube", artist=artist)
        again = await panel(workshop, script, "h2", "youtube", artist=artist)
        await artist.close()
        asked = openai.bodies("/images/generations")
    width, height = PANEL_SIZES["youtube"]
    assert cv2.imread(str(made.path)).shape == (height, width, 3)
    assert (made.facts["by"], made.key) == ("gpt-image-1", again.key)
    assert len(asked) == 1
    assert asked[0]["size"] == "1536x1024"
    assert "Mara" in asked[0]["prompt"]


async def test_an_image_model_draws_after_the_pictures_that_people_brought(workshop: Workshop, script: Script, tmp_path: Path) -> None:
    storage = Storage.open("", workshop.root)
    photo = tmp_path / "photo.jpg"
    cv2.imwrite(str(photo), np.random.default_rng(1).integers(0, 255, (240, 320, 3), np.uint8))
    await storage.put("pictures/1/mara.jpg", photo)
    shot = script.shot("h2")
    pictures = {shot.characters[0]: "pictures/1/mara.jpg", shot.characters[1]: "pictures/1/deleted.jpg"}
    cast = tuple(c.model_copy(update={"picture": pictures.get(c.id, "")}) for c in script.characters)
    pictured = script.model_copy(update={"characters": cast})
    async with FakeOpenAI().running() as openai:
        artist = _asking(openai, workshop)
        made = await panel(workshop, pictured, "h2", "youtube", artist=artist)
        plain = await panel(workshop, script, "h2", "youtube", artist=artist)
        await artist.close()
        (asked,) = openai.bodies("/images/edits")
    assert asked["images"] == [photo.read_bytes()], "one that was deleted is left out"
    assert "picture 1 is Mara" in asked["prompt"]
    assert made.key != plain.key
    assert (await panel(workshop, pictured, "h2", "youtube")).key == (await panel(workshop, script, "h2", "youtube")).key, "a drawing has no use for them"


@pytest.mark.parametrize(
    ("failure", "told"), [(Failure.blocked_image(), Forbidden), (Failure(500, "Server error"), Unavailable), (Failure.out_of_quota(), Unavailable)]
)
async def test_what_the_service_refuses_is_told(workshop: Workshop, script: Script, failure: Failure, told: type[Exception]) -> None:
    async with FakeOpenAI().running() as openai:
        openai.fails("/images/generations", *[failure] * 4)
        artist = _asking(openai, workshop)
        with pytest.raises(told):
            await panel(workshop, script, "h2", "youtube", artist=artist)
        await artist.close()


async def test_a_model_that_does_not_exist_must_be_mended_by_the_operator(workshop: Workshop, script: Script) -> None:
    async with FakeOpenAI().running() as openai:
        artist = _asking(openai, workshop, "dall-e-9")
        with pytest.raises(SetupFailed):
            await panel(workshop, script, "h2", "youtube", artist=artist)
        await artist.close()
        openai.complaints.clear()


async def test_a_service_that_is_down_is_told(workshop: Workshop, script: Script) -> None:
    settings = Settings(_env_file=None, openai_api_key="k", openai_base_url="http://127.0.0.1:9/v1", openai_image_model="gpt-image-1")  # type: ignore[call-arg, arg-type]
    artist = OpenAIArtist(settings, Storage.open("", workshop.root))
    with pytest.raises(Unavailable):
        await panel(workshop, script, "h2", "youtube", artist=artist)
    await artist.close()


def test_people_and_places_are_described_in_the_same_words_in_every_prompt(script: Script) -> None:
    asked = [prompt(shot, scene, place, cast) for scene, place, shot, cast in (seen(script, id) for id in ("h2", "h3", "h5"))]
    described = "Ilya: old male human, white beard. Wears captain's cap, navy coat with an accent of #4696aa."
    assert all(described in text for text in asked)
