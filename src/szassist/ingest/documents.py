"""From the text of one source file to its documents and its ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from szassist.ingest.clean import paragraphs, widen
from szassist.ingest.describe import DescribedFile, DescribedRole
from szassist.ingest.headings import Line, lines
from szassist.ingest.ledger import LedgerEntry, ledger
from szassist.ingest.metadata import Metadata, described, stated
from szassist.ingest.outline import fragments, notice, outline
from szassist.ingest.pages import Part, Role, parts
from szassist.ingest.repairs import SourceRepair, apply_repairs, place_repairs
from szassist.ingest.traced import Traced
from szassist.schema import Document, Language, Repair, Section
from szassist.text.script import language_of, to_hant

_ORDER = (Role.NOTICE, Role.DOCUMENT, Role.EXCERPTS)
_DESCRIBED = {
    Role.NOTICE: DescribedRole.NOTICE,
    Role.DOCUMENT: DescribedRole.DOCUMENT,
    Role.EXCERPTS: DescribedRole.EXCERPTS,
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the corpus: its name, its text as read, its repairs, what describes it, and the id it gives."""

    name: str
    text: str
    repairs: tuple[SourceRepair, ...]
    description: DescribedFile
    slug: str


def build(source: SourceFile) -> tuple[tuple[Document, ...], tuple[LedgerEntry, ...]]:
    """The documents of a file, a notice first and excerpts last, and the ledger of its characters."""
    broken = paragraphs(apply_repairs(source.repairs, source.text))
    page = broken.with_text(widen(broken.text))
    found = parts(page.text)
    banner = described([line for part in found if part.role is Role.NAVIGATION for line in _lines(page, part)])
    repairs = place_repairs(source.repairs, page)
    kept = [part for part in found if part.role is not Role.NAVIGATION]
    known = dict(zip(kept, _metadata(page, kept, banner), strict=True))
    ids = _ids(source, kept, known)
    issuing = next((ids[part] for part in kept if part.role is Role.NOTICE), None)
    held: list[tuple[Part, Document | None]] = []
    for part in found:
        document = None
        if part in known:
            adopted_by = issuing if part.role is Role.DOCUMENT else None
            document = _document(source, page, part, known[part], ids[part], adopted_by)
            document = replace(document, repairs=tuple(_within(part, repairs)))
        held.append((part, document))
    ordered = sorted(held, key=lambda item: _ORDER.index(item[0].role) if item[1] else 0)
    return tuple(document for _, document in ordered if document), ledger(source.name, page, held)


def _lines(page: Traced, part: Part) -> list[Line]:
    return list(lines(page.lines(part.spans).text))


def _metadata(page: Traced, kept: Sequence[Part], banner: Metadata) -> Iterator[Metadata]:
    """What is known about each part; what a notice issues has its issuer and date from the notice."""
    issued = [part.title for part in kept if part.role is Role.DOCUMENT and part.title]
    whole = banner
    for part in kept:
        own = stated(_lines(page, part), part.title or banner.title)
        if part.role is Role.NOTICE:
            whole = replace(_completed(own, banner), title=banner.title or own.title)
            whole = replace(whole, title=whole.title or _notice_title(page.text, whole.issuer, issued))
            yield whole
        elif part.role is Role.EXCERPTS:
            yield Metadata(title=f"{whole.title}（摘录）", date=banner.date)
        elif part.title:
            yield Metadata(part.title, whole.issuer or own.issuer, whole.date or own.date, None)
        else:
            yield _completed(banner, own)


def _completed(first: Metadata, second: Metadata) -> Metadata:
    return Metadata(
        first.title or second.title,
        first.issuer or second.issuer,
        first.date or second.date,
        first.number or second.number,
    )


def _notice_title(text: str, issuer: str | None, issued: Sequence[str]) -> str:
    """The customary title of a notice that bears none: who issues what."""
    title = "关于印发" + "".join(f"《{name}》" for name in issued) + "的通知"
    return (issuer or "") + (to_hant(title) if language_of(text) is Language.HANT else title)


def _ids(source: SourceFile, kept: Sequence[Part], known: dict[Part, Metadata]) -> dict[Part, str]:
    """The described id of each part, else one made from the file's."""
    ids: dict[Part, str] = {}
    for number, part in enumerate(kept):
        own = source.description.find(_DESCRIBED[part.role], known[part].title or "")
        made = f"{source.slug}-excerpts" if part.role is Role.EXCERPTS else f"{source.slug}-{number}"
        ids[part] = own.id if own else source.slug if number == 0 else made
    return ids


def _document(
    source: SourceFile, page: Traced, part: Part, known: Metadata, id_: str, adopted_by: str | None
) -> Document:
    text = page.lines(part.spans).text
    own = source.description.find(_DESCRIBED[part.role], known.title or "")
    title = (own.title if own else known.title) or source.slug
    return Document(
        id=id_,
        title=title,
        issuer=(own and own.issuer) or known.issuer,
        date=(own and own.date) or known.date,
        number=(own and own.number) or known.number,
        source=source.name,
        url=source.description.url,
        text=text,
        sections=_sections(text, title, part),
        missing=own.missing if own else (),
        adopted_by=(own and own.adopted_by) or adopted_by,
        edition=tuple(filter(None, (source.description.origin, source.description.note))),
    )


def _sections(text: str, title: str, part: Part) -> tuple[Section, ...]:
    if part.role is Role.EXCERPTS:
        return fragments(text, title)
    signed = part.inside(part.signature) if part.signature is not None else None
    return outline(text, title) if signed is None else notice(text, title, signed)


def _within(part: Part, repairs: Sequence[Repair]) -> Iterator[Repair]:
    """The repairs that lie in a part, with offsets in its own text."""
    for repair in repairs:
        start, end = part.inside(repair.start), part.inside(repair.end)
        if start is not None and end is not None:
            yield replace(repair, start=start, end=end)
