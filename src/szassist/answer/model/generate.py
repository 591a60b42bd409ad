"""The chat model, plugged in by LangChain: what `init_chat_model` takes can be named in the settings."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from szassist.answer.model.chat import ChatError, Message, Trouble
from szassist.answer.model.reply import Reply
from szassist.errors import ModelError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel, LanguageModelInput
    from langchain_core.messages import AIMessage
    from langchain_core.runnables import Runnable


@dataclass(frozen=True, slots=True)
class LangChainChat:
    """A chat model behind LangChain's interface; safe to share between threads."""

    name: str
    model: Runnable[LanguageModelInput, AIMessage]

    def reply(self, messages: Sequence[Message], seconds: float) -> Iterator[str]:
        """The pieces of the reply as they arrive; a reply that is not whole after `seconds` is a `ChatError`.

        The model is read in a thread of its own, so that a server that hangs or drips does not hold up the reader.
        """
        pieces: SimpleQueue[str | Exception | None] = SimpleQueue()
        stop = Event()
        Thread(target=self._read, args=(messages, pieces, stop), daemon=True, name="szassist-chat").start()
        end = time.monotonic() + seconds
        try:
            while True:
                piece = pieces.get(timeout=max(0.0, end - time.monotonic()))
                if piece is None:
                    return
                if isinstance(piece, Exception):
                    raise _failure(piece) from piece
                yield piece
        except Empty:
            raise ChatError(Trouble.TIMEOUT, f"no whole reply within {seconds:.0f} s") from None
        finally:
            stop.set()

    def _read(self, messages: Sequence[Message], pieces: SimpleQueue[str | Exception | None], stop: Event) -> None:
        try:
            for chunk in self.model.stream([(message.role.value, message.text) for message in messages]):
                if stop.is_set():
                    return
                pieces.put(str(chunk.text))
            pieces.put(None)
        except Exception as error:  # noqa: BLE001  providers' errors have no common base; the reader's thread raises it
            pieces.put(error)


def open_chat(
    model: str,
    *,
    base_url: str | None,
    api_key: str | None,
    seconds: float,
    hold_to_json: bool,
    options: Mapping[str, Any],
) -> LangChainChat:
    """The model that LangChain's `init_chat_model` knows as `model` (`openai:gpt-4.1`, `ollama:qwen3:8b`).

    A provider whose package is missing, or a model that cannot be set up, is a `ModelError`.
    """
    from langchain.chat_models import init_chat_model

    provider = model.partition(":")[0].replace("-", "_")
    given: dict[str, Any] = {"base_url": base_url, "api_key": api_key}
    arguments = _limits(provider, seconds) | {name: value for name, value in given.items() if value} | dict(options)
    try:
        opened = init_chat_model(model, **arguments)
        bound = _held(opened, provider) if hold_to_json else opened
    except ImportError as error:
        remedy = f"pip install 'szassist[{provider}]'" if provider in _EXTRAS else str(error)
        raise ModelError(f"SZASSIST_CHAT_MODEL={model}: the provider's package is missing; {remedy}") from error
    except Exception as error:
        line = " ".join(str(error).split())[:300]
        raise ModelError(f"SZASSIST_CHAT_MODEL={model}: cannot be set up: {line}") from error
    return LangChainChat(model, bound)


_EXTRAS = frozenset({"anthropic", "deepseek", "ollama", "openai"})  # optional dependencies of this package


def _limits(provider: str, seconds: float) -> dict[str, Any]:
    """Arguments that keep a provider's client from waiting or trying again longer than a reader would."""
    if provider == "ollama":
        return {"client_kwargs": {"timeout": seconds}}
    return {"timeout": seconds, "max_retries": 0}


def _held(model: BaseChatModel, provider: str) -> Runnable[LanguageModelInput, AIMessage]:
    """The model held to JSON, in the words of providers that can do so."""
    schema = Reply.model_json_schema()
    if provider == "openai":
        form = {"type": "json_schema", "json_schema": {"name": "reply", "schema": schema}}
        return model.bind(response_format=form)
    if provider == "deepseek":
        return model.bind(response_format={"type": "json_object"})
    if provider == "ollama":
        return model.bind(format=schema)
    return model


_TROUBLES = {
    "timeout": Trouble.TIMEOUT,
    "ratelimit": Trouble.LIMITED,
    "contentfilter": Trouble.EMPTY,
    "refusal": Trouble.EMPTY,
}


def _failure(error: Exception) -> ChatError:
    """What went wrong, by the name or the status code of a provider's error; its text may quote the question and is left out."""
    name = type(error).__name__
    code = getattr(error, "status_code", None)
    told = next((trouble for word, trouble in _TROUBLES.items() if word in name.lower()), Trouble.UNREACHABLE)
    trouble = Trouble.LIMITED if code == 429 else Trouble.TIMEOUT if code in (408, 504) else told
    return ChatError(trouble, name if code is None else f"{name}, status {code}")
