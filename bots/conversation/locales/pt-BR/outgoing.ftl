## Entregar um filme

choice-share = Compartilhar
choice-watch-page = Abrir a página dele
choice-unshare = Retirar o link
menu-another-format = Outro formato
menu-another-language = Outro idioma
choice-no-language = Outro idioma…
no-translator = Pôr um filme em outro idioma precisa de um modelo de escrita, e nenhum está conectado aqui: quem opera isto pode definir SYSRAI_OPENAI_API_KEY. Outros formatos, legendas e arquivos funcionam sem ele.
error-no-translator = Não consigo pôr filmes em { $language } aqui: isso precisa de um modelo de escrita, e nenhum está conectado. Nada foi mudado.
cut-coming = Seu filme em { $language }, { $format }: estou montando com os mesmos takes, nada é renderizado de novo.
cut-translating = Seu filme em { $language }, { $format }: as falas estão sendo traduzidas, depois monto com os mesmos takes.
cut-progress = { $percent }%
cut-failed = Seu filme em { $language }, { $format }, não saiu.
cut-dubbed = Vozes, legendas e títulos estão em { $language }.
cut-subtitled = Títulos e legendas estão em { $language }. As vozes ficaram como eram: ninguém aqui fala esse idioma.
cut-too-long = { $place } aceita filmes de até { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
 }; este é mais longo.
choice-files = Arquivos para edição
choice-subtitles-vtt = Em WebVTT, para a web
choice-subtitles-ass = Em ASS, para edição
choice-kit = Baixar tudo, { $size } MB
kit-coming = Estou juntando tudo de que um editor precisa. Leva um momento.
kit-here = Tudo deste filme, { $size } MB: abra em qualquer programa de edição e siga daí.
kit-parts = Listas de corte (OTIO, FCPXML, EDL) com seus planos, vozes e música; o roteiro em Fountain, FDX e PDF; o storyboard; as legendas; o filme.
kit-file = Arquivos para edição
share-here = Quem tiver este link pode ver o filme, sem conta. Vale por { $days } dias; você pode retirá-lo a qualquer momento.
film-on-its-page = É grande demais para este lugar. Dá para ver na página dele:
share-over = O link que estava aqui foi retirado.
share-taken-back = O link foi retirado: não abre mais nada. Compartilhe o filme de novo e ele ganha outro.

## A página do filme

watch-by = Um filme de { $names }
watch-with-ai = Feito com IA
watch-with-ai-long = Este filme foi feito com IA pelo Sysrai: a história, as imagens, as vozes e a música.
watch-signed-operator = O arquivo traz Content Credentials que dizem isso.
watch-signed-test = O arquivo traz Content Credentials que dizem isso, assinadas com um certificado de teste.
watch-play = Reproduzir
watch-pause = Pausar
watch-mute = Tirar o som
watch-unmute = Ligar o som
watch-volume = Volume
watch-seek = Posição no filme
watch-position = { $at } de { $of }
watch-full = Tela cheia
watch-full-leave = Sair da tela cheia
watch-subtitles = Legendas
watch-subtitles-off = Desligadas
watch-version = Versão
watch-version-go = Mostrar
watch-storyboard = Storyboard
watch-shot = Plano { $number }, em { $at }
watch-chapters = Capítulos
watch-download-size = Baixar, { $size } MB
watch-download-subtitles = Legendas em arquivo
watch-share = Copiar link
watch-shared = Link copiado
watch-keys = Teclas: espaço reproduz, setas movem cinco segundos, C legendas, M som, F tela cheia.
watch-skip = Pular para o filme
watch-player = Player
watch-report = Denunciar este filme
watch-report-hint = O que você escreve vai para quem opera esta instalação. Nada mais é enviado.
watch-report-reason = O que há de errado
watch-report-illegal = Mostra algo ilegal ou nocivo
watch-report-person = Mostra a mim ou alguém que conheço sem consentimento
watch-report-copyright = Usa o meu trabalho
watch-report-other = Outra coisa
watch-report-said = Conte mais, se quiser
watch-report-contact = Como falar com você, se quiser
watch-report-send = Enviar a denúncia
watch-report-thanks = Obrigado. A denúncia está registrada e será examinada.
watch-report-wrong = Não deu para ler esse formulário. Volte e tente de novo.
watch-broken = O filme não toca aqui. Você pode baixá-lo.
watch-unknown-title = Nada para ver aqui
watch-unknown = Este link não abre nenhum filme. Talvez uma letra tenha se perdido no caminho: peça mais uma vez.
watch-over-title = Este link não vale mais
watch-over = Links de filmes vencem, e quem os fez pode retirá-los. Peça um novo a eles.
watch-down-title = Este filme foi retirado do ar
watch-down = Quem opera este serviço o retirou do ar. Quem o fez pode perguntar o motivo.
error-taken-down = Quem opera este serviço retirou este filme do ar, por isso nada dele é entregue. Seu roteiro continua aqui.
