"""The documents themselves: a list of them, and each with contents, search, text and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from szassist.faces.web.pages import addresses
from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.outline import contents
from szassist.faces.web.pages.reading import Reading, Span, blocks, inline, outlined
from szassist.faces.web.pages.search import excerpt, hits
from szassist.faces.web.pages.voice import Voice
from szassist.faces.web.shell import version
from szassist.schema import Document, Language, Repair, SectionKind
from szassist.text.script import language_of

LISTED = 50  # hits that are listed; all are marked and counted


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document, what is searched in it, whether in the reader's script, and the spans other pages link to."""

    document: Document
    asked: str
    converted: bool
    anchors: tuple[Span, ...]


def documents_page(documents: Mapping[str, Document], asked: str, voice: Voice) -> Markup:
    """All documents with what describes them; a search counts its hits in each."""
    counts = {d.id: len(hits(d, asked)) for d in documents.values()} if asked.strip() else {}
    parts: list[Markup] = [
        tag("h1", None, voice.say("documents.title")),
        tag("p", {"class": "lead"}, voice.say("documents.lead")),
        search_form("/documents", asked, {}, voice),
    ]
    if counts:
        total = voice.say("documents.found", n=sum(counts.values()), q=asked)
        parts.append(tag("p", {"role": "status"}, total))
    parts.append(
        tag("ul", {"class": "library"}, joined(_card(d, asked, counts, voice) for d in by_weight(documents)))
    )
    return joined(parts)


def by_weight(documents: Mapping[str, Document]) -> list[Document]:
    """The documents themselves before the notices that only issue them."""
    issuing = {document.adopted_by for document in documents.values()}
    return sorted(
        documents.values(), key=lambda d: (d.id in issuing, d.adopted_by is None and bool(issuing - {None}))
    )


def document_page(view: DocumentView, voice: Voice) -> Markup:
    """One document: what describes it, search, contents, text, notes on its source."""
    document = view.document
    found = hits(document, view.asked)
    reading = Reading(document, voice, view.converted, found, view.anchors, permalinks=True)
    lang = text_language(document, voice, view.converted)
    opening = _title_line(document)
    text = blocks(reading, opening.end if opening else 0, len(document.text))
    head = (
        tag("p", {"class": "back"}, link("/documents", voice.say("documents.back"))),
        _title(reading, opening, lang),
        _english_title(document, voice),
        facts_of(document, voice),
        _edition(document, voice),
        _missing(document, voice),
        search_form(addresses.document(document.id), view.asked, _script(view), voice),
        _results(view, found, reading, lang),
        _script_links(view, voice),
    )
    body = (
        contents(reading),
        tag("article", {"class": "text", "lang": lang, "id": "text", "data-document": document.id}, text),
    )
    return joined((*head, tag("div", {"class": "reader"}, *body), _notes(document, voice, reading), _script_tag()))


def _title_line(document: Document) -> Span | None:
    """The line of the text that is the document's title, where it opens with it."""
    opening = next(outlined(document, 0, len(document.text)), None)
    titled = opening is not None and opening.heading and opening.section.kind is SectionKind.ROOT
    return opening.span if opening is not None and titled else None


def _title(reading: Reading, line: Span | None, lang: str) -> Markup:
    """The title: the line of the text that is it, so that it can be cited too, else what describes the document."""
    if line is not None:
        return tag("h1", {"lang": lang, "id": line.id, "data-s": line.start}, inline(reading, line))
    title = reading.document.title
    return tag("h1", {"lang": lang}, reading.voice.shown(title) if reading.converted else title)


def _english_title(document: Document, voice: Voice) -> Markup:
    """The title in English below the document's own, for readers of English."""
    if voice.language is not Language.EN or voice.label_lang(document.title) is not None:
        return Markup("")
    return tag("p", {"class": "lead"}, voice.label(document.title))


def text_language(document: Document, voice: Voice, converted: bool) -> str:
    """The language of the text as it is shown."""
    own = own_script(document)
    return str(voice.language if converted and voice.language is not Language.EN else own)


def own_script(document: Document) -> Language:
    """The script a document is written in."""
    return language_of(document.text[:2000])


def search_form(action: str, asked: str, hidden: Mapping[str, str], voice: Voice) -> Markup:
    """The search inside documents."""
    kept = [tag("input", {"type": "hidden", "name": name, "value": value}) for name, value in hidden.items()]
    label = tag("label", {"for": "q"}, voice.say("documents.search"))
    box = tag("input", {"id": "q", "name": "q", "type": "search", "value": asked, "maxlength": 100})
    button = tag("button", {"type": "submit"}, voice.say("documents.find"))
    row = tag("div", {"class": "row"}, box, button)
    return tag("form", {"class": "search", "method": "get", "action": action, "role": "search"}, label, row, *kept)


def facts_of(document: Document, voice: Voice) -> Markup:
    """Who issued the document, when, under which number, from which file."""
    told: list[tuple[str, Markup]] = []
    if document.issuer:
        told.append(("document.issuer", voice.named(document.issuer)))
    if document.date:
        told.append(
            ("document.date", tag("time", {"datetime": document.date.isoformat()}, document.date.isoformat()))
        )
    if document.number:
        told.append(("document.number", voice.words_of(document.number)))
    told.append(("document.length", Markup("") + voice.say("document.characters", n=f"{len(document.text):,}")))
    told.append(("document.source", tag("code", None, document.source)))
    if document.repairs:
        applied = sum(repair.applied for repair in document.repairs)
        counts = (("document.repairs", applied), ("document.doubts", len(document.repairs) - applied))
        words = voice.say("unit.and").join(voice.count(key, n) for key, n in counts if n)
        told.append(("document.notes", link(addresses.document(document.id) + "#notes", words)))
    pairs = joined(tag("div", None, tag("dt", None, voice.say(key)), tag("dd", None, value)) for key, value in told)
    return tag("dl", {"class": "facts"}, pairs)


def _card(document: Document, asked: str, counts: Mapping[str, int], voice: Voice) -> Markup:
    query = {"q": asked} if counts.get(document.id) else {}
    title = link(
        addresses.document(document.id, query), voice.label(document.title), lang=voice.label_lang(document.title)
    )
    count = tag("p", {"class": "count"}, voice.count("documents.hits", counts[document.id])) if counts else Markup("")
    return tag(
        "li", {"class": "card"}, tag("h2", None, title), count, facts_of(document, voice), _missing(document, voice)
    )


def _edition(document: Document, voice: Voice) -> Markup:
    """Where the text comes from."""
    if not document.edition:
        return Markup("")
    told = joined((tag("span", {"lang": voice.label_lang(t)}, voice.label(t)) for t in document.edition), " ")
    return tag("p", {"class": "note edition"}, voice.say("about.origin"), told)


def _missing(document: Document, voice: Voice) -> Markup:
    if not document.missing:
        return Markup("")
    items = joined(tag("li", {"lang": voice.label_lang(what)}, voice.label(what)) for what in document.missing)
    return tag(
        "div",
        {"class": "notice"},
        tag("p", None, tag("strong", None, voice.say("document.missing"))),
        tag("ul", None, items),
    )


def _results(view: DocumentView, found: Sequence[Span], reading: Reading, lang: str) -> Markup:
    """How often the words were found, and a list of the places."""
    voice = reading.voice
    if not view.asked.strip():
        return Markup("")
    told = tag("p", {"role": "status", "class": "count"}, voice.say("document.found", n=len(found), q=view.asked))
    items = []
    for number, hit in enumerate(found[:LISTED], 1):
        before, after = excerpt(view.document, hit)
        text = reading.text
        shown = (
            text[before.start : before.end],
            tag("mark", None, text[hit.start : hit.end]),
            text[after.start : after.end],
        )
        items.append(tag("li", None, link(f"#hit-{number}", *shown)))
    more = tag("p", None, voice.say("document.more", n=len(found) - LISTED)) if len(found) > LISTED else Markup("")
    return joined((told, tag("ol", {"class": "hits", "lang": lang}, joined(items)) if items else Markup(""), more))


def _script(view: DocumentView) -> dict[str, str]:
    return {"script": "reader"} if view.converted else {}


def _script_links(view: DocumentView, voice: Voice) -> Markup:
    """The way from the document's own script to the reader's and back, where they differ."""
    own = own_script(view.document)
    if voice.language in (Language.EN, own):
        return Markup("")
    query = {"q": view.asked, "script": "" if view.converted else "reader"}
    word = voice.say("document.own_script" if view.converted else "document.reader_script")
    now = voice.say("document.in_reader_script" if view.converted else "document.in_own_script")
    return tag("p", {"class": "script"}, now, " ", link(addresses.document(view.document.id, query) + "#text", word))


def _notes(document: Document, voice: Voice, reading: Reading) -> Markup:
    """What was repaired in the source and what is suspected to be its error."""
    applied = [repair for repair in document.repairs if repair.applied]
    doubted = [repair for repair in document.repairs if not repair.applied]
    parts: list[Markup] = []
    for key, repairs in (("document.repairs", applied), ("document.doubts", doubted)):
        if repairs:
            lead = tag("p", None, voice.say(f"{key}_lead"))
            items = joined(_note(repair, voice, reading) for repair in repairs)
            parts += [tag("h2", None, voice.count(key, len(repairs))), lead, tag("ol", {"class": "notes"}, items)]
    return tag("section", {"class": "source-notes", "id": "notes"}, *parts) if parts else Markup("")


def _note(repair: Repair, voice: Voice, reading: Reading) -> Markup:
    lang = voice.lang(repair.repaired or repair.source)
    stood = (
        tag("code", {"lang": lang}, repair.source) if repair.source else Markup("") + voice.say("document.nothing")
    )
    if repair.applied:
        what = (
            voice.say("document.stood"),
            stood,
            voice.say("document.stands"),
            tag("code", {"lang": lang}, repair.repaired),
        )
    else:
        what = (
            voice.say("document.as_written"),
            stood,
            voice.say("document.suspected"),
            tag("code", {"lang": lang}, repair.repaired),
        )
    kind = tag("span", {"class": "badge"}, voice.say(f"repair.{repair.kind.value}"))
    why = (
        tag("span", {"class": "note", "lang": voice.lang(repair.note)}, voice.shown(repair.note))
        if repair.note
        else Markup("")
    )
    back = tag("a", {"href": f"#ref-{repair.id}", "aria-label": voice.say("document.to_place", id=repair.id)}, "↑")
    return tag("li", {"id": f"note-{repair.id}"}, kind, " ", *what, " ", back, why)


def _script_tag() -> Markup:
    return tag("script", {"src": f"/site/reader.js?{version()}", "defer": True})
