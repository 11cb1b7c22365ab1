# Les histoires que l’on apporte : scénarios, chapitres, contes, en fichier ou collés.

import-reading = { $named ->
    [yes] Je lis « { $name } »…
   *[no] Je lis ton texte…
 }
import-screenplay = Un scénario : { $scenes ->
    [one] { $scenes } scène
   *[other] { $scenes } scènes
 }, { $lines ->
    [one] { $lines } réplique
   *[other] { $lines } répliques
 }.
import-prose = Une histoire de { $words ->
    [one] { $words } mot
   *[other] { $words } mots
 }{ $lines ->
    [0] .
    [one] , avec { $lines } réplique.
   *[other] , avec { $lines } répliques.
 }
import-people = Qui parle : { $names }{ $more ->
    [0] .
    [one] {" "}et une autre personne.
   *[other] {" "}et { $more } autres.
 }
import-ask = J’en fais un film ? Racontée en entier, l’histoire dure *{ $length }*.
import-hint = Ses mots restent tels quels. La durée, c’est toi qui la choisis ; je dis ce que je laisse de côté.
import-from = { $named ->
    [yes] D’après « { $name } », avec ses propres mots.
   *[no] D’après ton texte, avec ses propres mots.
 }
import-whole = Adaptée en entier : chaque réplique y est, mot pour mot.
import-cut = Raccourcie à la durée voulue, dans l’ordre de l’histoire, sans changer un mot. Gardé : { $kept ->
    [one] { $kept } réplique
   *[other] { $kept } répliques
 }. Laissé de côté : { $lines ->
    [one] { $lines } réplique
   *[other] { $lines } répliques
 }{ $seen ->
    [0] {""}
    [one] , { $seen } description
   *[other] , { $seen } descriptions
 }{ $scenes ->
    [0] .
    [one] , dont { $scenes } scène entière.
   *[other] , dont { $scenes } scènes entières.
 }
import-retold = Adaptée à cette durée avec les personnages, l’ordre et les meilleures répliques de l’histoire ; ce qui ne tenait pas a été laissé de côté ou resserré.
import-length-most = Racontée sans piétiner, cette histoire tient { $length } au plus. Je pars là-dessus ?
import-language = Le film garde la langue de ton histoire.

## Ce qui peut clocher dans un fichier

import-empty = Il n’y a rien dans ce fichier. Renvoie-le, ou colle le texte.
import-huge = Ce fichier dépasse { $most } Mo, c’est le maximum que je lis. Envoie-moi la partie que le film doit raconter.
import-long = C’est plus de { $most } 000 mots, le maximum que je lis. Envoie-moi la partie que le film doit raconter.
import-binary = Ce n’est pas du texte : j’y trouve des octets qu’aucune écriture ne contient. Enregistre-le en texte brut (.txt), Fountain ou FDX et renvoie-le.
import-encoding = Les lettres de ce fichier sont brouillées : il ne suit aucun encodage que je connais. Enregistre-le en texte UTF-8 et renvoie-le.
import-document = C’est un document { $what }, que je ne lis pas. Enregistre-le en texte brut (.txt), Fountain ou FDX et renvoie-le.
import-fdx = Ce n’est pas un fichier Final Draft que je peux lire ; son XML est cassé ou contient autre chose. Exporte-le encore une fois en FDX ou Fountain.
import-no-story = Il y a trop peu de mots pour une histoire. Dis-moi en une phrase de quoi parle le film, et j’en écris une.
import-unreadable = Je n’arrive pas à comprendre ce fichier. Enregistre-le en texte brut (.txt) et renvoie-le.
import-gone = Ce fichier ne m’est pas arrivé entier. Renvoie-le.
import-not-read = Je ne l’ai pas encore lu ; un instant.
import-per-day = Cela fait { $most } histoires aujourd’hui, le maximum que je lis par jour. On continue demain.
import-too-short = L’histoire est trop courte pour cette durée. Choisis plus court et je continue.

choice-import = En faire un film
choice-import-idea = Seulement son idée
choice-tell-idea = Plutôt donner une idée
bring-story = Ou apporte une histoire ou un scénario
bring-story-about = .txt, .fountain ou .fdx : elle devient le film
