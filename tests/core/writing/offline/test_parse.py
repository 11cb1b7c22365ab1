"""What the parser reads in ideas of all shapes."""

from __future__ import annotations

import pytest

from core.writing.offline.about import lost_of, matter_of, prop_of, want_of
from core.writing.offline.parse import parse
from core.writing.offline.premise import premises


@pytest.mark.parametrize("text", ["the color blue", "red", "hello", "Why me", "asdf qwertz", "Why do we dream?"])
def test_what_nobody_can_hold_is_no_thing(text: str) -> None:
    assert prop_of(parse(text)) is None


@pytest.mark.parametrize(
    ("text", "subject", "kind", "verb"),
    [
        ("A lighthouse keeper finds a message in a bottle that he wrote himself", "lighthouse keeper", "person", "find"),
        ("Two rival noodle chefs must share one kitchen during a typhoon", "noodle chef", "person", "share"),
        ("A pigeon becomes mayor of Venice", "pigeon", "animal", "become"),
        ("An astronaut stranded on Mars grows one tomato", "astronaut", "person", "grow"),
        ("make me a funny short film about a vampire who is afraid of the dark", "vampire", "person", "be"),
        ("In a city where it never stops raining, an umbrella maker falls in love", "umbrella maker", "person", "fall"),
        ("A clockmaker wants to stop time for one hour", "clockmaker", "person", "stop"),
        ("The last bookshop on earth", "bookshop", "place", ""),
        ("A taxi driver picks up a passenger who claims to be death", "taxi driver", "person", "pick"),
        ("Mara and Tobias open a bakery in Lisbon", "Mara", "person", "open"),
        ("a court case against a goose who stole a wedding ring", "goose", "animal", "steal"),
        ("12 angry cats guard a bank", "angry cat", "animal", "guard"),
        ("a documentary about the man who paints road lines", "man", "person", "paint"),
        ("a vending machine that grants wishes", "vending machine", "thing", "grant"),
        ("the diary of a woman who collects lost gloves", "woman", "person", "collect"),
        ("a tiny dragon applies for a job at a fire station", "tiny dragon", "person", "apply"),
    ],
)
def test_who_does_what(text: str, subject: str, kind: str, verb: str) -> None:
    idea = parse(text)
    assert (idea.subject.noun, idea.subject.kind, idea.verb) == (subject, kind, verb)
    assert idea.readable


def test_who_stands_inside_what_an_idea_calls_itself() -> None:
    game = parse("a chess game between a nun and a burglar")
    assert game.framed is not None
    assert game.second is not None
    assert (game.framed.noun, game.subject.noun, game.second.noun) == ("chess game", "nun", "burglar")
    assert matter_of(game) == "the chess game"
    assert parse("a trial of a pig accused of murder").subject.noun == "pig"


def test_a_thing_is_somebody_only_where_it_does_what_people_do() -> None:
    assert "alive" not in parse("a recipe for onion soup that saves a marriage").themes
    assert "alive" in parse("a spreadsheet falls in love with a stapler").themes


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("An old robot learns to paint", "learn to paint"),
        ("A clockmaker wants to stop time for one hour", "stop time for one hour"),
        ("A boy befriends a whale", "befriend a whale"),
        ("A girl who can smell the past", ""),
        ("A dog waits at the station every day", ""),
        ("A soldier comes home from war and nobody recognises him", ""),
    ],
)
def test_undertakings(text: str, want: str) -> None:
    assert want_of(parse(text)) == want


def test_objects_and_losses() -> None:
    prop = prop_of(parse("A knight must return a dragon's egg before sunrise"))
    assert prop is not None
    assert prop.noun == "dragon's egg"
    assert prop_of(parse("Everyone in a small town wakes up with someone else's voice")) is None
    assert lost_of(parse("The king has lost his crown")) == "his crown"
    assert lost_of(parse("A pirate searches for a stolen map")) == "the map"


@pytest.mark.parametrize("text", ["Ein alter Mann sucht seinen Hund", "asdf qwer zxcv", "!!!", "夜の灯台", "a" * 4000, "the " * 900, "{P} [x] <b>"])
def test_what_cannot_be_read_is_quoted(text: str) -> None:
    idea = parse(text)
    told = premises(idea, "Mara", "a pilot")
    assert told
    assert all(len(x) < 400 for x in told)
    assert not set("{}[]<>") & set("".join(told))


def test_the_premise_keeps_the_ideas_words() -> None:
    idea = parse("A shy baker receives letters from the future")
    assert premises(idea, "Mara", "a shy baker") == ["A shy baker receives letters from the future", "Mara, a shy baker, received letters from the future"]
