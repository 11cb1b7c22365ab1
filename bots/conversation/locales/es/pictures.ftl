# Imágenes de personas, lugares y cosas que alguien trae; lugares y cosas de una película y de la colección.

ask-picture = Envíame una imagen de *{ $name }*: una foto o un dibujo, en JPEG, PNG o WebP.
picture-offer = ¿*{ $name }* tendrá este aspecto a partir de ahora?
picture-offer-who = ¿Quién o qué es? Elige, o dímelo sin más.
picture-offer-known = ¿Lo recuerdo así?
picture-rights = Usa solo imágenes que puedas usar. Una persona real debe haber aceptado aparecer en tu película; al seguir, dices que así es. Puedes borrar la imagen cuando quieras.
picture-not-drawn = Las películas dibujadas aquí conservan su propio estilo y no copian imágenes; guardo la tuya para los modelos que renderizan a partir de una.
picture-used = *{ $name }* tiene este aspecto.
picture-set = *{ $name }* tiene ahora este aspecto. Lo que dibuje o renderice a partir de imágenes la recibe en cada plano.
picture-kept = Guardo esta imagen con *{ $name }*, para esta película y las próximas. Lo que se dibuja aquí conserva su estilo; los modelos que renderizan a partir de imágenes la recibirán.
picture-known = Recordaré así a *{ $name }* para tus próximas películas.
picture-taken = *{ $name }* vuelve a ser un dibujo mío. ¿Borro la imagen para siempre?
picture-erased = La imagen está borrada: de tus películas, de tu colección y del almacén. Lo que se renderizó con ella se queda como está.
choice-picture = Usar una imagen…
choice-picture-use = Sí, es { $name }
choice-picture-use-known = Recordarlo así
choice-picture-away = Quitar la imagen
choice-picture-keep = Conservarla
choice-picture-erase = Borrarla para siempre
menu-picture-of = Es otra persona u otra cosa
menu-picture-known = Dar una imagen a alguien o a algo
heard-this-is = esto es | esta es | este es | es | aquí está | aquí tienes a | ella es | él es

error-picture-large = Esa imagen es demasiado grande. Hasta { $most } MB va bien.
error-picture-unread = No puedo leer eso como imagen. Sirven JPEG, PNG y WebP.
error-picture-shape = Esa imagen es demasiado pequeña o estrecha: al menos { $least } píxeles en el lado corto, por favor.
error-picture-empty = En esa imagen no se ve nada. Envíame otra.
error-picture-forbidden = No puedo usar esa imagen: incumple las normas de contenido. La he borrado. Envíame otra.
error-picture-unseen = Ahora mismo no puedo revisar imágenes, y sin revisarlas no acepto ninguna. No he guardado nada: envíala otra vez dentro de unos minutos.
error-picture-no-film = Una imagen necesita a quién mostrar. Cuéntame primero una idea; cuando el guion esté, envíala otra vez.

places-title = Lugares y cosas de { $title }
places-hint = O envíame una imagen de uno de ellos, con su nombre debajo.
places-scenes = { $count ->
    [one] { $count } escena
   *[other] { $count } escenas
}
places-shots = { $count ->
    [one] { $count } plano
   *[other] { $count } planos
}
choice-places = Lugares y cosas
menu-place = Cambiar un lugar o una cosa
menu-place-known = De otra película
menu-forget-asset = Olvidar un lugar o una cosa
people-places = *Lugares:* { $names }
people-things = *Cosas:* { $names }

change-character-picture = { $new ->
    [given] { $name } tiene ahora el aspecto de la imagen que enviaste.
   *[taken] { $name } vuelve a dibujarse.
}
change-place-name = { $old } se llama ahora { $new }.
change-place-look = { $left ->
    [nothing] El aspecto de { $name } vuelve a quedar abierto.
   *[something] { $name } tiene ahora este aspecto: { $new }.
}
change-place-kind = { $name } es ahora otra clase de lugar.
change-place-picture = { $new ->
    [given] { $name } tiene ahora el aspecto de la imagen que enviaste.
   *[taken] { $name } vuelve a dibujarse.
}
change-prop-look = { $left ->
    [nothing] El aspecto de «{ $name }» vuelve a quedar abierto.
   *[something] «{ $name }» tiene ahora este aspecto: { $new }.
}
change-prop-picture = { $new ->
    [given] «{ $name }» tiene ahora el aspecto de la imagen que enviaste.
   *[taken] «{ $name }» vuelve a dibujarse.
}
edit-refused-no-such-place = Ese lugar ya no está en esta película.
edit-refused-no-such-prop = Esa cosa ya no está en esta película.
form-picture = Una imagen de { $name }
bring-picture = La imagen
bring-picture-about = JPEG, PNG o WebP; una que puedas usar
