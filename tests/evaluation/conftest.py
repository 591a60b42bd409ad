"""What tests of evaluation share: cases and replies made short, and the assistant on the repository's corpus."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from szassist import Assistant, Settings
from szassist.evaluation.dataset import Case
from szassist.evaluation.run import Cited, Reply
from szassist.evaluation.scoring import UnitNames, Verdict, score
from szassist.schema import Document, Section, SectionKind

TEXT = "到2025年，甲指标达到80%以上。到2030年，甲指标达到90%以上。责任单位：市甲局、市乙局。乙指标约100万辆。"
UNITS = {"市甲局": "Bureau A", "市乙局": "Bureau B", "市丙局": ""}
ROOT = Section(0, None, SectionKind.ROOT, "", "", 0, len(TEXT), len(TEXT))
DOCUMENT = Document("doc", "文件", None, None, None, "doc.txt", None, TEXT, (ROOT,))

Scored = Callable[..., Verdict]


def case_of(**fields: Any) -> Case:
    return Case.model_validate({"id": "C-1", "category": "target", "question": "问?", "expect": "answer"} | fields)


def cited(quote: str) -> Cited:
    start = TEXT.index(quote)
    return Cited(document_id="doc", start=start, end=start + len(quote), quote=quote)


@pytest.fixture
def scored() -> Scored:
    """The verdict on a reply to a case about a small document; case fields as a dict, reply fields by name."""

    def verdict(case: dict[str, Any], quotes: tuple[str, ...] = (), **reply: Any) -> Verdict:
        asked = case_of(**case)
        answered = Reply.model_validate(
            {"system": "assistant", "case": asked.id, "citations": tuple(map(cited, quotes))} | reply
        )
        return score(asked, answered, {"doc": DOCUMENT}, UnitNames(UNITS))

    return verdict


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(Settings(index=tmp_path_factory.mktemp("index"))) as opened:
        yield opened
