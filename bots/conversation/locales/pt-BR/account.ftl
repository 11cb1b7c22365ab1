# A conta: chats conectados, créditos, configurações, termos.

platform-discord = Discord
platform-telegram = Telegram
platform-terminal = terminal
platform-web = navegador

link-title = Uma conta só nos dois chats
link-how = Me mande este código pelo outro chat em até { $minutes } minutos: digite *{ $code }* para mim lá, ou use /link. Filmes, elenco, créditos e histórico viram um só.
link-careful = Funciona uma vez. Não mostre a ninguém: quem digitar divide a conta com você.
link-over = Esse código venceu. /link dá outro.
link-used = Conectado. Este chat e o outro agora dividem uma conta. Se não foi você, abra as configurações e desconecte o outro já.
link-linked = { $films ->
    [0] Conectado: este chat e o outro agora dividem uma conta. { $credits } vieram junto.
    [one] Conectado: este chat e o outro agora dividem uma conta, com um filme. { $credits } vieram junto.
   *[other] Conectado: este chat e o outro agora dividem uma conta, com { $films } filmes. { $credits } vieram junto.
 }
link-linked-more = O que você começa num chat continua no outro. Desconecte nas configurações quando quiser.
link-one-trial = O teste grátis é para uma pessoa: { $credits } do segundo saíram.
link-same = Esses chats já dividem uma conta.
link-wrong = Não conheço esse código. Ele funciona uma vez e por { $minutes } minutos; pegue um novo com /link no outro chat.
link-too-many = Foram códigos errados demais. Nada foi conectado; tente de novo daqui a uma hora.
unlink-ask = { $named ->
    [none] Dar à sua conta do { $platform } um começo só dela?
   *[some] Dar a { $name } no { $platform } uma conta própria?
 } Ela começa vazia. Todos os filmes, o elenco e os créditos ficam na conta que você deixa.
unlinked = { $named ->
    [none] Sua conta do { $platform } agora anda sozinha.
   *[some] { $name } no { $platform } agora tem conta própria.
 } Filmes, elenco e créditos ficaram aqui.
unlinked-here = Este chat agora tem uma conta própria, que começa vazia. Filmes, elenco e créditos ficaram na conta que você deixou.
accounts-title = Chats desta conta
accounts-one = Só este até agora. Conecte outro para continuar por lá.
accounts-leave = Um chat que sai começa com uma conta própria, vazia. Filmes e créditos ficam aqui.
error-link-codes = { $most } códigos por hora é o máximo. O que você tem ainda funciona; se não, tente mais tarde.
error-link-busy = Uma das duas contas está ocupada neste instante. Nada foi conectado; digite o código mais uma vez.
error-link-blocked = Essas contas não podem ser conectadas.
error-unlink-only = Este é o único chat desta conta, então ele fica.
error-command = Não conheço esse comando. É só me dizer o que você quer.

settings-notify = Filmes prontos: { $way }.
settings-plan = Assinatura: { $plan }.
settings-chats = Chats: { $chats }.
notify-here = eu chamo você onde o filme foi feito
notify-everywhere = eu chamo você em todos os seus chats
notify-quiet = eles chegam sem aviso
notify-set-here = De agora em diante, chamo você onde o filme foi feito.
notify-set-everywhere = De agora em diante, os filmes prontos chegam em todos os seus chats.
notify-set-quiet = De agora em diante, os filmes prontos chegam em silêncio.
adult-noted = Anotado: você tem 18 anos ou mais. Continue de onde estava.

history-title = Seus créditos, do mais novo ao mais antigo
history-none = Nada entrou nem saiu ainda.
credits-granted-play = Créditos de brincadeira para um render; não custam nada.
credits-granted-promo = Um presente de boas-vindas.
credits-granted-subscription = Os créditos do mês da sua assinatura.
credits-granted-goodwill = Dados por nós, com um obrigado pela paciência.
credits-granted-stripe = Comprados com cartão.
credits-granted-stars = Comprados com Stars.
credits-granted-discord = Comprados no Discord.
credits-film = { $named ->
    [none] Um filme.
   *[some] O filme “{ $title }”.
 }
credits-expired = Não usados, e vencidos.
credits-sent = Dados a alguém, ou a uma caixinha.
credits-received = Recebidos de alguém.
credits-clawed-back = Um pagamento foi desfeito.
credits-debt-paid = O que se devia foi pago.
credits-goodwill = Devolvidos por um filme.

terms-title = Os termos, em resumo
terms-ai = Tudo aqui é feito por IA e marcado como tal, no arquivo e em palavras. Erros acontecem; olhe antes de compartilhar.
terms-yours = Suas ideias e seus filmes são seus. Você precisa ter os direitos sobre o que traz.
terms-content = Nada de filmes de pessoas reais sem consentimento, nada que sexualize menores, nada que assedie ou engane. Esses filmes são recusados.
terms-money = Um render mostra o preço antes. Só planos prontos são cobrados, um plano que falha não custa nada, e o resto volta sozinho.
terms-refunds = Créditos de pacotes não vencem; os de um plano acabam com o período seguinte. Para receber um pagamento de volta, peça em “{ choice-paysupport }”; os créditos dele saem então do seu saldo.
terms-data = Roteiros, imagens e filmes ficam guardados até você apagar. A contabilidade é guardada como a lei pede.
terms-people = Você precisa ter a idade exigida pelo chat que usa. Alguns canais pedem 18 anos.

files-ask = O que você quer levar de { $title }?

choice-link-new = Conectar outro chat
choice-unlink = Desconectar um chat
choice-stay-linked = Manter conectado
choice-unlink-sure = Desconectar
choice-settings = Configurações
choice-terms = Termos
choice-history = Histórico
choice-newer = ◀ Mais novos
choice-older = Mais antigos ▶
choice-adult = Tenho 18 anos ou mais
menu-unlink = Soltar um chat
menu-notify = Quando um filme fica pronto
