# El storyboard de una película larga, y aprobar plano a plano.

shot-approved = Aprobado.
choice-approve-shot = Aprobar
menu-scene = Ir a una escena
