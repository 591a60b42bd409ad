"""HTML from values: what is not markup is escaped, wherever it stands."""

from markupsafe import Markup

from szassist.faces.web.pages.addresses import anchor, download, passage, register, unit
from szassist.faces.web.pages.markup import joined, link, tag


def test_text_and_attributes_are_escaped_and_markup_is_not_escaped_again() -> None:
    inner = tag("b", None, "<i>")
    assert inner == "<b>&lt;i&gt;</b>"
    assert (
        tag("p", {"title": '"><script>'}, inner, "&")
        == '<p title="&#34;&gt;&lt;script&gt;"><b>&lt;i&gt;</b>&amp;</p>'
    )


def test_attributes_without_a_value_are_left_out_and_true_ones_stand_bare() -> None:
    assert (
        tag("option", {"value": "", "selected": True, "disabled": False, "lang": None})
        == '<option value="" selected></option>'
    )


def test_an_element_without_content_is_not_closed() -> None:
    assert tag("input", {"name": "q"}) == '<input name="q">'
    assert tag("circle", {"r": 5}) == '<circle r="5"/>'


def test_parts_are_joined_and_what_stands_between_is_escaped() -> None:
    assert joined(["<", Markup("<br>")], " & ") == "&lt; &amp; <br>"
    assert joined([]) == ""


def test_addresses_quote_what_is_put_into_them() -> None:
    assert link(unit('a/b"?#'), "x") == '<a href="/register/unit/a%2Fb%22%3F%23">x</a>'
    assert passage("方案", 3, 9) == "/documents/%E6%96%B9%E6%A1%88#c3-9"
    assert register({"topic": "a&b", "year": ""}) == "/register?topic=a%26b"
    assert download({"year": "2025"}, "csv") == "/register/download?year=2025&format=csv"
    assert anchor("row", "sz-plan#f001") == "row-sz-plan-f001"
