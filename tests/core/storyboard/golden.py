"""Golden panels: what the drawn look looks like, kept as small pictures and compared as an eye would, like the golden frames of titles and captions.

python -m tests.core.storyboard.golden      draws all panels anew, to be looked at before they are committed
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.storyboard.panel import paint_still
from core.writing.script import Character, Shot
from tests.core.storyboard.pictures import CAST, scene_of

HERE = Path(__file__).parent / "golden"
KEPT_PX = 192
"""The longer side of the pictures that are kept: enough for what is compared."""
WIDE, TALL, SQUARE = (320, 180), (180, 320), (240, 240)
BEASTS = (
    Character(id="b1", name="Sissi", species="small_animal", look="a green snake", colour="#ce4a42"),
    Character(id="b2", name="Waldo", species="dog", look="a brown dachshund", colour="#4696aa"),
    Character(id="b4", name="Fritz", species="small_animal", look="a frog", colour="#ce4a42"),
    Character(id="b5", name="Moby", species="fish", look="a whale", colour="#e2b440"),
    Character(id="b3", name="Bruno", species="horse", look="a brown horse", colour="#e2b440"),
)
PANELS: dict[str, tuple[tuple[int, int], str, dict[str, object], dict[str, str]]] = {
    "pier": (WIDE, "harbour", {"action": "Mara walks along the pier.", "size": "WS", "characters": ("c1",)}, {"weather": "fog", "time_of_day": "dawn"}),
    "talk": (WIDE, "kitchen", {"action": "Mara and Ilya talk.", "size": "MS", "characters": ("c1", "c2")}, {"time_of_day": "night"}),
    "face": (TALL, "cabin", {"action": "Ilya looks up.", "size": "CU", "characters": ("c2",)}, {"time_of_day": "dusk"}),
    "letter": (SQUARE, "room", {"action": "The letter.", "size": "INSERT", "characters": ("c1",), "props": ("letter",)}, {}),
    "storm": (WIDE, "lighthouse", {"action": "Nobody is here.", "size": "EWS"}, {"weather": "storm", "time_of_day": "night"}),
    "bicycle": (WIDE, "village", {"action": "Mara rides her bicycle.", "size": "FS", "characters": ("c1",), "props": ("bicycle",)}, {}),
    "taxi": (WIDE, "street", {"action": "Ilya drives a taxi.", "size": "WS", "characters": ("c2",)}, {"time_of_day": "dusk"}),
    "snake_tall": (TALL, "forest", {"action": "Sissi waits.", "size": "FS", "characters": ("b1",)}, {}),
    "dachshund_tall": (TALL, "park", {"action": "Waldo waits.", "size": "WS", "characters": ("b2",)}, {}),
    "horse_tall": (TALL, "farm", {"action": "Mara holds Bruno.", "size": "FS", "characters": ("c1", "b3")}, {"time_of_day": "dusk"}),
    "horse_face": (TALL, "field", {"action": "Bruno looks up.", "size": "CU", "characters": ("b3",)}, {}),
    "frog_rides": (WIDE, "street", {"action": "Fritz rides a bicycle.", "size": "FS", "characters": ("b4",), "props": ("bicycle",)}, {}),
    "whale": (WIDE, "sea", {"action": "Moby waits.", "size": "FS", "characters": ("b5",)}, {"time_of_day": "dusk"}),
    "hall_pan": (WIDE, "library", {"action": "Nobody is here.", "size": "WS", "move": "pan_right"}, {}),
}
"""The panels that are kept, by their file's name: size, backdrop, shot, scene. The last is seen at the end of its pan, where the set ends."""


def drawn(name: str) -> NDArray[np.uint8]:
    """The panel as it is drawn now."""
    size, backdrop, shot, scene = PANELS[name]
    made = Shot(id="h1", duration_s=4.0, **shot)  # type: ignore[arg-type]
    in_scene, place = scene_of(made, backdrop=backdrop, **scene)
    return np.ascontiguousarray(paint_still(made, in_scene, place, (*CAST, *BEASTS), size, 1.0 if made.move != "static" else 0.5), np.uint8)


def golden(name: str) -> NDArray[np.uint8]:
    """The panel that is kept."""
    return np.ascontiguousarray(cv2.imread(str(HERE / f"{name}.png"))[..., ::-1])


def _small(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    scale = KEPT_PX / max(picture.shape[:2])
    return np.asarray(cv2.resize(picture, (round(picture.shape[1] * scale), round(picture.shape[0] * scale)), interpolation=cv2.INTER_AREA), np.uint8)


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for each in PANELS:
        cv2.imwrite(str(HERE / f"{each}.png"), _small(drawn(each))[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 9])
