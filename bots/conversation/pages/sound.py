"""The view of a file that was sent: music, a voice, or a picture of somebody or something."""

from __future__ import annotations

from bots.conversation.page import Page
from bots.conversation.pages.brief import title_of
from bots.conversation.pages.places import offered
from bots.conversation.pages.sentences import error_block
from bots.conversation.steps import sound
from bots.conversation.views import OPTIONS_MAX, View
from bots.conversation.words import shortened
from core import projects
from core.film.own_track import TRACK_S_MAX, TRACK_S_MIN
from core.models import Upload
from core.writing.script import NARRATOR

NAME_MAX = 60


async def upload(page: Page) -> View:
    """A file that was sent: being looked into, of no use, or the question what to do with it."""
    w = page.words
    sent = await Upload.get_or_none(id=page.post.args["upload"])
    if sent is None or sent.state == "erased":
        return page.view(w.block("error-upload-gone"))
    name = shortened(sent.name, NAME_MAX)
    if sent.state == "new":
        return page.view(w.block("upload-looking", name=name), mood="working")
    if sent.state == "bad":
        return page.view(error_block(w, sent.error or {"key": "error-unexpected"}), private=True, mood="trouble")
    if sent.kind == "picture":
        return offered(page, name, sent.key, sent.id)
    return _sound(page, sent, name)


def _sound(page: Page, sent: Upload, name: str) -> View:
    """Music for the film, or a voice that says some of its lines."""
    w, script = page.words, page.of.script if page.of else None
    now = projects.track_of(page.film)
    if now and now.key == sent.key:
        return page.view(w.block("track-used", name=name, title=title_of(page)))
    if recorded := next((each for each in projects.recordings_of(page.film) if each.key == sent.key), None):
        said = w.block("voice-used", name=name, count=len(recorded.lines))
        return page.view(said, choices=(page.primary("choice-go-on-here", "film.here"), page.choice("choice-voice-drop", "voice.drop", key=sent.key)))
    guess, every = sound.guessed(sent, script), sound.voiced(script)
    short = sent.facts["seconds"] < TRACK_S_MIN
    if short and not every:
        least, most = int(TRACK_S_MIN), int(TRACK_S_MAX) // 60
        return page.view(w.block("error-track-length", least=least, most=most), private=True, mood="trouble")
    entries = [*([(sound.NARRATION, w.text("voice-narration"))] if sound.lines_of(script, sound.NARRATION) else []),
               *((str(n), _line(page, who, text)) for n, (_, who, text) in enumerate(every))]  # fmt: skip
    music = None if short else page.choice("choice-use-track", "track.use", style="normal" if guess else "primary", upload=sent.id)
    menu = page.select("menu-voice-of", "voice.use", entries[:OPTIONS_MAX], upload=sent.id) if entries else None
    voice = None
    if guess or short:
        first = guess or "0"
        label, told = ("choice-voice-narration", {}) if first == sound.NARRATION else ("choice-voice-line", {"text": shortened(every[int(first)][2], 50)})
        voice = page.primary(label, "voice.use", with_=told, upload=sent.id, line=first)
    return page.view(
        w.block("voice-offer" if voice else "track-offer", name=name, length=w.clock(sent.facts["seconds"]), title=title_of(page)),
        w.note("voice-rights" if entries else "track-rights"),
        choices=(voice, music, page.choice("choice-never-mind", "talk.never_mind")),
        selects=(menu,),
    )


def _line(page: Page, who: str, text: str) -> str:
    name = page.words.text("voices-narrator") if who == NARRATOR else page.script.character(who).name
    return f"{name}: {text}"
