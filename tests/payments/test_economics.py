"""Margin from the ledger and the takes: what a film earned, through the payments behind its credits, and what it cost."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tortoise import connections

from core.config import Settings
from core.jobs import transaction
from core.ledger import ledger
from core.models import Payment, Take, Version
from core.rendering.handlers import handlers
from core.rendering.studio import Studio
from core.storage import Storage
from core.workshop import Workshop
from payments import books, economics, history, promotions
from tests.core.rendering.conftest import Lot
from tests.fakes.instant import InstantRenderer, PaperCutter

if TYPE_CHECKING:
    from core.models import Person

SINCE = datetime.now(UTC) - timedelta(days=1)


@pytest.fixture
async def lot(db: str, data_dir: Path) -> Lot:
    """A studio with an instant renderer."""
    settings = Settings(data_dir=data_dir)
    storage = Storage.open("", data_dir)
    renderer, cutter = InstantRenderer(storage, data_dir / "gpu"), PaperCutter(data_dir / "cuts")
    pencil = InstantRenderer(storage, data_dir / "pencil", name="pencil", tiers=("preview", "drawn"))
    renderers = {tier: each for each in (renderer, pencil) for tier in each.tiers}
    studio = Studio(settings, Workshop(data_dir / "workshop"), storage, renderers, cutter, play=False)
    return Lot(studio, renderer, cutter, {**handlers(studio, None), "thank": promotions.first_purchase})  # type: ignore[arg-type]


async def pays(person: Person, key: str, gross: int, credits: int, *, tax: int = 0, fee: int | None = 0, currency: str = "usd") -> None:
    """A payment arrives."""
    async with transaction() as tx:
        via = "stars" if currency == "xtr" else "stripe"
        what = books.Arrival(
            key, via, key, person.id, ledger.person(person.id), "pack", gross, currency, credits * 1000, datetime.now(UTC), tax=tax, fee=fee,  # type: ignore[arg-type]
        )  # fmt: skip
        assert await books.arrived(tx, what)


async def test_a_films_margin_is_what_its_credits_were_worth_less_all_it_cost(lot: Lot) -> None:
    ana = await lot.person(0)
    await pays(ana, "one", 600, 100, tax=100, fee=50)  # five cents a credit before the fee of half a cent
    project, version = await lot.project(ana)
    await Version.filter(id=version.id).update(usage={"cost_usd": 0.02})
    render = await lot.ended(await lot.begin(project, version, ana))
    assert render.captured_mc == 8000
    await Take.all().update(cost_usd=0.01, gpu_s=4.0)
    takes = await Take.all().count()
    (line, total) = await economics.margin(connections.get("default"), SINCE, "tier")
    assert (line.name, line.films, line.credits, line.seconds) == ("standard", 1, 8.0, 8.0)
    assert line.revenue == pytest.approx(8 * 5.0)
    assert (line.fee, line.gpu, line.ai) == (pytest.approx(4.0), pytest.approx(takes * 1.0), pytest.approx(2.0))
    assert total.margin == pytest.approx(40 - 4 - takes - 2)
    for by in ("film", "model", "day"):
        lines = await economics.margin(connections.get("default"), SINCE, by)  # type: ignore[arg-type]
        assert lines[-1].margin == pytest.approx(total.margin)


async def test_free_credits_earn_nothing_refunds_count_and_stars_are_dollars(lot: Lot) -> None:
    ana = await lot.person(0)
    async with transaction() as tx:
        await ledger.grant(tx.sql, "trial", ledger.person(ana.id), 4000, ledger.Source.PROMO)
    await pays(ana, "stars", 1000, 100, currency="xtr")
    project, version = await lot.project(ana)
    await lot.ended(await lot.begin(project, version, ana))
    (line, _) = await economics.margin(connections.get("default"), SINCE, "tier")
    assert line.revenue == pytest.approx(4 * 13.0)  # four free credits, and four of thirteen cents
    sales = await economics.sold(connections.get("default"), SINCE)
    assert (sales["payments"], sales["gross"], sales["credits"]) == (1, 1300.0, 100.0)
    async with transaction() as tx:
        await books.stands(tx, await books.lock((await Payment.get()).id), refunded=500)
    (line, _) = await economics.margin(connections.get("default"), SINCE, "tier")
    assert line.revenue == pytest.approx(4 * 6.5)
    report = economics.table([line], await economics.sold(connections.get("default"), SINCE))
    assert "0.26" in report[1]
    assert "refunded $6.50" in report[-1]
    for state, cents in (("lost", 0), ("won", 6.5)):
        async with transaction() as tx:
            await books.stands(tx, await books.lock((await Payment.get()).id), disputes={"du_1": state})
        (line, _) = await economics.margin(connections.get("default"), SINCE, "tier")
        assert line.revenue == pytest.approx(4 * cents)


async def test_a_gift_and_a_pool_keep_what_their_credits_were_worth(lot: Lot) -> None:
    ana, ben = await lot.person(0), await lot.person(0)
    await pays(ana, "one", 500, 100)
    async with transaction() as tx:
        await ledger.transfer(tx.sql, "gift", ledger.person(ana.id), ledger.person(ben.id), 50_000, actor="person:1")
    project, version = await lot.project(ben)
    await lot.ended(await lot.begin(project, version, ben))
    assert (await economics.margin(connections.get("default"), SINCE, "tier"))[0].revenue == pytest.approx(8 * 5.0)


async def test_no_title_in_the_exported_history_is_a_formula(lot: Lot) -> None:
    ana = await lot.person(100)
    project, version = await lot.project(ana)
    await lot.ended(await lot.begin(project, version, ana))
    for title, told in (("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ('A, "B"', 'A, "B"')):
        await Version.filter(id=version.id).update(script={**(version.script or {}), "title": title})
        async with transaction() as tx:
            film, bought = csv.DictReader(io.StringIO(await history.csv_of(tx.sql, ana.id)))
        assert (film["what"], film["credits"], film["film"], bought["film"]) == ("film", "-8", told, "")
