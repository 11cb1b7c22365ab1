"""What the Bot API accepts: texts and entities in UTF-16 code units, keyboards, commands, albums, invoices.

Everything that the service would refuse raises `Refused` with the service's own code and text."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from PIL import Image

TEXT_UNITS_MAX = 4096
CAPTION_UNITS_MAX = 1024
ENTITIES_MAX = 100
CALLBACK_BYTES_MAX = 64
ALERT_UNITS_MAX = 200
DEEP_LINK_MAX = 64
INVOICE_PAYLOAD_BYTES_MAX = 128
BUTTONS_MAX = 100
ROW_BUTTONS_MAX = 8
ALBUM_MAX = 10
PHOTO_BYTES_MAX = 10 << 20
DOWNLOAD_BYTES_MAX = 20 << 20
UPLOAD_BYTES_MAX = 50 << 20
LOCAL_UPLOAD_BYTES_MAX = 2000 << 20
THUMBNAIL_BYTES_MAX = 200 << 10
ENTITY_TYPES = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote",
    "expandable_blockquote", "code", "pre", "text_link", "text_mention", "custom_emoji",
}  # fmt: skip
CHAT_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document", "choose_sticker", "find_location",
    "record_video_note", "upload_video_note",
}  # fmt: skip


class Refused(Exception):
    """The service says no."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(f"{code} {description}")
        self.code, self.description, self.parameters = code, description, parameters


def bad(why: str) -> Refused:
    """400 with this text."""
    return Refused(400, f"Bad Request: {why}")


@dataclass(frozen=True)
class Upload:
    """A file that came with a request."""

    name: str
    content: bytes
    mime: str
    size: int


# ---------------------------------------------------------------- text and entities


def units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str, entities: Any, most: int, too_long: str, *, parse_mode: str | None = None) -> tuple[str, list[dict[str, Any]]]:
    """The text and entities as the service keeps them: ends trimmed, entities within the text. Raises Refused."""
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise bad("strings must be encoded in UTF-8")
    found = [_entity(one, units(text), text) for one in entities or []]
    if parse_mode:
        _parse(text, parse_mode)
    kept = text.strip()
    if not kept:
        return "", []
    if units(kept) > most:
        raise bad(too_long)
    cut = units(text[: len(text) - len(text.lstrip())])
    whole = units(kept)
    inside = []
    for one in found[:ENTITIES_MAX]:
        start, end = max(0, one["offset"] - cut), min(whole, one["offset"] + one["length"] - cut)
        if end > start:
            inside.append(one | {"offset": start, "length": end - start})
    return kept, inside


_ENTITY_FIELDS = {"type", "offset", "length", "url", "user", "language", "custom_emoji_id"}


def _entity(one: Any, whole: int, text: str) -> dict[str, Any]:
    if not isinstance(one, dict) or one.get("type") not in ENTITY_TYPES or set(one) - _ENTITY_FIELDS:
        raise bad(f"can't parse MessageEntity: {one}")
    offset, length = one.get("offset"), one.get("length")
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length <= 0 or offset + length > whole:
        raise bad("ENTITY_BOUNDS_INVALID")
    raw = text.encode("utf-16-le")
    for at in (offset, offset + length):
        unit = int.from_bytes(raw[2 * at : 2 * at + 2], "little")
        if at < whole and 0xDC00 <= unit < 0xE000:
            raise bad("can't parse entities: entity begins or ends in the middle of a UTF-16 symbol")
    if one["type"] == "text_link":
        check_url(one.get("url", ""), "entity URL")
    if one["type"] == "text_mention" and not one.get("user", {}).get("id"):
        raise bad("can't parse MessageEntity: there is no user")
    return dict(one)


def _parse(text: str, mode: str) -> None:
    """Whether a text with markup can be read: unknown or unclosed tags and marks are refused."""
    if mode.lower() == "html":
        stack: list[str] = []
        for tag in re.finditer(r"<(/?)([^\s>/]*)[^>]*(>?)", text):
            at = len(text[: tag.start()].encode())
            name = tag[2].lower()
            if name not in {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "blockquote", "tg-spoiler", "span"}:
                raise bad(f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {at}')
            if tag[1] and (not stack or stack.pop() != name):
                raise bad(f"can't parse entities: Unmatched end tag at byte offset {at}")
            if not tag[1]:
                stack.append(name)
        if stack:
            raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{stack[-1]}\"")
    elif mode in ("Markdown", "MarkdownV2"):
        for sign in "*_`":
            if len(re.findall(rf"(?<!\\){re.escape(sign)}", text)) % 2:
                at = len(text[: text.rindex(sign)].encode())
                raise bad(f"can't parse entities: Can't find end of the entity starting at byte offset {at}")
    else:
        raise bad("unsupported parse_mode")


def check_url(url: str, what: str) -> None:
    """Addresses that Telegram takes: http(s) or tg with a real host."""
    parts = urlsplit(url)
    if parts.scheme == "tg":
        return
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or "") or re.search(r"\s", url):
        raise bad(f"{what} '{url}' is invalid: Wrong HTTP URL")


# ---------------------------------------------------------------- keyboards

_BUTTON_ACTS = ("callback_data", "url", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "copy_text", "pay", "callback_game")
_BUTTON_FIELDS = {"text", "style", "icon_custom_emoji_id", *_BUTTON_ACTS}


def check_markup(markup: Any) -> dict[str, Any] | None:
    """The reply markup, if it may be sent. Raises Refused."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "force_reply" in markup:
        if set(markup) - {"force_reply", "input_field_placeholder", "selective"}:
            raise bad("can't parse reply keyboard markup JSON object")
        if units(markup.get("input_field_placeholder", "")) > 64:
            raise bad("input field placeholder is too long")
        return dict(markup)
    if "remove_keyboard" in markup or "keyboard" in markup:
        return dict(markup)
    if set(markup) != {"inline_keyboard"} or not isinstance(markup["inline_keyboard"], list):
        raise bad("can't parse inline keyboard markup JSON object")
    rows = markup["inline_keyboard"]
    if sum(map(len, rows)) > BUTTONS_MAX or any(len(row) > ROW_BUTTONS_MAX for row in rows):
        raise bad("reply markup is too long")
    for row in rows:
        for button in row:
            _button(button)
    return {"inline_keyboard": [row for row in rows if row]}


def _button(button: Any) -> None:
    if not isinstance(button, dict) or set(button) - _BUTTON_FIELDS:
        raise bad(f"can't parse inline keyboard button: {button}")
    if not str(button.get("text", "")).strip():
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    acts = [name for name in _BUTTON_ACTS if name in button]
    if len(acts) != 1:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= CALLBACK_BYTES_MAX:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button:
        check_url(button["url"], "inline keyboard button URL")
    if button.get("style", "primary") not in ("primary", "success", "danger"):
        raise bad("can't parse inline keyboard button: invalid button style specified")


# ---------------------------------------------------------------- media, commands, invoices

_MEDIA_FIELDS = {
    "photo": {"type", "media", "caption", "parse_mode", "caption_entities", "show_caption_above_media", "has_spoiler"},
    "video": {"type", "media", "thumbnail", "cover", "start_timestamp", "caption", "parse_mode", "caption_entities", "show_caption_above_media", "width",
              "height", "duration", "supports_streaming", "has_spoiler"},
    "audio": {"type", "media", "thumbnail", "caption", "parse_mode", "caption_entities", "duration", "performer", "title"},
    "document": {"type", "media", "thumbnail", "caption", "parse_mode", "caption_entities", "disable_content_type_detection"},
}  # fmt: skip


def check_media(one: Any) -> dict[str, Any]:
    """One InputMedia. Raises Refused."""
    if not isinstance(one, dict) or one.get("type") not in _MEDIA_FIELDS or set(one) - _MEDIA_FIELDS[one["type"]]:
        raise bad(f"can't parse InputMedia: {one}")
    if not one.get("media"):
        raise bad("can't parse InputMedia: media not found")
    return dict(one)


def check_album(media: Any) -> list[dict[str, Any]]:
    """What stands together in an album: two to ten of kinds that go together. Raises Refused."""
    if not isinstance(media, list):
        raise bad("can't parse media JSON object")
    items = [check_media(one) for one in media]
    if len(items) > ALBUM_MAX:
        raise bad("Too many messages to send as an album")
    if len(items) < 2:
        raise bad("Too few messages to send as an album")
    kinds = {one["type"] for one in items}
    if kinds - {"photo", "video"} and len(kinds) > 1:
        raise bad(f"{'Audio' if 'audio' in kinds else 'Document'} can't be mixed with other media types")
    return items


def check_photo(content: bytes) -> tuple[int, int]:
    """(width, height) of a photo. Raises Refused for what is no picture, too large or too long."""
    if len(content) > PHOTO_BYTES_MAX:
        raise bad(f"file of size {len(content)} bytes is too big for a photo; the maximum size is {PHOTO_BYTES_MAX} bytes")
    try:
        with Image.open(io.BytesIO(content)) as image:
            width, height = image.size
            image.verify()
    except Exception:
        raise bad("IMAGE_PROCESS_FAILED") from None
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return width, height


def check_thumbnail(content: bytes) -> str:
    """What is wrong with a thumbnail (the service passes it over in silence), or nothing."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            small = max(image.size) <= 320 and image.format == "JPEG"
    except Exception:
        return "a thumbnail is no picture"
    return "" if small and len(content) < THUMBNAIL_BYTES_MAX else "a thumbnail is a JPEG of at most 320 pixels and 200 kB"


def check_commands(commands: Any) -> list[dict[str, str]]:
    """A list of commands. Raises Refused."""
    if not isinstance(commands, list) or len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if set(one) != {"command", "description"} or not re.fullmatch(r"[a-z0-9_]{1,32}", one["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(one["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return [dict(one) for one in commands]


def check_scope(scope: Any) -> str:
    """A scope of commands as one name. Raises Refused."""
    kinds = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member"}
    if scope is None:
        return "default"
    if not isinstance(scope, dict) or scope.get("type") not in kinds:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    return str(scope["type"]) + (f":{scope['chat_id']}" if "chat_id" in scope else "")


def check_invoice(given: dict[str, Any]) -> None:
    """An invoice in Stars. Raises Refused."""
    if not 1 <= len(given["payload"].encode()) <= INVOICE_PAYLOAD_BYTES_MAX:
        raise bad("INVOICE_PAYLOAD_INVALID")
    if not 1 <= len(given["title"]) <= 32 or not 1 <= len(given["description"]) <= 255:
        raise bad("title or description of the invoice is too long")
    if given["currency"] != "XTR" or given.get("provider_token"):
        raise bad("CURRENCY_INVALID")
    prices = given["prices"]
    if len(prices) != 1 or not isinstance(prices[0].get("amount"), int) or not 1 <= prices[0]["amount"] <= 100_000 or not prices[0].get("label"):
        raise bad("PRICES_INVALID")
    if (period := given.get("subscription_period")) is not None:
        if period != 2_592_000:
            raise bad("SUBSCRIPTION_PERIOD_INVALID")
        if prices[0]["amount"] > 10_000:
            raise bad("SUBSCRIPTION_PRICE_INVALID")


def check_webhook(given: dict[str, Any]) -> None:
    """Where updates shall be sent. Raises Refused."""
    parts = urlsplit(given["url"])
    if given["url"] and parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if given["url"] and parts.scheme == "https" and (parts.port or 443) not in (443, 80, 88, 8443):
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if "secret_token" in given and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", given["secret_token"]):
        raise bad("secret token contains unallowed characters")
    if not 1 <= given.get("max_connections", 40) <= 100:
        raise bad("MAX_CONNECTIONS_INVALID")
