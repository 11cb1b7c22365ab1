"""One tiny film for real: drawn, checked, normalised, voiced, mixed, cut, judged, delivered and paid in play credits."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import opentimelineio as otio
import pytest

from core import cpu
from core.film import profiles
from core.film.probe import probe
from core.film.provenance import read_credentials
from core.film.speakers import speaker_for
from core.jobs import transaction
from core.models import Cut, Kit, Render, Take, Translation
from core.rendering.begin import another_version, rough_cut
from core.rendering.cutting import CuttingRoom
from core.rendering.drawn import DrawnRenderer
from core.rendering.handlers import handlers
from core.rendering.kit import archive, ask_kit
from core.rendering.painting import Painter
from core.rendering.status import status
from core.storyboard.artists import artist_for
from core.storyboard.clip import CLIP_REVISION
from core.writing.script import Script
from tests.fakes.instant import tiny_script


@pytest.fixture
def drawing(lot, monkeypatch: pytest.MonkeyPatch):
    """The same house with the real renderer and the real cutting room, at a size of few pixels."""
    cpu.set_slots(2)
    small = dict.fromkeys(("preview", "drawn", "full"), (160, 90))
    monkeypatch.setattr(profiles, "_SIZES", {"youtube": small, "square": dict.fromkeys(small, (96, 96))})
    studio = lot.studio
    drawn = DrawnRenderer(studio.storage, CLIP_REVISION)
    cutter = CuttingRoom(studio.workshop, studio.settings, speaker_for(studio.settings), artist_for(studio.settings, studio.storage))
    lot.studio = replace(studio, renderers={"preview": drawn, "drawn": drawn}, cutter=cutter, play=True)
    lot.handlers = handlers(lot.studio, Painter(studio.workshop).paint)
    return lot


async def test_a_film_is_drawn_and_paid_in_play_credits(drawing) -> None:
    ana = await drawing.person(0)
    script = tiny_script(4, seconds=2.5)
    project, version = await drawing.project(ana, script)
    render_id = await drawing.begin(project, version, ana, "drawn")
    async with transaction() as tx:
        await rough_cut(tx, render_id)
    await drawing.step("assemble")
    rough = (await status(render_id)).rough
    assert rough
    assert (rough.state, rough.facts["shots"], set(rough.files)) == ("done", 0, {"film"})  # nothing is rendered yet: all of it stands in
    render = await drawing.ended(render_id)
    assert (render.state, render.captured_mc) == ("done", 10_000), await drawing.takes(render.id)
    now = await status(render.id)
    assert now.final
    beside = {"poster", "cover", "subtitles_srt", "subtitles_vtt", "subtitles_ass", "contact_sheet", "screenplay", "receipt", "gate"}
    assert {"film", *beside} == set(now.final.files)
    film = await probe(await drawing.studio.storage.fetch(now.final.files["film"]))
    assert abs(film.duration_s - script.length_s) < 0.2
    assert film.picture
    assert (film.picture.width, film.picture.height) == (160, 90)
    assert film.audio_codec
    assert film.subtitle_languages == ("eng",)
    assert film.cover
    assert len(film.chapters) >= 2
    for name in ("film", "poster", "cover", "contact_sheet"):
        said = read_credentials(await drawing.studio.storage.fetch(now.final.files[name]))
        assert said, name
        assert said.valid, said
        assert said.source.endswith("/algorithmicMedia")
    gate = now.final.facts["gate"]
    assert gate["passes"], gate
    receipt = (await drawing.studio.storage.fetch(now.final.files["receipt"])).read_text()
    assert "Paid for accepted shots" in receipt
    await the_kit_opens(drawing, render.id)
    await it_comes_square_and_in_japanese(drawing, render, script)
    drawn = {take.sha256 for take in await Take.filter(slate__render_id=render.id)}
    assert len(drawn) == 4


async def the_kit_opens(drawing, render_id: int) -> None:
    async with transaction() as tx:
        await ask_kit(tx, render_id)
    await drawing.pump()
    kit = await Kit.get()
    assert kit.state == "done", kit.facts
    names = {name.rpartition(".")[2] for name in kit.files}
    assert {"otio", "fcpxml", "edl", "fountain", "fdx", "pdf", "srt", "vtt", "ass", "mp4", "wav", "txt"} <= names
    with io.BytesIO(b"".join([piece async for piece in archive(drawing.studio.storage, kit, "film")])) as data, zipfile.ZipFile(data) as found:
        assert found.testzip() is None
        cut = otio.adapters.read_from_string(found.read("film/edit/The Letter.otio").decode(), "otio_json")
        inside = set(found.namelist())
    clips = [clip for track in cut.tracks for clip in track if isinstance(clip, otio.schema.Clip)]
    assert {track.name for track in cut.tracks} == {"Picture", "Mix", "Dialogue", "Music"}
    assert {f"film/edit/{clip.media_reference.target_url.removeprefix('./')}" for clip in clips} <= inside


async def it_comes_square_and_in_japanese(drawing, render: Render, script: Script) -> None:
    told = script.model_dump(mode="json")
    told |= {"title": "手紙", "language": "ja", "characters": [{**told["characters"][0], "name": "マーラ"}]}
    for scene in told["scenes"]:
        for shot in scene["shots"]:
            shot["lines"] = [{**line, "text": "知っています。"} for line in shot["lines"]]
    await Translation.create(version_id=render.version_id, language="ja", state="done", script=told)
    takes = await Take.all().count()
    async with transaction() as tx:
        cut_id = await another_version(tx, render.id, format="square", language="ja")
    await drawing.pump()
    cut = await Cut.get(id=cut_id)
    assert cut.state == "done", cut.facts
    assert await Take.all().count() == takes, "nothing is rendered again"
    film = await probe(await drawing.studio.storage.fetch(cut.files["film"]))
    assert film.picture
    assert (film.picture.width, film.picture.height) == (96, 96)
    assert abs(film.duration_s - script.length_s) < 0.2
    assert film.metadata["title"] == "手紙"
    assert (cut.facts["title"], cut.facts["burned"], cut.facts["gate"]["passes"]) == ("手紙", True, True)
    assert "知っています" in (await drawing.studio.storage.fetch(cut.files["subtitles_srt"])).read_text()
    said = read_credentials(await drawing.studio.storage.fetch(cut.files["film"]))
    assert said
    assert (said.valid, said.title) == (True, "手紙")
