"""The web process: signed downloads, health and metrics."""
