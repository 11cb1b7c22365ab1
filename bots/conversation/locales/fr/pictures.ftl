# Images de personnes, de lieux et d’objets que quelqu’un apporte ; lieux et objets d’un film et de la collection.

ask-picture = Envoie-moi une image de *{ $name }* : une photo ou un dessin, en JPEG, PNG ou WebP.
picture-offer = *{ $name }* ressemblera-t-il désormais à ceci ?
picture-offer-who = Qui est-ce, ou qu’est-ce que c’est ? Choisis, ou dis-le-moi simplement.
picture-offer-known = Je m’en souviens ainsi ?
picture-rights = N’utilise que des images dont tu as le droit de te servir. Une personne réelle doit avoir accepté de figurer dans ton film ; en continuant, tu dis que c’est le cas. Tu peux supprimer l’image à tout moment.
picture-not-drawn = Les films dessinés ici gardent leur propre style et ne copient pas les images ; je garde la tienne pour les modèles qui travaillent d’après une image.
picture-used = Voici l’apparence de *{ $name }*.
picture-set = Voici désormais l’apparence de *{ $name }*. Ce qui dessine ou calcule d’après des images la reçoit à chaque plan.
picture-kept = Je garde cette image avec *{ $name }*, pour ce film et les suivants. Ce qui est dessiné ici garde son style ; les modèles qui travaillent d’après des images la recevront.
picture-known = Je me souviendrai de *{ $name }* ainsi pour tes prochains films.
picture-taken = *{ $name }* est de nouveau dessiné. Dois-je supprimer l’image pour de bon ?
picture-erased = L’image est supprimée : de tes films, de ta collection et du stockage. Ce qui a été rendu avec elle reste tel quel.
choice-picture = Utiliser une image…
choice-picture-use = Oui, c’est { $name }
choice-picture-use-known = S’en souvenir ainsi
choice-picture-away = Retirer l’image
choice-picture-keep = La garder
choice-picture-erase = La supprimer pour de bon
menu-picture-of = C’est quelqu’un ou quelque chose d’autre
menu-picture-known = Donner une image à quelqu’un ou à quelque chose
heard-this-is = c'est | c’est | voici | voilà | ça c'est | ça c’est | il s'agit de | il s’agit de

error-picture-large = Cette image est trop grande. Jusqu’à { $most } Mo, ça va.
error-picture-unread = Je ne peux pas lire cela comme une image. JPEG, PNG et WebP conviennent.
error-picture-shape = Cette image est trop petite ou trop étroite : au moins { $least } pixels sur son petit côté, s’il te plaît.
error-picture-empty = On ne voit rien sur cette image. Envoie-m’en une autre.
error-picture-forbidden = Je ne peux pas utiliser cette image : elle enfreint les règles sur les contenus. Je l’ai supprimée. Envoie-m’en une autre.
error-picture-unseen = Je ne peux pas vérifier d’images pour le moment, et sans cela je n’en prends aucune. Je n’ai rien gardé : renvoie-la dans quelques minutes.
error-picture-no-film = Une image a besoin de quelqu’un à montrer. Raconte-moi d’abord une idée ; une fois le scénario écrit, renvoie-la.

places-title = Lieux et objets de { $title }
places-hint = Ou envoie-moi une image de l’un d’eux, avec son nom en légende.
places-scenes = { $count ->
    [one] { $count } scène
   *[other] { $count } scènes
}
places-shots = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
}
choice-places = Lieux et objets
menu-place = Changer un lieu ou un objet
menu-place-known = D’un autre film
menu-forget-asset = Oublier un lieu ou un objet
people-places = *Lieux :* { $names }
people-things = *Objets :* { $names }

change-character-picture = { $new ->
    [given] { $name } a maintenant l’apparence de l’image que tu as envoyée.
   *[taken] { $name } est de nouveau dessiné.
}
change-place-name = { $old } s’appelle maintenant { $new }.
change-place-look = { $left ->
    [nothing] L’apparence de { $name } est de nouveau ouverte.
   *[something] Voici maintenant l’apparence de { $name } : { $new }.
}
change-place-kind = { $name } est maintenant une autre sorte de lieu.
change-place-picture = { $new ->
    [given] { $name } a maintenant l’apparence de l’image que tu as envoyée.
   *[taken] { $name } est de nouveau dessiné.
}
change-prop-look = { $left ->
    [nothing] L’apparence de « { $name } » est de nouveau ouverte.
   *[something] Voici maintenant l’apparence de « { $name } » : { $new }.
}
change-prop-picture = { $new ->
    [given] « { $name } » a maintenant l’apparence de l’image que tu as envoyée.
   *[taken] « { $name } » est de nouveau dessiné.
}
edit-refused-no-such-place = Ce lieu n’est plus dans ce film.
edit-refused-no-such-prop = Cet objet n’est plus dans ce film.
form-picture = Une image de { $name }
bring-picture = L’image
bring-picture-about = JPEG, PNG ou WebP ; une que tu as le droit d’utiliser
