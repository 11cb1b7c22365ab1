# Historias que trae la gente: guiones, capítulos, relatos, como archivo o pegadas.

import-reading = { $named ->
    [yes] Leo «{ $name }»…
   *[no] Leo tu texto…
 }
import-screenplay = Un guion: { $scenes ->
    [one] { $scenes } escena
   *[other] { $scenes } escenas
 }, { $lines ->
    [one] { $lines } frase de diálogo
   *[other] { $lines } frases de diálogo
 }.
import-prose = Una historia de { $words ->
    [one] { $words } palabra
   *[other] { $words } palabras
 }{ $lines ->
    [0] .
    [one] , con { $lines } frase de diálogo.
   *[other] , con { $lines } frases de diálogo.
 }
import-people = Quién habla: { $names }{ $more ->
    [0] .
    [one] {" "}y alguien más.
   *[other] {" "}y { $more } más.
 }
import-ask = ¿Hago de esto una película? Contada entera dura *{ $length }*.
import-hint = Sus palabras quedan como están. La duración la eliges tú; yo digo qué dejo fuera.
import-from = { $named ->
    [yes] De «{ $name }», con sus propias palabras.
   *[no] De tu texto, con sus propias palabras.
 }
import-whole = Adaptada entera: están todas las frases, palabra por palabra.
import-cut = Cortada a medida, en el orden de la historia, sin cambiar una palabra. Dentro: { $kept ->
    [one] { $kept } frase
   *[other] { $kept } frases
 }. Fuera: { $lines ->
    [one] { $lines } frase
   *[other] { $lines } frases
 }{ $seen ->
    [0] {""}
    [one] , { $seen } descripción
   *[other] , { $seen } descripciones
 }{ $scenes ->
    [0] .
    [one] , entre ello { $scenes } escena entera.
   *[other] , entre ello { $scenes } escenas enteras.
 }
import-retold = Adaptada a esta duración con la gente, el orden y las mejores frases de la historia; lo que no cabía se dejó fuera o se juntó.
import-length-most = Sin quedarse parada, esta historia da para { $length } como mucho. ¿La hago así?
import-language = La película conserva el idioma de tu historia.

## Qué puede ir mal con un archivo

import-empty = En ese archivo no hay nada. Mándalo otra vez, o pega el texto.
import-huge = Ese archivo pasa de { $most } MB, que es lo más que leo. Mándame la parte que debe contar la película.
import-long = Eso pasa de { $most }.000 palabras, que es lo más que leo. Mándame la parte que debe contar la película.
import-binary = Eso no es texto: encuentro bytes que ninguna escritura tiene. Guárdalo como texto plano (.txt), Fountain o FDX y mándalo otra vez.
import-encoding = Las letras de ese archivo están revueltas: no encaja en ninguna codificación que conozca. Guárdalo como texto UTF-8 y mándalo otra vez.
import-document = Eso es un documento { $what }, que no leo. Guárdalo como texto plano (.txt), Fountain o FDX y mándalo otra vez.
import-fdx = Ese no es un archivo de Final Draft que pueda leer; su XML está roto o contiene otra cosa. Expórtalo otra vez como FDX o Fountain.
import-no-story = Son pocas palabras para una historia. Dime en una frase de qué trata la película y escribo una.
import-unreadable = No entiendo ese archivo. Guárdalo como texto plano (.txt) y mándalo otra vez.
import-gone = Ese archivo no me llegó entero. Mándalo otra vez.
import-not-read = Aún no lo he leído; un momento.
import-per-day = Con esta son { $most } historias hoy, que es lo más que leo en un día. Mañana seguimos.
import-too-short = La historia es demasiado corta para esa duración. Elige una menor y sigo.

choice-import = Hacer la película
choice-import-idea = Solo la idea
choice-tell-idea = Mejor cuento una idea
bring-story = O trae una historia o un guion
bring-story-about = .txt, .fountain o .fdx: se convierte en la película
