# Ce qui ne se dit que sur Telegram : la liste des commandes, les discussions privées, les fichiers.

telegram-command-start = Commencer, ou voir où on en est
telegram-command-new = Faire un film : /new et ton idée
telegram-command-films = Tes films
telegram-command-film = Le film en cours, ou celui d’un numéro
telegram-command-cast = Les gens que tu connais de tes films
telegram-command-credits = Ce que tu as et peux dépenser
telegram-command-queue = Les rendus en cours
telegram-command-studio = Règles, file d’attente et cagnotte de ce groupe
telegram-command-settings = Langue et autres réglages
telegram-command-link = Utiliser ici ton compte d’une autre discussion
telegram-command-help = Comment ça marche
telegram-command-terms = Les conditions, en bref
telegram-command-paysupport = Aide aux paiements
telegram-command-cancel = Arrêter le rendu en cours

telegram-description =
    Raconte-moi une idée et j’en fais un film avec toi : scénario, distribution, storyboard, un storyboard animé et sonore gratuit, puis le film.

    Tout est gratuit jusqu’au rendu. Les films sont faits avec l’IA et signalés comme tels.
telegram-description-short = Donne une idée, reçois un film. Fait avec l’IA, pas à pas, avec toi.

telegram-group-welcome = Ici, on fait des films ensemble. Commences-en un avec /new et ton idée ; chaque film a son propre { $forum ->
    [yes] sujet
   *[no] fil de réponses
 }. J’entends les commandes et les réponses à mes messages, rien d’autre.
telegram-goes-on = { $title } : la suite est dans son propre sujet.
telegram-see-topic = Vers le film
telegram-anonymous = Je ne peux pas savoir qui tu es tant que tu écris au nom du groupe. Écris en ton nom, et je commence.
telegram-file-large = Ce fichier dépasse ce que Telegram me laisse récupérer ; { $most } Mo au maximum.
telegram-file-lost = Je n’ai pas pu récupérer ce fichier. Renvoie-le, s’il te plaît.
telegram-menu-changed = Ce menu a changé. Voici où on en est.
telegram-reply-here = Réponds à ce message : dans un groupe, je n’entends rien d’autre.
telegram-back = Retour
telegram-more = Plus
telegram-open = Ouvrir notre discussion
telegram-open-private = C’est pour toi seulement. Ouvre une discussion avec moi, et je te le dirai là-bas.
telegram-answer-private = Je réponds à cela en privé.
telegram-link = { $what ->
    [video] Voir le film entier
   *[other] Télécharger
 }

# An invoice in Stars: its title (at most 32 letters) and what it is for.
invoice-pack = { $credits } crédits
invoice-plan = { $plan } : { $credits } crédits
invoice-pack-about = Des films dans cette conversation. Les crédits achetés n’expirent jamais.
invoice-plan-about = Tous les 30 jours. Peut s’arrêter à tout moment, ici dans la conversation.
