"""Commands beside `/film new`: which step each one is, and the film it is about. Called by the engine; whatever a button does, a command may do.

A command that names a film acts on it wherever it lives; without a name it is about the film that is open here.
"""

from __future__ import annotations

from bots.conversation.events import Called
from bots.conversation.finding import film_named
from bots.conversation.steps import STEPS
from bots.conversation.steps.film import current
from bots.conversation.steps.render import cancel
from bots.conversation.turn import Press, Turn
from core import projects
from core.errors import BadInput, NotYours
from core.models import Project, Render

PLAIN = {
    "help": "help.open",
    "films": "films.list",
    "cast": "people.list",
    "settings": "settings.open",
    "balance": "balance.open",
    "terms": "terms.open",
    "queue": "queue.open",
    "join": "code.enter",
    "unlink": "link.accounts",
    "paysupport": "credits.help",
}
"""Commands that are about no film."""
OF_FILM: dict[str, tuple[str, projects.To]] = {
    "status": ("film.here", "see"),
    "script": ("script.show", "change"),
    "board": ("board.open", "change"),
    "render": ("quote.open", "change"),
    "export": ("film.take_along", "see"),
    "undo": ("film.undo", "change"),
    "crew": ("crew.open", "see"),
    "cast": ("cast.named", "change"),
}
"""Commands about one film (`cast` where somebody is named): the step, and what the film must allow."""
OF_CREW: dict[str, tuple[str, projects.To]] = {
    "list": ("crew.open", "see"),
    "invite": ("crew.invite", "spend"),
    "leave": ("crew.leave", "see"),
    "history": ("crew.history", "see"),
}
"""What `crew` does with a film, by its `do`."""
DOING = {
    "studio": {"": "studio.setup", "setup": "studio.setup", "queue": "studio.board", "pool": "pool.open", "allow": "pool.allow_named"},
    "credits": {
        "": "balance.open",
        "balance": "balance.open",
        "history": "credits.history",
        "buy": "credits.shop",
        "plans": "credits.plans",
        "invite": "credits.invite",
        "code": "credits.code",
        "export": "credits.export",
        "help": "credits.help",
    },
}
"""Commands that do several things, by their `do`."""


async def called(turn: Turn, event: Called) -> None:
    """Run a command. Raises what its step raises, and BadInput for one that names nothing there is."""
    command, args = event.command, dict(event.args)
    if command == "start":
        await _start(turn, args)
    elif command == "link":
        await STEPS["code.enter" if args.get("code") else "link.open"].run(turn, Press(args=args))
    elif command in PLAIN and not (command == "cast" and args.get("who")):
        await STEPS[PLAIN[command]].run(turn, Press(args=args))
    elif command in DOING:
        await _doing(turn, command, args)
    else:
        await _about_film(turn, command, args)


async def _doing(turn: Turn, command: str, args: dict[str, str]) -> None:
    step = DOING[command].get(args.get("do", ""))
    if step is None:
        raise BadInput(f"{command} does no {args['do'][:40]!r}", key="error-command")
    await STEPS[step].run(turn, Press(args=args, project=await current(turn)))


async def _start(turn: Turn, args: dict[str, str]) -> None:
    """First contact, or a deep link that brought something along."""
    what, _, rest = args.get("payload", "").partition("_")
    if what in ("link", "join") and rest:
        await STEPS["code.enter"].run(turn, Press(args={"code": rest}))
    elif what == "code" and rest:
        await STEPS["credits.code"].run(turn, Press(args={"code": rest}))
    elif what == "film" and rest:
        await STEPS["films.open"].run(turn, Press(args={"film": rest}))
    elif project := await current(turn):
        await STEPS["film.here"].run(turn, Press(args=args, project=project))
    else:
        await turn.post("welcome")


async def _film(turn: Turn, args: dict[str, str], to: projects.To) -> Project | None:
    """The film that was named, or the one that is open here."""
    if named := args.get("film", "").strip():
        return await film_named(turn.person, named, to)
    if turn.dialogue.project_id is None:
        return None
    try:
        return await projects.open_locked(turn.tx, turn.dialogue.project_id, turn.person, to=to)
    except NotYours:
        if await current(turn):
            raise
        return None  # it was deleted


def _step_of(command: str, args: dict[str, str]) -> tuple[str, projects.To]:
    """The step of a command about one film, and what the film must allow."""
    if command != "crew" or not args.get("do"):
        return OF_FILM[command]
    if args["do"] not in OF_CREW:
        raise BadInput(f"crew does no {args['do'][:40]!r}", key="error-command")
    return OF_CREW[args["do"]]


async def _about_film(turn: Turn, command: str, args: dict[str, str]) -> None:
    if command in ("open", "delete"):
        project = await _film(turn, args, "see" if command == "open" else "spend")
        if project is None and command == "open":
            await turn.post("films")
            return
        if project is None:
            raise BadInput("no film", key="error-no-film")
        await STEPS[f"films.{command}"].run(turn, Press(args={"film": str(project.id)}))
    elif command == "cancel":
        project = await _film(turn, args, "spend")
        render = await Render.filter(project_id=project.id, ended_at=None).exclude(tier="preview").first() if project else None
        if project is None or render is None:
            await turn.say("nothing-to-cancel")
        else:
            await cancel(turn, Press(args={"render": render.id}, project=project))
    else:
        step, to = _step_of(command, args)
        project = await _film(turn, args, to)
        if project is None and command == "status":
            await turn.post("welcome")
            return
        if project is None:
            raise BadInput("no film", key="error-no-film")
        if args.get("film"):
            await turn.turn_to(project)
        if args.get("film"):
            project = await projects.lock(turn.tx, project.id)
        told = args if command in ("crew", "cast") else {"scene": args["scene"]} if args.get("scene") else {}
        await STEPS[step].run(turn, Press(args=told, project=project))
