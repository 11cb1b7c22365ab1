# Canales de render: sus reglas, su cola, su fondo.

error-studio-admins = En este canal solo empiezan películas los administradores. Tu idea es bienvenida en un chat privado conmigo.
error-studio-roles = { $count ->
    [one] Aquí empiezan películas quienes tienen el rol { $roles }. Tu idea es bienvenida en un chat privado conmigo.
   *[other] Aquí empiezan películas quienes tienen uno de estos roles: { $roles }. Tu idea es bienvenida en un chat privado conmigo.
 }
error-studio-age = Este canal es para adultos. Di una vez que tienes 18 o más y se te abre.
error-studio-length = En este canal las películas duran { $most } como mucho. Elige una más corta, o hazla en un chat privado conmigo.
error-studio-not-admin = Eso solo lo cambia quien administra este sitio.
error-studio-where = Eso va en un canal o un grupo, no en un chat privado ni dentro de un hilo.
error-studio-none = Esto aún no es un canal de render. Quien lo administra puede convertirlo con /studio setup.
error-pool-nothing = El fondo de este sitio no paga nada por ti ahora mismo. No se ha cobrado nada.
error-give-short = Tienes { $have } créditos que se pueden regalar; los de prueba y promoción siguen siendo tuyos.
declined-over-limit = Eso es más que tu parte del fondo: te quedan { $left } créditos. No se ha cobrado nada.
declined-pool-insufficient = El fondo tiene { $free } créditos y eso necesita { $total }. No se ha cobrado nada.
declined-channel-full = { $most ->
    [one] Este canal renderiza una película a la vez, y hay una en marcha. No se ha cobrado nada; vuelve cuando acabe.
   *[other] Este canal renderiza { $most } películas a la vez, y ya hay tantas en marcha. No se ha cobrado nada; vuelve cuando acabe una.
 }
declined-channel-tier = Este canal no renderiza en { $tier }. No se ha cobrado nada; los otros niveles están abiertos.
declined-channel-length = En este canal las películas duran { $most } como mucho. No se ha cobrado nada; acórtala primero.

studio-title = Las reglas de { $name }
studio-makers = Empieza películas: { $makers }.
studio-length = La película más larga: { $length }. Niveles: { $tiers }.
studio-at-once = { $count ->
    [0] Se renderizan a la vez todas las películas que lleguen.
    [one] Se renderiza una película a la vez.
   *[other] Se renderizan { $count } películas a la vez.
 }
studio-allowance = { $some ->
    [yes] El fondo paga hasta { $credits } por miembro { $period }.
   *[no] El fondo no paga nada; cada cual renderiza con sus créditos.
 }
studio-adults = Para adultos: todos dicen una vez que tienen 18 o más.
studio-all-ages = Para todas las edades.
studio-announces = Las películas terminadas se anuncian aquí.
studio-quiet = Las películas terminadas se quedan en sus hilos.
studio-roles-how = Los roles que pueden empezar películas se nombran con /studio setup; nombrar uno otra vez lo quita.
studio-board-anew = Aquí está otra vez la cola. Fíjala si yo no puedo.
studio-closed = Esto vuelve a ser un canal normal. Las películas hechas aquí se quedan.
makers-everybody = cualquiera
makers-admins = solo administradores
makers-roles = estos roles: { $roles }
tiers-all = todos
tiers-draft = solo borrador
tiers-standard = hasta estándar
at-once = { $count ->
    [0] las que lleguen
    [one] una a la vez
   *[other] { $count } a la vez
 }
period-day = al día
period-week = a la semana
period-month = al mes
this-day = hoy
this-week = esta semana
this-month = este mes
allowance-entry = { $credits } { $period }
allowance-period = La misma cantidad { $period }

queue-title = { $count ->
    [0] No se está renderizando nada
    [one] Se está renderizando una película
   *[other] Se están renderizando { $count } películas
 }
queue-empty = La próxima película de aquí podría ser tuya: empieza con una idea.
queue-closed = Esta cola está cerrada.
queue-waits = número { $place } en la cola
queue-runs = { $done }/{ $total } planos
queue-more = { $count ->
    [one] y una más
   *[other] y { $count } más
 }
queue-rules = Películas de hasta { $length }, { $most }.
queue-mine = Tus renders
queue-mine-none = Ninguna de tus películas se está renderizando.
premiere-here = Hay una película nueva.
premiere-by = De { $names }.
premiere-gone = Esta película se retiró.

pool-title = El fondo de { $name }
pool-this = este sitio
pool-has = Tiene { $free }.
pool-mine = Has gastado { $spent } de él { $period }; te quedan { $left }.
pool-pays-nothing = Aún no paga por nadie: quien administra este sitio fija la parte de cada miembro con /studio setup.
pool-how = Cualquiera puede aportar. Lo que un render no usa vuelve. Administrar este sitio no da derecho a gastar.
pool-who = quién
pool-spent = gastado { $period }
pool-may = puede gastar
give-ask = ¿Dar { $credits } al fondo de { $pool }? Un regalo no vuelve.
given = Gracias: { $credits } están ahora en el fondo.
allowed = { $own ->
    [yes] { $name } puede gastar desde ahora hasta { $credits } del fondo.
   *[no] { $name } vuelve a tener la misma parte del fondo que todos.
 }
ask-give = ¿Cuántos créditos van al fondo?
form-give = Dar al fondo
entry-give = Créditos
ask-allow = ¿Cuántos créditos del fondo puede gastar { $name } en un periodo? 0 es la parte de todos. Ahora es:
form-allow = La parte de { $name }
entry-allow = Créditos; 0, la parte habitual
quote-pool = El fondo puede pagar hasta { $have } por esto.
quote-short-here = El nivel recomendado necesita { $need }. La animática sigue siendo tuya, gratis.

choice-tier-pool = { $tier }, { $credits } del fondo
choice-see-pool = El fondo
choice-adults-only = Solo para adultos
choice-all-ages = Abrir a todas las edades
choice-announce = Anunciar películas
choice-announce-not = No anunciar
choice-board-anew = La cola otra vez
choice-close-studio = Cerrar el canal
choice-give-some = Dar créditos…
choice-give = Dar { $credits }
menu-makers = Quién empieza películas
menu-longest = La película más larga
menu-tiers = Niveles
menu-at-once = Películas a la vez
menu-allowance = Lo que paga el fondo
menu-member = Fijar la parte de un miembro
