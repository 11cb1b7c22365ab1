"""Every named step of the dialogue. An action, a menu or an open question names one; a name that is gone is answered kindly."""

from __future__ import annotations

from bots.conversation.steps import (
    account,
    brief,
    cast,
    crew,
    dailies,
    film,
    finishing,
    funding,
    imports,
    money,
    outgoing,
    pictures,
    render,
    script,
    sound,
    storyboard,
    studio,
)  # fmt: skip
from bots.conversation.turn import Step

STEPS: dict[str, Step] = {
    **brief.STEPS,
    **imports.STEPS,
    **script.STEPS,
    **cast.STEPS,
    **pictures.STEPS,
    **storyboard.STEPS,
    **render.STEPS,
    **film.STEPS,
    **sound.STEPS,
    **account.STEPS,
    **money.STEPS,
    **funding.STEPS,
    **outgoing.STEPS,
    **finishing.STEPS,
    **studio.STEPS,
    **crew.STEPS,
    **dailies.STEPS,
}
