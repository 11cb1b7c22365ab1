"""The compose file and the image: every command, setting, port and service they name is real."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from bots.__main__ import parser
from bots.commands import COMMANDS
from core import database
from core.config import Settings
from core.storage import Storage

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
OURS = [name for name, service in COMPOSE["services"].items() if service.get("build")]
EXAMPLE = dict(line.split("=", 1) for line in (ROOT / ".env.example").read_text().splitlines() if "=" in line and not line.startswith("#"))


def resolved(value: str) -> str:
    """A value as compose would read it, secrets filled in."""
    return re.sub(r"\$\{(\w+)(?::([-?])([^}]*))?\}", lambda m: EXAMPLE.get(m[1]) or (m[3] if m[2] == "-" else "s3cret"), value)


def settings_of(service: str) -> Settings:
    given = {name: resolved(value) for name, value in COMPOSE["services"][service]["environment"].items()}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in given.items():
            patch.setenv(name, value)
        return Settings(_env_file=None)  # type: ignore[call-arg]


@pytest.mark.parametrize("service", OURS)
def test_commands_exist(service: str) -> None:
    args = parser().parse_args(COMPOSE["services"][service]["command"])
    assert args.command in COMMANDS


@pytest.mark.parametrize("service", OURS)
def test_settings_exist_and_are_understood(service: str, tmp_path: Path) -> None:
    environment = COMPOSE["services"][service]["environment"]
    assert {name.removeprefix("SYSRAI_").lower() for name in environment} <= set(Settings.model_fields)
    settings = settings_of(service)
    assert database.config(settings.database_url)
    assert Storage.open(settings.storage_url, tmp_path).outside_link("a/b", 60)


def test_addresses_name_services() -> None:
    settings = settings_of("worker")
    for address, port in ((settings.database_url, 5432), (settings.redis_url, 6379), (settings.storage_url, 8333)):
        host, found = re.search(r"(?:@|//|endpoint=http://)([a-z]+):(\d+)", address.replace("s3://sysrai?", "")).groups()  # type: ignore[union-attr]
        assert host in COMPOSE["services"]
        assert int(found) == port


def test_ports_are_the_ones_that_are_served() -> None:
    published = COMPOSE["services"]["web"]["ports"]
    assert published == [f"127.0.0.1:8080:{settings_of('web').web_port}"]
    assert f"EXPOSE {settings_of('web').web_port}" in (ROOT / "Dockerfile").read_text()


def test_secrets_are_asked_for_and_explained() -> None:
    needed = set(re.findall(r"\$\{(\w+):\?", (ROOT / "docker-compose.yml").read_text()))
    assert needed
    assert needed <= set(EXAMPLE)


def test_what_services_wait_for_exists() -> None:
    for service in COMPOSE["services"].values():
        assert set(service.get("depends_on", ())) <= set(COMPOSE["services"])
    for service in OURS:
        for volume in COMPOSE["services"][service]["volumes"]:
            assert volume.split(":")[0] in COMPOSE["volumes"]


def test_the_image_carries_what_it_needs() -> None:
    text = (ROOT / "Dockerfile").read_text()
    copied = re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE)
    for name in " ".join(copied).split():
        assert (ROOT / name).exists(), name
    assert "USER sysrai" in text


def test_the_package_carries_every_data_file() -> None:
    """Words, plots, fonts and SQL are data: an installation without them would start and then fail."""
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]["*"]
    suffixes = {pattern.removeprefix("**/*") for pattern in patterns}
    listed = subprocess.run(["git", "ls-files", "bots", "core"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    data = [Path(name) for name in listed if not name.endswith(".py")]
    assert data
    assert [str(path) for path in data if path.suffix not in suffixes] == []
    assert [str(path) for path in data if not (ROOT / path.parts[0] / "__init__.py").exists()] == []
