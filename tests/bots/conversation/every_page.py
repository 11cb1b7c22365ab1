"""Every page that the conversation can show, of people, films and stories with hostile names, in any language. Used by the chats' own tests of limits."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bots.conversation.events import Chosen, Pressed
from bots.conversation.posts import Posts
from core import jobs
from core.ledger import ledger
from core.models import Code, Crew, Cut, Identity, Kit, Person, Place, Post, Project, Purchase, Render, Upload, Version
from core.places import community
from core.writing.script import Script
from core.writing.writer import Written
from tests.core.writing.conftest import lighthouse

if TYPE_CHECKING:
    from bots.conversation.views import Form, View
    from tests.bots.conversation.conftest import Set, Talker

NASTY = "**@everyone** <@1> ``` ~~x~~ # [a](http://x.y) _u_ ||s|| \\* \u202e日本語🎬"
WHERE: dict[str, Any] = {"place": "chan-1", "place_kind": "thread", "thread": "t1", "server": "s1", "server_name": f"Club {NASTY}", "admin": True}


def nasty(start: str, most: int) -> str:
    """A text of just so many characters that begins like this and goes on with what no chat must believe."""
    return (f"{start} {NASTY} " * (most // 20 + 1))[:most].strip().ljust(most, "W")


def hostile(script: Script) -> Script:
    """The story with names, places, actions and lines as long and as bad as they may be."""
    characters = tuple(
        one.model_copy(update={"name": nasty(one.id, 60), "look": nasty("grey", 300), "wardrobe": nasty("coat", 300)}) for one in script.characters
    )
    locations = tuple(one.model_copy(update={"name": nasty(one.id, 80), "look": nasty("white", 300)}) for one in script.locations)
    scenes = tuple(
        scene.model_copy(update={"synopsis": nasty("s", 600), "shots": tuple(
            shot.model_copy(update={
                "action": nasty("> 1. -", 600), "sound": nasty("bell", 200),
                "lines": tuple(line.model_copy(update={"text": nasty("I", 400), "delivery": nasty("low", 60)}) for line in shot.lines),
            }) for shot in scene.shots)})
        for scene in script.scenes
    )  # fmt: skip
    told = {"title": nasty("Mara", 80), "characters": characters, "locations": locations, "scenes": scenes}
    return Script.model_validate(script.model_copy(update=told).model_dump())


@dataclass
class Everything:
    """Whatever was posted, looked at anew."""

    set: Set

    async def views(self, languages: tuple[str, ...], posts: list[Post]) -> AsyncIterator[tuple[str, Post, View]]:
        """These posts in every language, as they are now."""
        made = Posts(self.set.desk)
        for language in languages:
            await Person.all().update(language=language)
            for post in posts:
                yield language, post, (await made.build(post, self.set.chat.limits)).view
        await Person.all().update(language="en")

    async def forms(self, ana: Talker, view: View) -> AsyncIterator[Form]:
        """The forms that a view's buttons and menus open for her."""
        for choice in view.choices:
            if choice.opens_form and (form := await self.set.engine.form(Pressed(ana.at, "", choice.action))):
                yield form
        for select in view.selects:
            if select.opens_form and (form := await self.set.engine.form(Chosen(ana.at, "", select.action, select.options[-1].value))):
                yield form


async def somebody(set_: Set, *, bad: bool = True) -> Talker:
    """A person with credits in the thread of a channel that pays from its pool; nobody and nothing there has a harmless name."""
    shop = {"stripe_secret_key": "sk_test_x", "stripe_webhook_secret": "whsec_x"}
    settings = set_.desk.settings.model_validate({**set_.desk.settings.model_dump(), **shop})
    set_.desk = replace(set_.desk, studio=replace(set_.desk.studio, settings=settings))
    set_.engine._desk = set_.engine._posts.desk = set_.desk
    if bad:

        async def script(*_: Any, **__: Any) -> Written:
            return Written(hostile(lighthouse()))

        set_.writer.script = script  # type: ignore[method-assign]
    where = WHERE if bad else {**WHERE, "server_name": "The Studio", "place_name": "films"}
    ana = set_.person("Ana", called=nasty("Ana", 120) if bad else "Ana", **where)
    channel = replace(ana.at, thread="", place_kind="channel")
    there = replace(ana, at=channel)
    await there.calls("studio", role="r1", role_name=nasty("role", 60) if bad else "Film makers")
    return ana


async def asked(set_: Set, ana: Talker, idea: str) -> AsyncIterator[str]:
    """The journey, stopping wherever a page asks: yields what it has come to. Ends with a film."""
    await ana.begins(idea)
    person = await Person.get(id=(await Identity.get(outside_id=ana.at.person)).person_id)
    async with jobs.transaction() as tx:
        await ledger.grant(tx.sql, "rich", ledger.person(person.id), 900_000_000, ledger.Source.STRIPE)
    yield "brief"
    await ana.presses()
    yield "loglines"
    await ana.presses()
    yield "script"
    await ana.says("make scene 2 at night")
    await ana.says("do a barrel roll")
    yield "answers"
    await ana.presses(view=ana.find("script"))
    yield "cast"
    await ana.presses(view=ana.find("cast"))
    yield "board"
    for name in ("board", "animatic"):
        await ana.presses(view=ana.find(name))
        yield ana.last.name
    await ana.presses(view=ana.find("quote"))
    yield "film"


async def beside(set_: Set, ana: Talker, film: Project, *, bad: bool = True) -> None:
    """Everything else that can be asked for: commands, files, money, co-authors, and rows that other jobs would have made."""
    say = nasty if bad else lambda start, most: start
    for command in ("start", "films", "cast", "help", "settings", "balance", "terms", "queue", "unlink", "paysupport", "crew", "export", "link"):
        await ana.calls(command)
    for do in ("pool",):
        await ana.calls("studio", do=do)
    for do in ("history", "shop", "plans", "export", "invite", "buy"):
        if do != "shop":
            await ana.calls("credits", do=do)
    await ana.calls("crew", do="invite")
    await ana.calls("crew", do="invite", who="bo-1", name=say("Bo", 120))
    await ana.calls("crew", do="history")
    await ana.brings(f"{say('song', 60)}.mp3".replace("/", ""), b"no music")
    await ana.brings("story.txt", (say("Mara finds a letter. ", 300) + "\n\n" + "She reads it. " * 60).encode())
    await ana.calls("open", film=str(film.id))
    for label in ("Hear the voices", "Share it", "Files for editing", "Screenplay", "Receipt"):
        page = next((one.view for one in reversed(ana.seen) if any(choice.label == label for choice in one.view.choices)), None)
        if page:
            await ana.presses(label, view=page)
    await _rows(set_, ana, film, say)


async def _rows(set_: Set, ana: Talker, film: Project, say: Any) -> None:
    place = await Place.get(id=film.home_place_id)
    render = await Render.filter(project_id=film.id, state="done").exclude(tier="preview").order_by("-id").first()
    cut = await Cut.filter(project_id=film.id, kind="final", state="done").order_by("-id").first()
    assert render
    assert cut
    kit, _ = await Kit.get_or_create(render_id=render.id, defaults={"state": "asked"})
    trailer, _ = await Cut.get_or_create(render_id=render.id, kind="trailer", defaults={"project_id": film.id, "version_id": film.head_id})
    person_id = film.owner_id
    mate = await Person.create(language="en")
    await Identity.create(platform="fake", outside_id="mate", person=mate, name=say("Mate", 120))
    await Crew.get_or_create(project=film, person=mate, defaults={"role": "writer"})
    here = {"person_id": person_id, "place_id": place.id}
    bought = {"key": "k1", "via": "stripe", "kind": "pack", "item": "pack-60", "account": ledger.person(person_id), "amount": 500, "credits_mc": 60_000}
    later = datetime.now(UTC) + timedelta(days=1)
    purchase = await Purchase.create(**bought, **here, state="open", url="https://checkout.stripe.com/x", url_until=later, project_id=film.id)
    gift = await Code.create(code="GIFT2-22222", kind="gift", by_id=person_id, credits_mc=5000, expires_at=later)
    upload = await Upload.create(person_id=person_id, kind="sound", key="uploads/x.mp3", name=say("song", 200), size=1, state="good", facts={"seconds": 61.0})
    picture = await Upload.create(person_id=person_id, kind="picture", key="uploads/x.png", name=say("face", 200), size=1, state="good", facts={})
    head = await Version.get(id=film.head_id)
    shot = head.script["scenes"][0]["shots"][0]["id"] if head.script else ""
    of_film: dict[str, dict[str, Any]] = {
        "cut": {"cut": cut.id, "render": render.id}, "promo": {"cut": trailer.id, "render": render.id}, "kit": {"kit": kit.id}, "card": {"render": render.id},
        "dailies": {"render": render.id}, "takes": {"render": render.id, "shot": shot},
        "premiere": {"render": render.id}, "budget": {"tier": "standard", "budget_mc": 5000}, "upload": {"upload": upload.id},
        "voices": {"version": film.head_id}, "board": {"shot": shot}, "quote": {}, "fund": {"render": render.id},
    }  # fmt: skip
    for name, args in of_film.items():
        await Post.create(**here, thread="t1", name=name, args={"project": film.id, **args}, about="")
    root = await community(place)
    loose: dict[str, dict[str, Any]] = {
        "purchase": {"purchase": purchase.id}, "gift": {"code": gift.id}, "invite": {"code": gift.id}, "upload": {"upload": picture.id, "known": "c1"},
        "welcome": {}, "studio": {"place": place.id}, "queue": {"place": place.id}, "my_queue": {"place": place.id}, "shop": {}, "statement": {"file": "x"},
        "pool": {"place": place.id, "root": root.id, "admin": True}, "question": {"ask": "ask-action", "now": say("now", 600), "with": {"shot": 3}},
        "file": {"what": "sheet", "key": cut.files.get("contact_sheet", "boards/x.jpg"), "title": say("Mara", 80)},
    }  # fmt: skip
    for name, args in loose.items():
        await Post.create(**here, thread="t1", name=name, args=args, about="")


async def newest_of_each() -> list[Post]:
    """The posts that show something different: of every name all that differ in what they are made of."""
    found: dict[str, Post] = {}
    for post in await Post.all().order_by("id"):
        found[f"{post.name} {json.dumps(post.args, sort_keys=True)}"] = post
    return list(found.values())
