from itertools import pairwise

import pytest

from szassist import Assistant, Settings
from szassist.evaluation.systems import SystemNameError, open_systems
from szassist.evaluation.template import OVERLAP, SIZE, chunks
from szassist.schema import Status

NAMES = ("template", "bm25", "dense")


def test_the_template_cuts_pieces_of_500_characters_that_overlap_by_at_most_50() -> None:
    text = "".join(f"第{number}句话说完了。" for number in range(300))
    spans = chunks(text)
    assert all(0 < end - start <= SIZE for start, end in spans)
    assert all(0 <= before[1] - after[0] <= OVERLAP for before, after in pairwise(spans))
    assert (spans[0][0], spans[-1][1]) == (0, len(text))


def test_every_system_answers_with_a_passage_cut_from_a_document(assistant: Assistant) -> None:
    with open_systems(NAMES, assistant, Settings()) as systems:
        assert tuple(systems) == NAMES
        for name, system in systems.items():
            answer = system.ask("2025年再生水利用率的目标是多少?")
            [citation] = answer.citations
            document = assistant.documents[citation.document_id]
            assert (answer.status, answer.engine) == (Status.ANSWERED, name)
            assert document.text[citation.start : citation.end] == citation.quote
            assert citation.quote == system.search("2025年再生水利用率的目标是多少?", 1)[0].text
            assert len(system.search("垃圾分类", 7)) == 7


def test_a_query_that_shares_nothing_with_the_documents_is_not_answered_by_bm25(assistant: Assistant) -> None:
    with open_systems(["bm25"], assistant, Settings()) as systems:
        assert systems["bm25"].ask("zzzz").status is Status.NOT_FOUND


def test_an_unknown_system_is_named_with_those_there_are(assistant: Assistant) -> None:
    with (
        pytest.raises(SystemNameError, match="--systems rerank: unknown; there are assistant, template"),
        open_systems(["assistant", "rerank"], assistant, Settings()),
    ):
        pass


def test_a_chat_model_is_measured_only_where_one_is_configured(assistant: Assistant) -> None:
    with (
        pytest.raises(SystemNameError, match="set SZASSIST_CHAT_MODEL"),
        open_systems(["model"], assistant, Settings()),
    ):
        pass


def test_bm25_finds_a_passage_by_its_words(assistant: Assistant) -> None:
    with open_systems(["bm25"], assistant, Settings()) as systems:
        assert "再生水利用率" in systems["bm25"].search("再生水利用率")[0].text
