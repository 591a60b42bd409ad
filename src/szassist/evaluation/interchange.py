"""A run in the formats of other tools: BEIR and TREC files for retrieval, ragas' fields for answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from szassist.evaluation.dataset import Case
from szassist.evaluation.register import plain
from szassist.evaluation.run import Found, Reply, Run
from szassist.ingest.passages import passages
from szassist.schema import Document


def files(run: Run, documents: Mapping[str, Document]) -> dict[str, str]:
    """The content of every file by its path: BEIR's corpus, queries and qrels, a TREC run and ragas rows a system."""
    asked = [case for case in run.cases if case.evidence and not case.history]
    texts = {
        f"{d.id}:{p.start}-{p.end}": (d, d.text[p.start : p.end]) for d in documents.values() for p in passages(d)
    }
    found = {
        "corpus.jsonl": _lines({"_id": name, "title": d.title, "text": text} for name, (d, text) in texts.items()),
        "queries.jsonl": _lines({"_id": case.id, "text": case.question} for case in asked),
        "qrels/test.tsv": "query-id\tcorpus-id\tscore\n" + "".join(_qrels(asked, texts)),
    }
    for system in run.systems:
        replies = [reply for reply in run.replies if reply.system == system]
        found[f"run.{system}.trec"] = "".join(_trec(replies))
        found[f"ragas.{system}.jsonl"] = _lines(_ragas(run.cases, replies, documents))
    return found


def _lines(rows: Iterator[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _qrels(cases: Sequence[Case], texts: Mapping[str, tuple[Document, str]]) -> Iterator[str]:
    """A line for each passage of the assistant's that bears a question's evidence."""
    made = {name: plain(text) for name, (_, text) in texts.items()}
    for case in cases:
        wanted = [plain(snippet) for snippet in case.evidence]
        for name, text in made.items():
            if any(snippet in text for snippet in wanted):
                yield f"{case.id}\t{name}\t1\n"


def _trec(replies: Sequence[Reply]) -> Iterator[str]:
    for reply in replies:
        for rank, passage in enumerate(reply.found or (), 1):
            yield f"{reply.case} Q0 {_name(passage)} {rank} {1 / rank:.6f} {reply.system}\n"


def _name(passage: Found) -> str:
    """A passage by its place; the assistant's are those of the corpus file, another splitter's are its own."""
    return f"{passage.document_id}:{passage.start}-{passage.end}"


def _ragas(
    cases: Sequence[Case], replies: Sequence[Reply], documents: Mapping[str, Document]
) -> Iterator[dict[str, Any]]:
    """Single-turn samples: what was asked, retrieved and answered, with what is known to be right."""
    by_id = {case.id: case for case in cases}
    for reply in replies:
        case = by_id[reply.case]
        if case.history:
            continue
        yield {
            "user_input": case.question,
            "response": reply.text,
            "retrieved_contexts": [
                documents[p.document_id].text[p.start : p.end] for p in reply.found or reply.citations
            ],
            "reference": "；".join(group[0] for group in case.must),
            "reference_contexts": list(case.evidence),
        }
