"""The documents say what is true: settings, commands, links and languages are compared with the code."""

from __future__ import annotations

import re
from pathlib import Path

from core.config import Settings

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")


def test_the_settings_table_is_complete() -> None:
    rows = dict(re.findall(r"^\| `SYSRAI_([A-Z0-9_]+)` \| (.+?) \|", README.read_text(), re.MULTILINE))
    assert set(rows) == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        assert field.description, f"{name} has no description"
        assert rows[name.upper()] == field.description, name


def test_the_readme_begins_with_the_two_commands() -> None:
    text = README.read_text()
    first = text.index("make demo"), text.index("make test")
    assert max(first) < 2500
    assert text.index("```") < first[0]


def test_links_lead_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [README, *(ROOT / "docs").rglob("*.md")]
        for target in LINK.findall(page.read_text())
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []


def test_commands_in_the_documents_exist() -> None:
    from bots.__main__ import parser

    known = set(parser().format_help().replace("{", " ").replace("}", " ").replace(",", " ").split())
    named = {command for page in [README, *(ROOT / "docs").rglob("*.md")] for command in re.findall(r"`sysrai ([a-z]+)", page.read_text())}
    assert named
    assert named <= known, named - known


def test_make_targets_in_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {target for page in [README, *(ROOT / "docs").rglob("*.md")] for target in re.findall(r"`make ([a-z]+)", page.read_text())}
    assert named
    assert named <= targets, named - targets
