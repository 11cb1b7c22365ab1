# Изображения людей, мест и вещей, которые кто-то приносит; места и вещи фильма и библиотеки.

ask-picture = Пришлите мне изображение: *{ $name }*. Фотография или рисунок, JPEG, PNG или WebP.
picture-offer = Пусть *{ $name }* с этого момента выглядит так?
picture-offer-who = Кто или что это? Выберите или просто скажите мне.
picture-offer-known = Запомнить так?
picture-rights = Берите только те изображения, которые вам можно использовать. Реальный человек должен быть согласен сниматься в вашем фильме; продолжая, вы говорите, что это так. Изображение можно удалить в любой момент.
picture-not-drawn = Рисованные здесь фильмы сохраняют свой стиль и не копируют изображения; ваше я сохраню для моделей, которые работают по изображениям.
picture-used = *{ $name }* выглядит так.
picture-set = *{ $name }* теперь выглядит так. Всё, что рисует или рендерит по изображениям, получит его с каждым кадром.
picture-kept = Я храню это изображение: *{ $name }*, для этого фильма и следующих. То, что рисуется здесь, сохраняет свой стиль; модели, которые рендерят по изображениям, его получат.
picture-known = Я запомню *{ $name }* таким образом для ваших следующих фильмов.
picture-taken = *{ $name }*: снова рисунок. Удалить изображение насовсем?
picture-erased = Изображение удалено: из ваших фильмов, из библиотеки и из хранилища. То, что с ним отрендерено, остаётся как есть.
choice-picture = Взять изображение…
choice-picture-use = Да, это { $name }
choice-picture-use-known = Запомнить так
choice-picture-away = Убрать изображение
choice-picture-keep = Оставить
choice-picture-erase = Удалить насовсем
menu-picture-of = Это кто-то другой или что-то другое
menu-picture-known = Дать кому-то или чему-то изображение
heard-this-is = это | вот | вот это | а это | так выглядит

error-picture-large = Это изображение слишком велико. До { $most } МБ подойдёт.
error-picture-unread = Не могу прочитать это как изображение. Подойдут JPEG, PNG и WebP.
error-picture-shape = Это изображение слишком маленькое или узкое: нужно хотя бы { $least } пикселей по короткой стороне.
error-picture-empty = На этом изображении ничего не видно. Пришлите другое.
error-picture-no-film = Изображению нужен тот, кого оно показывает. Сначала расскажите идею; когда сценарий будет готов, пришлите его снова.

places-title = Места и вещи: { $title }
places-hint = Или пришлите изображение одного из них с названием в подписи.
places-scenes = { $count ->
    [one] { $count } сцена
    [few] { $count } сцены
   *[many] { $count } сцен
}
places-shots = { $count ->
    [one] { $count } кадр
    [few] { $count } кадра
   *[many] { $count } кадров
}
choice-places = Места и вещи
menu-place = Изменить место или вещь
menu-place-known = Из другого фильма
menu-forget-asset = Забыть место или вещь
people-places = *Места:* { $names }
people-things = *Вещи:* { $names }

change-character-picture = { $new ->
    [given] { $name } теперь выглядит как на присланном изображении.
   *[taken] { $name }: снова рисунок.
}
change-place-name = { $old }: теперь называется { $new }.
change-place-look = { $left ->
    [nothing] { $name }: облик снова открыт.
   *[something] { $name } теперь выглядит так: { $new }.
}
change-place-kind = { $name }: теперь это место другого рода.
change-place-picture = { $new ->
    [given] { $name } теперь выглядит как на присланном изображении.
   *[taken] { $name }: снова рисунок.
}
change-prop-look = { $left ->
    [nothing] «{ $name }»: облик снова открыт.
   *[something] «{ $name }» теперь выглядит так: { $new }.
}
change-prop-picture = { $new ->
    [given] «{ $name }» теперь выглядит как на присланном изображении.
   *[taken] «{ $name }»: снова рисунок.
}
edit-refused-no-such-place = Такого места в этом фильме больше нет.
edit-refused-no-such-prop = Такой вещи в этом фильме больше нет.
form-picture = Изображение: { $name }
bring-picture = Изображение
bring-picture-about = JPEG, PNG или WebP; то, что тебе можно использовать
