"""A chat model's reply read while it is written."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from szassist.answer.model.chat import ChatError, Trouble
from szassist.answer.model.reply import LONGEST, Said, statements

TWO = [{"text": "一“句”[1]话。", "sources": [1]}, {"text": 'another, with "quotes" and ] }', "sources": [2, 3]}]
REPLY = json.dumps({"statements": TWO}, ensure_ascii=False)


@given(st.lists(st.integers(0, len(REPLY)), max_size=12), st.sampled_from(["", "```json\n", "<think>x</think>"]))
def test_however_a_reply_is_cut_into_pieces_its_statements_are_the_same(cuts: list[int], opening: str) -> None:
    places = sorted({0, len(REPLY), *cuts})
    pieces = [opening, *(REPLY[a:b] for a, b in itertools.pairwise(places))]
    assert [said.model_dump() for said in statements(pieces)] == TWO


def test_a_statement_is_given_before_the_next_one_is_written() -> None:
    half = REPLY[: REPLY.index("another")]
    assert next(statements([half])) == Said(text="一“句”[1]话。", sources=[1])


def test_a_thought_about_the_form_is_not_the_reply() -> None:
    thought = '<think>I write {"statements": [{"text": "no", "sources": [9]}]}</think>'
    assert [said.text for said in statements([thought[:30], thought[30:], REPLY])] == [one["text"] for one in TWO]


@pytest.mark.parametrize(
    ("pieces", "trouble"),
    [
        ([], Trouble.EMPTY),
        (["  \n"], Trouble.EMPTY),
        (['{"statements": []}'], Trouble.EMPTY),
        (["I cannot help with that."], Trouble.MALFORMED),
        ([REPLY[:-2]], Trouble.MALFORMED),  # the list is never closed
        (['{"statements": [{"text": "", "sources": [1]}]}'], Trouble.MALFORMED),
        (['{"statements": [{"text": "x", "sources": ["one"]}]}'], Trouble.MALFORMED),
        (['{"statements": ["x"]}'], Trouble.MALFORMED),
        (['{"statements": [' + "[" * 20_000], Trouble.MALFORMED),
        (["x" * LONGEST, "x"], Trouble.MALFORMED),
    ],
)
def test_what_is_no_whole_reply_is_a_failure_with_its_trouble(pieces: list[str], trouble: Trouble) -> None:
    with pytest.raises(ChatError) as raised:
        list(statements(pieces))
    assert raised.value.trouble is trouble
