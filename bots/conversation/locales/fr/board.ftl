# Le storyboard d’un long film, et la validation plan par plan.

shot-approved = Validé.
choice-approve-shot = Valider
menu-scene = Aller à une scène
board-jump = Ou vas-y directement : « scène { $scene } », « plan { $shot } ».

# What a person may type to be led to a scene or a shot, split at the bars.
heard-scene = scène | scene | la scène
heard-shot = plan | le plan | case
heard-jump = va à | aller à | à | saute à | montre | montre-moi | ouvre | voir | je veux voir | emmène-moi à | s'il te plaît | stp
heard-number = numéro | n° | nº | #
