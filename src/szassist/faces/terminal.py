"""What the command line prints: colours and tables on a terminal, plain lines in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table

from szassist.faces.doctor import Finding
from szassist.schema import Answer, Document, Hit

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
    """The answer, then its numbered sources."""
    out.print(escape(answer.text))
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


def description(document: Document) -> dict[str, object]:
    """What the listing says of a document, JSON-ready."""
    return {
        "id": document.id,
        "title": document.title,
        "issuer": document.issuer,
        "date": document.date.isoformat() if document.date else None,
        "number": document.number,
        "source": document.source,
        "characters": len(document.text),
        "sections": len(document.sections),
        "repairs": sum(repair.applied for repair in document.repairs),
        "missing": list(document.missing),
    }


def show_findings(findings: Sequence[Finding]) -> None:
    """One line a check; what is wrong comes with its remedy."""
    for finding in findings:
        mark = "[green]ok[/green]  " if finding.sound else "[red]wrong[/red]"
        out.print(f"{mark} {escape(finding.what)}: {escape(finding.detail)}")
