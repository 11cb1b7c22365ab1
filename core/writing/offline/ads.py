"""Ads without a model: the product is read out of the idea, and one of a few authored forms is cast and cut to length. Called by `offline_writer`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core.errors import WritingFailed
from core.writing import splice
from core.writing.kinds.ad import CARD_S, HOOK_S_MAX
from core.writing.offline.english import capital
from core.writing.offline.lexicon import draw, words
from core.writing.pacing import least_s
from core.writing.script import INTERIORS, Age, Brief, Character, Gender, Line, Location, Logline, Scene, Script, Shot, Voice, quarter_up

SILENT_S, SPOKEN_ROOM_S = 1.75, 0.25
_LEAD_IN = re.compile(
    r"^(?:please )?(?:make |create |shoot |film )?(?:me )?(?:an?|the|my|our)?\s*(?:short |funny |quick |tiktok |ugc |video )*"
    r"(?:ads?|adverts?|advertisements?|commercials?|spots?|promos?|clips?)\s+(?:for|about|of|on)\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the|my|our|your|some)\s+", re.IGNORECASE)
_CLAUSE = re.compile(r"\s*,?\s+(?:that|which|who)\s+(.+)$", re.IGNORECASE)
_APPOSITION = re.compile(r"^([A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,2})\s*(?:,|:|–|-)\s+(.+)$")
_COATS = ("a denim shirt", "a green jumper", "a white shirt, sleeves rolled", "a striped jersey", "a rust cardigan", "a grey hoodie")
_LOOKS = ("freckles, quick hands", "short dark hair, a gap in the teeth", "curls held back with a pencil", "a broken nose, kind eyes", "a long braid")
_COLOURS = ("#c8a24a", "#b5533c", "#4a7fb5", "#5f8f5a", "#8a5fa8")


@dataclass(frozen=True)
class Product:
    """What is advertised: what it is called in a sentence, with its article where it is no name, what it does (third person), or empty, and the
    plain `noun` that a picture can show."""

    it: str
    a: str
    does: str
    noun: str


def product(idea: str) -> Product:
    """The product of an idea: `an ad for Luma, a lamp that wakes you gently`."""
    rest = _LEAD_IN.sub("", " ".join(idea.split())).strip().rstrip(".!?")
    rest = re.split(r"(?<=[.!?])\s", rest)[0].rstrip(".!?")
    name = ""
    if found := _APPOSITION.match(rest):
        name, rest = found[1], found[2]
    does = ""
    if clause := _CLAUSE.search(rest):
        does, rest = clause[1].strip(), rest[: clause.start()]
    noun = _ARTICLE.sub("", rest).strip(" ,:;–-")[:50].strip() or name
    if name or (noun[:1].isupper() and not _ARTICLE.match(rest)):
        return Product(name or noun, name or noun, does, noun)
    plural = bool(re.search(r"[^s]s$", noun.split()[-1])) if noun else False
    article = "" if plural else "an " if noun[:1].lower() in "aeiou" else "a "
    return Product(("these " if plural else "this ") + noun, article + noun, does, noun)


@cache
def forms() -> dict[str, dict[str, Any]]:
    """The authored ads by name."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("ads.yaml").read_text(encoding="utf-8"))
    return found


def options(brief: Brief, others_than: tuple[Logline, ...]) -> tuple[Logline, ...]:
    """Three ads for this product, other forms than those offered before while there are any."""
    offered = {str(one.plan.get("ad", "")) for one in others_than}
    names = sorted(forms(), key=lambda name: draw(f"{brief.idea}|{brief.seed}|ad|{name}", range(10_000)))
    fresh = [name for name in names if name not in offered] or names
    chosen = [*fresh, *(name for name in names if name not in fresh)][:3]
    said = _slots(product(brief.idea), {})
    return tuple(
        Logline(text=capital(forms()[name]["logline"].format(**said)), title=_title(brief, name), plan={"ad": name, "seed": brief.seed}) for name in chosen
    )


def _title(brief: Brief, name: str) -> str:
    return str(draw(f"{brief.idea}|{brief.seed}|{name}|title", tuple(forms()[name]["titles"])))


def script(brief: Brief, logline: Logline) -> Script:
    """The ad of a logline, about as long as the brief asks (`kinds.ad` fits it to the frame). Raises WritingFailed where it cannot be that short."""
    name = str(logline.plan.get("ad", "")) or str(options(brief, ())[0].plan["ad"])
    form, thing = forms()[name], product(brief.idea)
    people = _people(brief, form)
    said = _slots(thing, {one: who.name for one, who in people.items()})
    every = [*form["shots"], *form["more"]]
    rows = _cut(every, len(form["shots"]), said, people, brief.length_s - CARD_S, thing)
    places = [
        Location(id=f"l{n}", name=backdrop.capitalize(), backdrop=backdrop, interior=backdrop in INTERIORS) for n, backdrop in enumerate(form["places"], 1)
    ]
    scenes = _scenes(rows, places, form["mood"])
    seen = {id for scene in scenes for shot in scene.shots for id in shot.characters}
    visited = {scene.location for scene in scenes}
    return Script(
        title=logline.title or _title(brief, name), logline=logline.text, language="en", kind="ad", card=form["card"], opening_s=0.0, credits_s=CARD_S,
        characters=tuple(who for who in people.values() if who.id in seen), locations=tuple(place for place in places if place.id in visited),
        scenes=scenes,
    )  # fmt: skip


def _slots(thing: Product, people: dict[str, str]) -> dict[str, str]:
    does = thing.does or "there is no going back"
    sentence = capital(f"it {thing.does}.") if thing.does else "There is no going back."
    return {"it": thing.it, "It": capital(thing.it), "a": thing.a, "does": f"it {does}" if thing.does else does, "does_sentence": sentence, **people}


def _people(brief: Brief, form: dict[str, Any]) -> dict[str, Character]:
    """Who makes the ad, and a friend where the form has one."""
    found: dict[str, Character] = {}
    for n, role in enumerate(("A", "B")[: form["people"]]):
        key = f"{brief.idea}|{brief.seed}|{role}"
        gender: Gender = ("female", "male")[draw(f"{brief.idea}|{brief.seed}|gender", (0, 1)) ^ n]
        age: Age = "old" if form.get("old") and role == "A" else "young"
        names = str(words("names")["plain"][gender]).split()
        taken = {one.name for one in found.values()}
        found[role] = Character(
            id=f"c{n + 1}", name=draw(key, tuple(name for name in names if name not in taken)), gender=gender, age=age,
            look=draw(f"{key}|look", _LOOKS), wardrobe=draw(f"{key}|coat", _COATS), colour=draw(f"{key}|colour", _COLOURS),
            voice=Voice(gender=gender, age=age, pace="quick", texture="close, amused"),
        )  # fmt: skip
    return found


def _cut(rows: list[list[str]], least: int, said: dict[str, str], people: dict[str, Character], room_s: float, thing: Product) -> list[Shot]:
    """The form's own shots, and as many more as there is time for, those before its last two."""
    shots = [_shot(n, row, said, people, thing) for n, row in enumerate(rows, 1)]
    own, more = shots[:least], shots[least:]
    while len(own) > 3 and sum(shot.duration_s for shot in own) > room_s:
        others = [shot for shot in own[1:-1] if shot.size != "INSERT"]  # the product stays
        own.remove(([shot for shot in others if not shot.lines] or others or own[1:-1])[-1])
    if sum(least_s(shot) for shot in own) > room_s:
        raise WritingFailed(f"what this ad says does not fit into {room_s:g} seconds")
    middle: list[Shot] = []
    for shot in more:
        if sum(x.duration_s for x in [*own, *middle, shot]) <= room_s:
            middle.append(shot)
    return [*own[:-1], *middle, own[-1]]


def _shot(number: int, row: list[str], said: dict[str, str], people: dict[str, Character], thing: Product) -> Shot:
    seen, size, action, speaker, line = row
    lines = (Line(speaker=people[speaker].id, text=line.format(**said)),) if line else ()
    shot = Shot(
        id=f"h{number}", action=capital(action.format(**said)), duration_s=SILENT_S, size=size, move=("static", "handheld", "dolly_in")[number % 3],  # type: ignore[arg-type]
        characters=splice.seen(tuple(people[role].id for role in seen), lines), lines=lines,
        props=(thing.noun, f"{thing.noun} box") if size == "INSERT" or "{it}" in action else (),
    )  # fmt: skip
    needs = least_s(shot)
    return shot.model_copy(update={"duration_s": needs if number == 1 and needs <= HOOK_S_MAX else quarter_up(max(SILENT_S, needs + SPOKEN_ROOM_S))})


def _scenes(shots: list[Shot], places: list[Location], mood: Any) -> tuple[Scene, ...]:
    """The shots in the form's places, one after the other in equal parts."""
    share = max(1, -(-len(shots) // len(places)))
    parts = [shots[n : n + share] for n in range(0, len(shots), share)]
    return tuple(
        Scene(id=f"s{n}", location=place.id, time_of_day="day", mood=mood, synopsis=part[0].action, shots=tuple(part))
        for n, (part, place) in enumerate(zip(parts, places, strict=False), 1)
    )
