"""One dialogue for every chat; imports no chat library."""
