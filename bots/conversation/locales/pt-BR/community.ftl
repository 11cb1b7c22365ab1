# Canais de render: suas regras, sua fila, sua caixinha.

error-studio-admins = Neste canal só admins começam filmes. Sua ideia é bem-vinda numa conversa privada comigo.
error-studio-roles = { $count ->
    [one] Aqui os filmes são começados por membros com o cargo { $roles }. Sua ideia é bem-vinda numa conversa privada comigo.
   *[other] Aqui os filmes são começados por membros com um destes cargos: { $roles }. Sua ideia é bem-vinda numa conversa privada comigo.
 }
error-studio-age = Este canal é para adultos. Diga uma vez que você tem 18 anos ou mais, e ele se abre para você.
error-studio-length = Os filmes deste canal duram no máximo { $most }. Escolha uma duração menor, ou faça numa conversa privada comigo.
error-studio-not-admin = Só quem administra este lugar pode mudar isso.
error-studio-where = Isso funciona num canal ou grupo, não em conversa privada nem dentro de um tópico.
error-studio-none = Isto ainda não é um canal de render. Quem administra pode transformá-lo em um com /studio setup.
error-pool-nothing = A caixinha deste lugar não paga nada para você no momento. Nada foi cobrado.
error-give-short = Você tem { $have } créditos que podem ser doados; os de teste e os promocionais continuam seus.
declined-over-limit = Isso é mais que a sua parte da caixinha: restam { $left } créditos dela para você. Nada foi cobrado.
declined-pool-insufficient = A caixinha tem { $free } créditos e isso precisa de { $total }. Nada foi cobrado.
declined-channel-full = { $most ->
    [one] Este canal renderiza um filme por vez, e um está renderizando. Nada foi cobrado; volte aqui quando ele terminar.
   *[other] Este canal renderiza { $most } filmes por vez, e todos estão renderizando. Nada foi cobrado; volte aqui quando um terminar.
 }
declined-channel-tier = Este canal não renderiza { $tier }. Nada foi cobrado; as outras qualidades estão abertas.
declined-channel-length = Os filmes deste canal duram no máximo { $most }. Nada foi cobrado; encurte o filme primeiro.

studio-title = As regras de { $name }
studio-makers = Quem começa filmes: { $makers }.
studio-length = O filme mais longo: { $length }. Qualidades: { $tiers }.
studio-at-once = { $count ->
    [0] Todos os filmes que chegam são renderizados juntos.
    [one] Um filme é renderizado por vez.
   *[other] { $count } filmes são renderizados por vez.
 }
studio-allowance = { $some ->
    [yes] A caixinha paga até { $credits } { $period } para cada membro.
   *[no] A caixinha não paga nada; cada um renderiza com os próprios créditos.
 }
studio-adults = Para adultos: cada um diz uma vez que tem 18 anos ou mais.
studio-all-ages = Para todas as idades.
studio-announces = Filmes prontos são anunciados aqui.
studio-quiet = Filmes prontos ficam em seus tópicos.
studio-roles-how = Os cargos que podem começar filmes são escolhidos com /studio setup; escolher de novo retira.
studio-board-anew = Aqui está o quadro da fila de novo. Fixe a mensagem se eu não puder.
studio-closed = Este canal voltou a ser comum. Os filmes feitos aqui ficam.
makers-everybody = todo mundo
makers-admins = só admins
makers-roles = estes cargos: { $roles }
tiers-all = todas
tiers-draft = só rascunho
tiers-standard = até padrão
at-once = { $count ->
    [0] quantos vierem
    [one] um por vez
   *[other] { $count } por vez
 }
period-day = por dia
period-week = por semana
period-month = por mês
this-day = hoje
this-week = esta semana
this-month = este mês
allowance-entry = { $credits } { $period }
allowance-period = A mesma quantia, { $period }

queue-title = { $count ->
    [0] Nada está renderizando
    [one] Um filme está renderizando
   *[other] { $count } filmes estão renderizando
 }
queue-empty = O próximo filme aqui pode ser seu: comece com uma ideia.
queue-closed = Esta fila está fechada.
queue-waits = número { $place } da fila
queue-runs = { $done }/{ $total } planos
queue-more = { $count ->
    [one] e mais um
   *[other] e mais { $count }
 }
queue-rules = Filmes de até { $length }, { $most }.
queue-mine = Seus renders
queue-mine-none = Nenhum dos seus filmes está renderizando.
premiere-here = Tem filme novo aqui.
premiere-by = De { $names }.
premiere-gone = Este filme foi retirado.

pool-title = A caixinha de { $name }
pool-this = este lugar
pool-has = Ela tem { $free }.
pool-mine = Você gastou { $spent } dela { $period }; restam { $left } para você.
pool-pays-nothing = Ela ainda não paga para ninguém: quem administra este lugar define a parte de cada membro com /studio setup.
pool-how = Qualquer um pode dar. O que um render não usa volta para ela. Administrar este lugar não dá direito de gastar.
pool-who = quem
pool-spent = gastou { $period }
pool-may = pode gastar
give-ask = Dar { $credits } à caixinha de { $pool }? Um presente não volta.
given = Obrigado: { $credits } estão agora na caixinha.
allowed = { $own ->
    [yes] { $name } pode gastar até { $credits } da caixinha de agora em diante.
   *[no] { $name } voltou a ter a mesma parte da caixinha que todos.
 }
ask-give = Quantos créditos vão para a caixinha?
form-give = Dar à caixinha
entry-give = Créditos
ask-allow = Quantos créditos da caixinha { $name } pode gastar por período? 0 é a parte de todo mundo. Por enquanto:
form-allow = A parte de { $name }
entry-allow = Créditos, 0 para a parte normal
quote-pool = A caixinha pode pagar até { $have } por isto.
quote-short-here = A qualidade recomendada precisa de { $need }. O animatic continua seu, grátis.

choice-tier-pool = { $tier }, { $credits } da caixinha
choice-see-pool = A caixinha
choice-adults-only = Só para adultos
choice-all-ages = Abrir a todas as idades
choice-announce = Anunciar filmes
choice-announce-not = Não anunciar
choice-board-anew = Mostrar a fila de novo
choice-close-studio = Fechar o canal
choice-give-some = Dar créditos…
choice-give = Dar { $credits }
menu-makers = Quem começa filmes
menu-longest = Filme mais longo
menu-tiers = Qualidades
menu-at-once = Filmes por vez
menu-allowance = O que a caixinha paga
menu-member = Definir a parte de um membro
