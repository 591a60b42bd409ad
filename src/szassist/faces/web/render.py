"""From an answer to escaped HTML; pure, and the only place where the page writes HTML."""

from __future__ import annotations

import re
from html import escape

from szassist.schema import Answer, Citation, Language
from szassist.text.script import for_reader

_MARK = re.compile(r"\[(\d+)\]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|>~$])")
_LANG = {Language.HANS: "zh-CN", Language.HANT: "zh-TW", Language.EN: "en"}
TRUST = {
    Language.HANS: "{quotes} 处引文已核对 · {figures} 个数字已核对",
    Language.HANT: "{quotes} 處引文已核對 · {figures} 個數字已核對",
    Language.EN: "{quotes} quotes checked · {figures} figures checked",
}


def safe(text: str) -> str:
    """`text` as HTML that Markdown leaves alone too: nothing typed or read is ever interpreted."""
    return "".join(f"&#{ord(c)};" if _MARKDOWN.match(c) else escape(c) for c in text).replace("\n", "<br>")


def answer_html(answer: Answer, turn: int) -> str:
    """The answer with its marks as links to the sources of the same turn, and the trust line under it."""
    numbers = {citation.number for citation in answer.citations}
    parts, last = [], 0
    for mark in _MARK.finditer(answer.text):
        number = int(mark.group(1))
        if number in numbers:
            link = f"<a class='cite' href='#src-{turn}-{number}'>&#91;{number}&#93;</a>"
            parts += [safe(answer.text[last : mark.start()]), link]
            last = mark.end()
    body = "".join(parts) + safe(answer.text[last:])
    return f"<div lang='{_LANG[answer.language]}'>{body}{_trust(answer)}</div>"


def _trust(answer: Answer) -> str:
    if not answer.citations:
        return ""
    trust = answer.trust
    words = TRUST[answer.language].format(quotes=trust.quotes_verified, figures=trust.figures_verified)
    return f"<p class='trust'>{words}</p>"


def sources_html(answer: Answer, turn: int) -> str:
    """The numbered sources: document, section path, quote."""
    items = "".join(_source(citation, answer.language, turn) for citation in answer.citations)
    return f"<ol class='sources'>{items}</ol>" if items else ""


def _source(citation: Citation, language: Language, turn: int) -> str:
    where = " › ".join((citation.document_title, *citation.section_path))
    script = "zh-TW" if language is Language.EN else _LANG[language]
    return (
        f"<li id='src-{turn}-{citation.number}' tabindex='-1' value='{citation.number}' lang='{script}'>"
        f"<p class='where'>{safe(for_reader(where, language))}</p><blockquote>{safe(citation.shown)}</blockquote></li>"
    )
