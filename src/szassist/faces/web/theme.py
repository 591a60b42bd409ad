"""The look of Gradio's own parts, made to agree with `style.css`: same fonts, same colours, flat, square."""

from __future__ import annotations

from typing import Any

import gradio as gr

FONTS = ("Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "system-ui", "sans-serif")
PLAIN = {
    "body_background_fill": "var(--paper)",
    "body_text_color": "var(--ink)",
    "background_fill_primary": "var(--paper)",
    "background_fill_secondary": "var(--paper)",
    "block_background_fill": "transparent",
    "block_border_width": "0px",
    "block_label_text_color": "var(--ink)",
    "block_title_text_color": "var(--ink)",
    "block_info_text_color": "var(--quiet)",
    "block_shadow": "none",
    "border_color_primary": "var(--line)",
    "input_background_fill": "var(--paper)",
    "input_border_color": "var(--ink)",
    "input_shadow": "none",
    "link_text_color": "var(--accent)",
    "button_primary_background_fill": "var(--accent)",
    "button_primary_text_color": "#ffffff",
    "button_secondary_background_fill": "var(--paper)",
    "button_secondary_text_color": "var(--accent)",
}


def theme() -> Any:
    """The theme; light and dark share it, for the colours are variables of the style sheet."""
    base = gr.themes.Base(
        font=FONTS, font_mono=("ui-monospace", "monospace"), radius_size=gr.themes.sizes.radius_none
    )
    both = PLAIN | {f"{name}_dark": value for name, value in PLAIN.items() if name != "block_border_width"}
    return base.set(**both)
