"""A view's words as Discord's Markdown. What people typed never becomes markup, a mention or a link: every mark in it is escaped."""

from __future__ import annotations

import re
import unicodedata

from bots.conversation.views import Block, Body, Progress, Span, Table

_MARKS = re.compile(r"([\\*_~`|<>\[\]()#@])")
_AT_LINE_START = re.compile(r"^([ \t]*)(?:([-+])|(\d+)(\.))", re.MULTILINE)
_ADDRESS = re.compile(r"(?<=[A-Za-z])://")
NOT_A_MENTION = "\u200b"
"""Stands after an `@`: nothing that Discord would light up follows it."""
TABLE_WIDTH_MAX = 46
"""Wider tables wrap on a phone and are told as lines instead."""


def escape(text: str) -> str:
    """The text so that Discord shows it as it is."""
    text = _MARKS.sub(lambda mark: "\\@" + NOT_A_MENTION if mark[1] == "@" else "\\" + mark[1], text)
    text = _AT_LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", text)
    return _ADDRESS.sub(r"\\://", text)


def _span(span: Span) -> str:
    marks = ("**" if span.bold else "") + ("*" if span.italic else "")
    inner = span.text.strip()
    if not marks or not inner:
        return escape(span.text)
    before = span.text[: len(span.text) - len(span.text.lstrip())]
    after = span.text[len(span.text.rstrip()) :]
    return f"{before}{marks}{escape(inner)}{marks[::-1]}{after}"


def block(part: Block) -> str:
    """One paragraph. A headline or small print is one line; a quotation is marked on each of its lines."""
    text = "".join(_span(span) for span in part.spans).strip()
    if part.kind == "title":
        return f"### {' '.join(text.split())}" if text else ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    head = {"text": "", "note": "-# ", "quote": "> "}[part.kind]
    return "\n".join(head + line for line in lines)


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def table(part: Table) -> str:
    """Columns in a code block where a phone can show them side by side, else a line for each row."""
    rows = [tuple(" ".join(cell.split()) for cell in row) for row in (part.head, *part.rows)]
    widths = [max(_width(row[n]) for row in rows) for n in range(len(part.head))]
    if sum(widths) + 2 * len(widths) + 2 <= TABLE_WIDTH_MAX and not any("`" in cell for row in rows for cell in row):
        drawn = []
        for n, row in enumerate(rows, -1):
            mark = "▸ " if n == part.marked else "  "
            drawn.append((mark + "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))).rstrip())
        return "```\n" + "\n".join(drawn) + "\n```"
    told = []
    for n, row in enumerate(rows[1:]):
        line = escape(" · ".join(cell for cell in row if cell))
        told.append(f"**{line}**" if n == part.marked and line else line)
    return "\n".join(told)


def body(part: Body) -> str:
    """One part of a view's body."""
    match part:
        case Block():
            return block(part)
        case Table():
            return table(part)
        case Progress():
            return f"`{part.text[:10]}` {escape(part.label)}".rstrip()
