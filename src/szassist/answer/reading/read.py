"""From the words of one message to what it asks for: each thing asked is a Query."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from szassist.answer.ground.lexicon import Lexicon
from szassist.answer.reading import mentions, parts, titles
from szassist.answer.reading.asking import CLAUSES, EDGES, asked, only_tells, wording
from szassist.answer.reading.beside import with_predicate
from szassist.answer.reading.bodies import bodies as named_bodies
from szassist.answer.reading.bodies import bureaus
from szassist.answer.reading.coined import defined, in_quotes, quoted_words, without
from szassist.answer.reading.cues import cues
from szassist.answer.reading.intents import TELLING, asks_duties, moving, settled, without_duties
from szassist.answer.reading.mentions import blanked
from szassist.answer.reading.places import places
from szassist.answer.reading.plain import in_plain_chinese
from szassist.answer.reading.premises import after_premise
from szassist.answer.reading.scope import weight
from szassist.answer.reading.terms import COMPOUND, is_head, names_something, terms
from szassist.query import HINT, Expansion, Intent, Part, Query, Term
from szassist.schema import Language
from szassist.text.english_idioms import in_plain_words
from szassist.text.english_numbers import in_figures
from szassist.text.script import fold, has_chinese, language_of

_CONTROL = re.compile(r"\x1b\[[0-9;]*[a-z]|[\x00-\x1f\x7f-\x9f]")
_ODD = re.compile(r"[^\w\s%‰.,;:!?。、/+()<>=&'“”\"《》〔〕·\u3400-\u9fff-]")  # emoji and the like
_CONTRACTED = re.compile(r"\b(who|what|when|where|how|that|there|it)['’]s\b")
_OF_PEOPLE = re.compile("[一总]?共?有?(?:多少|几)[万亿个]*人口?")
_ACROSS = re.compile(r"多少|几")
_OF_SO_MANY = re.compile("每")  # 每一万个人 names nothing that there are so many of
_HERE = re.compile(r"区里|区内|本区|我们区|这个区|该区|市里头|那边")  # the place was named before
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,。?]))[1-9][、.)](?=[^\d\s])")  # 1、… 2、… are questions of their own
_SHARE = re.compile(r"(?<=[\u3400-\u9fff]{2})的?(?:占比|比重|比例)$")  # said of all the things named
_HUNDREDS = re.compile(  # 几百 asks how many where a question ends with it
    r"(?<![好这那才就都十百千万])几[十百千万亿]+(?=个?[\u4e00-\u9fff]{0,3}(?:$|[?？呢啊呀]))"
)
_ABOUT = re.compile("(?<=[十百千万])几(?=[万亿个家所座间名张条件人辆套栋])")  # 六十几万 asks nothing
_DOUBLED = re.compile(r"([\u4e00-\u9fff])不(?=\1)")  # 装不装, 干不干净 ask whether
_SOME = re.compile(  # 多建几间 asks for no number, nor does 投诉了几次都没下文
    r"(?<=多[建开设办盖起招请派装修加])几(?=[间所家座个条处位名班台])|(?<=[^有]了)几(?=[次趟回遍](?!$|[\s?？,。了]))"
)
_EXAMPLE = re.compile("(?:这些|那些|这类|之类的?|等等?)$")  # what examples of a thing end with
_MARKUP = re.compile(r"<[^<>]*>|\b[a-z_]+\([^()]*\)")
_BACK = re.compile(
    r"\b(?:(?:like|for|about|against|with|of) (?:him|her|them|it|that|this|those|these)|(?:that|this) (?:sort|kind)|such)\b(?! (?:a )?\w+ing\b)"
)
_WRITTEN = re.compile("^(?!.*[几哪谁啥]).*(?:叫法|写法|名字|名称|全部|顺序)(?:.{0,2}[来全])?$")
_MEANT = re.compile(r"\bmean|\bdefin|\bexplain|\bstands? for\b|\bwhat (?:kind|sort|type)")
_BUREAU = re.compile("[局委办辦队隊署厅廳]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_ENGLISH = re.compile(r"\b(?:the|of|is|are|what|how|which|who|when|does|do|in|for|and)\b", re.IGNORECASE)
MERGED = 0.9  # weight of a clause's own words below which those of the clauses before it count in full
NAMING = 0.5  # weight of a word that makes a clause name something

_UNMEASURED = (Intent.WHO, Intent.WHEN)  # 归哪几家管, 几几年的事

Expand = Callable[[str], tuple[Expansion, ...]]


@dataclass(frozen=True, slots=True)
class _Words:
    """What a clause says without scaffolding, and its words with those around it."""

    content: str
    own: tuple[Term, ...]
    beside: tuple[Term, ...]
    closest: tuple[Term, ...] = ()  # those next to what it asks, where it takes over what stands around it
    alone: bool = True  # whether it tells something by itself


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions against the documents' words; `expand` gives official words for everyday and English ones."""

    lexicon: Lexicon
    expand: Expand
    language: Language | None = None

    def read(self, question: str) -> tuple[Query, ...]:
        """What a message asks, in order: one Query, or one for each of its several questions.

        Their `question` is the message with its misspelt words set right.
        """
        spoken = self.language or language_of(question)
        typed, question = question, self.lexicon.spelling.corrected(question, self._expressions)
        if has_chinese(question):
            question = in_plain_chinese(question, self.lexicon.units)
        else:
            question = in_figures(in_plain_words(self.lexicon.typing.corrected(question)))
        if not (self.language or has_chinese(typed) or _ENGLISH.search(question)):  # all of it in pinyin
            spoken = language_of(question)
        folded = _ODD.sub(" ", _CONTROL.sub(" ", _MARKUP.sub(" ", _NUMBERED.sub(";", fold(question)))))
        for aside in (cues().reasons, cues().asides):
            folded = aside.sub(" ", folded)
        folded = _ABOUT.sub("多", _HUNDREDS.sub("多少", folded))
        folded = _CONTRACTED.sub(r"\1 is", _SOME.sub("些", folded))
        found = asked(folded)
        queries: list[Query] = []
        for clause, context in found:
            query = self._query(question, spoken, clause, context)
            if not (queries and _goes_with(query, queries[-1])):
                whole = f"{context} {clause}".strip() if len(found) > 1 else query.clause
                queries.append(replace(query, clause=whole))
        if len(found) == 1 and (context := found[0][1]):
            queries = [after_premise(queries[0], context, lambda typed, said: self._query(typed, spoken, said, ""))]
        if len(queries) == 1 and _may_be_figure(queries[0]):
            return (replace(queries[0], intent=Intent.VALUE, instead=queries[0]),)
        if len(queries) == 1 and queries[0].intent is Intent.VALUE and (said := wording(folded)):
            in_words = replace(queries[0], intent=Intent.MEASURES, clause=said)
            return (replace(queries[0], instead=in_words),)
        return tuple(queries)

    def _query(self, question: str, spoken: Language, clause: str, context: str) -> Query:
        """One Query of the clause that asks and the clauses around it."""
        whole = f"{context} {clause}".strip()
        intent = cues().intent(clause)
        documents, document_spans = titles.documents(whole, self.lexicon)
        years, year_spans = mentions.years(blanked(whole, (*document_spans, *titles.quoted(whole))))  # in no title
        units, unit_spans = mentions.units(whole, self.lexicon)
        asserted = mentions.asserted(whole, year_spans)
        shift, kinds = len(whole) - len(clause), cues().kinds_said(clause) or cues().kinds_said(context)
        measure, measure_spans = mentions.measure(whole, shift)
        moment, moment_spans = mentions.moment(whole, shift)
        taken = (*year_spans, *moment_spans, *mentions.doing(whole, unit_spans), *document_spans, *measure_spans)
        bare = blanked(whole, (*taken, *((one.start, one.end) for one in asserted)))
        strangers, bodies = mentions.strangers(whole, unit_spans), named_bodies(clause, self.lexicon)
        if (units or strangers or bodies) and asks_duties(clause if self._content(clause) else whole, intent):
            strangers = (*strangers, *bodies)
            intent, bare = Intent.DUTIES, bare[:shift] + without_duties(bare[shift:])
        words, placed = self._words(bare, shift, clause, intent), blanked(whole, (*document_spans, *unit_spans))
        found, beside = words.own, words.beside
        if meant := defined(whole, self.lexicon):
            intent, beside, found, documents = Intent.DEFINITION, without((*found, *beside), meant), meant, ()
        if not (years or units or documents) and _is_smalltalk(whole, intent, found):
            intent = Intent.SMALLTALK
        return Query(
            question=question,
            language=spoken,
            intent=settled(moving(intent, years, clause), units, found, clause, fold(question)),
            content=words.content,
            years=years,
            moment=moment,
            expansions=self.expand(words.content),
            units=units,
            terms=found,
            closest=words.closest,
            hints=tuple(replace(term, weight=HINT * term.weight) for term in beside),
            kind=kinds[0] if len(kinds) == 1 else None,
            both_kinds=len(kinds) > 1,
            measure=measure if intent not in _UNMEASURED else "",
            asserted=asserted,
            places=self._places(placed[shift if words.alone and not _HERE.search(clause) else 0 :]),
            documents=documents,
            strangers=strangers,
            asks=clause if words.alone and not words.closest and only_tells(context) else "",
            parts=self._parts(whole, blanked(bare, year_spans, parts.YEAR), shift, intent, bool(words.closest)),
        )

    def _asked_terms(self, clause: str, own: str) -> tuple[Term, ...]:
        """The words of a clause's own content, and those that only the whole clause tells in place of theirs."""
        across = self._asked_for(clause, own)
        return (*(term for term in self._terms(own) if not any(term.word in one.word for one in across)), *across)

    def _nearest(self, context: str) -> tuple[Term, ...]:
        """The words in quotation marks of the clauses before the one that asks, else those of the last which names something."""
        quoted = self._terms(" ".join(in_quotes(context)))
        return quoted or self._terms(self._content(context[slice(*self._last_named(context))]))

    def _last_named(self, text: str) -> tuple[int, int]:
        """Where the last clause of a text stands that names something; (0, 0) where none does."""
        ends = [match.start() for match in CLAUSES.finditer(text)]
        clauses = list(zip([0, *(end + 1 for end in ends)], [*(end + 1 for end in ends), len(text)], strict=True))
        told = ((span, self._terms(self._content(text[slice(*span)]))) for span in reversed(clauses))
        return next((span for span, some in told if any(term.weight >= NAMING for term in some)), (0, 0))

    def _words(self, bare: str, shift: int, clause: str, intent: Intent) -> _Words:
        """The words of the clause from `shift` on and of those around it; where it leaves open what it asks about, all count
        as its own.
        """
        own, around = self._content(bare[shift:]), self._content(bare[:shift])
        found, beside = self._asked_terms(clause, own), self._story(around, bare[shift:])
        if weight(found) < TELLING:
            found = (*found, *without(quoted_words(clause, self.lexicon), found))
        alone = weight(tuple(term for term in found if not is_head(term.word))) >= TELLING
        if intent is Intent.DUTIES or (alone and not (beside and _is_vague(intent, found, own, clause))):
            return _Words(own, found, beside, (), alone)
        closest = (*self._nearest(bare[:shift]), *found)
        return _Words(f"{around} {own}".strip(), (*beside, *found), (), closest, alone)

    def _story(self, around: str, clause: str) -> tuple[Term, ...]:
        """The words of the clauses around one, whose names are no names asked about (做顾问的), and of its examples."""
        told = (*self._terms(around), *self._terms(self._content(_examples(clause))))
        return tuple(replace(term, proper=False) for term in told)

    def _parts(self, whole: str, blanked: str, shift: int, intent: Intent, vague: bool) -> tuple[Part, ...]:
        """The things that the clause from `shift` on names together; where it names none and is vague or asks for several,
        those that the last clause before it does which names something.
        """
        compares = intent in (Intent.DIFFERENCE, Intent.COMPARE)
        adds = parts.sums(whole)
        asks_several = adds or parts.each(whole)
        before = self._last_named(blanked[:shift]) if vague or asks_several else (0, 0)
        for start, end in ((shift, len(whole)), before):
            stretches = parts.spans(blanked[start:end], compares=compares, adds=adds)
            found = [self._part(whole, blanked, start + first, start + last) for first, last in stretches]
            told = tuple(part for part in found if part.terms and not parts.is_aspect(part.content))
            if len(told) > 1:
                beside = blanked[slice(*before)] if start == shift else blanked[shift:]
                return self._of_each(told, beside) if asks_several else told
        return ()

    def _of_each(self, told: tuple[Part, ...], beside: str) -> tuple[Part, ...]:
        """Parts with what may be said of each: what stands behind the last of them, else in the clause beside theirs, of
        which only words of the documents count.
        """
        last = parts.of_each(told[-1].content) or (parts.uncounted(told[-1].content), "")
        names = (*(part.content for part in told[:-1]), last[0])
        said = self._terms(parts.of_all(self._content(beside)))
        known = (
            () if last[1] else tuple(term for term in said if term.means or self.lexicon.vocabulary.knows(term.word))
        )
        if not (last[1] or known):
            return told
        return tuple(
            replace(part, whole=(*self._terms(f"{name}{last[1]}"), *known))
            for part, name in zip(told, names, strict=True)
        )

    def _part(self, whole: str, blanked: str, start: int, end: int) -> Part:
        stretch = blanked[start:end].replace(parts.YEAR, " ")
        if end < len(blanked):  # the stretch ends, the question does not: 率 stays
            stretch += "、"
        content = _SHARE.sub("", self._content(stretch).strip("、 "))
        return Part(content, self._terms(content), mentions.years(whole[start:end])[0])

    def _places(self, text: str) -> tuple[str, ...]:
        return places(text, self.lexicon, tuple(one.said for one in self.expand(text)))

    def _content(self, text: str) -> str:
        """`text` without scaffolding."""
        if not _HAN.search(
            text
        ):  # English cues hold words of the topic between them: its stop words are left out instead
            return " ".join(text.split())
        return " ".join(EDGES.sub(" ", _DOUBLED.sub("", cues().bare(text))).split())

    def _expressions(self, text: str) -> tuple[str, ...]:
        """What a text holds that is known: names of units, and what has an official word, everyday expressions and English."""
        units: tuple[str, ...] = ()
        if _BUREAU.search(text):
            _, named = mentions.units(fold(text), self.lexicon)
            units = (*(text[start:end] for start, end in named), *bureaus(text))
        return (*units, *(one.said for one in self.expand(text)))

    def _asked_for(self, clause: str, content: str) -> tuple[Term, ...]:
        """Words that only the whole clause tells: 用多少水 asks for the water that is used, 志愿者要有多少人 for no population."""
        across = [one for one in self.expand(clause) if _ACROSS.search(one.said)]
        if names_something(content) or weight(self._terms(content)) >= TELLING:
            across = [one for one in across if not _OF_PEOPLE.fullmatch(one.said)]
        return tuple(
            term for one in across for term in terms(one.said, (one,), self.lexicon) if one.said not in content
        )

    def _terms(self, content: str) -> tuple[Term, ...]:
        return with_predicate(content, terms(content, self.expand(content), self.lexicon))


def _may_be_figure(query: Query) -> bool:
    """Whether an English question for what something is may ask for its figure, as it names a year: my boss wants the 2025
    number for it. What is it?
    """
    english = query.language is Language.EN and not _MEANT.search(fold(query.question))
    return english and query.intent is Intent.DEFINITION and bool(query.years and query.terms)


def _is_smalltalk(whole: str, intent: Intent, found: tuple[Term, ...]) -> bool:
    """Whether a message that tells nothing has a greeting in it: 好的, and no 建好."""
    if intent in (Intent.WHO, Intent.WHEN) or weight(found) >= TELLING:
        return False
    greetings = cues().smalltalk.finditer(whole)
    return any(not (has_chinese(before := whole[: one.start()][-1:]) or before.isalnum()) for one in greetings)


def _goes_with(query: Query, before: Query) -> bool:
    """Whether a question is answered by the duties or the list that the one before it asks for: 各涉及什么内容, 列出来."""
    if before.intent is Intent.LIST and query.intent is Intent.LIST and _WRITTEN.search(query.content):
        return True
    named = query.units or query.years or query.strangers or names_something(query.content)
    asks = query.intent in (Intent.MEASURES, Intent.LIST, Intent.DEFINITION, Intent.OTHER, Intent.VALUE)
    return before.intent is Intent.DUTIES and asks and not named


def _examples(text: str) -> str:
    """The examples that a clause gives of what it asks about: 律师、公证 of 律师、公证这些."""
    return " ".join(_EXAMPLE.sub("", said) for said in cues().examples.findall(text))


def _is_vague(intent: Intent, found: tuple[Term, ...], content: str, clause: str) -> bool:
    """Whether a clause leaves open what it asks about: it says little, points back (kids like him), or names nothing; an
    English one that states a figure does not.
    """
    if not has_chinese(clause) and mentions.asserted(clause, ()):
        return False
    in_words = intent in (Intent.MEASURES, Intent.LIST, Intent.WHETHER, Intent.DEFINITION, Intent.OTHER)
    named = any(
        term.same and term.weight >= NAMING and not _OF_SO_MANY.match(term.means[0] if term.means else term.word)
        for term in found
        if term.means or len(term.word) >= COMPOUND
    )
    little = weight(found) < MERGED and intent is not Intent.DEFINITION
    return (in_words and (little or bool(_BACK.search(clause)))) or not (named or names_something(content))
