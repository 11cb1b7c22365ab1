"""RunPod's real worker loop (job-take, handler, job-done, stop channel) as a task of the test's own event loop: no process to start.

The SDK reads its addresses when it is imported, so they are put into its modules for the time of the block. One loop at a time.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from runpod.serverless.modules import rp_http, rp_job
from runpod.serverless.modules.rp_logger import RunPodLogger
from runpod.serverless.modules.rp_scale import JobScaler
from runpod.serverless.modules.worker_state import JobsProgress

Handler = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]
PING_S = 0.5


@contextlib.asynccontextmanager
async def sdk_worker(environment: dict[str, str], handler: Handler) -> AsyncIterator[JobScaler]:
    """Take and do jobs while the block lasts; what is at work at its end is cancelled, and nothing is told any more, as by a kill."""
    worker = environment["RUNPOD_POD_ID"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUNPOD_AI_API_KEY", environment["RUNPOD_AI_API_KEY"])
        patch.setattr(rp_job, "JOB_GET_URL", environment["RUNPOD_WEBHOOK_GET_JOB"].replace("$ID", worker))
        patch.setattr(rp_http, "JOB_DONE_URL", environment["RUNPOD_WEBHOOK_POST_OUTPUT"].replace("$RUNPOD_POD_ID", worker))
        patch.setattr(rp_http, "JOB_STREAM_URL", environment["RUNPOD_WEBHOOK_POST_STREAM"].replace("$RUNPOD_POD_ID", worker))
        RunPodLogger().set_level("ERROR")
        JobsProgress().clear()
        scaler = JobScaler({"handler": handler, "rp_args": {}})
        tasks = [asyncio.create_task(scaler.run()), asyncio.create_task(_ping(environment, worker))]
        try:
            yield scaler
        finally:
            scaler.kill_worker()
            for task in (*scaler.jobs_tasks.values(), *tasks):
                task.cancel()
            await asyncio.gather(*scaler.jobs_tasks.values(), *tasks, return_exceptions=True)


async def _ping(environment: dict[str, str], worker: str) -> None:
    """The heartbeat, which the SDK sends from a process of its own."""
    url = environment["RUNPOD_WEBHOOK_PING"].replace("$RUNPOD_POD_ID", worker)
    async with aiohttp.ClientSession(headers={"Authorization": environment["RUNPOD_AI_API_KEY"]}) as http:
        while True:
            params = {"runpod_version": "1.12.0"} | ({"job_id": jobs} if (jobs := JobsProgress().get_job_list()) else {})
            async with http.get(url, params=params):
                pass
            await asyncio.sleep(PING_S)
