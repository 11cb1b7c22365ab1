"""What a film sounds of: music that somebody brought for it, voices that they recorded, or ours again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bots.conversation.steps.brief import set_brief
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from core import projects
from core.errors import BadInput
from core.film import own_voice
from core.film.dialogue import BREATH_S, HEAD_S, TAIL_S
from core.film.own_track import TRACK_S_MIN
from core.models import Project, Upload
from core.projects import RecordedLine, Recording, Stage, Track
from core.rendering import begin as beginning
from core.rendering.cutting import TIGHT_S
from core.writing.edits import Edit, SetShot
from core.writing.kinds.rules import RULES
from core.writing.pacing import spoken_s
from core.writing.script import NARRATOR, SHOT_S_MAX, Script, quarter_up


async def bring(turn: Turn, press: Press) -> None:
    """Words were typed where music is wanted: it comes as a file (`uploads.receive`)."""
    await turn.say("track-send")


async def ask_track(turn: Turn, press: Press) -> Asked:
    """Music of one's own, as a file."""
    return Asked("music", brings="sound", typed=False)


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


def voiced(script: Script | None) -> list[tuple[str, str, str]]:
    """(shot, who, text) of everything that is said in the film, in its order."""
    return [(shot.id, line.speaker, line.text) for shot in script.shots for line in shot.lines] if script else []


NARRATION = "narration"


def lines_of(script: Script | None, token: str) -> list[tuple[str, str, str]]:
    """The lines that a token means: the whole narration, or the n-th line of the film."""
    every = voiced(script)
    if token == NARRATION:
        return [each for each in every if each[1] == NARRATOR]
    return every[int(token) : int(token) + 1] if token.isascii() and token.isdigit() and len(token) < 6 else []


def guessed(sent: Upload, script: Script | None) -> str:
    """What a recording most likely says: by the words that were heard, else by its length. Empty for what is rather music."""
    every, heard = voiced(script), sent.facts.get("heard", [])
    tokens = [NARRATION] * any(who == NARRATOR for _, who, _ in every) + [str(n) for n in range(len(every))]
    texts = {token: " ".join(text for _, _, text in lines_of(script, token)) for token in tokens}
    if heard and texts:
        best = max(texts, key=lambda token: own_voice.alike(texts[token], heard))
        return best if own_voice.alike(texts[best], heard) >= own_voice.ALIKE_MIN else ""
    spoken = sent.facts["seconds"] < TRACK_S_MIN or sent.name.lower().endswith((".ogg", ".oga", ".opus"))
    return min(texts, key=lambda token: abs(spoken_s(texts[token]) - sent.facts["seconds"]), default="") if spoken else ""


async def use_voice(turn: Turn, press: Press) -> None:
    """A recording is heard in place of our voices; a shot that is too short for it is told of, and can be given the time."""
    upload = await Upload.get_or_none(id=press.args["upload"], person_id=turn.person.id, kind="sound", state="good")
    if upload is None:
        raise BadInput("there is no such file", key="error-upload-gone")
    script = projects.script_of(await projects.head_of(press.film))
    lines = lines_of(script, press.value or press.args["line"])
    if not lines or script is None:
        raise BadInput("nothing of that kind is said", key="error-voice-no-lines")
    texts, facts = [text for _, _, text in lines], upload.facts
    cuts = own_voice.heard_in(texts, facts.get("heard", [])) or own_voice.shared(texts, facts["seconds"], facts.get("pauses", []))
    recorded = tuple(RecordedLine(shot=shot, text=text, start_s=a, end_s=b) for (shot, _, text), (a, b) in zip(lines, cuts, strict=True))
    taken = Recording(key=upload.key, sha256=facts["sha256"], name=upload.name, seconds=facts["seconds"], lines=recorded)
    await projects.set_recording(turn.tx, press.film, taken)
    again = await beginning.recut(turn.tx, press.film)
    turn.tx.touch(f"upload:{upload.id}")
    lacking = too_short(script, recorded)
    says: list[tuple[str, dict[str, Any]]] = [("voice-set-again" if again else "voice-set", {"name": upload.name, "count": len(recorded)})]
    if lacking:
        numbers = [number for number, _, _, shot in script.numbered() if shot.id in lacking]
        says.append(("animatic-tight", {"count": len(numbers), "shots": ", ".join(map(str, numbers))}))
    give = Offer("choice-give-time", "voice.give_time", {"lacking": lacking}, {"count": len(lacking)})
    drop = Offer("choice-voice-drop", "voice.drop", {"key": upload.key})
    await turn.post_sentences(says, project=press.film, choices=(*((give,) if lacking else ()), _onward(), drop))


def too_short(script: Script, recorded: Sequence[RecordedLine]) -> dict[str, float]:
    """The shots that lack time for what was recorded: id -> seconds."""
    lengths = {(line.shot, line.text): line.end_s - line.start_s for line in recorded}
    lacking: dict[str, float] = {}
    for shot in {line.shot: script.shot(line.shot) for line in recorded}.values():
        speech = sum(lengths.get((shot.id, line.text), spoken_s(line.text)) for line in shot.lines)
        needs = HEAD_S + speech + BREATH_S * (len(shot.lines) - 1) + TAIL_S
        if needs > shot.duration_s + TIGHT_S:
            lacking[shot.id] = round(needs - shot.duration_s, 2)
    return lacking


async def give_time(turn: Turn, press: Press) -> None:
    """Those shots become longer, all in one edit."""
    if await projects.pending(press.film):
        await turn.say("still-writing")
        return
    script = projects.script_of(await projects.head_of(press.film))
    assert script
    wanted = {id: quarter_up(script.shot(id).duration_s + lacks) for id, lacks in press.args["lacking"].items()}
    changes: list[Edit] = [SetShot(shot=id, duration_s=min(SHOT_S_MAX, seconds)) for id, seconds in wanted.items()]
    await projects.edit(turn.tx, press.film, by=turn.person, changes=changes)
    await show(turn, await projects.lock(turn.tx, press.film.id))


async def drop_voice(turn: Turn, press: Press) -> None:
    """Our own voices again for what a recording said."""
    await projects.drop_recording(turn.tx, press.film, press.args["key"])
    await beginning.recut(turn.tx, press.film)
    for id in await Upload.filter(key=press.args["key"]).values_list("id", flat=True):
        turn.tx.touch(f"upload:{id}")
    await turn.say("voice-dropped", project=press.film, choices=(_onward(),))


STEPS = {
    "track.bring": Step(bring, fresh=False, form=ask_track),
    "voice.use": Step(use_voice, fresh=False),
    "voice.drop": Step(drop_voice, fresh=False),
    "voice.give_time": Step(give_time),
    "track.use": Step(use_track, fresh=False),
    "track.ours": Step(our_music, fresh=False),
}
