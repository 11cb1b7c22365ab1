# Imagens de pessoas, lugares e coisas que alguém traz; lugares e coisas de um filme e da coleção.

ask-picture = Me mande uma imagem de *{ $name }*: uma foto ou um desenho, em JPEG, PNG ou WebP.
picture-offer = *{ $name }* vai ter esta aparência daqui em diante?
picture-offer-who = Quem ou o que é? Escolha, ou simplesmente me diga.
picture-offer-known = Guardo assim na memória?
picture-rights = Use só imagens que você pode usar. Uma pessoa real precisa ter concordado em aparecer no seu filme; ao continuar, você diz que concordou. Você pode apagar a imagem quando quiser.
picture-not-drawn = Os filmes desenhados aqui mantêm o próprio estilo e não copiam imagens; guardo a sua para modelos que renderizam a partir de uma.
picture-used = *{ $name }* tem esta aparência.
picture-set = *{ $name }* agora tem esta aparência. O que desenha ou renderiza a partir de imagens a recebe em cada plano.
picture-kept = Guardo esta imagem com *{ $name }*, para este filme e os próximos. O que é desenhado aqui mantém o próprio estilo; modelos que renderizam a partir de imagens vão recebê-la.
picture-known = Vou lembrar de *{ $name }* assim nos seus próximos filmes.
picture-taken = *{ $name }* volta a ser desenho meu. Apago a imagem de vez?
picture-erased = A imagem foi apagada: dos seus filmes, da sua coleção e do armazenamento. O que foi renderizado com ela fica como está.
choice-picture = Usar uma imagem…
choice-picture-use = Sim, é { $name }
choice-picture-use-known = Lembrar assim
choice-picture-away = Tirar a imagem
choice-picture-keep = Manter
choice-picture-erase = Apagar de vez
menu-picture-of = É outra pessoa ou outra coisa
menu-picture-known = Dar uma imagem a alguém ou a algo
heard-this-is = esta é | este é | isto é | isso é | é | é a | é o | aqui está | essa é | esse é

error-picture-large = Essa imagem é grande demais. Até { $most } MB serve.
error-picture-unread = Não consigo ler isso como imagem. JPEG, PNG e WebP funcionam.
error-picture-shape = Essa imagem é pequena ou estreita demais: pelo menos { $least } pixels no lado menor, por favor.
error-picture-empty = Não se vê nada nessa imagem. Me mande outra.
error-picture-forbidden = Não posso usar essa imagem: ela vai contra as regras de conteúdo. Já apaguei. Me mande outra.
error-picture-unseen = Agora não consigo verificar imagens, e sem isso não aceito nenhuma. Não guardei nada: mande de novo daqui a alguns minutos.
error-picture-no-film = Uma imagem precisa de alguém para mostrar. Conte primeiro uma ideia; quando o roteiro estiver pronto, mande de novo.

places-title = Lugares e coisas de { $title }
places-hint = Ou me mande uma imagem de um deles, com o nome na legenda.
places-scenes = { $count ->
    [one] { $count } cena
   *[other] { $count } cenas
}
places-shots = { $count ->
    [one] { $count } plano
   *[other] { $count } planos
}
choice-places = Lugares e coisas
menu-place = Mudar um lugar ou uma coisa
menu-place-known = De outro filme
menu-forget-asset = Esquecer um lugar ou uma coisa
people-places = *Lugares:* { $names }
people-things = *Coisas:* { $names }

change-character-picture = { $new ->
    [given] { $name } agora tem a aparência da imagem que você mandou.
   *[taken] { $name } volta a ser desenho.
}
change-place-name = { $old } agora se chama { $new }.
change-place-look = { $left ->
    [nothing] A aparência de { $name } está em aberto de novo.
   *[something] { $name } agora tem esta aparência: { $new }.
}
change-place-kind = { $name } agora é outro tipo de lugar.
change-place-picture = { $new ->
    [given] { $name } agora tem a aparência da imagem que você mandou.
   *[taken] { $name } volta a ser desenho.
}
change-prop-look = { $left ->
    [nothing] A aparência de “{ $name }” está em aberto de novo.
   *[something] “{ $name }” agora tem esta aparência: { $new }.
}
change-prop-picture = { $new ->
    [given] “{ $name }” agora tem a aparência da imagem que você mandou.
   *[taken] “{ $name }” volta a ser desenho.
}
edit-refused-no-such-place = Esse lugar não existe mais neste filme.
edit-refused-no-such-prop = Essa coisa não existe mais neste filme.
form-picture = Uma imagem de { $name }
bring-picture = A imagem
bring-picture-about = JPEG, PNG ou WebP; uma que você possa usar
