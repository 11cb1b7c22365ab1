# 長い作品の絵コンテと、ショットごとの確認

shot-approved = OKにしました。
choice-approve-shot = OK
menu-scene = シーンへ移動
