# Что читает человек на пути от идеи к фильму.
# *жирный* и _курсив_ — выделение.

## Начало

welcome-title = Какой фильм снимем?
welcome-how = Расскажи идею одной фразой. Вместе напишем сценарий, я его нарисую, покажу в движении и со звуком, и только потом скажу, сколько стоит рендер.
welcome-ai = Фильмы здесь сделаны с помощью ИИ и так помечены.
welcome-thanks = Не за что.

brief-plan = Предлагаю так: { $kind }, *{ $length }*, { $format }, язык: { $language }.
brief-hint = Или скажи, что изменить: «две минуты», «вертикально», другая идея.
brief-foreign = Язык твоей идеи: { $told }. Здесь я пишу на другом языке: { $language }. На нём фильм и заговорит, а твои слова возьмёт как есть.
brief-only = Здесь я умею писать только на одном языке: { $language }. На нём фильм и заговорит.
brief-idea-ask = Снять вместо этого про «{ $idea }»?
brief-now = Отмечено: { $kind }, { $length }, { $format }, язык: { $language }.
format-already = Формат и так { $format }.

loglines-coming = Придумываю три способа это рассказать…
loglines-ask = Вот три возможных фильма. Какой пишем?
loglines-hint = Или скажи, что в них поменять: «посмешнее», «без бури».

## Сценарий

script-coming = Пишу. Сцены появятся здесь по мере готовности.
script-progress = сцена { $done } из { $total }
script-facts = { $scenes ->
    [one] { $scenes } сцена
    [few] { $scenes } сцены
   *[many] { $scenes } сцен
 } · { $shots ->
    [one] { $shots } кадр
    [few] { $shots } кадра
   *[many] { $shots } кадров
 } · { $length }
script-hint = v{ $version } · Или просто скажи: «в сцене { $scene } пусть будет { $time }», «короче»{ $cast ->
    [none] .
   *[some] , «{ $name } теперь { $other }».
 }
scene-inside = внутри:
scene-outside = снаружи:
page-of = Страница { $page } из { $pages }

answer-working = Делаю: «{ $said }»
answer-working-quietly = Переписываю…
answer-unclear = Вот этого не понимаю: { $said }
answer-examples = Понимаю, например, такое:
answer-render-goes-on = Фильм, который рендерится, останется как договорились. Это для следующего.
answer-not-counting = Это отменено или заменено чем-то новым.
example-1 = в сцене { $scene } пусть будет { $time }
example-2 = добавь в конце кадр с морем
example-3 = кадр { $shot } пусть длится 5 секунд
heard-waiting = Ещё пишу. Запомню и займусь этим следом.
said-changed-late = Я уже работаю по прежним словам. Напиши, что теперь должно быть иначе.
still-writing = Ещё пишу; минутку, и возьмусь за это.
undone = Отменено; снова действует версия { $version }.
nothing-else-changed = Остальное не изменилось.
nothing-changed = Ничего не изменилось.
so-already = Так и было; ничего не изменилось.
changes-more = { $count ->
    [one] За этим следует ещё { $count } изменение.
    [few] За этим следуют ещё { $count } изменения.
   *[many] За этим следует ещё { $count } изменений.
 }

## Актёры

cast-title = Действующие лица: { $title }
cast-hint = Или скажи: «{ $name } теперь { $other }», «{ $name } в красном пальто».
cast-hint-nobody = В этом фильме никого не видно. Скажи, если кто-то нужен.
cast-nobody = Ни людей, ни зверей: фильм держится на местах.
cast-narrator = *Рассказчик* · голос: { $texture }
cast-speaks = { $count ->
    [one] { $count } реплика
    [few] { $count } реплики
   *[many] { $count } реплик
 }, голос: { $voice }
cast-silent = без слов
cast-which-part = Кого сыграет { $name }? Роль получит новое имя, внешность, костюм, цвет и голос.
cast-no-part = { $name }: подходящей роли в этом фильме нет, история называла бы её не теми словами.
portrait-alt = { $name }: { $look }
portrait-plain = портрет
voices-coming = Прочищают горло; минутку.
voices-here = { $count ->
    [one] Первая реплика ({ $count } голос), так она и прозвучит.
    [few] По первой реплике ({ $count } голоса), так они и прозвучат.
   *[many] По первой реплике ({ $count } голосов), так они и прозвучат.
 }
voices-narrator = Рассказчик
voices-alt = Голос: { $name }
people-title = Люди из твоих фильмов
people-none = Пока никого. Когда фильм утверждён, я запоминаю его людей для следующего.
people-hint = В другом фильме они могут взять роль: выбери их среди действующих лиц.
people-forget-ask = { $name }: забыть? Фильмы с этим героем останутся как есть.
people-forgotten = { $name }: забыто.

## Раскадровка

board-drawing = Рисую раскадровку. Это бесплатно, и любую картинку ещё можно поменять.
board-progress = картинка { $done } из { $total }
board-title = { $first ->
    [one] Кадры { $first }–{ $last } из { $shots }
   *[other] Кадры { $first }–{ $last } из { $shots }
 }
board-hint = Выбери кадр или просто скажи: «кадр { $shot } крупнее», «убери кадр { $last }».
panel-alt = Кадр { $number }: { $action }
shot-title = Кадр { $number } из { $shots }
shot-sound = Звук: { $sound }

## Аниматик

animatic-coming = Оживляю раскадровку, с голосами и музыкой. Бесплатно.
animatic-progress = { $percent } %
animatic-ready = Твоя раскадровка в движении: *{ $length }*, с голосами и музыкой, бесплатно.
animatic-hint = Посмотри, прежде чем тратить. Что мешает сейчас, будет мешать и потом.

## Цена

quote-title = Рендер: { $title }
quote-was = Здесь была цена рендера «{ $title }».
quote-agreed = Договорились: { $title }, { $tier }, { $credits }.
quote-play = Пробные кредиты: даны на этот рендер и ничего не стоят.
quote-tier = качество
quote-credits = кредиты
quote-ready = готово через
quote-have = У тебя { $have }.
quote-promise = Платишь только за готовые кадры. Неудачный кадр бесплатен, остаток возвращается.
quote-estimate = Время примерное, пока здесь отрендерено мало фильмов.
quote-reused = { $count ->
    [one] { $count } кадр из { $shots } уже отрендерен и ничего не стоит.
    [few] { $count } кадра из { $shots } уже отрендерены и ничего не стоят.
   *[many] { $count } кадров из { $shots } уже отрендерены и ничего не стоят.
 }
quote-short = Для советуемого качества нужно { $need }; у тебя { $have }. Аниматик остаётся твоим, бесплатно.
quote-nothing = Сейчас здесь фильмы не рендерятся. Аниматик бесплатный и полный.
quote-no-plan = Доступного здесь качества нет в твоём тарифе. Аниматик бесплатный и полный.
budget-total = При пределе { $most } фильм стоит *{ $total }*; где важнее всего, качество «{ $tier }».
budget-cheaper = { $count ->
    [one] Кадр { $shots } рендерится в качестве «{ $tier }».
   *[other] Кадры { $shots } рендерятся в качестве «{ $tier }».
 }
budget-drawn = { $count ->
    [one] Кадр { $shots } остаётся рисованным и ничего не стоит.
   *[other] Кадры { $shots } остаются рисованными и ничего не стоят.
 }
budget-nothing = Этого не хватит и на один кадр.

## Рендер

card-shots = кадры: { $done }/{ $total } · { $percent } %
card-queued = Договорились. Начнётся, как только будет место.
card-rendering = Кадры рендерятся. Можешь закрыть; позову, когда фильм будет готов.
card-cancelling = Останавливаю. Готовое остаётся, остальное возвращается.
card-assembling = Все кадры готовы. Собираю фильм.
card-paused = Владельцы этой студии приостановили рендер. Готовое сохранено, отложенные кредиты остаются твоими, всё продолжится само.
card-queue = { $place ->
    [1] Он следующий в очереди.
   *[other] Он { $place }-й в очереди.
 }
card-eta = Осталось: { $wait }.
card-money = Отложено: { $held }, израсходовано: { $used }
card-scene-waiting = сцена { $number } ждёт
card-scene-rendering = сцена { $number }: { $done }/{ $total }
card-scene-done = сцена { $number } ✓
card-scenes-many = Готово сцен: { $done } из { $total }
card-stand-ins = { $count ->
    [one] Кадр { $shots } не отрендерился. Вместо него встанет рисунок, бесплатно.
   *[other] Кадры { $shots } не отрендерились. Вместо них встанут рисунки, бесплатно.
 }
card-done = { $rest ->
    [0] Готово: все кадры ({ $total }). Списано: { $spent }.
   *[other] Готово кадров: { $done } из { $total }. Списано: { $spent }, возвращено: { $back }.
 }
card-cancelled-money = Остановлено, готово кадров: { $done } из { $total }. Списано: { $spent }, возвращено: { $back }.
card-failed-money = Ничего не списано; возвращено: { $held }.
cancel-ask = Остановить рендер? Готовые кадры оплачиваются и приходят черновым монтажом; остальное возвращается.
cancel-stopping = Останавливаю. Расскажу, что успело и что вернулось.
cancel-too-late = Все кадры уже готовы; фильм собирается и вот-вот будет здесь.
cancel-ended = Этот рендер уже закончен.
nothing-to-cancel = Сейчас ничего не рендерится.

## Фильм

film-coming = Фильм уже в пути.
film-money = { $rest ->
    [0] Списано: { $spent }.
   *[other] Списано: { $spent }, возвращено: { $back }.
 }
film-free = Бесплатно: твоя раскадровка в движении.
film-cancelled = Вот что было готово к моменту остановки: кадров { $done } из { $total }, остальные рисованные.
film-stand-ins = { $count ->
    [one] Кадр { $shots } остался рисованным и ничего не стоил.
   *[other] Кадры { $shots } остались рисованными и ничего не стоили.
 }
film-ai = Сделано с помощью ИИ.
media-film = { $title }, фильм
media-part = { $title }, часть { $number } из { $total }
media-trailer = { $title }, трейлер
media-poster = { $title }, постер
media-sheet = { $title }, все кадры на одном листе
file-screenplay = Сценарий «{ $title }» в формате Fountain: откроет любая сценарная программа.
file-subtitles = Субтитры: { $title }.
file-sheet = Раскадровка «{ $title }» на одном листе.
receipt-title = Чек за рендер { $number }
receipt-film = фильм
receipt-shots = кадры
receipt-shots-value = { $done } из { $total }
receipt-tier = качество
receipt-held = отложено
receipt-spent = списано
receipt-back = возвращено
receipt-from = оплачено из

## Фильмы, настройки, помощь

films-none = Фильмов пока нет. Расскажи идею, или давай удивлю.
films-title = { $count ->
    [one] Твои фильмы: { $count }
   *[other] Твои фильмы: { $count }
 }
delete-ask = Удалить «{ $title }» насовсем? Сценарий, раскадровка и фильм исчезнут.
deleted = Удалено.
settings-title = Настройки
settings-language = Язык нашего разговора: { $language }.
language-set = Теперь язык нашего разговора: { $language }.
balance-free = У тебя { $free }.
balance-held = Отложено на фильмы, которые рендерятся: { $held }.
balance-debt = Долг по отозванному платежу: { $debt }.
help-title = Как это работает
help-journey = Из идеи получаются три логлайна, из одного — сценарий, потом действующие лица, раскадровка, аниматик со звуком и отрендеренный фильм. Выделенная кнопка всегда ведёт дальше; если остановиться, ничего не пропадёт.
help-talk = В любой момент просто скажи, чего хочешь. Например:
help-money = До рендера всё бесплатно. Перед рендером видна цена, и платишь только за готовые кадры.
help-commands = А ещё: отмени, как дела, мои фильмы, мои люди, настройки, стоп рендер.
never-mind = Хорошо, всё остаётся как есть.
button-gone = Эта кнопка устарела. Вот как обстоят дела.
button-stale = Эта кнопка от прежней версии; фильм ушёл вперёд. Сейчас это { $stage }:
upload-not-used = «{ $name }» мне здесь не пригодится. Истории читаю в .txt, .fountain и .fdx; что ещё важно, расскажи словами.
error-no-words = Что этим сказано, мне не прочесть. Расскажи, пожалуйста, словами; ещё я принимаю истории (.txt, .fountain, .fdx), картинки, музыку и записи голоса.

## Вопросы и формы

ask-idea = О чём фильм? Хватит одной фразы.
form-idea = Новый фильм
entry-idea = Твоя идея
ask-length = Какой длины? От 15 секунд до часа.
form-length = Длина
entry-length = Например, 90 секунд или 2 минуты
ask-wish = Что поменять в этих трёх?
form-wish = Другие логлайны
entry-wish = Что поменять
ask-rewrite = Какой должна быть сцена { $scene }? Расскажи своими словами.
form-rewrite = Переписать сцену { $scene }
entry-rewrite = Какой ей быть
ask-look = { $name }: как выглядит? Сейчас:
form-look = { $name }: внешность
entry-look = Как выглядит
ask-wardrobe = { $name }: что носит? Сейчас:
form-wardrobe = { $name }: костюм
entry-wardrobe = Что носит
ask-name = { $name }: какое имя дать?
form-name = { $name }: новое имя
entry-name = Новое имя
ask-action = Что видно в кадре { $shot }? Сейчас:
form-action = Кадр { $shot }: картинка
entry-action = Что видно
ask-lines = Что говорят в кадре { $shot }? Сейчас:
form-lines = Кадр { $shot }: реплики
entry-lines = По одной на строке: «Имя: слова»
ask-insert = Что показать в новом кадре после кадра { $shot }?
form-insert = Новый кадр после кадра { $shot }
entry-insert = Что видно
ask-budget = Какой предел в кредитах?
form-budget = Потратить не больше
entry-budget = Кредиты

## Кнопки

choice-surprise = Удиви меня
choice-my-films = Мои фильмы
choice-how = Как это работает
choice-go-on = Хорошо, дальше
choice-keep-idea = Оставить идею
choice-take-idea = Да, лучше это
choice-length = Другая длина…
choice-letter = { $letter }
choice-three-others = Три других
choice-wish = Поменять…
choice-try-again = Ещё раз
choice-show-loglines = Выбрать логлайн
choice-meet-the-cast = Годится: к героям
choice-back = ◀ Назад
choice-forward = Дальше ▶
choice-shorter = Короче
choice-longer = Длиннее
choice-undo = Отменить
choice-screenplay = Сценарий
choice-show-script = Показать сценарий
choice-back-to-script = К сценарию
choice-draw-storyboard = Нарисовать раскадровку
choice-hear-voices = Послушать голоса
choice-hear = Послушать
choice-plays = Играет: { $part }
choice-whole-cast = Ко всем героям
choice-keep-known = Помнить
choice-forget-sure = Забыть
choice-cast-done = Это они
choice-look = Внешность…
choice-wardrobe = Костюм…
choice-name = Имя…
choice-see-storyboard = К раскадровке
choice-back-to-storyboard = Назад к раскадровке
choice-approve-all = { $count ->
    [one] Утвердить { $count } кадр
    [few] Утвердить все { $count } кадра
   *[many] Утвердить все { $count } кадров
 }
choice-all-panels = Все картинки
choice-redraw = Перерисовать
choice-edit-shot = Картинка…
choice-edit-lines = Реплики…
choice-earlier = Раньше
choice-later = Позднее
choice-insert = Вставить после…
choice-split = Разделить
choice-delete-shot = Удалить
choice-see-animatic = Посмотреть в движении
choice-render-it = Рендерить
choice-change-something = Что-то поменять
choice-keep-it = Пусть это и будет фильм
choice-see-quote = Посмотреть цены
choice-tier = { $tier }, { $credits }
choice-spend-at-most = Задать предел…
choice-spend-what-i-have = Не больше: { $credits }
choice-not-yet = Пока нет
choice-rough-cut = Черновой монтаж
choice-rough-cut-making = Черновой монтаж готовится
choice-cancel-render = Стоп рендер
choice-keep-rendering = Рендерить дальше
choice-cancel-sure = Остановить
choice-status = Как дела?
choice-new-film = Новый фильм
choice-another-version = Другая версия
choice-subtitles = Субтитры
choice-contact-sheet = Лист кадров
choice-receipt = Чек
choice-open-film = Открыть «{ $title }»
choice-delete-film = Удалить «{ $title }»
choice-keep-film = Сохранить
choice-delete-sure = Удалить насовсем
choice-done = Готово
choice-go-on-here = Продолжить
choice-never-mind = Не надо
choice-make-it = Сделать: { $length }

## Меню

menu-length = Длина
menu-format = Формат
menu-film-language = Язык фильма
menu-language = Твой язык
menu-rewrite-scene = Переписать сцену
menu-character = Изменить героя
menu-voice = Голос
menu-texture = Какой голос
menu-known = Кто-то знакомый
menu-forget = Кого забыть
menu-shot = Посмотреть кадр
menu-duration = Сколько длится
menu-size = Крупность
menu-move = Камера
menu-film = Открыть другой фильм
