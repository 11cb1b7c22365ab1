# 長い作品の絵コンテと、ショットごとの確認

shot-approved = OKにしました。
choice-approve-shot = OK
menu-scene = シーンへ移動
board-jump = 直接行くには：「シーン{ $scene }」「ショット{ $shot }」。

# What a person may type to be led to a scene or a shot, split at the bars.
heard-scene = シーン | 場面 | 場
heard-shot = ショット | カット | コマ
heard-jump = へ | に | を | の | まで | 見せて | 表示 | 開いて | 移動 | 移動して | 行って | ください
heard-number = 第 | 番号 | # | no.
