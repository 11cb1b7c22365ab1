"""The rules of the trade: each finds what it is for, leaves a good script alone, and what code can mend is mended."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.writing import pacing
from core.writing.applying import apply
from core.writing.checks import findings, fitted, mend
from core.writing.edits import SetLines, SetShot, SetTitle
from core.writing.languages import is_other_language, language_of, told_in
from core.writing.script import DISSOLVE_S, FILM_S_MAX, FILM_S_MIN, Brief, Line, Location, Scene, Script, Shot

BRIEF = Brief(idea="a lighthouse keeper finds a letter", length_s=30)


def rules(script: Script, brief: Brief = BRIEF) -> list[str]:
    return [finding.rule for finding in findings(script, brief)]


def with_shot(script: Script, id: str, **changed: object) -> Script:
    scenes = tuple(s.model_copy(update={"shots": tuple(h.model_copy(update=changed) if h.id == id else h for h in s.shots)}) for s in script.scenes)
    return script.model_copy(update={"scenes": scenes})


def test_a_good_script_has_no_findings(script: Script) -> None:
    assert findings(script, BRIEF) == []


BREAK: dict[str, Callable[[Script], Script]] = {
    "empty": lambda s: s.model_copy(update={"scenes": ()}),
    "scene-empty": lambda s: s.model_copy(update={"scenes": (*s.scenes, s.scenes[0].model_copy(update={"id": "s9", "shots": ()}))}),
    "scene-twice": lambda s: s.model_copy(update={"scenes": (*s.scenes[:2], s.scenes[0].model_copy(update={"id": "s9"}))}),
    "length": lambda s: with_shot(s, "h1", duration_s=8.0),
    "too-few-shots": lambda s: s.model_copy(update={"scenes": tuple(
        x.model_copy(update={"shots": (x.shots[0].model_copy(update={"duration_s": 15.0}),)}) for x in s.scenes)}),
    "title": lambda s: s.model_copy(update={"title": '"The Lamp"'}),
    "language": lambda s: with_shot(s, "h1", action="Der Mann und die Frau gehen nicht auf das Meer, und er ist mit ihr im Haus, das sie von dem Vater hat."),
    "name-twice": lambda s: s.model_copy(update={"characters": (s.characters[0], s.characters[1].model_copy(update={"name": "MARA"}))}),
    "duration": lambda s: with_shot(s, "h2", duration_s=0.5),
    "line-too-long": lambda s: with_shot(s, "h3", duration_s=1.0),
    "too-much-said": lambda s: with_shot(s, "h3", duration_s=20.0, lines=(Line(speaker="c1", text="so many words " * 25),)),
    "speaker-unseen": lambda s: with_shot(s, "h3", characters=()),
    "shot-twice": lambda s: with_shot(s, "h4", action=s.shot("h3").action, size="CU"),
    "line-again": lambda s: s.model_copy(update={"scenes": tuple(x.model_copy(update={"shots": tuple(
        h.model_copy(update={"lines": (Line(speaker="narrator", text="The sea returns."),)}) for h in x.shots)}) for x in s.scenes)}),
    "no-words": lambda s: with_shot(s, "h3", lines=(Line(speaker="c1", text="…"),)),
    "url": lambda s: with_shot(s, "h2", action="A bottle with www.example.org on it."),
    "markup": lambda s: with_shot(s, "h2", action="<b>A bottle</b> knocks."),
    "filler": lambda s: with_shot(s, "h2", action="TODO: the bottle."),
    "control": lambda s: with_shot(s, "h2", action="A bottle\u202e knocks."),
}  # fmt: skip


@pytest.mark.parametrize("rule", BREAK)
def test_each_rule_finds_what_it_is_for(script: Script, rule: str) -> None:
    assert rule in rules(BREAK[rule](script))


@pytest.mark.parametrize("title", ["Title: The Lamp", "Untitled", "...", "One two three four five six seven eight nine ten eleven twelve thirteen"])
def test_what_is_no_title(script: Script, title: str) -> None:
    assert rules(apply(script, [SetTitle(title=title)]).script)[0] == "title"


def test_findings_speak_in_figures(script: Script) -> None:
    [finding] = findings(with_shot(script, "h3", duration_s=2.0).model_copy(update={"credits_s": 7.0}), BRIEF)
    assert finding.text == "Scene 2, shot 3: what is said needs 2.25 s, the shot lasts 2 s."


@pytest.mark.parametrize("rule", ["length", "duration", "line-too-long", "speaker-unseen", "control", "scene-empty"])
def test_code_mends_what_needs_no_writer(script: Script, rule: str) -> None:
    assert rules(mend(BREAK[rule](script), BRIEF)) == []


def test_mending_cleans_texts_and_drops_whom_nobody_sees(script: Script) -> None:
    line = Line(speaker="c1", text="“(quietly) I **know** this hand.”")
    messy = apply(
        script, [SetLines(shot="h3", lines=(line,)), SetTitle(title='"The Lamp."'), SetLines(shot="h4", lines=()), SetShot(shot="h4", characters=())]
    ).script
    done = mend(messy, BRIEF)
    assert done.shot("h3").lines == (Line(speaker="c1", text="I know this hand.", delivery="quietly"),)
    assert (done.title, [c.name for c in done.characters]) == ("The Lamp", ["Mara"])


def test_what_is_mended_stays_as_it_is(script: Script) -> None:
    once = mend(script, BRIEF)
    assert mend(once, BRIEF) == once
    assert once.length_s == 30.0


@st.composite
def films(draw: st.DrawFn) -> tuple[Script, int]:
    """A film of any allowed length and about enough shots for it."""
    length = draw(st.integers(FILM_S_MIN, FILM_S_MAX))
    count = max(2, round(length / draw(st.floats(3, 8))))
    pattern = draw(st.lists(st.tuples(st.integers(4, 40), st.integers(0, 7), st.booleans()), min_size=1, max_size=8))
    shots = []
    for n in range(count):
        quarters, words, dissolve = pattern[n % len(pattern)]
        lines = (Line(speaker="narrator", text=" ".join(["sea"] * words)),) if words else ()
        shots.append(Shot(id=f"h{n}", action=f"Wave {n}.", duration_s=quarters / 4, lines=lines, transition="dissolve" if dissolve else "cut"))
    place = Location(id="l1", name="Sea", backdrop="sea")
    return Script(title="Sea", locations=(place,), scenes=(Scene(id="s1", location="l1", shots=tuple(shots)),)), length


@settings(max_examples=60, deadline=None)
@given(films())
def test_the_length_is_met_to_the_quarter_second(film: tuple[Script, int]) -> None:
    script, length = film
    done = mend(script, Brief(idea="sea", length_s=length))
    assert done.length_s == length
    assert all(shot.duration_s >= pacing.least_s(shot) for shot in done.shots)
    assert Script.model_validate(done.model_dump()) == done


def test_a_length_out_of_reach_is_approached_and_found(script: Script) -> None:
    assert fitted(script, 3600).shots_s == 5 * 20
    assert rules(mend(script, BRIEF.model_copy(update={"length_s": 3600}))) == ["length", "too-few-shots"]
    least = sum(pacing.least_s(shot) for shot in script.shots)
    assert fitted(script, 1).shots_s == least


def test_dissolves_are_counted(script: Script) -> None:
    assert mend(with_shot(script, "h3", transition="dissolve"), BRIEF).shots_s == mend(script, BRIEF).shots_s + DISSOLVE_S


@pytest.mark.parametrize(("text", "language"), [
    ("She takes the letter from the table and reads it to him in the dark.", "en"),
    ("Ella toma la carta y la lee, pero él no está; los barcos y las gaviotas lo saben.", "es"),
    ("Ela lê a carta e não diz uma palavra ao homem do farol, mas ele sabe.", "pt"),
    ("Elle prend la lettre et la lit dans le noir, elle ne dit pas une parole.", "fr"),
    ("Sie nimmt den Brief und liest, und der Mann ist nicht im Haus.", "de"),
    ("Она берёт письмо и читает.", "ru"), ("彼女は手紙を読む。", "ja"), ("她拿起信，读了起来。", "zh"), ("Mara. Tom.", ""),
])  # fmt: skip
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("idea", "language"), [
    ("Ein Leuchtturmwärter findet eine Flasche", "de"), ("Un gardien de phare trouve une bouteille", "fr"), ("Una farera encuentra una botella", "es"),
    ("O gato que queria voar", "pt"), ("Смотрительница маяка находит бутылку", "ru"), ("灯台守が自分の瓶を見つける", "ja"),
    ("灯塔看守人发现一个瓶子", "zh"),
    ("حارس المنارة يجد زجاجة", "ar"), ("A lighthouse keeper finds a bottle", "en"), ("La vie en rose", ""), ("Die Hard in a bakery", ""), ("🦊🌙🚀", ""),
])  # fmt: skip
def test_a_short_idea_tells_its_language_or_nothing_is_said(idea: str, language: str) -> None:
    assert told_in(idea) == language


def test_only_a_surely_wrong_language_is_reported() -> None:
    english = "She takes the letter from the table and reads it to him in the dark."
    assert is_other_language(english, "de") == "en"
    assert is_other_language(english, "en-GB") == ""
    assert is_other_language(english, "sw") == ""  # no words known of Swahili
    assert is_other_language("Вона бере листа і читає.", "uk") == ""
    assert is_other_language("她拿起信。", "sw") == "zh"
