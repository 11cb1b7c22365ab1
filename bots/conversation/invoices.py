"""What an invoice in a chat says, in its person's language. The payments ask for it by the wiring: they know no catalogues."""

from __future__ import annotations

from bots.conversation.words import words
from core.ledger.credits import format_credits
from payments.catalogue import Item


def invoice(item: Item, language: str) -> tuple[str, str]:
    """Title and description."""
    w = words(language)
    credits = format_credits(item.credits_mc, w.language)
    if item.kind == "plan":
        return w.text("invoice-plan", plan=item.name.title(), credits=credits), w.text("invoice-plan-about")
    return w.text("invoice-pack", credits=credits), w.text("invoice-pack-about")
