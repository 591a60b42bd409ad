"""The routes of the pages: read the address, ask the assistant, render, put the frame around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Protocol

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

import szassist
from szassist.faces.export import Format, export
from szassist.faces.web.language import language_for
from szassist.faces.web.pages import addresses, filters
from szassist.faces.web.pages.about import Inventory, about_page, measured
from szassist.faces.web.pages.cards import Card, cards
from szassist.faces.web.pages.documents import DocumentView, document_page, documents_page
from szassist.faces.web.pages.duties import ActionView, action_page, unit_page
from szassist.faces.web.pages.errors import NotFoundError, problem_page
from szassist.faces.web.pages.filters import LONGEST, BadRequestError, Filters, Row
from szassist.faces.web.pages.indicators import Asked, Show, indicators_page
from szassist.faces.web.pages.markup import tag
from szassist.faces.web.pages.paging import number_of
from szassist.faces.web.pages.reading import Span, outlined
from szassist.faces.web.pages.register_page import RegisterView, register_page
from szassist.faces.web.pages.tables import Setting
from szassist.faces.web.pages.voice import Voice, voice
from szassist.faces.web.shell import page, version
from szassist.register.entries import Entry
from szassist.register.table import Register
from szassist.schema import Assignment, Document
from szassist.settings import project_folder
from szassist.text.english import Terms


class Holdings(Protocol):
    """What the pages need of an assistant."""

    @property
    def register(self) -> Register:
        """The register of the documents."""

    @property
    def terms(self) -> Terms:
        """English names."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id."""


class Pages:
    """The pages of one assistant; what they share is worked out once, when it is first wanted."""

    def __init__(self, assistant: Holdings) -> None:
        self._assistant = assistant

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the register."""
        return filters.rows_of(self._assistant.register)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The indicators."""
        register = self._assistant.register
        issuers = {document.id: document.issuer or document.id for document in self._assistant.documents.values()}
        return cards(register.all_series(), register.differences, register.attained, issuers)

    def setting(self, request: Request) -> Setting:
        """Who reads, and which documents there are."""
        return Setting(
            voice(language_for(request.scope), self._assistant.terms.english_name), self._assistant.documents
        )

    def register(self, request: Request) -> Response:
        """The register under the filters of the address."""
        setting, register = self.setting(request), self._assistant.register
        view = RegisterView(
            self.rows, register.units, register.actions, self._filters(request), number_of(request.query_params)
        )
        return framed(request, "register", setting.voice.say("register.title"), register_page(view, setting))

    def download(self, request: Request) -> Response:
        """The rows under the filters of the address, in their order, as a file."""
        form = request.query_params.get("format", "")
        if form not in [*Format]:
            raise BadRequestError("format", form)
        setting, made = self.setting(request), Format(form)
        lines = [row.entry for row in filters.select(self.rows, self._filters(request))]
        content = export(lines, made, setting.documents, setting.voice.language)
        name = {"content-disposition": f'attachment; filename="szassist-register.{made.value}"'}
        return Response(content, media_type=made.media_type, headers=name)

    def unit(self, request: Request, name: str) -> Response:
        """The page of a unit; another name of it leads to the one under which it is listed."""
        setting, register = self.setting(request), self._assistant.register
        known = register.unit_named(name)
        if known is None:
            raise NotFoundError(name, register.near_units(name))
        if known != name:
            return RedirectResponse(addresses.unit(known))
        duties = next(unit for unit in register.units if unit.name == known)
        rows = [row for row in filters.select(self.rows, Filters(unit=known)) if not row.entry.is_obligation]
        return framed(request, "register", setting.voice.label(known), unit_page(duties, rows, setting))

    def action(self, request: Request, document_id: str, title: str) -> Response:
        """The page of an action."""
        setting, register = self.setting(request), self._assistant.register
        mine = [a for a in register.actions if a.document_id == document_id]
        found = next((action for action in mine if action.title == title), None)
        if found is None:
            raise NotFoundError(title)
        projects = tuple(p for p in register.projects if p.document_id == document_id and p.action == title)
        rows = tuple(
            r
            for r in self.rows
            if r.entry.document_id == document_id and r.entry.action == title and not r.entry.is_obligation
        )
        view = ActionView(found, projects, rows, tuple(mine))
        return framed(request, "register", setting.voice.label(title), action_page(view, setting))

    def indicators(self, request: Request) -> Response:
        """The indicator cards."""
        setting, query = self.setting(request), request.query_params
        show, document = query.get("show", "") or Show.ALL, query.get("document", "")
        if show not in [*Show]:
            raise BadRequestError("show", show)
        if document not in ("", *self._assistant.documents):
            raise BadRequestError("document", document)
        asked = Asked(_words(request), Show(show), document, number_of(query))
        main = indicators_page(self.cards, asked, setting)
        return framed(request, "indicators", setting.voice.say("indicators.title"), main)

    def documents(self, request: Request) -> Response:
        """The list of documents."""
        setting = self.setting(request)
        main = documents_page(setting.documents, _words(request), setting.voice)
        return framed(request, "documents", setting.voice.say("documents.title"), main)

    def document(self, request: Request, document_id: str) -> Response:
        """One document."""
        setting = self.setting(request)
        document = setting.documents.get(document_id)
        if document is None:
            raise NotFoundError(document_id)
        script = request.query_params.get("script", "")
        if script not in ("", "reader"):
            raise BadRequestError("script", script)
        view = DocumentView(document, _words(request), script == "reader", self._anchors(document_id))
        return framed(request, "documents", setting.voice.label(document.title), document_page(view, setting.voice))

    def about(self, request: Request) -> Response:
        """What the assistant is."""
        setting = self.setting(request)
        lines = measured(project_folder("eval") / "baseline.json")
        inventory = Inventory(setting.documents, len(self._assistant.register), lines, szassist.__version__)
        return framed(request, "about", setting.voice.say("about.title"), about_page(inventory, setting.voice))

    def _filters(self, request: Request) -> Filters:
        return filters.read(request.query_params, self._assistant.register, [*self._assistant.documents])

    def _anchors(self, document_id: str) -> tuple[Span, ...]:
        """The spans of a document that rows and obligations link to and that are no paragraph of their own."""
        document = self._assistant.documents[document_id]
        linked: list[Entry | Assignment] = [*(row.entry for row in self.rows), *self._assistant.register.assignments]
        spans = {Span(one.start, one.end) for one in linked if one.document_id == document_id}
        whole = {line.span for line in outlined(document, 0, len(document.text))}
        return tuple(sorted(spans - whole, key=lambda span: (span.start, span.end)))


def mount(app: FastAPI, assistant: Holdings) -> None:
    """Put the pages into `app`."""
    pages = Pages(assistant)
    routes: tuple[tuple[str, Callable[..., Response]], ...] = (
        ("/register", pages.register),
        ("/register/download", pages.download),
        ("/register/unit/{name:path}", pages.unit),
        ("/register/action/{document_id}/{title:path}", pages.action),
        ("/indicators", pages.indicators),
        ("/documents", pages.documents),
        ("/documents/{document_id}", pages.document),
        ("/about", pages.about),
    )
    for path, handler in routes:
        app.get(path, response_class=HTMLResponse)(handler)
    app.exception_handler(BadRequestError)(lambda request, error: _problem(request, 400, error))
    app.exception_handler(NotFoundError)(lambda request, error: _problem(request, 404, error))


def framed(request: Request, here: str, title: str, main: Markup, status: int = 200) -> HTMLResponse:
    """`main` as a whole page."""
    style = tag("link", {"rel": "stylesheet", "href": f"/site/pages.css?{version()}"})
    language = language_for(request.scope)
    html = page(language, title=title, here=here, main=style + main, query=request.url.query)
    headers = {"cache-control": "no-cache", "vary": "accept-language, cookie", "content-language": language.value}
    return HTMLResponse(html, status, headers)


def _words(request: Request) -> str:
    """What is searched for: `?q=`."""
    asked = request.query_params.get("q", "")
    if len(asked) > LONGEST:
        raise BadRequestError("q", asked[:LONGEST])
    return asked


def _problem(request: Request, status: int, error: BadRequestError | NotFoundError) -> Response:
    """A page that says what cannot be shown and where to go on."""
    said: Voice = voice(language_for(request.scope))
    title, main = problem_page(error, said)
    return framed(request, "", title, main, status)
