"""Every page the conversation can show, in every language, with names that are as long and as bad as they may be, fits Discord's messages and forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.conversation.posts import PAGES
from bots.conversation.words import LANGUAGES
from bots.discord_chat.chat import file_name
from bots.discord_chat.drawing import Look, draw, modal
from bots.discord_chat.pressing import Home
from bots.discord_chat.splitting import sheets
from core.models import Project
from tests.bots.conversation.every_page import Everything, asked, beside, nasty, newest_of_each, somebody
from tests.fakes.discord_rules import V2, check_message, check_modal

if TYPE_CHECKING:
    from bots.conversation.views import View
    from tests.bots.conversation.conftest import Set

HOME = Home("9" * 19, "8" * 19)


def check(view: View, language: str) -> None:
    """Discord takes every message of this view, whether its files fit or not, and nothing that somebody wrote means anything in it."""
    for fits in (True, False):
        for n, sheet in enumerate(sheets(view)):
            if sheet.sounds and fits:
                assert len(sheet.media) <= 10
                continue
            carried = [one for one in sheet.media if one.kind != "audio"]
            names = {one.key: f"{n}-{file_name(one, n)}" for n, one in enumerate(carried, 1)} if fits else {}
            files = {n: (name, 10) for n, name in enumerate(names.values())}
            look = Look("" if n else "123456789012345678", HOME, language)
            layout = draw(sheet, view, look, names)
            body = {"components": layout.to_components(), "flags": V2, "attachments": [{"id": n} for n in files]}
            check_message(body, files, fields="components flags attachments", limit=1000)
            text = sheet.text
            for mark in ("@everyone", "<@1>", "](http://x.y)", "\u202e"):
                assert mark not in text, (view.name, text)


async def test_every_page_in_every_language_fits_discord(paying: Set) -> None:
    ana, everything = await somebody(paying), Everything(paying)
    shown, asking, forms, seen = set(), set(), 0, set()
    async for _ in asked(paying, ana, nasty("a keeper", 300)):
        posts = [post for post in await newest_of_each() if post.id not in seen and not post.args.get("retired")]
        seen |= {post.id for post in posts}
        async for language, post, view in everything.views(LANGUAGES, posts):
            check(view, language)
            asking |= {post.name} if view.choices else set()
            async for form in everything.forms(ana, view):
                check_modal(modal(form, HOME).to_dict())
                forms += 1
    await beside(paying, ana, await Project.get())
    async for language, post, view in everything.views(LANGUAGES, await newest_of_each()):
        check(view, language)
        shown.add(post.name)
    assert shown == set(PAGES), sorted(set(PAGES) - shown)
    assert asking >= {"brief", "loglines", "script", "cast", "board", "animatic", "quote", "film"}
    assert forms >= 5 * len(LANGUAGES)
