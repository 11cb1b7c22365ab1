"""The film's frames: titles, shots, dissolves."""

from core.film.timeline import DISSOLVE_FRAMES, timeline
from core.writing.script import FPS, Location, Scene, Script, Shot


def film(*transitions: str) -> Script:
    shots = tuple(Shot(id=f"h{i}", action="Waves.", duration_s=2.25, transition=how) for i, how in enumerate(transitions, 1))
    scenes = (
        Scene(id="s1", location="l1", shots=shots[:2]),
        Scene(id="s2", location="l1", shots=shots[2:]),
    )
    return Script(
        title="Sea",
        opening_s=2.0,
        credits_s=3.0,
        locations=(Location(id="l1", name="Sea", backdrop="sea"),),
        scenes=scenes,
    )


def test_cuts_follow_one_another_and_the_titles_enclose_them() -> None:
    line = timeline(film("cut", "cut", "cut"))
    assert (line.opening.start, line.opening.end) == (0, 48)
    assert [(s.start, s.end) for s in line.shots] == [(48, 102), (102, 156), (156, 210)]
    assert (line.credits.start, line.credits.end) == (210, 282)


def test_a_dissolve_shares_half_a_second_also_across_scenes() -> None:
    script = film("dissolve", "dissolve", "dissolve")
    line = timeline(script)
    one, two, three = line.shots
    assert not one.dissolves_in
    assert two.dissolves_in
    assert three.dissolves_in
    assert one.end - two.start == two.end - three.start == DISSOLVE_FRAMES
    assert line.scene("s1").end - line.scene("s2").start == DISSOLVE_FRAMES
    assert line.duration_s == script.length_s
    assert line.frames == script.length_s * FPS
    assert line.shot("h2").scene == "s1"
    assert line.scene("s2").number == 2
