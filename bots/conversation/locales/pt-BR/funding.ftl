# Pagar um filme em conjunto.

choice-fund-start = Fazer uma vaquinha
choice-fund = Pôr { $credits }
choice-fund-other = Outro valor…
choice-fund-back = Pegar o meu de volta
choice-fund-name = Meu nome no final do filme
choice-fund-show = Mostrar aqui de novo
fund-title = { $title } procura apoiadores
fund-bar = { $pledged } de { $goal }
fund-who = { $count ->
    [0] Ninguém ainda. Fica aberta até { $day }.
    [one] Um apoiador até agora. Fica aberta até { $day }.
   *[other] { $count } apoiadores até agora. Fica aberta até { $day }.
 }
fund-promise = Os créditos ficam reservados, não gastos. Cada um paga uma parte do que o filme pronto custar; o resto volta, e volta tudo se não houver filme.
fund-reached = { $count ->
    [one] Um apoiador tornou isso possível. O filme está renderizando.
   *[other] { $count } apoiadores tornaram isso possível juntos. O filme está renderizando.
 }
fund-made = Está feito. Obrigado a todos. O que não foi usado voltou.
fund-over = Desta vez não deu filme. Tudo voltou para quem pôs.
fund-thanks = { $credits } estão reservados; no total, { $total } são seus. Quer seu nome nos créditos finais?
fund-named = Seu nome vai estar nos créditos finais.
fund-taken-back = { $credits } voltaram para você.
fund-nothing-back = Não há nada seu aqui.
fund-not-over = A vaquinha já fechou. Nada foi reservado.
fund-not-enough = Já tem tudo de que precisa. Nada foi reservado; obrigado.
fund-not-nothing = Isso não é nada. Preciso de um número, como 10.
fund-not-insufficient = Você tem { $free } créditos livres para isso. Nada foi reservado.
fund-not-debt = Ainda há uma dívida de um pagamento que foi desfeito. Nada foi reservado.
fund-not-frozen = Seus créditos estão congelados no momento. Nada foi reservado.
form-pledge = Pôr créditos
ask-pledge = Quantos créditos você põe?
entry-pledge = Créditos
card-funding = Espera apoiadores e começa sozinho quando a meta é alcançada.
