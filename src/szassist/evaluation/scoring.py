"""Scoring: what is right and wrong about one reply to one case; pure, without a model as judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from szassist.evaluation.dataset import Case, Expect
from szassist.evaluation.figures import match_figures, unsupported, without_marks
from szassist.evaluation.register import plain
from szassist.evaluation.run import Cited, Reply, Run
from szassist.schema import Document, Language, Status

ANSWERS = frozenset({Status.ANSWERED, Status.PARTIAL, Status.SMALLTALK})
REFUSALS = frozenset({Status.NOT_FOUND, Status.DECLINED, Status.CLARIFY})


class FaultKind(StrEnum):
    """In which way a reply fails its case."""

    ERROR = "error"  # it ended in an exception
    STATUS = "status"
    MISSING = "missing"  # a group of must
    FORBIDDEN = "forbidden"  # one of must_not
    UNITS = "units"  # "- ": not named, "+ ": named without being responsible
    EVIDENCE = "evidence"  # no cited passage bears any of it


WRONG = frozenset({FaultKind.ERROR, FaultKind.STATUS, FaultKind.MISSING, FaultKind.FORBIDDEN})


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a reply, in words."""

    kind: FaultKind
    said: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What scoring found: faults, and measures between 0 and 1 where they apply to the case."""

    case: Case
    reply: Reply
    faults: tuple[Fault, ...]
    measures: Mapping[str, float]

    @property
    def right(self) -> bool:
        """Whether status and words are right."""
        return not any(fault.kind in WRONG for fault in self.faults)

    @property
    def passed(self) -> bool:
        """Whether nothing at all is wrong: status, words, the set of units and the evidence cited."""
        return not self.faults


def score_run(run: Run, documents: Mapping[str, Document], corpus: Mapping[str, str]) -> tuple[Verdict, ...]:
    """A verdict for every reply of a run; `corpus` holds the digests of the files that `documents` were read from."""
    run.check_corpus(corpus)
    cases = {case.id: case for case in run.cases}
    names = UnitNames(run.units)
    return tuple(score(cases[reply.case], reply, documents, names) for reply in run.replies)


class UnitNames:
    """The names of the responsible units of some documents, found in text by the longest match."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` maps each name as written to the English one, which may be empty."""
        spoken = {plain(name): name for name in names}
        for name, english in names.items():
            if english:
                spoken.setdefault(plain(english), name)
        self._spoken = sorted(spoken.items(), key=lambda pair: -len(pair[0]))

    def within(self, text: str) -> frozenset[str]:
        """The units that `text`, made plain, names; compared by their plain names."""
        found = set()
        for spoken, name in self._spoken:
            if spoken in text:
                found.add(plain(name))
                text = text.replace(spoken, "\n")
        return frozenset(found)


def score(case: Case, reply: Reply, documents: Mapping[str, Document], names: UnitNames) -> Verdict:
    """The verdict on one reply."""
    if reply.error:
        return Verdict(case, reply, (Fault(FaultKind.ERROR, reply.error),), _wrong(case))
    text = plain(without_marks(reply.text))
    quotes = [plain(citation.quote) for citation in reply.citations]
    faults = [*_status_faults(case, reply.status), *_word_faults(case, reply.status, text)]
    measures = _outcome(case, reply, right=not faults)
    if case.units is not None:
        wanted, got = {plain(name) for name in case.units}, names.within(text)
        faults += _unit_faults(wanted, got)
        measures |= overlap("units", wanted, got)
    if case.evidence:
        bearing = [any(plain(snippet) in quote for snippet in case.evidence) for quote in quotes]
        if not any(bearing) and not (case.expect is Expect.CLARIFY_OR_ANSWER and reply.status is Status.CLARIFY):
            faults.append(Fault(FaultKind.EVIDENCE, " | ".join(case.evidence)))
        measures["citation_recall"] = float(any(bearing))
        if bearing:
            measures["citation_precision"] = sum(bearing) / len(bearing)
    measures["passed"] = float(not faults)
    measures |= _figure_measures(case, reply) | _trust_measures(case, reply, documents)
    return Verdict(case, reply, tuple(faults), measures)


def _wrong(case: Case) -> dict[str, float]:
    """The measures of a reply that ended in an exception."""
    measures = {"accuracy": 0.0, "passed": 0.0}
    if case.units is not None:
        measures |= {"units_precision": 0.0, "units_recall": 0.0, "units_f1": 0.0}
    if case.evidence:
        measures["citation_recall"] = 0.0
    return measures


def _status_faults(case: Case, status: Status) -> Iterator[Fault]:
    if case.expect is Expect.REFUSE and status not in REFUSALS:
        yield Fault(FaultKind.STATUS, f"{status.value}, not {case.expect.value}")
    if case.expect is Expect.ANSWER and status not in ANSWERS:
        yield Fault(FaultKind.STATUS, f"{status.value}, not {case.expect.value}")
    if case.expect is Expect.CLARIFY_OR_ANSWER and status not in ANSWERS | {Status.CLARIFY}:
        yield Fault(FaultKind.STATUS, f"{status.value}, not {case.expect.value}")


def _word_faults(case: Case, status: Status, text: str) -> Iterator[Fault]:
    asks_back = case.expect is Expect.CLARIFY_OR_ANSWER and status is Status.CLARIFY
    for group in () if asks_back else case.must:
        if not any(plain(word) in text for word in group):
            yield Fault(FaultKind.MISSING, " | ".join(group))
    for word in case.must_not:
        if plain(word) in text:
            yield Fault(FaultKind.FORBIDDEN, word)


def _unit_faults(wanted: set[str], got: frozenset[str]) -> Iterator[Fault]:
    if wanted - got:
        yield Fault(FaultKind.UNITS, "- " + "、".join(sorted(wanted - got)))
    if got - wanted:
        yield Fault(FaultKind.UNITS, "+ " + "、".join(sorted(got - wanted)))


def _outcome(case: Case, reply: Reply, *, right: bool) -> dict[str, float]:
    measures = {"accuracy": float(right)}
    if case.expect is Expect.REFUSE:
        measures["right_refusal"] = float(reply.status in REFUSALS)
    elif case.expect is Expect.ANSWER:
        measures["false_refusal"] = float(reply.status in REFUSALS)
    elif case.expect is Expect.CORRECT:
        measures["premise_corrected"] = float(right)
    return measures


def overlap(name: str, wanted: set[str], got: frozenset[str]) -> dict[str, float]:
    """Precision, recall and F1 of a set; naming nothing has precision 0 where something was wanted."""
    both = len(wanted & got)
    precision = both / len(got) if got else float(not wanted)
    recall = both / len(wanted) if wanted else 1.0
    f1 = 2 * precision * recall / (precision + recall) if both else float(not wanted and not got)
    return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}


def _figure_measures(case: Case, reply: Reply) -> dict[str, float]:
    """Value, unit, bound and year of the figures expected, each a share of those to which it applies."""
    if case.expect not in (Expect.ANSWER, Expect.CORRECT):
        return {}
    matches = match_figures(case.must, case.evidence, case.question, reply.text, case.language == "en")
    measures = {}
    for name in ("value", "unit", "bound", "year", "exact"):
        parts = [part for match in matches if (part := getattr(match, name)) is not None]
        if parts:
            measures[f"figure_{name}"] = sum(parts) / len(parts)
    return measures


def _trust_measures(case: Case, reply: Reply, documents: Mapping[str, Document]) -> dict[str, float]:
    """Whether quotes are verbatim and figures are borne by what is cited, looked up here and not taken on trust."""
    measures = {}
    if reply.citations:
        verbatim = [
            c.document_id in documents and documents[c.document_id].text[c.start : c.end] == c.quote
            for c in reply.citations
        ]
        measures["quotes_verbatim"] = sum(verbatim) / len(verbatim)
    wrong, total = unsupported(
        reply.text,
        [words for citation in reply.citations for words in _shown(citation, documents)],
        (*case.history, case.question, *reply.turns),
        reply.language is Language.EN,
    )
    if total:
        measures["figures_supported"] = 1 - len(wrong) / total
    return measures


def _shown(citation: Cited, documents: Mapping[str, Document]) -> Iterator[str]:
    """What a citation bears: its quote, the headings above it, and its section's text up to it, which may date it."""
    yield citation.quote
    document = documents.get(citation.document_id)
    if document is not None:
        yield document.title
        yield from document.section_path(citation.start)
        yield document.text[document.section_at(citation.start).start : citation.end]
