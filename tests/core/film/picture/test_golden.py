"""Titles, credits, captions and covers look as they were found good; a change that an eye sees fails here. See `golden` for the measures."""

from __future__ import annotations

import numpy as np
import pytest

from tests.core.film.picture import golden
from tests.core.film.picture.golden import COLOUR_MAX, FRAMES, HASH_MAX, distance

RENEW = "If it is better so: python -m tests.core.film.picture.golden, look at the pictures, commit them."


@pytest.mark.parametrize("name", FRAMES)
async def test_a_frame_looks_as_it_did(name: str) -> None:
    drawn = await FRAMES[name]()
    differs, colour = distance(drawn, golden.golden(name))
    assert differs <= HASH_MAX, RENEW
    assert colour <= COLOUR_MAX, RENEW


def test_what_an_eye_does_not_see_is_forgiven() -> None:
    picture = golden.golden("opening")
    noisy = np.clip(picture + np.random.default_rng(0).normal(0, 2, picture.shape), 0, 255).astype(np.uint8)
    for other in (noisy, np.roll(picture, 1, axis=1)):
        differs, colour = distance(other, picture)
        assert differs <= HASH_MAX
        assert colour <= COLOUR_MAX


async def test_what_an_eye_sees_is_not() -> None:
    changed = {
        "opening": golden.opening("The Letter from Sunday"),
        "credits": golden.credits(("Mara",)),
        "cover": golden.cover(mood="hope"),
        "caption": await golden.caption("This was Luma."),
    }
    for name, picture in changed.items():
        differs, colour = distance(picture, golden.golden(name))
        assert differs > HASH_MAX or colour > COLOUR_MAX, name
