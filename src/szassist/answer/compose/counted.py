"""Things that the documents count and do not name: who asks which ones they are is told so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from szassist.answer.choosing.aspects import lacks_names
from szassist.answer.choosing.choice import choose, likely
from szassist.answer.choosing.errands import asks_detail
from szassist.answer.choosing.match import FOUND, coverage, is_count
from szassist.answer.compose import premise
from szassist.answer.compose.lists import from_lists
from szassist.answer.compose.passages import from_passages
from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.reading.kinds import kinds_asked
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Status
from szassist.text.numerals import han_number
from szassist.text.quantities import quantities
from szassist.text.quantity import Quantity
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

NOUN = 2  # characters after a figure that name what it counts
NAMED = 4  # the same where no other word of its sentence need be said
_NUMERAL = "[二三四五六七八九十百]+"
_NAMES = re.compile(
    rf"哪(?:几|些|{_NUMERAL}|[两\d])|名[单录称]|清单|点名|逐[个项条]|列出|叫(?:什么|啥)|分别(?:是|在|为)|[是有]谁|什么名"
    r"|\b(?:which|who are|names?|named|list|what are)\b"
)
_MEMBERS = re.compile(
    rf"哪(?:几|{_NUMERAL}|\d)|名[单录字称]|清单|叫(?:什么|啥)|分别(?:指|叫)|[个项条座家],?分别[是为]|列出|逐[个条项]"
)
_OF_SLOGAN, _LISTED = re.compile(rf"(\d+|{_NUMERAL})([\u4e00-\u9fff]?)"), re.compile("[^,;。、]+(?:、[^,;。、]+)+")
_NUMBERS = re.compile(rf"\d+|{_NUMERAL}")
FEW, MANY = 3, 100  # members of what a slogan counts; fewer are named without a list, and 2025 counts none
_SOME = re.compile(
    r"哪几[个家所座名位条间支]|[有是]谁(?=$|\W)|有哪些(?=$|\W)|名单"
    r"|\bwhich (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\bwhich (?:[\w-]+ ){1,3}exactly\b|\b(?:which ones|names of)\b"
)
_GIVEN = re.compile("[归由该给让找属靠叫]了?谁|谁(?:来|去|该|要)?(?:负责|管|干|做|抓|牵头|落实|建|修)")
_WHICH_OF = re.compile(rf"哪((?:{_NUMERAL}|\d+)[个家所座名位项条间处支])")  # 是哪九项
_NAMING = (Intent.LIST, Intent.WHO, Intent.WHETHER, Intent.OTHER)
_LOT = re.compile("一批|若干")
_WHETHER = re.compile(r"[吗么吧嘛]|([\u4e00-\u9fff])不\1|是否|没错|\b(?:right|correct|true)\b")
_HOW_MANY = re.compile("多少|几|多[高大]|how (?:much|many)")
_DOCUMENT = re.compile(r"哪[几些\d]?[一份个]?(?:文件|规划|方案|通知)")
_UNITS = re.compile(
    "哪[几些]?[家个]?(?:责任|牵头|政府)?(?:单位|部门|局|机构|机关)|(?:[归由属找该让靠给到]|落在)了?哪[几些]?家"
)
_ENUMERATED = re.compile(r"、[^,;。]*$")  # A、B、C等五大职能
_GOES_ON = re.compile(r"^[^,;。]{0,12}(?::|,(?:即|包括|分别[是为]|其中))")  # 三个方面:A、B、C


def only_counted(query: Query, material: Material) -> Draft | None:
    """That the documents give the number of the things whose names are asked for, and no names; None where they list
    them, or where nothing is counted.
    """
    folded = fold(query.question)
    if ("哪些" in folded or _MEMBERS.search(folded)) and (slogan := _only_a_slogan(folded, material)):
        return _shown(slogan, query, material)
    members = query.intent is Intent.DEFINITION and _MEMBERS.search(folded)  # “9项重点工程”是哪九项
    if (not members and query.intent not in _NAMING) or not _NAMES.search(folded):
        return None
    if query.intent is Intent.WHO and _GIVEN.search(folded):  # a list of those who answer for it
        return None
    if _DOCUMENT.search(folded) or _UNITS.search(folded) or query.units:
        return None
    if query.asserted or _WHICH_OF.search(folded):
        found = next((one for one in _stated(query, material)), None)
    else:
        found = _led(query, material) if _SOME.search(folded) else None
    if found is None or _enumerates(found, material) or from_lists(query, material):
        return None
    return _shown(found[0], query, material)


def beyond_known(query: Query, draft: Draft) -> Draft:
    """`draft` as what stands nearest where names are asked for and it has none, or where a list or a detail is and it only
    tells that the number which the question knows is right.
    """
    folded, lists = fold(query.question), query.intent is Intent.LIST
    if not (lists or asks_detail(query)) or draft.status is not Status.ANSWERED:
        return draft
    if draft.facts:
        known = draft.confirms or (query.asserted and asks_detail(query))
        known = known and not (_WHETHER.search(folded) or _LISTED.search(draft.statements[0].text))
        names = _MEMBERS.search(folded) and not kinds_asked(query)
        unsaid = known or (lists and names and _tells_numbers(draft))
    else:
        unsaid = lists and all(lacks_names(query, fold(one.text)) for one in draft.statements)
    if not unsaid:
        return draft
    lead = Statement(phrase(query.language, "not_listed" if lists else "not_found"))
    return replace(draft, status=Status.NOT_FOUND, statements=(lead, *draft.statements[:1]))


def asks_more(query: Query) -> bool:
    """Whether a question that states a figure asks for another and not if its own is right."""
    return bool(_HOW_MANY.search(asking(query))) and not _WHETHER.search(fold(query.question))


def _tells_numbers(draft: Draft) -> bool:
    """Whether each row of a draft tells a number of something."""
    return all(is_count(fact.unit) for fact in draft.facts)


def _shown(place: Evidence, query: Query, material: Material) -> Draft:
    """That the documents list no names, with a sentence that counts what has them."""
    text = material.documents[place.document_id].text[place.start : place.end].strip()
    shown = Statement(for_reader(text, query.language), (place,))
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_listed")), shown))


def _only_a_slogan(folded: str, material: Material) -> Evidence | None:
    """A sentence with a slogan that counts (四带八片多廊, 20+8) and of which the question has all or one part (四带); None
    where one has a list as long.
    """
    for word in material.lexicon.coined:
        parts = [(match[0], match[1]) for match in _OF_SLOGAN.finditer(word) if word not in folded and match[2]]
        named = [number for part, number in parts if part in folded and not number.isdigit()]
        counts = [int(han_number(one)) for one in named or _NUMBERS.findall(word if word in folded else "")]
        if not any(FEW <= one <= MANY for one in counts):
            continue
        found = [(_longest(text), place) for place, text in _with_word(word, material)]
        listed, place = max(found, key=lambda pair: pair[0], default=(0, None))
        if place and listed < min(one for one in counts if one >= FEW):
            return place
    return None


def _longest(text: str) -> int:
    """How many things the longest list of a sentence names."""
    return max((len(run.split("、")) for run in _LISTED.findall(text)), default=0)


def _with_word(word: str, material: Material) -> Iterator[tuple[Evidence, str]]:
    """The sentences of the passages found that hold a word, with their folded text."""
    for hit in material.hits:
        document = material.documents[hit.document_id]
        for start, end in sentences(document.text, hit.start, hit.end):
            if word in (text := fold(document.text[start:end])):
                yield Evidence(hit.document_id, start, end), text


def _stated(query: Query, material: Material) -> Iterator[tuple[Evidence, Quantity]]:
    """The sentences that count with a figure of the question: those of rows it may mean, then those of the passages."""
    series = (*choose(query, material).series, *likely(query, material))
    rows = [fact for one in series for fact in premise.stated(query, one.facts) if is_count(fact.unit)]
    asked = [one for said in query.asserted for one in quantities(fold(said.text))]
    asked += [one for said in _WHICH_OF.findall(fold(query.question)) for one in quantities(said)]
    for fact in rows:
        place = material.evidence([fact])[0]
        for figure in _counts(place, material):
            if figure.value == fact.value:
                yield place, figure
    folded = fold(query.question)
    for hit in material.hits:
        document = material.documents[hit.document_id]
        named = [term for term in query.terms if not _NAMES.search(term.word)]
        of_it = coverage(named, (fold(hit.text), 1.0), (fold(" ".join(hit.section_path)), 1.0)) >= FOUND
        for start, end in sentences(document.text, hit.start, hit.end):
            place = Evidence(hit.document_id, start, end)
            text = fold(document.text[start:end])
            for figure in _counts(place, material):
                noun, name = text[figure.end : figure.end + NOUN], text[figure.end : figure.end + NAMED]
                alike = any(one.amounts == figure.amounts and one.base == figure.base for one in asked)
                told = of_it and (noun in folded or _tells(query, _clause(text, figure)))
                if alike and (told or name in folded):
                    yield place, figure


def _led(query: Query, material: Material) -> tuple[Evidence, Quantity] | None:
    """The sentence that bears the question best, where it counts what is asked for."""
    draft = from_passages(query, material)
    places = [one for statement in draft.statements for one in statement.evidence] if draft else []
    if not places:
        return None
    document = material.documents[places[0].document_id]
    text = fold(document.text[places[0].start : places[0].end])
    counts = [one for one in (*_counts(places[0], material), *_lots(text)) if _tells(query, _clause(text, one))]
    return (places[0], counts[0]) if counts and "、" not in _clause(text, counts[0]) else None


def _lots(text: str) -> list[Quantity]:
    """Where a sentence says that there are several of something and not how many: 组建一批…实验室."""
    return [
        replace(one, start=match.start(), end=match.end())
        for match in _LOT.finditer(text)
        for one in quantities("1个")
    ]


def _counts(place: Evidence, material: Material) -> list[Quantity]:
    """The figures of a sentence that count something."""
    text = fold(material.documents[place.document_id].text[place.start : place.end])
    return [one for one in quantities(text) if one.unit and not one.ordinal and is_count(one.unit)]


def _clause(text: str, figure: Quantity) -> str:
    """The part of a sentence between commas that holds a figure."""
    begin = max(text.rfind(mark, 0, figure.start) for mark in ",;") + 1
    ends = [at for mark in ",;。" if (at := text.find(mark, figure.end)) >= 0]
    return text[begin : min(ends, default=len(text))]


def _tells(query: Query, clause: str) -> bool:
    return coverage(query.terms, (clause, 1.0)) >= FOUND


def _enumerates(found: tuple[Evidence, Quantity], material: Material) -> bool:
    """Whether a sentence names what its figure counts, before it or behind it."""
    place, figure = found
    text = fold(material.documents[place.document_id].text[place.start : place.end])
    return bool(_ENUMERATED.search(text[: figure.start]) or _GOES_ON.match(text[figure.end :]))
