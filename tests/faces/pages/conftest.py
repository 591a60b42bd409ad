"""What the page tests share: the seed corpus' register and documents, without an index, behind the routes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from szassist.faces.web.pages import routes
from szassist.faces.web.pages.tables import Setting
from szassist.faces.web.pages.voice import voice
from szassist.ingest.corpus import Corpus
from szassist.register.extract import extract
from szassist.register.table import Register
from szassist.schema import Document, Language
from szassist.text.english import Terms

CORPUS = Path(__file__).parents[3] / "corpus"


@dataclass(frozen=True)
class Shelf:
    """What the pages need of an assistant."""

    documents: Mapping[str, Document]
    register: Register
    terms: Terms


def shelf_of(documents: tuple[Document, ...]) -> Shelf:
    facts = [fact for document in documents for fact in extract(document)]
    return Shelf({document.id: document for document in documents}, Register(facts, documents), Terms.load(CORPUS))


def client_of(shelf: Shelf) -> TestClient:
    app = FastAPI()
    routes.mount(app, shelf)
    return TestClient(app, headers={"accept-language": "zh-CN"})


@pytest.fixture(scope="session")
def shelf(seed: Corpus) -> Shelf:
    return shelf_of(seed.documents)


@pytest.fixture(scope="session")
def client(shelf: Shelf) -> Iterator[TestClient]:
    with client_of(shelf) as client:
        yield client


@pytest.fixture
def hans(shelf: Shelf) -> Setting:
    return Setting(voice(Language.HANS), shelf.documents)
