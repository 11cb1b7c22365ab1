## Tipos de películas

kind-film = una película
kind-short = un corto
kind-series = un episodio de serie
kind-ad = un anuncio
kind-trailer = un tráiler
kind-music-video = un videoclip
menu-kind = Tipo
menu-kind-film = Película
menu-kind-short = Corto: rápido, directo
menu-kind-series = Serie: resumen, historia, avance
menu-kind-ad = Anuncio: gancho, producto, una sola acción
menu-kind-trailer = Tráiler: la pregunta, no la respuesta
menu-kind-music-video = Videoclip: cortado al ritmo
brief-hint-track = Mándame tu tema como archivo y corto a su ritmo. Sin él, las imágenes cambian con música mía.
error-kind = No conozco ese tipo de película. Hay películas, cortos, series, anuncios, tráilers y videoclips.
choice-next-episode = Episodio siguiente
form-episode = Episodio { $number }
ask-episode = ¿Qué pasa en el episodio { $number }? Basta una frase; la gente es la misma.
entry-episode = Qué pasa
