"""Views of the script: the screenplay as it is written, and what an edit changed."""

from __future__ import annotations

from collections.abc import Iterator

from bots.conversation.brief_talk import other_lengths
from bots.conversation.onward import onward
from bots.conversation.page import Page
from bots.conversation.pages import imports
from bots.conversation.pages.sentences import change, changes, error_block, example_args, examples, named
from bots.conversation.views import Block, Body, Choice, Progress, View
from bots.conversation.words import Words, literal, shortened
from core import projects
from core.models import Version
from core.projects import Stage
from core.writing.script import NARRATOR, Scene, Script, Shot, quoted

PAGE_CHARACTERS = 1800
"""How much screenplay stands on one page, so that it fits one message anywhere."""
MENU_MAX = 25
NEAR = 13
"""Scenes of a menu that stand around the one that is seen."""
LEAVES_SHORT = 3
"""So many pages are leafed through; in more of them numbers help."""


def heading(page: Page, script: Script, number: int, scene: Scene) -> Block:
    """A scene's heading as screenplays write it."""
    place = script.place_of(scene)
    where = page.words.text("scene-inside" if place.interior else "scene-outside")
    text = f"{number} · {where} {place.name}, {named(page.words, 'time', scene.time_of_day)}".upper()
    return Block(spans=(literal(text, bold=True),))


def said_in(script: Script, shot: Shot) -> Iterator[Block]:
    """The shot's lines, each with who says it."""
    for line in shot.lines:
        who = "" if line.speaker == NARRATOR else script.character(line.speaker).name.upper()
        how = f" ({line.delivery})" if line.delivery and who else ""
        spans = (literal(f"{who}{how}: ", bold=True), literal(quoted(line.text))) if who else (literal(line.text, italic=True),)
        yield Block(spans=spans, kind="quote")


def is_told(shot: Shot) -> bool:
    """Whether the narrator says just what is seen: then it is read once."""
    return len(shot.lines) == 1 and shot.lines[0].speaker == NARRATOR and shot.lines[0].text == shot.action


def scene_blocks(page: Page, script: Script, number: int, scene: Scene) -> list[Block]:
    """One scene of the screenplay."""
    blocks = [heading(page, script, number, scene)]
    for shot in scene.shots:
        if not is_told(shot):
            blocks.append(Block(spans=(literal(shot.action),)))
        blocks += said_in(script, shot)
    return blocks


def leaves(page: Page, script: Script) -> list[list[Block]]:
    """The screenplay cut into pages, at scenes where it can be and never within a paragraph."""
    pages: list[list[Block]] = [[]]
    size = 0
    for number, scene in enumerate(script.scenes, 1):
        blocks = scene_blocks(page, script, number, scene)
        length = sum(len(block.text) for block in blocks)
        if pages[-1] and size + length > PAGE_CHARACTERS:
            pages.append([])
            size = 0
        for block in blocks:
            if pages[-1] and size + len(block.text) > PAGE_CHARACTERS:
                pages.append([])
                size = 0
            pages[-1].append(block)
            size += len(block.text)
    return pages


def facts(page: Page, script: Script) -> Block:
    """Scenes, shots and running time in a line."""
    w = page.words
    told = {"scenes": len(script.scenes), "shots": len(script.shots), "length": w.length(round(script.length_s))}
    return w.block("script-facts", **told)


async def script(page: Page) -> View:
    """The screenplay: streaming in, failed, or as it stands now."""
    version = await Version.get(id=page.post.args["version"])
    if version.script is None or page.of is None or page.of.script is None:  # written a moment ago: the film is shown again by its own wake
        return await _unwritten(page, version)
    w, now = page.words, page.script
    pages = leaves(page, now)
    at = min(int(page.post.args.get("leaf", _leaf_of(page, now, pages))), len(pages) - 1)
    body: list[Body] = [Block(spans=(literal(now.title),), kind="title"), facts(page, now), *pages[at]]
    if len(pages) > 1:
        body.append(w.note("page-of", page=at + 1, pages=len(pages)))
    around = (
        page.choice("choice-back", "script.leaf", leaf=at - 1) if at else None,
        page.choice("choice-forward", "script.leaf", leaf=at + 1) if at + 1 < len(pages) else None,
    )
    if page.stage is Stage.RENDERING and page.is_live:
        return page.view(*body, choices=(page.primary("choice-status", "film.here"), *around), short=now.title)
    if not page.is_at(Stage.SCRIPT):
        return page.view(*body, short=now.title)
    if page.head and (note := imports.note_of(page, page.head)):
        body.append(note)
    body.append(w.note("script-hint", version=await _number(page), **example_args(w, now)))
    shorter, longer = other_lengths(round(now.length_s))
    if len(pages) > LEAVES_SHORT:
        body.append(jump_hint(w, now))
    scenes = scene_menu(now, _first_scene(page, now, pages, at))
    return page.view(
        *body,
        choices=(
            page.primary("choice-meet-the-cast", "cast.open"),
            *around,
            page.choice("choice-shorter", "script.resize", length_s=shorter) if shorter else None,
            page.choice("choice-longer", "script.resize", length_s=longer) if longer else None,
            await undo_choice(page),
            page.choice("choice-screenplay", "film.screenplay"),
            page.choice("choice-crew", "crew.open"),
        ),
        selects=(
            page.select("menu-rewrite-scene", "script.rewrite", scenes, form=True),
            page.select("menu-scene", "script.scene", scenes) if len(pages) > 1 and len(scenes) > 1 else None,
        ),
        short=now.title,
        awaits=True,
    )


def _leaf_of(page: Page, script: Script, pages: list[list[Block]]) -> int:
    """The page on which the scene that was asked for begins; the first one where none was."""
    for number, scene in enumerate(script.scenes, 1):
        if scene.id == page.post.args.get("scene"):
            return next(n for n, blocks in enumerate(pages) if heading(page, script, number, scene) in blocks)
    return 0


def _first_scene(page: Page, script: Script, pages: list[list[Block]], at: int) -> int:
    """The first scene (from 0) that begins on this page, or the one that goes on over it."""
    begun = [n for n, scene in enumerate(script.scenes) if any(heading(page, script, n + 1, scene) in leaf for leaf in pages[: at + 1])]
    here = [n for n in begun if heading(page, script, n + 1, script.scenes[n]) in pages[at]]
    return here[0] if here else begun[-1]


def scene_menu(script: Script, at: int) -> list[tuple[str, str]]:
    """Scenes as a menu: all of them, or the `NEAR` around the one that is seen (`at`, from 0) and others from end to end of the film."""
    count = len(script.scenes)
    first = max(0, min(at - NEAR // 2, count - NEAR))
    near = set(range(first, min(count, first + NEAR)))
    far = [n for n in range(count) if n not in near]
    room = MENU_MAX - len(near)
    shown = near | ({far[round(k * (len(far) - 1) / (room - 1))] for k in range(room)} if len(far) > room else set(far))
    return [(script.scenes[n].id, f"{n + 1} · {script.place_of(script.scenes[n]).name}") for n in sorted(shown)]


def jump_hint(w: Words, script: Script) -> Block:
    """How to get to a far place by typing its number."""
    return w.note("board-jump", scene=max(1, len(script.scenes) // 2), shot=max(1, len(script.shots) * 2 // 3))


async def _number(page: Page) -> int:
    """Which of the film's scripts this is, from 1."""
    return await Version.filter(project_id=page.film.id, script__not_isnull=True, id__lte=page.film.head_id).count()


async def undo_choice(page: Page) -> Choice | None:
    """[Undo], where there is a script to go back to."""
    before = await Version.get_or_none(id=page.head.parent_id) if page.head and page.head.parent_id else None
    return page.choice("choice-undo", "script.undo") if before and before.script else None


async def _unwritten(page: Page, version: Version) -> View:
    w = page.words
    if version.error:
        live = page.stage in (Stage.BRIEF, Stage.LOGLINES, Stage.SCRIPT) and page.is_live and page.newest == version
        again = page.primary("choice-try-again", "loglines.again", ask=version.ask)
        return page.view(error_block(w, version.error), choices=(again if live else None,), mood="trouble")
    draft = version.draft or {}
    if not draft.get("script"):
        return page.view(w.block("script-coming"), mood="working")
    so_far = Script.model_validate(draft["script"])
    done, total = int(draft["done"]), int(draft["total"])
    body: list[Body] = [Block(spans=(literal(so_far.title),), kind="title"), *leaves(page, so_far)[-1]]
    if total:
        body.append(Progress(fraction=min(1.0, done / total), label=w.text("script-progress", done=done, total=total)))
    return page.view(*body, short=so_far.title, mood="working")


async def answer(page: Page) -> View:
    """What became of plain talk, or of an edit a writer makes: at work, done, taken back, not understood."""
    w = page.words
    version = await Version.get(id=page.post.args["version"])
    if not projects.is_written(version):
        said = shortened(version.said, 120)
        return page.view(w.block("answer-working", said=said) if said else w.block("answer-working-quietly"), mood="working")
    next_ = onward(page)
    if version.error:
        return _not_done(page, version, next_)
    if page.film.head_id != version.id:
        return await _not_head(page, version)
    body: list[Body] = list(changes(w, version.changes))
    if version.unclear:
        body += [_unclear(page, version), w.block("answer-examples"), *examples(w, page.of.script if page.of else None)]
    if page.stage is Stage.RENDERING:
        body.append(w.note("answer-render-goes-on"))
    live = page.is_live
    choices = (next_, await undo_choice(page), page.choice("choice-show-script", "script.show")) if live else ()
    return page.view(*body, choices=choices)


def _unclear(page: Page, version: Version) -> Block:
    words = "; ".join(f"“{shortened(one, 80)}”" for one in version.unclear)
    return page.words.block("answer-unclear", said=words)


def _not_done(page: Page, version: Version, next_: Choice | None) -> View:
    w = page.words
    error = version.error or {}
    body: list[Body] = [error_block(w, error)]
    if error.get("key") == "talk-not-understood":
        body += [w.block("answer-examples"), *examples(w, page.of.script if page.of else None)]
    else:
        body.append(w.block("nothing-changed"))
    if error.get("key") == "error-length":
        near = min(error["args"]["most"], max(error["args"]["least"], error["args"]["asked"]))
        resize = page.primary("choice-make-it", "script.resize", with_={"length": w.length(near)}, length_s=near)
        return page.view(*body, choices=(resize, page.choice("choice-never-mind", "talk.never_mind")), mood="trouble")
    return page.view(*body, choices=(next_,) if next_ else (), mood="trouble")


async def _not_head(page: Page, version: Version) -> View:
    """The edit does not count: taken back by an undo, followed by others, or overtaken while it was written."""
    w = page.words
    told: list[Body] = [change(w, one["key"], one["args"]) for one in version.changes[:4]]
    head = page.head
    while head and head.id > version.id and head.parent_id:
        head = await Version.get(id=head.parent_id)
    if head and head.id == version.id:
        return page.view(*told) if told else page.view(w.block("so-already"))
    return page.view(*told, w.note("answer-not-counting"))
