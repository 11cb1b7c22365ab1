"""Where the journey goes on from each stage: the one button that every answer offers. Views ask here, so that all agree."""

from __future__ import annotations

from bots.conversation.page import Page
from bots.conversation.views import Choice
from core.projects import Stage

ONWARD: dict[Stage, tuple[str, str]] = {
    Stage.BRIEF: ("choice-go-on", "brief.go_on"),
    Stage.LOGLINES: ("choice-show-loglines", "film.here"),
    Stage.SCRIPT: ("choice-meet-the-cast", "cast.open"),
    Stage.CAST: ("choice-draw-storyboard", "board.open"),
    Stage.BOARD: ("choice-see-storyboard", "board.open"),
    Stage.ANIMATIC: ("choice-see-animatic", "animatic.open"),
    Stage.QUOTE: ("choice-see-quote", "quote.open"),
    Stage.RENDERING: ("choice-status", "film.here"),
    Stage.FILM: ("choice-new-film", "film.new"),
}
"""The label and the step of the recommended next step at each stage."""


def onward(page: Page) -> Choice:
    """The recommended next step of the page's film."""
    label, step = ONWARD[page.stage or Stage.BRIEF]
    return page.primary(label, step)
