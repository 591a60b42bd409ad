"""The prompt files: one for each language, the same in all, every variable filled."""

import tomllib
from pathlib import Path

import pytest

import szassist.answer.model
from szassist.answer.model.chat import Role
from szassist.answer.model.prompt import again, instructions, reason
from szassist.answer.model.reply import Said
from szassist.schema import Language

FOLDER = Path(szassist.answer.model.__file__).parent / "prompts"


def test_every_language_has_the_same_prompts() -> None:
    keys = {one: set(tomllib.loads((FOLDER / f"{one.value}.toml").read_text("utf-8"))) for one in Language}
    assert len(set(map(frozenset, keys.values()))) == 1


@pytest.mark.parametrize("language", list(Language))
def test_the_material_stands_in_the_user_s_message_as_it_is(language: Language) -> None:
    system, user = instructions(language, '{"question": "{x}"}')
    assert (system.role, user.role) == (Role.SYSTEM, Role.USER)
    assert '{"question": "{x}"}' in user.text
    assert '"statements"' in system.text


@pytest.mark.parametrize("language", list(Language))
def test_what_was_refused_goes_back_with_its_reason(language: Language) -> None:
    first = instructions(language, "{}")
    why = reason(language, "unborne", what="16微克/立方米")
    messages = again(language, first, [Said(text="PM2.5 {16}", sources=[1])], [("PM2.5 {16}", why)])
    assert messages[:2] == first
    assert messages[2].text == '{"statements":[{"text":"PM2.5 {16}","sources":[1]}]}'
    assert "PM2.5 {16}" in messages[3].text
    assert "16微克/立方米" in messages[3].text
    assert '{"statements": [{"text"' in messages[3].text


def test_a_missing_variable_is_an_error() -> None:
    with pytest.raises(KeyError):
        reason(Language.EN, "unborne")
