"""What a question names."""

import pytest

from szassist import Assistant


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("What must the DRC do?", ("市發展改革委",)),
        ("What must the Department of Education do?", ("市教育局",)),
        ("Is the Water Authority responsible?", ("市水務局",)),
        ("How much of hydrcarbon is allowed?", ()),  # no drc within a word
    ],
)
def test_a_unit_is_named_by_any_english_name_as_a_whole_word(
    assistant: Assistant, question: str, units: tuple[str, ...]
) -> None:
    (query,) = assistant.reader.read(question)
    assert query.units == units
