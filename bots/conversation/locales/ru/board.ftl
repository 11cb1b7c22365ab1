# Раскадровка длинного фильма и утверждение кадра за кадром.

shot-approved = Утверждено.
choice-approve-shot = Утвердить
menu-scene = К сцене
board-jump = Или сразу к месту: «сцена { $scene }», «кадр { $shot }».

# What a person may type to be led to a scene or a shot, split at the bars.
heard-scene = сцена | сцену | сцене | сцены | к сцене
heard-shot = кадр | кадру | кадра | к кадру | план
heard-jump = перейди | перейти | иди | покажи | покажи мне | открой | к | давай | пожалуйста
heard-number = номер | № | #
