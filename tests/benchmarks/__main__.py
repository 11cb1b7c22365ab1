"""`make bench`: every benchmark, as a table and as `.benchmarks/<time>.json`.

A benchmark is a file `bench_<name>.py` here with `run(quick) -> rows`; a row has name, value, unit and, where something was measured
beside it in the same run, baseline, ratio and the aim. These machines are noisy: ratios tell, absolute figures only hint.

    python -m tests.benchmarks [--quick] [name ...]
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import sys
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
RESULTS = HERE.parents[1] / ".benchmarks"


def names() -> list[str]:
    """All benchmarks, by the name after `bench_`."""
    return sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def shown(value: Any) -> str:
    """A figure to three significant digits."""
    return f"{value:.3g}" if isinstance(value, float) else str(value) if value is not None else ""


def main() -> int:
    """Run the chosen benchmarks. Returns the exit code: 1 when one of them broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(names())}; without any: all")
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that they run")
    args = parser.parse_args()
    if unknown := set(args.names) - set(names()):
        parser.error(f"no benchmark named {', '.join(sorted(unknown))}")
    console = Console()
    table = Table("benchmark", "what", "value", "unit", "baseline", "ratio", "aim")
    rows: list[dict[str, Any]] = []
    broken = False
    for name in args.names or names():
        console.print(f"[dim]{name} ...[/dim]")
        try:
            found = importlib.import_module(f"tests.benchmarks.bench_{name}").run(args.quick)
        except Exception:
            console.print_exception()
            broken = True
            continue
        for row in found:
            rows.append({"benchmark": name, **row})
            table.add_row(name, *(shown(row.get(key)) for key in ("name", "value", "unit", "baseline", "ratio", "aim")))
    console.print(table)
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{time.strftime('%Y-%m-%dT%H-%M-%S')}.json"
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "machine": platform.machine()}
    path.write_text(json.dumps({"quick": args.quick, "machine": machine, "rows": rows}, indent=1))
    console.print(f"Written to {path}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
