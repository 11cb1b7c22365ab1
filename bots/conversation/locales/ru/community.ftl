# Каналы для рендера: правила, очередь, пул.

error-studio-admins = В этом канале фильмы начинают только админы. С идеей приходи ко мне в личный чат.
error-studio-roles = { $count ->
    [one] Фильмы здесь начинают те, у кого есть роль { $roles }. С идеей приходи ко мне в личный чат.
   *[other] Фильмы здесь начинают те, у кого есть одна из ролей: { $roles }. С идеей приходи ко мне в личный чат.
 }
error-studio-age = Это канал для взрослых. Подтверди один раз, что тебе есть 18, и он открыт.
error-studio-length = Предел длины в этом канале: { $most }. Выбери покороче или снимем в личном чате.
error-studio-not-admin = Это меняет только тот, кто управляет этим местом.
error-studio-where = Это работает в канале или группе, а не в личном чате и не внутри ветки.
error-studio-none = Здесь ещё нет студии. Управляющий может открыть её через /studio setup.
error-pool-nothing = Сейчас пул этого места за тебя не платит. Ничего не списано.
error-give-short = Подарить можно столько кредитов: { $have }; пробные и подарочные остаются твоими.
declined-over-limit = Это больше твоей доли в пуле, тебе осталось кредитов: { $left }. Ничего не списано.
declined-pool-insufficient = В пуле кредитов: { $free }, а нужно { $total }. Ничего не списано.
declined-channel-full = { $most ->
    [one] Этот канал рендерит по { $most } фильму за раз, и место занято. Ничего не списано; вернись, когда тот закончится.
    [few] Этот канал рендерит по { $most } фильма за раз, и места заняты. Ничего не списано; вернись, когда один закончится.
   *[many] Этот канал рендерит по { $most } фильмов за раз, и места заняты. Ничего не списано; вернись, когда один закончится.
 }
declined-channel-tier = Качества «{ $tier }» в этом канале нет. Ничего не списано; остальные открыты.
declined-channel-length = Предел длины в этом канале: { $most }. Ничего не списано; сначала сократи.

studio-title = Правила: { $name }
studio-makers = Кто начинает фильмы: { $makers }.
studio-length = Самый длинный фильм: { $length }. Качество: { $tiers }.
studio-at-once = { $count ->
    [0] Фильмы рендерятся одновременно, сколько бы их ни было.
    [one] Одновременно рендерится { $count } фильм.
    [few] Одновременно рендерятся { $count } фильма.
   *[many] Одновременно рендерится { $count } фильмов.
 }
studio-allowance = { $some ->
    [yes] Пул платит за каждого участника, предел: { $credits } { $period }.
   *[no] Пул не платит; каждый рендерит на свои кредиты.
 }
studio-adults = Для взрослых: каждый один раз подтверждает, что ему есть 18.
studio-all-ages = Для любого возраста.
studio-announces = Готовые фильмы объявляются здесь.
studio-quiet = Готовые фильмы остаются в своих ветках.
studio-roles-how = Роли, которым можно начинать фильмы, задаёт /studio setup; повторный выбор снимает роль.
studio-board-anew = Вот табло очереди заново. Закрепи его, если у меня нет прав.
studio-closed = Это снова обычный канал. Снятые здесь фильмы остаются.
makers-everybody = все
makers-admins = только админы
makers-roles = роли: { $roles }
tiers-all = любое
tiers-draft = только черновое
tiers-standard = до стандартного
at-once = { $count ->
    [0] сколько придёт
    [one] по { $count } за раз
   *[other] по { $count } за раз
 }
period-day = в день
period-week = в неделю
period-month = в месяц
this-day = сегодня
this-week = на этой неделе
this-month = в этом месяце
allowance-entry = { $credits } { $period }
allowance-period = Столько же, но { $period }

queue-title = { $count ->
    [0] Сейчас ничего не рендерится
    [one] Рендерится { $count } фильм
    [few] Рендерятся { $count } фильма
   *[many] Рендерится { $count } фильмов
 }
queue-empty = Следующий фильм может быть твоим: начни с идеи.
queue-closed = Эта очередь закрыта.
queue-waits = { $place }-й в очереди
queue-runs = кадры: { $done }/{ $total }
queue-more = { $count ->
    [one] и ещё { $count }
   *[other] и ещё { $count }
 }
queue-rules = Предел длины: { $length }, { $most }.
queue-mine = Твои рендеры
queue-mine-none = Ни один твой фильм сейчас не рендерится.
premiere-here = Новый фильм.
premiere-by = Авторы: { $names }.
premiere-gone = Этот фильм убран.

pool-title = Пул: { $name }
pool-this = это место
pool-has = В нём { $free }.
pool-mine = Твой расход { $period }: { $spent }; осталось: { $left }.
pool-pays-nothing = Пока он ни за кого не платит: управляющий задаёт долю участника через /studio setup.
pool-how = Пополнить может любой. Что рендер не израсходует, вернётся в пул. Управлять местом не значит тратить.
pool-who = кто
pool-spent = расход { $period }
pool-may = можно ещё
give-ask = Отдать { $credits } в пул «{ $pool }»? Подарок не возвращается.
given = Спасибо: { $credits } теперь в пуле.
allowed = { $own ->
    [yes] { $name }: предел трат из пула теперь { $credits }.
   *[no] { $name }: доля в пуле снова как у всех.
 }
ask-give = Сколько кредитов отдать в пул?
form-give = Подарок пулу
entry-give = Кредиты
ask-allow = Сколько кредитов из пула может тратить { $name } за период? 0 — доля как у всех. Сейчас:
form-allow = Доля: { $name }
entry-allow = Кредиты, 0 — обычная доля
quote-pool = Пул может заплатить за это { $have }.
quote-short-here = Для советуемого качества нужно { $need }. Аниматик остаётся твоим, бесплатно.

choice-tier-pool = { $tier }, { $credits } из пула
choice-see-pool = Пул
choice-adults-only = Только для взрослых
choice-all-ages = Открыть для всех
choice-announce = Объявлять фильмы
choice-announce-not = Не объявлять
choice-board-anew = Табло заново
choice-close-studio = Закрыть студию
choice-give-some = Отдать кредиты…
choice-give = Отдать { $credits }
menu-makers = Кто начинает фильмы
menu-longest = Самый длинный фильм
menu-tiers = Качество
menu-at-once = Фильмов за раз
menu-allowance = Сколько платит пул
menu-member = Доля участника
