"""Co-authors: invited by code or by name, in by their own press, each role doing what it may, and who changed what."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from core.models import Crew, Invite, Project, Render, Version

if TYPE_CHECKING:
    from bots.conversation.views import View
    from tests.bots.conversation.conftest import Set

THREAD: dict[str, Any] = {"place": "chan-1", "place_kind": "thread", "thread": "t1", "server": "s1", "server_name": "Club"}


def code_in(view: View) -> str:
    """The code that a view shows."""
    found = re.search(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b", view.plain)
    assert found, view.plain
    return found[0]


async def test_a_writer_comes_in_by_code_and_changes_the_script(set_: Set) -> None:
    ana, ben, eve = set_.person("Ana"), set_.person("Ben", platform="other"), set_.person("Eve")
    project = await ana.to_script()
    await ana.presses("Co-authors")
    await ana.chooses("Invite a…", "writer")
    code = code_in(ana.last)
    assert ana.last.private
    assert code.replace("-", "") not in str(dict(await Invite.get()))
    await ben.says(code)
    assert "Ana invites you" in ben.last.plain
    assert not await Crew.exists()
    await ben.presses()
    assert (await Crew.get()).role == "writer"
    assert ben.last.name == "script"
    assert "This invitation was used" in ana.find("crew_invite").plain
    await eve.calls("join", code=code)
    assert "no such code" in eve.last.plain
    await ben.says("make scene 2 at night")
    assert ben.last.plain.startswith("Scene 2 is now at night")
    await ben.calls("render")
    assert ben.last.name == "quote"
    await ben.presses()
    assert "somebody else" in ben.last.plain
    assert not await Render.exists()
    await ana.calls("crew")
    assert "Ben · writer" in ana.last.plain
    await ana.presses("Who changed what")
    told = ana.last.plain
    assert "v2 · Ben" in told
    assert "v1 · Ana" in told
    assert "counts now" in told.splitlines()[1]
    await ben.calls("films")
    assert "Mara and the Lamp" in ben.last.plain
    assert "Delete" not in str([one.label for one in ben.last.choices])
    await ben.calls("delete", film=str(project.id))
    assert "somebody else" in ben.last.plain


async def test_somebody_named_in_a_thread_alone_may_accept(set_: Set) -> None:
    ana, ben, eve = (set_.person(name, **THREAD) for name in ("Ana", "Ben", "Eve"))
    project = await ana.to_script()
    await ben.calls("crew", do="invite", who=eve.at.person, role="director")
    assert "somebody else" in ben.last.plain
    await ana.calls("crew", do="invite", who=ben.at.person, name="Ben", role="director")
    accept = ana.last.choices[0].action
    assert set_.chat.messages[-1].to.person == ben.at.person
    await eve.presses_id(accept)
    assert "somebody else" in eve.last.plain
    await ana.presses_id(accept)
    assert not await Crew.exists()
    await ben.presses_id(accept)
    assert (await Crew.get(project=project)).role == "director"
    press = ana.find("script").choices[0].action
    await eve.presses_id(press)
    assert "somebody else" in eve.last.plain
    await ben.presses_id(press)
    assert ben.last.name == "cast"
    await eve.says("yes")
    assert "somebody else" in eve.last.plain
    await ben.says("yes")
    assert ben.last.name == "board"


async def test_roles_leaving_and_being_taken_off(set_: Set) -> None:
    ana, vic = set_.person("Ana"), set_.person("Vic")
    project = await ana.to_script()
    await ana.calls("crew", do="invite", role="viewer")
    await vic.calls("start", payload=f"join_{code_in(ana.last).replace('-', '')}")
    await vic.presses()
    assert vic.last.name == "script"
    await vic.says("make scene 2 at night")
    assert "somebody else" in vic.last.plain
    assert await Version.filter(project=project, script__not_isnull=True).count() == 1
    await ana.calls("crew", do="invite", role="writer")
    await vic.says(code_in(ana.last))
    await vic.presses()
    assert (await Crew.get()).role == "writer"
    await vic.calls("crew", do="leave")
    await vic.presses("Leave it")
    assert not await Crew.exists()
    await vic.calls("open", film=str(project.id))
    assert "somebody else" in vic.last.plain
    await ana.calls("crew", do="invite", role="writer")
    await vic.says(code_in(ana.last))
    await vic.presses()
    await ana.calls("crew")
    await ana.chooses("Take somebody off", str((await Crew.get()).person_id))  # type: ignore[attr-defined]
    await ana.presses("Take them off")
    assert not await Crew.exists()
    await ana.calls("crew", do="dance")
    assert "do not know that command" in ana.last.plain


async def test_an_invitation_runs_out_and_can_be_declined(set_: Set) -> None:
    ana, ben = set_.person("Ana"), set_.person("Ben")
    await ana.to_script()
    await ana.calls("crew", do="invite")
    code = code_in(ana.last)
    await Invite.all().update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    await ben.says(code)
    assert "no such code" in ben.last.plain
    await ana.calls("crew", do="invite")
    await ben.says(code_in(ana.last))
    await ben.presses("No, thanks")
    assert not await Crew.exists()
    await ana.calls("crew", do="invite")
    await ana.says(code_in(ana.last))
    await ana.presses()
    assert "your own already" in ana.last.plain
    assert await Project.all().count() == 1
