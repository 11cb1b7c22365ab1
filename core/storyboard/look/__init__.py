"""The drawn look: palettes, backdrops, figures, props, light and weather, as plates that a camera can move through."""
