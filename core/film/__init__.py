"""The film: takes, voices and music become one file, its subtitles, chapters, poster and deliverables."""
