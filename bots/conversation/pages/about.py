"""Views beside the journey: short answers, questions, the list of films, settings, help, files to take along."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from bots.conversation.page import Page
from bots.conversation.pages.delivering import file_name, link
from bots.conversation.pages.sentences import examples
from bots.conversation.views import Block, Body, Media, View
from bots.conversation.words import Words, literal, shortened
from core import projects
from core.models import Crew, Cut, Project, Render, Version
from core.writing.fountain import fountain

FILMS_MAX = 20
POSTERS_MAX = 8
"""So many films are shown with their poster."""
SPOKEN = frozenset({
    "nothing-to-cancel", "cancel-ended", "cancel-stopping", "cancel-too-late", "still-writing", "heard-waiting", "never-mind", "undone",
})  # fmt: skip
"""Sentences on a film's state that hold nothing of anybody's own: where nobody can be told alone, they are said aloud."""


async def notice(page: Page) -> View:
    """A sentence for one person: an error, a refusal, a confirmation. Its key, figures and choices stand in the post."""
    args = page.post.args
    spoken = not args.get("trouble") and not args.get("choices") and all(one["key"] in SPOKEN for one in args["says"])
    body: list[Body] = [page.words.block(one["key"], **told(page.words, one.get("args", {}))) for one in args["says"]]
    choices = [
        page.choice(one["label"], one["step"], style="normal" if n else "primary", with_=one.get("with"), **one.get("args", {}))
        for n, one in enumerate(args.get("choices", []))
    ]
    return page.view(*body, choices=tuple(choices), private=not spoken, mood="trouble" if args.get("trouble") else "calm")


def told(words: Words, args: dict[str, Any]) -> dict[str, Any]:
    """A sentence's figures in its language: milli-credits as credits."""
    return {**args, "credits": words.credits(args["credits_mc"])} if "credits_mc" in args else args


async def question(page: Page) -> View:
    """A question whose answer is typed, in a chat without forms."""
    args = page.post.args
    body: list[Body] = [page.words.block(args["ask"], **args.get("with", {}))]
    if args.get("now"):
        body.append(Block(spans=(literal(args["now"]),), kind="quote"))
    if args["ask"] == "ask-idea":
        choices = (page.primary("choice-surprise", "film.surprise"), page.choice("choice-never-mind", "talk.never_mind"))
    else:
        choices = (page.primary("choice-never-mind", "talk.never_mind"), None)  # type: ignore[assignment]
    return page.view(*body, choices=choices, awaits=True)


async def help_(page: Page) -> View:
    """What one can do here, in a few lines."""
    w = page.words
    body: list[Body] = [
        w.title("help-title"),
        w.block("help-journey"),
        w.block("help-talk"),
        *examples(w, page.of.script if page.of else None),
        w.block("help-money"),
        w.note("help-commands"),
    ]
    if page.project:
        return page.view(*body, choices=(page.primary("choice-go-on-here", "film.here"), page.choice("choice-new-film", "film.new")))
    mine = page.choice("choice-my-films", "films.list") if await has_films(page.post.person_id) else None
    return page.view(*body, choices=(page.primary("choice-surprise", "film.surprise"), mine))


async def _films_of(person_id: int | None) -> QuerySet[Project]:
    """The films that a person began or works on."""
    shared = await Crew.filter(person_id=person_id).values_list("project_id", flat=True)
    return Project.filter(Q(owner_id=person_id) | Q(id__in=list(shared)), deleted_at=None)


async def has_films(person_id: int | None) -> bool:
    """Whether there is a film that a person began or works on; of nobody in particular there is none."""
    return person_id is not None and await (await _films_of(person_id)).exists()


async def films(page: Page) -> View:
    """A person's films, the newest first, with where each stands."""
    w = page.words
    all_ = await _films_of(page.post.person_id)
    mine = await all_.order_by("-id").limit(FILMS_MAX)
    if not mine:
        return page.view(w.block("films-none"), choices=(page.primary("choice-surprise", "film.surprise"),), private=True, awaits=True)
    body: list[Body] = [w.title("films-title", count=await all_.count())]
    options: list[tuple[str, str]] = []
    for one in mine:
        script = projects.script_of(await projects.head_of(one))
        title = script.title if script else shortened(one.idea, 70)
        stage = w.text(f"stage-{(await projects.stage(one)).value}")
        picture = await _poster(page, one, title) if len(options) < POSTERS_MAX else None
        body.append(Block(spans=(literal(title, bold=True), literal(f" · {w.length(one.length_s)} · {stage}")), picture=picture))
        options.append((str(one.id), title))
    here: dict[str, Any] = {"film": mine[0].id}
    own = mine[0].owner_id == page.post.person_id
    return page.view(
        *body,
        choices=(
            page.primary("choice-open-film", "films.open", with_={"title": shortened(options[0][1], 50)}, **here),
            page.choice("choice-new-film", "film.new"),
            page.choice("choice-delete-film", "films.delete", with_={"title": shortened(options[0][1], 50)}, style="danger", **here) if own else None,
        ),
        selects=(page.select("menu-film", "films.open", options),) if len(options) > 1 else (),
        private=True,
    )


async def _poster(page: Page, film: Project, title: str) -> Media | None:
    """The newest poster of a film, or the first panel of its storyboard."""
    cut = await Cut.filter(project_id=film.id, kind="final", state="done").order_by("-id").first()
    head = None if cut and "poster" in cut.files else await projects.head_of(film)
    key = cut.files["poster"] if cut and "poster" in cut.files else first_panel(head) if head else ""
    return Media(kind="image", key=key, alt=page.words.text("media-poster", title=title), name=f"film-{film.id}{key[key.rindex('.') :]}") if key else None


def first_panel(head: Version) -> str:
    """The key of the storyboard's first panel, or empty."""
    script, panels = projects.script_of(head), head.board.get("panels", {})
    return next((str(panels[shot.id]) for shot in script.shots if shot.id in panels), "") if script else ""


async def files(page: Page) -> View:
    """What can be taken along of a film."""
    w, film = page.words, page.film
    render = await Render.filter(project_id=film.id, state="done").exclude(tier="preview").order_by("-id").first()
    cut = await Cut.filter(render_id=render.id, kind="final", state="done").order_by("id").first() if render else None
    have = cut.files if cut else {}
    assert page.of
    if page.of.script is None:
        return page.view(w.block("edit-refused-no-script"), choices=(page.primary("choice-go-on-here", "film.here"),), private=True)
    here = {"render": render.id} if render else {}
    return page.view(
        w.block("files-ask", title=page.of.script.title),
        choices=(
            page.primary("choice-screenplay", "film.screenplay"),
            page.choice("choice-subtitles", "film.subtitles", **here) if "subtitles_srt" in have else None,
            page.choice("choice-contact-sheet", "film.sheet", **here) if "contact_sheet" in have else None,
            page.choice("choice-files", "film.files", **here) if render and cut else None,
        ),
    )


async def file(page: Page) -> View:
    """A file that belongs to a film: its screenplay, subtitles or contact sheet."""
    args = page.post.args
    key, title = args["key"], args["title"]
    what = page.words.text(f"file-{args['what']}", title=title)
    kind = "image" if args["what"] == "sheet" else "file"
    name = f"{file_name(title)}{key[key.rindex('.') :]}"
    media = Media(kind=kind, key=key, alt=what, name=name, link=link(page, key))  # type: ignore[arg-type]
    others = [page.choice(f"choice-subtitles-{kind}", "film.subtitles", render=args["render"], kind=kind) for kind in args.get("others", ())]
    choices = (page.primary("choice-go-on-here", "film.here"), *others) if others else ()
    return page.view(page.words.block(f"file-{args['what']}", title=title), media=(media,), choices=choices)


async def screenplay(page: Page) -> View:
    """The script as a file that every screenwriting program opens."""
    w = page.words
    version = await Version.get(id=page.post.args["version"])
    script = projects.script_of(version)
    assert script
    text = fountain(script)
    key = f"screenplays/{hashlib.sha256(text.encode()).hexdigest()[:32]}.fountain"
    if page.limits is not None:
        await store_text(page, key, text)
    media = Media(kind="file", key=key, alt=w.text("file-screenplay", title=script.title), name=f"{file_name(script.title)}.fountain", link=link(page, key))
    return page.view(w.block("file-screenplay", title=script.title), media=(media,))


async def store_text(page: Page, key: str, text: str) -> None:
    """Store a text that a view sends as a file, unless it is there."""
    storage = page.desk.studio.storage
    if await storage.find(key):
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "screenplay"
        file.write_text(text, encoding="utf-8")
        await storage.put(key, file)
