"""What a picture is between the parts of the worker: bytes. Light, so that fetching and checking need no torch."""

from __future__ import annotations

from typing import Any

import numpy as np

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
"""Frames as (frames, height, width, 3) bytes, RGB."""
