"""Every edit does what its docstring says, touches nothing else, and refuses in words that have a key."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import EditRefused
from core.writing.applying import apply
from core.writing.edits import (  # fmt: skip
    AddShot,
    Change,
    ChooseTake,
    DeleteScene,
    DeleteShot,
    Edit,
    MoveScene,
    MoveShot,
    Redraw,
    RenameCharacter,
    Resize,
    RewriteScene,
    SetCharacter,
    SetLines,
    SetScene,
    SetShot,
    SetTitle,
    SplitShot,
    Undo,
    ids_of,
    needs_writer,
)
from core.writing.pacing import least_s
from core.writing.script import NARRATOR, Line, Script


def order(script: Script) -> list[list[str]]:
    return [[shot.id for shot in scene.shots] for scene in script.scenes]


def keys(changes: tuple[Change, ...]) -> list[str]:
    return [change.key for change in changes]


def refused(script: Script, edit: Edit) -> str:
    with pytest.raises(EditRefused) as caught:
        apply(script, [edit])
    return caught.value.key


def test_a_scene_is_set_at_night_and_nothing_else_changes(script: Script) -> None:
    done = apply(script, [SetScene(scene="s2", time_of_day="night")])
    assert done.changes == (Change("scene-time", "s2", {"scene": 2, "old": "day", "new": "night"}),)
    assert done.script == script.model_copy(update={"scenes": (script.scenes[0], done.script.scenes[1], script.scenes[2])})
    assert done.script.scenes[1].time_of_day == "night"


def test_another_place_for_one_scene_leaves_the_others_of_that_place_alone(script: Script) -> None:
    done = apply(script, [SetScene(scene="s1", backdrop="beach")])
    assert [done.script.place_of(s).name for s in done.script.scenes] == ["Beach", "Kitchen", "Lighthouse"]
    assert done.changes == (Change("scene-place", "s1", {"scene": 1, "old": "Lighthouse", "new": "Beach"}),)
    again = apply(done.script, [SetScene(scene="s1", backdrop="lighthouse", location_name="Lighthouse")])
    assert [x.id for x in again.script.locations] == ["l1", "l2"]  # the beach is gone, the lighthouse was found again


def test_indoor_backdrops_are_interiors_unless_said_otherwise(script: Script) -> None:
    done = apply(script, [SetScene(scene="s1", backdrop="church"), SetScene(scene="s2", interior=False)]).script
    assert [done.place_of(s).interior for s in done.scenes] == [True, False, False]


def test_the_same_again_is_no_change(script: Script) -> None:
    edits = [SetScene(scene="s2", time_of_day="day"), SetTitle(title=script.title), SetShot(shot="h1", size="WS"), RenameCharacter(character="c1", name="Mara")]
    done = apply(script, [*edits, SetLines(shot="h3", lines=script.shot("h3").lines)])
    assert done.script == script
    assert done.changes == ()


def test_a_shot_is_changed_field_by_field(script: Script) -> None:
    done = apply(script, [SetShot(shot="h3", size="MS", move="dolly_in", duration_s=7.5, transition="dissolve", props=("letter",))])
    assert keys(done.changes) == ["shot-size", "shot-move", "shot-duration", "shot-transition", "shot-props", "film-length"]
    assert done.changes[2] == Change("shot-duration", "h3", {"shot": 3, "scene": 2, "old": 6.0, "new": 7.5})
    assert done.changes[-1].args == {"old": 30.0, "new": 31.0}


def test_a_shot_cannot_become_shorter_than_its_lines(script: Script) -> None:
    done = apply(script, [SetShot(shot="h4", duration_s=1.0)])
    assert done.script.shot("h4").duration_s == least_s(script.shot("h4")) > 1.0
    assert keys(done.changes)[:2] == ["shot-duration", "shot-grew"]
    assert refused(script, SetShot(shot="h4", duration_s=60)) == "edit-refused-duration"


def test_lines_make_a_shot_grow_and_their_speaker_is_seen(script: Script) -> None:
    done = apply(script, [SetLines(shot="h2", lines=(Line(speaker="c2", text="one two three four five six seven eight nine ten eleven twelve"),))])
    assert done.script.shot("h2").characters == ("c2",)
    assert done.script.shot("h2").duration_s == 5.5
    assert keys(done.changes) == ["shot-lines", "shot-grew", "film-length"]
    assert keys(apply(script, [SetLines(shot="h3", lines=())]).changes) == ["shot-silent"]
    assert refused(script, SetLines(shot="h2", lines=(Line(speaker="c1", text="word " * 70),))) == "edit-refused-too-much-said"
    assert refused(script, SetLines(shot="h2", lines=(Line(speaker="c9", text="Hello"),))) == "edit-refused-no-such-character"


def test_renaming_reaches_every_text(script: Script) -> None:
    done = apply(script, [RenameCharacter(character="c1", name="Ana")]).script
    assert "Mara" not in done.model_dump_json()
    assert "MARA" not in done.model_dump_json()
    assert done.title == "Ana and the Lamp"
    assert done.shot("h1").action == "Ana hauls a rope; ANA's hands are wet."
    assert done.shot("h4").lines[0].text == "Ana? Ana, what is it?"
    assert done.characters[1].look == "Ana's brother"


def test_renaming_changes_whole_words_only(script: Script) -> None:
    marathon = apply(script, [SetShot(shot="h5", action="The marathon passes; Marama waves to Mara.")]).script
    assert apply(marathon, [RenameCharacter(character="c1", name="Ana")]).script.shot("h5").action == "The marathon passes; Marama waves to Ana."


def test_a_name_of_several_words_is_replaced_but_its_title_is_no_name(script: Script) -> None:
    done = apply(script, [RenameCharacter(character="c2", name="Ben Hale")]).script
    assert done.shot("h4").action == "Ben Hale enters."
    full = apply(done, [RenameCharacter(character="c2", name="Zed Moon"), SetShot(shot="h4", action="Zed sits.")]).script
    assert apply(full, [RenameCharacter(character="c2", name="Old Ike")]).script.shot("h4").action == "Old sits."  # first for first


@pytest.mark.parametrize("name", ["", "  ", "<b>", "http://x", "a`b", "!!!"])
def test_what_is_no_name_is_refused(script: Script, name: str) -> None:
    assert refused(script, RenameCharacter.model_construct(character="c1", name=name)) == "edit-refused-name"


def test_two_people_do_not_share_a_name(script: Script) -> None:
    assert refused(script, RenameCharacter(character="c1", name="old tom")) == "edit-refused-name-taken"


def test_a_character_looks_and_sounds_different(script: Script) -> None:
    voice = script.characters[0].voice.model_copy(update={"pace": "slow"})
    done = apply(script, [SetCharacter(character="c1", wardrobe="a red coat", colour="#aa0000", voice=voice)])
    assert keys(done.changes) == ["character-wardrobe", "character-colour", "character-voice"]
    assert done.changes[0].args == {"name": "Mara", "old": "oilskin coat", "new": "a red coat"}


def test_a_shot_is_added_where_it_was_asked_for(script: Script) -> None:
    assert order(apply(script, [AddShot(scene="s1", after="h1", action="Gulls.")]).script) == [["h1", "h6", "h2"], ["h3", "h4"], ["h5"]]
    assert order(apply(script, [AddShot(scene="s2", action="Gulls.", backdrop="kitchen")]).script) == [["h1", "h2"], ["h6", "h3", "h4"], ["h5"]]
    assert refused(script, AddShot(scene="s2", after="h1", action="Gulls.")) == "edit-refused-no-such-shot"
    assert refused(script, AddShot(scene="s9", action="Gulls.")) == "edit-refused-no-such-scene"


def test_a_shot_of_another_place_is_a_scene_of_its_own(script: Script) -> None:
    done = apply(script, [AddShot(scene="s3", after="h5", action="The sea.", backdrop="sea")])
    assert order(done.script) == [["h1", "h2"], ["h3", "h4"], ["h5"], ["h6"]]
    sea = done.script.scenes[-1]
    assert (sea.id, sea.time_of_day, done.script.place_of(sea).backdrop) == ("s4", "night", "sea")
    assert done.changes[0].args == {"action": "The sea.", "duration": 4.0, "shot": 6, "scene": 4}
    middle = apply(script, [AddShot(scene="s2", after="h3", action="The sea.", backdrop="sea")]).script
    assert order(middle) == [["h1", "h2"], ["h3"], ["h6"], ["h4"], ["h5"]]
    assert [s.id for s in middle.scenes] == ["s1", "s2", "s4", "s5", "s3"]
    assert order(apply(middle, [DeleteShot(shot="h6")]).script) == [["h1", "h2"], ["h3"], ["h4"], ["h5"]]


def test_new_ids_were_never_used_before(script: Script) -> None:
    shorter = apply(script, [DeleteShot(shot="h5")]).script
    assert apply(shorter, [AddShot(scene="s1", action="x")]).changes[0].about == "h5"
    assert apply(shorter, [AddShot(scene="s1", action="x")], used=ids_of(script)).changes[0].about == "h6"


def test_deleting_keeps_one_shot_and_takes_an_empty_scene_along(script: Script) -> None:
    done = apply(script, [DeleteShot(shot="h5")])
    assert order(done.script) == [["h1", "h2"], ["h3", "h4"]]
    assert keys(done.changes) == ["shot-deleted", "scene-deleted", "film-length"]
    assert apply(script, [DeleteShot(shot="h1")]).script.shot("h2").continues is False
    one = apply(script, [DeleteScene(scene="s1"), DeleteScene(scene="s2")])
    assert [c.args.get("scene") for c in one.changes] == [1, 2, None]  # numbers as they were seen
    assert [x.id for x in one.script.locations] == ["l1"]
    assert refused(one.script, DeleteShot(shot="h5")) == "edit-refused-last-shot"
    assert refused(one.script, DeleteScene(scene="s3")) == "edit-refused-last-scene"


def test_moving_within_a_scene(script: Script) -> None:
    done = apply(script, [MoveShot(shot="h4", by=-1)])
    assert order(done.script) == [["h1", "h2"], ["h4", "h3"], ["h5"]]
    assert done.changes == (Change("shot-moved", "h4", {"shot": 4, "scene": 2, "to": 3}),)
    assert refused(script, MoveShot(shot="h1", by=-1)) == "edit-refused-at-edge"
    assert refused(script, MoveShot(shot="h5", by=3)) == "edit-refused-at-edge"


def test_moving_into_another_scene_keeps_place_and_light(script: Script) -> None:
    done = apply(script, [MoveShot(shot="h5", by=-9)]).script
    assert order(done) == [["h5"], ["h1", "h2"], ["h3", "h4"]]
    assert done.scene_of("h5") == script.scene_of("h5")
    there = apply(script, [MoveShot(shot="h3", by=-1)]).script
    assert order(there) == [["h1"], ["h3"], ["h2"], ["h4"], ["h5"]]
    for shot in script.shots:
        assert there.place_of(there.scene_of(shot.id)) == script.place_of(script.scene_of(shot.id))
    assert order(apply(there, [MoveShot(shot="h3", by=1)]).script) == order(script)


def test_scenes_move_as_they_are(script: Script) -> None:
    done = apply(script, [MoveScene(scene="s3", by=-2)])
    assert order(done.script) == [["h5"], ["h1", "h2"], ["h3", "h4"]]
    assert done.changes == (Change("scene-moved", "s3", {"scene": 3, "to": 1}),)
    assert refused(script, MoveScene(scene="s1", by=-1)) == "edit-refused-at-edge"


def test_splitting_shares_time_and_lines(script: Script) -> None:
    done = apply(script, [SplitShot(shot="h4")])
    first, second = done.script.shot("h4"), done.script.shot("h6")
    assert (len(first.lines), len(second.lines), second.size) == (1, 1, "MCU")
    assert first.duration_s + second.duration_s == 5
    assert done.changes[0].args == {"shot": 4, "scene": 2, "to": 5}
    assert refused(apply(script, [SetShot(shot="h2", duration_s=1.75)]).script, SplitShot(shot="h2")) == "edit-refused-too-short-to-split"


def test_a_take_is_chosen_by_its_number(script: Script) -> None:
    thrice = apply(script, [Redraw(shot="h2"), Redraw(shot="h2")]).script
    first = apply(thrice, [ChooseTake(shot="h2", take=1)], seeds={"h2": 2})
    assert (first.script.shot("h2").seed, keys(first.changes)) == (0, ["shot-take"])
    assert apply(first.script, [Redraw(shot="h2")], seeds={"h2": 2}).script.shot("h2").seed == 3
    assert apply(thrice, [ChooseTake(shot="h2", take=3)], seeds={"h2": 2}).changes == ()
    with pytest.raises(EditRefused) as refused:
        apply(thrice, [ChooseTake(shot="h2", take=4)], seeds={"h2": 2})
    assert refused.value.key == "edit-refused-no-such-take"


def test_a_redraw_is_a_new_seed(script: Script) -> None:
    done = apply(script, [Redraw(shot="h2")])
    assert done.script.shot("h2").seed == 1
    assert keys(done.changes) == ["shot-redrawn"]


def test_who_speaks_cannot_leave_the_picture(script: Script) -> None:
    assert refused(script, SetShot(shot="h4", characters=("c1",))) == "edit-refused-speaks"
    assert apply(script, [SetShot(shot="h1", characters=())]).changes[0].args["new"] == ""


def test_all_or_nothing(script: Script) -> None:
    with pytest.raises(EditRefused):
        apply(script, [SetTitle(title="Other"), DeleteScene(scene="s7")])


def test_texts_that_grow_too_long_are_refused(script: Script) -> None:
    long = apply(script, [SetTitle(title="Mara " * 15 + "Mara")]).script
    assert refused(long, RenameCharacter(character="c1", name="Wilhelmina")) == "edit-refused-text-too-long"


def test_a_film_does_not_grow_over_an_hour(script: Script) -> None:
    whole = script.model_copy(update={"scenes": tuple(
        script.scenes[0].model_copy(update={"id": f"s{i}", "shots": (script.shots[1].model_copy(update={"id": f"h{i}", "duration_s": 19.0}),)})
        for i in range(1, 190))})  # fmt: skip
    assert refused(whole, AddShot(scene="s1", action="x", duration_s=5)) == "edit-refused-film-too-long"


def test_what_apply_does_not_do(script: Script) -> None:
    rewrite, resize, undo = RewriteScene(scene="s1", wish="sadder"), Resize(length_s=45), Undo()
    assert needs_writer(rewrite)
    assert needs_writer(resize)
    assert not needs_writer(undo)
    assert not needs_writer(Redraw(shot="h1"))
    for edit in (rewrite, resize, undo):
        with pytest.raises(ValueError, match=edit.kind):
            apply(script, [edit])


shots = st.sampled_from(["h1", "h2", "h3", "h4", "h5", "h6", "h7"])
scenes = st.sampled_from(["s1", "s2", "s3", "s4"])
any_edit = st.one_of(
    st.builds(DeleteShot, shot=shots),
    st.builds(DeleteScene, scene=scenes),
    st.builds(MoveShot, shot=shots, by=st.integers(-6, 6)),
    st.builds(MoveScene, scene=scenes, by=st.integers(-3, 3)),
    st.builds(SplitShot, shot=shots),
    st.builds(Redraw, shot=shots),
    st.builds(AddShot, scene=scenes, after=st.none() | shots, action=st.just("Gulls."), backdrop=st.sampled_from([None, "sea", "kitchen"])),
    st.builds(SetShot, shot=shots, duration_s=st.integers(1, 90).map(lambda n: n / 4)),
    st.builds(SetLines, shot=shots, lines=st.lists(st.builds(Line, speaker=st.sampled_from(["c1", NARRATOR]), text=st.just("I saw it come in."))).map(tuple)),
    st.builds(SetScene, scene=scenes, backdrop=st.sampled_from([None, "sea", "bar"]), time_of_day=st.sampled_from([None, "dawn", "night"])),
)


@settings(max_examples=120, deadline=None)
@given(edits=st.lists(any_edit, max_size=8))
def test_whatever_is_asked_the_script_stays_whole(script: Script, edits: list[Edit]) -> None:
    now = script
    used = ids_of(now)
    for edit in edits:
        try:
            done = apply(now, [edit], used=used)
        except EditRefused:
            continue
        assert not (ids_of(done.script) - ids_of(now)) & used
        now = done.script
        used |= ids_of(now)
        assert Script.model_validate(now.model_dump()) == now
        assert all(scene.shots for scene in now.scenes)
        assert all(shot.duration_s >= least_s(shot) for shot in now.shots)
        assert {x.location for x in now.scenes} == {x.id for x in now.locations}
