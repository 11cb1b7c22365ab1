"""A script in another language by a model: every line, in time, names kept, and nothing of the picture touched."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from openai import AsyncOpenAI

from core.errors import LanguageNotWritten, WritingFailed
from core.writing.offline.offline_writer import OfflineWriter
from core.writing.openai_writer import OpenAIWriter
from core.writing.pacing import spoken_s
from tests.core.writing.conftest import lighthouse
from tests.fakes.openai import FakeOpenAI, Reply

GERMAN = {1: "Die Schrift kenne ich.", 2: "Mara? Mara, was ist?", 3: "Nichts, Tom.", 4: "Mara zündete die Lampe wieder an."}


def answer(lines: dict[int, str], *, names: dict[str, str] | None = None, title: str = "Mara und die Lampe") -> Any:
    """Answers the film's names first, then its lines."""

    def by(body: dict[str, Any]) -> Reply:
        if body["response_format"]["json_schema"]["name"] == "FilmShape":
            cast = names or {"c1": "Mara", "c2": "Der alte Tom"}
            return Reply({
                "title": title, "logline": "Mara, die das Licht hütet, findet einen Brief, den sie selbst schrieb.", "card": "",
                "characters": [{"id": id, "name": name} for id, name in cast.items()],
                "places": [{"id": "l1", "name": "Leuchtturm"}, {"id": "l2", "name": "Küche"}],
            })  # fmt: skip
        return Reply({"lines": [{"number": number, "text": text} for number, text in lines.items()]})

    return by


async def translated(openai: FakeOpenAI, language: str = "de") -> Any:
    writer = OpenAIWriter(AsyncOpenAI(api_key=openai.key, base_url=openai.url), model="gpt-5-mini")
    try:
        return await writer.translate(lighthouse(), language)
    finally:
        await writer.close()


async def test_words_change_and_pictures_do_not() -> None:
    openai = FakeOpenAI()
    openai.answer_by = answer(GERMAN)
    async with openai.running():
        written = await translated(openai)
    script, source = written.script, lighthouse()
    assert (script.language, script.title) == ("de", "Mara und die Lampe")
    assert [line.text for shot in script.shots for line in shot.lines] == list(GERMAN.values())
    assert [place.name for place in script.locations] == ["Leuchtturm", "Küche"]
    assert script.length_s == source.length_s
    for ours, theirs in zip(script.shots, source.shots, strict=True):
        assert ours.model_copy(update={"lines": ()}) == theirs.model_copy(update={"lines": ()})
    assert written.usage.tokens_out == 100
    asked = openai.bodies()[1]["messages"][1]["content"]
    told = json.loads(re.search(r"The lines: (\[.*\])", asked)[1])  # type: ignore[index]
    assert told[0]["most"] > len(GERMAN[1])


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({1: GERMAN[1], 2: GERMAN[2], 3: GERMAN[3]}, "Give every line once"),
        ({**GERMAN, 3: ""}, "Line 3 is empty"),
        ({**GERMAN, 2: "Was ist denn jetzt schon wieder?"}, "Line 2 says Mara"),
        ({**GERMAN, 1: "Diese Handschrift, ja, die kenne ich, und ich kenne sie seit vielen, vielen Jahren, in denen ich hier " * 2}, "takes too long"),
        ({1: "I know this hand.", 2: "Mara? Mara, what is it with you?", 3: "Nothing, and you know that.", 4: "And Mara lit the lamp again."}, "are in en"),
    ],
)
async def test_what_is_wrong_goes_back_until_it_is_right(wrong: dict[int, str], why: str) -> None:
    openai = FakeOpenAI()
    tries: list[str] = []

    def by(body: dict[str, Any]) -> Reply:
        if body["response_format"]["json_schema"]["name"] == "LinesShape":
            tries.append(body["messages"][-1]["content"])
            return answer(wrong if len(tries) == 1 else GERMAN)(body)  # type: ignore[no-any-return]
        return answer(GERMAN)(body)  # type: ignore[no-any-return]

    openai.answer_by = by
    async with openai.running():
        written = await translated(openai)
    assert why in tries[1]
    assert written.script.shots[2].lines[0].text == GERMAN[1]


@pytest.mark.parametrize(
    ("insisted", "why"),
    [
        ({**GERMAN, 2: "Schwester? Schwester, was ist?"}, "Line 2 says Mara"),
        ({**GERMAN, 1: "Das ist die Schrift, das weiß ich, die ich schon seit vielen langen Jahren so gut kenne."}, "Line 1 takes too long"),
    ],
)
async def test_a_model_is_asked_once_for_a_name_and_for_a_shorter_line_and_may_know_better(insisted: dict[int, str], why: str) -> None:
    openai = FakeOpenAI()
    openai.answer_by = answer(insisted)
    async with openai.running():
        script = (await translated(openai)).script
    asked = [body["messages"][-1]["content"] for body in openai.bodies()[1:]]
    assert len(asked) == 2
    assert why in asked[1]
    assert [line.text for shot in script.shots for line in shot.lines] == list(insisted.values())


async def test_what_was_insisted_on_is_said_again_while_something_else_is_wrong() -> None:
    openai, tries = FakeOpenAI(), list[str]()

    def by(body: dict[str, Any]) -> Reply:
        if body["response_format"]["json_schema"]["name"] == "LinesShape":
            tries.append(body["messages"][-1]["content"])
        return answer({**GERMAN, 2: "Was ist denn jetzt?", **({3: ""} if len(tries) < 3 else {})})(body)  # type: ignore[no-any-return]

    openai.answer_by = by
    async with openai.running():
        await translated(openai)
    assert len(tries) == 3
    assert all("Line 2 says Mara" in told and "Line 3 is empty" in told for told in tries[1:])


async def test_a_model_that_never_gets_it_right_is_given_up() -> None:
    openai = FakeOpenAI()
    openai.answer_by = answer({**GERMAN, 4: ""})
    async with openai.running():
        with pytest.raises(WritingFailed):
            await translated(openai)


async def test_names_are_written_as_the_language_writes_them() -> None:
    openai = FakeOpenAI()
    arabic = {1: "أعرف هذا الخط.", 2: "مارا؟ مارا، ما الأمر؟", 3: "لا شيء يا توم.", 4: "أشعلت مارا المصباح من جديد."}
    openai.answer_by = answer(arabic, names={"c1": "مارا", "c2": "توم"}, title="مارا والمصباح")
    async with openai.running():
        script = (await translated(openai, "ar")).script
    assert [one.name for one in script.characters] == ["مارا", "توم"]
    assert _most(openai) == [65, 39, 16, 54], "eleven letters a second, where vowels are not written"


def _most(openai: FakeOpenAI) -> list[int]:
    """The letters there was said to be time for, line by line."""
    told = json.loads(re.search(r"The lines: (\[.*\])", openai.bodies()[1]["messages"][1]["content"])[1])  # type: ignore[index]
    return [line["most"] for line in told]


def test_marks_that_french_sets_apart_are_no_words() -> None:
    assert spoken_s("« Qui est Sam ? »") == spoken_s("Qui est Sam?")
    assert spoken_s("Sam – et toi ?") > spoken_s("Sam et toi ?"), "a dash is a pause"


async def test_the_offline_writer_says_that_it_cannot() -> None:
    writer = OfflineWriter()
    assert not writer.translates("es")
    with pytest.raises(LanguageNotWritten):
        await writer.translate(lighthouse(), "es")
