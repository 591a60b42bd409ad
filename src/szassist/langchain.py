"""szassist for LangChain: its passages as a retriever, its answers as a runnable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import BaseModel, ConfigDict, Field

from szassist.assistant import Assistant
from szassist.schema import Answer, Hit, Language, Turn


class PolicyRetriever(BaseRetriever):
    """Passages of an open assistant's documents, best first.

    Each carries where it stands in its metadata: document_id, document_title, section_path, start, end, score, permalink.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    assistant: Assistant
    k: int = Field(default=8, ge=1, le=100)  # passages at most

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None
    ) -> list[Document]:
        return [self._document(hit) for hit in self.assistant.search(query, limit=k or self.k)]

    def _document(self, hit: Hit) -> Document:
        title = self.assistant.documents[hit.document_id].title
        return Document(
            id=f"{hit.document_id}:{hit.start}-{hit.end}",
            page_content=hit.text,
            metadata={
                "document_id": hit.document_id,
                "document_title": title,
                "section_path": list(hit.section_path),
                "start": hit.start,
                "end": hit.end,
                "score": hit.score,
                "permalink": f"/documents/{hit.document_id}#c{hit.start}-{hit.end}",
            },
        )


class Ask(BaseModel):
    """What can be asked beside a bare question: the conversation so far, and the language of the answer."""

    model_config = ConfigDict(extra="forbid")

    question: str
    history: list[Turn] = []
    language: Language | None = None


def assistant_runnable(assistant: Assistant) -> Runnable[str | Mapping[str, Any], Answer]:
    """The assistant as a runnable: a question, or a mapping with the fields of `Ask`, goes in and an `Answer` comes out."""

    def ask(asked: str | Mapping[str, Any]) -> Answer:
        ask = Ask(question=asked) if isinstance(asked, str) else Ask.model_validate(asked)
        return assistant.ask(ask.question, ask.history, ask.language)

    return RunnableLambda(ask, name="szassist")
