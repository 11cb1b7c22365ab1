"""Views of the storyboard: panels as they are drawn, four at a time, and one shot close up with all that can be done to it."""

from __future__ import annotations

import hashlib
from typing import Any, get_args

from bots.conversation.page import Page
from bots.conversation.pages.script import LEAVES_SHORT, jump_hint, said_in, scene_menu, undo_choice
from bots.conversation.pages.sentences import changes, named
from bots.conversation.views import Block, Body, Media, Progress, Select, View
from bots.conversation.words import literal, shortened
from core.projects import Stage
from core.writing.script import NARRATOR, CameraMove, Script, Shot, ShotSize, quoted

PANELS = 4
"""Panels on one page."""
MENU_MAX = 25
DURATIONS_S = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 15.0, 20.0)


async def board(page: Page) -> View:
    """The storyboard of the head; with `shot` in the post, that shot."""
    w, now = page.words, page.script
    assert page.head
    drawn: dict[str, str] = page.head.board.get("panels", {})
    if not page.head.board.get("sheet"):
        return _drawing(page, now, drawn)
    shot_id = page.post.args.get("shot")
    if page.is_at(Stage.BOARD) and any(shot.id == shot_id for shot in now.shots):
        return await _close_up(page, now, str(shot_id), drawn)
    shots = list(now.shots)
    pages = (len(shots) + PANELS - 1) // PANELS
    at = min(int(page.post.args.get("leaf", 0)), pages - 1)
    seen = range(at * PANELS, min(len(shots), (at + 1) * PANELS))
    title = w.title("board-title", first=seen[0] + 1, last=seen[-1] + 1, shots=len(shots))
    body: list[Body] = [title, *(_line(page, now, n + 1, shots[n]) for n in seen)]
    media = tuple(_panel(page, n + 1, shots[n], drawn) for n in seen if shots[n].id in drawn)
    around = (
        page.choice("choice-back", "board.leaf", leaf=at - 1) if at else None,
        page.choice("choice-forward", "board.leaf", leaf=at + 1) if at + 1 < pages else None,
    )
    if page.stage is Stage.RENDERING and page.is_live:
        return page.view(*body, media=media, choices=(page.primary("choice-status", "film.here"), *around))
    if not page.is_at(Stage.BOARD):
        return page.view(*body, media=media)
    return page.view(
        *body,
        w.note("board-hint", shot=seen[min(1, len(seen) - 1)] + 1, last=seen[-1] + 1),
        jump_hint(w, now) if pages > LEAVES_SHORT else None,
        media=media,
        choices=(
            page.primary("choice-approve-all", "board.approve", with_={"count": len(shots)}),
            *around,
            await undo_choice(page),
        ),
        selects=(
            page.select("menu-shot", "board.shot", [(shots[n].id, _menu_line(page, n + 1, shots[n])) for n in _near(at, len(shots))]),
            page.select("menu-scene", "board.scene", scene_menu(now, _scene_at(now, shots[seen[0]].id))) if pages > 1 and len(now.scenes) > 1 else None,
        ),
        awaits=True,
    )


def _scene_at(now: Script, here: str) -> int:
    """The scene (from 0) of this shot."""
    return next(n for n, scene in enumerate(now.scenes) if any(shot.id == here for shot in scene.shots))


def first_leaf(script: Script, scene: int) -> int:
    """The page of panels (from 0) on which this scene (from 1) begins."""
    return sum(len(one.shots) for one in script.scenes[: scene - 1]) // PANELS


def digest(shot: Shot) -> str:
    """What an approved shot is known by: once it changes it is not approved any more."""
    return hashlib.sha256(shot.model_dump_json().encode()).hexdigest()[:12]


def is_approved(page: Page, shot: Shot) -> bool:
    """Whether somebody approved the shot as it is now."""
    approved: dict[str, str] = page.film.settings.get("approved", {})
    return approved.get(shot.id) == digest(shot)


def _near(at: int, shots: int) -> range:
    """Numbers (from 0) of the shots that the menu offers: those of this page first, then as many as fit; at the end those before it too."""
    first = max(0, min(at * PANELS, shots - MENU_MAX))
    return range(first, min(shots, first + MENU_MAX))


def _drawing(page: Page, now: Script, drawn: dict[str, str]) -> View:
    assert page.head
    if page.is_live and not page.head.board:
        page.wants.append(("board", page.head.id, "media"))
    w, total = page.words, len(now.shots)
    done = min(total, len(drawn))
    bar = Progress(fraction=done / total, label=w.text("board-progress", done=done, total=total))
    first = [(n, shot) for n, shot in enumerate(now.shots[:PANELS], 1) if shot.id in drawn]
    return page.view(w.block("board-drawing"), bar, media=tuple(_panel(page, n, shot, drawn) for n, shot in first), mood="working")


def _panel(page: Page, number: int, shot: Shot, drawn: dict[str, str]) -> Media:
    key = drawn[shot.id]
    alt = page.words.text("panel-alt", number=number, action=shortened(shot.action, 200))
    return Media(kind="image", key=key, alt=alt, name=f"shot-{number:03d}{key[key.rindex('.') :]}")


def _line(page: Page, now: Script, number: int, shot: Shot) -> Block:
    w = page.words
    spans = [literal(f"{number}", bold=True), literal(f" · {shot.size} · {named(w, 'move', shot.move)} · {w.text('seconds', count=shot.duration_s)}")]
    if is_approved(page, shot):
        spans.insert(1, literal(" ✓"))
    if shot.lines:
        first = shot.lines[0]
        who = "" if first.speaker == NARRATOR else f"{now.character(first.speaker).name}: "
        spans.append(literal(f" · {who}{quoted(shortened(first.text, 90))}"))
    return Block(spans=tuple(spans))


def _menu_line(page: Page, number: int, shot: Shot) -> str:
    return f"{number} · {shortened(shot.action, 70)}"


async def _close_up(page: Page, now: Script, shot_id: str, drawn: dict[str, str]) -> View:
    w = page.words
    ids = [shot.id for shot in now.shots]
    at = ids.index(shot_id)
    shot = now.shot(shot_id)
    body: list[Body] = [
        w.title("shot-title", number=at + 1, shots=len(ids)),
        Block(
            spans=(literal(f"{named(w, 'size', shot.size)} · {named(w, 'move', shot.move)} · {w.text('seconds', count=shot.duration_s)} · {shot.lens_mm} mm"),)
        ),
        Block(spans=(literal(shot.action),)),
        *said_in(now, shot),
    ]
    if shot.sound:
        body.append(w.note("shot-sound", sound=shot.sound))
    if page.head and page.post.args.get("edited") == page.head.id:
        body += changes(w, page.head.changes, most=4)
    here: dict[str, Any] = {"shot": shot_id}
    every = {"count": len(ids)}
    approved = is_approved(page, shot)
    if approved:
        body.append(w.note("shot-approved"))
    return page.view(
        *body,
        media=(_panel(page, at + 1, shot, drawn),) if shot_id in drawn else (),
        choices=(
            page.primary("choice-approve-all", "board.approve", with_=every) if approved else page.primary("choice-approve-shot", "board.approve_shot", **here),
            None if approved else page.choice("choice-approve-all", "board.approve", with_=every),
            page.choice("choice-back", "board.at", shot=ids[at - 1]) if at else None,
            page.choice("choice-forward", "board.at", shot=ids[at + 1]) if at + 1 < len(ids) else None,
            page.choice("choice-all-panels", "board.leaf", leaf=at // PANELS),
            page.choice("choice-redraw", "board.redraw", **here),
            page.choice("choice-edit-shot", "board.action", form=True, **here),
            page.choice("choice-edit-lines", "board.lines", form=True, **here),
            page.choice("choice-earlier", "board.move", by=-1, **here) if at else None,
            page.choice("choice-later", "board.move", by=1, **here) if at + 1 < len(ids) else None,
            page.choice("choice-insert", "board.insert", form=True, **here),
            page.choice("choice-split", "board.split", **here) if shot.duration_s >= 2 else None,
            page.choice("choice-delete-shot", "board.delete", style="danger", **here) if len(ids) > 1 else None,
            await undo_choice(page),
        ),
        selects=_menus(page, shot, here),
        awaits=True,
    )


def _menus(page: Page, shot: Shot, here: dict[str, Any]) -> tuple[Select, ...]:
    w = page.words
    durations = sorted({*DURATIONS_S, shot.duration_s})
    return (
        page.select("menu-duration", "board.duration", [(f"{s:g}", w.text("seconds", count=s)) for s in durations], f"{shot.duration_s:g}", **here),
        page.select("menu-size", "board.size", [(one, named(w, "size", one)) for one in get_args(ShotSize)], shot.size, **here),
        page.select("menu-move", "board.camera", [(one, named(w, "move", one)) for one in get_args(CameraMove)], shot.move, **here),
    )
