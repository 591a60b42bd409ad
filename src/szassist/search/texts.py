"""What is indexed of each passage, and the key under which it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby
from operator import attrgetter

from szassist.schema import Document, Passage


def search_texts(documents: Iterable[Document], passages: Iterable[Passage]) -> Iterator[str]:
    """What is indexed of each of the `passages` of `documents`: its text under the headings above it that it does not hold."""
    by_id = {document.id: document for document in documents}
    for (name, section), together in groupby(passages, attrgetter("document_id", "section")):
        document = by_id[name]
        above = [(s.start, s.heading) for s in document.ancestors(document.sections[section]) if s.heading.strip()]
        for passage in together:
            headings = [heading for start, heading in above if start < passage.start]
            yield "\n".join([*headings, document.text[passage.start : passage.end]])


def text_key(text: str) -> str:
    """A digest of a search text: its vector and its postings are kept under it."""
    return sha256(text.encode()).hexdigest()[:32]
