"""What a model is told of a story that it adapts: the whole text where it is short, else its passages in short. Called by `openai_writer`."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass

from core.writing.importing.story import Story
from core.writing.openai_asking import Asking, Tally
from core.writing.openai_shapes import DigestShape

WHOLE_MAX = 40_000
"""Characters of a story that is given whole."""
PIECE = 12_000
"""Characters of a passage that is told in short where it is not."""
EXCERPT_MIN, EXCERPT_MAX = 3_000, 9_000
"""Characters of the story that whoever writes one scene sees."""
SIDE_BY_SIDE = 6


@dataclass(frozen=True)
class Source:
    """What a film is adapted from: the text, and what the outline is made of."""

    text: str
    told: str
    title: str

    @property
    def is_digested(self) -> bool:
        """Whether the outline is made of passages told in short."""
        return self.told != self.text

    def outline(self, texts: dict[str, str], seconds: float) -> str:
        """What the outline's prompt says of the story."""
        title = f" ({json.dumps(self.title, ensure_ascii=False)})" if self.title else ""
        digested = texts["outline_digested"] if self.is_digested else ""
        return texts["outline_text"].format(digested=digested, text=json.dumps(self.told, ensure_ascii=False), seconds=f"{seconds:g}", title=title)

    def passage(self, begin: float, end: float) -> str:
        """The part of the text that a scene lasting from `begin` to `end` (shares of the film, 0 to 1) is most likely made of, with some around it."""
        wide = min(EXCERPT_MAX, max(EXCERPT_MIN, int((end - begin) * 2 * len(self.text))))
        middle = (begin + end) / 2 * len(self.text)
        first = max(0, min(len(self.text) - wide, int(middle - wide / 2)))
        return self.text[first : first + wide]


async def source_of(story: Story, asking: Asking, texts: dict[str, str], system: str, tally: Tally) -> Source:
    """The story as a model is told it. Long ones are read passage by passage, side by side."""
    if len(story.text) <= WHOLE_MAX:
        return Source(story.text, story.text, story.title)
    places = asyncio.Semaphore(SIDE_BY_SIDE)

    async def short(piece: str) -> str:
        async with places:
            found = await asking.ask(system, texts["digest"].format(text=json.dumps(piece, ensure_ascii=False)), DigestShape, tally=tally, check=_wrong)
        return found.digest.strip()

    told = await asyncio.gather(*(short(piece) for piece in _pieces(story.text)))
    return Source(story.text, "\n\n".join(f"[{n}] {one}" for n, one in enumerate(told, 1)), story.title)


def _wrong(shape: DigestShape) -> list[str]:
    return [] if len(shape.digest.split()) >= 5 or len(shape.digest) >= 20 else ["The digest is empty."]


def _pieces(text: str) -> list[str]:
    """The text in passages, cut between paragraphs where it can be."""
    pieces = [""]
    for paragraph in re.split(r"(?<=\n)\n+", text):
        for at in range(0, len(paragraph), PIECE):
            part = paragraph[at : at + PIECE]
            if pieces[-1] and len(pieces[-1]) + len(part) > PIECE:
                pieces.append("")
            pieces[-1] += part + "\n"
    return pieces
