"""A measurement as one HTML file: no other file, no other host, everything in it escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from szassist.evaluation.compare import Change
from szassist.evaluation.gate import Miss
from szassist.evaluation.result import Result
from szassist.evaluation.summary import TRAP, WRITTEN, Estimate, SystemSummary
from szassist.faces.report.questions import questions
from szassist.faces.report.words import MEASURES, Words, measure_words, report_words
from szassist.schema import Language

FOLDER = Path(__file__).parent
TILES = (
    (WRITTEN, "accuracy"),
    (WRITTEN, "passed"),
    (TRAP, "accuracy"),
    (WRITTEN, "figure_exact"),
    (WRITTEN, "figures_supported"),
    (WRITTEN, "quotes_verbatim"),
    (WRITTEN, "citation_recall"),
    (WRITTEN, "units_f1"),
    (WRITTEN, "right_refusal"),
    (WRITTEN, "false_refusal"),
)


def html_report(
    result: Result, change: Change | None, missed: Sequence[Miss] | None, language: Language = Language.EN
) -> str:
    """The whole report; `change` is None without a baseline, `missed` is None without a gate."""
    words = report_words(language)
    main = result.summaries[0]
    return Template(_file("page.html")).substitute(
        lang=language.value,
        title=escape(words["title"]),
        style=_file("page.css"),
        script=_file("page.js"),
        facts=_facts(result, words),
        gate=_gate(missed, words),
        change=_change(change, words),
        tiles=_tiles(main, words),
        systems=_systems(result.summaries, words),
        groups=_groups(main, words),
        questions=questions(result, change, words),
    )


@cache
def _file(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _facts(result: Result, words: Words) -> str:
    run = result.run
    line = " · ".join(
        (
            f"{words['version']} {run.version}",
            f"{words['made']} {run.made:%Y-%m-%d %H:%M} UTC",
            f"{words['cases']} {len(run.cases)}",
        )
    )
    return f"{escape(line)}{_table_of(words['corpus'], run.corpus)}{_table_of(words['settings'], run.settings)}"


def _table_of(name: str, pairs: Mapping[str, str]) -> str:
    rows = "".join(f"<tr><td>{escape(key)}</td><td>{escape(value)}</td></tr>" for key, value in pairs.items())
    return (
        f'</p><details><summary>{escape(name)}</summary><div class="scroll"><table>{rows}</table></div></details><p>'
    )


def _gate(missed: Sequence[Miss] | None, words: Words) -> str:
    if missed is None:
        return f'<p class="gate">{escape(words["gate_none"])}</p>'
    if not missed:
        return f'<p class="gate met">{escape(words["gate_met"])}</p>'
    said = "".join(
        f"<li>{escape(group_words(miss.group, words))}, {escape(measure_words(miss.measure, words))}: {escape(miss.said)}</li>"
        for miss in missed
    )
    title = escape(words["gate_missed"].format(count=len(missed)))
    return f'<div class="gate missed"><b>{title}</b><ul>{said}</ul></div>'


def group_words(group: str, words: Words) -> str:
    """The name of a group for readers: the question sets, the trap exam, or the part they belong to."""
    if group in (WRITTEN, TRAP):
        return words[group]
    kind, _, name = group.partition(" ")
    return f"{words[f'group_{kind}']} {name}" if f"group_{kind}" in words else group


def _change(change: Change | None, words: Words) -> str:
    title = f"<h2>{escape(words['change'])}</h2>"
    if change is None:
        return f"{title}<p>{escape(words['change_none'])}</p>"
    rows = "".join(
        f"<dt>{escape(words[name])} ({len(ids)})</dt><dd>{escape(', '.join(ids) or words['none'])}</dd>"
        for name, ids in (
            ("broken", [verdict.case.id for verdict in change.broken]),
            ("fixed", [verdict.case.id for verdict in change.fixed]),
            ("new", [verdict.case.id for verdict in change.new]),
            ("gone", list(change.gone)),
        )
    )
    return f"{title}<dl>{rows}</dl>"


def percent(value: float) -> str:
    """A share as a percentage with one decimal."""
    return f"{100 * value:.1f}\u202f%"


def _cell(estimate: Estimate | None) -> str:
    if estimate is None:
        return "<td></td>"
    interval = f"[{100 * estimate.low:.1f}–{100 * estimate.high:.1f}] n={estimate.n}"
    return f'<td class="number">{percent(estimate.value)} <small>{interval}</small></td>'


def _tiles(main: SystemSummary, words: Words) -> str:
    tiles = []
    for group, name in TILES:
        estimate = main.groups.get(group, {}).get(name)
        if estimate is not None:
            low, high = 100 * estimate.low, 100 * estimate.high
            tiles.append(
                f'<div class="tile"><b>{percent(estimate.value)}</b>{escape(measure_words(name, words))}'
                f"<small>{escape(words[group])} · [{low:.1f}–{high:.1f}] n={estimate.n}</small></div>"
            )
    return f'<h2>{escape(main.system)}</h2><div class="tiles">{"".join(tiles)}</div>'


def _systems(summaries: Sequence[SystemSummary], words: Words) -> str:
    heads = "".join(f'<th class="number" scope="col">{escape(summary.system)}</th>' for summary in summaries)
    parts = []
    for group in (WRITTEN, TRAP):
        held = [summary.groups.get(group, {}) for summary in summaries]
        rows = "".join(
            f'<tr><th scope="row">{escape(measure_words(name, words))}</th>{"".join(_cell(m.get(name)) for m in held)}</tr>'
            for name in MEASURES
            if any(name in measures for measures in held)
        )
        if rows:
            parts.append(
                f'<h3>{escape(words[group])}</h3><div class="scroll"><table><thead><tr><th>{escape(words["measure"])}</th>'
                f"{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
            )
    speed = "".join(
        f"<li>{escape(summary.system)}: {summary.latency.p50:.3f} / {summary.latency.p95:.3f}</li>"
        for summary in summaries
    )
    title = f"<h2>{escape(words['systems'])}</h2><p>{escape(words['interval'])}</p>"
    return f"{title}{''.join(parts)}<h3>{escape(words['latency'])}</h3><ul>{speed}</ul>"


def _groups(main: SystemSummary, words: Words) -> str:
    rows = []
    for group, measures in main.groups.items():
        accuracy, passed = measures["accuracy"], measures["passed"]
        bar = f'<div class="bar"><i style="width:{100 * accuracy.value:.1f}%"></i></div>'
        rows.append(
            f'<tr><th scope="row">{escape(group_words(group, words))}</th><td>{bar}</td>{_cell(accuracy)}{_cell(passed)}</tr>'
        )
    heads = (
        f'<th>{escape(words["group"])}</th><th></th><th class="number">{escape(words["measure_accuracy"])}</th>'
        f'<th class="number">{escape(words["measure_passed"])}</th>'
    )
    return (
        f'<h2>{escape(words["groups"])}</h2><div class="scroll"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )
