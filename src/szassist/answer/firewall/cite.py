"""Numbered citations, each cut from its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from szassist.answer.ground.draft import Evidence
from szassist.schema import Citation, Document, Language
from szassist.text.script import for_reader


class Citations:
    """The citations of one answer, numbered in the order in which they are first used."""

    def __init__(self, documents: Mapping[str, Document], language: Language) -> None:
        self._documents = documents
        self._language = language
        self._numbers: dict[Evidence, int] = {}

    def marks(self, evidence: Iterable[Evidence]) -> str:
        """The marks for `evidence`: [1][2]; the same span keeps its number."""
        numbers = [self._numbers.setdefault(one, len(self._numbers) + 1) for one in evidence]
        return "".join(f"[{number}]" for number in dict.fromkeys(numbers))

    def numbered(self) -> tuple[Citation, ...]:
        """Every citation marked so far, by number."""
        return tuple(self._citation(number, evidence) for evidence, number in self._numbers.items())

    def _citation(self, number: int, evidence: Evidence) -> Citation:
        document = self._documents[evidence.document_id]
        quote = document.text[evidence.start : evidence.end]
        return Citation(
            number=number,
            document_id=document.id,
            document_title=document.title,
            section_path=document.section_path(evidence.start),
            start=evidence.start,
            end=evidence.end,
            quote=quote,
            shown=for_reader(quote, self._language),
            permalink=f"/documents/{document.id}#c{evidence.start}-{evidence.end}",
        )
