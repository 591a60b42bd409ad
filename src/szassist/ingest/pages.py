"""The parts of a page: an issuing notice, the documents it issues, excerpts of them, and what is only navigation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from szassist.ingest.headings import Line, heading, lines
from szassist.ingest.marks import marks
from szassist.text.script import fold
from szassist.text.sentences import sentences

_HEAD_LINES = 40  # a banner stands within so many lines from the top
_TAIL_LINES = 80  # and site navigation within so many from the end
_NOTICE_LINES = 60
_LONGEST_TITLE = 120
_REPEATED = 30  # characters that make a repetition more than a turn of phrase

_DATE_LINE = re.compile(
    r"\(?(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日\)?$"
)
_STAMP = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
_IMPRINT = re.compile(r"[^。;:]{2,40}\d{4}年\d{1,2}月\d{1,2}日印发$")
_SALUTATION = re.compile(r"[^。;!?《]{2,160}:$")
_ADDRESSEE = re.compile(r"各|人民政府|单位|部门|委员会|办公室|[厅局区县]")
_TITLE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")


class Role(StrEnum):
    """What a part of a page is."""

    NAVIGATION = "navigation"
    NOTICE = "notice"
    EXCERPTS = "excerpts"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of a page that belong together: `spans` covers them, without the line breaks between the spans."""

    role: Role
    spans: tuple[tuple[int, int], ...]
    title: str = ""  # as written, of a document that a notice issues
    reason: str = ""  # why navigation is left out
    signature: int | None = None  # of a notice: where in the page its signature starts

    def inside(self, offset: int) -> int | None:
        """The offset in the part's own lines of an offset of the page; None where it is not in the part."""
        before = 0
        for start, end in self.spans:
            if start <= offset <= end:
                return before + offset - start
            before += end - start + 1
        return None


def parts(text: str) -> tuple[Part, ...]:
    """The parts of a page in the order of their first lines; together they hold every line once."""
    page = list(lines(text))
    tail = _tail(page)
    dropped = _banner(page[:tail])
    content = [line for at, line in enumerate(page[:tail]) if at not in dropped]
    found = [_part(Role.NAVIGATION, [page[at]], reason=dropped[at]) for at in sorted(dropped)]
    found += _contents(content)
    if tail < len(page):
        found.append(_part(Role.NAVIGATION, page[tail:], reason="site navigation after the document"))
    return tuple(sorted(found, key=lambda part: part.spans[0]))


def _part(role: Role, held: Sequence[Line], title: str = "", reason: str = "", signature: int | None = None) -> Part:
    spans: list[tuple[int, int]] = []
    for line in held:
        if spans and spans[-1][1] + 1 == line.start:
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return Part(role, tuple(spans), title, reason, signature)


# --- what is not part of any document


def _banner(page: Sequence[Line]) -> dict[int, str]:
    """Positions of the lines above the text that describe the page, each with the reason to leave it out."""
    found: dict[int, str] = {}
    for at, line in enumerate(page[:_HEAD_LINES]):
        reason = _banner_reason(line.folded)
        if reason:
            found[at] = reason
        elif "。" in line.folded or heading(line) or _is_salutation(line):
            break
    return found


def _banner_reason(folded: str) -> str:
    if re.match(r"#\s?\S", folded):
        return "descriptive header line"
    if len(folded) > 200 or "。" in folded:
        return ""
    if is_metadata(folded):
        return "descriptive line of the page"
    if folded.startswith(marks().banner):
        return "site navigation before the document"
    if len(folded) <= 60 and _STAMP.search(folded) and "《" not in folded:
        return "site header: name, date or counter"
    return ""


def is_metadata(folded: str) -> bool:
    """Whether a line is `key: value` with a key of the vocabulary; blanks inside a key do not count."""
    key, colon, _ = folded.partition(":")
    known = marks()
    packed = re.sub(r"[\s#【】\[\]]", "", key)
    return bool(colon) and packed in (
        *known.metadata_title,
        *known.metadata_issuer,
        *known.metadata_date,
        *known.metadata_number,
        *known.metadata_other,
    )


def _tail(page: Sequence[Line]) -> int:
    """The position from which only site navigation follows; `len(page)` where there is none."""
    cut = len(page)
    for at in range(len(page) - 1, max(len(page) - _TAIL_LINES, 0), -1):
        folded = page[at].folded
        if len(folded) > _LONGEST_TITLE or folded.endswith("。"):
            break
        if folded.lstrip("|[【 ").startswith(marks().navigation) or _IMPRINT.match(re.sub(r"\s", "", folded)):
            cut = at
    return cut


# --- a notice and what it issues


def _contents(content: Sequence[Line]) -> Iterator[Part]:
    salutation = next((at for at, line in enumerate(content[:20]) if _opens_notice(content, at, line)), None)
    if salutation is None:
        if content:
            yield _part(Role.DOCUMENT, content)
        return
    end, signature = _notice_end(content, salutation)
    starts = list(_issued(content, salutation + 1, end))
    if not starts:
        yield _part(Role.DOCUMENT, content)
        return
    between = content[end : starts[0][0]]
    excerpts = between if _repeats(between, content[starts[0][0] :]) else []
    yield _part(Role.NOTICE, content[: starts[0][0] - len(excerpts)], signature=signature)
    if excerpts:
        yield _part(Role.EXCERPTS, excerpts)
    for (start, title), (following, _) in zip(starts, [*starts[1:], (len(content), "")], strict=True):
        yield _part(Role.DOCUMENT, content[start:following], title=title)


def _is_salutation(line: Line) -> bool:
    return _SALUTATION.match(line.folded) is not None and _ADDRESSEE.search(line.folded) is not None


def _opens_notice(content: Sequence[Line], at: int, line: Line) -> bool:
    ahead = content[at + 1 : at + 5]
    return _is_salutation(line) and any(word in after.folded for after in ahead for word in marks().issue)


def _notice_end(content: Sequence[Line], salutation: int) -> tuple[int, int | None]:
    """The position after a notice and the offset of its signature; both after the salutation where it has no date."""
    window = range(salutation + 1, min(salutation + _NOTICE_LINES, len(content)))
    dated = next((at for at in window if is_date_line(content[at].folded)), None)
    if dated is None:
        return salutation + 2, None
    signed = dated
    while signed > salutation + 2 and dated - signed < 4 and may_sign(content[signed - 1].folded):
        signed -= 1
    end = dated + 1
    while end < len(content) and re.fullmatch(r"\([^()]{4,80}\)|附件:.*|抄送:.*", content[end].folded):
        end += 1
    return end, content[signed].start


def is_date_line(folded: str) -> bool:
    """Whether a line holds nothing but a date."""
    return _DATE_LINE.match(re.sub(r"\s", "", folded)) is not None


def may_sign(folded: str) -> bool:
    """Whether a line above a date can name who signed."""
    return len(folded) <= 40 and not re.search(
        r"[。;:,《|]|^附件|^\d|^第.{1,4}[条章]|^[(一二三四五六七八九十]", folded
    )


def _issued(content: Sequence[Line], after: int, end: int) -> Iterator[tuple[int, str]]:
    """Positions and titles of the lines that open a document the notice names."""
    named = [m.group(1) for line in content[after : max(end, after + 4)] for m in _TITLE.finditer(line.text)]
    wanted = {packed(title) for title in named}
    at = end
    while at < len(content):
        joined = ""
        for count in (1, 2, 3):
            held = content[at : at + count]
            joined = "".join(line.text for line in held)
            if len(joined) > _LONGEST_TITLE or packed(joined) in wanted:
                break
        if packed(joined) in wanted:
            yield at, joined
            wanted.discard(packed(joined))
            at += count
        else:
            at += 1


def packed(title: str) -> str:
    """A title for comparison: folded, without marks and blanks."""
    return re.sub(r"[\W_]+", "", fold(title))


def _repeats(fragments: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether a long sentence of the fragments stands word for word in the body."""
    whole = "\n".join(line.folded for line in body)
    return any(
        line.folded[start:end] in whole
        for line in fragments
        for start, end in sentences(line.folded)
        if end - start >= _REPEATED
    )
