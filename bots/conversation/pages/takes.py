"""The takes of one shot of a finished film, beside each other: to keep the one that is in it, to choose another, or to ask for one more."""

from __future__ import annotations

from bots.conversation.page import Page
from bots.conversation.pages.dailies import CLIPS_MAX
from bots.conversation.views import Body, Media, Select, View
from bots.conversation.words import shortened
from core.models import Render
from core.projects import Stage
from core.rendering.other_takes import Taken, other_takes


async def takes(page: Page) -> View:
    """All takes of a shot with the clips of the latest ones; where the film has gone on, only what there is to see."""
    w, id = page.words, page.post.args["shot"]
    render = await Render.get(id=page.post.args["render"])
    number = next((n for n, shot in enumerate(page.script.shots, 1) if shot.id == id), 0)
    found = (await other_takes(page.desk.studio, page.film, render, page.script)).get(id, []) if number else []
    chosen = next((take for take in found if take.chosen), None)
    if chosen is None:
        return page.view(w.block("takes-gone"))
    body: list[Body] = [w.title("takes-title", shot=number, count=len(found)), w.note("takes-in-film", take=chosen.number)]
    media = await _clips(page, number, found)
    if not page.is_at(Stage.FILM) or render.version_id != page.film.head_id:
        return page.view(*body, media=media)
    others = [page.choice("choice-use-take", "takes.choose", with_={"take": take.number}, shot=id, take=take.number) for take in found if not take.chosen]
    return page.view(
        *body,
        media=media,
        choices=(
            page.primary("choice-keep-take", "film.here", with_={"take": chosen.number}),
            *others,
            page.choice("choice-another-take", "film.retake", shot=id),
        ),
    )


async def _clips(page: Page, number: int, found: list[Taken]) -> tuple[Media, ...]:
    """The take that is in the film and the latest others, as many as fit the place. Nothing where nothing is sent."""
    if page.limits is None:
        return ()
    media: dict[int, Media] = {}
    for take in sorted(found, key=lambda one: (not one.chosen, -one.number)):
        stored = await page.desk.studio.storage.find(take.key)
        if stored and stored.size <= page.limits.max_bytes and len(media) < CLIPS_MAX:
            alt = page.words.text("takes-clip", shot=number, take=take.number)
            name = f"shot-{number:03d}-take-{take.number}{take.key[take.key.rindex('.') :]}"
            media[take.number] = Media(kind="video", key=take.key, alt=alt, name=name)
    return tuple(media[number] for number in sorted(media))


async def takes_menu(page: Page, render: Render) -> Select | None:
    """The shots of a finished film that have more than one take."""
    found = await other_takes(page.desk.studio, page.film, render, page.script)
    shots = [(n, shot) for n, shot in enumerate(page.script.shots, 1) if shot.id in found]
    options = [(shot.id, page.words.text("takes-shot", shot=n, count=len(found[shot.id]), action=shortened(shot.action, 50))) for n, shot in shots]
    return page.select("menu-takes", "film.takes", options, render=render.id) if options else None
