## Les genres de films

kind-film = un film
kind-short = un court
kind-series = un épisode de série
kind-ad = une pub
kind-trailer = une bande-annonce
kind-music-video = un clip
menu-kind = Genre
menu-kind-film = Film
menu-kind-short = Court : rapide, droit au but
menu-kind-series = Série : résumé, histoire, la suite
menu-kind-ad = Pub : accroche, produit, une seule chose à faire
menu-kind-trailer = Bande-annonce : la question, pas la réponse
menu-kind-music-video = Clip : monté sur le rythme
brief-hint-track = Envoie-moi ton morceau en fichier, et je monte sur son rythme. Sans lui, les images suivent une musique de moi.
error-kind = Je ne connais pas ce genre de film. Il y a les films, les courts, les séries, les pubs, les bandes-annonces et les clips.
choice-next-episode = Épisode suivant
form-episode = Épisode { $number }
ask-episode = Que se passe-t-il dans l’épisode { $number } ? Une phrase suffit ; les personnages restent les mêmes.
entry-episode = Ce qui se passe
