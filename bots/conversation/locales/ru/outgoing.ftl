## Отдать фильм

choice-share = Поделиться
choice-watch-page = Открыть страницу
choice-unshare = Отозвать ссылку
menu-another-format = Другой формат
menu-another-language = Другой язык
choice-no-language = Другой язык…
no-translator = Чтобы перевести фильм на другой язык, нужна языковая модель, а здесь её нет: владелец может задать SYSRAI_OPENAI_API_KEY. Другие форматы, субтитры и файлы работают и так.
error-no-translator = Перевести фильм здесь не могу (язык: { $language }): нужна языковая модель, а она не подключена. Ничего не изменилось.
cut-coming = Твой фильм, { $language }, { $format }: монтирую из тех же дублей, заново ничего не рендерится.
cut-translating = Твой фильм, { $language }, { $format }: перевожу реплики, потом смонтирую из тех же дублей.
cut-progress = { $percent } %
cut-failed = Твой фильм, { $language }, { $format }, не получился.
cut-dubbed = Голоса, субтитры и титры: { $language }.
cut-subtitled = Титры и субтитры: { $language }. Голоса прежние: на этом языке здесь никто не говорит.
cut-too-long = { $place }: принимаются фильмы до { $minutes ->
    [one] { $minutes } минуты
   *[other] { $minutes } минут
 }; этот длиннее.
choice-files = Файлы для монтажа
choice-subtitles-vtt = В WebVTT, для сайтов
choice-subtitles-ass = В ASS, для монтажа
choice-kit = Скачать всё, { $size } МБ
kit-coming = Собираю всё, что нужно монтажёру. Это займёт немного времени.
kit-here = Всё от этого фильма, { $size } МБ: открой в любой монтажной программе и продолжай.
kit-parts = Монтажные листы (OTIO, FCPXML, EDL) с кадрами, голосами и музыкой; сценарий в Fountain, FDX и PDF; раскадровка; субтитры; фильм.
kit-file = Файлы для монтажа
share-here = По этой ссылке фильм посмотрит любой, без аккаунта. Срок в днях: { $days }; отозвать её можно когда угодно.
film-on-its-page = Для этого места он слишком большой. Смотреть можно на его странице:
share-over = Ссылка, что была здесь, отозвана.
share-taken-back = Ссылка отозвана и больше ничего не открывает. Поделись снова, и будет новая.

## Страница просмотра

watch-by = Авторы: { $names }
watch-with-ai = Сделано с помощью ИИ
watch-with-ai-long = Этот фильм Sysrai сделал с помощью ИИ: история, картинки, голоса и музыка.
watch-signed-operator = В файле есть метка происхождения (Content Credentials), где так и сказано.
watch-signed-test = В файле есть метка происхождения (Content Credentials), где так и сказано; подпись — тестовым сертификатом.
watch-play = Смотреть
watch-pause = Пауза
watch-mute = Без звука
watch-unmute = Включить звук
watch-volume = Громкость
watch-seek = Место в фильме
watch-position = { $at } из { $of }
watch-full = Во весь экран
watch-full-leave = Выйти из полного экрана
watch-subtitles = Субтитры
watch-subtitles-off = Выкл.
watch-version = Версия
watch-version-go = Показать
watch-storyboard = Раскадровка
watch-shot = Кадр { $number }, { $at }
watch-chapters = Главы
watch-download-size = Скачать, { $size } МБ
watch-download-subtitles = Субтитры файлом
watch-share = Скопировать ссылку
watch-shared = Ссылка скопирована
watch-keys = Клавиши: пробел — пуск, стрелки — пять секунд, C — субтитры, M — звук, F — во весь экран.
watch-skip = К фильму
watch-player = Плеер
watch-report = Пожаловаться на фильм
watch-report-hint = Написанное попадёт к владельцу этой установки. Больше ничего не отправляется.
watch-report-reason = Что не так
watch-report-illegal = Здесь что-то незаконное или вредное
watch-report-person = Здесь я или кто-то из знакомых без согласия
watch-report-copyright = Здесь использована моя работа
watch-report-other = Другое
watch-report-said = Подробности, если хочешь
watch-report-contact = Как с тобой связаться, если хочешь
watch-report-send = Отправить жалобу
watch-report-thanks = Спасибо. Жалоба записана, её рассмотрят.
watch-report-wrong = Форма не прочиталась. Вернись и попробуй ещё раз.
watch-broken = Фильм здесь не проигрывается. Его можно скачать.
watch-unknown-title = Здесь ничего нет
watch-unknown = Эта ссылка не открывает фильма. Может, по дороге потерялась буква: попроси её ещё раз.
watch-over-title = Ссылка больше не действует
watch-over = У ссылок на фильмы есть срок, и авторы могут их отозвать. Попроси у них новую.
watch-down-title = Этот фильм снят с показа
watch-down = Его снял с показа тот, кто ведёт этот сервис. Автор может спросить у него почему.
error-taken-down = Тот, кто ведёт этот сервис, снял фильм с показа, поэтому ничего из него не выдаётся. Сценарий на месте.
