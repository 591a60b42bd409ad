"""`POST /feedback`: a reader's verdict on an answer that was shown."""

from __future__ import annotations

import logging

from fastapi import FastAPI
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from szassist.errors import FeedbackError
from szassist.faces.feedback import Feedback, Judgement, Reason, Verdict

log = logging.getLogger(__name__)


class Given(BaseModel):
    """The body of a request."""

    model_config = ConfigDict(extra="forbid")

    token: str = Field(min_length=1, max_length=64)
    verdict: Verdict
    reason: Reason = Reason.NONE


def mount(app: FastAPI, feedback: Feedback) -> None:
    """Take verdicts at `/feedback`: 204 kept, 404 the answer is no longer known, 503 the file cannot be written."""

    @app.post("/feedback", include_in_schema=False)
    def take(given: Given) -> Response:
        try:
            kept = feedback.keep(Judgement(given.token, given.verdict, given.reason))
        except FeedbackError as error:
            log.error("%s", error)
            return Response(status_code=503)
        return Response(status_code=204 if kept else 404)
