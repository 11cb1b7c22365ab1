"""From settings to renderers: what is refused, what is offered, and where play credits end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bots.wiring import plays
from core.config import Settings, is_real
from core.errors import SetupFailed
from core.links import Links
from core.rendering.choose import rendered
from core.rendering.gpu import GpuRenderer
from core.rendering.hosted import HostedRenderer
from core.storage import Storage

ENDPOINT = {"id": "abc123", "model": "skyreels-v2-df-1.3b-540p", "tiers": ["draft", "standard"], "gpu": "RTX 4090", "usd_per_s": 0.00031}
LARGE = {**ENDPOINT, "id": "large", "model": "skyreels-v2-df-14b-720p"}
MODEL = {"id": "fal-ai/wan/v2.2-5b/text-to-video", "tiers": ["standard", "cinema"], "usd_per_s": 0.03}


def settings(monkeypatch: pytest.MonkeyPatch, **given: Any) -> Settings:
    """Settings as an operator writes them: in the environment."""
    for name, value in given.items():
        monkeypatch.setenv(f"SYSRAI_{name.upper()}", value if isinstance(value, str) else json.dumps(value))
    return Settings(_env_file=None)  # type: ignore[call-arg]


def chosen(made: Settings, tmp_path: Path) -> Any:
    storage = Storage.open(made.storage_url, tmp_path)
    return rendered(made, storage, Links(made.public_url, b"secret"))


async def test_endpoints_become_renderers_by_tier(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = settings(
        monkeypatch, runpod_api_key="k", runpod_endpoints=[ENDPOINT], own_gpu_key="o", own_gpu_endpoints=[{**ENDPOINT, "id": "own-card", "usd_per_s": 0}],
        fal_key="f", fal_models=[MODEL], public_url="https://films.example",
    )  # fmt: skip
    found = chosen(made, tmp_path)
    assert {tier: type(one) for tier, one in found.by_tier.items()} == {"draft": GpuRenderer, "standard": GpuRenderer, "cinema": HostedRenderer}
    assert found.by_tier["standard"].slots == 2
    assert found.by_tier["standard"].size("shorts", "standard") == (544, 960)
    assert found.by_tier["standard"].continues
    assert found.plane
    assert is_real(made)
    assert not plays(made)
    for one in found.holds:
        await one.close()


def test_a_card_of_ones_own_without_a_shop_is_played_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plays(settings(monkeypatch, own_gpu_key="o", own_gpu_endpoints=[ENDPOINT]))


def test_nothing_set_is_nothing_rendered_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = settings(monkeypatch)
    assert chosen(made, tmp_path).by_tier == {}
    assert not is_real(made)
    assert plays(made)


@pytest.mark.parametrize(("given", "word"), [
    ({"runpod_endpoints": [ENDPOINT]}, "SYSRAI_RUNPOD_API_KEY"),
    ({"runpod_api_key": "k", "runpod_endpoints": [ENDPOINT, ENDPOINT]}, "stands twice"),
    ({"runpod_api_key": "k", "runpod_endpoints": [{**ENDPOINT, "model": "sora"}]}, "no model sora"),
    ({"runpod_api_key": "k", "runpod_endpoints": [{**ENDPOINT, "colour": "red"}]}, "colour"),
    ({"runpod_api_key": "k", "runpod_endpoints": [{**ENDPOINT, "tiers": []}]}, "tiers"),
    ({"runpod_api_key": "k", "runpod_endpoints": [{**ENDPOINT, "usd_per_s": -1}]}, "usd_per_s"),
    ({"fal_models": [MODEL]}, "SYSRAI_FAL_KEY"),
])  # fmt: skip
def test_settings_that_cannot_be(monkeypatch: pytest.MonkeyPatch, given: dict[str, Any], word: str) -> None:
    with pytest.raises(ValidationError, match=word):
        settings(monkeypatch, **given)


@pytest.mark.parametrize(("given", "word"), [
    ({"public_url": "http://films.example"}, "https"),  # a worker elsewhere would send films in the clear
    ({}, "cannot reach this machine"),  # 127.0.0.1 is another machine there
    ({"storage_url": "s3://b?endpoint=http://storage:8333&region=x&access_key_id=a&secret_access_key=b", "public_url": "https://films.example"}, "https"),
    ({"public_url": "https://films.example", "runpod_endpoints": [ENDPOINT, LARGE]}, "One tier, one size"),
])  # fmt: skip
def test_what_no_worker_could_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: dict[str, Any], word: str) -> None:
    made = settings(monkeypatch, **{"runpod_api_key": "k", "runpod_endpoints": [ENDPOINT]} | given)
    with pytest.raises(SetupFailed, match=word):
        chosen(made, tmp_path)
