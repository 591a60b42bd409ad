import json
from collections.abc import Sequence
from typing import Any

from szassist import Assistant, Settings
from szassist.evaluation.dataset import Case
from szassist.evaluation.interchange import files
from szassist.evaluation.measure import make_run

EVIDENCE = "再生水利用率提升至80%以上"


def made(assistant: Assistant) -> dict[str, str]:
    common = {"category": "target", "expect": "answer", "must": [["80%"]], "evidence": [EVIDENCE]}
    cases = [
        Case.model_validate({"id": "A", "question": "再生水利用率2025年目标?"} | common),
        Case.model_validate({"id": "B", "question": "那2025年呢?", "history": ["再生水利用率?"]} | common),
    ]
    run = make_run(cases, assistant, {"assistant": assistant}, Settings(), {})
    return files(run, assistant.documents)


def lines(text: str) -> Sequence[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_qrels_queries_corpus_and_run_speak_of_the_same_passages(assistant: Assistant) -> None:
    found = made(assistant)
    corpus = {row["_id"]: row["text"] for row in lines(found["corpus.jsonl"])}
    head, *qrels = [line.split("\t") for line in found["qrels/test.tsv"].splitlines()]
    assert head == ["query-id", "corpus-id", "score"]
    assert qrels
    assert all(query == "A" and EVIDENCE in corpus[passage] for query, passage, _ in qrels)
    assert [row["_id"] for row in lines(found["queries.jsonl"])] == ["A"]
    ranked = [line.split() for line in found["run.assistant.trec"].splitlines()]
    assert [row[0] for row in ranked] == ["A"] * 10
    assert [int(row[3]) for row in ranked] == list(range(1, 11))
    assert all(row[2] in corpus for row in ranked)


def test_ragas_rows_hold_what_was_asked_found_answered_and_is_right(assistant: Assistant) -> None:
    [row] = lines(made(assistant)["ragas.assistant.jsonl"])
    assert row["user_input"] == "再生水利用率2025年目标?"
    assert "80%" in row["response"]
    assert len(row["retrieved_contexts"]) == 10
    assert (row["reference"], row["reference_contexts"]) == ("80%", [EVIDENCE])
