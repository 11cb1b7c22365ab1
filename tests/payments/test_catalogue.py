"""Prices: what the plan says, in dollars, Stars and Discord's shop, and which shops the settings open."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from bots.__main__ import parser
from bots.wiring import plays
from core.config import Settings
from core.errors import SetupFailed
from core.plans import LOWEST_CREDIT_USD
from core.plans import PLANS as ALLOWANCES
from payments.catalogue import CENTS_PER_STAR, ITEMS, LOWEST_USD_PER_CREDIT, PACKS, PLANS, pack_for, price_of
from payments.stripe_api import API_VERSION
from payments.till import Till, till_for
from payments.webhooks import TYPES
from tests.fakes.stripe_rules import ROUTES


def test_prices_are_those_of_the_plan() -> None:
    assert [(pack.credits, pack.cents) for pack in PACKS] == [(60, 500), (600, 4500), (1800, 13000), (3600, 25000)]
    assert [(plan.name, plan.credits, plan.cents) for plan in PLANS] == [("indie", 300, 2000), ("studio", 1500, 9000), ("network", 8000, 40000)]
    assert {plan.name for plan in PLANS} | {"free"} == set(ALLOWANCES)
    assert LOWEST_USD_PER_CREDIT == LOWEST_CREDIT_USD


def test_stars_are_dollars_at_77_rounded_up_to_ten() -> None:
    assert [item.stars for item in ITEMS.values()] == [390, 3470, 10010, 19250, 1540, 6930, None]
    for item in ITEMS.values():
        if item.stars:
            assert item.stars * CENTS_PER_STAR >= item.cents  # what Telegram pays out covers the dollar price


def test_nothing_is_dearer_in_discords_shop() -> None:
    for item in ITEMS.values():
        there, here = price_of(item, "discord"), price_of(item, "stripe")
        assert here
        assert there is None or there[0] <= here[0], item.name


def test_larger_packs_are_never_worse() -> None:
    rates = [pack.usd_per_credit for pack in PACKS]
    assert rates == sorted(rates, reverse=True)
    assert [pack_for(mc).name for mc in (1, 60_000, 60_001, 10**9)] == ["pack-60", "pack-60", "pack-600", "pack-3600"]


def test_shops_open_by_settings() -> None:
    assert till_for(Settings()) == Till()
    assert plays(Settings())
    paid = Settings(stripe_secret_key=SecretStr("sk_test_1"), discord_skus="pack-60=123, indie=456")
    till = till_for(paid)
    assert not plays(paid)
    assert (till.via("discord"), till.via("telegram"), till.via("terminal")) == ("stripe", None, "stripe")
    assert till.sku(ITEMS["pack-60"], "discord") == "123"
    assert till.sku(ITEMS["pack-60"], "terminal") is None
    assert Till(stripe=True, stars=True).via("telegram") == "stars"
    with pytest.raises(SetupFailed):
        till_for(Settings(discord_skus="pack-61=1"))


def test_the_operators_guide_lists_every_event_and_permission() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "payments.md").read_text()
    assert [kind for kind in TYPES if f"   {kind}\n" not in guide] == []
    assert f"**{API_VERSION}**" in guide
    levels = {level: row for row, level in re.findall(r"^   \| (.+) \| (write|read) \|$", guide, re.MULTILINE)}
    named = {"customer_portal": "Customer portal", "radar": "Radar", "payment_intents": "PaymentIntents", "checkout_sessions": "Checkout Sessions"}
    for (_, path), (_, permission) in ROUTES.items():
        if path.startswith("/v1/test_helpers/"):
            continue  # only the tests move clocks
        what, level = permission.split(":")
        word = named.get(what, what.capitalize())
        assert word in levels["write"] or (level == "read" and word in levels["read"]), permission


def test_every_command_and_setting_of_the_operators_guide_exists() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "payments.md").read_text()
    commands = re.findall(r"`sysrai (admin|ledger) ([^`]*)`", guide)
    assert len(commands) >= 8
    values = {"PERSON": "1", "PAYMENT": "1", "CENTS": "100", "CREDITS": "5"}
    for room, words in commands:
        words = re.sub(r"\[.*?\]", "", words) + " " + " ".join(re.findall(r"\[(--.*?)\]", words))  # what may be left out comes last
        given = [values.get(word, word.strip('"').replace("…", "why")) for word in words.split()]
        assert parser().parse_args([room, *given]), words
    settings = {f"SYSRAI_{name.upper()}" for name in Settings.model_fields}
    named = set(re.findall(r"SYSRAI_[A-Z_]+", guide))
    assert "SYSRAI_STRIPE_SECRET_KEY" in named
    assert named <= settings
