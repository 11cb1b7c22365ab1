"""Plain talk by model: what the grammar does not wholly understand becomes edits of a fixed form, scenes and shots named by number.

The model translates; it does nothing. Its edits are values that `applying.apply` judges like any button's.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from core.writing import grammar, languages
from core.writing.checks import mended_shot
from core.writing.edits import Edit, SetScene
from core.writing.openai_asking import Asking
from core.writing.openai_shapes import LineShape, Misnamed, Shape, ShotShape, digest, shot_of
from core.writing.script import Backdrop, CameraMove, Mood, Script, ShotSize, TimeOfDay, Transition, Weather, quarter
from core.writing.writer import Understood

Kind = Literal[
    "set_title", "set_scene", "set_shot", "set_lines", "rename_character", "set_character", "add_shot", "delete_shot", "move_shot", "move_scene",
    "split_shot", "redraw", "choose_take", "delete_scene", "rewrite_scene", "resize", "undo",
]  # fmt: skip
SHOTS_IN_FULL = 150
"""In a longer film shots are told to the model in a few words each."""
_EDIT: TypeAdapter[Edit] = TypeAdapter(Edit)


class EditShape(Shape):
    """An edit as the model says it; fields that its kind does not use are null."""

    kind: Kind
    scene: int | None
    shot: int | None
    after_shot: int | None
    character: str | None
    characters: list[str] | None
    text: str | None
    lines: list[LineShape] | None
    time_of_day: TimeOfDay | None
    weather: Weather | None
    mood: Mood | None
    place: str | None
    backdrop: Backdrop | None
    interior: bool | None
    size: ShotSize | None
    move: CameraMove | None
    transition: Transition | None
    seconds: float | None
    by: int | None
    take: int | None
    look: str | None
    wardrobe: str | None


class TalkShape(Shape):
    """What a person asked for."""

    edits: list[EditShape]
    unclear: list[str]


async def understood(asking: Asking, prompts: dict[str, str], script: Script, said: str) -> Understood:
    """The edits that a plain sentence asks for. The grammar is believed where it understood all, except in moods: those may mean the story."""
    plain = grammar.understand(script, said)
    if plain.edits and not plain.unclear and not any(isinstance(edit, SetScene) and edit.mood for edit in plain.edits):
        return plain
    tally = asking.tally()
    told = digest(script, action_max=600 if len(script.shots) <= SHOTS_IN_FULL else 60)
    whole = {"title": script.title, "length_s": script.length_s, "cast": [c.model_dump(include={"name", "look", "wardrobe"}) for c in script.characters]}
    prompt = prompts["understand"].format(script=json.dumps({**whole, "scenes": told}, ensure_ascii=False), said=json.dumps(said, ensure_ascii=False))
    edits: list[Edit] = []

    def check(shape: TalkShape) -> list[str]:
        edits.clear()
        wrong: list[str] = []
        for one in shape.edits:
            try:
                edits.append(edit_of(one, script))
            except (Misnamed, ValidationError, KeyError) as error:
                wrong.append(f"The edit {one.kind} cannot be: {error}")
        return wrong

    system = prompts["system"].format(language=languages.base(script.language))
    shape = await asking.ask(system, prompt, TalkShape, tally=tally, check=check)
    unclear = tuple(text.strip() for text in shape.unclear if text.strip())
    return Understood(tuple(edits), unclear or (() if edits else (said,)), tally.usage)


def edit_of(shape: EditShape, script: Script) -> Edit:
    """The edit that a model means: numbers become ids, names become ids. Misnamed or ValidationError if it means none."""

    def named(number: int | None, ids: list[str], what: str) -> str:
        if number is None:
            raise Misnamed(f"it needs a {what}.")
        return ids[number - 1] if 1 <= number <= len(ids) else f"#{number}"  # refused by its number when it is applied

    def scene() -> str:
        return named(shape.scene, [x.id for x in script.scenes], "scene")

    def shot(number: int | None) -> str:
        return named(number, [x.id for x in script.shots], "shot")

    def people() -> Any:
        """Speakers and people seen, by way of a shot that has them."""
        asked = ShotShape(action="x", seconds=4.0, size=shape.size or "WS", move=shape.move or "static", characters=shape.characters or [], props=[],
                          lines=shape.lines or [], sound="", transition="cut", continues=False)  # fmt: skip
        return mended_shot(shot_of(asked, script.characters, "x"))

    def seconds() -> float | None:
        return None if shape.seconds is None else quarter(shape.seconds)

    fields: dict[str, Callable[[], dict[str, Any]]] = {
        "set_title": lambda: {"title": shape.text},
        "set_scene": lambda: {"scene": scene(), "time_of_day": shape.time_of_day, "weather": shape.weather, "mood": shape.mood,
                              "location_name": shape.place, "backdrop": shape.backdrop, "interior": shape.interior},
        "set_shot": lambda: {"shot": shot(shape.shot), "action": shape.text, "size": shape.size, "move": shape.move, "duration_s": seconds(),
                             "transition": shape.transition, "characters": None if shape.characters is None else people().characters},
        "set_lines": lambda: {"shot": shot(shape.shot), "lines": people().lines},
        "rename_character": lambda: {"character": people_named(shape.character, script), "name": shape.text},
        "set_character": lambda: {"character": people_named(shape.character, script), "look": shape.look, "wardrobe": shape.wardrobe},
        "add_shot": lambda: {"scene": scene(), "after": None if shape.after_shot is None else shot(shape.after_shot),
                             "action": shape.text, "duration_s": seconds() or 4.0, "size": shape.size or "WS", "move": shape.move or "static",
                             "characters": people().characters, "lines": people().lines, "backdrop": shape.backdrop},
        "delete_shot": lambda: {"shot": shot(shape.shot)},
        "move_shot": lambda: {"shot": shot(shape.shot), "by": shape.by},
        "move_scene": lambda: {"scene": scene(), "by": shape.by},
        "split_shot": lambda: {"shot": shot(shape.shot)},
        "redraw": lambda: {"shot": shot(shape.shot)},
        "choose_take": lambda: {"shot": shot(shape.shot), "take": shape.take},
        "delete_scene": lambda: {"scene": scene()},
        "rewrite_scene": lambda: {"scene": scene(), "wish": shape.text},
        "resize": lambda: {"length_s": round(shape.seconds or 0)},
        "undo": dict,
    }  # fmt: skip
    return _EDIT.validate_python({"kind": shape.kind, **fields[shape.kind]()})


def people_named(name: str | None, script: Script) -> str:
    """The id of a character by name. Misnamed if there is none."""
    plain = (name or "").strip().casefold()
    found = [c.id for c in script.characters if plain and (c.name.casefold() == plain or plain in c.name.casefold().split())]
    if len(found) != 1:
        raise Misnamed(f"there is nobody called {name!r}; the cast is {', '.join(c.name for c in script.characters)}.")
    return found[0]
