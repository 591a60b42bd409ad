"""English words beside what is asked for: those that a row need not hold, and those that make it another thing."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from szassist.answer.ground.inventory import Subject
from szassist.query import Intent, Query, Term
from szassist.schema import Language
from szassist.text.english import apart
from szassist.text.english_apart import as_one
from szassist.text.english_phrases import is_common, is_filler, plain_stems, stems, told_by
from szassist.text.inflection import stem
from szassist.text.script import fold, has_chinese

BESIDE = 0.3  # what is left of the weight of a common word that stands apart
MODIFYING = 0.3  # weight of a word that makes what it is joined to another thing
# What joins a word to the one it makes another thing of: kindergarten teachers, buses with beds, crews of the ships.
_JOINT = re.compile(
    r"[\s-]*(?:(?:(?:should|must|will|would|shall|ought to|have to|has to|is to|are to)\s+be\s+|(?:is|are|was|were|do|does|did|have|has)\s+))?(?:(?:of|for|with|without|from|to|in|at|on|by|per|among|under|as|into)\s+)?"
    r"(?:(?:the|a|an|their|its|our|all|any|own|each|every|other|new|average|typical|ordinary|local|shenzhen(?!'))\s+)*"
)
_COUNTED = re.compile(
    r"\b(?:how (?:many|much)|(?:number|share|rate|percentage|proportion) of|what|which)\s+(?:[\w-]+\s+){0,2}?$"
)
_COUNTING = re.compile(
    r"\b(?:how many|how much|(?:what|which) (?:share|percentage|proportion|number|part)|share of)\b"
)
_HOW_MANY = re.compile(
    r"\bhow many (?:of (?P<whole>the |its |our |their |those |these )?)?(?P<counted>(?:[\w-]+ ?){1,3})"
)
_PLANNED = re.compile(
    r"\b(?:to be|should|will|would|must|shall|ought|going to|plan\w*|aim\w*|expect\w*|want\w*|hop\w+|ha(?:s|ve) to|needs? to|target\w*|are to|is to)\b"
)
_LAST = re.compile(r"([a-z]+)(?:\s+(?:in|by|on|at|for|during|since|last|this)\b[^?.]*)?[\s?.!]*$")
_IS = re.compile(
    r"\b(?:is|are|was|were|go|goes|went|gone|get|gets|got|become|becomes|became|turned|stayed|felt)\s+(?:\w+ly\s+)?$"
)
_LONG = re.compile(r"\bhow (?:long|wide|deep|tall)\b(?! (?:do|does|did|can|could|will|would|should|to|have|has)\b)")
# Asks for an amount of money; of what is spent, a share may answer too.
_MONEY = re.compile(
    r"\bhow much\b[^?.;]{0,60}?\b(?:costs?|costing|priced|charged?|pay|paid|price|worth)\b|\bhow much money\b"
    r"|\bhow much (?:cash |funding )?(?:is|was|will be|has been|gets|goes) (?:being )?(?:set aside|earmarked|allocated|budgeted|put aside)\b|\bhow much (?:funding|investment|cash)\b"
    r"|\bset (?:me|us|you|one|people|them) back\b"
    r"|\b(?:what(?:'s| is| are| was| were| will be)?|how (?:big|large|high|much|great))\b(?: \w+){0,3}? (?:budgets?|costs?|prices?|price tag|fees?|outlay)\b"
    r"|^(?:and |so |but )?(?:the )?(?:total |overall |annual |estimated |expected |projected )*(?:budgets?|costs?|prices?|price tag|outlay) (?:in \w+ )?(?:of|for)\b"
    r"|\bwhat (?:does|do|did|will|would) [^?.;]{1,60}?\bcosts?\b|\bin (?:yuan|rmb|renminbi|dollars|money terms)\b(?=\W*$)|\bvalue,? in (?:money|cash|yuan)\b|\bhow many (?:yuan|rmb|dollars)\b"
)
_SPENT = re.compile(r"\bhow much\b[^?.;]{0,60}?\b(?:spend|spends|spent|spending|invest|invests|invested)\b")
_SPENDING = re.compile("投入|投资|支出|经费|消费|研发")
_WAGE = "工资"  # what is paid is a wage only where somebody earns it
_EARNED = re.compile(
    r"\b(?:wages?|salar(?:y|ies)|earn\w*|work\w*|employ\w*|boss(?:es)?|staff|jobs?|income|minimum|least|lowest|floor|pay (?:floor|packet|level|rate|scale)s?)\b"
)
_HERE = re.compile(r"\bwork(?:s|ing)? (?:here|in (?:the city|town|shenzhen))\b")
_ATTAINED = re.compile(
    r"\b(?:to what (?:extent|degree)|how (?:far|close|near)|how much of|what (?:share|part|percentage) of)\b[^?.;]*\b(?:target|goal)s?\b"
    r"[^?.;]*\b(?:met|reached|achieved|fulfilled|attained|done|completed|hit)\b"
)
_MOVES = re.compile(
    r"(?:ris|ros|grow|grew|increas|climb|improv|fall|fell|drop|declin|decreas|cut|reduc|shr[iau]nk|gain|lengthen|chang|go)\w*"
)
_WHO = re.compile(r"(?:and |so |but )?who(?:m|se)?\b")
_POPULATION = "常住人口"
_SO_MANY = "how many people"
NAMING = 0.5  # weight of a word that names what so many people are asked about
_PERSONS = r"(?:[\w-]+ ){0,2}?(?:residents|people|citizens|locals|inhabitants|families|households|homes|kids|children|toddlers|tots|pupils|babies|patients|pensioners|seniors)"
_MANY_OF_US = re.compile(
    rf"\bhow many {_PERSONS}\b[^?.]{{0,24}}?\b(?:should|must|may|will|ought to|are (?:supposed |meant |expected |due )?to)\b|\btargets?\b[^?.]*\bhow many {_PERSONS}\b"
)
_OF_US = re.compile("居民|市民|人群|家庭|幼儿|儿童|老年人|学生|患者|户|死亡")
_ENERGY = re.compile(r"\b(?:energy|water|carbon)[ -]costs?\b|\bcosts? of living\b")
_NUMBERED = re.compile(
    r"\b(line|route|terminal|exit|gate|tower|highway|expressway|bus|tunnel|article|clause) (?:no\.? ?)?(\d{1,3})\b"
)
_NUMBERS = {"line": "号线", "route": "路", "terminal": "号航站楼", "bus": "路", "article": "条"}
_LARGE = re.compile(
    r"\bhow (?:large|big|extensive) (?:is|are|was|were|will|should|does)\b(?!.*\b(?:share|part|rate)\b)[^?.;]*\barea\b"
)
_OF_AREA = re.compile("平方|公顷|亩")
_ACTUAL = re.compile(
    r"\b(?:actual|real) (?:results?|figures?|numbers?|values?|outcomes?|levels?|counts?|outturn)\b|\bouttur\w+"
)
_OLD = re.compile(r"\bhow old (?:is|are)\b")
_AGE = re.compile("[年岁]")
_LIFE = "预期寿命"
_RATE = re.compile(
    r"\b(?:what|which)(?:'s| is| was| are)?(?: the| its)? (?:[\w-]+ ){0,2}?(?:rate|share|percentage|percent|proportion)\b"
)
_PER = re.compile(
    r"\bper (?!year|annum|cent|capita|head|pers|people|inhabitant|resident|citizen|day|month|week|hour|unit|square|cubic|yuan)[a-z]+"
)
_OVERALL = re.compile(
    r"\b(?:total|overall|altogether|whole (?:city|of society))\b(?!.*\b(?:per|each|every|gdp|output)\b)"
)
_OF_OUTPUT = re.compile("[万亿]元(?:gdp|地区生产总值)")
_RELATIVE = re.compile("[%‰/每均率占比元]|单位|百分")  # what a share, a rate or so many for something are told in
_OF_LENGTH = re.compile("(?<!方)(?<!方公)[米里年月日天周岁]|小时|分钟")


def without_bystanders(query: Query) -> Query:
    """The question with less weight on its unknown common words that stand apart from those that are known: parcels in how
    many electric vans carry parcels, but not teachers in how many kindergarten teachers.
    """
    if query.language is not Language.EN or not any(term.means for term in query.terms):
        return query
    return replace(query, terms=tuple(_weighed(term, query) for term in query.terms))


def with_predicate(content: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The words of an English question, in full weight the verb that tells what became of things it counts: expired in how
    many patents expired, left in how many teams left.
    """
    terms = (*_numbered(content), *_without_people(_told_together(content, terms)))
    told = tuple(
        replace(term, weight=1.0)
        if not term.means and _became(content, term.word)
        else replace(term, weight=BESIDE * term.weight)
        if term.word == "money" and _MONEY.search(content)
        else term
        for term in terms
    )
    told_of = _COUNTING.search(content) and not (_PLANNED.search(content) or _HERE.search(content))
    last = _LAST.search(content) if told_of else None
    if last is None or stem(last[1]) not in plain_stems("events") or any(last[1] in term.word for term in told):
        return told
    return (*told, Term(last[1], 1.0))


@lru_cache(maxsize=64)  # asked of every row that may answer a question
def asks_money(folded: str) -> bool:
    """Whether an English question asks for an amount of money: how much will they cost, the budget of the museum."""
    return bool(_MONEY.search(folded) or _SPENT.search(folded)) and not _ENERGY.search(folded)


def tells_money(folded: str, unit: str, name: str) -> bool:
    """Whether a figure in `unit` of what `name` says can answer a question for money: one in yuan, or where spending is
    asked for, any of what is spent.
    """
    if _WAGE in name and not _EARNED.search(folded):
        return False
    return "元" in unit or bool(_SPENT.search(folded) and _SPENDING.search(name))


def asks_attained(folded: str) -> bool:
    """Whether an English question asks how much of a target has been reached, which the target itself does not tell."""
    return bool(_ATTAINED.search(folded))


def asks_actual(folded: str) -> bool:
    """Whether an English question asks for the actual result, which a target does not tell."""
    return bool(_ACTUAL.search(folded))


def is_planned(folded: str) -> bool:
    """Whether an English question asks for what is to be, and not for what is."""
    return bool(_PLANNED.search(folded))


def tells_share(folded: str, name: str) -> bool:
    """Whether a share of the persons that a name speaks of tells how many of them are to do what an English question asks."""
    return bool(_MANY_OF_US.search(folded) and _OF_US.search(name))


def _told_together(content: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The words of a question, an unknown one and those of a known phrase that stand apart from it each with what the phrase means
    too: wastewater and reclaimed of how much of the wastewater is reclaimed.
    """
    if has_chinese(content) or all(term.means for term in terms):
        return terms
    told = {term: as_one(stems(term.word)) for term in terms}
    means: dict[str, tuple[str, ...]] = {}
    for key, official in apart(content):
        some = [term for term, own in told.items() if own and own <= key]
        whole = frozenset().union(*(told[term] for term in some)) >= {one for one in key if not is_filler(one)}
        if len(some) > 1 and whole and not all(term.means for term in some):
            means |= {term.word: (*means.get(term.word, ()), *official) for term in some}
    return tuple(
        replace(term, means=tuple(dict.fromkeys((*term.means, *means[term.word])))) if term.word in means else term
        for term in terms
    )


def _numbered(content: str) -> list[Term]:
    """The things that are known by a number, which nothing of another number tells of (metro line 15)."""
    found = []
    for match in _NUMBERED.finditer(content):
        kind, number = match.groups()
        means = (f"{number}{_NUMBERS.get(kind, '号')}",)
        found.append(Term(match[0], 1.0, means, proper=True))
    return found


def _without_people(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The words of a question, where it names what so many people do or are, without the population of the city."""
    if not any(term.means and term.weight >= NAMING and not _is_population(term) for term in terms):
        return terms
    return tuple(replace(term, weight=BESIDE * term.weight) if _is_population(term) else term for term in terms)


def _is_population(term: Term) -> bool:
    return term.word == _SO_MANY and any(_POPULATION in word for word in term.means)


def _became(content: str, word: str) -> bool:
    """Whether a word is a verb that tells what became of what `content` counts, and not what is planned for it."""
    before = content[: max(0, _at(content, word))]
    verb = stem(word) in plain_stems("verbs") or word.endswith("ed")
    return bool(verb and _COUNTING.search(before) and not _PLANNED.search(before))


def tells_another(query: Query, subject: Subject, units: list[str]) -> bool:
    """Whether an English question joins a word to one that a row holds which the row does not (private high school places,
    minimum wage for interns), asks for a rate where the row counts, how long or how old something is where the row does not tell that, or asks who uses or
    pays for something.
    """
    if query.language is not Language.EN:
        return False
    folded = fold(query.question)
    if _LONG.search(folded) and not any(_OF_LENGTH.search(fold(unit)) for unit in units):
        return True
    if _LARGE.search(folded) and not any(_OF_AREA.search(fold(unit)) for unit in units):
        return True
    if _OLD.search(folded) and (_LIFE in subject.name or not any(_AGE.search(fold(unit)) for unit in units)):
        return True
    if (_RATE.search(folded) or _PER.search(folded)) and not _RELATIVE.search(f"{subject.name}{' '.join(units)}"):
        return True
    if _OVERALL.search(folded) and _OF_OUTPUT.search(subject.name):
        return True
    if query.intent is Intent.OTHER and _WHO.match(folded):  # who is meant to use it: no figure is anybody
        return True
    moves = query.intent is Intent.DIFFERENCE  # by how much it rises is asked of the thing itself
    if _lacks_counted(query, subject):
        return True
    terms = (term for term in query.terms if not (moves and _MOVES.fullmatch(term.word)))
    return any(_lacks(term, subject) and _joined(term, query, subject) for term in terms)


def _lacks_counted(query: Query, subject: Subject) -> bool:
    """Whether a question counts something that a row lacks (how many jobs do the enterprises provide), or of what the row
    counts only those that are something else (how many of the students came from abroad).
    """
    match = _HOW_MANY.search(query.content)
    if match is None:
        return False
    counted = [term for term in query.terms if term.means and match["counted"].startswith(term.word)]
    if match["whole"] and any(term.held_by(subject.name) > 0 for term in counted):
        return any(
            _lacks(term, subject) and _at(query.content, term.word) > match.start("counted") for term in query.terms
        )
    return any(_lacks(term, subject) for term in counted)


def _weighed(term: Term, query: Query) -> Term:
    if term.means:
        return term
    if not is_common(term.word) or _belongs(term, query):
        return term
    return replace(term, weight=BESIDE * term.weight)


def _belongs(term: Term, query: Query) -> bool:
    """Whether an unknown word is counted, or tells what things are or have become, or is joined to a known one."""
    at = _at(query.content, term.word)
    return (
        at < 0
        or bool(_COUNTED.search(query.content[:at]) or _IS.search(query.content[:at]))
        or any(other.means and _beside(term, other, query.content) for other in query.terms)
    )


def _joined(term: Term, query: Query, subject: Subject) -> bool:
    """Whether a word is joined to one that the name of a row holds."""
    return any(other.held_by(subject.name) > 0 and _beside(term, other, query.content) for other in query.terms)


def _beside(one: Term, other: Term, content: str) -> bool:
    at, place = _at(content, one.word), _at(content, other.word)
    if min(at, place) < 0 or one.word == other.word:
        return False
    first, then = sorted(((at, at + len(one.word)), (place, place + len(other.word))))
    return first[1] <= then[0] and _JOINT.fullmatch(content, first[1], then[0]) is not None


def _lacks(term: Term, subject: Subject) -> bool:
    """Whether a telling word, known or rare, is nowhere in a subject."""
    texts = (subject.name, subject.said, subject.around, subject.english)
    tells = term.weight >= MODIFYING and (term.means or told_by(term.word) == 1.0)
    return bool(tells) and not any(term.held_by(text) > 0 for text in texts)


def _at(content: str, word: str) -> int:
    """Where a word stands by itself, -1 where it does not: age is not in average."""
    match = re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", content)
    return match.start() if match else -1
