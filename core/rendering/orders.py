"""What makes up the picture of a shot: its recipe, by which takes are found again, and the order a renderer gets.

Two shots with one recipe are the same picture, whatever version, position in the film or dialogue they have; so undo, reorder,
other words and other languages render nothing again. Called by `quote`, `begin` and `submit`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.plans import Tier
from core.rendering.renderer import Reference, Renderer, ShotOrder
from core.writing.script import FPS, Format, Scene, Script, Shot

NOT_SEEN = {"id", "lines", "sound", "transition", "seed", "continues"}
"""Fields of a shot that the recipe does not take as they are: heard, joined, or counted by themselves."""


@dataclass(frozen=True)
class Pictures:
    """Storage keys of pictures: panels by shot id, and how people, places and things look, by their ids."""

    panels: Mapping[str, str] = field(default_factory=dict)
    portraits: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Planned:
    """One shot as it would be rendered at a tier.

    `follows`: the shot whose last frames it begins from; `alone`: its recipe if it did not.
    """

    shot: Shot
    scene: Scene
    scene_number: int
    number: int
    tier: Tier
    frames: int
    recipe: str
    alone: str
    follows: str | None


def planned(script: Script, tier: Tier, renderer: Renderer, format: Format, seed: int) -> Iterator[Planned]:
    """All shots of the script with their recipes at this tier, in the film's order."""
    before: Planned | None = None
    total = len(script.shots)
    for number, scene_number, scene, shot in script.numbered():
        same_scene = before is not None and before.scene.id == scene.id
        follows = before if renderer.continues and shot.continues and same_scene else None
        furniture = (number, scene_number, scene.shots.index(shot), total)
        own = _recipe(script, scene, shot, tier, renderer, format, seed, furniture)
        goal = _goal(script, scene, shot, tier, renderer, format, seed)
        recipe, alone = _joined(own, follows.recipe if follows else "", goal), _joined(own, "", goal)
        before = Planned(shot, scene, scene_number, number, tier, frames_of(shot), recipe, alone, follows.shot.id if follows else None)
        yield before


def frames_of(shot: Shot) -> int:
    """How many frames the shot's clip has."""
    return round(shot.duration_s * FPS)


def frames_at(film_frames: int, fps: int) -> int:
    """How many frames a clip needs at another rate, to last as long as so many frames of the film."""
    return -(-film_frames * fps // FPS)


def seed_of(project_seed: int, shot: Shot, attempt: int = 1) -> int:
    """The seed of one attempt: another shot, a wished retake and every further attempt have another one."""
    text = f"{project_seed}:{shot.id}:{shot.seed}:{attempt}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) >> 1


def order_for(
    script: Script, shot_id: str, *, take: int, attempt: int, tier: Tier, folder: str, renderer: Renderer, format: Format, seed: int, tail_key: str | None,
    pictures: Pictures = Pictures(),
) -> ShotOrder:  # fmt: skip
    """The order for one attempt at a shot of this script. KeyError when the script has no such shot."""
    number, scene, shot = next((n, scene, shot) for n, _, scene, shot in script.numbered() if shot.id == shot_id)
    width, height = renderer.size(format, tier)
    shots = [each.id for each in scene.shots]
    at = shots.index(shot_id)
    seen = {*shot.characters, *(line.speaker for line in shot.lines)}
    image_key = None if tail_key else pictures.panels.get(shot.id)
    end_key = pictures.panels.get(ends) if renderer.ends and (ends := ends_at(scene, shot)) else None
    return ShotOrder(
        take=take, attempt=attempt, tier=tier, folder=folder, shot=shot, scene=scene, location=script.place_of(scene),
        characters=tuple(one for one in script.characters if one.id in seen), number=number, title=script.title, language=script.language,
        format=format, seed=seed_of(seed, shot, attempt), width=width, height=height, fps=renderer.fps, frames=frames_at(frames_of(shot), renderer.fps),
        start="tail" if tail_key else "image" if image_key else "text", tail_key=tail_key, image_key=image_key,
        references=_references(script, scene, shot, pictures.portraits) if renderer.references else (), end_key=end_key,
        props=tuple(script.prop(noun) for noun in shot.props), previous=scene.shots[at - 1] if at else None,
    )  # fmt: skip


def _joined(own: str, after: str, goal: str) -> str:
    """The recipe of a shot that begins from another's last frames, or has to arrive at another's first picture."""
    if after:
        own = hashlib.sha256(f"{own}:{after}".encode()).hexdigest()
    return hashlib.sha256(f"{own}:to:{goal}".encode()).hexdigest() if goal else own


def _goal(script: Script, scene: Scene, shot: Shot, tier: Tier, renderer: Renderer, format: Format, seed: int) -> str:
    """What the picture is made of that this shot arrives at; empty where it arrives at none."""
    ends = ends_at(scene, shot) if renderer.ends else None
    return _recipe(script, scene, script.shot(ends), tier, renderer, format, seed, ()) if ends else ""


def ends_at(scene: Scene, shot: Shot) -> str | None:
    """The shot whose panel this one should arrive at: the next one, where that goes on from this one's last frames."""
    at = next(i for i, each in enumerate(scene.shots) if each.id == shot.id) + 1
    return scene.shots[at].id if at < len(scene.shots) and scene.shots[at].continues else None


def _references(script: Script, scene: Scene, shot: Shot, pictures: Mapping[str, str]) -> tuple[Reference, ...]:
    """Who is seen, the most important first; then where; then with what."""
    wanted: list[tuple[Literal["character", "location", "prop"], str]] = [("character", id) for id in shot.characters]
    wanted += [("location", scene.location), *(("prop", script.prop(noun).id) for noun in dict.fromkeys(shot.props))]
    return tuple(Reference(kind, pictures[id]) for kind, id in wanted if id in pictures)


def _recipe(
    script: Script, scene: Scene, shot: Shot, tier: Tier, renderer: Renderer, format: Format, seed: int, furniture: tuple[int, ...]
) -> str:  # fmt: skip
    place = script.place_of(scene)
    seen = [script.character(id) for id in shot.characters]
    spoken = {"none": None, "speakers": sorted({line.speaker for line in shot.lines}), "words": [[line.speaker, line.text] for line in shot.lines]}
    sees = renderer.references or renderer.panels != "none"
    bare = {"voice"} if sees else {"voice", "picture"}
    things = [script.prop(noun) for noun in shot.props]
    made_of = {
        "renderer": [renderer.name, renderer.revision, tier],
        "shape": None if renderer.any_shape else [format, *renderer.size(format, tier)],
        "shot": shot.model_dump(mode="json", exclude=NOT_SEEN),
        "seed": seed_of(seed, shot),
        "scene": scene.model_dump(mode="json", include={"time_of_day", "weather", "mood"}),
        "place": place.model_dump(mode="json"),
        "cast": [one.model_dump(mode="json", exclude=bare) for one in seen],
        "things": [one.model_dump(mode="json") for one in things if one.look or one.picture] if sees else [],
        "spoken": spoken[renderer.lips],
        "furniture": furniture if tier == "preview" else None,
    }
    return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()
