"""Views of the cast: everybody with portrait, look, wardrobe and voice; how they sound; and the people known from other films."""

from __future__ import annotations

from typing import Any

from bots.conversation.onward import onward
from bots.conversation.page import Page
from bots.conversation.pages import places
from bots.conversation.pages.delivering import file_name, link
from bots.conversation.pages.script import MENU_MAX, undo_choice
from bots.conversation.pages.sentences import changes, error_block, example_args
from bots.conversation.steps.cast import TEXTURES
from bots.conversation.views import Block, Body, Media, Select, Span, View
from bots.conversation.words import literal
from core import library, projects
from core.film.voice_samples import speakers
from core.models import CastMember, Version
from core.projects import Stage
from core.writing.script import NARRATOR, Character, Script

GALLERY_MAX = 10
"""So many pictures stand together in one message of every chat."""
PARTS_MAX = 6


async def cast(page: Page) -> View:
    """Everybody in the film. With `who` in the post, one of them close up; with `known`, somebody who could play a part."""
    now, drawn = page.script, await _portraits(page)
    if page.is_at(Stage.CAST):
        who = page.post.args.get("who")
        if one := next((one for one in now.characters if one.id == who), None):
            return await _one(page, now, one, drawn)
        if shown := next((each for each in now.pictured if each.id == who and not isinstance(each, Character)), None):
            return await places.one(page, now, shown, drawn)
        if page.post.args.get("tab") == "places":
            return places.everything(page, now, drawn)
        if "known" in page.post.args and (member := await CastMember.get_or_none(id=page.post.args["known"], owner_id=page.post.person_id)):
            return _for_a_part(page, now, member)
    return await _everybody(page, now, drawn)


async def _everybody(page: Page, now: Script, drawn: dict[str, str]) -> View:
    w, title = page.words, page.words.text("cast-title", title=now.title)
    body: list[Body] = [w.title("cast-title", title=now.title)]
    body += [_about(page, now, one, drawn.get(one.id)) for one in now.characters] or [w.block("cast-nobody")]
    if any(line.speaker == NARRATOR for shot in now.shots for line in shot.lines):
        body.append(w.block("cast-narrator", texture=now.narrator.texture or w.text("voice-plain")))
    media = tuple(_portrait(page, one, drawn[one.id]) for one in now.characters if one.id in drawn)[:GALLERY_MAX]
    if not page.is_at(Stage.CAST):
        return page.view(*body, media=media, short=title)
    everyone = [(one.id, one.name) for one in now.characters][:MENU_MAX]
    return page.view(
        *body,
        w.note("cast-hint", **example_args(w, now)) if now.characters else w.note("cast-hint-nobody"),
        media=media,
        choices=(
            page.primary("choice-draw-storyboard", "board.open"),
            page.choice("choice-hear-voices", "cast.hear") if _heard(page, now) else None,
            page.choice("choice-places", "places.open"),
            page.choice("choice-back-to-script", "script.show"),
            await undo_choice(page),
        ),
        selects=(page.select("menu-character", "cast.who", everyone) if everyone else None, await _known_menu(page, now)),
        short=title,
        awaits=True,
    )


async def _portraits(page: Page) -> dict[str, str]:
    """The portraits by character. Until those of a changed cast are drawn, the ones before stand in for them."""
    head, now = page.head, page.script
    assert head
    if head.portraits and all(one.id in head.portraits for one in now.characters):
        return head.portraits
    if page.is_live and not head.portraits:
        page.wants.append(("portraits", head.id, "media"))
    before = await Version.get_or_none(id=head.parent_id) if head.parent_id else None
    return {**(before.portraits if before else {}), **head.portraits}


def _portrait(page: Page, one: Character, key: str) -> Media:
    alt = page.words.text("portrait-alt", name=one.name, look=one.look or page.words.text("portrait-plain"))
    return places.picture(one.name, key, alt)


def _heard(page: Page, script: Script) -> list[str]:
    """Who of the film can be heard here."""
    return speakers(script) if page.desk.speaks(script.language) else []


def _kind(page: Page, one: Character) -> list[Span]:
    """A name and what kind of being it is, unless the look begins with that, or with a closer word for it: a giant whale: round."""
    w = page.words
    told = [literal(one.name, bold=True)]
    if one.species == "human":
        told.append(literal(f", {w.text(f'age-{one.age}', gender=one.gender)}"))
    elif ":" not in one.look and not one.look.casefold().startswith(w.text(f"species-{one.species}").casefold()):
        told.append(literal(f", {w.text(f'species-{one.species}')}"))
    return told + [literal(f" · {piece}") for piece in (one.look, one.wardrobe) if piece]


def _voice(page: Page, one: Character) -> str:
    return one.voice.texture or page.words.text("voice-like", pitch=one.voice.pitch, pace=one.voice.pace)


def _about(page: Page, script: Script, one: Character, portrait: str | None = None) -> Block:
    w = page.words
    lines = sum(line.speaker == one.id for shot in script.shots for line in shot.lines)
    said = w.text("cast-speaks", count=lines, voice=_voice(page, one)) if lines else w.text("cast-silent")
    return Block(spans=(*_kind(page, one), literal(f" · {said}")), picture=_portrait(page, one, portrait) if portrait else None)


async def _one(page: Page, script: Script, one: Character, drawn: dict[str, str]) -> View:
    body: list[Body] = [Block(spans=(literal(one.name),), kind="title"), _about(page, script, one)]
    if page.head and any(change_["key"].startswith("character-") for change_ in page.head.changes):
        body += changes(page.words, page.head.changes)
    who: dict[str, Any] = {"who": one.id}
    return page.view(
        *body,
        media=(_portrait(page, one, drawn[one.id]),) if one.id in drawn else (),
        choices=(
            page.primary("choice-cast-done", "cast.all"),
            page.choice("choice-hear", "cast.hear", **who) if one.id in _heard(page, script) else None,
            page.choice("choice-look", "cast.look", form=True, **who),
            page.choice("choice-wardrobe", "cast.wardrobe", form=True, **who),
            page.choice("choice-name", "cast.name", form=True, **who),
            *places.picture_choices(page, one),
            await undo_choice(page),
        ),
        selects=_voice_menus(page, one, who),
        short=one.name,
    )


def _voice_menus(page: Page, one: Character, who: dict[str, Any]) -> tuple[Select, ...]:
    w = page.words
    voices = [(f"{pitch} {pace}", w.text("voice-like", pitch=pitch, pace=pace)) for pitch in ("low", "mid", "high") for pace in ("slow", "even", "quick")]
    textures = [(texture, w.text(f"texture-{texture}")) for texture in TEXTURES]
    return (
        page.select("menu-voice", "cast.voice", voices, f"{one.voice.pitch} {one.voice.pace}", **who),
        page.select("menu-texture", "cast.texture", textures, one.voice.texture, **who),
    )


async def _known_menu(page: Page, script: Script) -> Select | None:
    """Those from other films who could play here, unless they do already."""
    if not script.characters or not page.post.person_id:
        return None
    here = {one.model_copy(update={"id": ""}) for one in script.characters}
    known = [(member, library.character_of(member)) for member in await library.known(page.post.person_id)]
    options = [(str(member.id), member.name) for member, one in known if one.model_copy(update={"id": ""}) not in here]
    return page.select("menu-known", "cast.known", options[:MENU_MAX]) if options else None


def _for_a_part(page: Page, script: Script, member: CastMember) -> View:
    """Somebody from another film, and the parts that they could play."""
    w, player = page.words, library.character_of(member)
    parts = library.parts_for(player, script)[:PARTS_MAX]
    body: list[Body] = [Block(spans=(literal(player.name),), kind="title"), Block(spans=tuple(_kind(page, player)))]
    media = (_portrait(page, player, member.portrait),) if member.portrait else ()
    if not parts:
        return page.view(*body, w.block("cast-no-part", name=player.name), media=media, choices=(page.primary("choice-whole-cast", "cast.all"),))
    offered = [page.choice("choice-plays", "cast.recast", style="normal" if n else "primary", with_={"part": part.name}, who=part.id, known=member.id)
               for n, part in enumerate(parts)]  # fmt: skip
    return page.view(*body, w.block("cast-which-part", name=player.name), media=media, choices=(*offered, page.choice("choice-whole-cast", "cast.all")))


async def voices(page: Page) -> View:
    """How they sound: a line of everybody who speaks, or of the one in the post."""
    w = page.words
    version = await Version.get(id=page.post.args["version"])
    script = projects.script_of(version)
    assert script
    if error := version.voices.get("error"):
        return page.view(error_block(w, error), mood="trouble")
    samples: dict[str, dict[str, Any]] = version.voices.get("samples", {})
    if not samples:
        return page.view(w.block("voices-coming"), mood="working")
    asked = page.post.args.get("who")
    told = tuple(_sample(page, script, id, one) for id, one in samples.items() if asked in (None, id))
    next_ = onward(page)
    return page.view(w.block("voices-here", count=len(told)), media=told, choices=(next_,))


def _sample(page: Page, script: Script, id: str, sample: dict[str, Any]) -> Media:
    name = page.words.text("voices-narrator") if id == NARRATOR else script.character(id).name
    key: str = sample["key"]
    alt = page.words.text("voices-alt", name=name)
    return Media(kind="audio", key=key, alt=alt, name=f"{file_name(name)}{key[key.rindex('.') :]}", duration_s=sample["seconds"], link=link(page, key))


async def people(page: Page) -> View:
    """Whom a person knows from their films, those seen last first."""
    w = page.words
    known = await library.known(page.post.person_id or 0)
    kept = [*await library.assets(page.post.person_id or 0, "place"), *await library.assets(page.post.person_id or 0, "prop")]
    onwards = page.primary("choice-go-on-here", "film.here")
    if not known and not kept:
        return page.view(w.block("people-none"), choices=(onwards,), private=True)
    everybody = [(member, library.character_of(member)) for member in known]
    seen = [_portrait(page, one, member.portrait) for member, one in everybody if member.portrait]
    seen += [places.picture(asset.name, asset.picture, asset.name) for asset in kept if asset.picture]
    entries = [*((library.token_of(one), one.name) for one in known), *((library.token_of(one), one.name) for one in kept)][:MENU_MAX]
    forgettable = [(str(asset.id), asset.name) for asset in kept][:MENU_MAX]
    return page.view(
        w.title("people-title"),
        *(Block(spans=tuple(_kind(page, one)), picture=_portrait(page, one, member.portrait) if member.portrait else None) for member, one in everybody),
        *places.remembered(w, kept),
        w.note("people-hint"),
        media=tuple(seen[:GALLERY_MAX]),
        choices=(onwards,),
        selects=(
            page.select("menu-forget", "people.forget", [(str(member.id), member.name) for member in known]) if known else None,
            page.select("menu-forget-asset", "places.forget", forgettable) if kept else None,
            page.select("menu-picture-known", "picture.ask_known", entries, form=True),
        ),
        private=True,
    )
