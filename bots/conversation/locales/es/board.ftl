# El storyboard de una película larga, y aprobar plano a plano.

shot-approved = Aprobado.
choice-approve-shot = Aprobar
menu-scene = Ir a una escena
board-jump = O ve directo: «escena { $scene }», «plano { $shot }».

# What a person may type to be led to a scene or a shot, split at the bars.
heard-scene = escena | la escena
heard-shot = plano | el plano | toma | viñeta
heard-jump = ve a | ir a | a | salta a | muéstrame | muestra | enséñame | abre | ver | quiero ver | llévame a | por favor
heard-number = número | n.º | nº | #
