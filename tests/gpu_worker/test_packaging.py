"""What the worker ships with agrees with the code: image, hub files, README, benchmarks."""

from __future__ import annotations

import ast
import asyncio
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from packaging.requirements import Requirement

from gpu_worker import contract
from gpu_worker.__main__ import parser
from gpu_worker.contract import MODELS
from tests.fakes.serving import serving

ROOT = Path(__file__).parents[2]
WORKER = ROOT / "gpu_worker"


def test_the_image_has_what_the_package_declares_pinned() -> None:
    pins = dict(line.split("==") for line in (WORKER / "requirements.txt").read_text().splitlines() if "==" in line)
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]["worker"]
    for each in map(Requirement, declared):
        assert each.specifier.contains(pins[each.name]), each


def test_the_worker_ships_alone() -> None:
    for path in WORKER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.split(".")[0] for name in names} & {"core", "bots", "payments"}, path


def test_the_image_copies_what_exists_and_starts_what_exists() -> None:
    text = (WORKER / "Dockerfile").read_text()
    for source in re.findall(r"^COPY (\S+) ", text, re.MULTILINE):
        assert (ROOT / source).exists()
    assert json.loads(re.findall(r"^CMD (.+)$", text, re.MULTILINE)[0]) == ["python", "-m", "gpu_worker"]
    for option in re.findall(r"python -m gpu_worker (--\w+)", text):
        assert option in parser().format_help()


HUB = {"title", "description", "type", "category", "iconUrl", "config"}
HUB_CONFIG = {"runsOn", "containerDiskInGb", "gpuCount", "gpuIds", "allowedCudaVersions", "env", "presets"}
HUB_INPUT = {"type", "name", "description", "default", "options", "min", "max", "trueValue", "falseValue", "advanced"}
TEST_CONFIG = {"gpuTypeId", "gpuCount", "env", "allowedCudaVersions"}
"""What RunPod's publishing guide knows."""


def test_the_hubs_files_have_the_fields_that_are_published_and_name_what_exists() -> None:
    hub = json.loads((WORKER / ".runpod" / "hub.json").read_text())
    config = hub["config"]
    assert set(hub) <= HUB
    assert set(config) <= HUB_CONFIG
    assert (hub["type"], hub["category"], config["runsOn"]) == ("serverless", "video", "GPU")
    code = "\n".join(path.read_text() for path in WORKER.rglob("*.py"))
    inputs = {setting["key"]: setting["input"] for setting in config["env"]}
    for key, field in inputs.items():
        assert key in code
        assert set(field) <= HUB_INPUT
        assert (field["type"] == "boolean") == ("trueValue" in field) == isinstance(field["default"], bool)
    for preset in config["presets"]:
        assert set(preset["defaults"]) <= set(inputs)


def test_the_hubs_test_is_a_request() -> None:
    tests = json.loads((WORKER / ".runpod" / "tests.json").read_text())
    assert set(tests["config"]) <= TEST_CONFIG
    for test in tests["tests"]:
        assert set(test) == {"name", "input", "timeout"}
        assert contract.parse_request(test["input"]).upload is None


def test_all_agree_about_the_driver() -> None:
    """A host whose driver is older than torch's CUDA is not asked for, and a worker that lands there says so."""
    (minimum,) = re.findall(r"RUNPOD_MIN_CUDA_VERSION=([0-9.]+)", (WORKER / "Dockerfile").read_text())
    for name in ("hub", "tests"):
        assert json.loads((WORKER / ".runpod" / f"{name}.json").read_text())["config"]["allowedCudaVersions"][-1] == minimum
    assert f"CUDA {minimum}" in (WORKER / "README.md").read_text()


def test_the_readme_names_every_model_setting_and_code() -> None:
    text = (WORKER / "README.md").read_text()
    rows = dict(re.findall(r"^\| `([a-z0-9.-]+)` \| (.+) \|$", text, re.MULTILINE))
    assert set(MODELS) <= set(rows)
    for id, facts in MODELS.items():
        cells = [cell.strip() for cell in rows[id].split("|")]
        assert (cells[1] == "yes", cells[2] == "yes") == (facts.end_image, facts.references)
        assert cells[3] == f"{facts.window} at {facts.fps} fps"
        assert cells[5] == facts.licence
    read = set(re.findall(r"SYSRAI_[A-Z_]+[A-Z]", "\n".join(path.read_text() for path in WORKER.rglob("*.py"))))
    assert read <= set(re.findall(r"SYSRAI_[A-Z_]+[A-Z]", text))
    for code in ("invalid", "download", "oom", "model", "upload", "internal"):
        assert f"| `{code}` |" in text
    for option in re.findall(r"gpu_worker (--\w+)", text):
        assert option in parser().format_help()
    for path in re.findall(r"(?<![\w/])gpu_worker/[\w./-]+\w", text):
        assert (ROOT / path).exists(), path


def test_the_benchmarks_say_which_figures_exist() -> None:
    text = (ROOT / "docs" / "gpu-benchmarks.md").read_text()
    assert "None of a GPU" in text
    assert "no GPU figure exists from this run" in text


@pytest.fixture
async def hub() -> AsyncIterator[str]:
    """A stand-in for the hub with one model of one file."""
    commit, body = "a" * 40, b'{"_class_name": "Tiny"}'

    async def info(request: web.Request) -> web.Response:
        assert request.match_info["rev"] in ("v1", commit)
        return web.json_response({"id": "Skywork/Tiny", "sha": commit, "siblings": [{"rfilename": "model_index.json"}], "private": False, "tags": []})

    async def tree(request: web.Request) -> web.Response:
        return web.json_response([{"type": "file", "path": "model_index.json", "size": len(body), "oid": "b" * 40}])

    async def file(request: web.Request) -> web.Response:
        return web.Response(body=body, headers={"ETag": f'"{"b" * 40}"', "X-Repo-Commit": commit})

    app = web.Application()
    repository = "/api/models/Skywork/SkyReels-V2-DF-1.3B-540P-Diffusers"
    app.add_routes([
        web.get(repository + "/revision/{rev}", info), web.get(repository + "/tree/{rev}", tree),
        web.get("/Skywork/{name}/resolve/{rev}/model_index.json", file),
    ])  # fmt: skip
    async with serving(app) as url:
        yield url


async def test_weights_are_fetched_with_the_commit_they_are_of(hub: str, tmp_path: Path) -> None:
    environment = {**os.environ, "HF_ENDPOINT": hub, "HF_HOME": str(tmp_path / "hf"), "SYSRAI_MODEL_DIR": str(tmp_path / "models"), "HF_HUB_DISABLE_XET": "1"}
    environment["SYSRAI_MODEL_REVISION"] = "v1"  # pinned once, for fetching and for loading
    command = [sys.executable, "-m", "gpu_worker", "--fetch", "skyreels-v2-df-1.3b-540p"]
    shown = await asyncio.to_thread(subprocess.run, command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert shown.returncode == 0, shown.stderr
    folder = tmp_path / "models" / "skyreels-v2-df-1.3b-540p"
    assert Path(shown.stdout.splitlines()[-1]) == folder
    assert (folder / "REVISION").read_text() == "a" * 40
    assert (folder / "model_index.json").is_file()
