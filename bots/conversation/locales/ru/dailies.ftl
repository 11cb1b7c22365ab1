# Сцены по мере готовности и новые дубли кадров.

dailies-title = Сцена { $scene } готова ({ $done } из { $total }).
dailies-clip = Кадр { $shot } сразу после рендера, без звука
dailies-shot = { $shot } · { $action } · { $credits }
dailies-noted = { $count ->
    [one] Отмечен на новый дубль кадр { $shots }.
   *[other] Отмечены на новый дубль кадры { $shots }.
 }
dailies-all = { $done ->
    [one] Просмотрено сцен: { $done } из { $total }. Следующая появится здесь, как только будет готова.
   *[other] Просмотрено сцен: { $done } из { $total }. Следующая появится здесь, как только будет готова.
 }
dailies-later = Пока без новых сцен. Фильм всё равно придёт, и любой кадр потом можно переснять.
dailies-over = Все сцены уже в фильме.
retake-noted = Кадр { $shot } отмечен. Когда фильм будет готов, предложу новый дубль с ценой; до этого ничего не спишется.
film-noted = { $count ->
    [one] На новый дубль отмечен { $count } кадр.
    [few] На новый дубль отмечены { $count } кадра.
   *[many] На новый дубль отмечено { $count } кадров.
 }
error-no-retakes = На новый дубль ничего не отмечено.

ask-retake = Какой кадр переснять? Всего их { $shots }, хватит номера. Сначала покажу цену.
form-retake = Ещё дубль
entry-retake = Номер кадра
choice-keep-scene = Оставить
choice-dailies-later = Позже
choice-retake = Переснять кадр…
choice-retake-noted = { $count ->
    [one] Переснять { $count } кадр
    [few] Переснять { $count } кадра
   *[many] Переснять { $count } кадров
 }
menu-retake = Переснять кадр
