"""What our own work adds to a chat model's time, in milliseconds: `python benchmarks/chat.py`.

The model is one that answers at once with the answer it was given, each statement opened by words of its own. Asked with it and
without it, the same questions by turns; the difference is what building the prompt, reading the reply and checking every statement
takes. The questions are those of the development set that such a model gets to phrase.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from szassist import Assistant, Settings
from szassist.answer.model.chat import Message
from szassist.search.embed import load_embedder
from szassist.search.index import Index

QUESTIONS = Path(__file__).parent.parent / "eval" / "dev.jsonl"


@dataclass
class Echo:
    """A model that takes no time."""

    name: str = "echo"
    characters: int = 0

    def reply(self, messages: Sequence[Message], seconds: float) -> Iterator[str]:
        """The answer it was given, in its own opening words."""
        self.characters = sum(len(message.text) for message in messages)
        text = messages[1].text
        given = json.loads(text[text.index("{") : text.rindex("}") + 1])["answer"]
        said = [{**one, "text": "根据文件，" + one["text"].lstrip("• ")} for one in given]
        yield json.dumps({"statements": said}, ensure_ascii=False)


def milliseconds(assistant: Assistant, question: str) -> float:
    """How long `ask` takes."""
    start = time.perf_counter()
    assistant.ask(question)
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=200)
    options = parser.parse_args()
    rows = map(json.loads, QUESTIONS.read_text("utf-8").splitlines())
    asked = [row["question"] for row in rows if not row["history"]][: options.questions]
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(index=Path(folder) / "index", chat_model=None)
        Assistant.open(settings).close()
        echo = Echo()
        with closing(Index.open(settings.index, load_embedder(settings.embedding_model))) as index:
            plain, modelled = Assistant(index, settings), Assistant(index, settings, echo)
            added, without, characters = [], [], []
            for question in asked:
                echo.characters = 0
                milliseconds(modelled, question)
                if not echo.characters or modelled.ask(question).engine != echo.name:
                    continue
                characters.append(echo.characters)
                pairs = [(milliseconds(plain, question), milliseconds(modelled, question)) for _ in range(3)]
                without.append(min(one for one, _ in pairs))
                added.append(min(other for _, other in pairs) - without[-1])
    cuts = statistics.quantiles(added, n=20)
    print(
        json.dumps(
            {
                "answers": len(added),
                "ask_p50_ms": round(statistics.median(without), 1),
                "added_p50_ms": round(statistics.median(added), 1),
                "added_p95_ms": round(cuts[18], 1),
                "prompt_characters_p50": round(statistics.median(characters)),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
