"""Cut lists, screenplays and storyboards: written by us, read again by other libraries."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path

import opentimelineio as otio
import pypdfium2
import pytest
from opentimelineio import schema
from PIL import Image
from screenplain.parsers import fountain as screenplain
from screenplay_tools.fdx.parser import Parser as FdxParser

from core.film.exports.cutlist import DIALOGUE, EDL_SOUND, MIX, MUSIC, Laid, Media, as_edl, as_fcpxml, as_otio, cut_list
from core.film.exports.papers import fdx, screenplay_pdf, storyboard_pdf
from core.film.timeline import timeline
from core.writing.fountain import fountain
from core.writing.script import Line, Script
from tests.core.film.picture.conftest import small_script
from tests.core.writing.conftest import lighthouse


@pytest.fixture
def made() -> schema.Timeline:
    script = small_script()
    shots = {shot.id: Media(f"media/{shot.id}.mp4", round(shot.duration_s * 24) + 10) for shot in script.shots}
    sounds = [
        Laid(MIX, "Mix", Media("media/mix.wav", timeline(script).frames), 0),
        Laid(DIALOGUE, "Narrator 1", Media("media/line-1.wav", 40), 53, "Narrator: Every spring the valley forgot."),
        Laid(DIALOGUE, "Tom 1", Media("media/line-2.wav", 19), 106, "Tom: I know this hand."),
        Laid(MUSIC, "001 wonder", Media("media/music/001.wav", 150), 30, "wonder"),
    ]
    return cut_list(script, shots, Media("media/title.mp4", 48), Media("media/credits.mp4", 60), sounds, size=(1280, 720))


def _clips(found: schema.Timeline) -> list[schema.Clip]:
    return [item for item in found.tracks[0] if isinstance(item, schema.Clip)]


def test_the_picture_is_as_long_as_the_film_and_dissolves_use_handles(made: schema.Timeline) -> None:
    assert made.duration().to_frames() == timeline(small_script()).frames
    title, first, second, third, last = _clips(made)
    assert [clip.name for clip in (title, first, second, third, last)] == ["Title", "1-01", "1-02", "2-01", "Credits"]
    assert [item.name for item in made.tracks[0] if isinstance(item, schema.Transition)] == ["Dissolve", "Dissolve"]
    for before, after in ((first, second), (second, third)):
        have = before.available_range().end_time_exclusive() - before.source_range.end_time_exclusive()
        assert have.to_frames() >= 6
        assert after.source_range.start_time.to_frames() >= 6
    assert [marker.name for marker in first.markers] == ["1 · The lighthouse", "Narrator: Every spring the valley forgot."]
    assert [marker.name for marker in third.markers] == ["2 · Kitchen; #2 = home", "Tom: I know this hand."]


def test_otio_comes_back_the_same(made: schema.Timeline) -> None:
    back = otio.adapters.read_from_string(as_otio(made), "otio_json")
    assert back.is_equivalent_to(made)
    assert [track.name for track in back.tracks] == ["Picture", "Mix", "Dialogue", "Music"]
    assert back.tracks[2][0].duration().to_frames() == 53
    shots = _clips(back)
    assert [(m.name, m.marked_range.start_time.to_frames(), m.color) for m in shots[3].markers] == [
        ("2 · Kitchen; #2 = home", 6, "ORANGE"), ("Tom: I know this hand.", 10, "CYAN")
    ]  # fmt: skip
    assert [clip.available_range().duration.to_frames() - clip.duration().to_frames() for clip in shots] == [0, 16, 22, 16, 0], "handles"


def test_the_edl_is_read_again(made: schema.Timeline) -> None:
    back = otio.adapters.read_from_string(as_edl(made), "cmx_3600", rate=24)
    assert back.duration() == made.duration()
    assert [clip.name for clip in _clips(back)] == [clip.name for clip in _clips(made)]
    lengths = [clip.duration().to_frames() for clip in _clips(back)]
    assert lengths == [48, 36, 12, 36, 60], "in an EDL a dissolve belongs to the shot that comes in"
    for clip in _clips(made):
        assert clip.media_reference.target_url in as_edl(made)
    assert len([item for item in back.tracks[0] if isinstance(item, schema.Transition)]) == 2
    assert "EVERY SPRING" in as_edl(made)


def test_the_edl_has_the_sound_too(made: schema.Timeline) -> None:
    """The mix on both channels; in a list of its own the dialogue on one and the music on the other."""
    heard = {}
    for name, sound in EDL_SOUND.items():
        back = otio.adapters.read_from_string(as_edl(made, sound), "cmx_3600", rate=24)
        heard[name] = {
            track.name: [(clip.name, clip.duration().to_frames(), clip.media_reference.target_url) for clip in track if isinstance(clip, schema.Clip)]
            for track in back.tracks if track.kind == schema.TrackKind.Audio
        }  # fmt: skip
    mix = [("Mix", 192, "./media/mix.wav")]
    assert heard[""] == {"A1": mix, "A2": mix}
    assert heard[" stems"] == {
        "A1": [("Narrator 1", 40, "./media/line-1.wav"), ("Tom 1", 19, "./media/line-2.wav")], "A2": [("001 wonder", 150, "./media/music/001.wav")]
    }  # fmt: skip
    lines = as_edl(made, EDL_SOUND[" stems"]).splitlines()
    assert "006  AX       A     C        00:00:00:00 00:00:01:16 00:00:02:05 00:00:03:21" in lines, "it lies at frame 53"
    assert "* COMMENT: Tom: I know this hand." in lines


def test_fcpxml_is_read_again(made: schema.Timeline) -> None:
    text = as_fcpxml(made)
    root = ET.fromstring(text)
    assert [(x.get("offset"), x.get("duration")) for x in root.iter("transition")] == [("84/24s", "12/24s"), ("96/24s", "12/24s")]
    assert {x.get("width") for x in root.iter("format")} == {"1280"}
    spine = next(root.iter("spine"))
    assert [x.tag for x in spine] == ["clip", "clip", "transition", "clip", "transition", "clip", "clip"]
    for dissolve in root.iter("spine"):
        for found in list(dissolve.iter("transition")):
            dissolve.remove(found)  # the adapter reads none
    back = otio.adapters.read_from_string(ET.tostring(root, encoding="unicode"), "fcpx_xml")
    back = back if isinstance(back, schema.Timeline) else next(iter(back.find_children(descended_from_type=schema.Timeline)))
    video = next(track for track in back.tracks if track.kind == schema.TrackKind.Video)
    assert [(clip.name, clip.duration()) for clip in video if isinstance(clip, schema.Clip)] == [(clip.name, clip.duration()) for clip in _clips(made)]
    assert len([track for track in back.tracks if track.kind == schema.TrackKind.Audio]) == 3
    marks = [(marker.name, marker.marked_range.start_time.to_frames()) for clip in video if isinstance(clip, schema.Clip) for marker in clip.markers]
    assert marks == [(marker.name, marker.marked_range.start_time.to_frames()) for clip in _clips(made) for marker in clip.markers]
    handles = [(clip.source_range.start_time.to_frames(), clip.available_range().duration.to_frames()) for clip in video if isinstance(clip, schema.Clip)]
    assert handles == [(clip.source_range.start_time.to_frames(), clip.available_range().duration.to_frames()) for clip in _clips(made)]


def _spoken(script: Script) -> list[str]:
    return [line.text for shot in script.shots for line in shot.lines]


def test_the_screenplay_says_the_same_everywhere(tmp_path: Path) -> None:
    script = lighthouse()
    again = FdxParser().parse(fdx(script))
    assert [element.text for element in again.elements if element.type.name == "DIALOGUE"] == _spoken(script)
    assert [element.text.split(" - ")[0] for element in again.elements if element.type.name == "HEADING"] == [
        "EXT. LIGHTHOUSE",
        "INT. KITCHEN",
        "EXT. LIGHTHOUSE",
    ]
    other = screenplain.parse(io.StringIO(fountain(script)))
    assert sum(type(part).__name__ == "Slug" for part in other) == 3
    screenplay_pdf(tmp_path / "script.pdf", script)
    with pypdfium2.PdfDocument(tmp_path / "script.pdf") as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
        assert pdf.get_metadata_value("Title") == script.title
    for line in _spoken(script):
        assert line in text
    assert "Made with AI by Sysrai" in text


@pytest.mark.parametrize(("language", "said"), [("ar", "أعرف هذا الخط."), ("ja", "この字に見覚えがある。"), ("hi", "यह लिखावट")])
def test_any_script_is_set_with_shipped_letters(tmp_path: Path, language: str, said: str) -> None:
    plain = lighthouse()
    shot = plain.scenes[1].shots[0].model_copy(update={"lines": (Line(speaker="c1", text=said),)})
    scene = plain.scenes[1].model_copy(update={"shots": (shot,)})
    script = plain.model_copy(update={"title": said, "language": language, "scenes": (plain.scenes[0], scene)})
    screenplay_pdf(tmp_path / "script.pdf", script)
    with pypdfium2.PdfDocument(tmp_path / "script.pdf") as pdf:
        assert sum(said[:2] in page.get_textpage().get_text_range() for page in pdf) >= 1
        ink = pdf[1].render(scale=1).to_pil().convert("L")
        assert ink.getextrema()[0] < 60


def test_the_storyboard_has_its_panels(tmp_path: Path) -> None:
    script = lighthouse()
    Image.new("RGB", (320, 180), (200, 30, 30)).save(tmp_path / "panel.jpg")
    storyboard_pdf(tmp_path / "board.pdf", script, {shot.id: tmp_path / "panel.jpg" for shot in script.shots})
    with pypdfium2.PdfDocument(tmp_path / "board.pdf") as pdf:
        assert len(pdf) == 1
        text = pdf[0].get_textpage().get_text_range()
        assert "A bottle knocks against the rocks." in text
        page = pdf[0].render(scale=1).to_pil().convert("RGB")
        red = sum(count for count, colour in page.getcolors(1 << 20) if colour[0] > 180 and colour[1] < 60)
        assert red > 0.2 * page.width * page.height
