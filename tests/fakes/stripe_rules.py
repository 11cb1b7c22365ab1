"""What Stripe's API accepts: forms with brackets, and only the parameters that the library's own types name for the pinned version."""

from __future__ import annotations

import functools
import importlib
import itertools
import re
import types
from typing import Any, Union, get_args, get_origin, get_type_hints
from urllib.parse import parse_qsl

from stripe import RequestOptions
from typing_extensions import is_typeddict

EXPAND_DEPTH_MAX = 4
ROUTES: dict[tuple[str, str], tuple[str, str]] = {
    # (method, path) -> (the type of its parameters, the permission that a restricted key needs)
    ("POST", "/v1/customers"): ("stripe.params.CustomerCreateParams", "customers:write"),
    ("GET", "/v1/customers/{id}"): ("stripe.params.CustomerRetrieveParams", "customers:read"),
    ("POST", "/v1/products"): ("stripe.params.ProductCreateParams", "products:write"),
    ("GET", "/v1/products/{id}"): ("stripe.params.ProductRetrieveParams", "products:read"),
    ("POST", "/v1/prices"): ("stripe.params.PriceCreateParams", "prices:write"),
    ("GET", "/v1/prices"): ("stripe.params.PriceListParams", "prices:read"),
    ("GET", "/v1/prices/{id}"): ("stripe.params.PriceRetrieveParams", "prices:read"),
    ("POST", "/v1/checkout/sessions"): ("stripe.params.checkout.SessionCreateParams", "checkout_sessions:write"),
    ("GET", "/v1/checkout/sessions/{id}"): ("stripe.params.checkout.SessionRetrieveParams", "checkout_sessions:read"),
    ("GET", "/v1/subscriptions/{id}"): ("stripe.params.SubscriptionRetrieveParams", "subscriptions:read"),
    ("POST", "/v1/subscriptions/{id}"): ("stripe.params.SubscriptionUpdateParams", "subscriptions:write"),
    ("GET", "/v1/invoices/{id}"): ("stripe.params.InvoiceRetrieveParams", "invoices:read"),
    ("GET", "/v1/invoices/{id}/lines"): ("stripe.params.InvoiceLineItemListParams", "invoices:read"),
    ("GET", "/v1/payment_intents/{id}"): ("stripe.params.PaymentIntentRetrieveParams", "payment_intents:read"),
    ("POST", "/v1/refunds"): ("stripe.params.RefundCreateParams", "refunds:write"),
    ("GET", "/v1/refunds/{id}"): ("stripe.params.RefundRetrieveParams", "refunds:read"),
    ("GET", "/v1/disputes"): ("stripe.params.DisputeListParams", "disputes:read"),
    ("GET", "/v1/radar/early_fraud_warnings"): ("stripe.params.radar.EarlyFraudWarningListParams", "radar:read"),
    ("GET", "/v1/radar/early_fraud_warnings/{id}"): ("stripe.params.radar.EarlyFraudWarningRetrieveParams", "radar:read"),
    ("POST", "/v1/billing_portal/sessions"): ("stripe.params.billing_portal.SessionCreateParams", "customer_portal:write"),
    ("GET", "/v1/events"): ("stripe.params.EventListParams", "events:read"),
    ("POST", "/v1/test_helpers/test_clocks"): ("stripe.params.test_helpers.TestClockCreateParams", "test_clocks:write"),
    ("GET", "/v1/test_helpers/test_clocks/{id}"): ("stripe.params.test_helpers.TestClockRetrieveParams", "test_clocks:read"),
    ("POST", "/v1/test_helpers/test_clocks/{id}/advance"): ("stripe.params.test_helpers.TestClockAdvanceParams", "test_clocks:write"),
}


class Refusal(Exception):
    """Stripe's answer to a request that it does not do."""

    def __init__(self, status: int, type: str, message: str, *, code: str | None = None, param: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"error": {"type": type, "message": message, **({"code": code} if code else {}), **({"param": param} if param else {})}}


def parse(form: str) -> dict[str, Any]:
    """A form or query with brackets as nested dicts and lists."""
    root: dict[str, Any] = {}
    for key, value in parse_qsl(form, keep_blank_values=True):
        parts = [part for part in re.split(r"\[|\]\[|\]", key) if part != ""]
        if key.endswith("[]"):
            raise Refusal(400, "invalid_request_error", f"Invalid array: {key}", param=key)
        here = root
        for part, after in itertools.pairwise(parts):
            here = here.setdefault(part, {})
            assert after
        here[parts[-1]] = value
    return {name: _lists(value) for name, value in root.items()}


def _lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {name: _lists(one) for name, one in value.items()}
    if inner and all(name.isdigit() for name in inner):
        if sorted(map(int, inner)) != list(range(len(inner))):
            raise Refusal(400, "invalid_request_error", "Invalid array")
        return [inner[str(n)] for n in range(len(inner))]
    return inner


@functools.cache
def _fields(name: str) -> dict[str, Any]:
    module, _, cls = name.rpartition(".")
    return _hints(getattr(importlib.import_module(module), cls))


@functools.cache
def _hints(cls: Any) -> dict[str, Any]:
    own = {name: hint for name, hint in cls.__annotations__.items() if name not in RequestOptions.__annotations__}
    return get_type_hints(type("Own", (), {"__annotations__": own, "__module__": cls.__module__}))


def check(params: dict[str, Any], kind: str) -> dict[str, Any]:
    """The parameters with numbers and booleans read. Raises Refusal for one that the version does not know."""
    return _check(params, _fields(kind), "")


def _check(params: dict[str, Any], fields: dict[str, Any], path: str) -> dict[str, Any]:
    read = {}
    for name, value in params.items():
        where = f"{path}[{name}]" if path else name
        if name not in fields:
            raise Refusal(400, "invalid_request_error", f"Received unknown parameter: {where}", code="parameter_unknown", param=where)
        read[name] = _value(value, fields[name], where)
    return read


def _value(value: Any, hint: Any, where: str) -> Any:
    options = _options(hint)
    if isinstance(value, dict):
        for one in options:
            if is_typeddict(one):
                return _check(value, _hints(one), where)
            if get_origin(one) is dict:
                return value
        raise Refusal(400, "invalid_request_error", f"Invalid object: {where}", param=where)
    if isinstance(value, list):
        for one in options:
            if get_origin(one) is list:
                return [_value(each, get_args(one)[0], f"{where}[{n}]") for n, each in enumerate(value)]
        raise Refusal(400, "invalid_request_error", f"Invalid array: {where}", param=where)
    if bool in options:
        if value not in ("true", "false"):
            raise Refusal(400, "invalid_request_error", f"Invalid boolean: {value}", param=where)
        return value == "true"
    if int in options and not (str in options and not value.lstrip("-").isdigit()):
        if not value.lstrip("-").isdigit():
            raise Refusal(400, "invalid_request_error", f"Invalid integer: {value}", param=where)
        return int(value)
    if not any(one is str or get_origin(one) is not list for one in options) or all(is_typeddict(one) for one in options):
        raise Refusal(400, "invalid_request_error", f"Invalid {where}", param=where)
    return value


def _options(hint: Any) -> list[Any]:
    if get_origin(hint) in (Union, types.UnionType):
        return [inner for one in get_args(hint) for inner in _options(one)]
    return [hint]
