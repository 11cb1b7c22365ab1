"""Subtitles can be read: short lines, breaks where the sentence breathes, time enough, never two at once."""

from __future__ import annotations

import re
from itertools import pairwise

import pysubs2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import typography
from core.film.profiles import profile_for
from core.film.subtitles import (
    CPS,
    CUE_S_MIN,
    GAP,
    GAP_S,
    NEAR,
    Cue,
    Spoken,
    Word,
    ass,
    broken,
    columns,
    cues,
    cuts,
    fitting,
    line_chars,
    reading_s,
    spoken_lines,
    srt,
    vtt,
)
from core.writing.script import FPS
from tests.core.film.picture.conftest import small_script

WIDE, UPRIGHT = profile_for("youtube"), profile_for("shorts")
LONG = "Every night Mara burns a letter, and tonight the sea returns one she has not written yet, sealed with her own ring, addressed to the man who drowned."


def say(text: str, start_s: float = 2.1, end_s: float = 4.0, speaker: str = "narrator", shot: str = "h1", words: tuple[Word, ...] = ()) -> Spoken:
    return Spoken(shot, speaker, text, start_s, end_s, words)


def test_a_line_breaks_where_the_sentence_breathes():
    assert broken("I know this hand.", 42) == ("I know this hand.",)
    assert broken("We should not be here. The tide is already turning.", 42) == ("We should not be here.", "The tide is already turning.")
    assert broken("She opened the door of the old house by the sea.", 42) == ("She opened the door", "of the old house by the sea.")


def test_japanese_breaks_after_its_stops_and_never_before_them():
    lines = broken("夜ごとマラは手紙を燃やす。今夜、海は手紙を返してきた。", 42)
    assert lines == ("夜ごとマラは手紙を燃やす。", "今夜、海は手紙を返してきた。")
    for line in broken("彼女は言った、「もう帰らない」と。そして扉を閉めた。", 34):
        assert line[0] not in "、。」"
        assert line[-1] != "「"


def test_a_long_line_becomes_cues_timed_by_its_words():
    said = LONG.split()
    words = tuple(Word(word, 2.0 + 0.4 * i, 2.4 + 0.4 * i) for i, word in enumerate(said))
    found = cues(small_script(credits_s=20), [say(LONG, 2.0, words[-1].end_s, words=words)], WIDE)
    assert " ".join(cue.text for cue in found) == LONG
    assert len(found) >= 2
    for cue in found:
        first = words[[w.text for w in words].index(cue.text.split()[0])]
        assert abs(cue.start_s - first.start_s) < 0.45 or cue.text.split()[0] in LONG.split()[:1]
        assert all(len(line) <= 42 for line in cue.lines)
        assert len(cue.lines) <= 2


SPEECH = st.text(st.sampled_from("aeé ,.!? mnr燃やす。手紙、「」ш"), min_size=1, max_size=300).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("aeé ,.!? mnr燃やす。手紙、「」ш"), min_size=1, max_size=300).filter(str.strip),
    st.floats(0.5, 12),
    st.sampled_from([WIDE, UPRIGHT]),
)
def test_nothing_is_lost_and_nothing_overlaps(text, seconds, profile):
    lines = [say(text, 2.0, 2.0 + seconds), say("And then?", 2.2 + seconds, 3.0 + seconds)]
    found = cues(small_script(opening_s=5.0, credits_s=20), lines, profile)
    assert "".join("".join(cue.lines) for cue in found).replace(" ", "").endswith("Andthen?")
    assert "".join(text.split()) in "".join("".join(cue.lines) for cue in found).replace(" ", "")
    for cue in found:
        assert len(cue.lines) <= 2
        assert all(columns(line) <= profile.line_chars + 3 for line in cue.lines)
    for before, after in pairwise(found):
        assert after.start_s >= before.end_s + GAP_S - 0.05
        assert before.end_s > before.start_s


def test_a_short_word_stays_long_enough_to_be_read():
    [cue] = cues(small_script(), [say("No.", 2.5, 2.7)], WIDE)
    assert cue.end_s - cue.start_s >= CUE_S_MIN
    first, second = cues(small_script(), [say("No.", 2.5, 2.7), say("Yes.", 3.0, 3.3)], WIDE)
    assert first.end_s < second.start_s


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ((2.3, 3.4), (48, 88)),  # begins shortly after the cut at 48: with it
        ((1.8, 3.2), (48, 77)),  # begins shortly before: with it too
        ((1.6, 3.2), (36, 77)),  # begins longer before: half a second before
        ((2.9, 3.6), (70, 88)),  # ends shortly before the dissolve's middle at 90: two frames before
        ((2.9, 3.9), (70, 88)),  # its last letters run on over it: the same
        ((2.9, 4.15), (70, 102)),  # much of it runs on over it: half a second over
    ],
)
def test_a_cue_never_hangs_over_a_cut_by_a_little(said, shown):
    script = small_script()
    assert cuts(script) == [48, 90, 102, 132]
    [cue] = cues(script, [say("Not now.", *said)], WIDE)
    assert (round(cue.start_s * FPS), round(cue.end_s * FPS)) == shown


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.floats(0.05, 0.6), st.text(st.sampled_from("aeé mnr"), min_size=2, max_size=60).filter(str.strip)), min_size=1, max_size=4))
def test_moving_cues_to_cuts_keeps_them_readable_and_apart(lines):
    at, spoken = 2.0, []
    for pause, text in lines:
        seconds = max(0.3, len(text) / CPS)
        spoken.append(say(text, at + pause, at + pause + seconds))
        at += pause + seconds
    script = small_script(credits_s=20)
    found = cues(script, spoken, WIDE)
    assert len(found) == len(lines)
    for cue in found:
        assert reading_s(cue.text) <= cue.end_s - cue.start_s + 4 / FPS, "time enough was there, and stays, but for the gap and whole frames"
        start, end = round(cue.start_s * FPS), round(cue.end_s * FPS)
        marks = [mark for mark in cuts(script) if not any(0 < abs(mark - other) < 2 * NEAR for other in cuts(script))]  # with room around them
        near = [mark for mark in marks if start < mark < end < mark + NEAR or mark - GAP < end < mark]
        follows = [round(other.start_s * FPS) for other in found if other.start_s > cue.start_s]
        assert not near or follows, "only what comes next keeps a cue from leaving a cut alone"
    for before, after in pairwise(found):
        assert after.start_s - before.end_s >= GAP_S - 1e-6


def test_lines_are_as_long_as_their_script_is_read():
    assert (line_chars(WIDE, "ar"), line_chars(WIDE, "zh-Hans"), line_chars(WIDE, "ja")) == (42, 42, 34)
    for language, text, most in (
        ("ja", "夜ごとマラは手紙を書いては燃やしている、そして今夜の海はまだ書いていない一通を返してきた。", 13),
        ("zh", "每天晚上玛拉都会烧掉一封信，今晚大海却还给她一封还没有写完的信，上面是她自己的笔迹。", 16),
    ):
        found = cues(small_script(language=language, credits_s=20), [say(text, 2.0, 9.0)], WIDE)
        assert "".join("".join(cue.lines) for cue in found) == text
        assert most - 5 <= max(len(line) for cue in found for line in cue.lines) <= most


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("ただ、礼儀のつもりだったの。", ("ただ、礼儀の", "つもりだったの。")),
        ("「知ってる。スープのときから」", ("「知ってる。", "スープのときから」")),
        ("우리는 여기 있으면 안 돼. 물이 벌써", ("우리는 여기 있으면", "안 돼. 물이 벌써")),
        ("« Es-tu encore fâché ? » Oui, encore.", ("« Es-tu encore fâché ? »", "Oui, encore.")),
    ],
)
def test_no_line_breaks_inside_a_word_or_before_its_signs(text, lines):
    assert broken(text, 26) == lines


def test_a_word_said_into_the_credits_can_still_be_read():
    script = small_script()
    [cue] = cues(script, [say("You do.", script.length_s - script.credits_s + 0.2, script.length_s - script.credits_s + 0.5, "c2", "h3")], WIDE)
    assert cue.end_s - cue.start_s >= CUE_S_MIN


def test_who_is_not_seen_is_named_and_who_tells_is_italic():
    hidden, told = say("I know this hand.", 2.5, 4.0, "c2"), say("She waits.", 4.5, 5.2)
    assert [cue.text for cue in cues(small_script(), [hidden, told], WIDE)] == ["TOM: I know this hand.", "She waits."]
    found = cues(small_script(), [hidden, told], WIDE)
    assert [cue.italic for cue in found] == [False, True]
    arabic = Cue(0.0, 2.0, ("كل ربيع كان البحر يعيد شيئًا ما.",), italic=True)
    assert ["{\\i1}" in ass([cue], WIDE) for cue in (*found, arabic)] == [False, True, False], "Arabic knows no italics"
    assert "<i>She waits.</i>" in srt(found)


@pytest.mark.parametrize("text", ["It costs {5} \\N coins", "مرحبا بالعالم", "手紙", "नमस्ते", "emoji 🙂 here"])
def test_all_three_files_can_be_read_back(text):
    found = cues(small_script(), [say(text)], WIDE)
    for file, kind in ((srt(found), "srt"), (vtt(found), "vtt"), (ass(found, WIDE), "ass")):
        [event] = pysubs2.SSAFile.from_string(file, format_=kind)
        assert (event.start, event.end) == (pytest.approx(found[0].start_s * 1000, abs=10), pytest.approx(found[0].end_s * 1000, abs=10))
        assert event.plaintext.strip()


def test_a_file_says_which_lines_run_from_the_right():
    said = [Cue(0, 1, ("كتبت إلى Mara.",)), Cue(1, 2, ("A letter to مارا.",))]
    for text in (srt(said), vtt(said)):
        assert "\u200fكتبت إلى Mara.\u200f" in text
        assert text.count("\u200f") == 2


def test_burned_words_stay_out_of_the_platforms_buttons():
    file = pysubs2.SSAFile.from_string(ass(cues(small_script(), [say("Hello.")], UPRIGHT), UPRIGHT))
    style = file.styles["Default"]
    assert style.marginv > 0.2 * UPRIGHT.height
    assert style.marginr > 0.1 * UPRIGHT.width
    assert 0.03 * UPRIGHT.width < style.fontsize < 0.08 * UPRIGHT.width


def test_a_line_of_wide_letters_is_set_smaller_so_that_it_stays_in_the_safe_area():
    square = profile_for("square", "full")
    narrow, wide = ("« Il lit. »",), ("« Vous vous trompez de personne. »",)
    sizes = [float(re.findall(r"\\fs([0-9.]+)", ass([Cue(0, 1, lines)], square, "fr"))[0]) for lines in (narrow, wide)]
    assert 0.8 * sizes[0] < sizes[1] < sizes[0]
    assert fitting(wide, 60.0, square, "fr") * typography.width(wide[0], 100.0, "bold", "fr") / 100 <= 0.88 * square.width + 1


def test_the_soundtracks_facts_are_understood():
    [line] = spoken_lines([{"shot": "h1", "speaker": "c2", "text": "I know.", "start_s": 1.0, "end_s": 2.0, "words": [[1.0, 1.4, "I"], [1.4, 2.0, "know."]]}])
    assert line.words == (Word("I", 1.0, 1.4), Word("know.", 1.4, 2.0))


def test_a_right_to_left_line_is_laid_out_from_the_right():
    """libass lays out what stands between two marks from left to right: the line's last words stand first, its full stop on their left."""
    made = ass([Cue(0, 1, ("كتبت رسالة من Mara إلى البحر.",))], profile_for("square", "drawn"), "ar")
    text = made.rsplit(",,", 1)[1]
    words = [text.index(word) for word in ("إلى البحر", "Mara", "كتبت رسالة من")]
    assert words == sorted(words)
    assert text.index(".") < words[0]
    left_to_right = ass([Cue(0, 1, ("A letter from Mara to the sea.",))], profile_for("square", "drawn"), "en")
    assert "A letter from Mara to the sea." in left_to_right
