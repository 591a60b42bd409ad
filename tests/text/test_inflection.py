"""Forms of English words."""

import pytest

from szassist.text.inflection import is_base, roots, spelled, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("policy", "policies"),
        ("charge", "charged", "charging", "charges"),
        ("plan", "planned", "planning", "plans"),
        ("child", "children", "child's"),
        ("centre", "center", "centres"),
        ("organise", "organize", "organised", "organizing"),
        ("bus", "buses"),
        ("class", "classes"),
        ("build", "built", "building"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len(set(map(stem, forms))) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("bus", "business"), ("news", "new"), ("bed", "be"), ("gas", "ga"), ("evening", "even")]
)
def test_words_that_only_look_alike_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_spelling_is_american_and_without_a_possessive() -> None:
    assert [spelled(word) for word in ("labour", "women's", "citizens'", "modernisation", "rise")] == [
        "labor",
        "women",
        "citizens",
        "modernization",
        "rise",
    ]


def test_a_plural_or_ing_form_is_no_base() -> None:
    assert [is_base(word) for word in ("build", "building", "rivers", "river", "news")] == [
        True,
        False,
        False,
        True,
        True,
    ]


def test_a_derived_word_leads_to_its_root_and_a_short_one_to_none() -> None:
    assert stem("pollute") in roots("polluter")
    assert stem("regulate") in roots("regulation")
    assert stem("equal") in roots("unequal")
    assert stem("top") not in roots("topic")
