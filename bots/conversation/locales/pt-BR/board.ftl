# O storyboard de um filme longo, e a aprovação plano a plano.

shot-approved = Aprovado.
choice-approve-shot = Aprovar
menu-scene = Ir para uma cena
