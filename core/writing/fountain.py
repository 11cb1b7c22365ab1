"""The script as a Fountain screenplay: plain text that every screenwriting program opens. Called by whoever hands a script out.

Shots stand as notes (`[[…]]`) before their action, so that nothing of the film is lost and nothing but the story is read. What a reader of
Fountain could take for something else (an action in capitals, a name in another alphabet) is forced to what it is.
"""

from __future__ import annotations

import re

from core.writing.script import NARRATOR, Line, Scene, Script, Shot

NARRATOR_CUE = "NARRATOR (V.O.)"
_TIMES = {"dawn": "DAWN", "day": "DAY", "dusk": "DUSK", "night": "NIGHT"}
_PLAIN_CUE = re.compile(r"[A-Z][A-Z0-9 .'’-]*")
"""A name that any reader takes for a character's without being told."""


def fountain(script: Script) -> str:
    """The whole screenplay as text: title page, scenes, shots, dialogue. Ends with a newline."""
    parts = [_title_page(script)]
    number = 0
    for scene_number, scene in enumerate(script.scenes, 1):
        heading = _heading(script, scene, scene_number)
        if scene_number > 1 and scene.shots and scene.shots[0].transition == "dissolve":
            parts.append("> DISSOLVE TO:")
        parts += [heading, *([f"= {_line(scene.synopsis)}"] if scene.synopsis else [])]
        last_speaker = ""
        for n, shot in enumerate(scene.shots):
            number += 1
            if n and shot.transition == "dissolve":
                parts.append("> DISSOLVE TO:")
            parts += [_note(number, shot), _action(shot)]
            for line in shot.lines:
                parts.append(_dialogue(script, shot, line, again=line.speaker == last_speaker))
                last_speaker = line.speaker
    return "\n\n".join([*parts, "> FADE OUT."]) + "\n"


def _title_page(script: Script) -> str:
    page = [f"Title: {_line(script.title)}", "Credit: A film made with AI", "Source: Sysrai"]
    if script.logline:
        page.append(f"Notes: {_line(script.logline)}")
    return "\n".join([*page, f"Language: {script.language}"])


def _heading(script: Script, scene: Scene, number: int) -> str:
    place = script.place_of(scene)
    where = _line(place.name).upper().replace("#", "")
    weather = "" if scene.weather == "clear" else f", {scene.weather.upper()}"
    return f"{'INT' if place.interior else 'EXT'}. {where} - {_TIMES[scene.time_of_day]}{weather} #{number}#"


def _note(number: int, shot: Shot) -> str:
    facts = [f"Shot {number}", shot.size, shot.move.replace("_", " "), f"{shot.lens_mm} mm", f"{shot.duration_s:g} s"]
    if shot.sound:
        facts.append(f"sound: {_line(shot.sound)}")
    return f"[[{' · '.join(facts).replace(']]', '] ]')}]]"


def _action(shot: Shot) -> str:
    """The action, forced where its first sign or its capitals would make it something else."""
    text = _escaped(shot.action)
    plain = text[0].isalnum() and text != text.upper() and not re.match(r"(?:int|ext|est|i/e)[. ]|fade in:", text, re.IGNORECASE)
    return text if plain and not text.endswith("TO:") else f"!{text}"


def _dialogue(script: Script, shot: Shot, line: Line, *, again: bool) -> str:
    cue = NARRATOR_CUE
    if line.speaker != NARRATOR:
        name = re.sub(r"[()^@]", "", _line(script.character(line.speaker).name)).upper()
        cue = (name if _PLAIN_CUE.fullmatch(name) else f"@{name}") + ("" if line.speaker in shot.characters else " (O.S.)")
    how = f"({_line(line.delivery).strip('()')})\n" if line.delivery else ""
    said = _escaped(line.text)
    if re.fullmatch(r"\(.*\)", said):
        said = f"“{said}”"  # else it would be a parenthetical
    both = " ^" if line.overlaps else ""  # dual dialogue: the nearest that Fountain knows to talking over somebody
    return f"{cue}{chr(32) + '(CONT’D)' if again else ''}{both}\n{how}{said}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """In one line, with its marks of emphasis, notes and boneyards made harmless."""
    return re.sub(r"([*_\\])", r"\\\1", _line(text)).replace("[[", "[ [").replace("/*", "/ *")
