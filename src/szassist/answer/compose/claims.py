"""What a question takes for granted of the documents themselves: who issued them and when, how many a list has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from szassist.answer.choosing.choice import likely
from szassist.answer.choosing.match import FOUND, coverage
from szassist.answer.compose import premise
from szassist.answer.compose.about import issued
from szassist.answer.compose.base_year import asks_base_year
from szassist.answer.compose.headings import of_number
from szassist.answer.compose.lists import from_lists
from szassist.answer.compose.naming import meant
from szassist.answer.compose.passages import from_passages
from szassist.answer.compose.premise import as_typed
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.beside import asks_attained
from szassist.answer.reading.cues import cues
from szassist.answer.reading.places import known_places
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Document, FactKind, Language, Status
from szassist.text.dates import dates
from szassist.text.numerals import han_number
from szassist.text.quantities import quantities
from szassist.text.script import fold, for_reader

STATED = 0.8  # part of the question's weight that a sentence holds which says what the question claims
_PLACED = re.compile(
    r"(?:哪|第几)一?(?:条|章|节|段|页|款)(?!河|路|街|线|鱼)|(?:写|说|提|规定|要求|明确|文件|规划|方案)[^?？]*在哪(?:里|儿|项工程|个行动)?(?:写|说|提|规定)?(?:到|过|了)?的?[?？。]?$"
    r"|\bwhere (?:does|do|did|is|in) (?:it |the |this )*(?:say|says|said|state|written|plan|scheme|documents?|notice)\b"
)
OF_FIGURE = 0.35  # the same of a clause that tells the figure whose reason is asked for
_CLAUSES = re.compile("[,;。]")
_REASON = re.compile("因为|由于|鉴于|测算|推算")
_PAST = "(?:当年|当时|当初|以前|从前|过去|早年|早些年|那时候?|原先|历史上|曾经|19\\d\\d年?)"
_WHY = "(?:为什么|为何|为啥|怎么会|咋会|什么原因|啥原因)"
_PAST_CAUSE = re.compile(rf"{_PAST}[^,。;?!]{{0,12}}{_WHY}|{_WHY}[^,。;?!]{{0,12}}{_PAST}|\bwhy (?:was|were)\b")
_CAUSED = re.compile("因为|由于|鉴于|造成|导致|源于|历史遗留|历史欠账")
_EACH = re.compile(r"每(?:一?个)?(区|街道|社区|县|镇|村|学校|学生|人|家庭)")
_ISSUED = re.compile(
    r"印发|发布|出台|公布|颁布|下发|发文|签发|落款|发的|\b(?:issued|published|released|adopted|dated|signed|came out|come out)\b"
)
_ASKS = re.compile(
    r"[吗么吧咩㗎]|是不是|係咪|系咪|是否|对不对|对吗|没错|确认|核[实对]|属实|无误|有误|准确|正确|\b(?:right|correct|is it|was it|isn't it|wasn't it|true|confirm)\b|^(?:was|were|did)\b"
)
_KNOWN_NOT = re.compile(r"谁|哪|什么|何时|几时|几月|多少|\b(?:who|when|which|what)\b")
_DOCUMENT = re.compile(r"文件|通知|规划|方案|意见|办法|\b(?:notice|plan|scheme|documents?)\b")
_GOVERNMENT = r"国务院|(?:(?:{places})?[省市区县]|{places})?(?:人民)?政府"
_GOVERNMENT_EN = re.compile(
    r"\b(?:state council|(?:[a-z]+ )?(?:provincial|municipal|district|city)(?: people's)? government)\b"
)
_MONTHS = "|".join(say.MONTHS).lower()
_DAY_EN = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?({_MONTHS})(?: (\d{{1,2}})(?:st|nd|rd|th)?\b)?,? (\d{{4}})|\bin (\d{{4}})\b"
)
_NOUNS = "行动|工程|项目|原则|任务|措施|目标|指标|文件|挑战|机遇|问题|定位|部分|章"
_ALIKE = frozenset({"工程", "项目"})  # what an action is made of, whichever of them it is called
NOTHING = 0.3  # weight of words that name nothing
_NOUNS_EN = {
    "action": "行动", "project": "工程", "principle": "原则", "document": "文件", "challenge": "挑战",
    "opportunit": "机遇", "problem": "问题", "measure": "措施", "chapter": "章",
}  # fmt: skip
_NUMBERS_EN = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = r"(?P<{0}>(?>(?:[二两三四五六七八九]|十[一二三四五六七八九]?|\d{{1,2}})(?:大|个|项|条|类|点|份|方面)?))"
_WHAT = "(?:重点|主要|基本|具体|战略|保障)?"
_COUNTED = re.compile(
    rf"{_NUMBER.format('a')}{_WHAT}(?P<noun>{_NOUNS})"
    rf"|(?P<first>{_NOUNS})(?:一共|总共|共|只|就)*(?:有|是|分为)(?:了)?{_NUMBER.format('b')}(?![\d.%年月])(?!{_WHAT}(?:{_NOUNS}))"
)
_COUNTED_EN = re.compile(
    rf"\b(?P<a>{'|'.join(_NUMBERS_EN)}|\d{{1,2}}) (?:\w+ ){{0,2}}?(?P<noun>{'|'.join(_NOUNS_EN)})(?:ies|s)?\b"
)


def of_issue(query: Query, material: Material) -> Draft | None:
    """Whether documents were issued when and by whom the question says; None where it says neither."""
    folded = fold(query.question)
    asks = _ISSUED.search(folded) and _DOCUMENT.search(folded) and _ASKS.search(folded)
    if not asks or _KNOWN_NOT.search(folded):
        return None
    told = {one.id: told for one in meant(query, material) if (told := issued(one, query.language, material))}
    documents = [material.documents[one] for one in told]
    claims = [*_days(folded, documents), *_issuers(query, folded, documents, material.lexicon.places)]
    if not claims or not told:
        return None
    wrong = [as_typed(query, said) for said, right in claims if not right]
    return Draft(Status.ANSWERED, (_verdict(wrong, query.language), *told.values()))


def _verdict(wrong: Sequence[str], language: Language) -> Statement:
    if not wrong:
        return Statement(phrase(language, "claim_right"))
    return Statement(
        phrase(language, "claim_wrong", asserted=for_reader(phrase(language, "join").join(wrong), language))
    )


def _days(folded: str, documents: Sequence[Document]) -> Iterator[tuple[str, bool]]:
    """The days, months or years that the question names outside of titles, and whether the documents date from them."""
    named = [(folded[one.start : one.end], (one.year, one.month, one.day)) for one in dates(folded) if one.year]
    for match in _DAY_EN.finditer(folded):
        month = _MONTHS.split("|").index(match[2]) + 1 if match[2] else None
        day = match[1] or match[3]
        named.append((match[0], (int(match[4] or match[5]), month, int(day) if day else None)))
    for said, parts in named:
        given = [(one.date.year, one.date.month, one.date.day) for one in documents if one.date]
        right = all(all(a is None or a == b for a, b in zip(parts, there, strict=True)) for there in given)
        yield said.strip(), right


def _issuers(
    query: Query, folded: str, documents: Sequence[Document], home: Collection[str]
) -> Iterator[tuple[str, bool]]:
    """The units that the question names, and whether they issued the documents."""
    issuers = [fold(document.issuer or "") for document in documents]
    places = "|".join((*known_places(), *(place for place in home if not place.endswith(("市", "省", "区", "县")))))
    governments = [match[0] for match in re.finditer(_GOVERNMENT.format(places=places), folded)]
    for name in governments:
        bare = name.replace("人民", "")
        yield name, all(issuer.replace("人民", "").endswith(bare) for issuer in issuers)
    for unit in () if governments else (*query.units, *query.strangers):
        yield say.name(unit, query.language), all(fold(unit) in issuer for issuer in issuers)
    for match in _GOVERNMENT_EN.finditer(folded):
        words = match[0].removeprefix("the ").replace("city", "municipal").split()
        english = [say.name(document.issuer or "", Language.EN).lower().split() for document in documents]
        yield match[0], all(word in issuer for issuer in english for word in words)


def of_reason(query: Query, draft: Draft, material: Material) -> Draft:
    """`draft` as what is said of a figure where the question wants to know why it is what it is, which no row tells; as it
    is where it puts the question's figure right, or tells of no figure.
    """
    folded = fold(query.question)
    if draft.status not in (Status.ANSWERED, Status.PARTIAL) or not cues().of_figures.search(folded):
        return draft
    if (
        not query.asserted
        and _PAST_CAUSE.search(folded)
        and not any(_CAUSED.search(text) for one in draft.statements for text in _texts(one, material))
    ):
        lead = Statement(phrase(query.language, "not_stated"))
        return replace(draft, status=Status.NOT_FOUND, statements=(lead, *draft.statements[:1]))
    if cues().basis.search(folded) or asks_base_year(query) or not (shown := _of_figure(query, draft, material)):
        return draft
    if any(_REASON.search(text) for one in shown for text in _texts(one, material)):
        return draft
    lead = Statement(phrase(query.language, "no_reason"))
    return replace(draft, status=Status.NOT_FOUND, statements=(lead, *shown))


def _texts(statement: Statement, material: Material) -> list[str]:
    """The folded texts that a statement cites."""
    return [fold(material.documents[one.document_id].text[one.start : one.end]) for one in statement.evidence]


def _of_figure(query: Query, draft: Draft, material: Material) -> list[Statement]:
    """What tells the figure that the question states, else one of what it names: the rows of a draft, or its sentence."""
    if draft.facts:
        told = premise.stated(query, draft.facts[:1]) if query.asserted else draft.facts
        return [material.of_fact(fact, query.language) for fact in told[:2]]
    asked = [one for said in query.asserted for one in quantities(fold(said.text))]
    named = [term for term in query.terms if not cues().of_figures.search(term.word)]
    for one in draft.statements:
        for clause in (clause for text in _texts(one, material) for clause in _CLAUSES.split(text)):
            alike = any(a.amounts == b.amounts and a.base == b.base for a in asked for b in quantities(clause))
            least = OF_FIGURE if asked else FOUND
            if (alike or (not asked and quantities(clause))) and coverage(named, (clause, 1.0)) >= least:
                return [one]
    return []


def of_list(query: Query, material: Material) -> Draft | None:
    """The list that a question calls by how many it has, and whether that is right where this is asked."""
    listed = of_number(query, material) or _of_kind(query, material)
    return counted(query, listed) if listed else None


def _of_kind(query: Query, material: Material) -> Draft | None:
    """The list of what a question says there are so many of (方案的行动有八项,对吗), where it names nothing else."""
    folded = fold(query.question)
    said = _COUNTED.search(folded)
    if not (said and said["first"] and _ASKS.search(folded)) or query.units or query.places or query.years:
        return None
    if _KNOWN_NOT.search(folded) or sum(term.weight for term in query.terms) >= NOTHING:
        return None
    return from_lists(replace(query, intent=Intent.LIST), material)


def counted(query: Query, draft: Draft) -> Draft:
    """`draft` with a word before it on how many things the question says a list has; as it is where it says nothing."""
    folded = fold(query.question)
    said = _COUNTED.search(folded) or _COUNTED_EN.search(folded)
    counts = _counts(said.groupdict(), draft) if said else ()
    if said is None or not counts:
        return draft
    number = said.groupdict()["a"] or said.groupdict()["b"]
    digits = re.sub(r"[^\d一二两三四五六七八九十a-z]", "", number)
    claimed = _NUMBERS_EN.index(digits) + 2 if digits in _NUMBERS_EN else int(han_number(digits))
    whole = [one for one in draft.statements[0].computed if isinstance(one, Count)]  # 共32项, in six lists
    if any(count.value == claimed for count in (*whole, *counts)):
        asked = _ASKS.search(folded) and not _KNOWN_NOT.search(folded)
        lead = [Statement(phrase(query.language, "claim_right"))] if asked else []
    else:
        lead = [_verdict([as_typed(query, said[0] if said["noun"] else number)], query.language)]
    return replace(draft, statements=(*lead, *draft.statements))


def _counts(said: Mapping[str, str | None], draft: Draft) -> list[Count]:
    """The counts of the draft's lists whose things are called what the question counts."""
    noun = said.get("noun") or said.get("first") or ""
    noun = _NOUNS_EN.get(noun, noun)
    items = [one.text for one in draft.statements if not one.computed]
    return [
        count
        for one in draft.statements
        for count in one.computed
        if isinstance(count, Count) and _are_called(noun, fold(one.text), items)
    ]


def _are_called(noun: str, head: str, items: Sequence[str]) -> bool:
    """Whether the things of a list are called `noun`: most of them by themselves, else by the head of the list."""
    title, _, inline = head.partition(":")
    names = [name.rstrip("。”’") for name in map(fold, inline.split("、") if inline else items)]
    kinds = [kind for kind in _NOUNS.split("|") if 2 * sum(_is_a(kind, name) for name in names) > len(names)]
    if {noun, *kinds} <= _ALIKE:
        return True
    return noun in kinds if kinds else re.search(rf"{noun}[^\u4e00-\u9fff](?!的责任)", title) is not None


def _is_a(kind: str, name: str) -> bool:
    """Whether a name ends with the kind of thing it names, or in English holds its word: Healthy China Action."""
    english = [word for word, chinese in _NOUNS_EN.items() if chinese == kind]
    return name.endswith(kind) or any(word in name.lower().split() for word in english)


def unsaid(query: Query, material: Material) -> Draft | None:
    """That the documents do not say where something is written, or how much of a target has been reached, where a question
    asks for this.
    """
    return _unplaced(query, material) or _unattained(query, material)


def _unplaced(query: Query, material: Material) -> Draft | None:
    """That the documents do not say what a question wants to know the place of (写了…,在哪一条), with the sentence that
    comes nearest; None where one sentence says it, or no place is asked for.
    """
    folded = fold(query.question)
    if not _PLACED.search(folded) or not query.terms:
        return None
    draft = from_passages(query, material)
    evidence = [one for statement in draft.statements for one in statement.evidence] if draft else []
    texts = [_with_headings(material.documents[one.document_id], one) for one in evidence]
    if any(_says(query, text) for text in texts):
        return None
    lead = [Statement(phrase(query.language, "not_stated"))]
    if draft:
        shown = [one for one in draft.statements if one.evidence][:1]
        lead += [Statement(phrase(query.language, "nearest")), *shown]
    return Draft(Status.NOT_FOUND, tuple(lead))


def _unattained(query: Query, material: Material) -> Draft | None:
    """That the documents do not say how much of a target has been reached, with the target; None where this is not asked."""
    if query.language is not Language.EN or not asks_attained(fold(query.question)):
        return None
    facts = tuple(fact for series in likely(query, material)[:1] for fact in series.facts)
    if not facts or any(fact.kind is FactKind.STATUS for fact in facts):
        return None
    shown = (
        Statement(phrase(query.language, "nearest")),
        *(material.of_fact(fact, query.language) for fact in facts[:1]),
    )
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_stated")), *shown))


def _with_headings(document: Document, place: Evidence) -> str:
    return fold(f"{document.text[place.start : place.end]} {' '.join(document.section_path(place.start))}")


def _says(query: Query, text: str) -> bool:
    """Whether a sentence holds nearly all words of a question, its figures, and each area of which it speaks."""
    areas = _EACH.findall(fold(query.question))
    figures = [one.amounts for said in query.asserted for one in quantities(fold(said.text))]
    told = [one.amounts for one in quantities(text)]
    return (
        coverage(query.terms, (text, 1.0)) >= STATED
        and all(f"每个{area}" in text or f"各{area}" in text or f"每{area}" in text for area in areas)
        and all(figure in told for figure in figures)
    )
