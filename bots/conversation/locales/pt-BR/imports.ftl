# Histórias que as pessoas trazem: roteiros, capítulos, contos, em arquivo ou colados.

import-reading = { $named ->
    [yes] Lendo “{ $name }”…
   *[no] Lendo seu texto…
 }
import-screenplay = Um roteiro: { $scenes ->
    [one] { $scenes } cena
   *[other] { $scenes } cenas
 }, { $lines ->
    [one] { $lines } fala
   *[other] { $lines } falas
 }.
import-prose = Uma história de { $words ->
    [one] { $words } palavra
   *[other] { $words } palavras
 }{ $lines ->
    [0] .
    [one] , com { $lines } fala.
   *[other] , com { $lines } falas.
 }
import-people = Quem fala: { $names }{ $more ->
    [0] .
    [one] {" "}e mais uma pessoa.
   *[other] {" "}e mais { $more }.
 }
import-ask = Faço disso um filme? Contada inteira, a história dura *{ $length }*.
import-hint = As palavras ficam como estão. A duração é você que escolhe; eu digo o que deixo de fora.
import-from = { $named ->
    [yes] De “{ $name }”, com as próprias palavras.
   *[no] Do seu texto, com as próprias palavras.
 }
import-whole = Adaptada inteira: cada fala está nela, palavra por palavra.
import-cut = Cortada para caber, na ordem da história, sem mudar uma palavra. Ficou: { $kept ->
    [one] { $kept } fala
   *[other] { $kept } falas
 }. Saiu: { $lines ->
    [one] { $lines } fala
   *[other] { $lines } falas
 }{ $seen ->
    [0] {""}
    [one] , { $seen } descrição
   *[other] , { $seen } descrições
 }{ $scenes ->
    [0] .
    [one] , sendo { $scenes } cena inteira.
   *[other] , sendo { $scenes } cenas inteiras.
 }
import-retold = Adaptada a esta duração com os personagens, a ordem e as melhores falas da história; o que não coube ficou de fora ou foi condensado.
import-length-most = Contada sem enrolar, esta história rende no máximo { $length }. Faço com isso?
import-language = O filme mantém o idioma da sua história.

## O que pode dar errado com um arquivo

import-empty = Não há nada nesse arquivo. Mande de novo, ou cole o texto.
import-huge = Esse arquivo passa de { $most } MB, o máximo que eu leio. Me mande a parte que o filme deve contar.
import-long = Isso passa de { $most }.000 palavras, o máximo que eu leio. Me mande a parte que o filme deve contar.
import-binary = Isso não é texto: acho nele bytes que nenhuma escrita tem. Salve como texto simples (.txt), Fountain ou FDX e mande de novo.
import-encoding = As letras desse arquivo estão embaralhadas: não segue nenhuma codificação que eu conheça. Salve como texto UTF-8 e mande de novo.
import-document = Isso é um documento { $what }, que eu não leio. Salve como texto simples (.txt), Fountain ou FDX e mande de novo.
import-fdx = Isso não é um arquivo do Final Draft que eu consiga ler; o XML está quebrado ou guarda outra coisa. Exporte como FDX ou Fountain mais uma vez.
import-no-story = Há palavras de menos nisso para uma história. Me diga em uma frase sobre o que é o filme, e eu escrevo uma.
import-unreadable = Não consegui entender esse arquivo. Salve como texto simples (.txt) e mande de novo.
import-gone = Esse arquivo não chegou inteiro. Mande mais uma vez.
import-not-read = Ainda não li isso; um momento.
import-per-day = Já são { $most } histórias hoje, o máximo que eu leio num dia. Amanhã a gente continua.
import-too-short = A história é curta demais para essa duração. Escolha uma menor e eu continuo.

choice-import = Fazer um filme disso
choice-import-idea = Só a ideia
choice-tell-idea = Contar uma ideia, então
bring-story = Ou traga uma história ou um roteiro
bring-story-about = .txt, .fountain ou .fdx: vira o filme
