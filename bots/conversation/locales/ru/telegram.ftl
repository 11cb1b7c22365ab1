# Что говорит только Telegram.

telegram-command-start = Начать или узнать, как дела
telegram-command-new = Снять фильм: /new и твоя идея
telegram-command-films = Твои фильмы
telegram-command-film = Текущий фильм или фильм с номером
telegram-command-cast = Люди из твоих фильмов
telegram-command-credits = Сколько у тебя кредитов
telegram-command-queue = Что сейчас рендерится
telegram-command-studio = Правила, очередь и пул этой группы
telegram-command-settings = Язык и другие настройки
telegram-command-link = Твой аккаунт из другого чата
telegram-command-help = Как это работает
telegram-command-terms = Условия коротко
telegram-command-paysupport = Помощь с оплатой
telegram-command-cancel = Остановить рендер

telegram-description =
    Расскажи идею, и мы вместе снимем по ней фильм: сценарий, актёры, раскадровка, бесплатный аниматик со звуком и, наконец, сам фильм.

    До рендера всё бесплатно. Фильмы здесь сделаны с помощью ИИ и так помечены.
telegram-description-short = Идея становится фильмом. С помощью ИИ, шаг за шагом, вместе с тобой.

telegram-group-welcome = Здесь снимают вместе. Начни с /new и своей идеи; у каждого фильма будет { $forum ->
    [yes] своя тема
   *[no] своя цепочка ответов
 }. Я слышу только команды и ответы на мои сообщения.
telegram-goes-on = { $title }: продолжение в своей теме.
telegram-see-topic = К фильму
telegram-anonymous = Пока ты пишешь от имени группы, я не знаю, кто ты. Напиши от себя, и начнём.
telegram-file-large = Файл больше, чем Telegram даёт мне скачать; предел: { $most } МБ.
telegram-file-lost = Скачать файл не вышло. Пришли ещё раз, пожалуйста.
telegram-menu-changed = Это меню изменилось. Сейчас оно такое.
telegram-reply-here = Ответь на это сообщение: в группе я слышу только ответы.
telegram-back = Назад
telegram-more = Ещё
telegram-open = Открыть наш чат
telegram-open-private = Это только для тебя. Открой чат со мной, там и расскажу.
telegram-answer-private = Отвечу в личном чате.
telegram-link = { $what ->
    [video] Смотреть фильм целиком
   *[other] Скачать
 }

# An invoice in Stars: its title (at most 32 letters) and what it is for.
invoice-pack = { $credits } кредитов
invoice-plan = { $plan }: { $credits } кредитов
invoice-pack-about = Фильмы прямо в чате. Купленные кредиты не сгорают.
invoice-plan-about = Каждые 30 дней. Закончить можно в любой момент, здесь же в чате.
