"""A story that somebody brings: a screenplay (Fountain, Final Draft) or prose, read here and adapted to a film of any length."""
