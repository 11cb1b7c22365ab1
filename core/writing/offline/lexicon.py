"""The offline writer's words: everything in `lexicon/`, read once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

HOME = Path(__file__).parent
T = TypeVar("T")

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


def read_yaml(path: Path) -> Any:
    """One data file. YAML's own errors name file and line."""
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=_Loader)


@cache
def words(name: str) -> Any:
    """A file of `lexicon/` by its stem."""
    return read_yaml(HOME / "lexicon" / f"{name}.yaml")


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A white-space separated list of words under a key of a lexicon file."""
    return frozenset(str(words(name)[key]).split())


@cache
def themes() -> dict[str, frozenset[str]]:
    """Theme -> the dictionary forms that bring it up."""
    return {name: frozenset(str(listed).split()) for name, listed in words("themes").items()}


def draw(key: str, options: Sequence[T]) -> T:
    """One of the options by a key: the same key always draws the same, whatever else was drawn before."""
    return options[number(key) % len(options)]


def shuffled(key: str, items: Sequence[T]) -> list[T]:
    """The items in an order that depends on the key alone."""
    return [items[i] for i in sorted(range(len(items)), key=lambda i: number(f"{key}|{i}"))]


def number(key: str) -> int:
    """A large number from a key, the same in every process."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big")
