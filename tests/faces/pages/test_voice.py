"""The words of the pages: the same in every language, and all that the pages say is there."""

import re
from pathlib import Path
from string import Formatter

import pytest

from szassist.faces.web.pages import voice as module
from szassist.faces.web.pages.voice import voice
from szassist.schema import Language

PAGES = Path(module.__file__).parent


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", [Language.HANT, Language.EN])
def test_every_language_has_the_same_words_with_the_same_blanks(language: Language) -> None:
    hans = {key: blanks(text) for key, text in voice(Language.HANS).entries.items()}
    other = {key: blanks(text) for key, text in voice(language).entries.items()}
    ones = {key for key in other if key.endswith("_one")}  # only English has a singular of its own
    assert {key: other[key] for key in other.keys() - ones} == hans
    assert all(key.removesuffix("_one") in hans for key in ones)


def test_traditional_words_hold_no_simplified_character() -> None:
    from szassist.text.script import to_hant

    for key, text in voice(Language.HANT).entries.items():
        changed = {a for a, b in zip(text, to_hant(text), strict=True) if a != b} - set("為裡著")
        assert not changed, f"{key}: {changed}"


def test_every_word_the_pages_ask_for_is_there_and_every_word_is_asked_for() -> None:
    source = "".join(path.read_text("utf-8") for path in PAGES.glob("*.py"))
    entries = voice(Language.HANS).entries
    sections = {key.split(".")[0] for key in entries}
    asked = {key for key in re.findall(r'"([a-z]+\.[a-z_0-9]+)"', source) if key.split(".")[0] in sections}
    assert asked <= entries.keys()
    made = (
        "kind.",
        "show.",
        "repair.",
        "download.",
        "filter.any_",
        "filter.",
        "about.",
        "column.",
        "category.",
        "unit.as_",
        "fact.lead",
        "fact.responsible",
        "fact.support",
    )  # f"kind.{…}"
    missing = {
        key for key in entries.keys() - asked if not key.startswith(made) and not key.endswith((".title", "_lead"))
    }
    assert missing == set()


def test_a_missing_word_and_a_missing_value_are_errors() -> None:
    with pytest.raises(KeyError):
        voice(Language.EN).say("no.such")
    with pytest.raises(KeyError):
        voice(Language.EN).say("fact.year")


def test_english_counts_one_thing_as_one() -> None:
    assert voice(Language.EN).count("unit.actions", 1) == "1 action"
    assert voice(Language.EN).count("unit.actions", 3) == "3 actions"
    assert voice(Language.HANS).count("unit.actions", 1) == "1 项行动"


def test_documents_words_come_in_the_readers_script_and_english_readers_see_their_own() -> None:
    assert voice(Language.HANS).words_of("市水務局") == "市水务局"
    assert voice(Language.HANT).words_of("市水务局") == "市水務局"
    assert voice(Language.EN).words_of("市水務局<") == '<span lang="zh-Hant">市水務局&lt;</span>'
