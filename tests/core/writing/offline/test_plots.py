"""The authored files: each plot and thread keeps the format, and what breaks it is named."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from core.writing.offline.lexicon import words
from core.writing.offline.plots import BadPlot, Plot, Thread, plots, read_plot, threads
from core.writing.offline.proofread import across_files, check_plot, check_thread

GOOD = """
kind: message
titles: [One]
loglines: ["{P} writes.", "{P} reads."]
tones: [tender]
cast: {Q: {who: stranger}}
short: ["P One."]
beats:
  hook: [{keep: 0, text: "N {premise}"}]
  want: []
  obstacle: []
  try: []
  turn: [{keep: 0, text: "P! Oh. [CU; dolly_in]"}]
  choice: []
  ending: [{keep: 0, text: "Q= Well."}]
"""


@pytest.mark.parametrize("plot", plots().values(), ids=lambda p: p.name)
def test_every_plot_can_be_told(plot: Plot) -> None:
    assert [x for x in check_plot(plot) if not x.startswith("warning:")] == []


@pytest.mark.parametrize("thread", threads().values(), ids=lambda t: t.name)
def test_every_thread_can_be_told(thread: Thread) -> None:
    assert [x for x in check_thread(thread) if not x.startswith("warning:")] == []


def test_no_line_stands_in_two_files() -> None:
    assert across_files() == []


def test_enough_plots_of_every_kind() -> None:
    count = Counter(p.kind for p in plots().values())
    assert len(plots()) >= 40
    assert {kind: count[kind] for kind in words("kinds") if count[kind] < 3 and kind != "told"} == {}


def test_a_good_plot_is_read(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(GOOD)
    plot = read_plot(path)
    turn = next(e for e in plot.exchanges if e.beat == "turn").takes[0][0]
    assert (turn.who, turn.close, turn.size, turn.move) == ("P", True, "CU", "dolly_in")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("kind: message", "kind: opera", "unknown kind"),
        ("tones: [tender]", "tones: [loud]", "tones"),
        ('"P! Oh. [CU; dolly_in]"', '"P! Oh. [upside down]"', "unknown direction"),
        ('"P! Oh. [CU; dolly_in]"', '"R! Oh."', "not in the cast"),
        ('"P! Oh. [CU; dolly_in]"', '"Oh."', "cannot read"),
        ("  want: []\n", "", "beats must be"),
        ('{keep: 0, text: "N {premise}"}', '{keep: 0, text: "N {premise}", after: bell}', "bell"),
        ("titles: [One]", "titles: [One]\ncolour: red", "unknown keys"),
    ],
)
def test_what_breaks_the_format_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    path = tmp_path / "bad.yaml"
    path.write_text(GOOD.replace(old, new))
    with pytest.raises(BadPlot, match=says):
        read_plot(path)
