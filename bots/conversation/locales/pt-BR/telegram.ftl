# O que só se diz no Telegram: a lista de comandos, conversas privadas, o que acompanha arquivos.

telegram-command-start = Começar, ou ver como as coisas estão
telegram-command-new = Fazer um filme: /new e sua ideia
telegram-command-films = Seus filmes
telegram-command-film = O filme atual, ou o de um número
telegram-command-cast = Gente que você conhece dos seus filmes
telegram-command-credits = O que você tem e pode gastar
telegram-command-queue = O que está renderizando
telegram-command-studio = Regras, fila e caixinha deste grupo
telegram-command-settings = Idioma e outras configurações
telegram-command-link = Usar aqui sua conta de outro chat
telegram-command-help = Como funciona
telegram-command-terms = Os termos, em resumo
telegram-command-paysupport = Ajuda com pagamentos
telegram-command-cancel = Parar o que está renderizando

telegram-description =
    Me conte uma ideia e eu faço um filme dela com você: roteiro, elenco, storyboard, um storyboard em movimento com som, grátis, e depois o filme.

    Tudo é grátis até o render. Os filmes daqui são feitos com IA e marcados como tal.
telegram-description-short = Conte uma ideia, receba um filme. Feito com IA, passo a passo, com você.

telegram-group-welcome = Aqui se fazem filmes em grupo. Comece um com /new e sua ideia; cada filme ganha { $forum ->
    [yes] um tópico próprio
   *[no] sua própria sequência de respostas
 }. Eu ouço comandos e respostas às minhas mensagens, nada mais.
telegram-goes-on = { $title }: continua no próprio tópico.
telegram-see-topic = Ir para o filme
telegram-anonymous = Não sei quem você é enquanto escreve como o grupo. Escreva como você, e eu começo.
telegram-file-large = Esse arquivo é maior do que o Telegram me deixa buscar; { $most } MB é o máximo.
telegram-file-lost = Não consegui buscar esse arquivo. Mande mais uma vez, por favor.
telegram-menu-changed = Esse menu mudou. Agora está assim.
telegram-reply-here = Responda a esta mensagem: num grupo eu não ouço mais nada.
telegram-back = Voltar
telegram-more = Mais
telegram-open = Abrir nossa conversa
telegram-open-private = Isso é só para você. Abra uma conversa comigo, e eu conto por lá.
telegram-answer-private = Respondo isso no privado.
telegram-link = { $what ->
    [video] Ver o filme inteiro
   *[other] Baixar
 }

# An invoice in Stars: its title (at most 32 letters) and what it is for.
invoice-pack = { $credits } créditos
invoice-plan = { $plan }: { $credits } créditos
invoice-pack-about = Filmes neste chat. Créditos comprados nunca vencem.
invoice-plan-about = A cada 30 dias. Dá para encerrar quando quiser, aqui no chat.
