# Раскадровка длинного фильма и утверждение кадра за кадром.

shot-approved = Утверждено.
choice-approve-shot = Утвердить
menu-scene = К сцене
