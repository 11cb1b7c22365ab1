# Das Storyboard eines langen Films, und Einstellung für Einstellung abnehmen.

shot-approved = Abgenommen.
choice-approve-shot = Abnehmen
menu-scene = Zu einer Szene springen
board-jump = Oder geh direkt hin: „Szene { $scene }“, „Einstellung { $shot }“.

# What a person may type to be led to a scene or a shot, split at the bars.
heard-scene = szene | zur szene | die szene
heard-shot = einstellung | zur einstellung | die einstellung | shot | bild
heard-jump = geh zu | gehe zu | geh | spring zu | spring | zu | zeig | zeige | zeig mir | öffne | bitte
heard-number = nummer | nr. | nr | #
