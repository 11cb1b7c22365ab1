"""Whatever is told of whatever idea is clean English: every plot with odd ideas, and the lint that says so."""

from __future__ import annotations

import pytest

from core.writing.offline.about import NO_MATTER, deed_of, matter_of
from core.writing.offline.choosing import suits
from core.writing.offline.composing import Film, compose, loglined, titled
from core.writing.offline.lint import findings, slips, wrong_pronouns
from core.writing.offline.parse import parse
from core.writing.offline.plots import Plot, plots
from core.writing.script import Script
from tests.core.writing.offline.conftest import film_of

ODD_IDEAS = (
    "a bakery on the moon",
    "my dog becomes mayor",
    "a love letter to a tax form",
    "loneliness",
    "how vaccines work",
    "Ana and Theo open a bookshop that only sells last pages",
    "a Coca-Cola machine falls in love with an IKEA lamp",
    "what if gravity stopped on Tuesdays?",
    "the sea at night, slow and quiet",
    "A very old lighthouse keeper who has not spoken to anyone for thirty years finds, one stormy night in November, a small wet cat on the stairs, "
    "and the cat turns out to be the only one who remembers his late wife's song, so the two of them set out in a rowing boat",
    "Everyone in a small town wakes up with someone else's voice",
    "An heiress loses her umbrella in an hour-long queue",
)


def told(plot: Plot, n: int) -> Script:
    """A film of this plot, of the next odd idea that it can tell."""
    ideas = [parse(x) for x in (*ODD_IDEAS[n:], *ODD_IDEAS[:n])]
    idea = next((x for x in ideas if suits(plot, x) > 0), parse("Two sisters find a lost dog and a message"))
    film = Film(idea, plot, plot.tones[n % len(plot.tones)], n)
    return compose(film, (30, 60, 90, 180)[n % 4], titled(film), loglined(film))


@pytest.mark.parametrize("plot", plots().values(), ids=lambda p: p.name)
def test_every_plot_tells_odd_ideas_without_a_slip(plot: Plot) -> None:
    n = sum(map(ord, plot.name))
    assert findings(told(plot, n % len(ODD_IDEAS))) == []


def test_an_hour_of_an_odd_idea_has_no_slip() -> None:
    assert findings(film_of("my dog becomes mayor", 1, 3600)) == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("He saw an bottle.", "article"),
        ("A apple fell.", "article"),
        ("It was was cold.", "doubled word"),
        ("He came,, and went.", "punctuation"),
        ("He came.. And went.", "punctuation"),
        ("he came.", "begins small"),
        ("He came. she went.", "small after a full stop"),
        ("He has {prop}.", "slot"),
        ("There is no the whale here.", "two articles"),
        ("They was there.", "agreement"),
        ("He came", "no end mark"),
    ],
)
def test_the_lint_finds(text: str, slip: str) -> None:
    assert any(x.startswith(slip) for x in slips(text, False))


def test_the_lint_finds_a_pronoun_that_fits_nobody() -> None:
    script = film_of("A boy befriends a whale", 1, 60)
    boy = next(c for c in script.characters if c.gender == "male")
    assert wrong_pronouns(f"{boy.name} puts on her hat.", [boy])
    assert not wrong_pronouns(f"{boy.name} puts on his hat.", [boy])
    assert not wrong_pronouns("She puts on her hat.", [boy])


@pytest.mark.parametrize(
    ("idea", "matter", "deed"),
    [
        ("A boy befriends a whale", "the whale", "befriending a whale"),
        ("My dog becomes mayor", "the mayor business", "becoming mayor"),
        ("A violinist loses her hearing on the night of the concert", "the hearing", "losing one's hearing on the night of the concert"),
        ("A girl who can smell the past", "the past", "smelling the past"),
        ("An old robot learns to paint", "painting", "learning to paint"),
        ("The last bookshop on earth", "the bookshop", ""),
        ("loneliness", "loneliness", ""),
        ("how vaccines work", "the vaccine business", ""),
        ("Why did the chicken cross the road?", "the road", "crossing the road"),
        ("A train conductor collects lost gloves", "the glove business", "collecting lost gloves"),
        ("old umbrella", "the old umbrella", ""),
        ("the day the internet died", "the internet", ""),
        ("A trailer for a film about a haunted toaster", "the haunted toaster", ""),
        ("a Coca-Cola machine falls in love with an IKEA lamp", "the IKEA lamp", "falling in love with an IKEA lamp"),
        ("Ana forgets my birthday", "the birthday", ""),
        ("Why do we dream?", "dreaming", ""),
        ("why do cats hate water", "water", ""),
        ("what is love", "love", ""),
        ("Who are you?", NO_MATTER, ""),
        ("Who killed the mayor?", "the mayor", ""),
        ("what if the moon fell", "the moon", ""),
        ("My dog saw a ghost", "the ghost", "seeing a ghost"),
    ],
)
def test_what_an_idea_is_about(idea: str, matter: str, deed: str) -> None:
    assert (matter_of(parse(idea)), deed_of(parse(idea))) == (matter, deed)


@pytest.mark.parametrize(
    ("idea", "said"),
    [
        ("what if gravity stopped on Tuesdays?", "What if gravity stopped on Tuesdays?"),
        ("how vaccines work", "This is how vaccines work."),
        ("Ana and Theo open a bookshop that only sells last pages", "Ana and Theo open a bookshop that only sells last pages."),
    ],
)
def test_the_idea_is_told_as_it_was_meant(idea: str, said: str) -> None:
    script = film_of(idea, 1, 60)
    assert script.scenes[0].shots[0].lines[0].text == said


def test_an_idea_comes_back_before_a_minute_is_over() -> None:
    script = film_of("loneliness", 1, 60)
    lines = [line.text for shot in script.shots for line in shot.lines]
    assert sum("oneliness" in x for x in lines) >= 2


def test_a_place_on_the_moon_plays_in_the_place() -> None:
    script = film_of("a bakery on the moon", 1, 60)
    assert [x.name for x in script.locations if x.interior] == ["The bakery"]


def test_indoor_business_is_not_played_under_the_sky() -> None:
    script = film_of("loneliness", 1, 60)
    assert all(script.place_of(scene).interior for scene in script.scenes if any("cellar" in shot.action for shot in scene.shots))
