"""The questions of a report: each with what was expected, what came, and what became of it since the baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from szassist.evaluation.compare import Change
from szassist.evaluation.dataset import Case
from szassist.evaluation.result import Result
from szassist.evaluation.run import Reply
from szassist.evaluation.scoring import Verdict
from szassist.faces.report.words import Words


def questions(result: Result, change: Change | None, words: Words) -> str:
    """Filters and all questions of the first system, those that fail first."""
    verdicts = sorted(result.of(result.main), key=lambda verdict: verdict.passed)
    since = _since(change)
    items = "".join(_question(verdict, since.get(verdict.case.id, ""), words) for verdict in verdicts)
    return f"<h2>{escape(words['questions'])}</h2>{_filters(verdicts, words)}{items}"


def _since(change: Change | None) -> dict[str, str]:
    """What became of each question since the baseline."""
    if change is None:
        return {}
    held = (("fixed", change.fixed), ("broken", change.broken), ("new", change.new))
    return {verdict.case.id: name for name, verdicts in held for verdict in verdicts}


def _filters(verdicts: Iterable[Verdict], words: Words) -> str:
    categories = sorted({verdict.case.category for verdict in verdicts})
    outcomes = ("failed", "passed", "fixed", "broken", "new")
    return (
        f'<form id="filters" class="filters" hidden>'
        f"<label>{escape(words['category'])}{_select('category', [(c, c) for c in categories], words)}</label>"
        f"<label>{escape(words['outcome'])}{_select('outcome', [(o, words[o]) for o in outcomes], words)}</label>"
        f'<label>{escape(words["find"])}<input name="words" type="search"></label></form>'
        f'<p id="count" role="status" data-text="{escape(words["shown"])}"></p>'
    )


def _select(name: str, options: Iterable[tuple[str, str]], words: Words) -> str:
    rows = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options)
    return f'<select name="{name}"><option value="">{escape(words["all"])}</option>{rows}</select>'


def _question(verdict: Verdict, since: str, words: Words) -> str:
    case, outcome = verdict.case, "passed" if verdict.passed else "failed"
    tag = f'<span class="tag {since}">{escape(words[since])}</span>' if since else ""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{text}</dd>" for name, text in _rows(verdict, words))
    return (
        f'<details class="question {outcome}" data-category="{escape(case.category)}" data-outcome="{outcome} {since}">'
        f'<summary><code>{escape(case.id)}</code>{escape(case.question)}<span class="tag">{escape(case.category)}</span>'
        f'<span class="tag">{escape(words[outcome])}</span>{tag}</summary><dl>{rows}</dl></details>\n'
    )


def _rows(verdict: Verdict, words: Words) -> Iterator[tuple[str, str]]:
    case, reply = verdict.case, verdict.reply
    for earlier, answer in zip(case.history, (*reply.turns, *("",) * len(case.history)), strict=False):
        yield words["turn"], escape(earlier)
        yield words["answer"], escape(answer)
    if verdict.faults:
        said = "\n".join(f"{words[f'fault_{fault.kind.value}']}: {fault.said}" for fault in verdict.faults)
        yield words["wrong"], f'<span class="fault">{escape(said)}</span>'
    yield f"{words['expected']}: {case.expect.value}", escape(_expected(case, words))
    yield f"{words['got']}: {reply.status.value}", escape(reply.text or reply.error)
    yield words["citations"], escape(_cited(reply) or words["none"])
    if case.note:
        yield words["note"], escape(case.note)


def _expected(case: Case, words: Words) -> str:
    lines = [f"{words['must']}: {' | '.join(group)}" for group in case.must]
    lines += [f"{words['must_not']}: {word}" for word in case.must_not]
    if case.units is not None:
        lines.append(f"{words['units']}: {'、'.join(case.units)}")
    if case.evidence:
        lines.append(f"{words['evidence']}: {' | '.join(case.evidence)}")
    return "\n".join(lines)


def _cited(reply: Reply) -> str:
    return "\n".join(
        f"[{number}] {citation.document_id} {citation.start}–{citation.end}: {citation.quote}"
        for number, citation in enumerate(reply.citations, 1)
    )
