"""The layout is the architecture: imports run one way, files open with what they are for, functions fit a screen."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bots", "payments", "core", "gpu_worker")
FUNCTION_LINES_MAX = 70
DOCUMENTED_MIN = 0.9

LAYERS = [
    ["bots.__main__"],
    ["bots.commands"],
    ["bots.admin_films"],
    ["bots.demo", "bots.admin_money", "bots.admin_arguments"],
    ["bots.wiring"],
    ["bots.terminal_chat", "bots.discord_chat", "bots.telegram_chat", "bots.web"],
    ["bots.conversation"],
    ["payments"],
    ["core.rendering"],
    ["core.film"],
    ["core.storyboard"],
    ["core.write_job", "core.materials"],
    ["core.crew"],
    ["core.standings"],
    ["core.projects"],
    ["core.library", "core.linking"],
    ["core.writing"],
    ["core.studio_rules"],
    ["core.people", "core.places", "core.plans", "core.codes"],
    ["core.uploads", "core.pictures"],
    ["core.ledger", "core.references", "core.moderation", "core.tidying"],
    ["core.storage", "core.links", "core.workshop", "core.typography", "core.embedded", "core.logs"],
    ["core.ffmpeg"],
    ["core.cpu"],
    ["core.jobs"],
    ["core.rows", "core.alone"],
    ["core.models"],
    ["core.database"],
    ["core.config"],
    ["core.errors"],
    ["gpu_worker.contract"],
]
"""From the street to the cellar. A room may import what stands below it, and nothing beside or above it but itself."""


def modules() -> Iterator[tuple[str, Path]]:
    """(dotted name, path) of every module of the product."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if path.name == "0001_initial.py":  # generated from the models
                continue
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def layer(module: str) -> int | None:
    """The index of the layer a module stands in."""
    matches = [(len(name), i) for i, names in enumerate(LAYERS) for name in names if module == name or module.startswith(name + ".")]
    return max(matches)[1] if matches else None


def room_of(module: str) -> str:
    """The room within its layer."""
    return max((name for names in LAYERS for name in names if module == name or module.startswith(name + ".")), key=len, default=module)


def imports(path: Path) -> Iterator[str]:
    """Every module of ours that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in ROOMS)


def arrows_the_wrong_way() -> list[str]:
    """Every import that goes up or sideways."""
    wrong = []
    for module, path in modules():
        here = layer(module)
        for target in imports(path):
            there = layer(target)
            if here is None or there is None or room_of(module) == room_of(target):
                continue
            if there <= here:
                wrong.append(f"{module} -> {target}")
    return wrong


def test_imports_run_one_way() -> None:
    assert arrows_the_wrong_way() == []


def test_every_module_stands_in_a_layer() -> None:
    plain = {"core", "core.migrations", "bots", "gpu_worker", "payments"}
    missing = [
        module for module, _ in modules() if layer(module) is None and module not in plain and not module.startswith(("core.migrations.", "gpu_worker."))
    ]
    assert missing == []


def test_an_arrow_the_wrong_way_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "wrong.py"
    file.write_text("def f():\n    from core.rendering import quote\n")
    assert "core.rendering" in set(imports(file))
    assert layer("core.rendering.quote") < layer("core.jobs")  # type: ignore[operator]


def test_no_circles_within_rooms() -> None:
    known = dict(modules())
    graph = {module: {target for target in imports(path) if target in known} - {module} for module, path in known.items()}
    seen: dict[str, int] = {}

    def visit(module: str, trail: list[str]) -> None:
        if seen.get(module) == 1:
            circle = [*trail[trail.index(module) :], module]
            packages = {name for name in circle if any(other.startswith(name + ".") for other in circle)}
            if not packages:  # a package and its own module name each other through __init__
                raise AssertionError("circle: " + " -> ".join(circle))
            return
        if seen.get(module) == 2:
            return
        seen[module] = 1
        for target in sorted(graph.get(module, ())):
            visit(target, [*trail, module])
        seen[module] = 2

    for module in graph:
        visit(module, [])


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef, bool]]:
    """(where, function, public) for every function of the product; nested ones are not public."""

    def walk(node: ast.AST, public: bool, where: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef, bool]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{where}:{child.name}", child, public and not child.name.startswith("_")
                yield from walk(child, False, where)
            elif isinstance(child, ast.ClassDef):
                yield from walk(child, public and not child.name.startswith("_"), where)
            else:
                yield from walk(child, public, where)

    for module, path in modules():
        if not module.startswith("core.migrations"):
            yield from walk(ast.parse(path.read_text()), True, module)


def test_functions_fit_a_screen() -> None:
    long = [f"{where} has {node.end_lineno - node.lineno + 1} lines" for where, node, _ in functions() if node.end_lineno - node.lineno >= FUNCTION_LINES_MAX]  # type: ignore[operator]
    assert long == []


def test_public_functions_are_documented() -> None:
    public = [(where, ast.get_docstring(node) is not None) for where, node, public in functions() if public]
    bare = [where for where, documented in public if not documented]
    assert len(public) > 100
    assert len(bare) <= (1 - DOCUMENTED_MIN) * len(public), bare


def test_every_file_says_what_it_is_for() -> None:
    assert [module for module, path in modules() if not ast.get_docstring(ast.parse(path.read_text()))] == []


@pytest.mark.parametrize("room", ["core.jobs"])
def test_only_one_file_knows_arq(room: str) -> None:
    assert [module for module, path in modules() if module != room and "arq" in {name.split(".")[0] for name in _outside(path)}] == []


def _outside(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_conversation_imports_no_chat_library() -> None:
    forbidden = {"discord", "telegram", "rich", "prompt_toolkit", "aiohttp"}
    wrong = [module for module, path in modules() if module.startswith("bots.conversation") and forbidden & {name.split(".")[0] for name in _outside(path)}]
    assert wrong == []


def test_the_core_loads_without_heavy_or_chat_libraries() -> None:
    code = "import sys, core.rendering, core.projects, core.write_job; print(sorted({'torch', 'runpod', 'discord', 'telegram', 'stripe'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
