"""The methods of the Bot API with their parameters. Unknown ones are complained about: the service would pass over them in silence."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.fakes.telegram.rules import Upload, bad

_TO = {"chat_id": "chat!", "message_thread_id": "int", "disable_notification": "bool", "protect_content": "bool", "reply_parameters": "json",
       "reply_markup": "json", "message_effect_id": "str", "allow_paid_broadcast": "bool", "business_connection_id": "str"}  # fmt: skip
_CAPTION = {"caption": "str", "parse_mode": "str", "caption_entities": "json", "show_caption_above_media": "bool"}
_EDIT = {"chat_id": "chat", "message_id": "int", "inline_message_id": "str", "business_connection_id": "str", "reply_markup": "json"}

METHODS: dict[str, dict[str, str]] = {
    "getMe": {},
    "logOut": {},
    "close": {},
    "getUpdates": {"offset": "int", "limit": "int", "timeout": "int", "allowed_updates": "json"},
    "setWebhook": {"url": "str!", "certificate": "file", "ip_address": "str", "max_connections": "int", "allowed_updates": "json",
                   "drop_pending_updates": "bool", "secret_token": "str"},
    "deleteWebhook": {"drop_pending_updates": "bool"},
    "getWebhookInfo": {},
    "sendMessage": _TO | {"text": "str!", "parse_mode": "str", "entities": "json", "link_preview_options": "json"},
    "sendMessageDraft": {"chat_id": "int!", "message_thread_id": "int", "draft_id": "int!", "text": "str", "parse_mode": "str", "entities": "json"},
    "sendPhoto": _TO | _CAPTION | {"photo": "file!", "has_spoiler": "bool"},
    "sendVideo": _TO | _CAPTION | {"video": "file!", "duration": "int", "width": "int", "height": "int", "thumbnail": "file", "cover": "file",
                                   "start_timestamp": "int", "has_spoiler": "bool", "supports_streaming": "bool"},
    "sendAudio": _TO | _CAPTION | {"audio": "file!", "duration": "int", "performer": "str", "title": "str", "thumbnail": "file"},
    "sendDocument": _TO | _CAPTION | {"document": "file!", "thumbnail": "file", "disable_content_type_detection": "bool"},
    "sendMediaGroup": {name: kind for name, kind in _TO.items() if name != "reply_markup"} | {"media": "json!"},
    "sendChatAction": {"chat_id": "chat!", "message_thread_id": "int", "action": "str!", "business_connection_id": "str"},
    "editMessageText": _EDIT | {"text": "str!", "parse_mode": "str", "entities": "json", "link_preview_options": "json"},
    "editMessageCaption": _EDIT | _CAPTION,
    "editMessageMedia": _EDIT | {"media": "json!"},
    "editMessageReplyMarkup": _EDIT,
    "deleteMessage": {"chat_id": "chat!", "message_id": "int!"},
    "deleteMessages": {"chat_id": "chat!", "message_ids": "json!"},
    "answerCallbackQuery": {"callback_query_id": "str!", "text": "str", "show_alert": "bool", "url": "str", "cache_time": "int"},
    "getFile": {"file_id": "str!"},
    "getChat": {"chat_id": "chat!"},
    "getChatMember": {"chat_id": "chat!", "user_id": "int!"},
    "pinChatMessage": {"chat_id": "chat!", "message_id": "int!", "disable_notification": "bool", "business_connection_id": "str"},
    "unpinChatMessage": {"chat_id": "chat!", "message_id": "int", "business_connection_id": "str"},
    "createForumTopic": {"chat_id": "chat!", "name": "str!", "icon_color": "int", "icon_custom_emoji_id": "str"},
    "editForumTopic": {"chat_id": "chat!", "message_thread_id": "int!", "name": "str", "icon_custom_emoji_id": "str"},
    "closeForumTopic": {"chat_id": "chat!", "message_thread_id": "int!"},
    "reopenForumTopic": {"chat_id": "chat!", "message_thread_id": "int!"},
    "setMyCommands": {"commands": "json!", "scope": "json", "language_code": "str"},
    "deleteMyCommands": {"scope": "json", "language_code": "str"},
    "getMyCommands": {"scope": "json", "language_code": "str"},
    "setMyDescription": {"description": "str", "language_code": "str"},
    "setMyShortDescription": {"short_description": "str", "language_code": "str"},
    "setChatMenuButton": {"chat_id": "int", "menu_button": "json"},
    "sendInvoice": _TO | {"title": "str!", "description": "str!", "payload": "str!", "provider_token": "str", "currency": "str!", "prices": "json!",
                          "start_parameter": "str", "photo_url": "str", "photo_size": "int", "photo_width": "int", "photo_height": "int"},
    "createInvoiceLink": {"title": "str!", "description": "str!", "payload": "str!", "provider_token": "str", "currency": "str!", "prices": "json!",
                          "subscription_period": "int", "photo_url": "str"},
    "answerPreCheckoutQuery": {"pre_checkout_query_id": "str!", "ok": "bool!", "error_message": "str"},
    "refundStarPayment": {"user_id": "int!", "telegram_payment_charge_id": "str!"},
    "getStarTransactions": {"offset": "int", "limit": "int"},
    "editUserStarSubscription": {"user_id": "int!", "telegram_payment_charge_id": "str!", "is_canceled": "bool!"},
}  # fmt: skip
"""Parameters by method: their kind, `!` where one must be there."""


def parameters(method: str, raw: dict[str, Any], complaints: list[str]) -> dict[str, Any]:
    """The request's parameters, read as their kinds. Unknown ones are complained about (the service would pass over them)."""
    spec = METHODS[method]
    found: dict[str, Any] = {}
    uploads = {name: value for name, value in raw.items() if isinstance(value, Upload)}
    for name, value in raw.items():
        if name not in spec:
            if not isinstance(value, Upload):
                complaints.append(f"{method} has no parameter {name}")
            continue
        found[name] = _read(name, spec[name].rstrip("!"), value)
    for name, kind in spec.items():
        if kind.endswith("!") and name not in found:
            raise bad(_MISSING.get((method, name), f'parameter "{name}" is required'))
    found["_uploads"] = uploads
    return found


_MISSING = {
    ("sendMessage", "text"): "message text is empty",
    ("editMessageText", "text"): "message text is empty",
    ("sendPhoto", "photo"): "there is no photo in the request",
    ("sendVideo", "video"): "there is no video in the request",
    ("sendAudio", "audio"): "there is no audio in the request",
    ("sendDocument", "document"): "there is no document in the request",
}


def _read(name: str, kind: str, value: Any) -> Any:
    if kind == "file":
        return value
    if isinstance(value, Upload):
        raise bad(f"{name} is no file")
    if kind == "str":
        return str(value)
    if kind == "bool":
        return str(value).lower() in ("true", "1", "yes")
    if kind == "int":
        if not re.fullmatch(r"-?\d+", str(value)):
            raise bad(f'wrong parameter "{name}": an integer is expected')
        return int(value)
    if kind == "chat":
        return int(value) if re.fullmatch(r"-?\d+", str(value)) else str(value)
    try:
        return json.loads(value) if isinstance(value, str) else value
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None
