"""Scenes are looked at as they land; another take of a shot is one new slate, quoted first, and the rest is not rendered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tortoise import connections

from bots.conversation.events import Chosen
from core import jobs, projects
from core.ledger import audit, ledger
from core.models import Post, Project, Render, Slate
from core.rendering.advance import ACCEPTED_SQL
from core.writing.grammar import understand

if TYPE_CHECKING:
    from tests.bots.conversation.conftest import Set, Talker


async def rich(set_: Set) -> Talker:
    """Somebody with credits, at the prices of a film."""
    ana = set_.person("Ana")
    await ana.to_board()
    project = await Project.get()
    async with jobs.transaction() as tx:
        await ledger.grant(tx.sql, "bought", ledger.person(project.owner_id), 1_000_000, ledger.Source.STRIPE)
    while ana.last.name != "quote":
        await ana.presses()
    return ana


async def until_a_scene_is_in(set_: Set) -> Render:
    """Work on the render until its first scene is in and others are not."""
    db = connections.get("default")
    for _ in range(200):
        rows = await db.execute_query_dict(
            """UPDATE job SET due_at = now(), lease_until = NULL
                WHERE id = (SELECT id FROM job WHERE done < wanted AND kind <> 'show' ORDER BY due_at LIMIT 1) RETURNING id"""
        )
        for row in rows:
            await jobs.run(row["id"], set_.handlers)
        if await Post.filter(name="dailies").exists():
            return await Render.exclude(tier="preview").get()
    raise AssertionError("no scene landed alone")


async def proved() -> None:
    async with jobs.transaction() as tx:
        found = await audit.audit(tx.sql, ACCEPTED_SQL)
    assert found.ok, found.lines()


async def test_scenes_are_kept_noted_or_left_for_later(paying: Set) -> None:
    ana = await rich(paying)
    await ana.presses(work=False)
    render = await until_a_scene_is_in(paying)
    await paying.showing.now(await Post.filter(name="dailies"))
    first = ana.find("dailies")
    assert "is in (" in first.plain
    assert [one.label for one in first.choices] == ["Keep it", "Watch the rough cut", "Later"]
    assert {media.kind for media in first.media} == {"video"}
    shot = first.selects[0].options[0]
    posts = await paying.engine.turn(Chosen(ana.at, "noted-1", first.selects[0].action, shot.value))
    await paying.showing.now(posts)
    assert "is noted" in ana.last.plain
    await paying.showing.now(await Post.filter(name="dailies"))
    assert "noted for another take" in ana.find("dailies").plain
    await ana.presses("Keep it", view=ana.find("dailies"), work=False)
    await paying.work()
    assert "all in the film now" in ana.find("dailies").plain
    assert not ana.find("dailies").choices
    film = ana.find("film")
    assert "You noted one shot" in film.plain
    assert await Post.filter(name="dailies").count() == 1
    await ana.presses("Retake it", view=film)
    quote = ana.last
    assert quote.name == "quote"
    slates = await Slate.filter(render=render).count()
    assert f"{slates - 1} of {slates} shots were rendered before" in quote.plain
    await ana.presses()
    again = await Render.exclude(tier="preview").order_by("-id").first()
    assert again
    assert again.id != render.id
    charged = await Slate.filter(render=again, price_mc__gt=0)
    assert [slate.shot_id for slate in charged] == [shot.value]
    assert again.captured_mc == charged[0].price_mc
    assert "You noted" not in ana.find("film").plain
    await proved()


async def test_later_leaves_the_film_to_come(paying: Set) -> None:
    ana = await rich(paying)
    await ana.presses(work=False)
    await until_a_scene_is_in(paying)
    await paying.showing.now(await Post.filter(name="dailies"))
    await ana.presses("Later", view=ana.find("dailies"), work=False)
    assert "No more scenes for now" in ana.find("dailies").plain
    await paying.work()
    assert ana.find("film").media
    await proved()


async def test_a_shot_is_taken_three_times_and_the_first_take_chosen_again(paying: Set) -> None:
    ana = await rich(paying)
    await ana.presses()
    for _ in range(2):
        form = await ana.form("Retake a shot…", ana.find("film"))
        assert form
        await ana.submits(form, "99")
        assert "no shot 99" in ana.last.plain
        await ana.submits(form, "2")
        assert ana.last.name == "quote"
        await ana.presses()
    renders = await Render.exclude(tier="preview").order_by("id")
    taken = [(await Slate.get(render=render, number=2)).take_id for render in renders]
    assert len({*taken}) == 3
    shot = (await Slate.get(render=renders[0], number=2)).shot_id
    await ana.chooses("Choose among takes", shot, ana.find("film"))
    beside = ana.find("takes")
    assert "Shot 2 has 3 takes" in beside.plain
    assert [one.label for one in beside.choices] == ["Keep take 3", "Use take 1", "Use take 2", "One more take"]
    assert [media.name for media in beside.media] == ["shot-002-take-1.mp4", "shot-002-take-2.mp4", "shot-002-take-3.mp4"]
    await ana.presses("Use take 1", view=beside)
    assert ana.last.name == "quote"
    await ana.presses()
    first = await Render.exclude(tier="preview").order_by("-id").first()
    assert first
    assert (await Slate.get(render=first, number=2)).take_id == taken[0]
    assert first.captured_mc == 0
    assert not ana.find("takes").choices  # the film has gone on
    project = await Project.get()
    for said in ("use the second take of shot 2", "use take 9 of shot 2", "redraw shot 2"):
        paying.writer.heard[said] = (understand(await paying.desk.studio.script(first.version_id), said).edits, ())
    await ana.says("use the second take of shot 2")
    assert "Shot 2 now uses take 2" in ana.find("answer").plain
    await ana.says("use take 9 of shot 2")
    assert "shot 2 has 3 takes so far" in ana.find("answer").plain
    await ana.says("redraw shot 2")
    head = projects.script_of(await projects.head_of(await Project.get(id=project.id)))
    assert head
    assert head.shots[1].seed == 3  # never a take that there was
    await proved()
