# Le storyboard d’un long film, et la validation plan par plan.

shot-approved = Validé.
choice-approve-shot = Valider
menu-scene = Aller à une scène
