"""Money in any order: purchases at all shops, plans, renewals, refunds, disputes, gifts, pools, linked accounts, films and crowdfunding.

Events come late, twice, shuffled or never; jobs die at their commit. After every step the books are proved. Two machines:

- whatever people do may come between (`calm` false): at the end, once everything was told, the books say exactly what the shops say;
- people act on what has settled (`calm` true): the same script, told in order, once each, with nobody dying, ends in the same balances, of
  every person and to the day on which credits end.

The second cannot hold for everything. Whose credits pay what somebody owes, and so which credits are left to be spent or to end, depends on
what comes first, as it must: a debt is paid by the first credits there are. Neither can it for the thanks of a guest, which end so many days
after the purchase was heard of. So in the calm machine these few things come alone: what makes somebody owe, what is paid while they do,
what a guest pays or gets back, and two purchases of one person, of which the first is spent first. The first machine mixes them all.

`MONEY_EXAMPLES=200 pytest tests/payments/test_machine.py` tries other scripts each time, and more of them.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.internal.constants_ast import Constants
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from core import embedded
from payments import purchases
from tests.fakes.stripe_clock import DAY
from tests.payments.conftest import CLOCKED
from tests.payments.world import PEOPLE, MoneyWorld

EXAMPLES = int(os.environ.get("MONEY_EXAMPLES", "0"))
WHO, PICK = st.integers(0, PEOPLE - 1), st.integers(0, 99)
ITEM, VIA = st.sampled_from(["pack-60", "pack-60", "pack-600", "indie"]), st.sampled_from(["stripe", "stripe", "stars"])
FATE = st.sampled_from(["lands", "half", "fails"])
INSIDE = {"expires", "fills_pool", "begins_film", "pledges", "withdraws", "deadline_passes", "maker_gives_up", "films_go_on"}
"""What happens here alone: no shop has anything to tell about it."""
START = 2_084_000_000
"""When scripts begin: in a far January, so that months are the same whatever day it is, and nothing is past its date by the database's clock."""
NOW: dict[str, MoneyWorld] = {}
"""The world whose clock ours goes with."""


class MoneyMachine(RuleBasedStateMachine):
    """One example is one database, copied from the template; a calm one is told once more, in another."""

    def __init__(self, admin_url: str, template: str, folder: Path, calm: bool) -> None:
        super().__init__()
        self.make = lambda chaos: MoneyWorld(admin_url, template, folder, self.start, chaos=chaos)
        self.start, self.calm = START + (int(time.time()) % (400 * DAY) if EXAMPLES else 0), calm
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.script: list[tuple[str, tuple[Any, ...]]] = []
        self.settled: dict[int, Any] = {}
        self.buyers: set[int] = set()
        self.broken = False
        self.heard = True
        self.world = self.make(True)
        NOW["world"] = self.world
        self.run(self.world.open("money_in_any_order"))

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        try:
            return self.loop.run_until_complete(work)
        except BaseException:
            self.broken = True
            raise

    def teardown(self) -> None:
        try:
            if not self.broken:
                self.settle()
                self.run(self.world.agrees_with_the_shops())
        finally:
            self.run(self.world.close())
        try:
            if self.calm and not self.broken:
                self.run(self._in_order())
        finally:
            self.loop.close()

    # ---------------------------------------------------------------- the script

    def happens(self, name: str, *args: Any) -> None:
        """Something at the shops."""
        self.run(self.world.do(name, *args))
        self.script.append((name, args))
        self.heard = self.heard and name in INSIDE

    def careful(self, matters: Callable[[], Coroutine[Any, Any, bool]], name: str, *args: Any) -> None:
        """Something at the shops that is told among others, unless it matters when it is heard."""
        if self.calm and self.run(matters()):
            self.alone(name, *args)
        else:
            self.happens(name, *args)

    def does(self, name: str, *args: Any) -> None:
        """Something that people do with what they have; in the calm machine everything settled before."""
        if self.calm and not self.heard:
            self.settle()
        self.happens(name, *args)

    def alone(self, name: str, *args: Any) -> None:
        """Something at the shops that ends in something else when it comes together with others: who is frozen gives nothing to a pool."""
        self.does(name, *args)
        if self.calm:
            self.settle()

    def settle(self, *, quietly: bool = False) -> None:
        if not quietly:
            self.run(self.world.storm(len(self.script), lose=0.3 if len(self.script) % 4 == 0 else 0.0))
        self.run(self.world.settle())
        self.settled[len(self.script)] = self.run(self.world.stands())
        self.buyers.clear()
        self.heard = True

    async def _in_order(self) -> None:
        """The same once more: each told at once, once, in order."""
        calm = NOW["world"] = self.make(False)
        await calm.open("money_in_order")
        try:
            await self._told(calm)
        finally:
            await calm.close()

    async def _told(self, calm: MoneyWorld) -> None:
        for n in range(len(self.script) + 1):
            if n in self.settled:
                await calm.settle()
                mine, other = await calm.stands(), self.settled[n]
                assert not (differs := {name: (mine[name], other[name]) for name in mine if mine[name] != other[name]}), (differs, self.script[:n])
            if n < len(self.script):
                name, args = self.script[n]
                await calm.do(name, *args)
                if name not in INSIDE:
                    await calm.settle()
        await calm.prove()

    # ---------------------------------------------------------------- the shops

    @initialize(films=st.lists(st.tuples(WHO, FATE, st.booleans()), max_size=2))
    def begins(self, films: list[tuple[int, str, bool]]) -> None:
        """Everybody has bought something, the last of them as the guest of the second, and films wait."""
        self.does("invites", 1, 2)
        for who, (item, via) in enumerate((("indie", "stripe"), ("pack-60", "stars"), ("pack-60", "stripe"))):
            self.buys(who, item, via, False)
        for who, fate, together in films:
            self.begins_a_film(who, fate, together, 2.0)

    @rule(who=WHO, item=ITEM, via=VIA, pool=st.booleans())
    def asks_to_buy(self, who: int, item: str, via: str, pool: bool) -> None:
        self.happens("asks", who, item, via, pool and item == "pack-60")

    @rule(who=WHO, item=ITEM, via=VIA, pool=st.booleans())
    def buys(self, who: int, item: str, via: str, pool: bool) -> None:
        self.asks_to_buy(who, item, via, pool)
        mine = self.run(self.world.accounts(who))
        self.pays(max(n for n, page in enumerate(self.world.pages()) if page[0] == via and page[2] in mine))

    @precondition(lambda self: self.world.pages())
    @rule(pick=PICK)
    def pays(self, pick: int) -> None:
        pages = self.world.pages()
        _, _, who = pages[pick % len(pages)]
        root = self.run(self.world.person(who)).id
        if self.calm and (root in self.buyers or self.run(self.world.is_star_plan(pick))):
            self.settle()
        self.buyers.add(root)
        self.careful(lambda: self.world.is_watched(who), "pays", pick)

    @rule(pick=PICK)
    def a_page_runs_out(self, pick: int) -> None:
        self.happens("page_runs_out", pick)

    @rule(who=WHO, item=st.sampled_from(["pack-60", "indie"]))
    def buys_in_discord(self, who: int, item: str) -> None:
        self.alone("buys_in_discord", who, item)

    @rule(pick=PICK)
    def discord_takes_back(self, pick: int) -> None:
        self.alone("discord_takes_back", pick)

    @rule(who=WHO, to=st.sampled_from(["studio", "indie", "cancel", "resume"]))
    def changes_plan(self, who: int, to: str) -> None:
        self.does("changes_plan", who, to)
        self.buyers.add(self.run(self.world.person(who)).id)

    @rule(days=st.sampled_from([1, 20, 31]), card=st.sampled_from(["good", "good", "declined"]))
    def time_passes(self, days: int, card: str) -> None:
        meet = self.calm and self.run(self.world.months_meet())
        if meet:
            self.settle()
            meet = self.run(self.world.months_meet())
        self.happens("time_passes", days, card)
        if meet:
            self.settle(quietly=True)

    # ---------------------------------------------------------------- what is taken back

    @rule(pick=PICK, cents=st.sampled_from([1, 100, 250, 10_000]))
    def is_refunded_in_the_dashboard(self, pick: int, cents: int) -> None:
        self.careful(lambda: self.world.refund_matters(pick, cents), "is_refunded_in_the_dashboard", pick, cents)

    @rule(pick=PICK)
    def a_refund_fails(self, pick: int) -> None:
        self.alone("a_refund_fails", pick)

    @rule(pick=PICK)
    def disputes(self, pick: int) -> None:
        self.alone("disputes", pick)

    @rule(pick=PICK, won=st.booleans())
    def a_dispute_ends(self, pick: int, won: bool) -> None:
        self.alone("a_dispute_ends", pick, won)

    @rule(pick=PICK)
    def stars_go_back(self, pick: int) -> None:
        self.careful(lambda: self.world.stars_matter(pick), "stars_go_back", pick)

    @rule(pick=PICK)
    def an_operator_refunds(self, pick: int) -> None:
        self.alone("an_operator_refunds", pick)

    # ---------------------------------------------------------------- what people do with credits

    @rule(one=WHO, two=WHO)
    def gives(self, one: int, two: int) -> None:
        self.does("gives", one, two)

    @rule(one=WHO, two=WHO)
    def invites(self, one: int, two: int) -> None:
        self.does("invites", one, two)

    @rule(who=WHO)
    def fills_the_pool(self, who: int) -> None:
        self.does("fills_pool", who)

    @rule(rarely=st.integers(0, 1))
    def expires(self, rarely: int) -> None:
        if rarely == 0:
            self.does("expires")

    @rule(one=WHO, two=WHO, rarely=st.integers(0, 3))
    def merges(self, one: int, two: int, rarely: int) -> None:
        if rarely == 0:
            self.alone("merges", one, two)

    @rule(who=WHO, fate=FATE, together=st.booleans(), seconds=st.sampled_from([2.0, 8.0]))
    def begins_a_film(self, who: int, fate: str, together: bool, seconds: float) -> None:
        self.does("begins_film", who, fate, together, seconds)

    @rule(who=WHO, pick=PICK, credits=st.sampled_from([0.25, 1, 7.5, 60]))
    def pledges(self, who: int, pick: int, credits: float) -> None:
        self.does("pledges", who, pick, credits)

    @rule(who=WHO, pick=PICK)
    def withdraws(self, who: int, pick: int) -> None:
        self.does("withdraws", who, pick)

    @rule(pick=PICK)
    def a_deadline_passes(self, pick: int) -> None:
        self.does("deadline_passes", pick)

    @rule(pick=PICK)
    def a_maker_gives_up(self, pick: int) -> None:
        self.does("maker_gives_up", pick)

    @rule()
    def films_go_on(self) -> None:
        self.does("films_go_on")

    # ---------------------------------------------------------------- what is told, and who dies

    @rule(seed=st.integers(0, 1000), lose=st.sampled_from([0.0, 0.3, 1.0]))
    def a_storm(self, seed: int, lose: float) -> None:
        self.run(self.world.storm(seed, lose))

    @rule(dies=st.booleans())
    def jobs_run(self, dies: bool) -> None:
        self.run(self.world.work(self.world.money, kill=dies))

    @invariant()
    def books_are_proved(self) -> None:
        self.run(self.world.prove())


@pytest.mark.timeout(0 if EXAMPLES else 300)
@pytest.mark.parametrize("calm", [True, False], ids=["told in any order as in order", "people in between"])
def test_money_in_any_order(servers: embedded.Servers, template_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calm: bool) -> None:
    monkeypatch.setattr(purchases, "PER_HOUR_MAX", 10_000)
    monkeypatch.setattr("payments.promotions.GIFTS_OPEN_MAX", 10_000)

    def now() -> datetime:
        return NOW["world"].now()

    for module in CLOCKED:
        monkeypatch.setattr(f"payments.{module}.now", now)
    if not EXAMPLES:  # the same scripts whatever other modules are loaded: Hypothesis takes numbers from their source
        monkeypatch.setattr("hypothesis.internal.conjecture.providers._get_local_constants", Constants, raising=False)
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: MoneyMachine(servers.database_url, template_database, tmp_path, calm),
        settings=settings(
            max_examples=EXAMPLES or 3, stateful_step_count=25, deadline=None, derandomize=not EXAMPLES, database=None, print_blob=False,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate], report_multiple_bugs=False,
        ),
    )  # fmt: skip
