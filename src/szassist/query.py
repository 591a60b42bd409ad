"""What a question asks for, read out of its words: the noun that search and answering share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from szassist.schema import FactKind, Language

LONGEST = 1000  # characters of a question
HINT = 0.3  # what a word beside the question counts
_MEANT, _PARTLY = 0.92, 0.75  # what an official word for a word counts, and a word that is only partly there


class Intent(StrEnum):
    """The kind of thing a question wants to know."""

    VALUE = "value"  # how much, how many
    WHEN = "when"  # by when, since when
    WHO = "who"  # which units answer for something
    DUTIES = "duties"  # what a unit answers for
    LIST = "list"  # which ones, all of them, how many of them
    DIFFERENCE = "difference"  # how much more, by how much
    COMPARE = "compare"  # whether two documents say the same
    DOCUMENT = "document"  # about the documents themselves: issued when, by whom, which number
    MEASURES = "measures"  # how, which measures
    DEFINITION = "definition"  # what is, what does it mean
    WHETHER = "whether"  # yes or no
    OTHER = "other"  # no cue: a topic alone
    SMALLTALK = "smalltalk"
    OFFTOPIC = "offtopic"  # what no policy document can answer: a poem, tomorrow's weather


class Regard(StrEnum):
    """What a follow-up wants to know about the answer before it."""

    SOURCE = "source"  # where that stands, and in which words
    AMONG = "among"  # whether something is one of the things it lists
    SAME = "same"  # whether it is the same indicator
    REACHED = "reached"  # whether the goal is reached
    EARLIER = "earlier"  # what it was before that: 原来是多少
    LATER = "later"  # what it is to be after that: 后来呢, 最后要到多少
    KIND = "kind"  # whether that is what is, or what is to be
    UNITS = "units"  # who answers for the rows it shows
    ITEM = "item"  # what one of the things that it lists says
    REASON = "reason"  # why what it says is so
    CLAIM = "claim"  # whether the figure that somebody gives for what it was about is right


@dataclass(frozen=True, slots=True)
class Expansion:
    """What an everyday, short or English expression of a question is called in official documents."""

    said: str  # as it stands in the question, folded
    means: tuple[str, ...]  # official words, folded (Simplified, half-width, lower case), best first
    weight: float  # 0 to 1: what a match of one of them counts beside a match of the literal word
    same: bool = True  # whether they name it; False where they only cover it, as 物流 covers a cold store


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a question that tells what it is about."""

    word: str  # folded
    weight: float  # what it tells: rare nouns most
    means: tuple[str, ...] = ()  # official words it stands for, folded
    proper: bool = False  # the name of somebody or something that the documents do not know
    same: bool = True  # whether they name it, and do not only cover it
    stem: str = ""  # of an English word: its stem between blanks, as English names are kept
    within: tuple[str, ...] = ()  # words that have a word of one character in them and not its meaning: 水平 of 水

    def held_by(self, text: str) -> float:
        """How far folded `text` holds the word, 0 to 1: literally, by an official word for it, or by most of its pairs of
        characters.
        """
        for word in self.within:
            text = text.replace(word, " ")
        if self.word in text or (self.stem and self.stem in text):
            return 1.0
        for word in self.means:  # not any(…), which takes twice as long: asked of every term in hundreds of texts
            if word in text:
                return _MEANT
        pairs = _pairs(self.word)
        if not pairs:
            return 0.0
        part = sum([pair in text for pair in pairs]) / len(pairs)
        if len(self.word) == 3 and (self.word[0] == "第" or self.word[-1] not in text):  # 研究 is no 研究员
            return 0.0
        return _PARTLY * part if part >= 0.5 and not self._narrower(text) else 0.0

    def _narrower(self, text: str) -> bool:
        """Whether the word is a kind of what `text` holds: 私立幼儿园 of 幼儿园."""
        return self.word[:2] not in text and self.word[1:3] not in text and self.word[2:] in text


@lru_cache(maxsize=4096)
def _pairs(word: str) -> tuple[str, ...]:
    """The pairs of characters of a Chinese word of three or more."""
    return tuple(a + b for a, b in pairwise(word)) if word > "\u3000" and len(word) > 2 else ()


@dataclass(frozen=True, slots=True)
class Meant:
    """An official expression that a question may mean by its everyday words."""

    official: str  # folded
    score: float  # how close it comes, above zero; only to be compared with that of others
    said: str  # folded: all that people say for it

    def explains(self, term: Term) -> bool:
        """Whether people say a word of the question, or most of it, for the expression."""
        if term.stem:
            return term.stem in f" {self.said} "
        pairs = _pairs(term.word)
        return term.word in self.said or (bool(pairs) and 2 * sum(pair in self.said for pair in pairs) > len(pairs))


@dataclass(frozen=True, slots=True)
class Asserted:
    """A figure that a question states: 为什么只达到50%."""

    text: str  # as written in the question; a bare numeral in Chinese characters as digits
    start: int
    end: int
    years: tuple[int, ...] = ()  # the year named before it, where the question states several figures
    spoken: str = ""  # such a numeral as written: 两千三百六

    @property
    def written(self) -> str:
        """The figure as the question has it."""
        return self.spoken or self.text


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things that a question names together: 幼儿园 of 幼儿园和中小学各多少所."""

    content: str
    terms: tuple[Term, ...]
    years: tuple[int, ...] = ()  # those named with it
    whole: tuple[Term, ...] = ()  # with what stands behind the last of them: 新增学位 of 小学、初中三样新增学位


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready for search and answering; everything in it is folded but `question`.

    `content` is the question without its scaffolding (是多少, 请问 …); `years` are those it names, in order.
    """

    question: str
    language: Language
    intent: Intent
    content: str
    years: tuple[int, ...] = ()
    moment: str = ""  # a year that it counts from today: 明年
    expansions: tuple[Expansion, ...] = ()
    units: tuple[str, ...] = ()  # units of government it names, as the documents write them
    terms: tuple[Term, ...] = ()
    closest: tuple[Term, ...] = ()  # those of `terms` that stand where it asks, where others are of clauses before it
    hints: tuple[Term, ...] = ()  # words around the question: they tip the scales and are not required
    kind: FactKind | None = None  # asks for what is (status), or for what is to be (target)
    both_kinds: bool = False  # asks for both
    measure: str = ""  # the measure word it asks for: 多少辆
    asserted: tuple[Asserted, ...] = ()
    places: tuple[str, ...] = ()  # places it names, other than the documents' own
    documents: tuple[str, ...] = ()  # ids of documents it names
    before: str = ""  # folded: the question that a follow-up goes on from, whose words it leaves out
    talked: tuple[str, ...] = ()  # folded: the messages before it in its conversation, the last one first
    more: bool = False  # asks to go on: 还有别的吗
    shown: str = ""  # folded: what was shown before a question that asks to go on
    strangers: tuple[str, ...] = ()  # units of government it names that no document names
    parts: tuple[Part, ...] = ()  # the things it names together; none where it names one
    asks: str = ""  # folded: the clause that asks, where it needs none of those around it
    clause: str = ""  # folded: of a message that asks several things, what asks this one
    whole: bool = False  # asks for the whole of what was asked about a part: a figure of a part is none of it
    regard: Regard | None = None  # what it wants to know about the answer to `earlier`, else to itself
    sought: str = ""  # folded: what it looks for among the things that an answer lists, or wants to be told of them
    earlier: Query | None = None  # the question before it, where the answer to that may hold its own: 那臭氧呢
    onward: Query | None = None  # the question whose words it takes over: what answers that need hold no more of them
    premise: Query | None = None  # what a clause before the one that asks says to be so: 既然再生水利用率是90%,…
    instead: Query | None = None  # another reading of it, which counts where this one finds nothing

    @property
    def story(self) -> tuple[Term, ...]:
        """The words around the question, as much as they would tell in it."""
        return tuple(replace(term, weight=term.weight / HINT) for term in self.hints)

    def by_name(self) -> Query:
        """The question without official words that only cover what it says: a figure of logistics is none of cold stores."""
        return replace(self, terms=tuple(term if term.same else replace(term, means=()) for term in self.terms))
