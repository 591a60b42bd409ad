"""How the register's time grows with the length of the text: the corpus once, ten and a hundred times over."""

from __future__ import annotations

import time
from dataclasses import replace

from szassist.ingest.corpus import read_corpus
from szassist.register.extract import extract
from szassist.register.table import Register
from szassist.schema import Document
from szassist.settings import Settings


def repeated(document: Document, times: int) -> Document:
    """`document` with its text and the sections below its root `times` over."""
    size, root, below = len(document.text), document.sections[0], document.sections[1:]
    sections = [replace(root, own_end=below[0].start if below else size, end=size * times)]
    for copy in range(times):
        shift, first = copy * size, copy * len(below)
        for section in below:
            sections.append(
                replace(
                    section,
                    index=section.index + first,
                    parent=(section.parent + first) if section.parent else section.parent,
                    start=section.start + shift,
                    own_end=section.own_end + shift,
                    end=section.end + shift,
                )
            )
    return replace(document, text=document.text * times, sections=tuple(sections))


def main() -> None:
    """Print characters, rows and seconds of the longest documents at each length, and what a million characters take."""
    documents = sorted(read_corpus(Settings.load().corpus).documents, key=lambda document: -len(document.text))[:2]
    extract(documents[0])  # compiles the vocabularies
    for one, times in ((one, times) for one in documents for times in (1, 10, 100)):
        document = repeated(one, times)
        start = time.perf_counter()
        facts = extract(document)
        read = time.perf_counter() - start
        start = time.perf_counter()
        register = Register(facts, [document])
        counted = len(register.units), len(register.all_series()), len(register.differences), len(register.entries())
        indexed = time.perf_counter() - start
        size = len(document.text)
        print(
            f"{one.id} {times:>4}x {size:>9} characters {len(facts):>6} rows: extract {read:7.2f} s "
            f"({1e6 * read / size:6.1f} s per million characters), look-ups {indexed:6.2f} s {counted}"
        )


if __name__ == "__main__":
    main()
