# Das Storyboard eines langen Films, und Einstellung für Einstellung abnehmen.

shot-approved = Abgenommen.
choice-approve-shot = Abnehmen
menu-scene = Zu einer Szene springen
