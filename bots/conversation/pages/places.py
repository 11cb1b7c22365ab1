"""Where a film plays and with what: the second tab of the cast; one place or thing close up; pictures that people bring, of anybody and anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bots.conversation.page import Page
from bots.conversation.pages.delivering import file_name
from bots.conversation.pages.script import MENU_MAX, undo_choice
from bots.conversation.pages.sentences import changes
from bots.conversation.views import Block, Body, Choice, Media, Select, View
from bots.conversation.words import Words, literal
from core import library
from core.models import Asset
from core.rendering.studio import Studio
from core.storyboard.portrait import things_of
from core.writing.script import Character, Location, Prop, Script

GALLERY_MAX = 10
SHOWN_MAX = 20
"""So many places and things stand in one message."""


def picture(name: str, key: str, alt: str) -> Media:
    """A picture of somebody or something, called so when it is saved."""
    return Media(kind="image", key=key, alt=alt, name=f"{file_name(name)}{key[key.rindex('.') :]}")


def everything(page: Page, now: Script, drawn: dict[str, str]) -> View:
    """All places and the things that matter, with their pictures."""
    w = page.words
    listed: list[Location | Prop] = [*now.locations, *things_of(now)]
    body: list[Body] = [w.title("places-title", title=now.title)]
    body += [_about(w, now, each) for each in listed[:SHOWN_MAX]]
    return page.view(
        *body,
        w.note("places-hint"),
        media=tuple(picture(each.name, drawn[each.id], _alt(each)) for each in listed if each.id in drawn)[:GALLERY_MAX],
        choices=(page.primary("choice-whole-cast", "cast.all"),),
        selects=(page.select("menu-place", "cast.who", [(each.id, each.name) for each in listed][:MENU_MAX]),),
        short=w.text("places-title", title=now.title),
        awaits=True,
    )


def _alt(one: Location | Prop) -> str:
    return f"{one.name}: {one.look}" if one.look else one.name


def _about(w: Words, now: Script, one: Location | Prop) -> Block:
    """A name, its look, and how often it is seen."""
    if isinstance(one, Location):
        seen = w.text("places-scenes", count=sum(scene.location == one.id for scene in now.scenes))
    else:
        seen = w.text("places-shots", count=sum(one.id in {now.prop(noun).id for noun in shot.props} for shot in now.shots))
    told = [literal(one.name, bold=True), *([literal(f" · {one.look}")] if one.look else []), literal(f" · {seen}")]
    return Block(spans=tuple(told))


async def one(page: Page, now: Script, shown: Location | Prop, drawn: dict[str, str]) -> View:
    """A place or a thing close up."""
    who: dict[str, Any] = {"who": shown.id}
    body: list[Body] = [Block(spans=(literal(shown.name),), kind="title"), _about(page.words, now, shown)]
    if page.head and any(change["key"].startswith(("place-", "prop-")) for change in page.head.changes):
        body += changes(page.words, page.head.changes)
    return page.view(
        *body,
        media=(picture(shown.name, drawn[shown.id], _alt(shown)),) if shown.id in drawn else (),
        choices=(
            page.primary("choice-places", "places.open"),
            page.choice("choice-look", "places.look", form=True, **who),
            page.choice("choice-name", "places.name", form=True, **who) if isinstance(shown, Location) else None,
            *picture_choices(page, shown),
            await undo_choice(page),
        ),
        selects=(await _known_menu(page, shown, who),),
        short=shown.name,
    )


def picture_choices(page: Page, one: Character | Location | Prop) -> tuple[Choice | None, ...]:
    """Bring a picture of this one; take away the one that was brought."""
    return (
        page.choice("choice-picture", "picture.ask", form=True, who=one.id),
        page.choice("choice-picture-away", "picture.take_away", who=one.id) if one.picture else None,
    )


async def _known_menu(page: Page, shown: Location | Prop, who: dict[str, Any]) -> Select | None:
    """Places or things of other films that could stand here."""
    known = await library.assets(page.post.person_id or 0, "place" if isinstance(shown, Location) else "prop")
    options = [(str(asset.id), asset.name) for asset in known if asset.looks.get("picture") != shown.picture or asset.looks.get("look") != shown.look
               or asset.name != shown.name]  # fmt: skip
    return page.select("menu-place-known", "places.known", options[:MENU_MAX], **who) if options else None


def remembered(w: Words, kept: Sequence[Asset]) -> list[Block]:
    """The places and things of the library, a paragraph each kind."""
    blocks = []
    for kind, key in (("place", "people-places"), ("prop", "people-things")):
        if names := [asset.name for asset in kept if asset.kind == kind]:
            blocks.append(w.block(key, names=", ".join(names)))
    return blocks


def follows_pictures(studio: Studio) -> bool:
    """Whether anything here draws or renders from pictures."""
    return bool(studio.settings.openai_image_model) or any(each.references for each in studio.renderers.values())


def offered(page: Page, name: str, key: str, upload: int) -> View:
    """A picture that was sent: whom does it show, and shall they look like that?"""
    w, args = page.words, page.post.args
    shown = (picture(name, key, name),)
    rights, never = w.note("picture-rights"), page.choice("choice-never-mind", "talk.never_mind")
    style = None if follows_pictures(page.desk.studio) else w.note("picture-not-drawn")
    if known := args.get("known"):
        return page.view(w.block("picture-offer-known"), style, rights, media=shown,
                         choices=(page.primary("choice-picture-use-known", "picture.known", upload=upload, known=known), never))  # fmt: skip
    now = page.script
    everyone: list[Character | Location | Prop] = [*now.characters, *now.locations, *things_of(now)]
    chosen = next((each for each in everyone if each.id == args.get("of")), None)
    if used := next((each for each in everyone if each.picture == key), None):
        return page.view(w.block("picture-used", name=used.name), media=shown)
    guess = chosen or next((each for each in everyone if not each.picture), everyone[0])
    menu = page.select("menu-picture-of", "picture.use", [(each.id, each.name) for each in everyone][:MENU_MAX], upload=upload)
    said = w.block("picture-offer", name=guess.name) if chosen else w.block("picture-offer-who")
    first = page.primary("choice-picture-use", "picture.use", with_={"name": guess.name}, upload=upload, of=guess.id)
    return page.view(said, style, rights, media=shown, choices=(first, never), selects=(menu,), awaits=chosen is None)
