# Что говорит только Discord: команды и где продолжение.

## Команды

command-film = фильм
command-film-about = Снимать фильмы
command-new = новый
command-new-about = Начать фильм с идеи
command-open = открыть
command-open-about = Продолжить один из твоих фильмов
command-list = список
command-list-about = Твои фильмы и на каком они этапе
command-status = статус
command-status-about = На каком этапе фильм
command-script = сценарий
command-script-about = Показать сценарий фильма
command-board = раскадровка
command-board-about = Показать раскадровку фильма
command-render = рендер
command-render-about = Сколько стоит рендер, прежде чем тратить
command-cancel = стоп
command-cancel-about = Остановить рендер; готовое останется
command-export = экспорт
command-export-about = Файлы фильма с собой
command-delete = удалить
command-delete-about = Удалить фильм
command-undo = отменить
command-undo-about = Отменить последнее изменение
command-cast = актёры
command-cast-about = Люди из твоих фильмов
command-credits = кредиты
command-credits-about = Твои кредиты
command-balance = баланс
command-history = история
command-buy = купить
command-plans = тарифы
command-code = код
command-invite = пригласить
command-leave = уйти
command-setup = настроить
command-pool = пул
command-credits-balance-about = Сколько можно потратить
command-credits-history-about = Что пришло и на что ушло
command-credits-buy-about = Купить кредиты
command-credits-plans-about = Тарифы с кредитами каждый месяц
command-credits-code-about = Использовать полученный код
command-credits-help-about = Вопросы об оплате
command-crew-list-about = Кто работает над фильмом с тобой
command-crew-invite-about = Позвать кого-то работать над фильмом
command-crew-history-about = Кто что менял в фильме
command-crew-leave-about = Уйти из чужого фильма
command-crew-join-about = Войти в фильм по приглашению
command-crew = группа
command-crew-about = Снимать фильм вместе
command-join = войти
command-queue = очередь
command-queue-about = Что рендерится и чья очередь следующая
command-link = связать
command-link-about = Один аккаунт здесь и в Telegram
command-unlink = отвязать
command-unlink-about = Снова разные аккаунты здесь и в Telegram
command-terms = условия
command-terms-about = Условия, приватность и что здесь делает ИИ
command-studio = студия
command-studio-about = Студия этого сервера
command-studio-setup-about = Где здесь снимают, кто начинает фильмы и какой длины
command-studio-pool-about = Кредиты сервера, доля участников и кто сколько потратил
command-studio-queue-about = Все фильмы сервера, которые сейчас в работе
command-settings = настройки
command-settings-about = Твой язык и настройки
command-help = помощь
command-help-about = Что мы здесь можем

option-idea = идея
option-idea-about = О чём фильм? Хватит одной фразы
option-length = длина
option-length-about = Какой длины фильм
option-format = формат
option-format-about = Где его будут смотреть
option-language = язык
option-language-about = На каком языке в нём говорят
option-film = фильм
option-film-about = Какой фильм
option-kind = вид
option-kind-about = Какой это вид фильма
option-role = роль
option-role-about = Участники с этой ролью начинают фильмы; выбери снова, чтобы снять
option-code = код
option-code-about = Полученный код
option-file = файл
option-file-about = История или сценарий для начала: .txt, .fountain или .fdx

## Ветки

discord-thread-name = Фильм: { $name }
discord-thread-opener = Здесь начинается фильм. Автор: { $name }.
discord-thread-here = У твоего фильма теперь своя ветка.
discord-thread-go = К ветке
discord-dm-here = Здесь я в гостях, поэтому фильм продолжается в личных сообщениях.
discord-dm-go = К сообщениям
discord-dm-closed = Написать тебе не получается. Разреши личные сообщения от меня в настройках приватности и попробуй снова; ничего не потеряно.
discord-reply-hint = Ответь на это сообщение, чтобы сказать мне.

## Файлы

discord-upload-kind = Я читаю истории (.txt, .fountain, .fdx), беру картинки (JPEG, PNG, WebP) и играю музыку (MP3, M4A, WAV, FLAC, Ogg). Такой файл мне не поможет.
discord-upload-large = Файл слишком большой, предел: { $most } МБ.
discord-upload-lost = Discord не передал мне файл. Пришли его ещё раз, пожалуйста.

## Channels and members

command-give = подарить
command-credits-give-about = Подарить кредиты пулу этого сервера
command-allow = разрешить
command-studio-allow-about = Сколько участник может тратить из пула сервера
option-scene = сцена
option-scene-about = Какая сцена: номер или место
option-who = кто
option-who-about = Кто из открытого здесь фильма
option-part = кем
option-part-about = Что можно: смотреть, писать или снимать
option-channel = канал
option-channel-about = Создать для этого новый канал с таким именем
option-hidden = скрытый
option-hidden-about = Новый канал видят только эта роль, ты и админы
option-member = участник
option-member-about = Кого
option-amount = сумма
option-amount-about = Сколько кредитов

discord-channel-here = Канал готов, в нём висит очередь. Правила ниже; их видишь только ты.
discord-channel-go = К каналу
discord-channel-forbidden = Мне нельзя создавать здесь каналы. Дай мне право «Управлять каналами» или создай канал и повтори команду в нём. Ничего не изменилось.
discord-channel-full = На сервере уже столько каналов, сколько разрешает Discord. Используй команду в одном из них или сначала удали лишний.
discord-channel-name = Discord не принимает канал с именем «{ $name }». Подойдут буквы, цифры и дефисы.
discord-channel-there = Канал #{ $name } уже есть, и кто его видит, решаешь ты. Убери «скрытый» или выбери другое имя.
discord-channel-hidden = «скрытый» относится к новому каналу: назови его в поле «канал».
discord-member-bot = Бот фильмов не снимает. Выбери человека.
discord-left-server = Тебя больше нет на сервере { $name }, которому это принадлежит, поэтому ничего не изменилось. Твои фильмы продолжаются в любом чате: /film list.
discord-away = Discord сейчас не отвечает. Ничего не изменилось; попробуй чуть позже.
