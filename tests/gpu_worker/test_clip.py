"""What is written of given frames does not depend on what the memory held before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path

import numpy as np

from gpu_worker.clip import ClipWriter

width, height = int(sys.argv[2]), int(sys.argv[3])
along = np.add.outer(np.arange(height), np.arange(width))
with ClipWriter(Path(sys.argv[1]), width, height, 24, 9) as clip:
    clip.write(np.stack([np.stack([(along * n) % 255, along % 250, (along * along + n) % 240], axis=-1).astype(np.uint8) for n in range(1, 10)]))
    files = clip.finish()
print(files.sha256())
"""


def test_the_same_frames_are_the_same_bits_whatever_lay_in_memory(tmp_path: Path) -> None:
    for width, height in ((64, 64), (176, 144)):
        hashes = set()
        for fill in ("0", "85", "255"):  # glibc fills what it hands out with the complement of this
            folder = tmp_path / f"{width}-{fill}"
            folder.mkdir()
            command = [sys.executable, "-c", PROGRAM, str(folder), str(width), str(height)]
            ran = subprocess.run(command, env={**os.environ, "MALLOC_PERTURB_": fill}, capture_output=True, text=True, check=True)
            hashes.add(ran.stdout)
        assert len(hashes) == 1, (width, height)
