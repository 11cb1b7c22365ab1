## Виды фильмов

kind-film = фильм
kind-short = короткое видео
kind-series = серия сериала
kind-ad = реклама
kind-trailer = трейлер
kind-music-video = клип
menu-kind = Вид
menu-kind-film = Фильм
menu-kind-short = Короткое: быстро и сразу к делу
menu-kind-series = Сериал: ранее, история, далее
menu-kind-ad = Реклама: крючок, товар, один призыв
menu-kind-trailer = Трейлер: вопрос, а не ответ
menu-kind-music-video = Клип: монтаж в такт
brief-hint-track = Пришли свой трек файлом, и я смонтирую в такт. Без него картинки пойдут под мою музыку.
error-kind = Такого вида я не знаю. Есть фильмы, короткие видео, сериалы, реклама, трейлеры и клипы.
choice-next-episode = Следующая серия
form-episode = Серия { $number }
ask-episode = Что происходит в серии { $number }? Хватит одной фразы; люди те же.
entry-episode = Что происходит
