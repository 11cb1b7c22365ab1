# The storyboard of a long film, and approving shot by shot.

shot-approved = Approved.
choice-approve-shot = Approve
menu-scene = Jump to a scene
