"""The video models a worker can render with: one file per family, one registry, and what families share."""
