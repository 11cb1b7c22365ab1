# O que só se diz no Discord: seus comandos, e onde as coisas continuam.

## Comandos: nomes em minúsculas, sem espaços, até 32 caracteres; descrições até 100

command-film = filme
command-film-about = Fazer filmes
command-new = novo
command-new-about = Começar um filme a partir de uma ideia
command-open = abrir
command-open-about = Continuar um dos seus filmes
command-list = lista
command-list-about = Seus filmes e como está cada um
command-status = status
command-status-about = Como está um filme
command-script = roteiro
command-script-about = Mostrar o roteiro de um filme
command-board = storyboard
command-board-about = Mostrar o storyboard de um filme
command-render = render
command-render-about = Quanto custa o render de um filme, antes de gastar qualquer coisa
command-cancel = cancelar
command-cancel-about = Parar um render; o que está pronto fica
command-export = exportar
command-export-about = Os arquivos de um filme para levar
command-delete = apagar
command-delete-about = Apagar um filme
command-undo = desfazer
command-undo-about = Desfazer a última mudança
command-cast = elenco
command-cast-about = A gente que você conhece dos seus filmes
command-credits = créditos
command-credits-about = Seus créditos
command-balance = saldo
command-history = histórico
command-buy = comprar
command-plans = assinaturas
command-code = código
command-invite = convidar
command-leave = sair
command-setup = configurar
command-pool = caixinha
command-credits-balance-about = O que você tem para gastar
command-credits-history-about = O que entrou, e em que foi gasto
command-credits-buy-about = Comprar créditos
command-credits-plans-about = Assinaturas com créditos todo mês
command-credits-code-about = Usar um código que você recebeu
command-credits-help-about = Dúvidas sobre um pagamento
command-crew-list-about = Quem trabalha num filme com você
command-crew-invite-about = Convidar alguém para trabalhar num filme com você
command-crew-history-about = Quem mudou o quê num filme
command-crew-leave-about = Deixar de trabalhar no filme de outra pessoa
command-crew-join-about = Entrar num filme para o qual convidaram você
command-crew = equipe
command-crew-about = Fazer um filme em equipe
command-join = entrar
command-queue = fila
command-queue-about = O que está renderizando, e de quem é a vez
command-link = conectar
command-link-about = Ser a mesma pessoa aqui e no Telegram
command-unlink = desconectar
command-unlink-about = Voltar a ser pessoas separadas aqui e no Telegram
command-terms = termos
command-terms-about = Termos, privacidade e o que a IA faz aqui
command-studio = estúdio
command-studio-about = O estúdio deste servidor
command-studio-setup-about = Onde se fazem filmes aqui, quem pode começá-los, e quanto podem durar
command-studio-pool-about = Os créditos do servidor, o que os membros podem gastar, e quem gastou o quê
command-studio-queue-about = Todos os filmes em andamento neste servidor
command-settings = configurações
command-settings-about = Seu idioma e suas configurações
command-help = ajuda
command-help-about = O que a gente pode fazer aqui

option-idea = ideia
option-idea-about = Sobre o que é? Uma frase basta
option-length = duração
option-length-about = Quanto tempo deve durar
option-format = formato
option-format-about = Onde ele vai ser visto
option-language = idioma
option-language-about = O idioma que se fala nele
option-film = filme
option-film-about = Qual filme
option-kind = tipo
option-kind-about = Que tipo de filme
option-role = cargo
option-role-about = Membros com este cargo podem começar filmes aqui; escolha de novo para retirar
option-code = código
option-code-about = O código que você recebeu
option-file = arquivo
option-file-about = Uma história ou um roteiro para começar: .txt, .fountain ou .fdx

## Tópicos

discord-thread-name = Um filme de { $name }
discord-thread-opener = Aqui começa um filme de { $name }.
discord-thread-here = Seu filme tem um tópico só dele.
discord-thread-go = Ir para o tópico
discord-dm-here = Aqui eu sou visita, então seu filme continua nas nossas mensagens diretas.
discord-dm-go = Ir para as mensagens
discord-dm-closed = Não consigo escrever para você. Permita minhas mensagens diretas nas suas configurações de privacidade e peça de novo; nada se perdeu.
discord-reply-hint = Responda a esta mensagem para me dizer.

## Arquivos

discord-upload-kind = Leio histórias (.txt, .fountain, .fdx), uso imagens (JPEG, PNG, WebP) e toco música (MP3, M4A, WAV, FLAC, Ogg). Esse tipo de arquivo não me serve.
discord-upload-large = Esse arquivo é grande demais: { $most } MB no máximo.
discord-upload-lost = O Discord não me entregou esse arquivo. Mande mais uma vez, por favor.

## Channels and members

command-give = dar
command-credits-give-about = Dar créditos à caixinha deste servidor
command-allow = permitir
command-studio-allow-about = O que um membro pode gastar da caixinha do servidor
option-scene = cena
option-scene-about = Qual cena: um número ou um lugar
option-who = quem
option-who-about = Qual personagem do filme aberto aqui
option-part = como
option-part-about = O que a pessoa pode fazer: assistir, escrever ou dirigir
option-channel = canal
option-channel-about = Criar um canal novo com este nome para isso
option-hidden = oculto
option-hidden-about = Só este cargo, você e quem administra veem o canal novo
option-member = membro
option-member-about = Quem
option-amount = quantia
option-amount-about = Quantos créditos

discord-channel-here = O canal está pronto, com o quadro da fila. As regras estão abaixo; só você as vê.
discord-channel-go = Ir para o canal
discord-channel-forbidden = Não posso criar canais aqui. Me dê a permissão Gerenciar canais, ou crie o canal e use este comando nele. Nada mudou.
discord-channel-full = Este servidor tem todos os canais que o Discord permite. Use este comando em um que já existe, ou apague um antes.
discord-channel-name = O Discord não aceita um canal chamado “{ $name }”. Letras, números e hifens funcionam.
discord-channel-there = Já existe um canal #{ $name }, e quem o vê é você quem decide. Tire “oculto” ou escolha outro nome.
discord-channel-hidden = “oculto” vale para um canal novo: diga com “canal” como ele vai se chamar.
discord-member-bot = Um bot não faz filmes. Escolha uma pessoa.
discord-left-server = Você não está mais em { $name }, de onde isto é, então não mudei nada. Seus filmes continuam em qualquer chat: /film list.
discord-away = O Discord não me responde agora. Nada mudou; tente de novo daqui a pouco.
