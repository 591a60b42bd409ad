"""What a conversation has been about: the questions so far, resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from szassist.answer.reading.scope import SOME
from szassist.query import Intent, Query, Regard, Term

ALONE = (Intent.SMALLTALK, Intent.OFFTOPIC)  # what says nothing of any topic


@dataclass(frozen=True, slots=True)
class Memory:
    """The questions so far, resolved, in order."""

    asked: tuple[Query, ...] = ()
    years: tuple[int, ...] = ()  # named so far on the present topic
    looked: bool = False  # whether something was just looked for among the things listed

    @property
    def last(self) -> Query | None:
        """The last question."""
        return self.asked[-1] if self.asked else None

    @property
    def before(self) -> Query | None:
        """The last question of the topic before the present one, else of none."""
        for earlier, later in zip(self.asked[-2::-1], self.asked[:0:-1], strict=True):
            if not shares(later, earlier):
                return earlier
        return None

    @property
    def first(self) -> Query | None:
        """The first question."""
        return self.asked[0] if self.asked else None

    def topics(self) -> tuple[Query, ...]:
        """The last question on each thing that was spoken of, in order."""
        found: list[Query] = []
        for query in reversed(self.asked):
            if any(term.weight >= SOME for term in query.terms) and not any(shares(query, one) for one in found):
                found.append(query)
        return tuple(reversed(found))

    def after(self, query: Query) -> Memory:
        """The memory once `query` is asked; a greeting is not remembered."""
        if query.intent in ALONE:
            return self
        looked = query.regard is Regard.AMONG
        tells = any(term.weight >= SOME for term in query.terms)
        if looked and query.earlier and (query.units or not tells):
            query = replace(query.earlier, language=query.language)  # the list is still what is spoken of
        changed = self.last is not None and not shares(query, self.last)
        years = query.years if changed else (*self.years, *query.years)
        return Memory((*self.asked, query), tuple(dict.fromkeys(years)), looked)

    def naming(self, words: Sequence[Term]) -> Query | None:
        """The last question that was about something which `words` name, None where none was."""
        telling = [term.word for term in words if term.weight >= SOME]
        return next(
            (query for query in reversed(self.asked) if any(_speaks_of(query, word) for word in telling)), None
        )


def after_messages(query: Query, talked: tuple[str, ...]) -> Query:
    """`query`, and what else it may mean, with the messages before it."""
    other = query.instead and after_messages(query.instead, talked)
    return replace(query, talked=talked, instead=other) if talked else query


def shares(query: Query, earlier: Query) -> bool:
    """Whether two questions speak of the same thing."""
    return bool({term.word for term in query.terms} & {term.word for term in earlier.terms}) or (
        bool(query.units) and query.units == earlier.units
    )


def _speaks_of(query: Query, word: str) -> bool:
    return any(word in (term.word, *term.means) or (len(word) > 1 and word in term.word) for term in query.terms)
