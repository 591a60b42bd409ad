"""Over five hundred answers, a chat model's every wrong is kept from the reader, and nothing faithful is taken away.

The questions are made from the register and its obligations, in three languages; the model is read by LangChain's own
client from a server on loopback.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pytest

from szassist import Assistant
from szassist.answer.words import say
from szassist.schema import Language
from tests.fakes.misbehaving import ALTERATIONS, FAITHFUL, another_row, given
from tests.fakes.model_server import Material, ModelServer, Reply, Spoken, material, spoken

ANSWERS = 500
pytestmark = pytest.mark.timeout(600)


def rounds(assistant: Assistant) -> Iterator[tuple[int, str]]:
    """The questions again and again, numbered on, so that each meets another way of writing in every round."""
    asked = questions(assistant)
    return ((turn + number, question) for turn in range(20) for number, question in enumerate(asked))


def questions(assistant: Assistant) -> list[str]:
    """What, by when and who, for every row with a value and every obligation, in three languages."""
    asked = []
    for fact in assistant.register:
        if fact.value is not None:
            year = f"{fact.year}年" if fact.year else ""
            asked += [f"{year}{say.name(fact.indicator, one)}是多少？" for one in (Language.HANS, Language.HANT)]
            by = f" for {fact.year}" if fact.year else ""
            asked.append(f"What is the target for {say.name(fact.indicator, Language.EN)}{by}?")
    for row in assistant.register.assignments:
        if row.responsible_units:
            asked.append(f"{say.name(row.title, Language.HANS)}由哪些单位负责？")
            asked.append(f"{say.name(row.title, Language.HANT)}由哪些單位負責？")
    return list(dict.fromkeys(asked))


Write = Callable[[Material], Sequence[Spoken]]


def phrase_with(server: ModelServer, write: Write) -> None:
    server.behaviour = lambda messages: Reply(spoken(write(material(messages))))


def test_none_of_500_faithful_answers_is_blocked(modelled: Assistant, server: ModelServer) -> None:
    blocked, phrased = [], 0
    for number, question in rounds(modelled):
        server.requests.clear()
        phrase_with(server, FAITHFUL[number % len(FAITHFUL)])
        answer = modelled.ask(question)
        if server.requests:  # what the documents do not say is never sent to a model
            phrased += 1
            if answer.engine == "extractive" or len(server.requests) > 1:
                blocked.append((question, FAITHFUL[number % len(FAITHFUL)].__name__))
        if phrased == ANSWERS:
            break
    assert blocked == []
    assert phrased == ANSWERS


def test_nothing_unborne_of_500_answers_reaches_the_reader(modelled: Assistant, server: ModelServer) -> None:
    told: list[tuple[str, str, str]] = []
    tried: Counter[str] = Counter()
    wrong: list[str] = []
    kinds = (*(one.__name__ for one in ALTERATIONS), another_row.__name__)

    def lying(number: int) -> Write:
        kind = kinds[number % len(kinds)]

        def write(given_: Material) -> list[Spoken]:
            wrong.clear()
            out = []
            for one in given(given_):
                changed = _altered(kind, one, given_)
                if changed and changed != one["text"] and not _also_true(changed, given_):
                    wrong.append(changed)
                    out.append({**one, "text": changed})
                else:
                    out.append(one)
            return out

        return write

    answers = 0
    for number, question in rounds(modelled):
        wrong.clear()
        phrase_with(server, lying(number))
        answer = modelled.ask(question)
        tried[kinds[number % len(kinds)]] += len(wrong)
        told += [(kinds[number % len(kinds)], question, text) for text in wrong if text in answer.text]
        answers += bool(wrong)
        if answers == ANSWERS:
            break
    assert told == []
    assert answers == ANSWERS
    assert min(tried[kind] for kind in kinds) > 5, tried


def _altered(kind: str, one: Spoken, material_: Material) -> str | None:
    if kind == another_row.__name__:
        texts = {source["number"]: source["text"] for source in material_["sources"]}
        return another_row(one["text"], texts[one["sources"][0]])
    alter = next(alter for alter in ALTERATIONS if alter.__name__ == kind)
    return alter(one["text"])


def _also_true(changed: str, material_: Material) -> bool:
    """Whether the answer says the same in another of its statements: the documents differ in the bound alone."""
    return any(changed.rstrip("。.") in one["text"] for one in given(material_))
