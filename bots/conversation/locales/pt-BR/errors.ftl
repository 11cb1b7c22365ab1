# O que deu errado, o que isso significa, o que foi ou não cobrado, e uma coisa a fazer.

error-unexpected = Algo quebrou do meu lado. Nada se perdeu e nada foi cobrado. Tente mais uma vez, por favor.
error-unavailable = Algo de que preciso não responde agora. Nada se perdeu e nada foi cobrado; tente de novo em instantes.
error-storage = Não há espaço, ou o armazenamento não responde. Nada se perdeu; continuo assim que ele voltar.
error-disk-full = Não há mais espaço no disco. Nada se perdeu e nada foi cobrado; continuo assim que houver espaço.
error-setup-failed = Esta instalação não está completa. Quem a opera precisa consertar; nada seu se perdeu.
error-bad-input = Não dá para fazer assim. Nada mudou.
error-edit-refused = Este roteiro não permite isso. Nada mudou.
error-forbidden = Não posso fazer um filme disso: vai contra as regras de conteúdo. Nada foi guardado. Me conte de outro jeito.
error-blocked = Esta conta não pode fazer filmes aqui.
error-not-yours = Este filme é de outra pessoa. Comece o seu com uma frase.
error-not-your-button = Esse botão é de outra pessoa. Me conte uma ideia e você ganha o seu.
error-no-such-film = Não acho esse filme entre os seus.
error-no-film = Ainda não há filme. Me conte uma ideia primeiro.
error-no-film-yet = Ainda não há um filme pronto.
error-no-file = Esse arquivo ainda não existe.
error-not-your-receipt = Só quem pagou um render vê o recibo.
error-not-enough-credits = Isso precisa de { $need } créditos e você tem { $have }. Nada foi cobrado.
error-credits-debt = Há { $owed } créditos em dívida de um pagamento que foi desfeito. Até serem pagos, nada pode ser renderizado.
error-credits-frozen = Seus créditos estão congelados no momento. Nada foi cobrado.
error-credits-over-limit = Isso passa do seu limite; restam { $left } créditos. Nada foi cobrado.
error-credits-insufficient = Não há créditos suficientes para isso. Nada foi cobrado.
error-credits-same-wallet = São os mesmos créditos.
error-credits-nothing-left = Não resta nada para pegar de volta.
error-credits-over-capture = Isso é mais do que foi cobrado.
error-credits-no-debt = Não há nada em dívida.
error-credits-amount = “{ $said }” não é uma quantidade de créditos. Preciso de um número, como 40.
error-idea-empty = Não achei palavras nisso. Me diga em uma frase sobre o que é o filme.
error-idea-long = Essa ideia é longa demais para mim; { $most } caracteres é o máximo. Qual é o coração dela, em poucas frases?
error-length = { $short ->
    [yes] Uma história precisa de pelo menos { $least }; { $asked } é pouco para um filme. Faço com { $least }?
   *[no] Um filme dura no máximo { $most }; { $asked } é mais que isso. Faço com { $most }?
 }
error-length-unread = “{ $said }” não é uma duração que eu entenda. Diga como “90 segundos” ou “2 minutos”.
error-format = Não conheço esse formato. Temos horizontal, vertical e quadrado.
error-films-per-day = Já são { $most } filmes hoje, e esse é o máximo. Amanhã a gente continua; os filmes que você tem ficam abertos.
error-writes-per-day = É muita escrita para um dia. Amanhã a gente continua; nada se perdeu.
error-said-long = É longo demais para uma mensagem; { $most } caracteres é o máximo. Me conte em partes.
error-text-long = Isso tem { $have } caracteres; aqui o máximo é { $most }. Nada mudou.
error-nobody-known = Não conheço ninguém assim dos seus filmes.
error-voices = Não consigo tocar as vozes agora.
error-empty = Não havia nada nisso. Nada mudou.
error-too-much-waiting = Já há { $most } pedidos esperando. Deixe eu terminar esses primeiro.
error-button-gone = Esse botão ficou para trás.
error-rendering = Este filme está renderizando. Cancele primeiro, depois apague.
error-film-failed = Os planos estão aí, mas não deu para montar o filme.
error-render-failed = Nenhum plano pôde ser renderizado.
error-tier-not-offered = Nada aqui renderiza isso no momento.
error-writing-failed = Escrevi, mas nada que eu mostraria a você. Nada foi cobrado. Tente de novo, ou conte a ideia de outro jeito.
error-writing-refused = O serviço de escrita não quis escrever isso. Nada foi cobrado. Conte a ideia de outro jeito, e eu tento de novo.
error-language-not-written = Não consigo escrever em { $language } aqui. Em inglês dá.

declined-not-offered = Nada aqui renderiza { $tier } no momento. Nada foi cobrado.
declined-paused = Quem cuida deste estúdio pausou a renderização. Seu filme fica como está e nada foi cobrado; tente mais tarde.
declined-plan = Sua assinatura não inclui { $tier }. Nada foi cobrado.
declined-films-at-once = { $most ->
    [one] Sua assinatura renderiza um filme por vez, e um está renderizando. Nada foi cobrado; volte aqui quando ele terminar.
   *[other] Sua assinatura renderiza { $most } filmes por vez, e todos estão renderizando. Nada foi cobrado; volte aqui quando um terminar.
 }
declined-rendering = Este filme já está renderizando.
declined-price-changed = O preço mudou desde que você viu: { $total } créditos em vez de { $agreed }. Nada foi cobrado; olhe de novo.
declined-insufficient = Isso precisa de { $total } créditos e você tem { $free }. Nada foi cobrado.
declined-debt = Há { $debt } créditos em dívida de um pagamento que foi desfeito. Até serem pagos, nada pode ser renderizado.
declined-frozen = Seus créditos estão congelados no momento. Nada foi cobrado.

talk-not-understood = Não entendi, então não mudei nada.

edit-refused-no-script = Ainda não há roteiro. Escolha uma logline primeiro.
edit-refused-nothing-to-undo = Esta é a primeira versão; não há nada para desfazer.
edit-refused-last-shot = Um filme tem pelo menos um plano, então este fica.
edit-refused-last-scene = Um filme tem pelo menos uma cena, então esta fica.
edit-refused-no-such-shot = { $known ->
    [number] Não há plano { $asked } nesta versão.
   *[other] Esse plano não existe nesta versão.
 }
edit-refused-no-such-scene = { $known ->
    [number] Não há cena { $asked } nesta versão.
   *[other] Essa cena não existe nesta versão.
 }
edit-refused-no-such-character = Ninguém com esse nome está neste filme.
edit-refused-name = Isso não serve de nome. Letras e espaços servem.
edit-refused-name-taken = Alguém já se chama { $name }. Dois com o mesmo nome confundiriam todo mundo.
edit-refused-duration = Um plano dura de { $least } a { $most } segundos.
edit-refused-too-much-said = Dizer isso leva { $needs } segundos, e um plano dura no máximo { $most }. Divida em dois planos.
edit-refused-speaks = { $name } fala neste plano e por isso não pode sair dele. Mude as falas primeiro.
edit-refused-too-short-to-split = Um plano precisa durar pelo menos { $least } segundos para virar dois.
edit-refused-at-edge = Já está bem na ponta do filme.
edit-refused-film-too-long = O filme passaria de uma hora, que é o máximo.
edit-refused-text-too-long = Um texto ficaria longo demais com isso.
