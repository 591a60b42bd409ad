from collections.abc import Sequence

from szassist.evaluation.answering import answer_all, reply
from szassist.evaluation.dataset import Case
from szassist.schema import Answer, Hit, Language, Status, Turn


class Parrot:
    """Repeats how many turns came before and what was said last."""

    def __init__(self) -> None:
        self.searched: list[str] = []

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        if question == "出错":
            raise ValueError("no such thing")
        before = history[-1].answer if history else "-"
        return Answer(question, f"{len(history)}:{before}>{question}", Status.ANSWERED, Language.HANS)

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        self.searched.append(query)
        return [Hit("doc", 0, 2, "甲乙", 1.0, ())]


def case_of(question: str, *history: str, evidence: tuple[str, ...] = ()) -> Case:
    return Case.model_validate(
        {"id": question, "category": "followup", "question": question, "history": history, "expect": "answer"}
        | {"evidence": evidence}
    )


def test_earlier_turns_are_asked_first_and_the_system_s_own_replies_are_the_history() -> None:
    found = reply("parrot", Parrot(), case_of("丙", "甲", "乙"))
    assert found.turns == ("0:->甲", "1:0:->甲>乙")
    assert found.text == "2:1:0:->甲>乙>丙"


def test_only_single_questions_with_evidence_are_searched_for() -> None:
    parrot = Parrot()
    replies = [reply("parrot", parrot, case) for case in (case_of("甲", evidence=("乙",)), case_of("丙"))]
    assert parrot.searched == ["甲"]
    assert [r.found and r.found[0].end for r in replies] == [2, None]
    assert reply("parrot", parrot, case_of("丁", "甲", evidence=("乙",))).found is None


def test_an_exception_is_kept_and_the_other_questions_are_asked() -> None:
    steps: list[tuple[int, int]] = []
    replies = answer_all([case_of("出错"), case_of("甲")], {"parrot": Parrot()}, lambda *step: steps.append(step))
    assert [r.error for r in replies] == ["ValueError: no such thing", ""]
    assert steps == [(1, 2), (2, 2)]
