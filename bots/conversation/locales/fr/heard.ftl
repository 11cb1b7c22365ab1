# Ce qu'une personne peut écrire ; jamais affiché. En minuscules, séparé par des barres.

heard-yes = oui | o | ouais | ouaip | ok | okay | d'accord | d’accord | d'acc | d’acc | dac | bien | super | parfait | top | nickel | bien sûr | vas-y | vas y | go | continue | on continue | bien, on continue | suite | suivant | fais-le | fais le | ça me va | ca me va | ça marche | ca marche | j'aime bien | j’aime bien | c'est bon | c’est bon | oui stp | oui s'il te plaît | oui s’il te plaît | oui s'il te plait | oui s’il te plait | allez | c'est parti | c’est parti | je valide | yes
heard-hello = salut | bonjour | bjr | coucou | cc | hello | hey | yo | bonsoir | bsr | slt | hi | commencer | start | /start
heard-help = aide | aide-moi | help | ? | /help | /aide | que sais-tu faire | tu sais faire quoi | comment ça marche | comment ca marche | qu'est-ce que je peux faire | qu’est-ce que je peux faire | je peux faire quoi
heard-never-mind = laisse tomber | laisse | oublie | oublie ça | non | nan | stop | arrête | rien | tant pis | peu importe
heard-status = statut | status | où on en est | où en est-on | on en est où | où en es-tu | t'en es où | t’en es où | ça avance | et maintenant
heard-shorter = plus court | plus courte | raccourcis | fais plus court | un peu plus court | plus court stp | trop long
heard-longer = plus long | plus longue | rallonge | allonge | fais plus long | un peu plus long | plus long stp | trop court
heard-undo = annuler | annule | annule ça | défaire | défais | défais ça | reviens en arrière | retour en arrière | retour | undo | annuler la modif
heard-films = films | mes films | liste | montre mes films | voir mes films
heard-cast = ma distribution | mon casting | mes acteurs | mes personnages | mes persos | les gens que je connais | qui je connais
heard-thanks = merci | merci beaucoup | merci bien | grand merci | mci | mrc | thx | thanks

heard-second = s | sec | secs | seconde | secondes
heard-minute = m | mn | min | mins | minute | minutes
heard-hour = h | heure | heures
heard-numbers = une demi = 0.5 | une demie = 0.5 | demi = 0.5 | demie = 0.5 | un = 1 | une = 1 | une et demie = 1.5 | deux = 2 | trois = 3 | quatre = 4 | cinq = 5 | six = 6 | sept = 7 | huit = 8 | neuf = 9 | dix = 10 | douze = 12 | quinze = 15 | vingt = 20 | trente = 30 | quarante = 40 | quarante-cinq = 45 | quarante cinq = 45 | cinquante = 50 | soixante = 60 | quatre-vingt-dix = 90 | quatre vingt dix = 90 | nonante = 90
heard-half = et demie | et demi
heard-format-youtube = panoramique | horizontal | paysage | large | écran large | 16:9 | 16x9 | youtube
heard-format-shorts = vertical | portrait | en vertical | shorts | 9:16 | 9x16 | youtube shorts
heard-format-reels = reels | reel | instagram reels | instagram reel
heard-format-tiktok = tiktok | tik tok
heard-format-square = carré | carre | 1:1 | 1x1
heard-kind-film = long métrage | long-métrage | film normal | vrai film
heard-kind-short = court métrage | court-métrage | un court
heard-kind-series = série | série télé | épisode | épisode de série | websérie | web-série
heard-kind-ad = pub | pubs | publicité | spot | spot publicitaire | film publicitaire | annonce
heard-kind-trailer = bande-annonce | bande annonce | trailer | teaser
heard-kind-music-video = clip | clip musical | vidéoclip | clip vidéo
heard-about = pour | sur | de | d' | d’ | du | des | à propos de | au sujet de | où | dans laquelle | dans lequel
heard-film = film | vidéo | video | clip
heard-filler = fais | fais-le | fais le | faire | mets | mets-le | le | la | les | l' | l’ | un | une | en | dans | et | comme | à | au | pour | de | d' | d’ | du | avec | s'il te plaît | s’il te plaît | s'il te plait | s’il te plait | stp | svp | ce | cette | ça | c'est | c’est | soit | doit | devrait | être | je | j' | j’ | veux | voudrais | aimerais | il | on | film | vidéo | video | long | longue | dure | durée | qui | que | qu'il | qu’il | environ | à peu près | maintenant | plutôt | juste | seulement | format | langue | peux-tu | tu peux | tu | utilise | change | passe | me | moi | nous | version
