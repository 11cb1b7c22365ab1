## O acabamento da imagem, o trailer e o loop

menu-finish = Acabamento da imagem
finish-clean = Limpa
finish-grain = Grão de filme
finish-letterbox = Faixas de tela larga
finish-both = Grão e faixas
finish-set = Anotado: { $finish }. Tudo o que eu montar a partir de agora terá isso.
finish-set-again = { $finish }: estou montando de novo assim. Nada é renderizado outra vez, e nada é cobrado.
finish-already = Já está assim: { $finish }.
error-finish-narrow = Faixas em cima e embaixo combinam com uma imagem larga. Este filme é { $format }; o grão funciona aqui.
heard-finish-clean = limpa | limpo | imagem limpa | sem grão | sem faixas | tire o grão | tire as faixas | sem grão e sem faixas
heard-finish-grain = grão | grão de filme | com grão | coloque grão | adicione grão
heard-finish-letterbox = faixas | faixas pretas | tela larga | cinemascope | letterbox | com faixas | coloque faixas
heard-finish-both = grão e faixas | faixas e grão | com grão e faixas

choice-trailer = Fazer o trailer
choice-loop = Um loop curto
promo-trailer-coming = Estou montando o trailer de *{ $title }* com os planos mais fortes e música própria.
promo-loop-coming = Estou montando alguns segundos de *{ $title }* que se repetem sem parar.
promo-trailer-here = O trailer de *{ $title }*, { $length }. O final fica para quem assistir ao filme.
promo-loop-here = *{ $title }* em { $length }, sem som, para postar onde quiser.
promo-trailer-failed = O trailer de *{ $title }* não saiu.
promo-loop-failed = O loop de *{ $title }* não saiu.
media-loop = Um loop curto de { $title }
