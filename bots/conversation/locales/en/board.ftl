# The storyboard of a long film, and approving shot by shot.

shot-approved = Approved.
choice-approve-shot = Approve
menu-scene = Jump to a scene
board-jump = Or go straight there: “scene { $scene }”, “shot { $shot }”.

# What a person may type to be led to a scene or a shot, split at the bars.
heard-scene = scene | scenes
heard-shot = shot | shots | panel
heard-jump = go to | go | jump to | jump | to | show | show me | open | look at | see | take me to | please
heard-number = number | no. | no | #
