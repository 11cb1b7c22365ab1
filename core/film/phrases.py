"""Between which signs a line of Japanese, Chinese or Thai may break: these write no spaces, and a break inside a word reads badly.

BudouX finds the phrases (a small model, its data inside the wheel). Called by `subtitles` and `captions`; of every other language the words are
those between the spaces, Korean among them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

_KANA, _HAN, _THAI = re.compile(r"[\u3040-\u30ff]"), re.compile(r"[\u3400-\u9fff]"), re.compile(r"[\u0e00-\u0e7f]")
_SENTENCES = re.compile(r"(?<=[。！？…])(?![。！？…」』）”’])|(?<=[。！？…][」』）”’])")
_WORDS = re.compile(r"(?:[«(\[¿¡–—-]+\s+)?\S+(?:\s+[»?!:;…%)\]]+)*\s*")
"""A word with the signs that stand beside it, some of which French sets apart by a space."""


@cache
def _parser(kind: str) -> Any:
    import budoux  # only where there is such a text

    return {
        "ja": budoux.load_default_japanese_parser, "zh": budoux.load_default_simplified_chinese_parser, "th": budoux.load_default_thai_parser
    }[kind]()  # fmt: skip


def phrases(text: str) -> list[str]:
    """The text in pieces that stay together, each with the space after it."""
    kind = "ja" if _KANA.search(text) else "zh" if _HAN.search(text) else "th" if _THAI.search(text) else ""
    if not kind:
        return _WORDS.findall(text)
    found: list[str] = []
    for sentence in filter(None, _SENTENCES.split(text)):
        for piece in _parser(kind).parse(sentence):
            for word in re.findall(r"\s+|\S+\s*", piece):
                if found and (not word.strip() or not found[-1].strip()):
                    found[-1] += word
                else:
                    found.append(word)
    return found


def unspaced(sign: str) -> bool:
    """Whether this sign's script is written without spaces: Chinese and Japanese signs and Thai letters, not Korean ones."""
    wide = unicodedata.east_asian_width(sign) in ("W", "F") and not "\uac00" <= sign <= "\ud7a3"
    return wide or "\u0e00" <= sign <= "\u0e7f"
