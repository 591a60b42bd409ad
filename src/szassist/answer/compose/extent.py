"""What area and which years a document is for, into which stages it divides them, and when it was first made."""

from __future__ import annotations

import re
from collections.abc import Iterable

from szassist.answer.compose.headings import dated_aims
from szassist.answer.compose.naming import beside, is_place, meant, named, speaks_of_documents
from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Document, Language, Status
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

_PERIOD = re.compile(
    r"几几年|哪几年|哪些年|几年到几年|(?:从|自|[到至])(?:哪一?年|何年|什么时候|何时)|期限|规划期|实施期|有效期|年限|起止|管(?:到|几年)|多久"
    r"|(?:什么时候|何时|几时|哪一?年|哪天)(?:正式)?(?:开始|起)?(?:实施|执行|施行|生效|开始|起效|结束|到期|截止)"
    r"|(?<![提升降低增加达做])[到至]20\d\d年?(?:底|末)?(?:的|为止|截止|结束|到期)"
    r"|\b(?:what|which) (?:period|years)\b|\btime ?frame\b|\bhow long\b|\b(?:until|till|from|since) when\b"
    r"|\bwhen (?:does|do|will|did|is|are)\b.{0,60}?\b(?:takes? effect|come into (?:force|effect)|in force|start|begin|end|expire|run out|finish|lapse|over)\b"
    r"|\b(?:runs?|running|valid|lasts?|in force|goes?|continues?|extends?|applies|apply|ends?|expires?|covers?)\b.{0,30}?\b(?:until|till|through|to|in|up to|beyond|past) (?:the (?:end of|year) )?20\d\d\b"
)
_BEGINS = re.compile(
    r"20\d\d年?(?:才|就|正式)?(?:开始|起|启动)|(?:起点|开始)[^,]{0,4}20\d\d|\\b(?:start|begin|from)s?\\b"
)
_OF_PERIOD = re.compile(
    r"^(?:管|覆盖|涵盖|实施|执行|施行|生效|有效期?|期限|规划期?|期|年限|开始|结束|到期|截止|为止|起止|起|止|到|至|从|几年|哪|[干做搞推办]$|cover|last|run|period|effect|force|valid|expir|end|start|begin|extend|all the way|right)"
)
_PERIOD_GIVEN = re.compile(
    r"(?:规划|计划|方案|实施|行动)(?:的)?(?:期限|期|年限|时限)(?:为|是|:)?[^,;。]{0,6}20\d\d年?\s?[-—–~至到]{1,2}\s?20\d\d"
)
_YEARS = re.compile(r"(20\d\d)年?\s?[-—–~至]{1,2}\s?(20\d\d)")
_OF_TERMS_ALONE = re.compile("期限|^(?!.*(?:目标|阶段|节点|步)).*期")
_STAGES = re.compile(
    r"(?:几|多少|哪[几些两二三四五]|什么)个?(?:大)?(?:阶段|时期|步骤?|时间节点|时间段|节点|[段期](?![\u4e00-\u9fff]*(?:路|河|线|工程|项目)))|[近中远](?:期)?[、和与及]?中期?[、和与及]?远期?|[近中远]期(?:具体|分别|各自?|都)*(?:是|指|为|对应|管|从|到|包括|算)+的?(?:哪|什么|啥|几|多久|多长)|[分划][成为]?[^,。;?!]{0,6}[两三四五六][段期]|[几哪]步走|分阶段|分步骤|(?:切|划)段|近期?、中期?、?和?远期"
    r"|\b(?:what|which|how many|into) (?:\w+ ){0,2}?(?:stages|phases|stretches|time spans|periods of time)\b"
)
_OF_STAGES = re.compile(
    "[近中远]|阶段|时期|步|节点|时间|段|期|目标|划分|分|stage|phase|stretch|span|divid|split|years"
)
_OF_TERM = re.compile("(?:请问|那|那么|所谓的?)?[近中远]期(?![\u4e00-\u9fff]{0,2}(?:目标|任务|工作|建设|要|会|有))")
_SCOPE = re.compile(
    r"范围|(?:覆盖|涵盖|适用)于?(?:到|了)?(?:全市|全域|整个市|整个城市)|(?:覆盖|涵盖|适用于?|管(?!理|道|网|控))[^,。?]{0,6}(?:地方|区域|地域|地区|哪[里儿些个]|多大)"
    r"|(?:只|仅|光)(?:是|限于?|管|覆盖|涵盖|适用于?|包括|包含|针对|算)[^,。;?!]{0,12}(?:还是|或者?是?)"
    r"|(?:覆盖|涵盖|适用于?|包括|包含|管|算)(?:到|了)?(?:整座?个?|全)(?:城|市|深圳)|(?:整座城|全城|整个(?:深圳|城市|市))都?(?:算|包|管|覆盖|适用)"
    r"|\b(?:area|territory|districts?|places?|parts?(?: of (?:the city|shenzhen|town))?) (?:does|do|is|are)\b.*\b(?:cover|appl|include|extend|concern)|\bgeograph\w+ scope\b|\bscope of the\b"
    r"|\b(?:cover\w*|appl(?:y|ies)(?: to)?|valid (?:for|in)|hold\w* (?:for|in)|concern\w*|limited to|extend\w* to|deals? with)\b.{0,50}\b(?:all of (?:the city|shenzhen)|(?:whole|entire) (?:city|of shenzhen|municipality|territory)|city-?wide|only\b.{0,40}\bor)\b"
    r"|\b(?:cover\w*|apply|valid|hold|limited) (?:to |for |in )?(?:only|just)\b.{0,50}\bor\b|\b(?:only|just) (?:cover|apply|hold)\w*\b.{0,50}\bor\b"
)
_INCLUDES = re.compile(
    "(?:算|包|含|适用|覆盖|涵盖)不(?:算|包|含|适用|覆盖|涵盖)|(?:算|包括|包含)(?:进去|在内|在里)|是否(?:也)?(?:包括|包含|涵盖|覆盖|适用)"
    r"|^(?:and |so |but )?(?:is|are|does|do)\b.*\b(?:cover|apply to|include|extend to|valid (?:for|in)|covered by|included in|part of)\b"
)  # asks for the area only of a place
_OF_SCOPE = re.compile(
    "范围|全市|全域|整个|整座|城$|算进|关[内外]|特区|区域|地域|空间|地区|地方|覆盖|涵盖|适用|包括|包含|行政区|辖区|个别|area|scope|territor|cover|district|zone|city|whole|entire|part|old|former"
)
_SCOPE_GIVEN = re.compile(r"(?:规划|适用|实施|建设)(?:的)?范围(?:为|是|包括|涵盖|:)")
_FIRST = re.compile(
    "第一(?:版|稿)|初版|首版|原版|旧版|老版|[前上]一版|最初|最早|最开始|最先|一开始|当初|首次|第一次|起初|原先|本来|(?:制定|编制|制订|起草)"
)
_MADE = re.compile("版|制定|编制|制订|起草|定下来|定的|出台|出的|搞的|做的|有的")
_OF_MAKING = re.compile(f"{_FIRST.pattern}|{_MADE.pattern}|年")
_WHEN = re.compile("哪一?年|何年|几几年|什么时候|何时|几时|年份|时间")
_MADE_GIVEN = re.compile(r"20\d\d年[^,;。]{0,4}(?:制定|编制|制订)(?:本|该|此)(?:规划|方案|计划)")
BESIDE = 0.6  # weight of other words from which a question is of something in a document
NOTHING = 0.2  # weight of words that name nothing


def asks_period(query: Query) -> bool:
    """Whether a question asks for the years that documents are for, and for nothing else: 规划管到哪一年."""
    own = sum(term.weight for term in query.terms if not _OF_PERIOD.search(term.word))
    return speaks_of_documents(query) and own < NOTHING and _PERIOD.search(fold(query.question)) is not None


def of_extent(query: Query, material: Material) -> Draft | None:
    """The area that the documents asked about are for, their stages or the year they were made in; None where the question
    asks for none of these.
    """
    return of_scope(query, material) or of_stages(query, material) or _of_making(query, material)


def of_scope(query: Query, material: Material) -> Draft | None:
    """The sentence of each document named that says what area it is for, where the question asks for that: 规划管哪些地方."""
    folded = fold(query.question)
    places = query.places or any(is_place(term.word, query) for term in query.terms)
    asks = _SCOPE if _SCOPE.search(folded) else _INCLUDES if places and _INCLUDES.search(folded) else None
    if not query.documents or asks is None or beside(query, asks, _OF_SCOPE) >= BESIDE:
        return None
    return _given(meant(query, material), _SCOPE_GIVEN, query.language)


def of_stages(query: Query, material: Material) -> Draft | None:
    """The stages into which the documents asked about divide their time: the sentence that gives the period, and the
    goals by year.
    """
    folded = fold(query.question)
    asks = _STAGES.search(folded) and (speaks_of_documents(query) or "目标" in folded or _OF_TERM.match(folded))
    if not asks or beside(query, _STAGES, _OF_STAGES) >= NOTHING:
        return None
    documents = meant(query, material)
    period = _given(documents, _PERIOD_GIVEN, query.language)
    goals = dated_aims(documents, material, query.language) if not _OF_TERMS_ALONE.search(folded) else None
    told = [one for draft in (period, goals) if draft for one in draft.statements]
    return Draft(Status.ANSWERED, tuple(told)) if told else None


def _of_making(query: Query, material: Material) -> Draft | None:
    """The sentence that says in which year a document was first made: 规划最早是哪年定下来的."""
    folded = fold(query.question)
    asks = _WHEN.search(folded) and _FIRST.search(folded) and _MADE.search(folded)
    if not asks or not query.documents or beside(query, _WHEN, _OF_MAKING) >= BESIDE:
        return None
    return _given(meant(query, material), _MADE_GIVEN, query.language)


def periods(query: Query, material: Material) -> Draft:
    """The sentence of each document that gives its period, else the years in its title; or that none gives one."""
    documents = meant(query, material)
    found = tuple(told for document in documents if (told := _period(document, query.language)))
    if not found:
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))
    return Draft(Status.ANSWERED, (*_of_years(query, documents), *found))


def _of_years(query: Query, documents: Iterable[Document]) -> list[Statement]:
    """Whether documents begin and end in the years that a question claims: not 2030, where they do none, nothing."""
    if query.intent is not Intent.WHETHER or not 0 < len(query.years) < 3:
        return []
    given = [(match[1], match[2]) for document in documents if (match := _YEARS.search(fold(document.title)))]
    said = tuple(map(str, sorted(query.years)))
    begins = len(said) == 1 and _BEGINS.search(fold(query.question))
    right = all((first if begins else last) == said[-1] and said[0] in (first, last) for first, last in given)
    right = right and (len(said) == 1 or all(first == said[0] for first, _ in given))
    wrong = phrase(query.language, "claim_wrong", asserted="-".join(said))
    return [Statement(phrase(query.language, "claim_right") if right else wrong)] if given else []


def _given(documents: Iterable[Document], given: re.Pattern[str], language: Language) -> Draft | None:
    found = tuple(told for document in documents if (told := _sentence(document, given, language)))
    return Draft(Status.ANSWERED, found) if found else None


def _sentence(document: Document, given: re.Pattern[str], language: Language) -> Statement | None:
    """The first sentence of a document that gives something."""
    spans = (Evidence(document.id, *span) for span in sentences(document.text))
    told = next((one for one in spans if given.search(fold(document.text[one.start : one.end]))), None)
    return Statement(for_reader(document.text[told.start : told.end].strip(), language), (told,)) if told else None


def _period(document: Document, language: Language) -> Statement | None:
    if given := _sentence(document, _PERIOD_GIVEN, language):
        return given
    years = _YEARS.search(fold(document.title))
    at = fold(document.text).find(fold(document.title))
    if not years or at < 0:
        return None
    text = phrase(language, "period", title=named(document, language), first=years[1], last=years[2])
    return Statement(text, (Evidence(document.id, at, at + len(document.title)),))
