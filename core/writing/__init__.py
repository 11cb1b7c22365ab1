"""Writing: an idea becomes loglines, loglines become a script, talk becomes edits of that script."""
