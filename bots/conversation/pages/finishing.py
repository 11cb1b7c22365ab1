"""Views of a film's finish and of what makes people curious about it: grain and bars, its trailer, a short loop of it."""

from __future__ import annotations

from bots.conversation.page import Page
from bots.conversation.pages.brief import title_of
from bots.conversation.pages.delivering import file_name
from bots.conversation.pages.sentences import error_block
from bots.conversation.views import Choice, Media, Progress, Select, View
from core import projects
from core.film.profiles import FINISHES
from core.models import Cut

WIDE = "youtube"
"""The only format that bars suit."""


def finish_menu(page: Page) -> Select:
    """What lies over the film's picture, to choose."""
    names = [name for name, (_, bars) in FINISHES.items() if page.film.format == WIDE or not bars]
    options = [(name, page.words.text(f"finish-{name}")) for name in names]
    return page.select("menu-finish", "film.finish", options, projects.finish_of(page.film))


def promo_choices(page: Page, render_id: int) -> tuple[Choice | None, ...]:
    """What can be made of a finished film to make people curious. A film that is a trailer needs none."""
    return (
        page.choice("choice-trailer", "film.trailer", render=render_id) if page.film.kind != "trailer" else None,
        page.choice("choice-loop", "film.loop", render=render_id),
    )


async def promo(page: Page) -> View:
    """A trailer or a loop: being cut, then to watch and to pass on."""
    w = page.words
    found = await Cut.get(id=page.post.args["cut"])
    told = {"title": title_of(page)}
    if found.state == "failed":
        again = page.primary("choice-try-again", f"film.{found.kind}", render=found.render_id)
        error = error_block(w, found.facts.get("error") or {"key": "error-unexpected"})
        return page.view(w.block(f"promo-{found.kind}-failed", **told), error, choices=(again,), mood="trouble")
    if found.state != "done":
        share = float(found.facts.get("progress", 0.0))
        bar = Progress(fraction=share, label=w.text("cut-progress", percent=round(100 * share)))
        return page.view(w.block(f"promo-{found.kind}-coming", **told), bar, mood="working")
    onward = page.primary("choice-go-on-here", "film.here")
    length = w.length(float(found.facts.get("seconds", 0.0)))
    return page.view(w.block(f"promo-{found.kind}-here", length=length, **told), media=(_media(page, found),), choices=(onward,), mood="done")


def _media(page: Page, cut: Cut) -> Media:
    """The file. A loop is a moving picture where those play by themselves and videos do not."""
    title = title_of(page)
    moving = cut.kind == "loop" and page.target.platform == "discord"
    name = f"{file_name(title)}-{cut.kind}"
    alt = page.words.text(f"media-{cut.kind}", title=title)
    if moving:
        return Media(kind="image", key=cut.files["picture"], alt=alt, name=f"{name}.webp")
    return Media(kind="video", key=cut.files["film"], alt=alt, name=f"{name}.mp4", duration_s=float(cut.facts.get("seconds", 0.0)) or None)
