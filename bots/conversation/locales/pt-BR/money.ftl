# Comprar créditos e assinaturas, recibos, códigos, presentes, ajuda com pagamentos.

## A loja

shop-title = Créditos
shop-pool-title = Créditos para a caixinha de { $name }
shop-this-pool = este lugar
shop-second = Um crédito é um segundo pronto em padrão.
shop-credits = créditos
shop-price = preço
shop-promise = Créditos comprados nunca vencem. Só planos prontos são cobrados, e o que um filme não usa volta.
shop-closed = Nada está à venda aqui no momento.
choice-buy = { $credits }, { $price }
choice-buy-in-discord = { $credits } na loja do Discord, { $price }
choice-buy-credits = Comprar créditos
choice-other-pack = Outras quantias
choice-plans = Assinaturas
choice-code = Tenho um código…
choice-gift = Presentear créditos…
choice-export = Como arquivo

## Uma compra

purchase-asked = Um momento: estou abrindo a página de pagamento.
purchase-pack = *{ $credits }* esperam por você.
purchase-plan = *{ $plan }*: { $credits } todo mês.
purchase-how = Você paga numa página da Stripe. Os créditos chegam segundos depois, e esta mensagem vira seu recibo.
purchase-stars = Você paga com Stars, aqui no Telegram. Os créditos chegam na hora, e esta mensagem vira seu recibo.
purchase-portal = Seus cartões, faturas e endereços estão numa página da Stripe, aberta por alguns minutos.
purchase-paid = { $credits } chegaram.
purchase-paid-plan = { $plan } é seu, e { $credits } chegaram.
purchase-receipt = recibo
purchase-number = pagamento
purchase-amount = pago
purchase-tax = imposto incluso
purchase-day = dia
purchase-have = Você tem { $have }.
purchase-pool-has = A caixinha tem { $have }.
purchase-nothing-charged = Nada foi cobrado.
choice-pay = Pagar { $price }
choice-open-portal = Abrir a página
choice-again = Tentar de novo
choice-paysupport = Ajuda com pagamentos
error-not-sold = Isso não é vendido aqui.
error-page-expired = Essa página de pagamento venceu.
error-payment-refused = O serviço de pagamento recusou.
error-too-many-purchases = { $most } páginas de pagamento por hora é o máximo. As que você tem ainda funcionam; se não, tente mais tarde.
error-plan-elsewhere = Sua assinatura foi feita em outra loja. Encerre por lá primeiro; depois ela pode começar aqui.
error-no-plan = Não há assinatura para encerrar.

## Assinaturas

plans-title = Assinaturas
plans-now = Você está em { $plan }.
plans-until = Pago até { $day }; depois renova.
plans-changes = Pago até { $day }; depois vira { $plan }.
plans-ends = Pago até { $day }; depois acaba. Os créditos que você tem ficam até vencer.
plans-also = { $plan } também está ativo e será pago de novo em { $day }. Vale a melhor assinatura; as duas trazem seus créditos.
plans-plan = assinatura
plans-price = por mês
plans-credits = créditos
plans-films = filmes por vez
plans-month = Os créditos de um mês valem até o fim do mês seguinte.
plans-change = Uma assinatura maior vale na hora e custa a diferença; uma menor começa no mês seguinte.
choice-plan = { $plan }, { $price }
choice-portal = Cartões e faturas
choice-cancel-plan = Encerrar a assinatura
choice-end-this-plan = Encerrar { $plan }
choice-cancel-plan-sure = Encerrar
choice-keep-plan = Manter
choice-resume-plan = Continuar, afinal
plan-cancel-ask = Encerrar { $plan }? Ela fica até o fim do mês pago, e os créditos dela também.
plan-cancelled = Anotado: a assinatura acaba com o mês pago. Até lá nada muda.
plan-resumed = A assinatura continua.
plan-changed = Anotado: { $plan }. Uma assinatura maior vale assim que for paga; uma menor começa no mês seguinte.
choice-mend-payment = Conferir o cartão

## O que aconteceu com o dinheiro

money-taken-back = { $credits } saíram, porque o pagamento { $number } foi desfeito.
money-owed = Agora você deve { $credits }, que já tinham sido gastos. Os próximos que entrarem pagam isso; depois dá para renderizar de novo.
money-on-hold = O banco está analisando esse pagamento. Até isso se resolver, seus créditos esperam e nada novo pode ser gasto.
money-returned = { $credits } voltaram: o pagamento { $number } está valendo, afinal.
money-renewal-failed = O pagamento do mês da sua assinatura não passou. Nada se perdeu: ele será tentado de novo nos próximos dias, e por { $days } dias tudo fica como está. Conferir o cartão costuma ajudar.
money-plan-ended = Sua assinatura acabou, e você voltou ao Free. Filmes, elenco e créditos continuam seus.
money-two-plans = Agora há duas assinaturas ativas, { $plan } e { $other }, e as duas são pagas todo mês. Se não era a ideia, encerre uma.
money-invite-thanks = { $credits } para você: um convite, seu ou para você, levou a uma primeira compra. Obrigado.
money-invite-gone = { $credits } saíram: a compra por trás de um convite não conta mais.

## Depois da página de pagamento

paid-title-paid = Obrigado
paid-paid = { $credits } chegaram. Seu recibo está no chat.
paid-title-open = Um momento
paid-open = Assim que o pagamento for confirmado, os créditos estarão no seu chat. Pode fechar esta página; nada se perde.
paid-title-expired = Esta página venceu
paid-expired = Nada foi cobrado. Peça uma nova no chat.
paid-title-failed = Não deu certo
paid-failed = Nada foi cobrado. O chat conta mais.
paid-title-left = Tudo certo
paid-left = O que você mudou está valendo. O chat continua de onde estava.
paid-back = Voltar ao chat

## Créditos grátis, códigos, presentes

trial-given = Para experimentar: { $credits ->
    [one] { $credits } crédito é seu, grátis, uma vez.
   *[other] { $credits } créditos são seus, grátis, uma vez.
 }
trial-young = Há créditos grátis para todo mundo que chega. Esta conta de chat foi criada há poucos dias, então os seus vêm um pouco mais tarde.
trial-busy = Os créditos grátis de hoje para quem chega já foram todos. Amanhã tem mais.
form-promo = Um código
ask-promo = Qual código você tem?
entry-promo = O código
code-ask = Um código nosso, de um amigo ou de um presente traz créditos.
code-promo = Funcionou: { $credits } chegaram.
code-gift = Um presente: { $credits } chegaram.
code-invited = Boas-vindas! Na sua primeira compra, você e quem convidou você ganham { $credits } cada.
code-wrong = Não conheço esse código. Confira mais uma vez.
code-over = Esse código já foi usado até o fim, ou o prazo passou.
code-had = Você já usou esse código.
code-own = Esse é o seu próprio convite. Dê a um amigo.
code-old = Convites são para quem é novo aqui. Obrigado por estar aqui há mais tempo.
code-busy = Os créditos grátis de hoje já foram todos. Amanhã o código funciona.
code-too-many = Foram códigos errados demais. Tente de novo daqui a uma hora.
form-gift = Presentear créditos
ask-gift = Quantos créditos o presente deve ter?
entry-gift = Créditos
gift-title = Um presente de { $credits }
gift-how = Quem me disser este código fica com eles. Se ninguém disser até { $day }, eles voltam para você. Você mesmo pode pegá-los de volta com o código.
gift-taken = O presente de { $credits } foi pego.
error-gift-amount = Um presente pode ter até { $most } créditos.
error-gift-short = Só créditos comprados podem ser presenteados, e há { $have } desses. Nada foi movido.
error-gifts-open = { $most } presentes seus já estão esperando, e esse é o máximo. Deixe alguns serem pegos primeiro.
invite-title = Traga um amigo
invite-how = Este é o seu código. Quem for novo aqui e me disser o código é seu convidado. Na primeira compra dele, vocês dois ganham { $credits }.
invite-thanked = { $count ->
    [0] Ninguém até agora.
    [one] Um amigo até agora.
   *[other] { $count } amigos até agora.
 }

## Ajuda com pagamentos

paysupport-title = Ajuda com pagamentos
paysupport-how = Créditos que não chegaram costumam chegar em um minuto; tudo o que foi pago é achado de novo a cada hora, sem você pedir. Um filme que falhou por nossa causa não custa nada.
paysupport-payment = Pagamento { $number }, { $day }, { $amount }
paysupport-contact = Para qualquer outra coisa, inclusive reembolso: { $contact }. Informe o número do pagamento.
paysupport-operator = Para qualquer outra coisa, inclusive reembolso, escreva para quem opera este bot. Informe o número do pagamento.
statement-file = Cada movimento dos seus créditos.

## Antes de pagar com Stars

stars-unknown = Não conheço essa fatura. Nada foi cobrado; peça uma nova no chat.
stars-paid = Essa fatura já está paga. Nada foi cobrado.
stars-over = Essa fatura não vale mais. Nada foi cobrado; peça uma nova no chat.
stars-not-yours = Essa fatura é de outra pessoa. Nada foi cobrado; peça a sua no chat.
stars-plan-runs = Você já tem uma assinatura ativa. Nada foi cobrado; encerre-a primeiro e depois outra pode começar.

## What explains a wallet, and what is not sold where

balance-expiring = { $credits } deles acabam em { $day }.
history-owed = Há { $debt } em dívida por isso.
history-owed-paid = { $debt } foram para o que se devia.
credits-returned = Um pagamento vale, afinal.
credits-granted-invite = Obrigado por um convite.
credits-invite-gone = Obrigado por um convite, desfeito com a compra.
credits-granted-code = De um código.
credits-gift-made = Postos em um presente.
credits-gift-taken = De um presente.
credits-gift-back = Um presente que ninguém pegou.
credits-to-pool = Postos em uma caixinha.
paid-elsewhere = O chat de onde você veio continua onde estava.
plans-too-dear = { $plan } custa por mês mais do que o Telegram renova, por isso não é vendida aqui. Pacotes trazem a mesma quantidade de créditos, e esses nunca vencem.
plans-one-at-a-time = Para trocar de assinatura, encerre esta primeiro. Quando o mês dela acabar, outra pode começar.
plans-then-another = Quando este mês acabar, outra assinatura pode começar.
