# Lo que solo dice Telegram.

telegram-command-start = Empezar, o ver cómo están las cosas
telegram-command-new = Hacer una película: /new y tu idea
telegram-command-films = Tus películas
telegram-command-film = La película en que estás, o la de un número
telegram-command-cast = Gente que conoces de tus películas
telegram-command-credits = Lo que tienes y puedes gastar
telegram-command-queue = Lo que se está renderizando
telegram-command-settings = Idioma y otros ajustes
telegram-command-link = Usar aquí tu cuenta de otro chat
telegram-command-help = Cómo funciona
telegram-command-terms = Las condiciones, en breve
telegram-command-cancel = Parar lo que se está renderizando
telegram-command-studio = Reglas, cola y fondo de este grupo
telegram-command-paysupport = Ayuda con los pagos

telegram-description =
    Cuéntame una idea y hago contigo una película: guion, reparto, storyboard, un storyboard en movimiento con sonido, gratis, y luego la película.

    Todo hasta el render es gratis. Las películas de aquí se hacen con IA y van marcadas como tales.
telegram-description-short = Cuenta una idea, recibe una película. Hecha con IA, paso a paso, contigo.

telegram-group-welcome = Aquí se hacen películas entre todos. Empieza una con /new y tu idea; cada película tiene { $forum ->
    [yes] su propio tema
   *[no] su propio hilo de respuestas
 }. Oigo comandos y respuestas a mis mensajes, nada más.
telegram-goes-on = { $title }: sigue en su propio tema.
telegram-see-topic = A la película
telegram-anonymous = No sé quién eres mientras escribas como el grupo. Escribe con tu nombre y empiezo.
telegram-file-large = Ese archivo es mayor de lo que Telegram me deja traer; { $most } MB como mucho.
telegram-file-lost = No pude traer ese archivo. Mándalo otra vez, por favor.
telegram-menu-changed = Ese menú ha cambiado. Así está ahora.
telegram-reply-here = Contesta respondiendo a este mensaje: en un grupo no oigo nada más.
telegram-back = Atrás
telegram-more = Más
telegram-open = Abrir nuestro chat
telegram-open-private = Eso es solo para ti. Abre un chat conmigo y te lo digo ahí.
telegram-answer-private = Eso lo respondo en privado.
telegram-link = { $what ->
    [video] Ver la película entera
   *[other] Descargar
 }

# An invoice in Stars: its title (at most 32 letters) and what it is for.
invoice-pack = { $credits } créditos
invoice-plan = { $plan }: { $credits } créditos
invoice-pack-about = Películas en este chat. Los créditos comprados no caducan.
invoice-plan-about = Cada 30 días. Se puede terminar cuando quieras, aquí en el chat.
