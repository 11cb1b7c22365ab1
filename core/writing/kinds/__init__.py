"""The kinds of films: what is particular to each, whoever writes. `KindWriter` is the way in; `rules` say how long each runs."""
