"""What happened to a script, in sentences: changes, what was not understood, errors. Used by several views."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bots.conversation.views import Block
from bots.conversation.words import Words, shortened
from core.writing.script import Script

NAMED = {
    "scene-time": "time",
    "scene-weather": "weather",
    "scene-mood": "mood",
    "scene-interior": "interior",
    "shot-size": "size",
    "shot-move": "move",
    "shot-transition": "transition",
}
"""Changes whose values are the script's own words, and the catalogue's family of names for them."""
RETOLD = ("film-resized",)
"""Changes after which it would be wrong to say that nothing else changed."""
TEXT_MAX = 160


def named(words: Words, family: str, value: str) -> str:
    """The name of one of the script's enumerated values: `size-MS`, `move-dolly_in`."""
    return words.text(f"{family}-{value}")


def change(words: Words, key: str, args: Mapping[str, Any]) -> Block:
    """One change as a sentence."""
    told = {name: shortened(value, TEXT_MAX) if isinstance(value, str) else value for name, value in args.items()}
    if family := NAMED.get(key):
        told |= {name: named(words, family, told[name]) for name in ("old", "new") if told.get(name)}
    if key == "film-format":
        told = {name: words.text(f"format-{value}") for name, value in args.items()}
    if key in ("film-length", "film-resized"):
        told = {"old": words.length(args["old"]), "new": words.length(args["new"])}
    told = {"scene": 0, "shot": 0, "old": "", "new": "", **told, "left": "something" if told.get("new") else "nothing"}
    return words.block(f"change-{key}", **told)


def changes(words: Words, all_: Iterable[Mapping[str, Any]], most: int = 8) -> list[Block]:
    """All changes as sentences, then the promise that nothing else changed."""
    listed = list(all_)
    blocks = [change(words, one["key"], one["args"]) for one in listed[:most]]
    if len(listed) > most:
        blocks.append(words.block("changes-more", count=len(listed) - most))
    if any(one["key"] in RETOLD for one in listed):
        return blocks
    return [*blocks, words.block("nothing-else-changed")] if listed else [words.block("so-already")]


def error_args(words: Words, key: str, args: Mapping[str, Any]) -> dict[str, Any]:
    """An error's figures as its sentence needs them: lengths in words, languages by name, `known` where a number was asked for."""
    told = dict(args)
    if key == "error-length":
        short = "yes" if told["asked"] < told["least"] else "no"
        return {"short": short, **{name: words.length(max(0, int(told[name]))) for name in ("least", "most", "asked")}}
    if key == "error-studio-length":
        told["most"] = words.length(int(told["most"]))
    if "language" in told:
        told["language"] = words.language_name(str(told["language"]))
    asked = str(told.get("asked", ""))
    return {**told, "asked": asked, "known": "number" if asked.isascii() and asked.isdigit() else "nothing"}


def error_block(words: Words, error: Mapping[str, Any]) -> Block:
    """The sentence of an error as core keeps it: {key, args, text}."""
    return words.block(error["key"], **error_args(words, error["key"], error.get("args", {}))) if words.has(error["key"]) else words.block("error-unexpected")


def example_args(words: Words, script: Script | None) -> dict[str, Any]:
    """Figures for examples of what to say that would change something in this very script."""
    if script is None:
        return {"scene": 1, "shot": 1, "time": named(words, "time", "night"), "cast": "none", "name": "", "other": ""}
    name = script.characters[0].name if script.characters else ""
    return {
        "scene": len(script.scenes),
        "shot": min(2, len(script.shots)),
        "time": named(words, "time", "dawn" if script.scenes[-1].time_of_day == "night" else "night"),
        "cast": "some" if name else "none",
        "name": name,
        "other": next(other for other in ("Ana", "Mara") if other.casefold() not in {one.name.casefold() for one in script.characters[:1]}),
    }


def examples(words: Words, script: Script | None = None) -> list[Block]:
    """Three things to say that would work."""
    return [Block(spans=words.spans(f"example-{n}", **example_args(words, script)), kind="quote") for n in (1, 2, 3)]
