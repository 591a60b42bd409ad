"""Questions asked at once: one computes at a time, and none waits for what another waits for."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event

import numpy as np
import pytest
from numpy.typing import NDArray

from szassist import Answer, Assistant, Settings
from szassist.schema import Status
from szassist.search.embed import Embedder, load_embedder
from szassist.search.index import Index
from tests.fakes.misbehaving import given
from tests.fakes.model_server import ModelServer, Reply, material, model_server, spoken

QUESTION, OTHER = "2025年PM2.5要降到多少?", "地铁票价会涨吗?"
PATIENCE = 20  # seconds after which a question counts as held up


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the repository's corpus."""
    built = tmp_path_factory.mktemp("index")
    Assistant.open(Settings(index=built)).close()
    return built


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor() as threads:
        yield threads


class Meeting:
    """The shipped embedding, in which whoever embeds waits a moment for somebody else to do so too."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.name, self.fingerprint, self.dimension = embedder.name, embedder.fingerprint, embedder.dimension
        self.barrier = Barrier(2)
        self.met = False

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        try:
            self.barrier.wait(0.5)
            self.met = True
        except BrokenBarrierError:
            self.barrier.reset()
        return self._embedder.encode(texts)


def met(
    folder: Path, settings: Settings, pool: ThreadPoolExecutor, asked: Callable[[Assistant, str], object]
) -> bool:
    """Whether two questions at once are ever searched at the same time."""
    embedder = Meeting(load_embedder(settings.embedding_model))
    with Assistant(Index.open(folder, embedder), settings) as assistant:
        list(pool.map(lambda question: asked(assistant, question), (QUESTION, OTHER)))
    return embedder.met


def searched(assistant: Assistant, question: str) -> object:
    return assistant.search(question)


def asked(assistant: Assistant, question: str) -> object:
    return assistant.ask(question)


@pytest.mark.parametrize("way", [asked, searched])
def test_one_question_computes_at_a_time(
    folder: Path, pool: ThreadPoolExecutor, way: Callable[[Assistant, str], object]
) -> None:
    assert not met(folder, Settings(), pool, way)


def test_searches_on_a_server_do_not_wait_for_one_another(folder: Path, pool: ThreadPoolExecutor) -> None:
    assert met(folder, Settings(chroma_url="http://127.0.0.1:1"), pool, searched)


def test_a_slow_reader_of_a_stream_holds_up_nobody(folder: Path, pool: ThreadPoolExecutor) -> None:
    with Assistant.open(Settings(index=folder)) as assistant:
        for _ in assistant.stream(QUESTION):  # the reader stands still here, after each event in turn
            assert pool.submit(assistant.ask, OTHER).result(PATIENCE).status is Status.NOT_FOUND


def test_a_question_that_fails_holds_up_nobody(folder: Path, pool: ThreadPoolExecutor) -> None:
    with Assistant.open(Settings(index=folder)) as assistant:
        with pytest.raises(AttributeError):
            assistant.ask(QUESTION, history=[None])  # type: ignore[list-item]
        assert pool.submit(assistant.ask, OTHER).result(PATIENCE).status is Status.NOT_FOUND


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with model_server() as running:
        yield running


def test_a_chat_model_that_hangs_holds_up_nobody_else(
    folder: Path, server: ModelServer, pool: ThreadPoolExecutor
) -> None:
    reached, released = Event(), Event()

    def slow(messages: list[dict[str, str]]) -> Reply:
        reached.set()
        released.wait(2 * PATIENCE)
        return Reply(spoken(given(material(messages))))

    server.behaviour = slow
    settings = Settings(index=folder, chat_model="openai:some-model", chat_base_url=server.url, chat_api_key="none")  # type: ignore[arg-type]
    with Assistant.open(settings) as assistant:
        waiting: Future[Answer] = pool.submit(assistant.ask, QUESTION)
        try:
            assert reached.wait(PATIENCE)
            assert pool.submit(assistant.ask, OTHER).result(PATIENCE).status is Status.NOT_FOUND
            assert not waiting.done()
        finally:
            released.set()
        assert waiting.result(PATIENCE).engine == "openai:some-model"
