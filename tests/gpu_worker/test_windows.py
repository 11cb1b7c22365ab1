"""Cutting a shot into windows: every frame once, none too long, none too short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gpu_worker.windows import Window, plan


@given(frames=st.integers(1, 1500), window=st.sampled_from([21, 33, 49, 97, 121]), before=st.sampled_from([0, 1, 5, 17]))
def test_every_frame_is_shown_once_and_windows_fit(frames: int, window: int, before: int) -> None:
    windows = plan(frames, window=window, overlap=17, before=before)
    assert sum(each.new for each in windows) == frames
    assert [each.index for each in windows] == list(range(len(windows)))
    for each in windows:
        assert each.size <= window
        assert (each.size - 1) % 4 == 0
        assert 0 < each.new <= each.size - each.known
        assert each.known == (before if each.index == 0 else 17)
    assert all(each.known + each.new == each.size for each in windows[:-1])
    assert [each.last for each in windows] == [False] * (len(windows) - 1) + [True]


def test_no_more_windows_than_needed_and_no_stub_at_the_end() -> None:
    assert plan(97, window=97, overlap=17) == [Window(0, 0, 97, 97, True)]
    assert [each.size for each in plan(101, window=97, overlap=17)] == [61, 57]
    assert [each.size for each in plan(177, window=97, overlap=17)] == [97, 97]
    assert [each.size for each in plan(97, window=97, overlap=17, before=17)] == [69, 65]


def test_a_window_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        plan(97, window=17, overlap=17)
