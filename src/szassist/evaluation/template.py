"""The splitter of the usual retrieval template, the only file that knows langchain-text-splitters."""

from __future__ import annotations

SIZE, OVERLAP = 500, 50


def chunks(text: str) -> list[tuple[int, int]]:
    """Spans of at most 500 characters, neighbours overlapping by 50, cut where LangChain's recursive splitter cuts."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP, add_start_index=True)
    pieces = splitter.create_documents([text])
    return [
        (piece.metadata["start_index"], piece.metadata["start_index"] + len(piece.page_content)) for piece in pieces
    ]
