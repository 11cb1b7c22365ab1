"""What a model is told: the texts by name, and a script, a rule or anything else put so that it is read as data. Called by the OpenAI modules."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

import yaml

from core.writing import languages, pacing
from core.writing.openai_shapes import digest
from core.writing.script import Brief, Script


@cache
def prompts() -> dict[str, str]:
    """What the model is told, by name."""
    told: dict[str, str] = yaml.safe_load(resources.files("core.writing").joinpath("data/prompts.yaml").read_text(encoding="utf-8"))
    return told


def quoted(material: Any) -> str:
    """As JSON: whatever stands in it is data."""
    return json.dumps(material, ensure_ascii=False)


def rules(texts: dict[str, str], brief: Brief) -> str:
    """What the model is told of its trade: the rules of all films, and those of this kind where it has its own."""
    trade = texts["system"].format(language=brief.language)
    return trade + texts["system_ad"] if brief.kind == "ad" else trade


def rate(language: str) -> str:
    """How long speech takes, as a model is told."""
    if languages.base(language) in ("ja", "zh", "ko"):
        return f"one second for {pacing.CHARACTERS_PER_S_CJK:g} characters"
    return f"one second for {pacing.WORDS_PER_S:g} words"


def synopses(script: Script) -> str:
    """Every scene by its number, place and synopsis."""
    return quoted([f"{n}. {script.place_of(scene).name}: {scene.synopsis}" for n, scene in enumerate(script.scenes, 1)])


def told(script: Script) -> str:
    """A film that is told again: its people, and scene by scene what happens and what is said."""
    if script.length_s > 600:
        return synopses(script)
    return quoted({"title": script.title, "cast": [c.model_dump(include={"name", "look", "wardrobe"}) for c in script.characters], "scenes": digest(script)})
