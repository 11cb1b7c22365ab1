# As cenas conforme chegam, e outros takes de planos.

dailies-title = A cena { $scene } chegou ({ $done } de { $total }).
dailies-clip = Plano { $shot }, como saiu do render, sem som
dailies-shot = { $shot } · { $action } · { $credits }
dailies-noted = { $count ->
    [one] O plano { $shots } está anotado para outro take.
   *[other] Os planos { $shots } estão anotados para outro take.
 }
dailies-all = { $done ->
    [one] A primeira cena está vista. A próxima aparece aqui quando chegar.
   *[other] { $done } de { $total } cenas estão vistas. A próxima aparece aqui quando chegar.
 }
dailies-later = Chega de cenas por enquanto. O filme vem do mesmo jeito, e aí qualquer plano pode ser refeito.
dailies-over = As cenas já estão todas no filme.
retake-noted = O plano { $shot } está anotado. Quando o filme chegar, ofereço outro take com o preço; nada é cobrado antes disso.
film-noted = { $count ->
    [one] Você anotou um plano para outro take.
   *[other] Você anotou { $count } planos para outro take.
 }
error-no-retakes = Nenhum plano está anotado para outro take.

ask-retake = Qual dos { $shots } planos vamos refazer? Um número basta. Você vê o preço antes.
form-retake = Outro take
entry-retake = Número do plano
choice-keep-scene = Manter
choice-dailies-later = Depois
choice-retake = Refazer um plano…
choice-retake-noted = { $count ->
    [one] Refazer esse plano
   *[other] Refazer esses { $count }
 }
menu-retake = Refazer um plano
