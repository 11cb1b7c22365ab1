"""What editors, writers and printers get of a film: cut lists, screenplays, storyboards on paper."""
