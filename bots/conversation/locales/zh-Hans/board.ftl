# 长片的分镜，逐个镜头确认

shot-approved = 已通过。
choice-approve-shot = 通过
menu-scene = 跳到某一场
board-jump = 也可以直接去：“第 { $scene } 场”“镜头 { $shot }”。

# What a person may type to be led to a scene or a shot, split at the bars.
heard-scene = 场 | 场景 | 场戏 | 幕
heard-shot = 镜头 | 镜 | 个镜头 | 格
heard-jump = 到 | 去 | 去到 | 跳到 | 转到 | 看 | 看看 | 看一下 | 显示 | 打开 | 给我看 | 请
heard-number = 第 | 号 | 编号 | #
