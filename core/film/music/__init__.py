"""Music without samples or models: moods, harmony, a motif that belongs to the film, instruments, cues. `cues` is the way in."""
