"""The drawn look is as it was found good: a change that an eye sees fails here. See `golden`."""

from __future__ import annotations

import numpy as np
import pytest

from tests.core.film.picture.golden import COLOUR_MAX, HASH_MAX, distance
from tests.core.storyboard.golden import PANELS, drawn, golden

RENEW = "If it is better so: python -m tests.core.storyboard.golden, look at the pictures, commit them."


@pytest.mark.parametrize("name", PANELS)
def test_a_panel_looks_as_it_did(name: str) -> None:
    differs, colour = distance(drawn(name), golden(name))
    assert differs <= HASH_MAX, RENEW
    assert colour <= COLOUR_MAX, RENEW


def test_another_panel_is_seen_to_be_another() -> None:
    for one, other in (("snake_tall", "dachshund_tall"), ("pier", "bicycle"), ("horse_face", "face")):
        differs, colour = distance(golden(one), golden(other))
        assert differs > HASH_MAX or colour > COLOUR_MAX, (one, other)
    mirrored = np.ascontiguousarray(golden("bicycle")[:, ::-1])
    assert distance(mirrored, golden("bicycle"))[0] > HASH_MAX
