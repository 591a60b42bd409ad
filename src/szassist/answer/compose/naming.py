"""Which documents a question about documents means, and how they are named in an answer."""

from __future__ import annotations

import re

from szassist.answer.ground.material import Material
from szassist.answer.words import say
from szassist.query import Query
from szassist.schema import Document, Language
from szassist.text.numerals import han_number
from szassist.text.script import fold

_NTH = re.compile(r"第([一二三四五\d])(?:份|[个部本](?=文件|规划|方案))")
_SPOKEN_OF = re.compile(
    r"(?:[两这那此该各]|上述|以上)(?:两|些|几)?(?:份|个|部|本)?(?:政策)?文件"
    r"|[这那]两[份本]|文件(?=[里中]?(?:从|什么|何|几|哪|多久|有效|期限|管到|管几|一共|总共|共|分[为成几多]))"
)
_CLAUSE = re.compile(r"[,。;?!]")
_PLACE = ("区", "市", "县", "镇", "街道", "岛")


def speaks_of_documents(query: Query) -> bool:
    """Whether a question speaks of documents: by their kind, as these (两份文件) or by their place (第一份)."""
    folded = fold(query.question)
    return bool(query.documents or _SPOKEN_OF.search(folded) or _NTH.search(folded))


def beside(query: Query, asks: re.Pattern[str], own: re.Pattern[str]) -> float:
    """What the words tell that stand in the clause which asks something of a document, and are no words `own` to that."""
    asking = [clause for clause in _CLAUSE.split(fold(query.question)) if asks.search(clause)]
    told = (term for term in query.terms if asking and term.word in asking[-1] and not own.search(term.word))
    return sum(term.weight for term in told if not is_place(term.word, query))


def is_place(word: str, query: Query) -> bool:
    """Whether a word of a question names a place: 龙岗区."""
    return word.endswith(_PLACE) or any(place in word for place in query.places)


def meant(query: Query, material: Material) -> list[Document]:
    """The documents that a question names, else the one whose place it gives (第二份), else all that are not only notices
    or excerpts.
    """
    documents = material.documents
    if query.documents:
        return [documents[one] for one in query.documents]
    issued = [
        d
        for d in documents.values()
        if d.id not in material.lexicon.kinds.get("摘录", ())
        if d.adopted_by or (d.issuer and d.date and not any(o.adopted_by == d.id for o in documents.values()))
    ]
    nth = _NTH.search(fold(query.question))
    at = int(han_number(nth[1])) if nth else 0
    issued = issued or [d for d in documents.values() if not any(o.adopted_by == d.id for o in documents.values())]
    return issued[at - 1 : at] if 0 < at <= len(issued) else issued


def named(document: Document, language: Language) -> str:
    """The title of a document, in Chinese with its marks."""
    title = say.title(document, language)
    return title if language is Language.EN else f"《{title}》"
