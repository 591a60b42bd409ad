"""Kind pages for addresses that lead nowhere."""

from __future__ import annotations

from markupsafe import Markup

from szassist.faces.web.pages.filters import BadRequestError
from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.tables import unit_link
from szassist.faces.web.pages.voice import Voice

LONGEST_SHOWN = 80


class NotFoundError(Exception):
    """There is nothing at the address: the name it asks for, and names of units that are like it."""

    def __init__(self, value: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(value)
        self.value, self.near = value, near


def problem_page(error: BadRequestError | NotFoundError, voice: Voice) -> tuple[str, Markup]:
    """The title and the page: what is wrong, and where to go on."""
    value = error.value if len(error.value) <= LONGEST_SHOWN else error.value[:LONGEST_SHOWN] + "…"
    if isinstance(error, BadRequestError):
        title = voice.say("error.bad_request")
        text = voice.say("error.bad_request_text", parameter=error.parameter, value=value)
    else:
        title, text = voice.say("error.not_found"), voice.say("error.not_found_text", value=value)
    pages = ("register", "indicators", "documents", "about")
    items = joined(tag("li", None, link(f"/{name}", voice.say(f"{name}.title"))) for name in pages)
    near = joined(tag("li", None, unit_link(name, voice)) for name in error.near)
    like = (tag("p", None, voice.say("error.near")), tag("ul", None, near)) if near else ()
    onward = (*like, tag("p", None, voice.say("error.suggestions")), tag("ul", None, items))
    return title, joined((tag("h1", None, title), tag("p", {"class": "lead"}, text), *onward))
