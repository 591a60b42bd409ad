"""What tests of several rooms share: the documents of the repository's corpus."""

from pathlib import Path

import pytest

from szassist.ingest.corpus import Corpus, read_corpus
from szassist.schema import Document

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="session")
def seed() -> Corpus:
    """The corpus that comes with the repository."""
    return read_corpus(CORPUS)


@pytest.fixture(scope="session")
def plan(seed: Corpus) -> Document:
    """深圳市可持續發展規劃（2017-2030年）（2022年修訂）."""
    return next(document for document in seed.documents if document.id == "sz-plan-2017-2030")


@pytest.fixture(scope="session")
def scheme(seed: Corpus) -> Document:
    """深圳市國家可持續發展議程創新示范區建設方案（2022-2025年）."""
    return next(document for document in seed.documents if document.id == "sz-scheme-2022-2025")
