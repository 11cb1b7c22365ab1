"""The author's desk: validates plots and threads, and reads sample films aloud as text. Run by hand and by the tests.

python -m core.writing.offline.proofread [plot] [--idea TEXT] [--length S] [--seed N] [--tone T] [--module THREAD]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator

from core.writing.offline.choosing import Choice, choices
from core.writing.offline.composing import Film, compose, loglined, titled
from core.writing.offline.lexicon import words
from core.writing.offline.lint import findings, slips
from core.writing.offline.parse import parse
from core.writing.offline.pieces import plain
from core.writing.offline.plots import BEATS, BadPlot, Exchange, Plot, Thread, plots, threads
from core.writing.offline.staging import draft_shots
from core.writing.offline.telling import Teller, UnknownSlot
from core.writing.offline.world import World
from core.writing.script import NARRATOR, Script

SAMPLE_IDEAS = (
    "A lighthouse keeper finds a bottle with her own handwriting",
    "Two rival noodle chefs must share one kitchen during a typhoon",
    "An old robot learns to paint",
    "A boy befriends a whale",
    "A clockmaker wants to stop time for one hour",
    "A shy librarian has lost an old umbrella",
    "A pigeon becomes mayor of Venice",
    "Grandpa's last road trip",
)
SAMPLE_LENGTHS_S = (15, 30, 60, 180)
QUOTED_KIND = "told"
"""Plots of this kind are about somebody who tells the idea: it is quoted all through."""
SPINE_LEAST_S, SHORT_LEAST_S = 24.0, 10.5


def read_aloud(script: Script) -> Iterator[str]:
    """A script as Fountain-like text, line by line."""
    yield f"{script.title.upper()}   ({script.length_s:g} s, {len(script.scenes)} scenes, {len(script.shots)} shots)"
    yield script.logline
    names = {c.id: c.name for c in script.characters} | {NARRATOR: "Narrator"}
    for c in script.characters:
        yield f"    {c.name}: {c.look}; {c.wardrobe}"
    for n, scene in enumerate(script.scenes, 1):
        place = script.place_of(scene)
        dissolve = "   DISSOLVE TO:" if scene.shots[0].transition == "dissolve" else ""
        setting = f"{'INT.' if place.interior else 'EXT.'} {place.name.upper()} - {scene.time_of_day.upper()}"
        yield f"\n{n}. {setting}   ({scene.mood}, {scene.weather}, {scene.duration_s:g} s){dissolve}"
        for shot in scene.shots:
            yield f"  [{shot.size} {shot.move} {shot.duration_s:g}]{' ->' if shot.continues else ''} {shot.action}"
            for line in shot.lines:
                how = f" ({line.delivery})" if line.delivery else ""
                yield f"          {names[line.speaker].upper()}{how}: {line.text}"


def check_plot(plot: Plot) -> list[str]:
    """What is wrong with a plot beyond its form; warnings begin with `warning:`."""
    at, found = plot.name, []
    if len(plot.loglines) < 2 or not plot.titles:
        found.append(f"{at}: at least two loglines and one title")
    for beat in ("hook", "turn", "ending"):
        if not any(e.beat == beat and e.keep == 0 for e in plot.exchanges):
            found.append(f"{at}: nothing of keep 0 in {beat}")
    hook = [o for e in plot.exchanges if e.beat == "hook" and e.keep == 0 for t in e.takes for line in t for o in line.options]
    if not any(re.search(r"\{(premise|want|prop|subject|idea|ability)", o, re.I) for o in hook):
        found.append(f"{at}: the hook of keep 0 does not tell the idea")
    if not plot.short:
        found.append(f"{at}: no short")
    known = set(words("themes")) | set(words("domains")) | _FLAGS
    for flag in [*plot.fits, *(f.lstrip("-") for f in plot.never), *(f.lstrip("-") for e in plot.exchanges for f in e.when)]:
        if flag not in known:
            found.append(f"{at}: unknown theme or flag {flag}")
    for e in (*plot.exchanges, *plot.of_idea):
        variants = len(e.takes) * max(len(line.options) for t in e.takes for line in t)
        if e.keep <= 1 and variants < 3:
            found.append(f"warning: {at} {e.key}: only {variants} ways to tell it; write three")
    if plot.kind != QUOTED_KIND and not (plot.talk and plot.last_word):
        found.append(f"{at}: nothing of_idea: its people must talk of what the idea is about, and say what becomes of it")
    for e in plot.of_idea:
        if not all(any(re.search(r"\{(matter|deed)\}", o, re.I) for line in t for o in line.options) for t in e.takes):
            found.append(f"{at} {e.key}: every take names the {{matter}} or the {{deed}}")
    return found + _repeats(at, [*plot.exchanges, *plot.short, *plot.of_idea]) + _samples(plot)


_FLAGS = {
    "pair",
    "animal",
    "human",
    "thing",
    "place",
    "named",
    "able",
    "event",
    "beast",
    "unread",
    "crowd",
    "lost",
    "prop",
    "want",
    "alive",
    "indoors",
    *(f"tone_{t}" for t in ("comic", "tender", "wonder", "dark", "bittersweet")),
}


def _repeats(at: str, exchanges: list[Exchange]) -> list[str]:
    """Lines that could be said twice in one film: the same text in two exchanges."""
    where: dict[str, str] = {}
    found = []
    for e in exchanges:
        mine = {
            plain(o) for t in e.takes for line in t if line.spoken and not line.refrain for o in line.options if "{premise}" not in o and len(o.split()) > 1
        }
        found += [f"warning: {at}: said in {where[x]} and again in {e.key}: {x}" for x in sorted(mine) if x in where and "/short/" not in where[x] + e.key]
        where |= dict.fromkeys(mine, e.key)
    return found


def _samples(plot: Plot) -> list[str]:
    """Sample films of four sorts of ideas, others for the next plot: each must be told, lint-free and in time."""
    found: list[str] = []
    odd = sum(map(ord, plot.name)) % 2
    for n, idea in [*enumerate(SAMPLE_IDEAS)][odd::2]:
        read = parse(idea)
        world = World(read, n, plot.tones[n % len(plot.tones)])
        if any(need not in world.flags for need in plot.needs) or any(f in world.flags for f in plot.never):
            continue
        film = Film(read, plot, plot.tones[n % len(plot.tones)], n)
        try:
            for length in SAMPLE_LENGTHS_S[n // 2 % 2 :: 2]:
                script = compose(film, length, titled(film), loglined(film))
                found += [f"{plot.name} ({idea!r}, {length} s): {x}" for x in findings(script)]
            found += _too_long(world, film, idea)
        except UnknownSlot as error:
            found.append(f"{plot.name}: unknown slot {error} for {idea!r}")
    return found


def _too_long(world: World, film: Film, idea: str) -> list[str]:
    teller, cast, plot = Teller(world, world.flags, brief=True), world.company.leads(film.plot), film.plot
    told = [teller.tell(e, "A", "early", cast, world.prop_for(plot)) for e in plot.exchanges if e.keep == 0 and teller.holds(e.when)]
    spine = sum(x.least_s for t in told for x in draft_shots(t, plot.apart))
    found = []
    if spine > SPINE_LEAST_S + 1.5:
        found.append(f"warning: {plot.name}: keep 0 needs {spine:g} s at least ({idea!r}), more than {SPINE_LEAST_S:g}")
    shorts = [sum(x.least_s for x in draft_shots(teller.tell(e, "A", "early", cast, world.prop_for(plot)), plot.apart)) for e in plot.short]
    if shorts and min(shorts) > SHORT_LEAST_S:
        found.append(f"{plot.name}: no short fits 15 s ({idea!r}): the shortest needs {min(shorts):g} s of {SHORT_LEAST_S:g}")
    return found


def check_thread(thread: Thread) -> list[str]:
    """What is wrong with a thread beyond its form."""
    found = [f"{thread.name}: unknown domain {d}" for d in thread.domains if d not in words("domains")]
    for idea in SAMPLE_IDEAS:
        world = World(parse(idea), 1, "tender")
        teller = Teller(world, world.flags | set(thread.needs))
        main = next(iter(plots().values()))
        cast = world.company.with_small_parts(world.company.others("B", main.cast), thread.cast, thread.name)
        for part in thread.parts:
            for take in part.exchange.takes:
                try:
                    told = teller.tell(part.exchange, "B", part.act, cast, world.prop, take)
                except UnknownSlot as error:
                    if not thread.needs:
                        found.append(f"{thread.name}: unknown slot {error}")
                    continue
                found += [f"{thread.name} {part.exchange.key}: {slip}" for x in told.lines for slip in slips(x.text, x.source.spoken)]
    return found + _repeats(thread.name, [p.exchange for p in thread.parts])


def across_files() -> list[str]:
    """Lines that stand in two files: two films would share them."""
    where: dict[str, str] = {}
    found = []
    everything = [(p.name, [*p.exchanges, *p.short, *p.of_idea]) for p in plots().values()] + [
        (t.name, [p.exchange for p in t.parts]) for t in threads().values()
    ]
    for name, exchanges in everything:
        lines = {plain(o) for e in exchanges for t in e.takes for line in t if line.spoken and not line.refrain for o in line.options}
        lines = {x for x in lines if len(x.split()) > 3 and x != "premise"}
        found += [f"warning: in {where[x]} and in {name}: {x}" for x in sorted(lines) if x in where]
        where |= dict.fromkeys(lines, name)
    return found


def thread_aloud(thread: Thread, idea: str, seed: int) -> Iterator[str]:
    """A thread, every part and every take, with the people of an idea."""
    world = World(parse(idea), seed, "tender")
    teller = Teller(world, world.flags)
    cast = world.company.with_small_parts(world.company.others("B", {}), thread.cast, thread.name)
    yield f"{thread.name.upper()}: {thread.about}"
    for n, part in enumerate(thread.parts, 1):
        for take in part.exchange.takes:
            yield f"\n  part {n}, {part.act}"
            for line in teller.tell(part.exchange, "B", part.act, cast, world.prop, take).lines:
                who = (
                    cast[line.source.who].called.upper() + ": "
                    if line.source.who in cast
                    else "NARRATOR: "
                    if line.source.who == "N"
                    else f"[{line.source.who}] "
                )
                yield f"    {who}{line.text}"


def _table() -> Iterator[str]:
    for plot in plots().values():
        lines = [line for e in plot.exchanges for t in e.takes for line in t]
        beats = " ".join(f"{b}:{sum(e.beat == b for e in plot.exchanges)}" for b in BEATS)
        yield f"{plot.name:28} {plot.kind:18} {'/'.join(plot.tones):28} {len(lines):4} lines  {'sub ' if plot.subplot else '    '} {beats}"
    parts = sum(len(t.parts) for t in threads().values())
    yield f"{len(plots())} plots, {len(threads())} threads of {parts} parts"


def main(arguments: list[str] | None = None) -> int:
    """The command. 0 where all is well, 1 where something is wrong (warnings are not)."""
    ask = argparse.ArgumentParser(prog="proofread", description=__doc__)
    ask.add_argument("plot", nargs="?", default="")
    ask.add_argument("--idea", default="")
    ask.add_argument("--length", type=int, action="append")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--tone", default="")
    ask.add_argument("--module", default="")
    asked = ask.parse_args(arguments)
    try:
        found = _run(asked)
    except BadPlot as bad:
        found = [str(bad)]
    for line in dict.fromkeys(found):
        print(line, file=sys.stderr)
    return int(any(not x.startswith("warning:") for x in found))


def _run(asked: argparse.Namespace) -> list[str]:
    idea = asked.idea or SAMPLE_IDEAS[asked.seed % len(SAMPLE_IDEAS)]
    if asked.module:
        thread = threads().get(asked.module)
        if thread is None:
            return [f"no thread {asked.module}"]
        _print(thread_aloud(thread, idea, asked.seed))
        return check_thread(thread)
    if asked.plot:
        plot = plots().get(asked.plot)
        if plot is None:
            return [f"no plot {asked.plot}"]
        film = Film(parse(idea), plot, asked.tone or plot.tones[0], asked.seed)
        for length in asked.length or SAMPLE_LENGTHS_S:
            _print(read_aloud(compose(film, length, titled(film), loglined(film))))
            print("-" * 100)
        return check_plot(plot)
    if asked.idea:
        options = choices(idea, asked.seed)
        for n, option in enumerate(options, 1):
            print(f"{n}. [{option.film.plot.name}, {option.film.tone}] {option.title}: {option.logline}")
        best: Choice = options[0]
        for length in asked.length or [60]:
            _print(read_aloud(compose(best.film, length, best.title, best.logline)))
        return []
    _print(_table())
    return [x for p in plots().values() for x in check_plot(p)] + [x for t in threads().values() for x in check_thread(t)] + across_files()


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)


if __name__ == "__main__":
    sys.exit(main())
