"""What official documents call what people say: everyday, regional and short words with their official names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from szassist.errors import SettingsError
from szassist.query import Expansion
from szassist.text.script import fold, to_hans

FOLDER = Path(__file__).parent
PATTERNS = "patterns"  # tables of this name hold regular expressions instead of plain words
OFFICIAL = "official"  # tables of this name go the other way: official words, and after them all that people say
BAR = "|"  # in such a list, before what official words only cover: signs, parts and troubles of what they name
APART = "~"  # between two pieces that may stand apart in a clause: 水管~爆 is also 水管三天两头爆
GAP = 6  # characters that may stand between them
_CLAUSE_ENDS = re.compile("[,.;!?:。]")
_LATIN = re.compile("[a-z0-9]{2}")
WEIGHT = 0.6  # an official word that stands for an everyday one counts less than a word that was said


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Everyday expressions and patterns of them, each with its official words, best first; all of it folded.

    An expression of two pieces with `APART` between them holds wherever the second follows the first in a clause.
    """

    words: Mapping[str, tuple[str, ...]]
    patterns: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = ()
    covered: frozenset[str] = frozenset()  # those of `words` whose official words only cover them
    official: frozenset[str] = field(init=False)
    lengths: Mapping[str, tuple[int, ...]] = field(init=False)  # of all words by their first character, longest first
    apart: Mapping[str, tuple[str, ...]] = field(init=False)  # first pieces with the second ones, the longest first

    def __post_init__(self) -> None:
        means = (*self.words.values(), *(means for _, means in self.patterns))
        object.__setattr__(self, "official", frozenset(word for some in means for word in some))
        apart: dict[str, tuple[str, ...]] = {}
        for first, _, last in sorted((said.partition(APART) for said in self.words), key=lambda cut: -len(cut[2])):
            apart |= {first: (*apart.get(first, ()), last)} if last else {}
        object.__setattr__(self, "apart", apart)
        lengths: dict[str, set[int]] = {}
        for word in (*self.words, *self.official, *apart):
            if APART not in word:
                lengths.setdefault(word[0], set()).add(len(word))
        ordered = {first: tuple(sorted(some, reverse=True)) for first, some in lengths.items()}
        object.__setattr__(self, "lengths", ordered)

    @classmethod
    def load(cls, extra: Path | None = None) -> Thesaurus:
        """The shipped thesaurus and, before it, the entries of `extra`, which win; SettingsError if it is unusable."""
        words: dict[str, tuple[str, ...]] = {}
        patterns: list[tuple[re.Pattern[str], tuple[str, ...]]] = []
        covered: frozenset[str] = frozenset()
        for path in ([extra] if extra else []) + sorted(FOLDER.glob("*.toml")):
            own_words, own_patterns, own_covered = _read(path)
            covered |= own_covered - words.keys()
            words = own_words | words
            patterns += own_patterns
        return cls(words, tuple(patterns), covered)

    def said(self) -> Iterator[tuple[str, str]]:
        """Each everyday expression with the first of the official words that it stands for."""
        for everyday, means in self.words.items():
            yield everyday.replace(APART, " "), means[0]

    def expand(self, folded: str) -> tuple[Expansion, ...]:
        """The known expressions of `folded`, in order: the longest at each place, none overlapping another.

        An official word stays as it is: 红树林 is not an everyday 红树. But the end of one may belong to an expression that goes on:
        研发投入强度 of 全社会研发投入强度.
        """
        found: dict[str, Expansion] = {}
        end, official = 0, False
        for start, stop, entry, means in sorted(self._matches(folded), key=lambda match: (match[0], -match[1])):
            goes_on = official and stop > end and self._names(entry) and self._goes_on(folded[start:end], means)
            if start >= end or goes_on:
                official = not means
                if means:
                    said = folded[start:stop]
                    found[said] = Expansion(said, means, WEIGHT, entry not in self.covered)
                end = stop
        return tuple(found.values())

    def _goes_on(self, end: str, means: tuple[str, ...]) -> bool:
        """Whether an expression that begins with the end of an official word goes on with that word: what it means holds it."""
        return end in self.official and any(end in one for one in means)

    def _names(self, entry: str) -> bool:
        """Whether official words name an expression, and do not only cover it: 自行车乱停 tells nothing of 电动自行车."""
        return bool(self.words.get(entry)) and entry not in self.covered

    def _matches(self, folded: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
        """Start, end, entry and official words of expressions and, without any, of what is official already."""
        for start in range(len(folded)):
            whole = True  # the longest word counts; pieces that stand apart may go on beyond it
            official = start  # but are not cut out of an official word: 麻将馆 is no 麻将
            for length in self.lengths.get(folded[start], ()):
                word, stop = folded[start : start + length], start + length
                if len(word) < length:
                    continue
                if whole and (word in self.words or word in self.official) and _is_whole(folded, start, stop):
                    yield start, stop, word, self.words.get(word, ())
                    whole = False
                    if word in self.official:
                        official = stop
                for last in self.apart.get(word, ()) if stop >= official else ():
                    at = folded.find(last, stop, stop + GAP + len(last))
                    end = at + len(last)
                    if at < 0 or _CLAUSE_ENDS.search(folded, stop, at) or self._parts(folded, stop, at, end):
                        continue
                    entry = f"{word}{APART}{last}"
                    yield start, end, entry, self.words[entry]
                    break
        for pattern, means in self.patterns:
            yield from (
                (match.start(), match.end(), match[0], means) for match in pattern.finditer(folded) if match[0]
            )

    def _parts(self, folded: str, start: int, at: int, end: int) -> bool:
        """Whether two pieces with `start` to `at` between them, the second up to `end`, do not belong together.

        Something with a name of its own stands there, 楼上开麻将馆很吵, or the second is cut out of a word, 山上的红火蚁.
        """
        for first in range(start, at):
            for length in self.lengths.get(folded[first], ()):
                word, last = folded[first : first + length], first + length
                known = length > 1 and (word in self.words or word in self.official)
                if known and (last > end or (last <= at and word not in self.covered)):
                    return True
        return False


def _is_whole(folded: str, start: int, stop: int) -> bool:
    """Whether no Latin word or number is cut at either end: ai does not stand in aimed."""
    return not any(_LATIN.match(folded, at - 1) for at in (start, stop) if at > 0)


def _read(path: Path) -> tuple[dict[str, tuple[str, ...]], list[tuple[re.Pattern[str], tuple[str, ...]]], set[str]]:
    """The words and the patterns of one file, each with its official words, and those words that these only cover."""
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(
            f"{path}: cannot be read ({error.strerror}); correct or unset SZASSIST_THESAURUS"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: is no TOML file ({error}); correct or unset SZASSIST_THESAURUS") from error
    words: dict[str, tuple[str, ...]] = {}
    patterns: list[tuple[re.Pattern[str], tuple[str, ...]]] = []
    names: set[str] = set()
    for name, table in tables.items():
        if name == OFFICIAL:
            for said, means, same in _turned(path, table):
                words[said] = tuple(dict.fromkeys((*words.get(said, ()), *means)))
                names |= {said} if same else set()
            continue
        for said, means in _entries(path, name, table):
            if name == PATTERNS:
                patterns.append((_compiled(path, said), means))
            else:
                words[said] = means
                names.add(said)
    return words, patterns, words.keys() - names


def _turned(path: Path, table: object) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """What people say, of a table from official words, best first, to expressions; whether it is a name for the same."""
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: {OFFICIAL} stands outside of a table; write it as [{OFFICIAL}]")
    for means, said in table.items():
        if not means.strip() or not isinstance(said, str) or not said.strip():
            raise SettingsError(
                f'{path}: {means} needs the expressions that people use for it, as in "空气质量 PM2.5" = "雾霾 灰霾"'
            )
        official = tuple(fold(means).split())
        same = True
        for one in fold(said).split():
            if one == BAR:
                same = False
            else:
                yield one, official, same


def _entries(path: Path, name: str, table: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: {name} stands outside of a table; begin the file with a line such as [words]")
    for said, means in table.items():
        official = [means] if isinstance(means, str) else means
        if not said or not official or not isinstance(official, list) or not all(map(_is_word, official)):
            raise SettingsError(f'{path}: {said} needs a list of official words, as in "雾霾" = ["空气质量"]')
        yield said if name == PATTERNS else fold(said), tuple(map(fold, official))


def _is_word(word: object) -> bool:
    return isinstance(word, str) and bool(word.strip())


def _compiled(path: Path, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(to_hans(pattern))  # not folded: \S is not \s
    except re.error as error:
        raise SettingsError(f"{path}: {pattern} is no regular expression ({error})") from error
