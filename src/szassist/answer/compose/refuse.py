"""Questions that cannot be answered: empty or too long, outside the documents, or not in them; the nearest is named."""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.choosing.choice import near
from szassist.answer.choosing.errands import asks_detail, asks_moment, without_detail
from szassist.answer.choosing.match import FOUND, coverage, fields
from szassist.answer.compose.passages import from_passages
from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.examples import examples
from szassist.answer.ground.inventory import Series
from szassist.answer.ground.material import Material
from szassist.answer.reading.kinds import kinds_asked
from szassist.answer.reading.places import known_places, short_names
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import LONGEST, Intent, Query
from szassist.schema import Answer, Document, Language, Status
from szassist.text.quantities import DURATIONS, measure, quantities
from szassist.text.script import fold, for_reader, language_of

LENGTHS = frozenset(
    ["米", "公里", "平方米", "平方公里", "分钟", "小时", "公顷", "元"]
)  # measures of one thing beside a share of another
NAMING = 0.8  # weight of a word that names a row of a table
TOPICS = 0.2  # weight of words below which they name nothing
NEAR = 0.5  # part of the question's weight that a row must hold to be named as the nearest
_PART = re.compile(
    r"(表\s?\d+|指标(?:体系|总)?表|指标体系|附表|附件|附图|框架图|table\s?\d+|appendix|framework (?:picture|diagram|chart))"
)


def refusal(question: str, language: Language | None) -> Answer | None:
    """A kind word for a question without words or over `LONGEST` characters; None for any other."""
    if len(question) > LONGEST:
        return _ask_again(question[:LONGEST], "too_long", language)
    if not any(char.isalnum() for char in question):
        return _ask_again(question, "empty", language)
    return None


def _ask_again(question: str, name: str, language: Language | None) -> Answer:
    spoken = language or language_of(question)
    text = phrase(spoken, name, limit=str(LONGEST))
    return Answer(question=question, text=text, status=Status.CLARIFY, language=spoken)


def which(query: Query, material: Material) -> Draft:
    """The request to name what is meant, with examples out of the documents in hand."""
    text = phrase(query.language, "which", examples=_examples(query, material))
    return Draft(Status.CLARIFY, (Statement(text),))


def hello(query: Query, material: Material) -> Draft:
    """What can be asked of which documents, with examples out of them."""
    titles = say.titles(material.documents, query.language)
    text = phrase(query.language, "greeting", titles=titles, examples=_examples(query, material))
    return Draft(Status.SMALLTALK, (Statement(text),))


def _examples(query: Query, material: Material) -> str:
    """Examples of what can be asked for, as they go into a sentence; nothing where the documents give none."""
    names = [phrase(query.language, "example", name=one) for one in examples(material.inventory, query.language)]
    joined = "".join(names) if query.language is not Language.EN else phrase(query.language, "join").join(names)
    return phrase(query.language, "which_examples", names=joined) if names else ""


# Asks what such a part is called, not what is in it.
_EITHER = re.compile("还是|定是|定系|抑或")  # 2020那栏是实绩还是目标 asks for no figure
_WHOLE = re.compile("整张|全表|整个表|逐项|每一?项|全部")
_NAMED = re.compile(
    rf"{_PART.pattern}(?:的(?:名[字称]|标题|题目|题名))?(?:到底|又)?(?:是|叫做?|为|指的?是?)(?:一?[个张份])?(?:什么|啥)(?!内容|样|数|意思)"
    rf"|{_PART.pattern}[^。;?!]{{0,12}}(?:叫(?:什么|啥)|是(?:一?[张个])?(?:图|表)[^。;?!]{{0,2}}还是(?:图|表))"
    rf"|what (?:is|are) (?:the |this )?{_PART.pattern}(?: called)?(?=\W*$)|(?:name|title) of (?:the )?{_PART.pattern}"
)


def of_part_or_place(query: Query, material: Material) -> Draft | None:
    """What is said of a table or picture that the question names, or that there are no targets of another place."""
    return notes_of_part(query, material) or missing_part(query, material) or of_another_place(query, material)


def missing_part(query: Query, material: Material) -> Draft | None:
    """A table or picture that the question names and the source lacks; its name, where the text has that."""
    folded = fold(query.question)
    match = _PART.search(folded)
    if not match or "注" in folded or "note" in folded:
        return None
    wanted = {"table": "表", "appendix": "附件", "framework": "框架图"}
    part = next((zh + re.sub(r"\D", "", match[1]) for en, zh in wanted.items() if match[1].startswith(en)), match[1])
    for document in material.documents.values():
        for lacking in document.missing:
            if part.replace(" ", "").removesuffix("体系表") in fold(lacking):
                text = phrase(query.language, "not_found_table", missing=say.name(lacking, query.language))
                named = _titled(document, lacking, query.language) if _NAMED.search(folded) else None
                if named:
                    return Draft(Status.PARTIAL, (named, Statement(text)))
                return Draft(Status.NOT_FOUND, (Statement(text),))
    return None


def _titled(document: Document, lacking: str, language: Language) -> Statement | None:
    """The line of a document that bears the title of a part of it that is lacking: 附件：…总体框架图."""
    title = re.search("《(.*)》", lacking)
    for line in re.finditer(r"(?m)^.+$", document.text):
        if title and fold(line[0]).rstrip("》").endswith(fold(title[1])) and _PART.search(fold(line[0])):
            span = Evidence(document.id, *line.span())
            return Statement(for_reader(line[0].strip(), language), (span,))
    return None


def notes_of_part(query: Query, material: Material) -> Draft | None:
    """The notes below a table, where the question asks for them, for what is said of a year they name, or for what one of
    them tells.
    """
    folded = fold(query.question)
    noted = "注" in folded or "note" in folded
    if not _PART.search(folded):
        return None
    found = []
    for document in material.documents.values():
        for line in re.finditer(r"(?m)^\s*[①②③④⑤⑥⑦⑧⑨⑩][^\n]{4,}", document.text):
            if not noted and not _tells(query, fold(line[0])):
                continue
            span = Evidence(document.id, line.start(), line.end())
            found.append(Statement(for_reader(line[0].strip(), query.language), (span,)))
    return Draft(Status.ANSWERED, tuple(found[:10])) if found else None


def _tells(query: Query, note: str) -> bool:
    """Whether a note tells what is asked of its table, no figure, row or copy of it: it names the year, or holds the words."""
    folded = fold(query.question)
    either = query.years and _EITHER.search(folded)
    figured = query.intent in (Intent.VALUE, Intent.DIFFERENCE) and not either
    if figured or query.intent is Intent.WHO or _WHOLE.search(folded):
        return False
    of_years = bool(query.years) and all(str(year) in note for year in query.years)
    rows = [term for term in query.terms if term.means and not _PART.search(" ".join(term.means))]
    of_row = any(term.weight >= NAMING for term in rows) and not any(term.held_by(note) for term in rows)
    return (of_years and not of_row) or coverage(query.terms, (note, 1.0)) >= FOUND


def not_found(query: Query, material: Material) -> Draft:
    """The documents do not say; what they do say nearest to it is named."""
    language = query.language
    if query.strangers and not query.units:
        text = phrase(language, "not_found_unit", unit=say.names(query.strangers, language))
        return Draft(Status.NOT_FOUND, (Statement(text),))
    if query.places:
        own = "".join(sorted(material.lexicon.places, key=len)[:1]) or say.titles(material.documents, language)
        place = say.names(query.places, language)
        text = phrase(language, "not_found_place", own=say.name(own, language), place=place)
        return Draft(Status.NOT_FOUND, (Statement(text),))
    nearest = nearest_to(query, material)
    return _naming(nearest, query, material) if nearest else Draft(Status.NOT_FOUND, (_lead(query),))


_TAKES_PART = re.compile(
    "(?:有(?:没有)?|没有?)(?:什么|啥|分到|具体|相关)?(?:任务|职责|分工|责任|事|活)|(?:参与|负责|牵头|配合|列入|出现|涉及|管)(?:吗|么|没有?|不|了吗)|(?:参不参与|负不负责|在不在|是不是责任单位|是责任单位)"
)


def of_strangers(query: Query) -> Draft | None:
    """That no task is given to a unit which no document names, where its duties are asked for and nothing else: 省民政厅参与吗."""
    asks = query.intent is Intent.DUTIES or _TAKES_PART.search(fold(query.question))
    if not query.strangers or query.units or not asks:
        return None
    named = " ".join(query.strangers)
    if sum(term.weight for term in query.terms if not term.held_by(named)) >= TOPICS:
        return None
    text = phrase(query.language, "not_found_unit", unit=say.names(query.strangers, query.language))
    return Draft(Status.NOT_FOUND, (Statement(text),))


def of_another_place(query: Query, material: Material) -> Draft | None:
    """That the documents have nothing for it, where the targets of another place are asked for and nothing else: targets for
    Guangzhou.
    """
    places = {*query.places, *(short for place in query.places for short in short_names(place))}
    rest = (term for term in query.terms if not {term.word, *term.means} & places)
    foreign = bool(set(query.places) & set(known_places())) and "targets" in kinds_asked(query)
    return not_found(query, material) if foreign and sum(term.weight for term in rest) < TOPICS else None


def near_miss(query: Query, material: Material) -> Draft | None:
    """That the documents do not say, where rows that hold the question's words tell another thing (of each 10,000 people,
    of 中小学 and not of 小学): they are named, and their sentences are no answer.
    """
    close = near(query, material)
    return _naming(close[0], query, material) if close and not _measures_beside(query, close[0]) else None


def _measures_beside(query: Query, series: Series) -> bool:
    """Whether rows say in the measure asked for something beside their own figure (步行500米 of a share in percent), or that
    is a length of time, which sentences beside them may tell.
    """
    asked = measure(query.measure)[1]
    own = {measure(fact.unit)[1] for fact in series.facts}
    if asked in DURATIONS and not own & DURATIONS:  # 连续多少年 is told by a sentence
        return True
    return (
        asked in LENGTHS
        and asked not in own
        and any(one.base == asked for fact in series.facts for one in quantities(fold(fact.quote)))
    )


def _naming(nearest: Series, query: Query, material: Material) -> Draft:
    rows = [material.of_fact(fact, query.language) for fact in nearest.facts[:3]]
    head = (_lead(query), Statement(phrase(query.language, "nearest")))
    return Draft(Status.NOT_FOUND, (*head, *rows), nearest.facts[:3])


def _lead(query: Query) -> Statement:
    return Statement(phrase(query.language, "not_of_a_day" if asks_moment(query) else "not_found"))


def nearest_to(query: Query, material: Material) -> Series | None:
    """The indicator that holds the largest part of the question, if that is a fair part."""
    if not query.terms:
        return None
    holding = material.inventory.series_holding.of(query.terms, NEAR)
    scored = [(coverage(query.terms, *fields(series.subject)[:2]), series) for series in holding]
    best, series = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return series if best >= NEAR else None


def with_nearest(query: Query, refused: Draft, material: Material) -> Draft:
    """A refusal to tell a detail of something (who built it), with what the documents do say of it, where no row is near."""
    if refused.facts or query.places or not asks_detail(query):
        return refused
    nearest = from_passages(without_detail(query), material)
    if nearest is None:
        return refused
    lead = Statement(phrase(query.language, "nearest"))
    shown = [one for one in nearest.statements if one.evidence][:1]
    return replace(refused, statements=(*refused.statements, lead, *shown))
