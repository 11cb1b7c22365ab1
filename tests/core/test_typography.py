"""Every text finds fonts that have all of its characters; what no font has is named and left out."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core import typography
from core.ffmpeg import FONTS

TEXTS = {
    "en": "The Keeper’s Last Letter → “naïve café”",
    "es": "¿Dónde está el niño?",
    "fr": "L’œuvre, ça et là",
    "de": "Größe, Übermut",
    "pt-BR": "São João, coração",
    "ru": "Ночной поезд в Одессу",
    "ja": "灯台守の最後の手紙",
    "zh-CN": "灯塔守护者的最后一封信",
    "zh-TW": "燈塔守護者的最後一封信",
    "ko": "등대지기의 편지",
    "ar": "رسالة حارس المنارة",
    "hi": "दीपस्तंभ की चिट्ठी",
    "he": "מכתב אחרון",
    "th": "จดหมายฉบับสุดท้าย",
    "el": "Το τελευταίο γράμμα",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("style", ["text", "bold", "title", "title_italic"])
def test_no_glyph_is_missing(language: str, style: typography.Style) -> None:
    text = TEXTS[language]
    assert typography.missing(text) == ""
    runs = typography.runs(text, style, language)
    assert "".join(part for _, part in runs) == text
    for font, part in runs:
        assert all(typography._has(font, c) for c in part)


def test_han_takes_the_shapes_of_its_language() -> None:
    assert typography.font_for("最後", "text", "ja").family == "Noto Sans CJK JP"
    assert typography.font_for("最後", "text", "zh-CN").family == "Noto Sans CJK SC"
    assert typography.font_for("最後の手紙", "text", "en").family == "Noto Sans CJK JP"


def test_latin_keeps_the_face_of_its_style() -> None:
    assert typography.font_for("The End", "title").family == "EB Garamond 12"
    assert typography.font_for("The End", "text").family == "Inter"


def test_what_no_font_has_is_named_and_left_out() -> None:
    assert typography.missing("Hi 🙂 𒀀") == "🙂𒀀"
    assert typography.printable("Hi 🙂 there ❤️") == "Hi there ❤"
    assert typography.printable("🙂") == "—"


def test_wrapped_lines_fit_and_keep_the_words() -> None:
    text = "I kept every letter. I only burned the answers."
    lines = typography.wrap(text, 20, 160)
    assert " ".join(lines) == text
    assert all(typography.width(line, 20) <= 160 for line in lines)
    cut = typography.wrap(text, 20, 160, lines=2)
    assert len(cut) == 2
    assert cut[-1].endswith("…")
    assert typography.width(cut[-1], 20) <= 160
    assert "".join(typography.wrap("最後の手紙" * 6, 20, 100)) == "最後の手紙" * 6
    assert "".join(typography.wrap("A" * 40, 20, 100)) == "A" * 40
    assert typography.wrap("", 20, 100) == ["—"]


@pytest.mark.parametrize("anchor", ["left", "middle", "right"])
def test_writing_leaves_ink_where_it_was_asked(anchor: str) -> None:
    picture = Image.new("L", (300, 60))
    took = typography.write(ImageDraw.Draw(picture), (150, 40), "רסיס 2024 Ink", 24, 255, anchor=anchor)  # type: ignore[arg-type]
    box = picture.getbbox()
    assert box
    left = 150 - {"left": 0, "middle": took / 2, "right": took}[anchor]
    assert left - 4 <= box[0] < box[2] <= left + took + 4
    assert 10 <= box[1] < box[3] <= 52


def test_every_font_has_its_licence_beside_it_and_all_stay_small() -> None:
    licences = "".join(path.read_text() for path in FONTS.glob("LICENSE-*.txt"))
    fonts = [path for path in FONTS.iterdir() if path.suffix in (".otf", ".ttf")]
    for path in fonts:
        assert path.name in licences or path.stem.removeprefix("NotoSans").removesuffix("-Regular") + "-" in licences, path.name
    assert sum(path.stat().st_size for path in fonts) < 12e6


def test_a_name_in_latin_letters_keeps_its_distance_in_a_line_from_the_right() -> None:
    """`… Ana و…`: the space after the name stands on its left, where the next word is."""
    size, text = 60, "فيلم Ana و"
    picture = Image.new("L", (600, 100))
    typography.write(ImageDraw.Draw(picture), (20, 70), text, size, (255,), language="ar")
    ink = [any(column) for column in np.asarray(picture).T]
    first, last = ink.index(True), len(ink) - ink[::-1].index(True)
    gaps = [len(gap) for gap in "".join("x" if one else " " for one in ink[first:last]).split("x") if len(gap) > 0.15 * size]
    assert len(gaps) == 2, gaps
    assert max(gaps) < 2.5 * min(gaps), gaps


def test_what_stands_between_two_words_stands_between_them_from_the_right_too():
    """A line from the right is laid from the left: a Latin name, then what leads to it, then what was read before."""
    assert typography._space_first(" · Lea") == ["Lea", " · "]
    assert typography._space_first("Lea ") == [" ", "Lea"]
    assert typography._space_first(" · سمير") == [" · سمير"]
    assert [typography.slants(text) for text in ("Every spring", "Ночной поезд", "كل ربيع", "明日からの手紙")] == [True, True, False, False]
