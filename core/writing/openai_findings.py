"""What is wrong with a model's answer before it is a film: loglines, outlines, the shots of one scene. In sentences that it can act on.

`checks` judges whole scripts; these rules judge the pieces as they come, so that little has to be written again. Called by `openai_writer`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.writing import checks, languages, pacing, splice
from core.writing.openai_shapes import LoglinesShape, OutlineShape, PartShape
from core.writing.script import DISSOLVE_S, FILM_S_MAX, FILM_S_MIN, NARRATOR, SHOT_S_MAX, Brief, Scene, Script, Shot
from core.writing.splice import but

SHOT_S = 5.0
"""What a shot lasts on average, to ask for about the right number."""


def wrong_loglines(shape: LoglinesShape, brief: Brief, known: Sequence[str]) -> list[str]:
    """What is wrong with three loglines; `known` were offered before."""
    wrong: list[str] = []
    seen = {plain(text) for text in known}
    if len(shape.loglines) < 3:
        wrong.append(f"There are {len(shape.loglines)} loglines; three are asked.")
    for x in shape.loglines[:3]:
        text = x.logline.strip()
        if not 20 <= len(text) <= 400 and not (languages.base(brief.language) in ("ja", "zh", "ko") and 8 <= len(text) <= 400):
            wrong.append(f"The logline {text[:80]!r} has {len(text)} characters; 20 to 400 are asked.")
        if not x.title.strip() or len(x.title) > 80:
            wrong.append(f"The logline {text[:40]!r} needs a title of one to six words.")
        if re.search(r"https?:|<[a-z]+>|\*\*|```", text + x.title):
            wrong.append(f"The logline {text[:40]!r} contains markup or an address.")
        if plain(text) in seen:
            wrong.append(f"The logline {text[:80]!r} was offered before: write another.")
        seen.add(plain(text))
    if other := languages.is_other_language(" ".join(x.logline for x in shape.loglines), brief.language):
        wrong.append(f"The loglines are in the language {other!r}; write them in {brief.language!r}.")
    return wrong


def wrong_outline(shape: OutlineShape, count: int) -> list[str]:
    """What is wrong with an outline of about so many parts."""
    wrong = wrong_parts(shape.parts, count)
    names = [c.name.casefold() for c in shape.characters]
    if len(names) != len(set(names)) or NARRATOR in names:
        wrong.append("Every character has a name of their own, and nobody is called narrator.")
    return wrong


def wrong_parts(parts: Sequence[PartShape], count: int) -> list[str]:
    """What is wrong with the scenes or acts of an outline."""
    wrong: list[str] = []
    if not max(1, round(count * 0.5)) <= len(parts) <= count * 2:
        wrong.append(f"There are {len(parts)} parts; about {count} are asked.")
    if any(not part.synopsis.strip() for part in parts):
        wrong.append("Every part needs a synopsis.")
    told = [plain(part.synopsis) for part in parts]
    if len(told) != len(set(told)):
        wrong.append("Two parts tell the same: each tells something new.")
    return wrong


def wrong_shots(script: Script, scene: Scene, shots: tuple[Shot, ...], seconds: float) -> list[str]:
    """What is wrong with a scene for itself, its length counted as the sum that code can reach."""
    if not shots:
        return ["The scene has no shots: every scene has at least one."]
    wrong: list[str] = []
    least = sum(pacing.least_s(shot) for shot in shots)
    dissolves = sum(shot.transition == "dissolve" for shot in shots) * DISSOLVE_S
    if least - dissolves > max(seconds * 1.1, seconds + 1):
        wrong.append(f"What is said and shown needs at least {least:g} s and the scene has {seconds:.1f} s: say less or use fewer shots.")
    if seconds / len(shots) > checks.MEAN_SHOT_S_MAX and seconds > SHOT_S_MAX / 2:
        wrong.append(f"{len(shots)} shots are too few for {seconds:.1f} s: write about {max(1, round(seconds / SHOT_S))}.")
    alone = splice.with_scenes(script, [but(scene, shots=shots)])
    brief = Brief(idea="x", length_s=near(alone.length_s), language=script.language)
    mended = checks.mend(alone, brief)
    ignored = ("length", "title", "too-few-shots")
    return wrong + [finding.text for finding in checks.findings(mended, brief) if finding.rule not in ignored]


def plain(text: str) -> str:
    """The words alone, to compare texts by."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def near(length_s: float) -> int:
    """The length in whole seconds that a film may have."""
    return int(min(FILM_S_MAX, max(FILM_S_MIN, round(length_s))))
