# O que uma pessoa lê no caminho da ideia ao filme.
# *negrito* e _itálico_ dão ênfase. Argumentos nunca são marcação.

## Começo

welcome-title = Que filme vamos fazer?
welcome-how = Me conte sua ideia em uma frase. Escrevo o roteiro com você, desenho, mostro em movimento e com som, e só então digo quanto custa o render.
welcome-ai = Os filmes daqui são feitos com IA e marcados como tal.
welcome-thanks = Imagina, é um prazer.

brief-plan = Eu faria disso { $kind } de *{ $length }*, { $format }, em { $language }.
brief-hint = Ou me diga o que mudar: “dois minutos”, “vertical”, ou outra ideia.
brief-foreign = A sua ideia foi contada em { $told }. Aqui escrevo em { $language }: o filme fala { $language } e usa as suas palavras como estão.
brief-only = Aqui só consigo escrever em { $language }: o filme fala { $language }.
brief-idea-ask = O filme deve ser sobre “{ $idea }”, então?
brief-now = Anotado: { $kind }, { $length }, { $format }, em { $language }.
format-already = Ele já é { $format }.

loglines-coming = Pensando em três jeitos de contar…
loglines-ask = Três filmes que isso pode virar. Qual eu escrevo?
loglines-hint = Ou me diga o que mudar neles: “mais engraçado”, “sem a tempestade”.

## Roteiro

script-coming = Escrevendo. As cenas aparecem aqui conforme chegam.
script-progress = cena { $done } de { $total }
script-facts = { $scenes ->
    [one] { $scenes } cena
   *[other] { $scenes } cenas
 } · { $shots ->
    [one] { $shots } plano
   *[other] { $shots } planos
 } · { $length }
script-hint = v{ $version } · Ou é só dizer: “cena { $scene }: { $time }”, “mais curto”{ $cast ->
    [none] .
   *[some] , “troque o nome de { $name } para { $other }”.
 }
scene-inside = dentro:
scene-outside = fora:
page-of = Página { $page } de { $pages }

answer-working = Estou nisso: “{ $said }”
answer-working-quietly = Reescrevendo agora…
answer-unclear = Esta parte eu não entendi: { $said }
answer-examples = O que eu entendo, por exemplo:
answer-render-goes-on = O filme que está renderizando fica como combinado. Isto vale para o próximo.
answer-not-counting = Isto foi desfeito, ou algo mais novo tomou o lugar.
example-1 = cena { $scene }: { $time }
example-2 = acrescente um plano do mar no final
example-3 = o plano { $shot } deve durar 5 segundos
heard-waiting = Ainda estou escrevendo. Guardo isso e faço em seguida.
said-changed-late = Já segui em frente com as palavras de antes. Escreva o que deve mudar agora.
still-writing = Ainda estou escrevendo; um momento, depois isto.
undone = Desfeito; a versão { $version } vale de novo.
nothing-else-changed = Nada mais mudou.
nothing-changed = Nada mudou.
so-already = Já era assim; nada mudou.
changes-more = { $count ->
    [one] Mais uma coisa decorre disso.
   *[other] Mais { $count } coisas decorrem disso.
 }

## Elenco

cast-title = O elenco de { $title }
cast-hint = Ou me diga: “troque o nome de { $name } para { $other }”, “{ $name } usa um casaco vermelho”.
cast-hint-nobody = Ninguém aparece neste filme. Me diga se alguém deveria.
cast-nobody = Sem pessoas, sem animais: os lugares carregam este filme.
cast-narrator = *Narração* · voz: { $texture }
cast-speaks = { $count ->
    [one] uma fala
   *[other] { $count } falas
 }, voz: { $voice }
cast-silent = não diz nada
cast-which-part = Que papel { $name } deve fazer? O papel assume nome, aparência, figurino, cor e voz.
cast-no-part = Nenhum papel deste filme serve para { $name }: a história usaria as palavras erradas.
portrait-alt = { $name }: { $look }
portrait-plain = um retrato
voices-coming = Estão limpando a garganta; um momento.
voices-here = { $count ->
    [one] Uma primeira fala, como vai soar.
   *[other] Uma primeira fala de cada voz, como vai soar.
 }
voices-narrator = Narração
voices-alt = A voz de { $name }
people-title = Gente que você conhece dos seus filmes
people-none = Ninguém ainda. Quando um filme é combinado, guardo seus personagens para o próximo.
people-hint = Em outro filme eles podem assumir um papel: escolha-os no elenco.
people-forget-ask = Esquecer { $name }? Os filmes em que aparece ficam como estão.
people-forgotten = Pronto, esqueci { $name }.

## Storyboard

board-drawing = Desenhando o storyboard. É grátis, e cada quadro ainda pode mudar.
board-progress = quadro { $done } de { $total }
board-title = { $first ->
    [one] Planos { $first } a { $last } de { $shots }
   *[other] Planos { $first } a { $last } de { $shots }
 }
board-hint = Escolha um plano para mudar, ou é só dizer: “plano { $shot } mais fechado”, “apague o plano { $last }”.
panel-alt = Plano { $number }: { $action }
shot-title = Plano { $number } de { $shots }
shot-sound = Som: { $sound }

## Animatic

animatic-coming = Pondo o storyboard em movimento, com vozes e música. Grátis.
animatic-progress = { $percent }%
animatic-ready = Seu storyboard em movimento: *{ $length }*, com vozes e música, grátis.
animatic-hint = Assista antes de gastar qualquer coisa. O que incomoda agora vai incomodar depois.

## Orçamento

quote-title = O render de { $title }
quote-was = Aqui estava quanto custaria o render de { $title }.
quote-agreed = Combinado: { $title }, { $tier }, { $credits }.
quote-play = Créditos de brincadeira: são dados para este render e não custam nada.
quote-tier = qualidade
quote-credits = créditos
quote-ready = pronto em
quote-have = Você tem { $have }.
quote-promise = Só planos prontos são cobrados. Um plano que falha não custa nada, e o que não é usado volta.
quote-estimate = Os tempos são estimativas até mais filmes serem renderizados aqui.
quote-reused = { $count ->
    [one] Um de { $shots } planos já foi renderizado e não custa nada.
   *[other] { $count } de { $shots } planos já foram renderizados e não custam nada.
 }
quote-short = A qualidade recomendada precisa de { $need }; você tem { $have }. O animatic continua seu, grátis.
quote-nothing = Nada aqui renderiza filmes no momento. O animatic é grátis e está completo.
quote-no-plan = Sua assinatura não inclui nenhuma das qualidades daqui. O animatic é grátis e está completo.
budget-total = Com no máximo { $most }, o filme custa *{ $total }*, em { $tier } onde mais importa.
budget-cheaper = { $count ->
    [one] O plano { $shots } é renderizado em { $tier }, então.
   *[other] Os planos { $shots } são renderizados em { $tier }, então.
 }
budget-drawn = { $count ->
    [one] O plano { $shots } fica desenhado e não custa nada.
   *[other] Os planos { $shots } ficam desenhados e não custam nada.
 }
budget-nothing = Isso é pouco até para um plano só.

## Render

card-shots = { $done }/{ $total } planos · { $percent }%
card-queued = Combinado. Começa assim que houver espaço.
card-rendering = Os planos estão renderizando. Pode fechar; eu chamo quando o filme chegar.
card-cancelling = Parando. O que está pronto fica; o resto volta.
card-assembling = Todos os planos chegaram. Juntando o filme.
card-paused = Quem cuida deste estúdio pausou a renderização. O que está pronto fica, o que está reservado continua seu, e tudo segue sozinho.
card-queue = { $place ->
    [1] É o próximo da fila.
   *[other] É o número { $place } da fila.
 }
card-eta = Pronto em { $wait }.
card-money = Reservado: { $held }, usado até agora: { $used }
card-scene-waiting = cena { $number } espera
card-scene-rendering = cena { $number }: { $done }/{ $total }
card-scene-done = cena { $number } ✓
card-scenes-many = { $done } de { $total } cenas chegaram
card-stand-ins = { $count ->
    [one] Não deu para renderizar o plano { $shots }. O quadro desenhado fica no lugar, sem cobrança.
   *[other] Não deu para renderizar os planos { $shots }. Os quadros desenhados ficam no lugar, sem cobrança.
 }
card-done = { $rest ->
    [0] Pronto: todos os { $total } planos. Cobrado: { $spent }.
   *[other] Pronto: { $done } de { $total } planos. Cobrado: { $spent }, devolvido: { $back }.
 }
card-cancelled-money = Cancelado após { $done } de { $total } planos. Cobrado: { $spent }, devolvido: { $back }.
card-failed-money = Nada foi cobrado; { $held } voltaram.
cancel-ask = Parar este render? Os planos prontos são cobrados e vêm como primeiro corte; todo o resto volta.
cancel-stopping = Parando agora. Já digo o que ficou pronto e o que voltou.
cancel-too-late = Todos os planos já chegaram; o filme está sendo montado e vem num instante.
cancel-ended = Este render já acabou.
nothing-to-cancel = Nada está renderizando.

## Filme

film-coming = O filme está a caminho.
film-money = { $rest ->
    [0] Cobrado: { $spent }.
   *[other] Cobrado: { $spent }, devolvido: { $back }.
 }
film-free = Grátis: seu storyboard em movimento.
film-cancelled = Isto é o que estava pronto quando você cancelou: { $done } de { $total } planos, o resto desenhado.
film-stand-ins = { $count ->
    [one] O plano { $shots } ficou desenhado e não custou nada.
   *[other] Os planos { $shots } ficaram desenhados e não custaram nada.
 }
film-ai = Feito com IA.
media-film = { $title }, o filme
media-part = { $title }, parte { $number } de { $total }
media-trailer = { $title }, um trailer
media-poster = { $title }, o pôster
media-sheet = { $title }, todos os planos numa folha
file-screenplay = O roteiro de { $title }, em Fountain: qualquer programa de roteiro abre.
file-subtitles = As legendas de { $title }.
file-sheet = O storyboard de { $title } numa folha.
receipt-title = Recibo do render { $number }
receipt-film = filme
receipt-shots = planos
receipt-shots-value = { $done } de { $total }
receipt-tier = qualidade
receipt-held = reservado
receipt-spent = cobrado
receipt-back = devolvido
receipt-from = pago com

## Filmes, configurações, ajuda

films-none = Nenhum filme ainda. Me conte uma ideia, ou deixe que eu surpreenda você.
films-title = { $count ->
    [one] Seu filme
   *[other] Seus { $count } filmes
 }
delete-ask = Apagar “{ $title }” de vez? O roteiro, o storyboard e o filme somem.
deleted = Está apagado.
settings-title = Configurações
settings-language = Falo { $language } com você.
language-set = De agora em diante, falo { $language } com você.
balance-free = Você tem { $free }.
balance-held = { $held } estão reservados para filmes que estão renderizando.
balance-debt = Há { $debt } em dívida, de um pagamento que foi desfeito.
help-title = Como funciona
help-journey = Uma ideia vira três loglines, uma delas um roteiro, depois um elenco, um storyboard, um storyboard em movimento com som, e um filme renderizado. O botão em destaque sempre leva adiante; nada se perde se você parar.
help-talk = A qualquer momento, é só dizer o que você quer. Por exemplo:
help-money = Tudo é grátis até o render. Um render mostra o preço antes, e só planos prontos são cobrados.
help-commands = E também: desfazer, status, meus filmes, meu elenco, configurações, cancelar.
never-mind = Certo, tudo fica como está.
button-gone = Esse botão ficou para trás. Veja como estão as coisas.
button-stale = Esse botão é de uma versão anterior; o filme já avançou. Agora ele está aqui: { $stage }.
upload-not-used = Não consigo usar “{ $name }” aqui. Como história eu leio .txt, .fountain e .fdx; o que mais importa nele, me diga em palavras.
error-no-words = Não consigo ler o que isso diz. Me diga em palavras, por favor; também aceito histórias (.txt, .fountain, .fdx), imagens, música e vozes gravadas.

## Perguntas e formulários

ask-idea = Sobre o que é o filme? Uma frase basta.
form-idea = Um novo filme
entry-idea = Sua ideia
ask-length = Quanto tempo ele deve durar? De 15 segundos a uma hora.
form-length = Duração
entry-length = Por exemplo 90 segundos ou 2 minutos
ask-wish = O que deve ser diferente nas três?
form-wish = Outras loglines
entry-wish = O que deve ser diferente
ask-rewrite = Como deve ser a cena { $scene }? Diga com suas palavras.
form-rewrite = Reescrever a cena { $scene }
entry-rewrite = Como ela deve ser
ask-look = Como é { $name }? Por enquanto:
form-look = { $name }: aparência
entry-look = Como é a aparência
ask-wardrobe = O que { $name } veste? Por enquanto:
form-wardrobe = { $name }: figurino
entry-wardrobe = O que veste
ask-name = Como { $name } deve se chamar?
form-name = Mudar o nome de { $name }
entry-name = Novo nome
ask-action = O que se deve ver no plano { $shot }? Por enquanto:
form-action = Plano { $shot }: a imagem
entry-action = O que se vê
ask-lines = O que se deve dizer no plano { $shot }? Por enquanto:
form-lines = Plano { $shot }: as falas
entry-lines = Uma fala por linha, como “Nome: palavras”
ask-insert = O que o novo plano depois do plano { $shot } deve mostrar?
form-insert = Um plano depois do plano { $shot }
entry-insert = O que se vê
ask-budget = Quantos créditos deve custar no máximo?
form-budget = Gastar no máximo
entry-budget = Créditos

## Botões

choice-surprise = Me surpreenda
choice-my-films = Meus filmes
choice-how = Como funciona
choice-go-on = Bom, segue
choice-keep-idea = Manter a ideia
choice-take-idea = Sim, melhor isso
choice-length = Outra duração…
choice-letter = { $letter }
choice-three-others = Outras três
choice-wish = Mudar as três…
choice-try-again = Tentar de novo
choice-show-loglines = Escolher uma logline
choice-meet-the-cast = Está bom: ver o elenco
choice-back = ◀ Voltar
choice-forward = Avançar ▶
choice-shorter = Mais curto
choice-longer = Mais longo
choice-undo = Desfazer
choice-screenplay = Roteiro
choice-show-script = Ver o roteiro
choice-back-to-script = Voltar ao roteiro
choice-draw-storyboard = Desenhar o storyboard
choice-hear-voices = Ouvir as vozes
choice-hear = Ouvir
choice-plays = Fazer { $part }
choice-whole-cast = Voltar ao elenco
choice-keep-known = Manter
choice-forget-sure = Esquecer
choice-cast-done = São esses mesmo
choice-look = Aparência…
choice-wardrobe = Figurino…
choice-name = Nome…
choice-see-storyboard = Ver o storyboard
choice-back-to-storyboard = Voltar ao storyboard
choice-approve-all = { $count ->
    [one] Aprovar o plano
   *[other] Aprovar todos os { $count }
 }
choice-all-panels = Todos os quadros
choice-redraw = Redesenhar
choice-edit-shot = Imagem…
choice-edit-lines = Falas…
choice-earlier = Mover para antes
choice-later = Mover para depois
choice-insert = Inserir depois…
choice-split = Dividir
choice-delete-shot = Apagar
choice-see-animatic = Ver em movimento
choice-render-it = Renderizar
choice-change-something = Mudar alguma coisa
choice-keep-it = Ficar com ele como filme
choice-see-quote = Ver os preços
choice-tier = { $tier }, { $credits }
choice-spend-at-most = Gastar no máximo…
choice-spend-what-i-have = Gastar no máximo { $credits }
choice-not-yet = Ainda não
choice-rough-cut = Ver o primeiro corte
choice-rough-cut-making = O primeiro corte vem aí
choice-cancel-render = Cancelar
choice-keep-rendering = Continuar o render
choice-cancel-sure = Parar
choice-status = Como está indo?
choice-new-film = Novo filme
choice-another-version = Outra versão
choice-subtitles = Legendas
choice-contact-sheet = Folha de contato
choice-receipt = Recibo
choice-open-film = Abrir “{ $title }”
choice-delete-film = Apagar “{ $title }”
choice-keep-film = Manter
choice-delete-sure = Apagar de vez
choice-done = Pronto
choice-go-on-here = Continuar
choice-never-mind = Deixa pra lá
choice-make-it = Fazer com { $length }

## Menus

menu-length = Duração
menu-format = Formato
menu-film-language = Idioma do filme
menu-language = Seu idioma
menu-rewrite-scene = Reescrever uma cena
menu-character = Mudar alguém
menu-voice = Voz
menu-texture = Como é a voz
menu-known = Alguém que você conhece
menu-forget = Esquecer alguém
menu-shot = Ver um plano
menu-duration = Quanto tempo
menu-size = Quão perto
menu-move = Câmera
menu-film = Abrir outro filme
