"""Views of what costs time or credits: the animatic, the quote, the status card, the film and its receipt."""

from __future__ import annotations

from typing import Any

from bots.conversation.page import Page
from bots.conversation.pages import funding
from bots.conversation.pages.brief import title_of
from bots.conversation.pages.delivering import cut_media
from bots.conversation.pages.finishing import finish_menu, promo_choices
from bots.conversation.pages.money import buy_choice, sold
from bots.conversation.pages.outgoing import SPOKEN, address_of, menus
from bots.conversation.pages.sentences import error_block
from bots.conversation.pages.takes import takes_menu
from bots.conversation.views import Block, Body, Choice, Progress, Table, View
from bots.conversation.words import literal
from core.jobs import transaction
from core.ledger import ledger
from core.models import Place, Render
from core.projects import Stage
from core.rendering import quote as quoting
from core.rendering import status as looking
from core.rendering.status import CutStatus, Status
from core.studio_rules import purse_for, rules_of
from payments.catalogue import pack_for

SCENES_MAX = 12
"""Scenes that a status card names one by one."""


async def animatic(page: Page) -> View:
    """The free moving storyboard: being made, then to watch."""
    w = page.words
    now = await looking.status(page.post.args["render"])
    if now.stage == "failed":
        again = page.primary("choice-try-again", "animatic.open")
        live = page.is_at(Stage.ANIMATIC)
        return page.view(error_block(w, now.error or {"key": "error-unexpected"}), choices=(again if live else None,), mood="trouble")
    if not now.final or now.final.state != "done":
        bar = Progress(fraction=now.percent / 100, label=w.text("animatic-progress", percent=now.percent))
        return page.view(w.block("animatic-coming"), bar, mood="working")
    media = await cut_media(page, now.final, now.version_id)
    said = w.block("animatic-ready", length=w.length(_length_of(now.final)))
    if not page.is_at(Stage.ANIMATIC) or page.film.head_id != now.version_id:
        return page.view(said, media=media)
    tight = _tight(page, now.final)
    return page.view(
        said,
        w.block("animatic-tight", count=len(tight), shots=_numbers(tuple(tight.values()))) if tight else None,
        w.note("animatic-hint"),
        media=media,
        choices=(
            page.primary("choice-render-it", "quote.open"),
            page.choice("choice-give-time", "animatic.give_time", with_={"count": len(tight)}, tight=now.final.facts["tight"]) if tight else None,
            page.choice("choice-change-something", "board.open"),
            page.choice("choice-own-music", "track.bring", form=True),
            page.choice("choice-keep-it", "animatic.keep", render=now.render_id),
        ),
        selects=(finish_menu(page),),
        awaits=True,
    )


def _tight(page: Page, cut: CutStatus) -> dict[str, int]:
    """The shots that are too short for their lines: id -> number."""
    lacking = cut.facts.get("tight") or {}
    assert isinstance(lacking, dict)
    return {shot.id: number for number, shot in enumerate(page.script.shots, 1) if shot.id in lacking}


def _length_of(cut: CutStatus) -> float:
    return float(str(cut.facts.get("seconds", 0)))


async def quote(page: Page) -> View:
    """What each tier costs and when it would be ready, what there is to spend, and the press that agrees to it."""
    w = page.words
    assert page.head
    if not page.is_at(Stage.QUOTE):
        return _passed(page)
    found = await quoting.quote(page.desk.studio, page.film, page.head, payer_id=page.post.person_id)
    best = found.offer(found.recommended) if found.recommended else None
    if best is None:
        nothing = w.block("quote-nothing" if not found.offers else "quote-no-plan")
        return page.view(nothing, choices=(page.primary("choice-see-animatic", "animatic.open"),))
    rows = tuple((w.text(f"tier-{one.tier}"), w.number(one.total_mc / 1000), w.wait(one.ready_s)) for one in found.offers)
    head = (w.text("quote-tier"), w.text("quote-credits"), w.text("quote-ready"))
    body: list[Body] = [w.title("quote-title", title=title_of(page)), Table(head=head, rows=rows, marked=found.offers.index(best))]
    if best.reused:
        body.append(w.block("quote-reused", count=best.reused, shots=best.shots))
    shared = await page.is_shared()
    pool = await _pool(page)
    body += [
        *(() if shared else (w.block("quote-have", have=w.credits(found.free_mc)),)),
        *((w.block("quote-pool", have=w.credits(pool)),) if pool is not None else ()),
        w.note("quote-promise"),
    ]
    if page.desk.studio.plays(best.tier):
        body.append(w.note("quote-play"))
    if not all(one.measured for one in found.offers):
        body.append(w.note("quote-estimate"))
    rules = rules_of(await Place.get(id=page.film.home_place_id))
    allowed = [one for one in found.offers if one.allowed and rules.allows_tier(one.tier)]
    affordable = [one for one in allowed if one.total_mc <= found.free_mc]
    from_pool = [one for one in allowed if pool is not None and 0 < one.total_mc <= pool and not page.desk.studio.plays(one.tier)]
    if not affordable and not from_pool:
        if shared:
            body.append(w.block("quote-short-here", need=w.credits(best.total_mc)))
        else:
            body.append(w.block("quote-short", need=w.credits(best.total_mc), have=w.credits(found.free_mc)))
        return page.view(*body, choices=(*_without_credits(page, found, shared), await _together(page, best)), awaits=True)
    tries = await Render.filter(project_id=page.film.id).count()
    return page.view(
        *body,
        choices=(
            *_offers(page, best, allowed, affordable, from_pool, tries),
            page.choice("choice-spend-at-most", "quote.budget", form=True, tier=found.recommended) if found.can_dial and affordable else None,
            await _together(page, best),
            page.choice("choice-not-yet", "board.open"),
        ),
        awaits=True,
    )


async def _together(page: Page, best: quoting.Offer) -> Choice | None:
    """Where others read along: several people pay for the film together."""
    if best.tier == "drawn" or not best.total_mc or not best.allowed or not await page.is_shared():
        return None
    tries = await Render.filter(project_id=page.film.id).count()
    return page.choice("choice-fund-start", "fund.start", tier=best.tier, agreed_mc=best.total_mc, tries=tries)


async def _pool(page: Page) -> int | None:
    """What the pool of the channel that the film lives in could pay for whom the post is for; None where there is none."""
    if page.post.place_id != page.film.home_place_id or page.post.person_id is None:
        return None
    purse = await purse_for(await Place.get(id=page.post.place_id), page.post.person_id)
    if purse is None:
        return None
    async with transaction() as tx:
        state = await ledger.balance(tx.sql, purse.account)
        spent = await ledger.spent(tx.sql, purse.account, ledger.person(page.post.person_id), purse.since)
    return max(0, min(state.free_of(ledger.REAL), purse.limit_mc - spent))


def _offers(page: Page, best: quoting.Offer, allowed: list[quoting.Offer], affordable: list[quoting.Offer], from_pool: list[quoting.Offer], tries: int) -> list[Choice]:  # fmt: skip # noqa: E501
    """The presses that agree: the recommended tier first, from the pool where that can pay; then the others."""
    if from_pool:
        first = best if best in from_pool else from_pool[-1]
        return [
            _agree(page, first, tries, primary=True, pool=True),
            *(_agree(page, one, tries, pool=True) for one in from_pool if one is not first),
            *(_agree(page, one, tries) for one in affordable),
        ]
    first = best if best in affordable else affordable[-1]
    return [_agree(page, first, tries, primary=True), *(_agree(page, one, tries) for one in allowed if one is not first)]


def _passed(page: Page) -> View:
    """A quote that was agreed to, or left behind."""
    w = page.words
    if agreed := page.post.args.get("agreed"):
        return page.view(w.block("quote-agreed", title=title_of(page), tier=w.text(f"tier-{agreed['tier']}"), credits=w.credits(agreed["mc"])))
    return page.view(w.block("quote-was", title=title_of(page)))


def _agree(page: Page, offer: quoting.Offer, tries: int, primary: bool = False, pool: bool = False) -> Choice:
    """The press that agrees. `tries` makes it another press after every render: the same press is the same render for ever."""
    told = {"tier": page.words.text(f"tier-{offer.tier}"), "credits": page.words.credits(offer.total_mc)}
    agreed: dict[str, Any] = {"tier": offer.tier, "agreed_mc": offer.total_mc, "tries": tries}
    if pool:
        agreed["purse"] = "pool"
    return page.choice("choice-tier-pool" if pool else "choice-tier", "render.begin", style="primary" if primary else "normal", with_=told, **agreed)


def _without_credits(page: Page, found: quoting.Quote, shared: bool) -> tuple[Choice | None, ...]:
    """One step that leads on: buy what is missing, where it is sold; else spend what there is."""
    best = found.offer(found.recommended) if found.recommended else None
    pack = pack_for(best.total_mc - found.free_mc) if best else None
    if pack and sold(page, pack):
        less = (
            page.choice("choice-spend-at-most", "quote.budget", form=True, tier=found.recommended)
            if found.can_dial and found.free_mc > 0 and not shared
            else None
        )
        missing = best.total_mc - found.free_mc if best else 0
        others = page.choice("choice-other-pack", "credits.shop", film=page.film.id, missing_mc=missing)
        return (buy_choice(page, pack, primary=True, film=page.film.id), others, less, page.choice("choice-not-yet", "board.open"))
    if found.can_dial and found.free_mc > 0 and not shared:
        most = page.words.credits(found.free_mc)
        budget = page.primary("choice-spend-what-i-have", "quote.dial", with_={"credits": most}, tier=found.recommended, budget_mc=found.free_mc)
        return (budget, page.choice("choice-not-yet", "board.open"))
    return (page.primary("choice-back-to-storyboard", "board.open"),)


async def budget(page: Page) -> View:
    """ "Spend at most N": what the film costs then, and which shots become cheaper."""
    w = page.words
    assert page.head
    tier, most = page.post.args["tier"], page.post.args["budget_mc"]
    if not page.is_at(Stage.QUOTE):
        return _passed(page)
    told = await quoting.dial(page.desk.studio, page.film, page.head, tier, most)
    body: list[Body] = [w.block("budget-total", most=w.credits(most), total=w.credits(told.total_mc), tier=w.text(f"tier-{tier}"))]
    body += [w.block("budget-cheaper", tier=w.text(f"tier-{other}"), shots=_numbers(shots), count=len(shots)) for other, shots in told.cheaper.items() if shots]
    if told.drawn:
        body.append(w.block("budget-drawn", shots=_numbers(told.drawn), count=len(told.drawn)))
    if not told.kept and not any(told.cheaper.values()):
        body.append(w.block("budget-nothing"))
        return page.view(*body, choices=(page.primary("choice-see-quote", "quote.open"),))
    agree = page.primary(
        "choice-tier",
        "render.begin",
        with_={"tier": w.text(f"tier-{tier}"), "credits": w.credits(told.total_mc)},
        tier=tier,
        agreed_mc=told.total_mc,
        budget_mc=most,
        tries=await Render.filter(project_id=page.film.id).count(),
    )
    return page.view(*body, choices=(agree, page.choice("choice-see-quote", "quote.open")))


def _numbers(shots: tuple[int, ...]) -> str:
    """Shot numbers, runs drawn together: `2, 5–9`."""
    runs: list[list[int]] = []
    for number in sorted(shots):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


async def card(page: Page) -> View:
    """The status card of a render: one message, kept up to date."""
    w = page.words
    now = await looking.status(page.post.args["render"])
    title = Block(spans=(literal(now.title),), kind="title")
    if now.stage in ("done", "cancelled", "failed"):
        return _ended(page, now, title)
    if now.stage == "funding":
        return await funding.card(page, await Render.get(id=now.render_id), now.title)
    label = w.text("card-shots", done=now.shots_done, total=now.shots_total, percent=now.percent)
    body: list[Body] = [title, Progress(fraction=now.percent / 100, label=label), w.block(f"card-{now.stage}")]
    if now.paused:
        body.append(w.block("card-paused"))
    if now.queue_place and not now.paused:
        body.append(w.block("card-queue", place=now.queue_place))
    if now.eta_s is not None and not now.paused:
        body.append(w.block("card-eta", wait=w.wait(now.eta_s)))
    if now.stage == "rendering":
        body.append(Block(spans=(literal(_scenes(page, now)),)))
    body.append(w.note("card-money", held=w.credits(now.held_mc), used=w.credits(now.used_mc)))
    if now.stand_ins:
        body.append(w.block("card-stand-ins", count=len(now.stand_ins), shots=_numbers(now.stand_ins)))
    media = await cut_media(page, now.rough, now.version_id) if now.rough and now.rough.state == "done" else ()
    making_rough = now.rough is not None and now.rough.state == "asked"
    choices: tuple[Choice | None, ...] = (
        page.primary("choice-rough-cut-making" if making_rough else "choice-rough-cut", "render.rough", render=now.render_id),
        page.choice("choice-cancel-render", "render.cancel", style="danger", render=now.render_id),
    )
    return page.view(*body, media=media, choices=choices if now.can_cancel else (), mood="working")


def _scenes(page: Page, now: Status) -> str:
    w = page.words
    told = [w.text(f"card-scene-{one.state}", number=one.number, done=one.done, total=one.total) for one in now.scenes[:SCENES_MAX]]
    if len(now.scenes) > SCENES_MAX:
        done = sum(one.state == "done" for one in now.scenes)
        return w.text("card-scenes-many", done=done, total=len(now.scenes))
    return " · ".join(told)


def _money(page: Page, now: Status) -> dict[str, str | int]:
    """What was charged and what came back, in words; `rest` is 0 where nothing came back."""
    spent = now.captured_mc or 0
    return {"spent": page.words.credits(spent), "back": page.words.credits(now.held_mc - spent), "rest": now.held_mc - spent}


def _ended(page: Page, now: Status, title: Block) -> View:
    w = page.words
    if now.stage == "failed":
        body = [title, error_block(w, now.error or {"key": "error-unexpected"}), w.block("card-failed-money", held=w.credits(now.held_mc))]
        again = page.primary("choice-see-quote", "quote.open") if not page.pending and page.is_live else None
        return page.view(*body, choices=(again,), mood="trouble")
    key = "card-cancelled-money" if now.stage == "cancelled" else "card-done"
    return page.view(title, w.block(key, **_money(page, now), done=now.shots_done, total=now.shots_total), mood="done")


async def film(page: Page) -> View:
    """The finished film, or the rough cut that a cancelled render leaves: the end of the journey, and the start of the next."""
    w = page.words
    now = await looking.status(page.post.args["render"])
    cut = next((one for one in (now.final, now.rough) if one and "film" in one.files), None)
    if cut is None:
        return page.view(w.block("film-coming"), mood="working")
    money = "film-free" if now.tier == "preview" else "film-money"
    body: list[Body] = [
        Block(spans=(literal(now.title, bold=True), literal(f" · {w.clock(_length_of(cut))}")), kind="title"),
        w.block(money, **_money(page, now)),
    ]
    if now.stage == "cancelled":
        body.append(w.block("film-cancelled", done=now.shots_done, total=now.shots_total))
    if now.stand_ins:
        body.append(w.block("film-stand-ins", count=len(now.stand_ins), shots=_numbers(now.stand_ins)))
    if cut.state == "asked":
        body.append(w.block("film-recutting"))
    media = await cut_media(page, cut, now.version_id, render_id=now.render_id)
    if page.is_down:
        return page.view(body[0], w.block("error-taken-down"), choices=(page.primary("choice-new-film", "film.new"),))
    if page.limits and not media:
        body += [w.block("film-on-its-page"), Block(spans=(literal(await address_of(page, now.render_id)),))]
    noted = [shot.id for shot in page.script.shots if shot.id in page.film.settings.get("retakes", [])]
    if noted:
        body.append(w.block("film-noted", count=len(noted)))
    body.append(w.note("film-ai"))
    render: dict[str, Any] = {"render": now.render_id}
    made = await Render.get(id=now.render_id)
    again = now.tier not in ("preview", "drawn") and page.film.head_id == now.version_id and now.stage == "done"
    return page.view(
        *body,
        media=media,
        choices=(
            page.primary("choice-new-film", "film.new"),
            page.choice("choice-share", "film.share", **render) if page.target.platform != "terminal" else None,
            page.choice("choice-next-episode", "film.next_episode", form=True) if page.film.kind == "series" else None,
            page.choice("choice-change-something", "board.open"),
            page.choice("choice-another-version", "film.another"),
            page.choice("choice-retake-noted", "film.retake_noted", with_={"count": len(noted)}) if noted and again else None,
            page.choice("choice-retake", "film.retake_typed", form=True) if again else None,
            *(promo_choices(page, now.render_id) if now.stage == "done" else ()),
            page.choice("choice-files", "film.files", **render),
            page.choice("choice-subtitles", "film.subtitles", **render) if "subtitles_srt" in cut.files else None,
            page.choice("choice-screenplay", "film.screenplay"),
            page.choice("choice-contact-sheet", "film.sheet", **render) if "contact_sheet" in cut.files else None,
            page.choice("choice-no-language", "film.no_language") if not any(map(page.desk.translates, SPOKEN)) else None,
            page.choice("choice-receipt", "film.receipt", **render) if now.tier != "preview" else None,
        ),
        selects=(*menus(page, now.render_id, **_shape(made, page)), await takes_menu(page, made) if again else None) if now.stage == "done" else (),
        mood="done",
    )


def _shape(render: Render, page: Page) -> dict[str, str]:
    """What a film was made as: its format and its language."""
    return {"format": render.settings["format"], "language": page.script.language}


async def receipt(page: Page) -> View:
    """What a film cost, line by line: held, captured, returned, from which credits."""
    w = page.words
    render = await Render.get(id=page.post.args["render"])
    now = await looking.status(render.id)
    async with transaction() as tx:
        holds = await ledger.holds_of(tx.sql, render.id)
    spent = now.captured_mc or 0
    rows = [
        (w.text("receipt-shots"), w.text("receipt-shots-value", done=now.shots_done, total=now.shots_total)),
        (w.text("receipt-tier"), w.text(f"tier-{now.tier}")),
        (w.text("receipt-held"), w.credits(now.held_mc)),
        (w.text("receipt-spent"), w.credits(spent)),
        (w.text("receipt-back"), w.credits(now.held_mc - spent)),
    ]
    for hold in holds:
        rows += [(w.text("receipt-from"), f"{w.text(f'source-{source.value}')}: {w.credits(amount)}") for source, amount in hold.by_source.items()]
    table = Table(head=(w.text("receipt-film"), now.title), rows=tuple(rows))
    return page.view(w.title("receipt-title", number=render.id), table, private=True)
