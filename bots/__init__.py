"""Everything that talks with people, and the command that starts it."""
