"""The chat in a terminal: the embedded default, needing no key, no token and no server."""
