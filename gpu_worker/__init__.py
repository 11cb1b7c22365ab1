"""The GPU worker: ships alone in its own container and imports nothing of core; core imports only `contract`."""
