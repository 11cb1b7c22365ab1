## 画の仕上げ、予告編、ループ

menu-finish = 画の仕上げ
finish-clean = クリア
finish-grain = フィルム粒子
finish-letterbox = シネスコの黒帯
finish-both = 粒子と黒帯
finish-set = 「{ $finish }」にしました。これから編集するものはすべてこの仕上げになります。
finish-set-again = 「{ $finish }」で編集し直しています。レンダリングのやり直しも、料金もありません。
finish-already = もう「{ $finish }」になっています。
error-finish-narrow = 上下の黒帯は横長の画に合うものです。この作品は{ $format }です。フィルム粒子なら使えます。
heard-finish-clean = クリア | クリアに | 粒子なし | 黒帯なし | 粒子を消して | 黒帯を消して | 粒子も黒帯もなし
heard-finish-grain = 粒子 | フィルム粒子 | フィルムグレイン | グレイン | 粒子をつけて | 粒子を入れて
heard-finish-letterbox = 黒帯 | シネスコ | シネマスコープ | レターボックス | ワイドスクリーン | 黒帯をつけて | 黒帯を入れて
heard-finish-both = 粒子と黒帯 | 黒帯と粒子 | グレインと黒帯

choice-trailer = 予告編を作る
choice-loop = 短いループ
promo-trailer-coming = *{ $title }*の予告編を、いちばん強いショットと専用の音楽で編集しています。
promo-loop-coming = *{ $title }*の数秒を、繰り返し再生できるように編集しています。
promo-trailer-here = *{ $title }*の予告編、{ $length }です。結末は、本編を観る人のために取っておきました。
promo-loop-here = *{ $title }*を{ $length }に。音はありません。お好きな場所に投稿できます。
promo-trailer-failed = *{ $title }*の予告編ができませんでした。
promo-loop-failed = *{ $title }*のループができませんでした。
media-loop = { $title }の短いループ
