## Tipos de filme

kind-film = um filme
kind-short = um curta
kind-series = um episódio de série
kind-ad = um comercial
kind-trailer = um trailer
kind-music-video = um clipe
menu-kind = Tipo
menu-kind-film = Filme
menu-kind-short = Curta: rápido, direto ao ponto
menu-kind-series = Série: resumo, história, cenas do próximo
menu-kind-ad = Comercial: gancho, produto, uma só coisa a fazer
menu-kind-trailer = Trailer: a pergunta, não a resposta
menu-kind-music-video = Clipe: montado na batida
brief-hint-track = Me mande sua faixa como arquivo, e eu corto na batida dela. Sem ela, as imagens mudam com uma música minha.
error-kind = Não conheço esse tipo de filme. Temos filmes, curtas, séries, comerciais, trailers e clipes.
choice-next-episode = Próximo episódio
form-episode = Episódio { $number }
ask-episode = O que acontece no episódio { $number }? Uma frase basta; os personagens são os mesmos.
entry-episode = O que acontece
