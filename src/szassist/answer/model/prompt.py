"""The messages that a chat model is sent, from the prompt file of the reader's language."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from szassist.answer.model.chat import Message, Role
from szassist.answer.model.reply import Reply, Said
from szassist.schema import Language


@cache
def _prompts(language: Language) -> dict[str, str]:
    path = files("szassist.answer.model").joinpath(f"prompts/{language.value}.toml")
    prompts: dict[str, str] = tomllib.loads(path.read_text("utf-8"))
    return prompts


def instructions(language: Language, material: str) -> tuple[Message, ...]:
    """What to do, and the material to do it with."""
    prompts = _prompts(language)
    return (
        Message(Role.SYSTEM, prompts["system"].strip()),
        Message(Role.USER, prompts["material"].format_map({"material": material}).strip()),
    )


def reason(language: Language, name: str, **values: str) -> str:
    """Why a statement is not shown; a missing reason or variable is a `KeyError`."""
    return _prompts(language)[f"refused_{name}"].format_map(values)


def again(
    language: Language, messages: Sequence[Message], written: Sequence[Said], refused: Sequence[tuple[str, str]]
) -> tuple[Message, ...]:
    """The conversation with the model's reply and what of it is refused: pairs of a statement's text and the reason."""
    prompts = _prompts(language)
    reply = Reply(statements=list(written)).model_dump_json()
    lines = "\n".join(prompts["refusal"].format_map({"text": text, "reason": why}) for text, why in refused)
    return (
        *messages,
        Message(Role.ASSISTANT, reply),
        Message(Role.USER, prompts["again"].format_map({"refused": lines}).strip()),
    )
