"""A conversation grows by one exchange a question, remembers turns, and survives what goes wrong."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import pytest

from szassist.events import Done, Event, Found, Stated, Understood
from szassist.faces.web.conversation import KEPT, REMEMBERED, Conversation, Exchange, Talk, answer_language, stopped
from szassist.faces.web.page import gr, shown
from szassist.faces.web.starters import answerable
from szassist.schema import Answer, Comparator, Document, Fact, FactKind, Language, Status, Turn, YearBasis


class Echo:
    """Answers every question with itself; fails on 坏, does not know 空."""

    documents: Mapping[str, Document] = {}
    register: Sequence[Fact] = ()

    def __init__(self) -> None:
        self.histories: list[tuple[Turn, ...]] = []

    def stream(
        self, question: str, history: Sequence[Turn] = (), language: Language | None = None
    ) -> Iterator[Event]:
        self.histories.append(tuple(history))
        yield Understood(question)
        if "坏" in question:
            raise RuntimeError("坏了")
        yield Found(3)
        yield Stated("甲[1]")
        yield Stated("<乙>")
        status = Status.NOT_FOUND if "空" in question else Status.ANSWERED
        yield Done(Answer(question, f"答{question}", status, Language.HANS))


def test_stages_are_shown_while_the_answer_is_sought_and_the_last_one_holds_it() -> None:
    stages = list(Talk(Echo(), Language.HANS).stages("水", Conversation()))
    assert [stage.pending for stage in stages] == ["水", "水", "水", ""]
    waiting, understood, found, answered = (stage.exchanges[-1] for stage in stages)
    assert "正在查阅文件…" in waiting.replied
    assert "正在查找原文…" in understood.replied
    assert "找到 3 段原文" in found.replied
    assert answered.turn == Turn("水", "答水")
    assert [message["role"] for message in stages[-1].messages()] == ["user", "assistant"]


def test_statements_of_an_answer_that_takes_its_time_are_shown_as_they_come() -> None:
    stages = list(Talk(Echo(), Language.HANS, pause=0).stages("水", Conversation()))
    first, second = (stage.exchanges[-1].replied for stage in stages[3:5])
    assert "<p>甲&#91;1&#93;</p></div>" in first
    assert "<p>甲&#91;1&#93;</p><p>&#60;乙&#62;</p></div>" in second
    assert "正在写出回答" in second
    assert "正在写出回答" not in stages[-1].exchanges[-1].replied


@pytest.mark.parametrize(
    ("question", "page", "language"),
    [
        ("水质目标", Language.HANT, Language.HANT),
        ("water?", Language.HANT, None),
        ("水質目標", Language.HANS, None),
        ("水质目标", Language.EN, None),
        ("2030?", Language.EN, Language.EN),
    ],
)
def test_the_page_decides_the_language_of_an_answer_only_where_the_question_leaves_it_open(
    question: str, page: Language, language: Language | None
) -> None:
    assert answer_language(question, page) is language


def test_earlier_turns_are_handed_on_with_the_next_question() -> None:
    echo = Echo()
    talk = Talk(echo, Language.HANS)
    first = list(talk.stages("水", Conversation()))[-1]
    second = list(talk.stages("气", first))[-1]
    assert echo.histories == [(), (Turn("水", "答水"),)]
    assert second.count == 2
    assert "id='turn-2'" in second.exchanges[-1].asked


def test_only_so_much_is_kept_and_remembered() -> None:
    conversation = Conversation()
    for number in range(KEPT + 5):
        conversation = conversation.add(Exchange("问", "答", Turn(str(number), "")))
    assert (len(conversation.exchanges), conversation.count) == (30, 35)
    assert [turn.question for turn in conversation.turns()] == ["29", "30", "31", "32", "33", "34"][-REMEMBERED:]


def test_what_goes_wrong_is_logged_and_the_reader_gets_a_kind_word(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        last = list(Talk(Echo(), Language.HANS).stages("坏", Conversation()))[-1]
    assert "坏了" in caplog.text
    assert "没有处理成功" in last.exchanges[-1].replied
    assert "坏了" not in last.exchanges[-1].replied
    assert (last.pending, last.turns()) == ("", ())


def test_a_stopped_question_says_so_and_leaves_no_turn() -> None:
    working = next(Talk(Echo(), Language.HANS).stages("水", Conversation()))
    halted = stopped(working, Language.HANS)
    assert "已停止。" in halted.exchanges[-1].replied
    assert (halted.pending, halted.turns(), len(halted.exchanges)) == ("", (), 1)
    assert stopped(Conversation(), Language.HANS) == Conversation()


def test_an_answer_is_shown_under_the_token_it_can_be_judged_by() -> None:
    last = list(Talk(Echo(), Language.HANS, lambda answer: f"t{len(answer.text)}").stages("水", Conversation()))[-1]
    assert "id='t2'" in last.exchanges[-1].replied


class Knows(Echo):
    """Answers what has `word` in it."""

    def __init__(self, word: str, register: Sequence[Fact] = ()) -> None:
        super().__init__()
        self.word, self.register = word, register

    def stream(
        self, question: str, history: Sequence[Turn] = (), language: Language | None = None
    ) -> Iterator[Event]:
        status = Status.ANSWERED if self.word in question else Status.NOT_FOUND
        yield Done(Answer(question, "", status, Language.HANS))


def target(indicator: str, year: int | None) -> Fact:
    return Fact(
        "f", FactKind.TARGET, indicator, Comparator.AT_LEAST, "以上", Decimal(80), "%", year, YearBasis.STATED, None,
        "d", (), None, None, (), None, 0, 1, "水",
    )  # fmt: skip


def test_only_starter_questions_that_are_answered_are_offered() -> None:
    (group,) = answerable(Knows("PM2.5"), Language.HANS)
    assert group.questions == ("2025年PM2.5要降到多少？",)


def test_where_no_written_question_is_answered_the_register_gives_some() -> None:
    register = (
        target("森林覆盖率", 2027),
        target("森林覆盖率", 2030),
        target("绿道长度", None),
        target("垃圾处理率", 2027),
    )
    (group,) = answerable(Knows("2027年的目標", register), Language.HANT)
    assert group.questions == ("森林覆蓋率2027年的目標是多少？", "垃圾處理率2027年的目標是多少？")
    assert answerable(Knows("率2030年", register), Language.HANS) == ()  # an indicator is asked about once


def test_the_box_is_emptied_once_so_that_what_is_typed_meanwhile_stays() -> None:
    boxes = [outputs[2] for outputs in shown(Talk(Echo(), Language.HANS), "水", Conversation())]
    assert boxes == ["", *[gr.skip()] * 3]


def test_nothing_asked_changes_nothing() -> None:
    assert list(shown(Talk(Echo(), Language.HANS), " \n", Conversation())) == [[gr.skip()] * 4]
