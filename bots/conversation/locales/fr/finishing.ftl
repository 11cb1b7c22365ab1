## Le rendu de l’image, la bande-annonce et la boucle

menu-finish = Aspect de l’image
finish-clean = Nette
finish-grain = Grain de pellicule
finish-letterbox = Bandes d’écran large
finish-both = Grain et bandes
finish-set = C’est noté : { $finish }. Tout ce que je monterai désormais l’aura.
finish-set-again = { $finish } : je le remonte ainsi. Rien n’est rendu à nouveau, et rien n’est facturé.
finish-already = C’est déjà le cas : { $finish }.
error-finish-narrow = Des bandes en haut et en bas vont à une image large. Ce film est { $format } ; le grain, lui, marche ici.
heard-finish-clean = net | nette | image nette | sans grain | sans bandes | enlève le grain | enlève les bandes | sans grain ni bandes
heard-finish-grain = grain | grain de pellicule | grain de film | avec du grain | ajoute du grain | mets du grain
heard-finish-letterbox = bandes | bandes noires | écran large | cinémascope | cinemascope | letterbox | avec des bandes | ajoute des bandes
heard-finish-both = grain et bandes | bandes et grain | avec grain et bandes

choice-trailer = Sa bande-annonce
choice-loop = Une courte boucle
promo-trailer-coming = Je monte la bande-annonce de *{ $title }* avec ses plans les plus forts et sa propre musique.
promo-loop-coming = Je monte quelques secondes de *{ $title }* qui tournent en boucle.
promo-trailer-here = La bande-annonce de *{ $title }*, { $length }. Elle garde la fin pour ceux qui verront le film.
promo-loop-here = *{ $title }* en { $length }, sans son, à publier où tu veux.
promo-trailer-failed = La bande-annonce de *{ $title }* n’a pas abouti.
promo-loop-failed = La boucle de *{ $title }* n’a pas abouti.
media-loop = Une courte boucle de { $title }
