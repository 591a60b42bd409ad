"""What a unit of government is charged with where the documents name units task by task: each task once, by the part that
the unit has in it and below the heading it stands under.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.inventory import Duty
from szassist.answer.ground.material import Material, units_evidence
from szassist.answer.ground.roles import Part, part_asked, part_of, tell_any, time_limit
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Fact, Status
from szassist.text.script import fold, for_reader

EACH = 8  # tasks up to which each has a line of its own
QUOTED = 260  # characters of a task that are cited with its units


def of_tasks(
    unit: str, tasks: Sequence[Duty], facts: Sequence[Fact], query: Query, material: Material
) -> list[Statement]:
    """The tasks of a unit, counted: all of them, or those in which it has the part that the question asks for."""
    asked = part_asked(fold(query.question))
    if not tell_any(duty.assignment for duty in tasks):
        head = _head("tasks", unit, tasks, facts, query)
        alone = [Statement(phrase(query.language, "no_lead"))] if asked is Part.LEAD else []
        return [head, *_lines(tasks, query, material), *alone]
    parts = {part: [duty for duty in tasks if part_of(duty.assignment, unit) is part] for part in Part}
    parts = {part: some for part, some in parts.items() if some}
    if asked and asked in parts:
        return _of_part(unit, asked, parts[asked], query, material)
    told = [_none(unit, asked, query, material)] if asked else []
    if len(parts) > 1 or facts:
        told.append(_head("tasks_by_part", unit, tasks, facts, query, parts))
    for part, some in parts.items():
        told += _of_part(unit, part, some, query, material)
    return told


def beside_actions(unit: str, tasks: Sequence[Duty], query: Query, material: Material) -> list[Statement]:
    """The tasks that name a unit of their own beside the actions that it answers for as a whole."""
    head = _head("tasks_beside", unit, tasks, (), query)
    return [head, *_lines(tasks, query, material)] if tasks else []


def in_years(unit: str, query: Query, material: Material) -> Draft | None:
    """The tasks of a unit whose time limit lies in the years of a question; None where there are none."""
    own = (duty for duty in material.inventory.duties if unit in duty.assignment.responsible_units)
    tasks = [duty for duty in own if duty.assignment.year in query.years and _limit(duty, material)]
    if not tasks:
        return None
    values = {"unit": say.name(unit, query.language), "count": str(len(tasks))}
    year = phrase(query.language, "join").join(map(str, query.years))
    text = phrase(query.language, "tasks_of_year", year=year, **values)
    head = Statement(text, tuple(map(named_at, tasks)), (_count(tasks),))
    return Draft(Status.ANSWERED, (head, *(_bullet(duty, query, material) for duty in tasks)))


def touched(projects: Count, facts: Count, query: Query) -> tuple[str, tuple[Count, ...]]:
    """How many projects and indicators something holds, in words, with what is counted; what there is none of is not said."""
    counted = {"projects": projects, "facts": facts}
    some = {kind: count for kind, count in counted.items() if count.places}
    said = (phrase(query.language, f"touched_{kind}", count=str(count.value)) for kind, count in some.items())
    return phrase(query.language, "join").join(said), tuple(some.values())


def rows_counted(facts: Sequence[Fact]) -> Count:
    """How many rows there are."""
    return Count(tuple(Evidence(fact.document_id, fact.start, fact.end) for fact in facts))


def named_at(duty: Duty) -> Evidence:
    """Where a task and its units stand: from its beginning on where it is short, else its units alone."""
    row = duty.assignment
    own = next(iter(units_evidence(row)), Evidence(row.document_id, row.start, row.end))
    near = row.start <= own.start and own.end - row.start <= QUOTED
    return Evidence(row.document_id, row.start, own.end) if near else own


def _head(
    form: str,
    unit: str,
    tasks: Sequence[Duty],
    facts: Sequence[Fact],
    query: Query,
    parts: dict[Part, list[Duty]] | None = None,
) -> Statement:
    said, counted = touched(Count(()), rows_counted(facts), query)
    words = {"unit": say.name(unit, query.language), "count": str(len(tasks))}
    if form != "tasks_beside":
        words["touched"] = phrase(query.language, "touched", what=said) if said else ""
    if parts:
        told = (
            phrase(query.language, "tasks_part", part=_name(part, query), count=str(len(some)))
            for part, some in parts.items()
        )
        words["parts"] = phrase(query.language, "join").join(told)
    text = phrase(query.language, form, **words)
    return Statement(
        text, (named_at(tasks[0]),) if tasks else (), (_count(tasks), *map(_count, (parts or {}).values()), *counted)
    )


def _none(unit: str, part: Part, query: Query, material: Material) -> Statement:
    """That no task gives a unit a part; that none of them leads where the documents never say who does."""
    every = (duty.assignment for duty in material.inventory.duties)
    if part is Part.LEAD and not any(row.lead_units for row in every):
        return Statement(phrase(query.language, "parts_only"))
    values = {"unit": say.name(unit, query.language), "part": _name(part, query)}
    return Statement(phrase(query.language, "tasks_none", **values))


def _of_part(unit: str, part: Part, tasks: Sequence[Duty], query: Query, material: Material) -> list[Statement]:
    values = {"unit": say.name(unit, query.language), "part": _name(part, query), "count": str(len(tasks))}
    head = Statement(phrase(query.language, "tasks_head", **values), (named_at(tasks[0]),), (_count(tasks),))
    return [head, *_lines(tasks, query, material)]


def _name(part: Part, query: Query) -> str:
    return phrase(query.language, f"name_{part}")


def _lines(tasks: Sequence[Duty], query: Query, material: Material) -> Iterator[Statement]:
    """A line for each task; of many, one for each heading they stand under."""
    groups: dict[str, list[Duty]] = {}
    for duty in tasks:
        groups.setdefault(_above(duty, material), []).append(duty)
    if len(tasks) <= EACH or len(groups) < 2:
        yield from (_bullet(duty, query, material) for duty in tasks)
        return
    for section, some in groups.items():
        if not section or len(some) == 1:
            yield from (_bullet(duty, query, material) for duty in some)
            continue
        names = phrase(query.language, "and").join(_named(duty, query, material) for duty in some)
        values = {"section": say.name(section, query.language), "count": str(len(some)), "names": names}
        text = phrase(query.language, "task_line", **values)
        yield Statement(text, tuple(map(named_at, some)), (_count(some),))


def _bullet(duty: Duty, query: Query, material: Material) -> Statement:
    return Statement(phrase(query.language, "task", name=_named(duty, query, material)), (named_at(duty),))


def _named(duty: Duty, query: Query, material: Material) -> str:
    """A task by its name, with its time limit where it has one."""
    name, time = say.name(duty.assignment.title, query.language), _limit(duty, material)
    return phrase(query.language, "task_by", name=name, time=for_reader(time, query.language)) if time else name


def _limit(duty: Duty, material: Material) -> str:
    return time_limit(duty.assignment, material.documents[duty.assignment.document_id])


def _above(duty: Duty, material: Material) -> str:
    """The heading that a task stands under, "" where it is the document itself; a task may be a section of its own."""
    row, document = duty.assignment, material.documents[duty.assignment.document_id]
    titles = [one.title.strip(" 。.:：") for one in document.ancestors(document.section_at(row.start))]
    above = [title for title in titles if title and title != row.title and len(title) <= EACH * 5]
    return above[-1] if above else ""


def _count(tasks: Iterable[Duty]) -> Count:
    return Count(tuple(map(named_at, tasks)))
