"""Long lists page by page."""

import pytest

from szassist.faces.web.pages.filters import BadRequestError
from szassist.faces.web.pages.paging import number_of, pager, sheet
from szassist.faces.web.pages.voice import voice
from szassist.schema import Language

EN = voice(Language.EN)


def address(number: int) -> str:
    return f"/list?page={number}"


def test_every_item_stands_on_one_page() -> None:
    sheets = [sheet("abcdefg", number, 3) for number in (1, 2, 3)]
    assert [found.items for found in sheets] == ["abc", "def", "g"]
    assert {found.pages for found in sheets} == {3}
    assert sheet("", 1, 3).pages == 1
    assert sheet("abc", 1, 3).pages == 1


def test_a_page_that_is_not_there_is_refused() -> None:
    for page in ("0", "-1", "x", "１", "1.5"):
        with pytest.raises(BadRequestError):
            number_of({"page": page})
    assert (number_of({}), number_of({"page": ""}), number_of({"page": "12"})) == (1, 1, 12)
    with pytest.raises(BadRequestError):
        sheet("abcdefg", 4, 3)


def test_the_pages_before_and_after_are_linked_where_they_are() -> None:
    assert pager(sheet("abc", 1, 3), address, EN) == ""
    first, last = pager(sheet("abcd", 1, 3), address, EN), pager(sheet("abcd", 2, 3), address, EN)
    assert "page=2" in first
    assert "page=0" not in first
    assert "page=1" in last
    assert "page=3" not in last
    assert "Page 2 of 2" in last
