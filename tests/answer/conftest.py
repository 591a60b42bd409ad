"""The assistant on the repository's own corpus, opened once for all tests of answers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

import pytest

from szassist import Assistant, Settings, Turn
from szassist.schema import Answer
from tests.fakes.model_server import ModelServer, model_server

Ask = Callable[..., Answer]
HOUSING_RULES = """云港市人民政府关于印发《云港市人才公寓管理办法》的通知
各区人民政府，市政府各部门：
《云港市人才公寓管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。
云港市人民政府
2024年3月8日
云港市人才公寓管理办法
"""  # how a regulation opens that was made up for tests; each writes its own articles


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(Settings(index=tmp_path_factory.mktemp("index"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    """The server of a chat model that does as it is told."""
    with model_server() as running:
        yield running


@pytest.fixture(scope="module")
def modelled(
    server: ModelServer, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Assistant]:
    """The assistant with a chat model, on an index of its own; a module's `CHAT_SECONDS` is the time it gives the model."""
    settings = Settings(
        index=tmp_path_factory.mktemp("index"),
        chat_model="openai:some-model",
        chat_base_url=server.url,
        chat_api_key="none",  # type: ignore[arg-type]
        chat_timeout=getattr(request.module, "CHAT_SECONDS", 60),
    )
    with Assistant.open(settings) as opened:
        yield opened


@pytest.fixture
def ask(assistant: Assistant) -> Ask:
    """Ask the last of several questions, the ones before it being the conversation; every answer must be grounded."""
    return asking(assistant)


@pytest.fixture(scope="module")
def ask_documents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Ask]]:
    """Given the texts of other documents, the `ask` of an assistant that knows these alone; the same texts are read once."""
    known: dict[tuple[str, ...], Ask] = {}
    with ExitStack() as opened:

        def of(*texts: str) -> Ask:
            if texts not in known:
                folder = tmp_path_factory.mktemp("elsewhere")
                corpus = folder / "corpus"
                corpus.mkdir()
                for number, text in enumerate(texts):
                    (corpus / f"document-{number}.txt").write_text(text, encoding="utf-8")
                settings = Settings(corpus=corpus, index=folder / "index")
                known[texts] = asking(opened.enter_context(Assistant.open(settings)))
            return known[texts]

        yield of


def asking(assistant: Assistant) -> Ask:
    """The function that asks it the last of several questions and sees that the answer is grounded."""

    def asked(*questions: str) -> Answer:
        history: list[Turn] = []
        for question in questions[:-1]:
            history.append(Turn(question, assistant.ask(question, history).text))
        answer = assistant.ask(questions[-1], history)
        assert_grounded(assistant, answer)
        return answer

    return asked


def assert_grounded(assistant: Assistant, answer: Answer) -> None:
    """Every quote is cut from its document and marked in the text, and every figure is checked."""
    for citation in answer.citations:
        assert assistant.documents[citation.document_id].text[citation.start : citation.end] == citation.quote
        assert f"[{citation.number}]" in answer.text
    assert answer.trust.quotes_verified == answer.trust.quotes == len(answer.citations)
    assert answer.trust.figures_verified == answer.trust.figures


def holds(text: str, parts: Sequence[str]) -> bool:
    """Whether `text` has every part."""
    return all(part in text for part in parts)
