"""The dailies: the newest scene that is in and was not looked at yet, to keep or to note a shot for another take."""

from __future__ import annotations

from typing import Any

from bots.conversation.page import Page
from bots.conversation.views import Body, Media, View
from bots.conversation.words import shortened
from core.rendering import dailies as rushes
from core.rendering import status as looking

CLIPS_MAX = 4
SHOTS_MAX = 25


async def dailies(page: Page) -> View:
    """One scene after the other; once all that are in were looked at, a line. The render's end closes it."""
    w, args = page.words, page.post.args
    now = await looking.status(args["render"])
    if now.ended_at or now.stage == "cancelling":
        return page.view(w.block("dailies-over"))
    kept = set(args.get("kept", []))
    scenes = await rushes.landed(now.render_id)
    scene = next((one for one in scenes if one.number not in kept), None)
    total = len(now.scenes)
    if scene is None or args.get("later"):
        return page.view(w.block("dailies-later" if args.get("later") else "dailies-all", done=len(scenes), total=total))
    noted = page.film.settings.get("retakes", [])
    body: list[Body] = [w.title("dailies-title", scene=scene.number, done=len(scenes), total=total)]
    if again := [str(shot.number) for shot in scene.shots if shot.id in noted]:
        body.append(w.block("dailies-noted", shots=", ".join(again), count=len(again)))
    here: dict[str, Any] = {"render": now.render_id, "scene": scene.number}
    script = await page.desk.studio.script(now.version_id)
    options = [
        (shot.id, w.text("dailies-shot", shot=shot.number, action=shortened(script.shot(shot.id).action, 50), credits=w.credits(shot.price_mc)))
        for shot in scene.shots
        if shot.key and shot.id not in noted
    ][:SHOTS_MAX]
    return page.view(
        *body,
        media=await _clips(page, scene),
        choices=(
            page.primary("choice-keep-scene", "dailies.keep", **here),
            page.choice("choice-rough-cut", "render.rough", render=now.render_id),
            page.choice("choice-dailies-later", "dailies.later", **here),
        ),
        selects=(page.select("menu-retake", "dailies.retake", options, **here) if options else None,),
    )


async def _clips(page: Page, scene: rushes.Scene) -> tuple[Media, ...]:
    """The scene's clips that fit the place. Nothing where nothing is sent."""
    if page.limits is None:
        return ()
    found: list[Media] = []
    for shot in scene.shots:
        stored = await page.desk.studio.storage.find(shot.key) if shot.key else None
        if stored and shot.key and stored.size <= page.limits.max_bytes and len(found) < CLIPS_MAX:
            alt = page.words.text("dailies-clip", shot=shot.number)
            found.append(Media(kind="video", key=shot.key, alt=alt, name=f"shot-{shot.number:03d}{shot.key[shot.key.rindex('.') :]}"))
    return tuple(found)
