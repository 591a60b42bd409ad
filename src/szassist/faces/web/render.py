"""From an exchange to escaped HTML; pure. Gradio's sanitizer keeps only elements, classes, ids and languages."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from szassist.faces.web.escape import safe, safe_in
from szassist.faces.web.sources import sources_html
from szassist.faces.words import ChatWords, Starters, chat_words
from szassist.schema import Answer, Document, Language, Status
from szassist.text.script import language_of

LONGEST_SHOWN = 1000  # characters of a question that are shown back
SUGGESTED = 3
EXTRACTIVE = "extractive"  # the engine that answers in the documents' own words
REASONS = ("number", "source", "unanswered", "other")
_MARK = re.compile(r"\[(\d{1,3})\]")
_HEADED = {
    Status.PARTIAL: "partial",
    Status.CLARIFY: "clarify",
    Status.NOT_FOUND: "not_found",
    Status.DECLINED: "declined",
}


def question_html(question: str, turn: int, language: Language) -> str:
    """What the reader asked, as the heading of one exchange."""
    shown = question if len(question) <= LONGEST_SHOWN else question[:LONGEST_SHOWN] + "…"
    return (
        f"<h2 class='asked' id='turn-{turn}' tabindex='-1'><span class='unseen'>{safe(chat_words(language).asked)}</span>"
        f"<span lang='{language_of(question)}'>{safe(shown.strip())}</span></h2>"
    )


def notice_html(text: str, language: Language, kind: str) -> str:
    """A word of the page itself in the place of an answer: `kind` is `thinking` or `failed`."""
    return f"<div class='reply bare {kind}' lang='{language}'><p>{safe_in(text, language)}</p></div>"


def unfinished_html(statements: Collection[str], note: str, language: Language) -> str:
    """What is known of an answer so far, and what is being done about the rest."""
    if not statements:
        return notice_html(note, language, "thinking")
    said = "".join(f"<p>{safe_in(statement, language)}</p>" for statement in statements)
    return (
        f"<div class='reply bare thinking' lang='{language}'><div class='answer'><div class='text'>{said}</div>"
        f"<p class='quiet'>{safe(note)}</p></div></div>"
    )


def answer_html(answer: Answer, turn: int, documents: Mapping[str, Document], token: str = "") -> str:
    """The answer with numbered links, trust line and what can be done with it; its sources after it.

    `token` is what it can be judged under; without one there is nothing to judge with.
    """
    words = chat_words(answer.language)
    kind = "reply" if answer.citations else "reply bare"
    numbers = {citation.number for citation in answer.citations}
    return (
        f"<div class='{kind} {answer.status}' lang='{answer.language}'><div class='answer'>{_status(answer, words)}"
        f"<div class='text'>{_body(answer, numbers, turn)}</div>{_note(answer)}{_trust(answer, words)}{_acts(answer, words)}"
        f"{_judge(token, words) if token else ''}</div>"
        f"{sources_html(answer, turn, documents)}{_suggestions(answer, words)}</div>"
    )


def _note(answer: Answer) -> str:
    """A quiet word about how the answer came about, if there is one."""
    return f"<p class='quiet'>{safe(answer.note)}</p>" if answer.note else ""


def starters_html(groups: Collection[Starters]) -> str:
    """Questions to start with, a list for each audience."""
    return "".join(
        f"<section><h2>{safe(group.audience)}</h2><ul>{_questions(group.questions)}</ul></section>"
        for group in groups
    )


def _status(answer: Answer, words: ChatWords) -> str:
    name = _HEADED.get(answer.status)
    return f"<p class='status'>{safe(getattr(words, name))}</p>" if name else ""


def _body(answer: Answer, numbers: Collection[int], turn: int) -> str:
    """Paragraphs; lines that open with a bullet, or follow a line that ends in a colon, are a list, which such a line heads."""
    lines = [line.strip() for line in answer.text.split("\n") if line.strip()]
    parts: list[str] = []
    listing = False
    for line in lines:
        heads = _MARK.sub("", line).endswith(("：", ":"))
        item = line.startswith(("- ", "· ", "• ")) or (listing and not heads)
        text = _line(line.lstrip("-·• ") if item else line, numbers, turn, answer.language)
        parts.append(f"<li>{text}</li>" if item else f"<p>{text}</p>")
        listing = listing or heads
    return re.sub(r"((?:<li>.*?</li>)+)", r"<ul>\1</ul>", "".join(parts))


def _line(text: str, numbers: Collection[int], turn: int, language: Language) -> str:
    """One line, the marks of known sources as links, every other mark as text."""
    parts, last = [], 0
    for mark in _MARK.finditer(text):
        number = int(mark.group(1))
        if number in numbers:
            link = f"<a class='cite' href='#source-{turn}-{number}'>&#91;{number}&#93;</a>"
            parts += [safe_in(text[last : mark.start()], language), link]
            last = mark.end()
    return "".join([*parts, safe_in(text[last:], language)])


def _trust(answer: Answer, words: ChatWords) -> str:
    """How many quotes and figures were checked, and which chat model phrased them; nothing where there is nothing to say."""
    trust = answer.trust
    checked = (
        (words.quotes, trust.quotes_verified, trust.quotes),
        (words.figures, trust.figures_verified, trust.figures),
    )
    shown = [
        template.format(count=verified if verified == total else f"{verified}/{total}")
        for template, verified, total in checked
        if total
    ]
    if answer.engine != EXTRACTIVE:
        shown.append(words.phrased.format(engine=answer.engine))
    return f"<p class='trust'>{safe(' · '.join(shown))}</p>" if shown else ""


def _acts(answer: Answer, words: ChatWords) -> str:
    """Copy, share, print; `page.js` gives them their work, sharing is a link without it too."""
    address = safe("/?" + urlencode({"q": answer.question[:LONGEST_SHOWN]}))
    return (
        f"<div class='acts'><button class='act copy'>{safe(words.copy)}</button>"
        f"<a class='act share' href='{address}'>{safe(words.share)}</a>"
        f"<button class='act print'>{safe(words.print)}</button></div>"
    )


def _judge(token: str, words: ChatWords) -> str:
    """Thumbs and, once the thumb is down, the reasons; the token is in the id, for other attributes are not kept."""
    reasons = "".join(
        f"<button class='act reason' id='{token}-bad-{name}'>{safe(getattr(words, f'reason_{name}'))}</button>"
        for name in REASONS
    )
    return (
        f"<div class='judge' id='{token}'><button class='act good' id='{token}-good'>{safe(words.good)}</button>"
        f"<button class='act bad' id='{token}-bad'>{safe(words.bad)}</button>"
        f"<div class='why shut'><p>{safe(words.why)} <span class='quiet'>{safe(words.kept)}</span></p>{reasons}</div></div>"
    )


def _suggestions(answer: Answer, words: ChatWords) -> str:
    if not answer.suggestions:
        return ""
    return f"<div class='follow'><h3>{safe(words.suggestions)}</h3><ul>{_questions(answer.suggestions[:SUGGESTED])}</ul></div>"


def _questions(questions: Collection[str]) -> str:
    return "".join(
        f"<li><a class='ask' lang='{language_of(q)}' href='{safe('/?' + urlencode({'q': q}))}'>{safe(q)}</a></li>"
        for q in questions
    )
