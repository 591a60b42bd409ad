"""Bad answerers must score badly, and in the columns that say in which way they are bad."""

import re
from collections.abc import Sequence

import pytest

from szassist import Assistant, Settings
from szassist.evaluation.compare import baseline_of, compare
from szassist.evaluation.gate import Gate, misses
from szassist.evaluation.measure import make_run, trap_cases
from szassist.evaluation.result import Result, result_of
from szassist.evaluation.summary import TRAP, Estimate
from szassist.evaluation.systems import System
from szassist.schema import Answer, Citation, Hit, Language, Status, Turn

DIGESTS = {"corpus.txt": "0"}
SWAPPED = {"2025": "2030", "2030": "2020", "2020": "2025", "2021": "2016", "2016": "2021"}


class Refuser:
    """Never says anything."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        return Answer(question, "文件中没有说明这一点。", Status.NOT_FOUND, Language.HANS)

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        return []


class FirstPassage:
    """Answers everything with how the first document begins."""

    def __init__(self, assistant: Assistant) -> None:
        self._document = next(iter(assistant.documents.values()))

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        quote = self._document.text[:200]
        citation = Citation(1, self._document.id, self._document.title, (), 0, 200, quote, quote, "")
        return Answer(question, f"{quote}[1]", Status.ANSWERED, Language.HANT, (citation,))

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        return [Hit(self._document.id, 0, 200, self._document.text[:200], 1.0, ())]


def with_years_swapped(result: Result, assistant: Assistant) -> Result:
    """The same replies with every year that they give replaced by another one."""
    replies = tuple(
        reply.model_copy(update={"text": re.sub("|".join(SWAPPED), lambda year: SWAPPED[year[0]], reply.text)})
        for reply in result.run.replies
    )
    return result_of(result.run.model_copy(update={"replies": replies}), assistant.documents, DIGESTS)


def measured(system: System, assistant: Assistant) -> Result:
    cases = trap_cases(160, 1, assistant)
    run = make_run(cases, assistant, {"assistant": system}, Settings(), DIGESTS)
    return result_of(run, assistant.documents, DIGESTS)


def traps(result: Result) -> dict[str, Estimate]:
    return dict(result.summaries[0].groups[TRAP])


@pytest.fixture(scope="module")
def honest(assistant: Assistant) -> Result:
    return measured(assistant, assistant)


@pytest.fixture(scope="module")
def swapped(honest: Result, assistant: Assistant) -> Result:
    return with_years_swapped(honest, assistant)


def test_the_assistant_itself_does_well(honest: Result) -> None:
    found = traps(honest)
    assert found["accuracy"].value > 0.85
    assert found["quotes_verbatim"].value == 1


def test_always_refusing_shows_as_false_refusals_and_premises_left_standing(assistant: Assistant) -> None:
    found = traps(measured(Refuser(), assistant))
    assert (found["right_refusal"].value, found["false_refusal"].value) == (1, 1)
    assert (found["premise_corrected"].value, found["citation_recall"].value, found["mrr"].value) == (0, 0, 0)
    assert found["accuracy"].value == found["right_refusal"].n / found["accuracy"].n


def test_always_giving_the_first_passage_shows_in_refusals_figures_citations_and_search(assistant: Assistant) -> None:
    found = traps(measured(FirstPassage(assistant), assistant))
    assert (found["right_refusal"].value, found["false_refusal"].value) == (0, 0)
    for column in (
        "figure_value",
        "citation_recall",
        "citation_precision",
        "recall@10",
        "premise_corrected",
    ):
        assert found[column].value < 0.2, column
    assert found["quotes_verbatim"].value == 1


def test_swapping_every_year_shows_in_the_column_of_years_and_not_in_that_of_values(
    honest: Result, swapped: Result
) -> None:
    before, after = traps(honest), traps(swapped)
    assert after["figure_year"].value < 0.2 < before["figure_year"].value
    assert after["figure_value"].value == before["figure_value"].value
    assert after["figure_exact"].value < before["figure_exact"].value / 2
    assert after["figures_supported"].value < before["figures_supported"].value


def test_a_seeded_regression_is_blocked_by_the_gate_and_named(honest: Result, swapped: Result) -> None:
    gate = Gate.model_validate({"threshold": [{"group": "traps", "measure": "figure_year", "band": 0.02}]})
    baseline = baseline_of(honest)
    assert misses(gate, honest.summaries[0], baseline) == []
    [miss] = misses(gate, swapped.summaries[0], baseline)
    assert (miss.group, miss.measure) == ("traps", "figure_year")
    change = compare(swapped.of("assistant"), baseline)
    assert {verdict.case.category for verdict in change.broken} == {"trap-premise"}  # which year it is, is the answer
    assert [len(part) for part in (change.fixed, change.new, change.gone)] == [0, 0, 0]


def test_scoring_a_stored_run_again_gives_the_same_numbers(honest: Result, assistant: Assistant) -> None:
    again = result_of(
        type(honest.run).model_validate_json(honest.run.model_dump_json()), assistant.documents, DIGESTS
    )
    assert again.summaries == honest.summaries
    assert [verdict.faults for verdict in again.verdicts] == [verdict.faults for verdict in honest.verdicts]
