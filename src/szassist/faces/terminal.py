"""What the command line prints: colours and tables on a terminal, plain lines in a pipe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Column, Table

from szassist.faces.doctor import Finding
from szassist.register.entries import Entry, EntryKind
from szassist.schema import Answer, Document, Hit, Language
from szassist.text.script import for_reader

out = Console(highlight=False, soft_wrap=True)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress callback `(done, total)` that draws a bar on a terminal; None where nobody looks."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def show_answer(answer: Answer) -> None:
    """The answer with a quiet word about how it came about, then its numbered sources."""
    out.print(escape(answer.text))
    if answer.note:
        out.print(f"[dim]{escape(answer.note)}[/dim]")
    for citation in answer.citations:
        where = " › ".join((citation.document_title, *citation.section_path))
        out.print(f"\n[bold]{escape(f'[{citation.number}]')}[/bold] {escape(where)}")
        out.print(f"    {escape(citation.shown)}")


def show_hits(hits: Sequence[Hit], titles: Mapping[str, str]) -> None:
    """Each passage with its place, best first."""
    for number, hit in enumerate(hits, start=1):
        where = " › ".join((titles[hit.document_id], *hit.section_path))
        out.print(f"[bold]{number}. {escape(where)}[/bold]  ({hit.score:.4f})")
        out.print(f"   {escape(hit.text)}\n")


def show_documents(documents: Sequence[Document]) -> None:
    """One row a document."""
    table = Table("id", "title", "issuer", "date", "characters")
    for document in documents:
        date = document.date.isoformat() if document.date else ""
        table.add_row(document.id, document.title, document.issuer or "", date, str(len(document.text)))
    out.print(table)


def show_register(lines: Sequence[Entry], words: Mapping[str, str], language: Language | None) -> None:
    """A table on a terminal; in a pipe one line a row, its cells parted by tabs, and how many there are at the end."""
    if not out.is_terminal:
        for line in register_lines(lines, words, language):
            out.print(escape(line))
        return
    table = Table(*(Column(words[f"column_{name}"], overflow="fold") for name in _REGISTER), show_lines=True)
    for entry in lines:
        table.add_row(*map(escape, _register_row(entry, words, language)))
    Console(highlight=False).print(table)
    out.print(escape(_count(lines, words)))


def register_lines(lines: Sequence[Entry], words: Mapping[str, str], language: Language | None) -> Iterator[str]:
    """The register as plain lines: the headers, a line a row, and how many there are."""
    yield "\t".join(words[f"column_{name}"] for name in _REGISTER)
    for entry in lines:
        yield "\t".join(" ".join(cell.split()) for cell in _register_row(entry, words, language))
    yield _count(lines, words)


_REGISTER = ("kind", "year", "quote", "responsible_units", "document", "section")


def _register_row(entry: Entry, words: Mapping[str, str], language: Language | None) -> tuple[str, ...]:
    said = entry.indicator if entry.is_obligation else entry.quote
    cells = (
        words[entry.kind.value],
        words["no_year"] if entry.year is None and not entry.is_obligation else str(entry.year or ""),
        said,
        words["separator"].join(entry.responsible_units),
        entry.document_id,
        " › ".join(entry.section_path),
    )
    return tuple(cell if language is None else for_reader(cell, language) for cell in cells)


def _count(lines: Sequence[Entry], words: Mapping[str, str]) -> str:
    kinds = Counter(entry.kind for entry in lines)
    actions, projects = kinds[EntryKind.ACTION], kinds[EntryKind.PROJECT]
    facts = len(lines) - actions - projects
    return words["count"].format(rows=len(lines), actions=actions, projects=projects, facts=facts)


def show_findings(findings: Sequence[Finding]) -> None:
    """One line a check; what is wrong comes with its remedy."""
    for finding in findings:
        mark = "[green]ok[/green]  " if finding.sound else "[red]wrong[/red]"
        out.print(f"{mark} {escape(finding.what)}: {escape(finding.detail)}")
