"""What Discord's API refuses, with its codes: messages, components, modals, attachments, commands. Used by `discord` beside it.

A check raises Refused, which becomes the service's answer. A field that Discord does not document raises Unknown, which fails the test.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

V2 = 1 << 15
EPHEMERAL = 1 << 6
LOADING = 1 << 7
MIB = 1 << 20
FILE_BYTES = {0: 10 * MIB, 1: 10 * MIB, 2: 50 * MIB, 3: 100 * MIB}
ROW, BUTTON, STRING_SELECT, TEXT_INPUT, SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL, UPLOAD = (
    1,
    2,
    3,
    4,
    9,
    10,
    11,
    12,
    13,
    14,
    17,
    18,
    19,
)
LOCALES = {
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr",
    "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
}  # fmt: skip

MESSAGES = {
    0: "401: Unauthorized", 10003: "Unknown Channel", 10004: "Unknown Guild", 10007: "Unknown Member",
    10008: "Unknown Message", 10013: "Unknown User", 10015: "Unknown Webhook", 10062: "Unknown interaction",
    30013: "Maximum number of guild channels reached (500)",
    30003: "Maximum number of pins reached for the channel (250)", 30032: "Maximum number of application commands reached (100)",
    30046: "Maximum number of edits to messages older than 1 hour reached. Try again later.", 40005: "Request entity too large",
    40060: "Interaction has already been acknowledged.", 50001: "Missing Access", 50005: "Cannot edit a message authored by another user",
    50006: "Cannot send an empty message", 50007: "Cannot send messages to this user", 50013: "Missing Permissions",
    50024: "Cannot execute action on this channel type", 50027: "Invalid Webhook Token", 50035: "Invalid Form Body", 50083: "Thread is archived",
    50109: "The request body contains invalid JSON.", 160004: "A thread has already been created for this message", 160005: "This thread is locked",
    160006: "Maximum number of active threads reached",
}  # fmt: skip
STATUS = {
    0: 401, 10003: 404, 10004: 404, 10007: 404,
    10008: 404, 10013: 404, 10015: 404, 10062: 404, 40005: 413, 50001: 403, 50005: 403, 50007: 403, 50013: 403, 50027: 401, 160005: 403,
    30046: 429,
}  # fmt: skip


@dataclass
class Refused(Exception):
    """An answer that is a refusal. `at` and `why` name the field and Discord's own code for it, within 50035."""

    code: int
    at: str = ""
    why: str = ""
    says: str = ""

    @property
    def status(self) -> int:
        return STATUS.get(self.code, 400)

    @property
    def body(self) -> dict[str, Any]:
        found: dict[str, Any] = {"message": MESSAGES[self.code], "code": self.code}
        if self.at:
            inner: dict[str, Any] = {"_errors": [{"code": self.why, "message": self.says or self.why}]}
            for part in reversed(self.at.split(".")):
                inner = {part: inner}
            found["errors"] = inner
        return found


class Unknown(Exception):
    """A route or field that Discord does not document: our code is wrong."""


def form(at: str, why: str, says: str = "") -> Refused:
    """A field that is not as it should be."""
    return Refused(50035, at, why, says)


def only(value: Any, allowed: str, at: str) -> dict[str, Any]:
    """An object with these fields and no others."""
    if not isinstance(value, dict):
        raise form(at or "_", "DICT_TYPE_CONVERT")
    if extra := set(value) - set(allowed.split()):
        raise Unknown(f"{at or 'body'}: fields {sorted(extra)}")
    return value


def length(value: Any, least: int, most: int, at: str) -> None:
    """A text of so many characters."""
    if not isinstance(value, str):
        raise form(at, "STRING_TYPE_CONVERT")
    if len(value) < least or (least and not value.strip()):
        raise form(at, "BASE_TYPE_REQUIRED" if not value.strip() else "BASE_TYPE_MIN_LENGTH")
    if len(value) > most:
        raise form(at, "BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")


def count(value: Any, least: int, most: int, at: str) -> list[Any]:
    """A list of so many entries."""
    if not isinstance(value, list):
        raise form(at, "LIST_TYPE_CONVERT")
    if not least <= len(value) <= most:
        raise form(at, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
    return value


# Messages

POST_FIELDS = "content nonce enforce_nonce tts embeds allowed_mentions message_reference components sticker_ids attachments flags poll"
HOOK_FIELDS = "content tts embeds allowed_mentions components attachments flags poll username avatar_url"
EDIT_FIELDS = "content embeds flags allowed_mentions components attachments tts"


def check_message(body: dict[str, Any], files: dict[int, tuple[str, int]], *, fields: str, limit: int, before: dict[str, Any] | None = None) -> None:
    """A message to send, or to edit (`before`: as it is now). `files`: (name, bytes) by number."""
    only(body, fields, "")
    flags = int(body.get("flags") or 0) | (before["flags"] if before else 0)
    attached = check_attachments(body.get("attachments"), files, limit, before)
    components = body.get("components", before["components"] if before else []) or []
    if body.get("content") is not None:
        length(body["content"], 0, 2000, "content")
    if len(body.get("embeds") or []) > 10:
        raise form("embeds", "BASE_TYPE_MAX_LENGTH")
    nonce = body.get("nonce")
    if nonce is not None and len(str(nonce)) > 25:
        raise form("nonce", "NONCE_TYPE_TOO_LONG", "Nonce must be 25 or fewer in length.")
    check_mentions(body.get("allowed_mentions"))
    if flags & V2:
        for name in ("content", "embeds", "sticker_ids", "poll"):
            if body.get(name):
                raise form(name, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")
        if not components:
            raise Refused(50006)
        check_layout(components, attached)
    else:
        check_rows(components)
        if not (body.get("content") or body.get("embeds") or attached or components or (before and before["content"])):
            raise Refused(50006)


def check_attachments(told: Any, files: dict[int, tuple[str, int]], limit: int, before: dict[str, Any] | None) -> set[str]:
    """Names of the files that the message has. Raises 40005 for one that is too large for the place."""
    if sum(size for _, size in files.values()) > 500 * MIB or any(size > limit for _, size in files.values()):
        raise Refused(40005)
    kept = {str(one["id"]): one["filename"] for one in before["attachments"]} if before else {}
    if told is None:
        if files:
            return set(kept.values()) | {name for name, _ in files.values()}
        return set(kept.values())
    names: list[str] = []
    for n, one in enumerate(count(told, 0, 10, "attachments")):
        only(one, "id filename description title duration_secs waveform is_spoiler", f"attachments.{n}")
        if one.get("description") is not None:
            length(one["description"], 0, 1024, f"attachments.{n}.description")
        if str(one["id"]) in kept:
            names.append(kept[str(one["id"])])
        elif int(one["id"]) in files:
            names.append(files[int(one["id"])][0])
        else:
            raise form(f"attachments.{n}.id", "NUMBER_TYPE_CHOICES", "No such file")
    if len(files) > 10:
        raise form("attachments", "BASE_TYPE_MAX_LENGTH")
    return set(names)


def check_mentions(told: Any) -> None:
    """Who may be notified."""
    if told is None:
        return
    only(told, "parse roles users replied_user", "allowed_mentions")
    for kind in ("roles", "users"):
        if told.get(kind) and kind in told.get("parse", []):
            raise form("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.')
        if len(told.get(kind) or []) > 100:
            raise form(f"allowed_mentions.{kind}", "BASE_TYPE_MAX_LENGTH")
    if set(told.get("parse", [])) - {"everyone", "roles", "users"}:
        raise form("allowed_mentions.parse", "BASE_TYPE_CHOICES")


# Components


@dataclass
class Seen:
    """What was counted on the way through a layout."""

    components: int = 0
    characters: int = 0
    ids: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)


def check_rows(components: Any) -> None:
    """Components of an ordinary message: rows of buttons or a menu."""
    seen = Seen()
    for n, one in enumerate(count(components, 0, 5, "components")):
        if one.get("type") != ROW:
            raise form(f"components.{n}.type", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1,).')
        _row(one, f"components.{n}", seen)


def check_layout(components: Any, attached: set[str]) -> None:
    """Components of a message in the newer layout."""
    seen = Seen()
    for n, one in enumerate(count(components, 1, 40, "components")):
        _part(one, f"components.{n}", seen, {ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER})
    if seen.components > 40:
        raise form("components", "TOTAL_COMPONENT_LIMIT_EXCEEDED", "The total number of components must be 40 or fewer.")
    if seen.characters > 4000:
        raise form("components", "TOTAL_TEXT_LENGTH_EXCEEDED", "The total length of displayable text must be 4000 or fewer.")
    if missing := seen.files - attached:
        raise form("components", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", f"{missing}")
    if hidden := attached - seen.files:
        raise Unknown(f"files that nobody would see: {hidden}")


def _part(one: Any, at: str, seen: Seen, allowed: set[int]) -> None:
    kind = one.get("type") if isinstance(one, dict) else None
    if kind not in allowed:
        raise form(f"{at}.type", "UNION_TYPE_CHOICES", f'Value of field "type" must be one of {sorted(allowed)}.')
    if kind == ROW:
        _row(one, at, seen)
        return
    seen.components += 1
    match kind:
        case 17:
            only(one, "type id components accent_color spoiler", at)
            if not isinstance(one.get("accent_color"), int | None) or (one.get("accent_color") or 0) > 0xFFFFFF:
                raise form(f"{at}.accent_color", "NUMBER_TYPE_MAX")
            for n, child in enumerate(count(one["components"], 1, 40, f"{at}.components")):
                _part(child, f"{at}.components.{n}", seen, {ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR})
        case 10:
            only(one, "type id content", at)
            length(one.get("content"), 1, 4000, f"{at}.content")
            seen.characters += len(one["content"].encode("utf-16-le")) // 2
        case 12:
            only(one, "type id items", at)
            for n, item in enumerate(count(one["items"], 1, 10, f"{at}.items")):
                _medium(only(item, "media description spoiler", f"{at}.items.{n}"), "media", f"{at}.items.{n}", seen)
        case 13:
            _medium(only(one, "type id file spoiler", at), "file", at, seen, attachment=True)
        case 14:
            only(one, "type id divider spacing", at)
            if one.get("spacing", 1) not in (1, 2):
                raise form(f"{at}.spacing", "BASE_TYPE_CHOICES")
        case 9:
            only(one, "type id components accessory", at)
            for n, child in enumerate(count(one["components"], 1, 3, f"{at}.components")):
                _part(child, f"{at}.components.{n}", seen, {TEXT})
            if not isinstance(one.get("accessory"), dict):
                raise form(f"{at}.accessory", "BASE_TYPE_REQUIRED", "This field is required")
            if one["accessory"].get("type") == BUTTON:
                _button(one["accessory"], f"{at}.accessory", seen)
            else:
                if one["accessory"].get("type") != THUMBNAIL:
                    raise form(f"{at}.accessory.type", "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (2, 11).')
                _medium(only(one["accessory"], "type id media description spoiler", f"{at}.accessory"), "media", f"{at}.accessory", seen)
                if one["accessory"].get("description") is not None:
                    length(one["accessory"]["description"], 1, 256, f"{at}.accessory.description")
                seen.components += 1


def _medium(one: dict[str, Any], name: str, at: str, seen: Seen, *, attachment: bool = False) -> None:
    url = only(one.get(name), "url proxy_url height width content_type placeholder placeholder_version loading_state attachment_id flags", f"{at}.{name}").get(
        "url", ""
    )
    if not re.fullmatch(r"attachment://[\w.-]+" if attachment else r"(attachment://[\w.-]+|https?://\S{1,2000})", url, re.ASCII):
        raise form(f"{at}.{name}.url", "URL_TYPE_INVALID_SCHEME")
    if url.startswith("attachment://"):
        seen.files.add(url.removeprefix("attachment://"))
    if one.get("description") is not None:
        length(one["description"], 0, 1024, f"{at}.description")


def _row(row: Any, at: str, seen: Seen) -> None:
    only(row, "type id components", at)
    seen.components += 1
    children = count(row.get("components"), 1, 5, f"{at}.components")
    if any(child.get("type") == STRING_SELECT for child in children) and len(children) > 1:
        raise form(f"{at}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED")
    for n, child in enumerate(children):
        where = f"{at}.components.{n}"
        if child.get("type") == BUTTON:
            _button(child, where, seen)
        elif child.get("type") == STRING_SELECT:
            _select(child, where, seen)
        else:
            raise form(f"{where}.type", "UNION_TYPE_CHOICES")


def _id(one: dict[str, Any], at: str, seen: Seen) -> None:
    length(one.get("custom_id"), 1, 100, f"{at}.custom_id")
    if one["custom_id"] in seen.ids:
        raise form(f"{at}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
    seen.ids.add(one["custom_id"])


def _button(one: dict[str, Any], at: str, seen: Seen) -> None:
    only(one, "type id style label emoji custom_id sku_id url disabled", at)
    seen.components += 1
    if one.get("style") not in (1, 2, 3, 4, 5, 6):
        raise form(f"{at}.style", "BASE_TYPE_CHOICES")
    if one["style"] == 5:
        if one.get("custom_id") or not re.fullmatch(r"(https?|discord)://\S{1,500}", one.get("url") or ""):
            raise form(f"{at}.url", "URL_TYPE_INVALID_URL" if one.get("url") else "BUTTON_COMPONENT_INVALID_URL")
    else:
        if one.get("url"):
            raise form(f"{at}.url", "BUTTON_COMPONENT_CUSTOM_ID_AND_URL")
        _id(one, at, seen)
    if not one.get("label") and not one.get("emoji"):
        raise form(f"{at}", "BUTTON_COMPONENT_INVALID_LABEL", "A button must have a label or emoji")
    if one.get("label") is not None:
        length(one["label"], 1, 80, f"{at}.label")


def _select(one: dict[str, Any], at: str, seen: Seen) -> None:
    only(one, "type id custom_id options placeholder min_values max_values disabled required", at)
    seen.components += 1
    _id(one, at, seen)
    if one.get("placeholder") is not None:
        length(one["placeholder"], 0, 150, f"{at}.placeholder")
    values: set[str] = set()
    for n, option in enumerate(count(one.get("options"), 1, 25, f"{at}.options")):
        where = f"{at}.options.{n}"
        only(option, "label value description emoji default", where)
        length(option.get("label"), 1, 100, f"{where}.label")
        length(option.get("value"), 1, 100, f"{where}.value")
        if option["value"] in values:
            raise form(f"{where}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED")
        values.add(option["value"])
    if sum(bool(option.get("default")) for option in one["options"]) > one.get("max_values", 1):
        raise form(f"{at}.options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES")


def check_modal(data: Any) -> None:
    """A form."""
    only(data, "title custom_id components", "data")
    length(data.get("title"), 1, 45, "data.title")
    length(data.get("custom_id"), 1, 100, "data.custom_id")
    seen = Seen()
    for n, one in enumerate(count(data.get("components"), 1, 5, "data.components")):
        at = f"data.components.{n}"
        if one.get("type") == LABEL:
            only(one, "type id label description component", at)
            length(one.get("label"), 1, 45, f"{at}.label")
            if one.get("description") is not None:
                length(one["description"], 1, 100, f"{at}.description")
            inner = one["component"]
        elif one.get("type") == ROW:
            inner = count(one["components"], 1, 1, f"{at}.components")[0]
        else:
            raise form(f"{at}.type", "UNION_TYPE_CHOICES")
        if inner.get("type") == UPLOAD and one["type"] == LABEL:
            _file_upload(inner, f"{at}.component", seen)
            continue
        if inner.get("type") != TEXT_INPUT:
            raise form(f"{at}.component.type", "UNION_TYPE_CHOICES")
        _input(inner, f"{at}.component", seen)


def _file_upload(one: dict[str, Any], at: str, seen: Seen) -> None:
    only(one, "type id custom_id min_values max_values required", at)
    _id(one, at, seen)
    least, most = one.get("min_values"), one.get("max_values")
    if least is not None and not 0 <= least <= 10:
        raise form(f"{at}.min_values", "NUMBER_TYPE_MAX", "int value should be between 0 and 10.")
    if most is not None and not 1 <= most <= 10:
        raise form(f"{at}.max_values", "NUMBER_TYPE_MAX", "int value should be between 1 and 10.")
    if (1 if least is None else least) > (1 if most is None else most):
        raise form(f"{at}.min_values", "COMPONENT_MIN_VALUES_GREATER_THAN_MAX", "min_values must not exceed max_values")
    if least == 0 and one.get("required", True):
        raise form(f"{at}.required", "COMPONENT_REQUIRED_MIN_VALUES", "A required file upload takes at least one file")


def _input(one: dict[str, Any], at: str, seen: Seen) -> None:
    only(one, "type id custom_id style label min_length max_length required value placeholder", at)
    _id(one, at, seen)
    if one.get("style") not in (1, 2):
        raise form(f"{at}.style", "BASE_TYPE_CHOICES")
    most = one.get("max_length") or 4000
    if not 1 <= most <= 4000 or not 0 <= (one.get("min_length") or 0) <= most:
        raise form(f"{at}.max_length", "NUMBER_TYPE_MAX")
    if one.get("value") is not None:
        length(one["value"], 0, most, f"{at}.value")
    if one.get("placeholder") is not None:
        length(one["placeholder"], 0, 100, f"{at}.placeholder")


# Commands

NAME = re.compile(r"[-_'\w]{1,32}")
COMMAND = (
    "name name_localizations description description_localizations options default_member_permissions dm_permission default_permission integration_types "
    "contexts type nsfw"
)
OPTION = (
    "type name name_localizations description description_localizations required choices options channel_types min_value max_value min_length max_length "
    "autocomplete"
)


def check_commands(commands: Any) -> None:
    """The whole list of an application's commands."""
    if len(commands) > 100:
        raise Refused(30032)
    names = [(one.get("type", 1), one.get("name")) for one in commands]
    if len(set(names)) < len(names):
        raise form("_", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
    for n, one in enumerate(commands):
        only(one, COMMAND, str(n))
        _named(one, str(n), 100)
        for name, known in (("contexts", {0, 1, 2}), ("integration_types", {0, 1})):
            if one.get(name) is not None and (not one[name] or set(one[name]) - known):
                raise form(f"{n}.{name}", "BASE_TYPE_CHOICES")
        _options(one.get("options") or [], f"{n}.options", depth=0)
        if sum(map(len, _texts(one))) > 8000:
            raise form(str(n), "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")


def _texts(one: dict[str, Any]) -> Iterator[str]:
    """What counts towards a command's size: the longest of each name, description and choice."""
    for name in ("name", "description"):
        yield max((one.get(name) or "", *((one.get(f"{name}_localizations") or {}).values())), key=len)
    for choice in one.get("choices") or []:
        yield str(choice["name"])
        yield str(choice["value"])
    for option in one.get("options") or []:
        yield from _texts(option)


def _named(one: dict[str, Any], at: str, most: int) -> None:
    for key, name in [("name", one.get("name")), *((f"name_localizations.{at}", text) for at, text in (one.get("name_localizations") or {}).items())]:
        if not isinstance(name, str) or not NAME.fullmatch(name) or name != name.lower():
            raise form(f"{at}.{key}", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    length(one.get("description"), 1, most, f"{at}.description")
    for locale, text in (one.get("description_localizations") or {}).items():
        length(text, 1, most, f"{at}.description_localizations.{locale}")
    for key in ("name_localizations", "description_localizations"):
        if wrong := set(one.get(key) or {}) - LOCALES:
            raise form(f"{at}.{key}", "DICT_TYPE_KEY_CHOICES", str(wrong))


def _options(options: list[dict[str, Any]], at: str, depth: int) -> None:
    count(options, 0, 25, at)
    _distinct(options, at)
    if [bool(one.get("required")) for one in options] != sorted((bool(one.get("required")) for one in options), reverse=True):
        raise form(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options")
    for n, one in enumerate(options):
        where = f"{at}.{n}"
        only(one, OPTION, where)
        _named(one, where, 100)
        if one["type"] in (1, 2):
            if depth + (one["type"] == 2) > 1 or one.get("required"):
                raise form(f"{where}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")
            _options(one.get("options") or [], f"{where}.options", depth + 1)
            continue
        if one["type"] not in range(3, 12):
            raise form(f"{where}.type", "BASE_TYPE_CHOICES")
        if one.get("choices") and one.get("autocomplete"):
            raise form(where, "APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE")
        check_choices(one.get("choices") or [], f"{where}.choices")


def _distinct(options: Iterable[dict[str, Any]], at: str) -> None:
    for locale in (None, *LOCALES):
        names = [(one.get("name_localizations") or {}).get(locale, one.get("name")) for one in options]
        if len(set(names)) < len(names):
            raise form(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option names must be unique")


def check_choices(choices: Any, at: str) -> None:
    """Choices of an option, or what an autocompletion suggests."""
    names = set()
    for n, one in enumerate(count(choices, 0, 25, at)):
        only(one, "name name_localizations value", f"{at}.{n}")
        length(one.get("name"), 1, 100, f"{at}.{n}.name")
        for locale, text in (one.get("name_localizations") or {}).items():
            length(text, 1, 100, f"{at}.{n}.name_localizations.{locale}")
        if isinstance(one.get("value"), str):
            length(one["value"], 1, 100, f"{at}.{n}.value")
        names.add(one["name"])
    if len(names) < len(choices):
        raise form(at, "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS")
