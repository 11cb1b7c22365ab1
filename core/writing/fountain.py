"""The script as a Fountain screenplay: plain text that every screenwriting program opens. Called by whoever hands a script out.

Shots are kept as notes (`[[…]]`) before their action, so that nothing of the film is lost and nothing but the story is read.
"""

from __future__ import annotations

import re

from core.writing.script import NARRATOR, Scene, Script, Shot


def fountain(script: Script) -> str:
    """The screenplay. Ends with a newline."""
    parts = [_title_page(script)]
    number = 0
    for scene in script.scenes:
        parts.append(_heading(script, scene))
        for shot in scene.shots:
            number += 1
            parts += _shot(script, number, shot)
    return "\n\n".join([*parts, "> THE END <"]) + "\n"


def _title_page(script: Script) -> str:
    lines = [f"Title: {_line(script.title)}", "Credit: a film made with AI", "Source: Sysrai"]
    if script.logline:
        lines.append(f"Notes: {_line(script.logline)}")
    return "\n".join(lines)


def _heading(script: Script, scene: Scene) -> str:
    place = script.place_of(scene)
    return f".{'INT' if place.interior else 'EXT'}. {_line(place.name).upper()} - {scene.time_of_day.upper()}"


def _shot(script: Script, number: int, shot: Shot) -> list[str]:
    note = f"[[{number} · {shot.size} · {shot.move.replace('_', ' ')} · {shot.lens_mm} mm · {shot.duration_s:g} s{f' · {_line(shot.sound)}' if shot.sound else ''}]]"
    parts = [note, f"!{_escaped(shot.action)}"]
    for line in shot.lines:
        name = "NARRATOR (V.O.)" if line.speaker == NARRATOR else _line(script.character(line.speaker).name).upper()
        how = f"({_line(line.delivery)})\n" if line.delivery else ""
        parts.append(f"@{name}\n{how}{_escaped(line.text)}")
    return parts


def _line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """The text in one line, its marks of emphasis and notes made harmless."""
    return re.sub(r"([*_\\])", r"\\\1", _line(text)).replace("[[", "[ [").replace("/*", "/ *")
