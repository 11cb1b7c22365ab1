## El acabado de la imagen, el tráiler y el bucle

menu-finish = Acabado de la imagen
finish-clean = Limpia
finish-grain = Grano de película
finish-letterbox = Franjas panorámicas
finish-both = Grano y franjas
finish-set = Anotado: { $finish }. Todo lo que monte a partir de ahora lo tendrá.
finish-set-again = { $finish }: lo monto otra vez así. No se renderiza nada de nuevo ni se cobra nada.
finish-already = Ya tiene ese acabado: { $finish }.
error-finish-narrow = Las franjas arriba y abajo van bien en una imagen ancha. Esta película es { $format }; aquí sí funciona el grano.
heard-finish-clean = limpia | limpio | imagen limpia | sin grano | sin franjas | quita el grano | quita las franjas | sin grano ni franjas
heard-finish-grain = grano | grano de película | con grano | añade grano | pon grano
heard-finish-letterbox = franjas | franjas negras | panorámica | panorámico | cinemascope | letterbox | con franjas | añade franjas
heard-finish-both = grano y franjas | franjas y grano | con grano y franjas

choice-trailer = Hacer su tráiler
choice-loop = Un bucle corto
promo-trailer-coming = Monto el tráiler de *{ $title }* con sus planos más fuertes y música propia.
promo-loop-coming = Monto unos segundos de *{ $title }* que se repiten sin fin.
promo-trailer-here = El tráiler de *{ $title }*, { $length }. El final lo guarda para quien vea la película.
promo-loop-here = *{ $title }* en { $length }, sin sonido, para publicarlo donde quieras.
promo-trailer-failed = El tráiler de *{ $title }* no ha salido.
promo-loop-failed = El bucle de *{ $title }* no ha salido.
media-loop = Un bucle corto de { $title }
