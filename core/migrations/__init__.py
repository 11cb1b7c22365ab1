"""Tortoise's migrations, in order. `sysrai migrate` applies them; a released one is never edited."""
