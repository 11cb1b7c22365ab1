"""What a film sounds of: music that somebody brought for it, or ours again."""

from __future__ import annotations

from bots.conversation.steps.brief import set_brief
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from core import projects
from core.errors import BadInput
from core.models import Project, Upload
from core.projects import Stage, Track
from core.rendering import begin as beginning
from core.writing.kinds.rules import RULES


async def bring(turn: Turn, press: Press) -> None:
    """Words were typed where music is wanted: it comes as a file (`uploads.receive`)."""
    await turn.say("track-send")


async def ask_track(turn: Turn, press: Press) -> Asked:
    """Music of one's own, as a file."""
    return Asked("music", brings="music", typed=False)


async def use_track(turn: Turn, press: Press) -> None:
    """The music that was sent is the film's from now on; what was cut already is cut anew."""
    upload = await Upload.get_or_none(id=press.args["upload"], person_id=turn.person.id, state="good")
    if upload is None:
        raise BadInput("there is no such file", key="error-upload-gone")
    known = {name: upload.facts[name] for name in ("sha256", "seconds", "lead_s", "beats") if name in upload.facts}
    track = Track(key=upload.key, name=upload.name, **known)
    await projects.set_track(turn.tx, press.film, track)
    if press.film.kind == "music_video" and await projects.stage(press.film) in (Stage.BRIEF, Stage.LOGLINES):
        await _as_long_as(turn, press.film, track)
        return
    again = await beginning.recut(turn.tx, press.film)
    turn.tx.touch(f"upload:{upload.id}")
    await turn.say("track-set-again" if again else "track-set", project=press.film, choices=(_onward(), _back_to_ours()), name=upload.name)


async def _as_long_as(turn: Turn, project: Project, track: Track) -> None:
    """A music video is as long as its track, as far as one can be."""
    rules = RULES["music_video"]
    length_s = int(min(rules.most_s, max(rules.least_s, track.seconds - track.lead_s)))
    await set_brief(turn, project, length_s=length_s)
    await show(turn, project)


def _onward() -> Offer:
    return Offer("choice-go-on-here", "film.here")


def _back_to_ours() -> Offer:
    return Offer("choice-our-music", "track.ours")


async def our_music(turn: Turn, press: Press) -> None:
    """Our own music again."""
    await projects.set_track(turn.tx, press.film, None)
    await beginning.recut(turn.tx, press.film)
    await turn.say("track-ours", project=press.film, choices=(_onward(),))


STEPS = {
    "track.bring": Step(bring, fresh=False, form=ask_track),
    "track.use": Step(use_track, fresh=False),
    "track.ours": Step(our_music, fresh=False),
}
