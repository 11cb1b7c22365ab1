# Ce qui ne se dit que sur Discord : ses commandes, et où les choses continuent.

## Commandes : noms en minuscules, sans espaces, 32 caractères au plus ; descriptions de 100 au plus

command-film = film
command-film-about = Faire des films
command-new = nouveau
command-new-about = Commencer un film à partir d’une idée
command-open = ouvrir
command-open-about = Continuer un de tes films
command-list = liste
command-list-about = Tes films et où en est chacun
command-status = statut
command-status-about = Où en est un film
command-script = scénario
command-script-about = Voir le scénario d’un film
command-board = storyboard
command-board-about = Voir le storyboard d’un film
command-render = rendu
command-render-about = Ce que coûte le rendu d’un film, avant toute dépense
command-cancel = arrêter
command-cancel-about = Arrêter un rendu ; ce qui est fait est gardé
command-export = exporter
command-export-about = Les fichiers d’un film à emporter
command-delete = supprimer
command-delete-about = Supprimer un film
command-undo = annuler
command-undo-about = Annuler la dernière modification
command-cast = distribution
command-cast-about = Les gens que tu connais de tes films
command-credits = crédits
command-credits-about = Tes crédits
command-balance = solde
command-history = historique
command-buy = acheter
command-plans = forfaits
command-code = code
command-invite = inviter
command-leave = quitter
command-setup = configurer
command-pool = cagnotte
command-credits-balance-about = Ce que tu peux dépenser
command-credits-history-about = Ce qui est entré, et à quoi cela a servi
command-credits-buy-about = Acheter des crédits
command-credits-plans-about = Des forfaits avec des crédits chaque mois
command-credits-code-about = Utiliser un code que tu as reçu
command-credits-help-about = Questions sur un paiement
command-crew-list-about = Qui travaille avec toi sur un film
command-crew-invite-about = Inviter quelqu’un à travailler avec toi sur un film
command-crew-history-about = Qui a changé quoi dans un film
command-crew-leave-about = Ne plus travailler sur le film de quelqu’un d’autre
command-crew-join-about = Rejoindre un film sur invitation
command-crew = équipe
command-crew-about = Faire un film ensemble
command-join = rejoindre
command-queue = file
command-queue-about = Les rendus en cours, et à qui le tour
command-link = lier
command-link-about = Être la même personne ici et sur Telegram
command-unlink = délier
command-unlink-about = Être de nouveau deux personnes distinctes ici et sur Telegram
command-terms = conditions
command-terms-about = Conditions, vie privée et ce que l’IA fait ici
command-studio = studio
command-studio-about = Le studio de ce serveur
command-studio-setup-about = Où l’on fait des films ici, qui peut les commencer, et leur durée maximale
command-studio-pool-about = Les crédits du serveur, ce que les membres peuvent dépenser, et qui a dépensé quoi
command-studio-queue-about = Tous les films en cours sur ce serveur
command-settings = réglages
command-settings-about = Ta langue et tes réglages
command-help = aide
command-help-about = Ce qu’on peut faire ici

option-idea = idée
option-idea-about = De quoi parle-t-il ? Une phrase suffit
option-length = durée
option-length-about = Combien de temps il doit durer
option-format = format
option-format-about = Où on le regardera
option-language = langue
option-language-about = La langue qu’on y parle
option-film = film
option-film-about = Quel film
option-kind = genre
option-kind-about = Quel genre de film
option-role = rôle
option-role-about = Les membres ayant ce rôle peuvent commencer des films ici ; le rechoisir le retire
option-code = code
option-code-about = Le code que tu as reçu
option-file = fichier
option-file-about = Une histoire ou un scénario pour commencer : .txt, .fountain ou .fdx

## Fils

discord-thread-name = Un film de { $name }
discord-thread-opener = Ici commence un film de { $name }.
discord-thread-here = Ton film a son propre fil.
discord-thread-go = Aller au fil
discord-dm-here = Je ne suis que de passage ici, alors ton film continue dans nos messages privés.
discord-dm-go = Aller aux messages
discord-dm-closed = Je ne peux pas t’écrire. Autorise mes messages privés dans tes paramètres de confidentialité, puis redemande ; rien n’est perdu.
discord-reply-hint = Réponds à ce message pour me le dire.

## Fichiers

discord-upload-kind = Je lis des histoires (.txt, .fountain, .fdx), j’utilise des images (JPEG, PNG, WebP) et je joue de la musique (MP3, M4A, WAV, FLAC, Ogg). Ce type de fichier ne me sert pas.
discord-upload-large = Ce fichier est trop gros : { $most } Mo au maximum.
discord-upload-lost = Discord ne m’a pas remis ce fichier. Renvoie-le, s’il te plaît.

## Channels and members

command-give = donner
command-credits-give-about = Donner des crédits à la cagnotte de ce serveur
command-allow = autoriser
command-studio-allow-about = Ce qu’un membre peut dépenser de la cagnotte du serveur
option-scene = scène
option-scene-about = Quelle scène : un numéro ou un lieu
option-who = qui
option-who-about = Quel personnage du film ouvert ici
option-part = comme
option-part-about = Ce qu’il pourra faire : regarder, écrire ou réaliser
option-channel = salon
option-channel-about = Créer pour cela un nouveau salon de ce nom
option-hidden = caché
option-hidden-about = Seuls ce rôle, toi et les admins voient le nouveau salon
option-member = membre
option-member-about = Qui
option-amount = montant
option-amount-about = Combien de crédits

discord-channel-here = Le salon est prêt, avec son tableau de file. Ses règles sont ci-dessous ; toi seul les vois.
discord-channel-go = Aller au salon
discord-channel-forbidden = Je ne peux pas créer de salons ici. Donne-moi la permission Gérer les salons, ou crée le salon et utilise cette commande dedans. Rien n’a changé.
discord-channel-full = Ce serveur a autant de salons que Discord en permet. Utilise cette commande dans un salon existant, ou supprimes-en un d’abord.
discord-channel-name = Discord refuse un salon nommé « { $name } ». Lettres, chiffres et tirets conviennent.
discord-channel-there = Il y a déjà un salon #{ $name }, et c’est à toi de décider qui le voit. Enlève « caché » ou choisis un autre nom.
discord-channel-hidden = « caché » concerne un nouveau salon : dis avec « salon » comment il s’appellera.
discord-member-bot = Un bot ne fait pas de films. Choisis une personne.
discord-left-server = Tu n’es plus sur { $name }, d’où vient ceci ; je n’ai donc rien changé. Tes films continuent dans n’importe quel chat : /film list.
discord-away = Discord ne me répond pas en ce moment. Rien n’a changé ; réessaie dans un instant.
