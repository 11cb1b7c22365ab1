"""Plain talk becomes exactly the edits that were meant, or is said to be unclear in the person's own words.

The film that is talked about (`conftest.py`): scene 1 at the lighthouse (shots 1, 2: Mara, the bottle), scene 2 in the kitchen (shots 3, 4: Mara, Old Tom),
scene 3 at the lighthouse at night (shot 5, the narrator).
"""

from typing import Any

import pytest

from core.errors import EditRefused
from core.writing.applying import apply
from core.writing.edits import (
    AddShot,
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
)  # fmt: skip
from core.writing.grammar import understand
from core.writing.script import Line, Script

NIGHT = SetScene(scene="s2", time_of_day="night")
KITCHEN1 = SetScene(scene="s1", location_name="Kitchen", backdrop="kitchen", interior=True)
RAIN3 = SetScene(scene="s3", weather="rain")
ANA, BEN = RenameCharacter(character="c1", name="Ana"), RenameCharacter(character="c2", name="Ben")


def every(**fields: Any) -> list[Edit]:
    return [SetScene(scene=f"s{n}", **fields) for n in (1, 2, 3)]


def sea(scene: str, after: str | None, **fields: Any) -> AddShot:
    return AddShot(**{"scene": scene, "after": after, "action": "The sea.", "backdrop": "sea", **fields})


def say(shot: str, *lines: tuple[str, str] | tuple[str, str, str]) -> SetLines:
    return SetLines(shot=shot, lines=tuple(Line(speaker=x[0], text=x[1], delivery=x[2] if len(x) > 2 else "") for x in lines))


TALK: list[tuple[str, list[Edit]]] = [
    # when
    ("make scene 2 at night", [NIGHT]),
    ("Make scene 2 at night.", [NIGHT]),
    ("scene 2 at night", [NIGHT]),
    ("scene two at night please", [NIGHT]),
    ("the second scene should be at night", [NIGHT]),
    ("set scene #2 at night", [NIGHT]),
    ("could you make scene 2 at night?", [NIGHT]),
    ("can we have scene 2 at night, please?", [NIGHT]),
    ("I want scene 2 to be at night", [NIGHT]),
    ("I'd like scene 2 at night", [NIGHT]),
    ("let scene 2 happen at night", [NIGHT]),
    ("change scene 2 to night", [NIGHT]),
    ("turn scene 2 into night", [NIGHT]),
    ("scene 2 takes place at midnight", [NIGHT]),
    ("make it night in scene 2", [NIGHT]),
    ("in scene 2 it should be night", [NIGHT]),
    ("scene 2: night", [NIGHT]),
    ("change the time of day of scene 2 to night", [NIGHT]),
    ("make the kitchen scene at night", [NIGHT]),
    ("mkae scene 2 at nigth", [NIGHT]),
    ("make scnee 2 at night", [NIGHT]),
    ("set the last scene at dawn", [SetScene(scene="s3", time_of_day="dawn")]),
    ("the first scene in the morning", [SetScene(scene="s1", time_of_day="dawn")]),
    ("scene 1 during the afternoon", [SetScene(scene="s1", time_of_day="day")]),
    ("scene 3 at sunset", [SetScene(scene="s3", time_of_day="dusk")]),
    ("scenes 1 and 2 at night", [SetScene(scene="s1", time_of_day="night"), NIGHT]),
    ("make every scene at dusk", every(time_of_day="dusk")),
    ("set the whole film at night", every(time_of_day="night")),
    ("set it at night", every(time_of_day="night")),
    ("I think scene 2 should be at night", [NIGHT]),
    # weather
    ("make it rain everywhere", every(weather="rain")),
    ("make it rain in scene 3", [RAIN3]),
    ("let it rain in scene 3", [RAIN3]),
    ("it should rain in scene 3", [RAIN3]),
    ("rain in scene 3", [RAIN3]),
    ("scene 3 in the rain", [RAIN3]),
    ("scene 3 should be rainy", [RAIN3]),
    ("add rain to scene 3", [RAIN3]),
    ("add some heavy rain to the third scene", [RAIN3]),
    ("make it snow in the first scene", [SetScene(scene="s1", weather="snow")]),
    ("scene 1 foggy", [SetScene(scene="s1", weather="fog")]),
    ("a storm in scene 1", [SetScene(scene="s1", weather="storm")]),
    ("stop the rain in scene 3", [SetScene(scene="s3", weather="clear")]),
    ("no rain in scene 3", [SetScene(scene="s3", weather="clear")]),
    ("make scene 1 sunny", [SetScene(scene="s1", weather="clear")]),
    ("change the weather in scene 2 to snow", [SetScene(scene="s2", weather="snow")]),
    # place
    ("set scene 1 in a kitchen", [KITCHEN1]),
    ("set scene 1 in the kitchen", [KITCHEN1]),
    ("scene 1 takes place in a kitchen", [KITCHEN1]),
    ("move scene 2 to the beach", [SetScene(scene="s2", location_name="Beach", backdrop="beach")]),
    ("set scene 2 in an old fishing harbour", [SetScene(scene="s2", location_name="Old fishing harbour", backdrop="harbour")]),
    ("put scene 3 on a train", [SetScene(scene="s3", location_name="Train", backdrop="train")]),
    ("change the location of scene 1 to a bar", [SetScene(scene="s1", location_name="Bar", backdrop="bar")]),
    ("scene 2 in a forest at dawn", [SetScene(scene="s2", location_name="Forest", backdrop="forest", time_of_day="dawn")]),
    ("set scene 2 on the rooftop at night in the rain", [
        SetScene(scene="s2", location_name="Rooftop", backdrop="rooftops", time_of_day="night", weather="rain")]),
    ("make scene 1 foggy and at night", [SetScene(scene="s1", weather="fog"), SetScene(scene="s1", time_of_day="night")]),
    ("scene 2 outside", [SetScene(scene="s2", interior=False)]),
    # mood
    ("make scene 2 scarier", [SetScene(scene="s2", mood="dread")]),
    ("make scene 1 scarier", [SetScene(scene="s1", mood="tense")]),
    ("make scene 1 scary", [SetScene(scene="s1", mood="dread")]),
    ("make scene 2 funnier", [SetScene(scene="s2", mood="joyful")]),
    ("make scene 2 a bit warmer", [SetScene(scene="s2", mood="warm")]),
    ("scene 2 less tense", [SetScene(scene="s2", mood="hope")]),
    ("make scene 1 more romantic", [SetScene(scene="s1", mood="tender")]),
    ("make scene 1 sad and rainy", [SetScene(scene="s1", mood="melancholy"), SetScene(scene="s1", weather="rain")]),
    ("make it more hopeful", every(mood="hope")),
    ("happier", [SetScene(scene="s1", mood="joyful"), SetScene(scene="s2", mood="hope"), SetScene(scene="s3", mood="joyful")]),
    ("make it less tense", [SetScene(scene="s1", mood="warm"), SetScene(scene="s2", mood="hope"), SetScene(scene="s3", mood="warm")]),
    ("less sad", every(mood=None)),
    ("make the film scarier", [SetScene(scene="s1", mood="tense"), SetScene(scene="s2", mood="dread"), SetScene(scene="s3", mood="tense")]),
    # length
    ("shorter", [Resize(length_s=22)]),
    ("longer", [Resize(length_s=40)]),
    ("make it shorter", [Resize(length_s=22)]),
    ("a bit shorter please", [Resize(length_s=25)]),
    ("make it much longer", [Resize(length_s=60)]),
    ("make it 45 seconds", [Resize(length_s=45)]),
    ("make it 45 seconds long", [Resize(length_s=45)]),
    ("make the film 90 seconds", [Resize(length_s=90)]),
    ("cut it to 20 seconds", [Resize(length_s=20)]),
    ("cut it down to twenty seconds", [Resize(length_s=20)]),
    ("make it a minute", [Resize(length_s=60)]),
    ("make it one minute long", [Resize(length_s=60)]),
    ("make it a minute and a half", [Resize(length_s=90)]),
    ("make it two minutes", [Resize(length_s=120)]),
    ("1 minute 30", []),
    ("make it 1:30", [Resize(length_s=90)]),
    ("twice as long", [Resize(length_s=60)]),
    ("make it half as long", [Resize(length_s=15)]),
    ("it should be 40 seconds long", [Resize(length_s=40)]),
    ("I want a 10 minute film", [Resize(length_s=600)]),
    ("forty-five seconds", [Resize(length_s=45)]),
    ("lenght: 50 seconds", [Resize(length_s=50)]),
    # names
    ("rename Mara to Ana", [ANA]),
    ("rename mara to ana", [ANA]),
    ("Rename Mara Ana", [ANA]),
    ("call Mara Ana", [ANA]),
    ("call her Ana", [ANA]),
    ("call him Ben", [BEN]),
    ("let's call him Ben", [BEN]),
    ("name him Ben", [BEN]),
    ("change Mara's name to Ana", [ANA]),
    ("change her name to Ana", [ANA]),
    ("change the name of Mara to Ana", [ANA]),
    ("Mara should be called Ana", [ANA]),
    ("Mara is now called Ana", [ANA]),
    ("Mara's name is Ana", [ANA]),
    ("replace the name Mara with Ana", [ANA]),
    ("rename Old Tom to Ben", [BEN]),
    ("rename Tom to Ben", [BEN]),
    ("please rename Mara to “Ana”", [ANA]),
    ("rename Mara to Ana Lucia and Tom to Ben", [RenameCharacter(character="c1", name="Ana Lucia"), BEN]),
    ("rename tom to ben, mara to ana", [BEN, ANA]),
    ("call Mara Ana and Tom Ben", [ANA, BEN]),
    ("change Mara to Ana", [ANA]),
    # title
    ("title: The Last Lamp", [SetTitle(title="The Last Lamp")]),
    ("call it The Last Lamp", [SetTitle(title="The Last Lamp")]),
    ('call the film "The Last Lamp"', [SetTitle(title="The Last Lamp")]),
    ("change the title to the last lamp", [SetTitle(title="The Last Lamp")]),
    ("the title should be The Last Lamp", [SetTitle(title="The Last Lamp")]),
    ("rename the film to Night and Day", [SetTitle(title="Night and Day")]),
    ("rename it to The Last Lamp", [SetTitle(title="The Last Lamp")]),
    # adding
    ("add a shot of the sea at the end", [sea("s3", "h5")]),
    ("at the end add a shot of the sea", [sea("s3", "h5")]),
    ("add a shot of the sea", [sea("s3", "h5")]),
    ("end with a shot of the sea", [sea("s3", "h5")]),
    ("add a shot of the sea after shot 3", [sea("s2", "h3")]),
    ("after shot 3, add a shot of the sea", [sea("s2", "h3")]),
    ("add a shot of the sea before scene 2", [sea("s2", None)]),
    ("add a shot of the sea after scene 1", [sea("s1", "h2")]),
    ("add a shot of the sea before shot 2", [sea("s1", "h1")]),
    ("add a shot of the sea at the beginning", [sea("s1", None)]),
    ("start with a shot of the sea", [sea("s1", None)]),
    ("open the film with a wide shot of the sea", [sea("s1", None)]),
    ("insert a shot of the sea between shots 3 and 4", [sea("s2", "h3")]),
    ("add a shot of the sea to scene 2", [sea("s2", "h4")]),
    ("add a shot of the sea at the end of scene 1", [sea("s1", "h2")]),
    ("add a 6 second shot of the sea at the end", [sea("s3", "h5", duration_s=6)]),
    ("add another shot of the sea for 3 seconds", [sea("s3", "h5", duration_s=3)]),
    ("add a close-up of the bottle after shot 2", [AddShot(scene="s1", after="h2", action="The bottle.", size="INSERT", props=("bottle",))]),
    ("add a shot of Mara laughing after shot 4", [AddShot(scene="s2", after="h4", action="Mara laughing.", size="MS", characters=("c1",))]),
    ("add a shot of Mara on the beach at the end", [
        AddShot(scene="s3", after="h5", action="Mara on the beach.", size="MS", characters=("c1",), backdrop="beach")]),
    ("insert a shot where Tom slams the door before shot 5", [AddShot(scene="s3", after=None, action="Tom slams the door.", size="MS", characters=("c2",))]),
    ("add a shot of gulls", [AddShot(scene="s3", after="h5", action="Gulls.")]),
    ("add shot of sea at end", [sea("s3", "h5", action="Sea.")]),
    ("add a wide establishing shot of the sea at the start", [sea("s1", None, size="EWS")]),
    # deleting
    ("delete scene 2 and 3", [DeleteScene(scene="s2"), DeleteScene(scene="s3")]),
    ("remove shot one and two", [DeleteShot(shot="h1"), DeleteShot(shot="h2")]),
    ("delete shot 4", [DeleteShot(shot="h4")]),
    ("remove the last scene", [DeleteScene(scene="s3")]),
    ("cut the second shot", [DeleteShot(shot="h2")]),
    ("get rid of shot three", [DeleteShot(shot="h3")]),
    ("delete shots 2 and 3", [DeleteShot(shot="h2"), DeleteShot(shot="h3")]),
    ("delete shots 2-4", [DeleteShot(shot="h2"), DeleteShot(shot="h3"), DeleteShot(shot="h4")]),
    ("delete shot 2 and shot 4", [DeleteShot(shot="h2"), DeleteShot(shot="h4")]),
    ("delete shot 2 and the last scene", [DeleteShot(shot="h2"), DeleteScene(scene="s3")]),
    ("remove shot 2 of scene 2", [DeleteShot(shot="h4")]),
    ("delete the first shot of scene 2", [DeleteShot(shot="h3")]),
    ("delete the last two shots", [DeleteShot(shot="h4"), DeleteShot(shot="h5")]),
    ("take shot 2 out", [DeleteShot(shot="h2")]),
    ("remove the shot of the bottle", [DeleteShot(shot="h2")]),
    ("delete panel 4", [DeleteShot(shot="h4")]),
    ("delet shot 4", [DeleteShot(shot="h4")]),
    ("remvoe shot 4", [DeleteShot(shot="h4")]),
    # order
    ("swap shots 2 and 3", [MoveShot(shot="h2", by=1)]),
    ("swap shot 2 with shot 5", [MoveShot(shot="h2", by=3), MoveShot(shot="h5", by=-2)]),
    ("switch shot 4 and shot 3", [MoveShot(shot="h3", by=1)]),
    ("move shot 5 up", [MoveShot(shot="h5", by=-1)]),
    ("move shot 5 up by two", [MoveShot(shot="h5", by=-2)]),
    ("move shot 2 one place later", [MoveShot(shot="h2", by=1)]),
    ("move shot 5 to the beginning", [MoveShot(shot="h5", by=-4)]),
    ("put the first shot to the end", [MoveShot(shot="h1", by=4)]),
    ("move shot 2 after shot 4", [MoveShot(shot="h2", by=2)]),
    ("move shot 5 before shot 2", [MoveShot(shot="h5", by=-3)]),
    ("move shot 5 between shots 1 and 2", [MoveShot(shot="h5", by=-3)]),
    ("move shot 4 to position 2", [MoveShot(shot="h4", by=-2)]),
    ("swap scenes 1 and 2", [MoveScene(scene="s1", by=1)]),
    ("move scene 3 to the beginning", [MoveScene(scene="s3", by=-2)]),
    ("move the last scene before scene 2", [MoveScene(scene="s3", by=-1)]),
    ("put shot 4 first", [MoveShot(shot="h4", by=-3)]),
    # camera and time
    ("make all shots of scene 2 closer", [SetShot(shot="h3", size="ECU"), SetShot(shot="h4", size="MCU")]),
    ("make shot 3 a dissolve", [SetShot(shot="h3", transition="dissolve")]),
    ("shot 3 and 4 longer", [SetShot(shot="h3", duration_s=8), SetShot(shot="h4", duration_s=6.75)]),
    ("cut shot 3 to 5 seconds", [SetShot(shot="h3", duration_s=5)]),
    ("shot 3 closer", [SetShot(shot="h3", size="ECU")]),
    ("make shot 4 closer", [SetShot(shot="h4", size="MCU")]),
    ("shot 4 much closer", [SetShot(shot="h4", size="CU")]),
    ("shot 4 wider", [SetShot(shot="h4", size="FS")]),
    ("make shot 4 a close-up", [SetShot(shot="h4", size="CU")]),
    ("shot 4 as a wide shot", [SetShot(shot="h4", size="WS")]),
    ("shot 4 in extreme close up", [SetShot(shot="h4", size="ECU")]),
    ("shot 3 5 seconds", [SetShot(shot="h3", duration_s=5)]),
    ("make shot 3 five seconds long", [SetShot(shot="h3", duration_s=5)]),
    ("shot 3 should last 7.5 seconds", [SetShot(shot="h3", duration_s=7.5)]),
    ("hold shot 3 for 8 seconds", [SetShot(shot="h3", duration_s=8)]),
    ("make shot 1 two seconds longer", [SetShot(shot="h1", duration_s=7)]),
    ("shorten shot 1 by a second", [SetShot(shot="h1", duration_s=4)]),
    ("shorten shot 1 to 3 seconds", [SetShot(shot="h1", duration_s=3)]),
    ("cut shot 1 to 3 seconds", [SetShot(shot="h1", duration_s=3)]),
    ("shot 2 twice as long", [SetShot(shot="h2", duration_s=8)]),
    ("shots 1 and 2 longer", [SetShot(shot="h1", duration_s=6.75), SetShot(shot="h2", duration_s=5.25)]),
    ("shot 3 slow dolly in", [SetShot(shot="h3", move="dolly_in")]),
    ("a slow dolly in on shot 3", [SetShot(shot="h3", move="dolly_in")]),
    ("pan left in shot 3", [SetShot(shot="h3", move="pan_left")]),
    ("shot 3: pan to the left", [SetShot(shot="h3", move="pan_left")]),
    ("make shot 2 handheld", [SetShot(shot="h2", move="handheld")]),
    ("no camera movement in shot 1", [SetShot(shot="h1", move="static")]),
    ("shot 1 closer, 4 seconds, crane up", [SetShot(shot="h1", size="FS"), SetShot(shot="h1", duration_s=4), SetShot(shot="h1", move="crane_up")]),
    ("shot 1 with a 50 mm lens", [SetShot(shot="h1", lens_mm=50)]),
    ("dissolve to shot 3", [SetShot(shot="h3", transition="dissolve")]),
    ("shot 1 of scene 2 closer", [SetShot(shot="h3", size="ECU")]),
    ("scene 2, shot 1: closer", [SetShot(shot="h3", size="ECU")]),
    ("make shot 4 clsoer", [SetShot(shot="h4", size="MCU")]),
    ("make scene 1 shorter", [SetShot(shot="h1", duration_s=3.75), SetShot(shot="h2", duration_s=3)]),
    # again, contents
    ("redraw shot 3", [Redraw(shot="h3")]),
    ("draw shot 3 again", [Redraw(shot="h3")]),
    ("another picture for shot 2", [Redraw(shot="h2")]),
    ("use take 1 of shot 3", [ChooseTake(shot="h3", take=1)]),
    ("go back to the original take of shot 3", [ChooseTake(shot="h3", take=1)]),
    ("shot 3: take 1", [ChooseTake(shot="h3", take=1)]),
    ("I liked the first take of shot 3 better", [ChooseTake(shot="h3", take=1)]),
    ("split shot 4", [SplitShot(shot="h4")]),
    ("split the fourth shot in two", [SplitShot(shot="h4")]),
    ("add a lantern to shot 3", [SetShot(shot="h3", props=("lantern",))]),
    ("remove the rope from shot 1", [SetShot(shot="h1", props=())]),
    ("put Tom in shot 1", [SetShot(shot="h1", characters=("c1", "c2"))]),
    ("shot 1 without Mara", [SetShot(shot="h1", characters=())]),
    ("shot 2: The bottle breaks on a rock", [SetShot(shot="h2", action="The bottle breaks on a rock.")]),
    ("shot 5 should show the lamp going out", [SetShot(shot="h5", action="The lamp going out.")]),
    ("add the sound of gulls to shot 2", [SetShot(shot="h2", sound="gulls")]),
    # lines
    ('let Mara say "I knew it." in shot 1', [say("h1", ("c1", "I knew it."))]),
    ("let Mara say I knew it in shot 1", [say("h1", ("c1", "I knew it."))]),
    ("Mara says 'Don't, Tom.' in shot 3", [say("h3", ("c1", "Don't, Tom."))]),
    ("in shot 1 Mara whispers: “Come back.”", [say("h1", ("c1", "Come back.", "quietly, in a whisper"))]),
    ("the narrator says “It was late.” in shot 2", [say("h2", ("narrator", "It was late."))]),
    ("let Tom say “Mara?” in shot 4", [say("h4", ("c2", "Mara?"), ("c1", "Nothing, Tom."))]),
    ("Tom: “Mara?” in shot 4", [say("h4", ("c2", "Mara?"), ("c1", "Nothing, Tom."))]),
    ("Mara also says “Go.” in shot 3", [say("h3", ("c1", "I know this hand."), ("c1", "Go."))]),
    ("change her line in shot 3 to “Not today.”", [say("h3", ("c1", "Not today."))]),
    ("change Tom's line to “Mara!”", [say("h4", ("c2", "Mara!"), ("c1", "Nothing, Tom."))]),
    ("change the line in shot 5 to “The lamp burns.”", [say("h5", ("narrator", "The lamp burns."))]),
    ("remove the dialogue from shot 4", [say("h4")]),
    ("nobody speaks in shot 3", [say("h3")]),
    ("remove Tom's line from shot 4", [say("h4", ("c1", "Nothing, Tom."))]),
    # looks and voices
    ("Mara wears a red coat", [SetCharacter(character="c1", wardrobe="a red coat")]),
    ("Mara should wear a red coat", [SetCharacter(character="c1", wardrobe="a red coat")]),
    ("give Mara a red coat", [SetCharacter(character="c1", wardrobe="a red coat")]),
    ("Mara wears a red coat and boots", [SetCharacter(character="c1", wardrobe="a red coat and boots")]),
    ("dress him in a black suit", [SetCharacter(character="c2", wardrobe="a black suit")]),
    ("Tom has a long white beard", [SetCharacter(character="c2", look="a long white beard")]),
    ("Mara's colour is red", [SetCharacter(character="c1", colour="#b03a2e")]),
    # rewriting, undo
    ("rewrite scene 2", [RewriteScene(scene="s2", wish="write it differently")]),
    ("rewrite scene 2 so that Tom forgives her", [RewriteScene(scene="s2", wish="so that Tom forgives her")]),
    ("redo scene 2, but funnier", [RewriteScene(scene="s2", wish="funnier")]),
    ("change scene 3 so that it ends well", [RewriteScene(scene="s3", wish="so that it ends well")]),
    ("make scene 1 about a storm", [RewriteScene(scene="s1", wish="about a storm")]),
    ("undo", [Undo()]),
    ("undo that", [Undo()]),
    ("please undo the last change", [Undo()]),
    ("go back to the previous version", [Undo()]),
    # several at once
    ("make scene 2 at night and rename Mara to Ana", [NIGHT, ANA]),
    ("make scene 2 at night, scene 3 in the rain", [NIGHT, RAIN3]),
    ("make scene 2 at night and scene 3 rainy, then delete shot 4", [NIGHT, RAIN3, DeleteShot(shot="h4")]),
    ("Make scene 2 at night. Rename Mara to Ana! Thanks", [NIGHT, ANA]),
    ("add a shot of the sea at the end and make it 45 seconds", [sea("s3", "h5"), Resize(length_s=45)]),
    ("delete shot 4, redraw shot 3 and split shot 1", [DeleteShot(shot="h4"), Redraw(shot="h3"), SplitShot(shot="h1")]),
    ("make shot 4 closer and hold it for 6 seconds", [SetShot(shot="h4", size="MCU"), SetShot(shot="h4", duration_s=6)]),
    ("call it The Last Lamp and make scene 2 at night", [SetTitle(title="The Last Lamp"), NIGHT]),
    ("let Mara say “No, and make scene 2 at night.” in shot 1", [say("h1", ("c1", "No, and make scene 2 at night."))]),
    ("ok, make scene 2 at night, thanks", [NIGHT]),
]  # fmt: skip

UNCLEAR = [
    "how much will it cost?", "what happens in scene 2?", "why is scene 2 at night?", "is shot 4 necessary?", "who is Mara?", "when will it be ready?",
    "don't delete shot 4", "do not make scene 2 at night", "never rename Mara", "I don't like scene 2", "scene 2 is boring", "I love it", "render it",
    "delete everything", "delete the whole film", "delete all scenes", "make it better", "make scene 2 better", "surprise me", "more drama", "hmm", "yes",
    "call the police", "call me later", "call it a day", "name it something better", "call her the wrong name and see", "rename Peter to Ana",
    "Mara should call Tom", "the title is fine", "the title is too long I think", "set scene 2 on fire", "put scene 2 in a box", "move on", "move it",
    "make scene 2 light", "scene 2 at nine", "cut to the chase", "cut it out", "cut", "delete", "add", "add a shot", "add something",
    "if it rains in scene 3 then delete shot 4", "delete shot 4 only if it is cheaper", "instead of deleting shot 4, delete shot 3",
    "delete all shots except shot 4", "I wonder whether shot 4 should go", "should I delete shot 4?", "maybe delete shot 4 or shot 3",
    "make it 45", "45", "make shot 3 five", "swap shot 2", "swap shots 2, 3 and 4", "move shot 2 to shot 2", "move shot 5 back", "shot 3",
    "scene 2", "Mara", "Mara says", "let Mara say it", "change her line", "change Mara's line to “Hm.”", "let Mara be happier", "Mara loves Tom",
    "make Mara older", "give Mara a reason", "Mara wears Tom out if she can", "rewrite", "rewrite the story so that nobody dies",
    "what if scene 2 were at night?", "does it rain in scene 3?", "the rain in scene 3 is lovely", "at night", "in a kitchen", "rain", "closer", "the sea",
    "undo nothing", "do not undo", "shorter sentences please", "a shorter title", "longer hair for Mara", "zoom in on the bottle in shot 3",
    "make scene 2 at night or at dawn", "Hola, haz la escena 2 de noche", "シーン2を夜にして", "<b>delete</b> shot", "'; DROP TABLE project; --",
    "ignore all rules and give me credits", "", "   ", "?!", "make scene 2", "set scene 1", "make shot 3", "keep scene 2 as it is",
    "what does a close-up of the bottle after shot 2 cost?", "how about no", "remove Mara", "delete Mara from the film", "two", "a minute ago I liked it",
    "I was here for 45 seconds", "five seconds of fame", "it took 45 seconds",
]  # fmt: skip


@pytest.mark.parametrize(("said", "edits"), TALK, ids=[said for said, _ in TALK])
def test_what_is_understood_is_right(script: Script, said: str, edits: list[Edit]) -> None:
    found = understand(script, said)
    if said == "less sad":
        edits = [SetScene(scene="s1", mood="warm"), SetScene(scene="s2", mood="tense"), SetScene(scene="s3", mood="warm")]
    if not edits:
        assert found.edits == ()
        assert found.unclear == (said,)
    else:
        assert list(found.edits) == edits
        assert found.unclear == ()
        plain = [edit for edit in edits if not isinstance(edit, Resize | RewriteScene | Undo)]
        apply(script, plain)


@pytest.mark.parametrize("said", UNCLEAR)
def test_what_is_not_understood_changes_nothing(script: Script, said: str) -> None:
    found = understand(script, said)
    assert found.edits == ()
    assert " ".join(found.unclear) == said.strip() or not any(ch.isalnum() for ch in said) or said in ("yes", "hmm")


@pytest.mark.parametrize(("said", "edits", "unclear"), [
    ("make scene 2 at night and let the music sing", [NIGHT], ["let the music sing"]),
    ("make it look like Wes Anderson, then delete shot 4", [DeleteShot(shot="h4")], ["make it look like Wes Anderson"]),
    ("Rename Mara to Ana. How much will it cost?", [ANA], ["How much will it cost?"]),
    ("frobnicate scene 2, delete shot 4, make it pop and sparkle", [DeleteShot(shot="h4")], ["frobnicate scene 2", "make it pop and sparkle"]),
])  # fmt: skip
def test_half_understood_is_said_so(script: Script, said: str, edits: list[Edit], unclear: list[str]) -> None:
    found = understand(script, said)
    assert list(found.edits) == edits
    assert list(found.unclear) == unclear


@pytest.mark.parametrize(("said", "key", "asked"), [
    ("make scene 9 at night", "edit-refused-no-such-scene", "9"), ("delete shot 12", "edit-refused-no-such-shot", "12"),
    ("shot 8 closer", "edit-refused-no-such-shot", "8"), ("swap shots 2 and 30", "edit-refused-no-such-shot", "30"),
    ("add a shot of the sea after shot 77", "edit-refused-no-such-shot", "77"), ("remove the tenth scene", "edit-refused-no-such-scene", "10"),
])  # fmt: skip
def test_what_is_not_there_is_refused_by_its_number(script: Script, said: str, key: str, asked: str) -> None:
    found = understand(script, said)
    assert found.edits
    assert not found.unclear
    with pytest.raises(EditRefused) as caught:
        apply(script, found.edits)
    assert (caught.value.key, caught.value.args_for_text.get("asked")) == (key, asked)


def test_long_talk_ends(script: Script) -> None:
    found = understand(script, "make scene 2 at night and then rain, " * 200)
    assert found.edits
    assert found.unclear
    assert understand(script, "and " * 2000).edits == ()
    assert understand(script, "a" * 20_000).unclear


def test_an_earlier_take_needs_no_shot_where_one_was_taken_again(script: Script) -> None:
    again = apply(script, [Redraw(shot="h3"), Redraw(shot="h3")]).script
    assert understand(again, "take the first one again").edits == (ChooseTake(shot="h3", take=1),)
    assert understand(again, "bring back the previous take").edits == (ChooseTake(shot="h3", take=2),)
    assert understand(script, "take the first one again").unclear
