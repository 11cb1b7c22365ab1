# 长片的分镜，逐个镜头确认

shot-approved = 已通过。
choice-approve-shot = 通过
menu-scene = 跳到某一场
