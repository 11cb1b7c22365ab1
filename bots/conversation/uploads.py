"""A file that was sent: what it may be good for in this dialogue. Called by the engine for every `Uploaded`, and for what is said of a picture."""

from __future__ import annotations

from typing import Any

from bots.conversation.events import Uploaded
from bots.conversation.steps import imports
from bots.conversation.steps.film import current
from bots.conversation.steps.pictures import PICTURE
from bots.conversation.turn import Turn
from bots.conversation.words import Words, fold, shortened
from core import pictures, projects, uploads
from core.errors import BadInput
from core.models import Post, Project, Upload
from core.writing.importing import reading
from core.writing.script import Script


def is_of_use(name: str) -> bool:
    """Whether something here can do anything with a file of this name, before a chat fetches it."""
    return reading.is_readable(name) or uploads.kind_of(name) is not None


async def receive(turn: Turn, event: Uploaded) -> None:
    """Note the file and tell the person that it is being looked into; the message becomes the question what to do with it."""
    asked = turn.dialogue.data.get("ask", {}) if turn.dialogue.asking == PICTURE else {}
    await turn.close_question()
    if reading.is_readable(event.name):
        await imports.offer_file(turn, event)
        return
    kind = uploads.kind_of(event.name)
    project = await current(turn)
    if kind == "picture":
        await _picture(turn, event, project, asked)
    elif kind == "sound":
        if project is None:
            raise BadInput("there is no film to play it in", key="error-music-no-film")
        upload = await uploads.received(turn.tx, turn.person, kind, key=event.key, name=event.name, size=event.size)
        await turn.post("upload", project, about=f"upload:{upload.id}", upload=upload.id)
    else:
        await uploads.discard(turn.tx, turn.person, event.key)
        await turn.say("upload-not-used", name=shortened(event.name, 60))


async def _picture(turn: Turn, event: Uploaded, project: Project | None, asked: dict[str, Any]) -> None:
    """How somebody or something looks: whom it shows was asked for, or stands in the caption, or is asked now."""
    if event.size > pictures.BYTES_MAX:
        await uploads.discard(turn.tx, turn.person, event.key)
        await turn.say("error-picture-large", trouble=True, most=pictures.BYTES_MAX >> 20)
        return
    if known := asked.get("known"):
        upload = await uploads.received(turn.tx, turn.person, "picture", key=event.key, name=event.name, size=event.size)
        await turn.post("upload", about=f"upload:{upload.id}", upload=upload.id, known=known)
        return
    script = projects.script_of(await projects.head_of(project)) if project else None
    if project is None or script is None:  # nothing of a person's is kept that nobody needs
        await uploads.discard(turn.tx, turn.person, event.key)
        await turn.say("error-picture-no-film", trouble=True)
        return
    upload = await uploads.received(turn.tx, turn.person, "picture", key=event.key, name=event.name, size=event.size)
    of = asked.get("of") if asked.get("project") == project.id else whom(script, event.caption)
    await turn.post("upload", project, about=f"upload:{upload.id}", upload=upload.id, of=of)
    if of is None:
        await turn.open_question(PICTURE, {"upload": upload.id})


async def named(turn: Turn, text: str) -> bool:
    """Whether what was said after a picture tells whom it shows; its message then asks only whether to use it so."""
    waiting = turn.dialogue.data.get("ask", {}).get("upload")
    project = await current(turn)
    script = projects.script_of(await projects.head_of(project)) if project else None
    of = whom(script, text, turn.words) if script and waiting else None
    post = await Post.filter(name="upload", about=f"upload:{waiting}", place_id=turn.place.id, thread=turn.at.thread).order_by("-id").first()
    if of is None or post is None or not await Upload.filter(id=waiting).exists():
        return False
    await turn.close_question()
    post.args = {**post.args, "of": of}
    await post.save(update_fields=["args"])
    turn.tx.want("show", post.id, f"chat:{turn.at.platform}", after_s=turn.soon_s)
    turn.made.append(post)
    return True


def whom(script: Script, text: str, words: Words | None = None) -> str | None:
    """The one of the film whose name stands in the text, the longest name first. With `words`, only if the text says nothing else than who it is."""
    said = fold(text)
    for id, name in sorted(((one.id, one.name) for one in script.pictured), key=lambda pair: -len(pair[1])):
        for called in dict.fromkeys((fold(name), fold(name.split()[0]))):
            if len(called) > 1 and called in said:
                rest = fold(said.replace(called, " ", 1))
                if words is None or not rest or rest in words.heard("heard-this-is"):
                    return id
    return None
