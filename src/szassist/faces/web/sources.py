"""The sources of an answer as HTML: section path, and the quote marked within its paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from szassist.faces.web.escape import safe
from szassist.faces.words import ChatWords, chat_words
from szassist.schema import Answer, Citation, Document, Language
from szassist.text.script import for_reader, language_of

OPENED = 1  # sources of an answer that show their passage at once
BEFORE, AFTER = 80, 120  # characters of the paragraph shown around the quote


def sources_html(answer: Answer, turn: int, documents: Mapping[str, Document]) -> str:
    """The numbered sources, each to be opened; nothing where nothing is cited."""
    if not answer.citations:
        return ""
    words = chat_words(answer.language)
    items = "".join(
        _source(
            citation, documents.get(citation.document_id), answer.language, f"source-{turn}-{citation.number}", place
        )
        for place, citation in enumerate(answer.citations)
    )
    return f"<div class='sources'><h3>{safe(words.sources)}</h3><ol>{items}</ol></div>"


def _source(citation: Citation, document: Document | None, language: Language, name: str, place: int) -> str:
    """One source: number and innermost heading to click on; inside, section path, passage and the way to the document."""
    words = chat_words(language)
    title, *path = (for_reader(part, language) for part in (citation.document_title, *citation.section_path))
    script = language if language is not Language.EN else language_of(citation.document_title + citation.quote)
    where = " › ".join(safe(part) for part in path)
    return (
        f"<li><details id='{name}'{' open' if place < OPENED else ''}><summary>"
        f"<span class='no'><span class='unseen'>{safe(words.source)} </span>{citation.number}</span>"
        f"<span class='place' lang='{script}'>{safe(path[-1] if path else title)}</span></summary>"
        f"<div class='passage' lang='{script}'><p class='path'><span class='document'>{safe(f'《{title}》')}</span>{where}</p>"
        f"<blockquote>{_passage(citation, document, language)}</blockquote></div>{_link(citation, words)}</details></li>"
    )


def _passage(citation: Citation, document: Document | None, language: Language) -> str:
    """The quote marked within its paragraph, of which so much is shown as a reader takes in at a glance."""
    marked = f"<mark>{safe(citation.shown)}</mark>"
    if document is None:
        return marked
    text = document.text
    start = text.rfind("\n", 0, citation.start) + 1
    end = text.find("\n", citation.end)
    end = len(text) if end < 0 else end
    first, last = max(start, citation.start - BEFORE), min(end, citation.end + AFTER)
    before = ("…" if first > start else "") + for_reader(text[first : citation.start], language)
    after = for_reader(text[citation.end : last], language) + ("…" if last < end else "")
    return f"{safe(before.lstrip())}{marked}{safe(after.rstrip())}"


def _link(citation: Citation, words: ChatWords) -> str:
    return (
        f"<p class='original'><a class='original' href='{safe(citation.permalink)}'>{safe(words.open_source)}"
        f"<span class='unseen'>{safe(words.new_tab)}</span></a></p>"
    )
