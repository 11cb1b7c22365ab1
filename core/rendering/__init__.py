"""Rendering: quote, hold, dispatch, check, collect and assemble, over a Renderer port."""
