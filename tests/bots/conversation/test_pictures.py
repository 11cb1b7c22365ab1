"""Pictures that people bring of somebody, a place or a thing; and places and things that are carried on from film to film."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from bots.conversation.events import Uploaded
from core import library
from core.jobs import transaction
from core.models import Asset, CastMember, Upload, Version
from tests.bots.conversation.conftest import head_script, labels

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set, Talker


def photo(seed: int = 1, size: tuple[int, int] = (320, 240), kind: str = "JPEG", **more: Any) -> bytes:
    """A picture as a camera makes one, with where it was taken."""
    pixels = np.random.default_rng(seed).integers(0, 255, (size[1], size[0], 3), np.uint8)
    exif = Image.Exif()
    exif[0x010F] = "Camera of Ana"
    exif[0x0112] = 6  # it lies on its side
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, kind, exif=exif, **more)
    return out.getvalue()


async def test_a_picture_of_somebody_is_asked_for_shown_used_and_taken_away(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_cast()
    await ana.chooses("Change somebody", "c1")
    await ana.presses("Use a picture…", ana.find("cast"))
    assert "Send me a picture of Mara" in ana.last.plain
    await ana.brings("mara.jpg", photo())
    offer = ana.find("upload")
    assert "Shall Mara look like this from now on?" in offer.plain
    assert "must have agreed to be in your film" in offer.plain
    assert labels(offer)[0] == "Yes, this is Mara"
    upload = await Upload.get()
    assert offer.media[0].key == upload.key
    with Image.open(await set_.desk.studio.storage.fetch(upload.key)) as stored:
        assert (stored.format, stored.size, dict(stored.getexif())) == ("JPEG", (240, 320), {}), "turned upright, and nothing is left of the camera"
    sent = [path for path in (set_.desk.settings.data_dir / "storage" / "uploads").rglob("*") if path.is_file()]
    assert sent == [], "what was sent is gone: only the clean picture is kept"
    await ana.presses("", offer)
    assert (await head_script(project)).character("c1").picture == upload.key
    assert "agreed_at" in (await Upload.get()).facts
    assert "I keep this picture with Mara" in ana.last.plain
    assert ana.find("cast").media[0].key == upload.key, "it stands in the cast in place of the drawn one"
    assert "This is" not in labels(ana.find("upload")), "the question is answered"
    await ana.presses("Take the picture away", ana.find("cast"))
    assert (await head_script(project)).character("c1").picture == ""
    asked = ana.last
    assert labels(asked) == ["Keep it", "Delete it for good"]
    await ana.presses("Undo", ana.find("cast"))
    assert (await head_script(project)).character("c1").picture == upload.key, "kept until it is deleted"


async def test_a_photo_out_of_the_blue_is_asked_about_and_words_answer(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_cast()
    await ana.brings("photo.jpg", photo(2))
    view = ana.find("upload")
    assert "Who or what is this?" in view.plain
    assert {option.label for option in view.selects[0].options} >= {"Mara", "Old Tom", "Lighthouse"}
    await ana.says("this is Old Tom")
    view = ana.find("upload")
    assert "Shall Old Tom look like this" in view.plain
    await ana.presses("", view)
    assert (await head_script(project)).character("c2").picture
    await ana.brings("photo.jpg", photo(3))
    before = len(ana.seen)
    await ana.says("make scene 2 at night")
    assert len(ana.seen) > before
    assert (await head_script(project)).scenes[1].time_of_day == "night", "talk of something else is heard as such"


async def test_a_caption_says_whom_it_shows_and_places_and_things_have_pictures_too(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_cast()
    script = await head_script(project)
    await ana.presses("Places and things", ana.find("cast"))
    view = ana.find("cast")
    assert view.plain.startswith("Places and things of")
    place, thing = script.locations[0], script.things[0]
    assert {option.value for option in view.selects[0].options} >= {place.id, thing.id}
    await ana.brings("there.png", photo(4, kind="PNG"), caption=f"the real {place.name}")
    await ana.presses("", ana.find("upload"))
    await ana.brings("it.webp", photo(5, kind="WEBP"), caption=thing.name)
    await ana.presses("", ana.find("upload"))
    script = await head_script(project)
    assert script.locations[0].picture
    assert script.prop(thing.name).picture
    await ana.chooses("Change a place or a thing", place.id, view)
    assert ana.find("cast").media[0].key == script.locations[0].picture
    form = await ana.form("Look…", ana.find("cast"))
    assert form
    await ana.submits(form, "white walls, a blue door")
    assert (await head_script(project)).locations[0].look == "white walls, a blue door"
    assert "white walls" in ana.find("cast").plain


async def test_what_is_known_comes_along_into_the_next_film_and_can_be_deleted_everywhere(set_: Set) -> None:
    ana = set_.person()
    project = await ana.to_cast()
    place = (await head_script(project)).locations[0]
    await ana.brings("there.jpg", photo(6), caption=place.name)
    await ana.presses("", ana.find("upload"))
    await ana.brings("mara.jpg", photo(7), caption="Mara")
    await ana.presses("", ana.find("upload"))
    head = await head_script(project)
    async with transaction() as tx:
        await library.remember(tx, project, head, (await Version.get(id=project.head_id)).portraits)
        await library.remember(tx, project, head, (await Version.get(id=project.head_id)).portraits)
    assert await Asset.filter(kind="place", name=place.name).count() == 1
    await ana.calls("cast")
    known = ana.find("people")
    assert place.name in known.plain
    assert head.locations[0].picture in [media.key for media in known.media]
    other = await ana.to_cast()
    assert other.id != project.id
    await ana.presses("Places and things", ana.find("cast"))
    target = (await head_script(other)).locations[0]
    await ana.chooses("Change a place or a thing", target.id, ana.find("cast"))
    asset = await Asset.get(kind="place", name=place.name)
    await ana.chooses("From another film", str(asset.id), ana.find("cast"))
    assert (await head_script(other)).locations[0].picture == head.locations[0].picture
    key = head.locations[0].picture
    await ana.presses("Take the picture away", ana.find("cast"))
    await ana.presses("Delete it for good", ana.last)
    assert not await set_.desk.studio.storage.find(key)
    assert not await Upload.filter(key=key).exists()
    for version in await Version.all():
        assert key not in f"{version.script}{version.portraits}"
    assert (await Asset.get(id=asset.id)).picture == ""
    assert (await head_script(project)).character("c1").picture, "Mara's own picture is another one"


async def test_somebody_of_the_library_gets_a_picture_for_the_films_to_come(set_: Set) -> None:
    ana, ben = set_.person("Ana"), set_.person("Ben")
    project = await ana.to_cast()
    async with transaction() as tx:
        await library.remember(tx, project, await head_script(project), {})
    mara = await CastMember.get(name="Mara")
    await ana.calls("cast")
    await ana.chooses("Give somebody or something a picture", f"m{mara.id}", ana.find("people"))
    await ana.brings("mara.jpg", photo(8))
    assert labels(ana.find("upload"))[0] == "Remember it so"
    await ana.presses("", ana.find("upload"))
    await mara.refresh_from_db()
    assert mara.portrait == library.character_of(mara).picture != ""
    await ben.to_cast()
    upload = await Upload.get()
    async with transaction() as tx:
        await library.erase_picture(tx, await set_owner(ben), upload.key)
    await mara.refresh_from_db()
    assert mara.portrait, "nobody deletes somebody else's picture"


async def set_owner(talker: Talker) -> Any:
    from core.models import Identity, Person

    return await Person.get(id=(await Identity.get(platform="fake", outside_id=talker.at.person)).person_id)


def _bomb() -> bytes:
    """A small file that says it is a huge picture."""
    out = io.BytesIO()
    Image.new("1", (20000, 20000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("text.jpg", b"no picture at all", "cannot read that as a picture"),
        ("cut.jpg", photo()[:5000], "cannot read that as a picture"),
        ("bomb.png", _bomb(), "too large"),
        ("tiny.png", photo(size=(64, 64), kind="PNG"), "too small"),
        ("thin.png", photo(size=(220, 1200), kind="PNG"), "too small or too narrow"),
        ("gif.png", b"GIF89a" + bytes(200), "cannot read that as a picture"),
    ],
)
async def test_what_cannot_be_used_is_refused_in_a_sentence_and_not_kept(set_: Set, name: str, data: bytes, said: str) -> None:
    ana = set_.person()
    await ana.brings(name, data)
    assert "Tell me an idea first" in ana.last.plain
    await ana.to_cast()
    await ana.brings(name, data)
    assert said in ana.find("upload").plain
    assert [path for path in (set_.desk.settings.data_dir / "storage" / "uploads").rglob(name) if path.is_file()] == []


async def test_a_flat_picture_and_a_huge_file_are_refused(set_: Set) -> None:
    ana = set_.person()
    await ana.to_cast()
    out = io.BytesIO()
    Image.new("RGB", (300, 300), (9, 9, 9)).save(out, "PNG")
    await ana.brings("flat.png", out.getvalue())
    assert "nothing to be seen" in ana.find("upload").plain
    await ana.sends("uploads/huge.jpg", "huge.jpg", 30 << 20)
    assert "Up to 20 MB" in ana.last.plain


async def test_the_same_file_sent_twice_at_once_is_used_twice_and_then_gone(set_: Set, tmp_path: Path) -> None:
    ana = set_.person()
    await ana.to_cast()
    (tmp_path / "twice.jpg").write_bytes(photo(9))
    await set_.desk.studio.storage.put("uploads/twice.jpg", tmp_path / "twice.jpg")
    posts = [await set_.engine.turn(Uploaded(ana.at, f"twice-{n}", "uploads/twice.jpg", "twice.jpg", 1000, "Mara")) for n in range(2)]
    await set_.showing.now([post for each in posts for post in each])
    await set_.work()
    assert {upload.state for upload in await Upload.all()} == {"good"}
    assert not await set_.desk.studio.storage.find("uploads/twice.jpg")
