"""The storyboard: a drawn panel for every shot, and the moving, drawn picture behind it."""
