## Kinds of films

kind-film = a film
kind-short = a short
kind-series = an episode of a series
kind-ad = an ad
kind-trailer = a trailer
kind-music-video = a music video
menu-kind = Kind
menu-kind-film = Film
menu-kind-short = Short: quick, straight in
menu-kind-series = Series: recap, story, next time
menu-kind-ad = Ad: hook, product, one thing to do
menu-kind-trailer = Trailer: the question, not the answer
menu-kind-music-video = Music video: cut on the beat
brief-hint-track = Send me your track as a file, and I cut on its beat. Without one the pictures change to music of mine.
error-kind = I do not know that kind of film. There are films, shorts, series, ads, trailers and music videos.
choice-next-episode = Next episode
form-episode = Episode { $number }
ask-episode = What happens in episode { $number }? One sentence is enough; the people are the same.
entry-episode = What happens
