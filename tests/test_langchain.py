"""LangChain's door: its own standard tests of a retriever, and the assistant as a runnable."""

from collections.abc import Iterator
from typing import Any

import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda
from langchain_tests.integration_tests import RetrieversIntegrationTests
from pydantic import ValidationError

from szassist import Answer, Assistant, Settings
from szassist.langchain import PolicyRetriever, assistant_runnable
from szassist.schema import Language, Status

QUESTION = "2025年PM2.5要降到多少?"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(Settings(index=tmp_path_factory.mktemp("index"))) as opened:
        yield opened


class TestPolicyRetriever(RetrieversIntegrationTests):
    """LangChain's standard tests."""

    opened: Assistant

    @pytest.fixture(autouse=True)
    def _open(self, assistant: Assistant) -> None:
        type(self).opened = assistant

    @pytest.fixture
    def anyio_backend(self) -> str:
        return "asyncio"

    @property
    def retriever_constructor(self) -> type[PolicyRetriever]:
        return PolicyRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"assistant": self.opened}

    @property
    def retriever_query_example(self) -> str:
        return "垃圾分类"

    test_ainvoke_returns_documents = pytest.mark.anyio(RetrieversIntegrationTests.test_ainvoke_returns_documents)


def test_a_passage_says_where_it_stands(assistant: Assistant) -> None:
    found = PolicyRetriever(assistant=assistant, k=3).invoke("再生水利用率")
    assert len(found) == 3
    for document in found:
        assert isinstance(document, Document)
        where = document.metadata
        source = assistant.documents[where["document_id"]]
        assert source.text[where["start"] : where["end"]] == document.page_content
        assert where["document_title"] == source.title
        assert where["permalink"] == f"/documents/{source.id}#c{where['start']}-{where['end']}"


def test_the_assistant_is_a_link_of_a_chain(assistant: Assistant) -> None:
    chain = assistant_runnable(assistant) | RunnableLambda(lambda answer: answer.text)
    assert "18微克/立方米" in chain.invoke(QUESTION)


def test_a_conversation_and_a_language_can_be_given(assistant: Assistant) -> None:
    asked = assistant_runnable(assistant)
    first = asked.invoke({"question": QUESTION, "language": "en"})
    assert isinstance(first, Answer)
    assert first.language is Language.EN
    then = asked.invoke({"question": "那2030年呢?", "history": [{"question": QUESTION, "answer": first.text}]})
    assert then.status is Status.ANSWERED
    assert "15微克/立方米" in then.text


def test_a_batch_gives_the_answers_in_order(assistant: Assistant) -> None:
    pm, heights = assistant_runnable(assistant).batch([QUESTION, "地铁票价会涨吗?"])
    assert (pm.status, heights.status) == (Status.ANSWERED, Status.NOT_FOUND)


def test_an_unknown_field_is_refused(assistant: Assistant) -> None:
    with pytest.raises(ValidationError):
        assistant_runnable(assistant).invoke({"question": QUESTION, "temperature": 1})
