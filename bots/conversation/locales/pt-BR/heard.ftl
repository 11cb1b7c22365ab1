# O que uma pessoa pode digitar; não aparece. Minúsculas, separado por barras.

heard-yes = sim | s | ss | sim sim | isso | isso aí | ok | okay | blz | beleza | bom | ótimo | otimo | claro | certo | pode ser | pode | pode ir | vai | vamos | bora | segue | continua | continuar | próximo | proximo | bom, segue | bom, continua | faz | faz isso | perfeito | gostei | tá bom | ta bom | tá ótimo | aprovo | aprovado | sim, por favor | sim por favor | fechado | show | yes
heard-hello = oi | olá | ola | oie | opa | e aí | e ai | eai | hey | hello | hi | bom dia | boa tarde | boa noite | começar | start | /start
heard-help = ajuda | help | ? | /help | /ajuda | o que você faz | o que vc faz | o que você sabe fazer | como funciona | o que eu posso fazer
heard-never-mind = deixa | deixa pra lá | deixa para lá | esquece | esqueça | não | nao | n | nn | para | pare | stop | nada | tanto faz | não precisa | melhor não
heard-status = status | como está | como tá | como ta | em que pé está | onde estamos | como vai indo | falta muito | e agora
heard-shorter = mais curto | mais curta | encurta | faz mais curto | um pouco mais curto | mais curto por favor | muito longo | longo demais
heard-longer = mais longo | mais longa | mais comprido | alonga | faz mais longo | um pouco mais longo | mais longo por favor | muito curto | curto demais
heard-undo = desfazer | desfaz | desfaça | desfaz isso | volta | volta atrás | voltar | undo
heard-films = filmes | meus filmes | lista | mostra meus filmes | ver meus filmes
heard-cast = meu elenco | minha gente | meus personagens | gente que eu conheço | quem eu conheço
heard-thanks = obrigado | obrigada | obg | brigado | brigada | vlw | valeu | muito obrigado | muito obrigada | thx | thanks

heard-second = s | seg | segs | segundo | segundos
heard-minute = m | min | mins | minuto | minutos
heard-hour = h | hora | horas
heard-numbers = meio = 0.5 | meia = 0.5 | um = 1 | uma = 1 | um e meio = 1.5 | dois = 2 | duas = 2 | três = 3 | tres = 3 | quatro = 4 | cinco = 5 | seis = 6 | sete = 7 | oito = 8 | nove = 9 | dez = 10 | doze = 12 | quinze = 15 | vinte = 20 | trinta = 30 | quarenta = 40 | quarenta e cinco = 45 | cinquenta = 50 | sessenta = 60 | noventa = 90
heard-half = e meio | e meia
heard-format-youtube = horizontal | paisagem | deitado | widescreen | youtube | 16:9 | 16x9
heard-format-shorts = vertical | retrato | em pé | shorts | 9:16 | 9x16 | youtube shorts
heard-format-reels = reels | reel | instagram reels | instagram reel
heard-format-tiktok = tiktok | tik tok
heard-format-square = quadrado | quadrada | 1:1 | 1x1
heard-kind-film = longa | longa-metragem | longa metragem | filme normal | filme de verdade
heard-kind-short = curta | curta-metragem | curta metragem | um curta
heard-kind-series = série | serie | episódio | episodio | websérie | web série
heard-kind-ad = comercial | propaganda | anúncio | anuncio | publicidade | publi
heard-kind-trailer = trailer | teaser
heard-kind-music-video = clipe | videoclipe | clipe musical | clipe de música
heard-about = para | pra | sobre | de | do | da | dos | das | em que | no qual | na qual | onde
heard-film = filme | vídeo | video | clipe
heard-filler = faz | faça | fazer | deixa | põe | bota | coloca | por favor | pfv | pf | o | a | os | as | um | uma | isso | ele | em | no | na | e | como | para | pra | de | do | da | com | é | seja | ser | deve | deveria | que | eu | quero | queria | gostaria | filme | vídeo | video | longo | dure | dura | durar | duração | cerca | mais ou menos | uns | umas | agora | melhor | só | formato | idioma | língua | você | vc | pode | use | usa | muda | mude | me | nós | a gente | versão
