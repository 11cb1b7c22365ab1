"""Each kind of film is what it says: hooks, cuts, cards, beats, recaps. Over the offline writer, which needs nobody."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import WritingFailed
from core.writing import checks
from core.writing.kinds import music_video
from core.writing.kinds.kind_writer import KindWriter
from core.writing.kinds.music_video import CREDITS_S, CUT_OFF_S_MAX, GAP_S_MAX, OPENING_S, cut_points, lead_s
from core.writing.kinds.rules import KINDS, RULES
from core.writing.offline import ads
from core.writing.offline.offline_writer import OfflineWriter
from core.writing.script import NARRATOR, QUANTUM_S, SHOT_S_MIN, Brief, Kind, Logline, Memory, Script, Shot
from core.writing.writer import Usage, Written

IDEAS = ("an old robot learns to paint", "two sisters inherit a bakery that only opens at night", "a lighthouse keeper finds a bottle with her own handwriting")
PRODUCTS = ("an ad for a cold brew coffee that keeps you awake", "Luma, a lamp that wakes you gently", "my online yoga classes", "umbrella")
WRITER = KindWriter(OfflineWriter())


async def film(kind: Kind, idea: str, length_s: int, seed: int = 1, memory: Memory | None = None, beats: tuple[float, ...] = ()) -> Script:
    brief = Brief(idea=idea, length_s=length_s, kind=kind, seed=seed, memory=memory, beats=beats)
    lines = await WRITER.loglines(brief)
    assert len({line.text for line in lines.options}) == 3
    script = (await WRITER.script(brief, lines.options[seed % 3])).script
    assert checks.findings(script, brief) == []
    assert script.kind == kind
    return script


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_runs_as_long_as_asked(kind: Kind) -> None:
    rules = RULES[kind]
    for idea in PRODUCTS if kind == "ad" else IDEAS:
        for length_s in {max(rules.least_s, 20), rules.usual_s, min(rules.most_s, 120)}:
            for seed in (1, 2):
                script = await film(kind, idea, length_s, seed)
                assert abs(script.length_s - length_s) <= 0.05 * length_s


async def test_an_ad_hooks_within_two_seconds_and_ends_on_what_to_do() -> None:
    for idea in PRODUCTS:
        for seed in range(6):
            script = await film("ad", idea, 15, seed)
            assert script.opening_s == 0
            hook = script.shots[0]
            assert hook.duration_s <= 2.0
            assert len(hook.lines[0].text.split()) <= 3
            thing = ads.product(idea)
            assert any(thing.noun in shot.props for shot in script.shots), "the product is seen"
            assert script.card


@pytest.mark.parametrize(
    ("idea", "it", "a", "does", "noun"),
    [
        ("an ad for a cold brew coffee that keeps you awake", "this cold brew coffee", "a cold brew coffee", "keeps you awake", "cold brew coffee"),
        ("make me a tiktok ad for Luma, a lamp that wakes you gently", "Luma", "Luma", "wakes you gently", "lamp"),
        ("my online yoga classes", "these online yoga classes", "online yoga classes", "", "online yoga classes"),
        ("umbrella", "this umbrella", "an umbrella", "", "umbrella"),
        ("A commercial for the glass of water.", "this glass of water", "a glass of water", "", "glass of water"),
    ],
)
def test_the_product_is_read_out_of_the_idea(idea: str, it: str, a: str, does: str, noun: str) -> None:
    assert ads.product(idea) == ads.Product(it, a, does, noun)


async def test_every_authored_ad_can_be_told() -> None:
    for name, form in ads.forms().items():
        for length_s in (15, 30, 40):
            brief = Brief(idea=PRODUCTS[1], length_s=length_s, kind="ad")
            logline = next(one for seed in range(60) for one in ads.options(brief.model_copy(update={"seed": seed}), ()) if one.plan["ad"] == name)
            script = (await WRITER.script(brief, logline)).script
            said = " ".join(line.text for shot in script.shots for line in shot.lines) + " ".join(shot.action for shot in script.shots)
            assert "{" not in said, name
            assert len(form["card"]) <= 30


async def test_a_trailer_asks_and_does_not_answer() -> None:
    for idea in IDEAS:
        brief = Brief(idea=idea, length_s=30, kind="trailer")
        line = (await WRITER.loglines(brief)).options[0]
        story = (await OfflineWriter().script(brief.model_copy(update={"kind": "film", "length_s": 90}), line)).script
        script = (await WRITER.script(brief, line)).script
        assert {shot.action for shot in script.shots} <= {shot.action for shot in story.shots[: round(0.8 * len(story.shots))]}
        assert story.shots[-1].action not in {shot.action for shot in script.shots}
        assert script.card == "Coming soon"
        assert script.shots[0].lines[0].speaker == NARRATOR
        assert len(script.shots) / script.shots_s > len(story.shots) / story.shots_s, "it is cut faster"


async def test_the_shortest_trailer_is_one_too() -> None:
    for idea in ("a court case against a goose who won't testify", "a boy befriends a whale", "my grandmother's last train"):
        for seed in (1, 5):
            script = await film("trailer", idea, 15, seed)
            assert abs(script.length_s - 15) <= 0.75
            assert any(shot.lines for shot in script.shots)


async def test_a_short_tells_more_in_its_time() -> None:
    for idea in IDEAS:
        brief = Brief(idea=idea, length_s=45, kind="short")
        line = (await WRITER.loglines(brief)).options[0]
        plain = (await OfflineWriter().script(brief.model_copy(update={"kind": "film"}), line)).script
        script = (await WRITER.script(brief, line)).script
        assert script.opening_s == 1.0
        assert sum(len(line.text) for shot in script.shots for line in shot.lines) >= sum(len(line.text) for shot in plain.shots for line in shot.lines)


class Wordy(OfflineWriter):
    """Tells what does not fit until it is asked for little; every telling costs."""

    def __init__(self, enough_s: int) -> None:
        super().__init__()
        self.enough_s = enough_s
        self.asked: list[int] = []

    async def script(self, brief: Brief, logline: Logline, **more: Any) -> Written:
        self.asked.append(brief.length_s)
        told = await super().script(brief.model_copy(update={"length_s": 90}) if brief.length_s > self.enough_s else brief, logline, **more)
        return replace(told, usage=Usage("m", 10, 1, 0.01))


async def test_a_story_that_does_not_fit_is_asked_for_shorter_and_all_tellings_are_counted() -> None:
    wordy, brief = Wordy(enough_s=24), Brief(idea=IDEAS[2], length_s=20, kind="short")
    logline = (await WRITER.loglines(brief)).options[0]
    written = await KindWriter(wordy).script(brief, logline)
    assert wordy.asked == [26, 23]
    assert abs(written.script.length_s - 20) <= 1
    assert written.usage == Usage("m", 20, 2, 0.02)
    with pytest.raises(WritingFailed, match="the short cannot be made"):
        await KindWriter(Wordy(enough_s=0)).script(brief, logline)


@settings(deadline=None)
@given(bpm=st.floats(60, 190), start=st.floats(0, 1), seconds=st.integers(20, 200))
def test_cuts_stand_on_beats(bpm: float, start: float, seconds: int) -> None:
    beat = 60 / bpm
    track = tuple(start + n * beat for n in range(int(seconds / beat)))
    beats = tuple(at - lead_s(track) for at in track)
    cuts = cut_points(beats, OPENING_S, seconds - CREDITS_S)
    gaps = [b - a for a, b in pairwise(cuts)]
    assert all(SHOT_S_MIN <= gap <= GAP_S_MAX + QUANTUM_S for gap in gaps)
    assert all(cut == round(cut / QUANTUM_S) * QUANTUM_S for cut in cuts)
    off = [min(abs(cut - beat) for beat in beats) for cut in cuts[1:]]
    assert max(off) <= QUANTUM_S / 2 + 1e-6
    assert sum(one <= CUT_OFF_S_MAX for one in off) >= 0.6 * len(off), "most within two frames"


async def test_a_music_video_is_silent_and_cut_on_the_beat_of_its_track() -> None:
    track = tuple(0.2 + n * 60 / 124 for n in range(120))
    beats = tuple(at - lead_s(track) for at in track)
    script = await film("music_video", IDEAS[1], 60, beats=beats)
    assert not any(shot.lines for shot in script.shots)
    at, off = script.opening_s, []
    for shot in script.shots:
        off.append(min(abs(at - beat) for beat in beats))
        at += shot.duration_s
    assert sum(one <= CUT_OFF_S_MAX for one in off) > 0.8 * len(off)


async def test_no_picture_of_a_music_video_is_framed_as_its_neighbour() -> None:
    for idea in IDEAS:
        script = await film("music_video", idea, 30)
        for one, other in pairwise(script.shots):
            alike = one.size == other.size and one.characters == other.characters and one.size in ("EWS", "WS", "FS", "MS", "MCU", "CU") and one.characters
            assert not alike, (idea, one.action, other.action)
        repeated = [one.action for one, other in pairwise(script.shots) if one.action == other.action]
        assert len(repeated) <= 1, repeated
    views = music_video._as_many([Shot(id="h1", action="Ana dances with Ben.", duration_s=6, size="WS", characters=("c1", "c2"))], 3)
    assert [view.size for view in views] == ["WS", "MS", "CU"]
    assert [view.characters[0] for view in views] == ["c1", "c2", "c1"], "another leads"
    assert len({(view.size, view.move, view.seed) for view in views}) == 3


async def test_an_episode_remembers_the_one_before() -> None:
    first = await film("series", "a night guard and a fox share one secret", 60)
    assert first.episode == 1
    assert first.shots[-1].lines[0].text == "Next time."
    second = await film("series", "the guard finds a key in the rain", 60, memory=Memory(episode=1, script=first))
    assert second.episode == 2
    assert second.shots[0].lines[0].text == f"Before, in {first.title}."
    assert [shot.action for shot in second.shots[:3]] == [first.shots[0].action, *(shot.action for shot in second.shots[1:3])]
    known = {(one.name, one.look, one.wardrobe) for one in first.characters}
    assert known & {(one.name, one.look, one.wardrobe) for one in second.characters}, "somebody is known"
    third = await film("series", "the key opens nothing", 60, memory=Memory(episode=2, script=second))
    assert third.episode == 3


@pytest.mark.parametrize("kind", ["short", "series", "ad", "trailer", "music_video"])
async def test_a_kind_keeps_its_form_when_its_length_changes(kind: Kind) -> None:
    idea = PRODUCTS[0] if kind == "ad" else IDEAS[0]
    script = await film(kind, idea, 40)
    brief = Brief(idea=idea, length_s=40, kind=kind)
    shorter = (await WRITER.resize(brief, script, 36)).script
    assert abs(shorter.length_s - 36) <= 0.05 * 36
    assert (shorter.kind, shorter.card, shorter.opening_s) == (script.kind, script.card, script.opening_s)
    with pytest.raises(WritingFailed):
        await WRITER.resize(brief.model_copy(update={"kind": "ad"}), script.model_copy(update={"kind": "ad", "scenes": script.scenes[:1]}), 600)


async def test_a_rewritten_scene_leaves_the_kind() -> None:
    script = await film("short", IDEAS[0], 45)
    brief = Brief(idea=IDEAS[0], length_s=45, kind="short")
    new = (await WRITER.rewrite_scene(brief, script, script.scenes[0].id, "at night")).script
    assert (new.kind, new.opening_s, new.credits_s) == ("short", script.opening_s, script.credits_s)
