"""From the bytes of a file, or a text that was pasted, to a story. Called by `core.imports` (a job) and by tests.

Every way in which a file can be no story is one `BadInput` with a sentence of its own. Nothing here trusts the file: its size is
limited before it is read, XML may bring no entities, and the text that comes out is plain characters.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

import charset_normalizer

from core.errors import BadInput
from core.writing import languages
from core.writing.importing import prose, screenplay
from core.writing.importing.story import Kind, Story

BYTES_MAX = 2 << 20
"""Larger files are not read."""
CHARACTERS_MAX = 600_000
"""A novel of 100,000 words."""
WORDS_MIN = 12
"""Fewer words are an idea at most, no story."""
READS = (".txt", ".text", ".md", ".fountain", ".spmd", ".fdx")
"""Endings of the files that are read."""
OTHERS = {b"%PDF": "PDF", b"PK\x03\x04": "Word or zip", b"\xd0\xcf\x11\xe0": "Word", b"{\\rtf": "RTF"}
"""Documents that hold text in a way that is not read here, by their first bytes."""
_TEXT_SIGNS = frozenset("\n\t")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_readable(name: str) -> bool:
    """Whether a file of this name is of a kind that is read as a story."""
    return PurePath(name).suffix.casefold() in READS


def check_size(size: int) -> None:
    """Raises BadInput for a file that is empty or too large to be read."""
    if size <= 0:
        raise BadInput("the file is empty", key="import-empty")
    if size > BYTES_MAX:
        raise BadInput(f"{size} bytes are more than {BYTES_MAX}", key="import-huge", most=BYTES_MAX // (1 << 20))


def decoded(data: bytes) -> str:
    """The text in a file, in whatever encoding it is. Raises BadInput for what holds no text."""
    check_size(len(data))
    for mark, what in OTHERS.items():
        if data.lstrip()[: len(mark)] == mark:
            raise BadInput(f"a {what} document", key="import-document", what=what)
    text = _by_mark(data)
    if text is None:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = _guessed(data)
    return plain(text)


def _by_mark(data: bytes) -> str | None:
    """By the mark at its beginning, or by the zeros that UTF-16 is full of."""
    encoding = next((name for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")) if data.startswith(mark)), "")
    if not encoding and b"\x00" in data[:4096]:
        even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
        many = len(data[:4096]) // 8
        encoding = "utf-16-le" if odd > max(many, 8 * even) else "utf-16-be" if even > max(many, 8 * odd) else ""
        if not encoding:
            raise BadInput("zero bytes are no text", key="import-binary")
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(f"damaged {encoding}: {error}", key="import-encoding") from error


def _guessed(data: bytes) -> str:
    strange = sum(byte < 32 and byte not in b"\t\n\r\x0c" for byte in data[:65536])
    if strange > len(data[:65536]) // 200:
        raise BadInput("control bytes are no text", key="import-binary")
    best = charset_normalizer.from_bytes(data[:65536], threshold=0.15).best()
    if best is None:
        raise BadInput("no known encoding fits", key="import-encoding")
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise BadInput(f"damaged {best.encoding}: {error}", key="import-encoding") from error


def plain(text: str) -> str:
    """The text with plain line ends and without invisible signs. Raises BadInput for what is no text, or too much of it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\u00a0", " ")
    text = re.sub(r"[ \t]{9,}", " " * 8, text)
    strange = sum(unicodedata.category(ch) in ("Cc", "Co", "Cn") or ch == "\ufffd" for ch in text) - sum(text.count(sign) for sign in _TEXT_SIGNS)
    if strange > max(4, len(text) // 200):
        raise BadInput("too many signs that are no text", key="import-binary")
    text = "".join(ch for ch in text if ch in _TEXT_SIGNS or unicodedata.category(ch) not in ("Cc", "Cf", "Co", "Cn", "Cs") or ch == "\u200d")
    text = text.replace("\ufffd", "").strip("\n")
    if not text.strip():
        raise BadInput("nothing but space", key="import-empty")
    if len(text) > CHARACTERS_MAX:
        raise BadInput(f"{len(text)} characters", key="import-long", most=CHARACTERS_MAX // 6000 * 1000)
    return text


def kind_of(text: str, name: str = "") -> Kind:
    """What sort of story a text is, by what it looks like and by its file's ending."""
    if text.lstrip()[:400].startswith(("<?xml", "<FinalDraft")) or PurePath(name).suffix.casefold() == ".fdx":
        return "fdx"
    if PurePath(name).suffix.casefold() in (".fountain", ".spmd") or screenplay.looks_like_one(text):
        return "fountain"
    return "prose"


def parsed(text: str, name: str = "") -> Story:
    """The story in a text that `plain` or `decoded` gave. Raises BadInput where there is none."""
    kind = kind_of(text, name)
    if kind == "fdx":
        script = screenplay.from_fdx(text)
    elif kind == "fountain":
        script = screenplay.from_fountain(text)
    else:
        script = prose.from_prose(text)
    told = "\n".join(moment.text for moment in script.moments)
    # What is one endless word is cut into many moments, and still tells nothing.
    if min(words_in(told), words_in(text)) < WORDS_MIN:
        raise BadInput("too few words for a story", key="import-no-story")
    return Story(
        kind=kind,
        title=script.title or _title_from(name),
        language=script.language or languages.language_of(told) or "en",
        passages=script.passages,
        text=text if kind != "fdx" else told,
        sketches=script.sketches,
    )


def words_in(text: str) -> int:
    """How many words a text has; in scripts without spaces two signs count as one."""
    return len(_CJK.sub(" ", text).split()) + len(_CJK.findall(text)) // 2


def _title_from(name: str) -> str:
    stem = " ".join(re.sub(r"[_\-.]+", " ", PurePath(name).stem).split())
    stem = re.sub(r"\s*(?:\(\d+\)|v?\d+|final|draft|copy)$", "", stem, flags=re.IGNORECASE).strip()
    return "" if not re.search(r"[^\W\d_]{2}", stem) or stem.casefold() in ("message", "untitled", "document", "text") else (stem[0].upper() + stem[1:])[:80]
