"""What costs time or credits: the animatic, the quote, agreeing to it, watching and cancelling a render."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bots.conversation.steps.money import offer_trial
from bots.conversation.steps.showing_film import show
from bots.conversation.turn import Asked, Offer, Press, Step, Turn
from core import library, projects
from core.errors import BadInput, Expected
from core.ledger.credits import credits_of, parse_credits
from core.models import Place, Post, Project, Render, Version
from core.projects import Stage
from core.rendering import begin as beginning
from core.rendering.begin import Declined
from core.studio_rules import Purse, purse_for
from core.writing.edits import Edit, SetShot
from core.writing.script import SHOT_S_MAX, quarter_up


async def head_of(project: Project) -> Version:
    """The version that counts, which has a script. Raises BadInput."""
    head = await projects.head_of(project)
    if head is None or head.script is None:
        raise BadInput("There is no script yet.", key="edit-refused-no-script")
    return head


async def open_animatic(turn: Turn, press: Press) -> None:
    """The storyboard is approved: its animatic is made, free."""
    head = await head_of(press.film)
    begun = await beginning.begin(turn.tx, turn.desk.studio, key=await _preview_key(head), project=press.film, version=head, tier="preview", by=turn.person)
    if isinstance(begun, Declined):
        await declined(turn, press.film, begun)
        return
    await projects.reach(turn.tx, press.film, Stage.ANIMATIC)
    await turn.post("animatic", press.film, about=f"render:{begun.render_id}", render=begun.render_id)


async def give_time(turn: Turn, press: Press) -> None:
    """Shots that are too short for their lines become longer, all in one edit, and the animatic is made anew."""
    if await projects.pending(press.film):
        await turn.say("still-writing")
        return
    script = projects.script_of(await head_of(press.film))
    assert script
    wanted = {id: quarter_up(script.shot(id).duration_s + lacks) for id, lacks in press.args["tight"].items()}
    changes: list[Edit] = [SetShot(shot=id, duration_s=min(SHOT_S_MAX, seconds)) for id, seconds in wanted.items()]
    version = await projects.edit(turn.tx, press.film, by=turn.person, changes=changes)
    turn.tx.want("board", version.id, "media")
    await open_animatic(turn, replace(press, project=await projects.lock(turn.tx, press.film.id)))


async def _preview_key(version: Version) -> str:
    """One animatic per version, and another try after one that failed."""
    failed = await Render.filter(version_id=version.id, tier="preview", state="failed").count()
    return f"preview:{version.id}:{failed}"


async def keep(turn: Turn, press: Press) -> None:
    """The animatic is the film."""
    await _remember_cast(turn, await head_of(press.film))
    await projects.milestone(turn.tx, press.film.id, "film")
    await turn.post("film", press.film, about=f"render:{press.args['render']}", render=press.args["render"])


async def _remember_cast(turn: Turn, version: Version) -> None:
    """The film is agreed to: its owner knows its people from now on."""
    script = projects.script_of(version)
    assert script
    await library.remember(turn.tx, await Project.get(id=version.project_id), script, version.portraits)


async def open_quote(turn: Turn, press: Press) -> None:
    """What a render would cost."""
    await head_of(press.film)
    await offer_trial(turn)
    await projects.reach(turn.tx, press.film, Stage.QUOTE)
    await show(turn, press.film)


async def dial(turn: Turn, press: Press) -> None:
    """ "Spend at most N": what that would give."""
    if "budget" in press.fields:
        budget_mc = parse_credits(press.fields["budget"], turn.words.language)
        if budget_mc <= 0:
            raise BadInput("nothing", key="error-credits-amount", said=press.fields["budget"][:40])
    else:
        budget_mc = int(press.args["budget_mc"])
    await turn.post("budget", press.film, tier=press.args["tier"], budget_mc=budget_mc)


async def ask_budget(turn: Turn, press: Press) -> Asked:
    """How much to spend at most."""
    return Asked("budget", most=20)


async def begin(turn: Turn, press: Press) -> None:
    """The quote is agreed to: credits are held and the render begins."""
    head = await head_of(press.film)
    budget = press.args.get("budget_mc")
    begun = await beginning.begin(
        turn.tx, turn.desk.studio, key=press.key, project=press.film, version=head, tier=press.args["tier"], by=turn.person,
        budget_mc=budget, agreed_mc=press.args["agreed_mc"], purse=await _purse(turn, press),
    )  # fmt: skip
    if isinstance(begun, Declined):
        await declined(turn, press.film, begun)
        return
    if begun.again:
        await show(turn, press.film)
        return
    await _remember_cast(turn, head)
    agreed = {"agreed": {"tier": press.args["tier"], "mc": begun.total_mc}}
    for post in await Post.filter(about__in=[f"project:{press.film.id}", turn.aside], name__in=["quote", "budget"], place_id=turn.place.id):
        post.args = {**post.args, **agreed}
        await post.save(update_fields=["args"])
    await projects.touch(turn.tx, press.film)
    await turn.post("card", press.film, about=f"render:{begun.render_id}", render=begun.render_id)


async def _purse(turn: Turn, press: Press) -> Purse | None:
    """The pool, where the press says that it pays: only in the channel that the film lives in. Raises BadInput where it pays nothing for this person."""
    if press.args.get("purse") != "pool":
        return None
    here = press.film.home_place_id == turn.place.id
    purse = await purse_for(await Place.get(id=turn.place.id), turn.person.id) if here else None
    if purse is None:
        raise BadInput("the pool pays nothing here", key="error-pool-nothing")
    return purse


async def declined(turn: Turn, project: Project, why: Declined) -> None:
    """Say why nothing was begun, and offer the one thing to do."""
    figures: dict[str, Any] = {}
    for name, value in why.figures.items():
        figures[name.removesuffix("_mc")] = credits_of(int(value)) if name.endswith("_mc") else value
    if tier := figures.get("tier"):
        figures["tier"] = turn.words.text(f"tier-{tier}")
    if "most_s" in figures:
        figures["most"] = turn.words.length(figures.pop("most_s"))
    onward = Offer("choice-status", "film.here") if why.reason == "rendering" else Offer("choice-see-quote", "quote.open")
    if why.reason == "plan" and turn.desk.till.via(turn.place.platform):
        onward = Offer("choice-plans", "credits.plans")
    await turn.say(f"declined-{why.reason.replace('_', '-')}", project=project, choices=(onward,), trouble=True, **figures)


async def rough(turn: Turn, press: Press) -> None:
    """The film as it stands now."""
    render = await render_of(press)
    if render.ended_at:
        await show(turn, press.film)
        return
    await beginning.rough_cut(turn.tx, render.id)
    turn.tx.touch(f"render:{render.id}")


async def cancel(turn: Turn, press: Press) -> None:
    """Ask before a render is stopped."""
    render = await render_of(press)
    if render.ended_at:
        await turn.say("cancel-ended")
        return
    offers = (Offer("choice-keep-rendering", "talk.never_mind"), Offer("choice-cancel-sure", "render.cancel_sure", {"render": render.id}))
    await turn.say("cancel-ask", project=press.film, choices=offers)


async def cancel_sure(turn: Turn, press: Press) -> None:
    """Stop the render: what is done is kept and paid, the rest returns."""
    outcome = await beginning.cancel(turn.tx, (await render_of(press)).id)
    await turn.say(f"cancel-{outcome.replace('_', '-')}")


async def render_of(press: Press) -> Render:
    """The render that an action names, if it is the film's. Raises Expected."""
    render = await Render.get_or_none(id=press.args["render"], project_id=press.film.id)
    if render is None:
        raise Expected("no such render", key="error-button-gone")
    return render


STEPS = {
    "board.approve": Step(open_animatic),
    "animatic.open": Step(open_animatic, fresh=False),
    "animatic.keep": Step(keep),
    "animatic.give_time": Step(give_time),
    "quote.open": Step(open_quote, fresh=False),
    "quote.budget": Step(dial, to="spend", form=ask_budget),
    "quote.dial": Step(dial, to="spend"),
    "render.begin": Step(begin, to="spend"),
    "render.rough": Step(rough, to="see", fresh=False),
    "render.cancel": Step(cancel, to="spend", fresh=False),
    "render.cancel_sure": Step(cancel_sure, to="spend", fresh=False),
}
