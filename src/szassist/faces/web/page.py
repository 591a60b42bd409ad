"""The chat page: Gradio Blocks, one page a language, mounted in a FastAPI application."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from szassist.faces.feedback import Feedback
from szassist.faces.web.conversation import Answers, Conversation, Talk, stopped
from szassist.faces.web.frame import PAGES, Frame
from szassist.faces.web.gradio_import import import_gradio
from szassist.faces.web.render import starters_html
from szassist.faces.web.starters import answerable
from szassist.faces.web.theme import theme
from szassist.faces.words import ChatWords, chat_words
from szassist.schema import Language

gr: Any = import_gradio()
AT_ONCE = 8  # questions answered at the same time; further ones queue
QUEUED = 64
LONGEST_TYPED = 2000  # characters; the assistant itself says kindly when a question is too long


def mount(app: FastAPI, assistant: Answers, feedback: Feedback | None = None) -> None:
    """Put the chat at `/` of `app`; without `feedback`, answers cannot be judged."""
    with warnings.catch_warnings():  # that several pages cannot be rendered on the server, which nobody asked for
        warnings.filterwarnings("ignore", "SSR mode is not supported", UserWarning)
        gr.mount_gradio_app(
            app,
            blocks(assistant, feedback),
            path="/",
            theme=theme(),
            footer_links=[],
            run_history=False,
            ssr_mode=False,
            show_error=False,
            enable_monitoring=False,
            pwa=False,
        )
    app.add_middleware(
        Frame, starters={language: starters_html(answerable(assistant, language)) for language in Language}
    )


def blocks(assistant: Answers, feedback: Feedback | None) -> Any:
    """One page for each language; they share the application's queue, and nothing else."""
    talks = {
        language: Talk(assistant, language, feedback.show) if feedback else Talk(assistant, language)
        for language in PAGES
    }
    with gr.Blocks(title="szassist", analytics_enabled=False) as site:
        chat_page(talks[Language.HANS])
    for language, path in PAGES.items():
        if path:
            with site.route(chat_words(language).heading, path, show_in_navbar=False):
                chat_page(talks[language])
    return site.queue(max_size=QUEUED, default_concurrency_limit=AT_ONCE, api_open=False)


def chat_page(talk: Talk) -> None:
    """Conversation and question box; starter questions and suggestions are links that fill the box."""
    words = chat_words(talk.language)
    conversation = gr.State(Conversation())
    gr.Navbar(visible=False)
    chat = conversation_log(words)
    with gr.Row(elem_id="ask"):
        fresh = gr.Button(words.fresh, elem_id="fresh")
        question = gr.Textbox(
            label=words.question,
            info=words.hint,
            placeholder=words.next,
            max_length=LONGEST_TYPED,
            lines=1,
            max_lines=6,
            elem_id="question",
        )
        send = gr.Button(words.ask, variant="primary", elem_id="send")
        stop = gr.Button(words.stop, elem_id="stop", visible=False)

    def ask(asked: str, so_far: Conversation) -> Iterator[list[Any]]:
        yield from shown(talk, asked, so_far)

    def halt(so_far: Conversation) -> list[Any]:
        halted = stopped(so_far, talk.language)
        return [halted.messages(), halted, so_far.pending, gr.Button(visible=False)]

    def begin() -> list[Any]:
        return [[], Conversation(), "", gr.Button(visible=False)]

    results = [chat, conversation, question, stop]
    options: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    asking = gr.on(
        [question.submit, send.click], ask, [question, conversation], results, concurrency_id="ask", **options
    )
    stop.click(halt, [conversation], results, cancels=[asking], queue=False, **options)
    fresh.click(begin, None, results, cancels=[asking], queue=False, **options)


def shown(talk: Talk, asked: str, so_far: Conversation) -> Iterator[list[Any]]:
    """What log, state, question box and stop button become, stage by stage, while `asked` is answered.

    The box is emptied once, with the first stage: what is typed while the answer is written stays.
    """
    if not asked.strip():
        yield [gr.skip()] * 4
        return
    box = ""
    for stage in talk.stages(asked, so_far):
        yield [stage.messages(), stage, box, gr.Button(visible=bool(stage.pending))]
        box = gr.skip()


def conversation_log(words: ChatWords) -> Any:
    """The conversation, as long as it is: the page scrolls, not a box within it."""
    return gr.Chatbot(
        label=words.conversation,
        show_label=False,
        container=False,
        height="auto",
        layout="panel",
        buttons=[],
        autoscroll=False,
        latex_delimiters=[],
        group_consecutive_messages=False,
        elem_id="chat",
    )
