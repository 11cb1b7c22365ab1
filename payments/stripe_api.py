"""The one Stripe client: pinned API version, our address, our patience. Every call goes through `asked`, which says what a refusal means.

A call that changes something carries an idempotency key made of a row that was committed before, so that it may be asked again.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import TypeVar

import stripe
from stripe import StripeClient

from core.config import Settings
from core.errors import SetupFailed, Unavailable

log = logging.getLogger(__name__)

API_VERSION = "2026-10-28.endive"
"""The version all our requests and our webhook endpoint speak; moved on purpose only, with the fake in the tests."""
TIMEOUT_S = 30.0
RETRIES = 2
T = TypeVar("T")


class Refused(Exception):
    """Stripe understood and said no; asking again changes nothing. `code` is Stripe's, `param` what it was about."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def open_client(settings: Settings) -> tuple[StripeClient, stripe.HTTPXClient] | None:
    """The client and what it speaks through, to be closed at the end; None where no key is set."""
    key = settings.stripe_secret_key.get_secret_value()
    if not key:
        return None
    stripe.enable_telemetry = False
    http = stripe.HTTPXClient(timeout=TIMEOUT_S)
    address = settings.stripe_api_url.rstrip("/")
    return StripeClient(key, stripe_version=API_VERSION, base_addresses={"api": address}, max_network_retries=RETRIES, http_client=http), http


def is_live(settings: Settings) -> bool:
    """Whether the key moves real money."""
    return "_live_" in settings.stripe_secret_key.get_secret_value()


async def asked(call: Awaitable[T]) -> T:
    """The answer to a call. Raises Unavailable to try again later, Refused for a final no, SetupFailed for a wrong key."""
    try:
        return await call
    except (stripe.APIConnectionError, stripe.RateLimitError) as error:
        raise Unavailable(f"Stripe does not answer: {error.user_message or type(error).__name__}") from error
    except stripe.AuthenticationError as error:
        raise SetupFailed("Stripe does not know the key in SYSRAI_STRIPE_SECRET_KEY.") from error
    except stripe.PermissionError as error:
        raise SetupFailed(f"The Stripe key may not do this: {error.user_message}. docs/payments.md lists what it needs.") from error
    except stripe.IdempotencyError:
        raise  # the same key for something else: a bug of ours, never to be hidden
    except stripe.StripeError as error:
        if error.http_status is not None and (error.http_status >= 500 or error.http_status == 409):
            raise Unavailable(f"Stripe is in trouble: {error.http_status}") from error
        raise Refused(str(error.code or "refused"), str(error.user_message or error)) from error
