"""The messages between renderer and worker: strict, versioned, the same on both sides, and light to import."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from gpu_worker import contract
from gpu_worker.contract import ContinueStart, ImageStart, Progress, RenderFailure, RenderRequest, RenderResult, TextStart

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
SCHEMA = ROOT / "docs" / "gpu-contract.schema.json"


def golden(name: str) -> dict[str, Any]:
    return json.loads((GOLDEN / f"{name}.json").read_text())  # type: ignore[no-any-return]


def changed(name: str = "request_text", **fields: Any) -> dict[str, Any]:
    return {**golden(name), **fields}


@pytest.mark.parametrize(("name", "start"), [("text", TextStart), ("image", ImageStart), ("continue", ContinueStart), ("trial", TextStart)])
def test_golden_requests_are_read_and_written_alike(name: str, start: type) -> None:
    body = golden(f"request_{name}")
    request = contract.parse_request(body)
    assert isinstance(request.start, start)
    written = json.loads(request.model_dump_json(exclude_unset=True))
    assert written == body
    assert contract.parse_request(request.model_dump(mode="json")) == request


def test_golden_answers_are_read() -> None:
    result = contract.parse_output(golden("result"))
    assert isinstance(result, RenderResult)
    assert result.keys is not None
    assert result.keys.video == "takes/3/17/video.mp4"
    assert json.loads(result.model_dump_json()) == golden("result")
    failure = contract.parse_output({"error": json.dumps(golden("failure"))})
    assert isinstance(failure, RenderFailure)
    assert (failure.code, failure.retryable, failure.gpu_seconds) == ("oom", False, 12.5)
    assert contract.parse_output(failure.output()) == failure
    progress = contract.parse_progress(golden("progress"))
    assert isinstance(progress, Progress)
    assert progress.fraction == pytest.approx((1 + 11 / 30) / 3)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"frames": 96}, "frames"),
        ({"frames": 0}, "frames"),
        ({"frames": 1445}, "frames"),
        ({"width": 950}, "width"),
        ({"height": 0}, "height"),
        ({"width": 2048, "height": 2048}, "1920"),
        ({"seed": -1}, "seed"),
        ({"seed": "7"}, "seed"),
        ({"steps": 0}, "steps"),
        ({"prompt": ""}, "prompt"),
        ({"v": 2}, "v"),
        ({"colour": "red"}, "colour"),
        ({"start": {"kind": "dream"}}, "start"),
        ({"start": {"kind": "image"}}, "image_url"),
        ({"start": {"kind": "continue", "tail_url": "https://a.example/t", "frames": 16}}, "frames"),
        ({"start": {"kind": "image", "image_url": "http://169.254.169.254/latest"}}, "https"),
        ({"start": {"kind": "image", "image_url": "file:///etc/passwd"}}, "https"),
        ({"start": {"kind": "image", "image_url": "https://me:secret@a.example/x"}}, "user"),
        ({"frames": 1, "end_image_url": "https://a.example/e.png"}, "end picture"),
    ],
)
def test_what_is_wrong_is_refused_and_named(fields: dict[str, Any], named: str) -> None:
    with pytest.raises(contract.InvalidRequest, match=named):
        contract.parse_request(changed(**fields))


def test_a_refusal_keeps_signed_addresses_to_itself() -> None:
    with pytest.raises(contract.InvalidRequest) as refused:
        contract.parse_request(changed(start={"kind": "image", "image_url": "http://a.example/x?X-Amz-Signature=hushhush"}))
    assert "hushhush" not in str(refused.value)


@pytest.mark.parametrize("said", [None, "", "killed", 7, [], {"error": '{"error_message": "boom", "error_traceback": "…"}'}, {"colour": "red"}])
def test_what_is_no_answer_of_ours_is_an_internal_failure_worth_another_try(said: object) -> None:
    failure = contract.parse_output(said)
    assert isinstance(failure, RenderFailure)
    assert (failure.code, failure.retryable) == ("internal", True)
    if isinstance(said, dict) and "error" in said:
        assert "boom" in failure.message


def test_there_may_be_no_progress_yet() -> None:
    assert contract.parse_progress(None) is None
    assert contract.parse_progress({"seq": 1}) is None


def test_the_fingerprint_is_the_wish_without_signatures() -> None:
    one = contract.parse_request(golden("request_image"))
    body = golden("request_image")
    body["start"]["image_url"] = body["start"]["image_url"].replace("Signature=x", "Signature=renewed")
    body["attempt"] = 3
    body["upload"]["video"]["url"] = "https://elsewhere.example/v.mp4"
    assert contract.parse_request(body).fingerprint() == one.fingerprint()
    for other in ({"seed": 1}, {"prompt": "Another."}, {"references": []}, {"end_image_url": None}, {"start": {"kind": "text"}}):
        assert contract.parse_request({**body, **other}).fingerprint() != one.fingerprint()


def test_messages_cannot_be_changed() -> None:
    request = RenderRequest(job_id="a", model="m", prompt="p", seed=1, width=32, height=32, frames=5)
    with pytest.raises(ValidationError, match="frozen"):
        request.seed = 2  # type: ignore[misc]


def test_the_schema_in_the_docs_is_the_contracts() -> None:
    assert json.loads(SCHEMA.read_text()) == json.loads(json.dumps(contract.schemas())), "run: python -m gpu_worker --schema > docs/gpu-contract.schema.json"


def test_golden_messages_fit_the_schema() -> None:
    import jsonschema

    schemas = json.loads(SCHEMA.read_text())
    names = {"request": "RenderRequest", "result": "RenderResult", "failure": "RenderFailure", "progress": "Progress"}
    files = sorted(GOLDEN.glob("*.json"))
    assert len(files) >= 7
    for file in files:
        jsonschema.validate(json.loads(file.read_text()), schemas[names[file.stem.split("_")[0]]])


def test_models_have_sizes_and_windows_that_the_contract_takes() -> None:
    for facts in contract.MODELS.values():
        for width, height in facts.sizes.values():
            RenderRequest(job_id="a", model=facts.id, prompt="p", seed=1, width=width, height=height, frames=facts.window)


def test_importing_the_contract_loads_nothing_heavy() -> None:
    code = "import sys, gpu_worker.contract; print(sorted({'torch', 'runpod', 'diffusers', 'numpy', 'core', 'aiohttp'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
