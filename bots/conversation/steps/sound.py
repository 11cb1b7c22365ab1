"""What a film sounds of: music that somebody brought for it, or ours again."""

from __future__ import annotations

from bots.conversation.turn import Offer, Press, Step, Turn
from core import projects
from core.errors import BadInput
from core.models import Upload
from core.projects import Track
from core.rendering import begin as beginning


async def use_track(turn: Turn, press: Press) -> None:
    """The music that was sent is the film's from now on; what was cut already is cut anew."""
    upload = await Upload.get_or_none(id=press.args["upload"], person_id=turn.person.id, state="good")
    if upload is None:
        raise BadInput("there is no such file", key="error-upload-gone")
    track = Track(key=upload.key, sha256=upload.facts["sha256"], name=upload.name, seconds=upload.facts["seconds"])
    await projects.set_track(turn.tx, press.film, track)
    again = await beginning.recut(turn.tx, press.film)
    turn.tx.touch(f"upload:{upload.id}")
    await turn.say("track-set-again" if again else "track-set", project=press.film, choices=(_onward(), _back_to_ours()), name=upload.name)


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
    "track.use": Step(use_track, fresh=False),
    "track.ours": Step(our_music, fresh=False),
}
