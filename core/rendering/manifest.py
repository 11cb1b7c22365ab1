"""What a renderer leaves beside a clip: `manifest.json` in the take's folder, by which a take is found whatever was lost.

Written last, after the clip itself. The same file for every renderer; read by `collect` and by renderers that poll storage.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from core.rendering.renderer import Failed, Landed
from core.storage import Storage


def folder_of(project_id: int, take_id: int) -> str:
    """Where the files of a take lie in storage."""
    return f"takes/{project_id}/{take_id}"


async def write(storage: Storage, folder: str, answer: Landed | Failed) -> None:
    """Leave the take's manifest. Raises Unavailable."""
    with tempfile.TemporaryDirectory() as aside:
        file = Path(aside) / "manifest.json"
        file.write_text(json.dumps({"v": 1, "state": type(answer).__name__.lower(), **asdict(answer)}))
        await storage.put(f"{folder}/manifest.json", file)


async def read(storage: Storage, folder: str) -> Landed | Failed | None:
    """What the take's manifest says, or None where there is none. Raises Unavailable."""
    key = f"{folder}/manifest.json"
    if not await storage.find(key):
        return None
    body = json.loads((await storage.fetch(key)).read_text())
    del body["v"]
    return Landed(**body) if body.pop("state") == "landed" else Failed(**body)
