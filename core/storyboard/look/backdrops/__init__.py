"""Every kind of place the script knows, and who paints it. Called by the composition of a shot."""

from __future__ import annotations

from collections.abc import Callable

from core.storyboard.look.backdrops import cosmos, halls, nature, rooms, town
from core.storyboard.look.stage import Stage
from core.writing.script import Backdrop

Painter = Callable[[Stage], None]

PAINTERS: dict[Backdrop, Painter] = {
    "sea": nature.sea, "harbour": town.harbour, "beach": nature.beach, "lighthouse": nature.lighthouse, "river": nature.river, "city": town.city,
    "street": town.street, "rooftops": town.rooftops, "square": town.square, "village": town.village, "farm": nature.farm, "forest": nature.forest,
    "mountain": nature.mountain, "hills": nature.hills, "desert": nature.desert, "field": nature.field, "park": nature.park, "space": cosmos.space,
    "station": town.station, "room": rooms.room, "kitchen": rooms.kitchen, "office": rooms.office, "library": rooms.library,
    "classroom": rooms.classroom, "hospital": rooms.hospital, "theatre": halls.theatre, "train": halls.train, "shop": halls.shop, "bar": halls.bar,
    "workshop": rooms.workshop, "hall": halls.hall, "church": halls.church, "attic": rooms.attic, "cabin": rooms.cabin,
    "lamp_room": halls.lamp_room, "spaceship": halls.spaceship,
}  # fmt: skip
INDOORS: frozenset[Backdrop] = frozenset(
    (
        "room",
        "kitchen",
        "office",
        "library",
        "classroom",
        "hospital",
        "theatre",
        "train",
        "shop",
        "bar",
        "workshop",
        "hall",
        "church",
        "attic",
        "cabin",
        "lamp_room",
        "spaceship",
    )
)
"""Places with walls: weather stays outside, light comes from windows and lamps."""
AIRLESS: frozenset[Backdrop] = frozenset(("space", "spaceship"))
"""Places without weather of their own."""
