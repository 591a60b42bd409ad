"""The path of a question on the repository's own corpus."""

from collections.abc import Iterator

import pytest

from szassist import Assistant, Settings, Turn
from szassist.events import Done, Found, Stated, Understood
from szassist.schema import Answer, Language, Status


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(Settings(index=tmp_path_factory.mktemp("index"))) as opened:
        yield opened


def assert_grounded(assistant: Assistant, answer: Answer) -> None:
    """Every quote is cut from its document, and every citation is marked in the text."""
    for citation in answer.citations:
        document = assistant.documents[citation.document_id]
        assert document.text[citation.start : citation.end] == citation.quote
        assert f"[{citation.number}]" in answer.text
    assert answer.trust.quotes_verified == answer.trust.quotes
    assert answer.trust.figures_verified == answer.trust.figures


def test_a_target_is_given_with_its_comparator_unit_and_year(assistant: Assistant) -> None:
    answer = assistant.ask("2025年PM2.5要降到多少?")
    assert answer.status is Status.ANSWERED
    assert "不高于18微克/立方米" in answer.text
    lead = answer.text.split("\n")[0]
    assert lead.startswith("到2025年")
    assert "15微克" not in lead  # that is 2030's
    assert "25微克" not in lead  # that is 2020's
    assert any("PM2.5年均濃度不高于18微克/立方米" in citation.quote for citation in answer.citations)
    assert_grounded(assistant, answer)


def test_units_are_those_of_the_action_named_exactly_and_in_the_reader_s_script(assistant: Assistant) -> None:
    answer = assistant.ask("紅樹林中心由哪些部門負責?")
    assert answer.status is Status.ANSWERED
    assert answer.language is Language.HANT
    for unit in ("市生態環境局", "深圳海事局", "前海管理局", "各區（新區，深汕特別合作區）"):
        assert unit in answer.text
    assert "市教育局" not in answer.text
    assert "行動" in answer.text  # the text assigns units to the whole action, and the answer says so
    assert_grounded(assistant, answer)


def test_a_start_year_is_given_as_the_text_has_it(assistant: Assistant) -> None:
    answer = assistant.ask("BIM技术什么时候开始全面实施?")
    assert answer.status is Status.ANSWERED
    assert "2023年开始" in answer.text
    assert_grounded(assistant, answer)


def test_what_the_documents_do_not_say_is_refused_plainly(assistant: Assistant) -> None:
    answer = assistant.ask("地铁票价会涨吗?")
    assert answer.status is Status.NOT_FOUND
    assert answer.text == "文件中没有说明这一点。"
    assert answer.citations == ()


def test_a_year_without_a_value_is_said_to_be_missing_and_never_interpolated(assistant: Assistant) -> None:
    answer = assistant.ask("2027年PM2.5的目标值是多少?")
    assert answer.status is Status.NOT_FOUND
    assert "没有给出2027年" in answer.text
    assert_grounded(assistant, answer)


def test_a_follow_up_keeps_the_indicator_and_changes_the_year(assistant: Assistant) -> None:
    first = assistant.ask("2025年PM2.5要降到多少?")
    answer = assistant.ask("那2030年呢?", history=[Turn(first.question, first.text)])
    lead = answer.text.split("\n")[0]
    assert "15微克/立方米" in lead
    assert "18微克" not in lead


@pytest.mark.parametrize("question", ["", "   ", "\x00\x07", "？？？"])
def test_a_question_without_words_is_asked_back(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is Status.CLARIFY


def test_a_question_of_ten_thousand_characters_is_asked_back(assistant: Assistant) -> None:
    answer = assistant.ask("水" * 10_000)
    assert answer.status is Status.CLARIFY
    assert "1000" in answer.text


def test_control_characters_inside_a_question_do_no_harm(assistant: Assistant) -> None:
    assert "18微克/立方米" in assistant.ask("2025年\x00PM2.5\x1b[31m要降到多少?").text


def test_half_a_character_does_no_harm(assistant: Assistant) -> None:
    earlier = Turn("2025年再生水利用率\ud800", "80%以上\udfff")
    assert "18微克" in assistant.ask("2025年PM2.5\ud800要降到多少?", [earlier]).text
    assert assistant.search("再生水\ud800利用率")


def test_the_stream_ends_with_the_answer_that_ask_gives(assistant: Assistant) -> None:
    question = "2025年PM2.5要降到多少?"
    events = list(assistant.stream(question))
    told = [event.text for event in events if isinstance(event, Stated)]
    assert [type(event) for event in events] == [Understood, Found, *[Stated] * len(told), Done]
    assert isinstance(events[-1], Done)
    assert events[-1].answer == assistant.ask(question)
    assert "\n".join(told) == events[-1].answer.text


def test_an_answer_becomes_json_without_losing_a_digit(assistant: Assistant) -> None:
    row = assistant.ask("2025年PM2.5要降到多少?").to_dict()
    assert row["status"] == "answered"
    assert row["facts"][0]["value"] == "18"
    assert row["citations"][0]["quote"]
