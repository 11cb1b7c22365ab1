"""A small cast, scenes and stills for the storyboard's tests."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.storyboard.panel import paint_still
from core.writing.script import Character, Location, Scene, Shot

TINY = (160, 90)

CAST = (
    Character(id="c1", name="Mara", gender="female", look="dark hair in a bun", wardrobe="long green coat", colour="#ce4a42"),
    Character(id="c2", name="Ilya", gender="male", age="old", look="white beard", wardrobe="captain's cap, navy coat", colour="#4696aa"),
    Character(id="c3", name="Rex", species="dog", look="black dog", colour="#e2b440"),
)


def scene_of(*shots: Shot, backdrop: str = "harbour", id: str = "s1", **how: str) -> tuple[Scene, Location]:
    """A scene with its place."""
    place = Location(id=f"x-{backdrop}", name=f"The {backdrop}", backdrop=backdrop)  # type: ignore[arg-type]
    return Scene(id=id, location=place.id, shots=shots, **how), place  # type: ignore[arg-type]


def draw(shot: Shot, backdrop: str = "harbour", size: tuple[int, int] = TINY, cast: tuple[Character, ...] = CAST, **how: str) -> NDArray[np.float32]:
    """The still of a shot as floats."""
    scene, place = scene_of(shot, backdrop=backdrop, **how)
    return np.asarray(paint_still(shot, scene, place, cast, size), np.float32)


def apart(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """How different two pictures look: mean difference of their colours seen small, 0 to 255."""
    h, w = a.shape[0] // 6 * 6, a.shape[1] // 10 * 10

    def small(p: NDArray[np.float32]) -> NDArray[np.float32]:
        return p[:h, :w].reshape(h // 6, 6, w // 10, 10, 3).mean((1, 3))

    return float(np.abs(small(a) - small(b)).mean())
