"""Stripe's prices and our items: found by lookup key when something is sold, by metadata when an old price is paid again. Cached: prices never change.

`sync` makes what is missing and is safe to repeat; it is `sysrai admin catalogue sync`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from stripe import StripeClient

from core.errors import SetupFailed
from payments.catalogue import CURRENCY, ITEMS, Item
from payments.stripe_api import Refused, asked

TAX_CODE = "txcd_10000000"
"""Stripe Tax: electronically supplied services."""
LOOKUP_KEYS_MAX = 10
"""Of one question to Stripe."""


@dataclass(frozen=True)
class Sold:
    """An item at one price, in cents: the catalogue's price now, or one that somebody still pays."""

    item: Item
    cents: int


def told(metadata: Any, name: str) -> str:
    """One of our words in an object's metadata; empty when it is not there."""
    return str(metadata[name]) if metadata is not None and name in metadata else ""


class Prices:
    """Looks prices up, once per process."""

    def __init__(self, client: StripeClient) -> None:
        self._client = client
        self._ids: dict[str, str] = {}
        self._items: dict[str, Sold | None] = {}

    async def id_of(self, item: Item) -> str:
        """The price's id. Raises SetupFailed when the catalogue was not synced."""
        if item.name not in self._ids:
            self._ids |= await _known(self._client, [item])
        if item.name not in self._ids:
            raise SetupFailed(f"Stripe has no price {item.lookup_key}. Run `sysrai admin catalogue sync`.")
        return self._ids[item.name]

    async def item_of(self, price_id: str) -> Sold | None:
        """What a price sells, also one from before a change of prices; None for a price that is not ours."""
        if price_id not in self._items:
            try:
                price = await asked(self._client.v1.prices.retrieve_async(price_id))
            except Refused:
                return None
            item = ITEMS.get(told(price.metadata, "sysrai_item"))
            self._items[price_id] = Sold(item, price.unit_amount) if item and price.unit_amount else None
        return self._items[price_id]


async def _known(client: StripeClient, items: Sequence[Item]) -> dict[str, str]:
    """Active prices by item name."""
    found: dict[str, str] = {}
    by_key = {item.lookup_key: item.name for item in items}
    keys = list(by_key)
    for at in range(0, len(keys), LOOKUP_KEYS_MAX):
        page = await asked(client.v1.prices.list_async({"lookup_keys": keys[at : at + LOOKUP_KEYS_MAX], "active": True, "limit": 100}))
        found |= {by_key[price.lookup_key]: price.id for price in page.data if price.lookup_key in by_key}
    return found


async def sync(client: StripeClient) -> list[str]:
    """Make the products and prices that Stripe lacks. Returns a line for each item. Idempotency keys and lookup keys make it safe to repeat."""
    items = list(ITEMS.values())
    known = await _known(client, items)
    lines = []
    for item in items:
        if item.name in known:
            lines.append(f"{item.lookup_key:24} is there: {known[item.name]}")
            continue
        product = await _product(client, item)
        price = await asked(
            client.v1.prices.create_async(
                {
                    "currency": CURRENCY,
                    "unit_amount": item.cents,
                    "product": product,
                    "lookup_key": item.lookup_key,
                    "tax_behavior": "exclusive",
                    "metadata": {"sysrai_item": item.name},
                    **({"recurring": {"interval": "month"}} if item.kind == "plan" else {}),  # type: ignore[typeddict-item]
                },
                {"idempotency_key": f"price-{item.lookup_key}"},
            )
        )
        lines.append(f"{item.lookup_key:24} was made: {price.id}")
    return lines


async def _product(client: StripeClient, item: Item) -> str:
    """The product of an item, made once under an id of ours."""
    id = f"sysrai_{item.name.replace('-', '_')}"
    try:
        return (await asked(client.v1.products.retrieve_async(id))).id
    except Refused as error:
        if error.code != "resource_missing":
            raise
    name = f"Sysrai: {item.credits:,} credits" if item.kind == "pack" else f"Sysrai {item.name.title()}: {item.credits:,} credits a month"
    made = await asked(
        client.v1.products.create_async(
            {"id": id, "name": name, "tax_code": TAX_CODE, "metadata": {"sysrai_item": item.name}}, {"idempotency_key": f"product-{id}"}
        )
    )
    return made.id
