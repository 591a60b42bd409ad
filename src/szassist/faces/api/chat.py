"""An OpenAI-compatible chat endpoint: any program that speaks to a chat model can speak to the documents."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from fastapi import APIRouter, HTTPException
from starlette.responses import JSONResponse, StreamingResponse

from szassist.assistant import Assistant
from szassist.faces.api.bodies import ChatBody
from szassist.faces.api.problems import RESPONSES
from szassist.schema import Answer, jsonable
from szassist.text.tokens import tokens

MODEL = "szassist"


def router(assistant: Assistant) -> APIRouter:
    """The routes below /v1."""
    api = APIRouter(prefix="/v1", tags=["OpenAI-compatible"], responses=RESPONSES)

    @api.get("/models", summary="The one model")
    def models() -> JSONResponse:
        """The assistant as a model."""
        return JSONResponse(
            {"object": "list", "data": [{"id": MODEL, "object": "model", "owned_by": MODEL, "created": 0}]}
        )

    @api.post("/chat/completions", summary="Answer the last message")
    def complete(body: ChatBody) -> Any:
        """A chat completion; `szassist` holds the whole answer with its citations."""
        question, turns = body.turns()
        if not question:
            raise HTTPException(422, "messages: the last message must be the user's question")
        answer = assistant.ask(question, turns)
        if body.stream:
            return StreamingResponse(
                _chunks(answer, body), media_type="text/event-stream", headers={"cache-control": "no-store"}
            )
        return JSONResponse(_completion(answer, body))

    return api


def _completion(answer: Answer, body: ChatBody) -> dict[str, Any]:
    message = {"role": "assistant", "content": answer.text, "refusal": None}
    return {
        "id": f"chatcmpl-{uuid4().hex}",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": _usage(answer, body),
        "szassist": answer.to_dict(),
    }


def _usage(answer: Answer, body: ChatBody) -> dict[str, int]:
    """What OpenAI's clients add up; here the words of our own tokenizer."""
    asked, told = sum(len(tokens(m.text)) for m in body.messages), len(tokens(answer.text))
    return {"prompt_tokens": asked, "completion_tokens": told, "total_tokens": asked + told}


def _chunks(answer: Answer, body: ChatBody) -> Iterator[str]:
    """The answer a line at a time, then its citations, then the end."""
    frame = {
        "id": f"chatcmpl-{uuid4().hex}",
        "object": "chat.completion.chunk",
        "created": int(time.time()),
        "model": MODEL,
    }

    def chunk(delta: dict[str, Any], finish: str | None = None, **more: Any) -> str:
        return _event(frame | {"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]} | more)

    yield chunk({"role": "assistant", "content": ""})
    for line in answer.text.splitlines(keepends=True):
        yield chunk({"content": line})
    yield chunk({}, "stop", szassist={"status": answer.status, "citations": jsonable(answer.citations)})
    if body.stream_options and body.stream_options.include_usage:
        yield _event(frame | {"choices": [], "usage": _usage(answer, body)})
    yield "data: [DONE]\n\n"


def _event(body: dict[str, Any]) -> str:
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n"
