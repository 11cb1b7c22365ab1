"""Portraits: close, alike every time, different for different people, and there for the whole cast."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from core import jobs, projects
from core.models import Identity, Person, Place, Project, Version
from core.storage import Storage
from core.storyboard.portrait import PORTRAIT_SIZE, can_show, portrait, things_of
from core.storyboard.portrait_room import PortraitRoom
from core.workshop import Workshop
from core.writing.script import Character, Voice
from tests.core.writing.conftest import lighthouse

MARA = lighthouse().characters[0]


async def test_a_portrait_is_of_what_is_seen_of_somebody(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    made = await portrait(workshop, MARA)
    picture = cv2.imread(str(made.path))
    assert picture is not None
    assert picture.shape == (PORTRAIT_SIZE[1], PORTRAIT_SIZE[0], 3)
    assert 60 < picture.mean() < 210, "neither dark nor washed out"
    same = MARA.model_copy(update={"voice": Voice(pitch="high")})
    assert (await portrait(workshop, same)).key == made.key
    assert (await portrait(workshop, MARA.model_copy(update={"wardrobe": "a red coat"}))).key != made.key
    again = await portrait(Workshop(tmp_path / "other"), MARA)
    assert again.path.read_bytes() == made.path.read_bytes()
    fox = cv2.imread(str((await portrait(workshop, Character(id="c2", name="Rusk", species="fox"))).path))
    assert fox is not None
    assert np.abs(fox.astype(float) - picture).mean() > 8


async def test_the_job_draws_everybody_and_killed_it_goes_on(db: str, data_dir: Path) -> None:
    workshop, storage = Workshop(data_dir / "workshop"), Storage.open("", data_dir)
    person = await Person.create()
    await Identity.create(platform="fake", outside_id="ana", person=person)
    place = await Place.create(platform="fake", outside_id="here")
    project = await Project.create(owner=person, home_place=place, idea="x")
    version = await Version.create(project=project, script=lighthouse().model_dump(mode="json"), portraits={"c1": "portraits/kept.png"})
    room = PortraitRoom(workshop, storage)
    async with jobs.transaction() as tx:
        tx.want("portraits", version.id, "media")
        tx.want("portraits", 999_999, "media")
    await jobs.run_now("portraits", str(version.id), {"portraits": room})
    await jobs.run_now("portraits", "999999", {"portraits": room})
    await version.refresh_from_db()
    script = projects.script_of(version)
    assert script
    assert set(version.portraits) == {one.id for one in (*script.characters, *script.locations, *things_of(script)) if can_show(one)}
    assert {"l1", "p:bottle"} <= set(version.portraits)
    assert version.portraits["c1"] == "portraits/kept.png", "what was drawn before stays"
    for id in ("c2", "l1", "p:bottle"):
        assert await storage.find(version.portraits[id])
