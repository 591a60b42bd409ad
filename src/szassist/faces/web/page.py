"""The chat page: Gradio Blocks in a FastAPI application."""

from __future__ import annotations

from typing import Any

import gradio as gr
from fastapi import FastAPI

from szassist.assistant import Assistant
from szassist.faces.web.render import answer_html, safe, sources_html
from szassist.schema import Turn

STARTERS = (
    "2025年PM2.5要降到多少?",
    "紅樹林中心由哪些部門負責?",
    "BIM技术什么时候开始全面实施?",
    "再生水利用率的目标是多少?",
)
STYLE = """
.gradio-container {max-width: 72rem !important; width: 100%; font-size: 18px; line-height: 1.8}
.trust {color: #505a5f; font-size: 16px} .sources blockquote {border-left: 4px solid #1d70b8; padding-left: 12px}
.sources li:target, .sources li:focus {background: #fff7bf; outline: 3px solid #fd0} .where {color: #505a5f}
"""
Messages = list[dict[str, Any]]


def mount(app: FastAPI, assistant: Assistant) -> None:
    """Put the chat at `/` of `app`."""
    gr.mount_gradio_app(app, blocks(assistant), path="/", css=STYLE, ssr_mode=False, footer_links=[])


def blocks(assistant: Assistant) -> gr.Blocks:
    """The page itself: conversation, sources beside it, question box."""

    def ask(question: str, messages: Messages, turns: list[Turn]) -> tuple[Messages, list[Turn], str, str]:
        answer = assistant.ask(question, turns)
        turn = len(turns) + 1
        shown = [
            *messages,
            {"role": "user", "content": safe(question[:1000])},
            {"role": "assistant", "content": answer_html(answer, turn)},
        ]
        return shown, [*turns, Turn(question, answer.text)], sources_html(answer, turn), ""

    titles = "".join(f"<li>《{safe(document.title)}》</li>" for document in assistant.documents.values())
    with gr.Blocks(title="szassist", analytics_enabled=False) as page:
        gr.Markdown("# 政策问答")
        gr.Markdown(f"回答有关这些文件的问题，每句都附原文：<ul lang='zh-TW'>{titles}</ul>")
        turns = gr.State([])
        with gr.Row():
            with gr.Column(scale=3):
                chat = gr.Chatbot(label="对话", height=480, buttons=[])
                question = gr.Textbox(label="您的问题", placeholder="例如：2025年PM2.5要降到多少?", max_length=1000)
                send = gr.Button("提问", variant="primary")
                gr.Examples([[starter] for starter in STARTERS], question, label="可以这样问")
            with gr.Column(scale=2):
                gr.Markdown("## 来源")
                sources = gr.Markdown()
        gr.on(
            [question.submit, send.click],
            ask,
            [question, chat, turns],
            [chat, turns, sources, question],
            concurrency_limit=8,
            api_visibility="private",
        )
    return page
