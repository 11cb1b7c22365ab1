# O storyboard de um filme longo, e a aprovação plano a plano.

shot-approved = Aprovado.
choice-approve-shot = Aprovar
menu-scene = Ir para uma cena
board-jump = Ou vá direto: “cena { $scene }”, “plano { $shot }”.

# What a person may type to be led to a scene or a shot, split at the bars.
heard-scene = cena | a cena
heard-shot = plano | o plano | quadro | tomada
heard-jump = vai para | ir para | vá para | para | pula para | mostra | mostre | me mostra | abre | ver | quero ver | me leva para | por favor
heard-number = número | nº | n.º | #
