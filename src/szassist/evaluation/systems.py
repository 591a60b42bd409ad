"""What is measured: the assistant, and what it is compared with, behind one seam."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from szassist.schema import Answer, Hit, Turn


class System(Protocol):
    """Something that answers questions and can be asked for passages."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The answer to a question after `history`."""
        ...

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Passages for `query`, best first."""
        ...
