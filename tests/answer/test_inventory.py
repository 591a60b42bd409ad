"""What answers can be about, as far as it follows from the documents alone."""

from szassist.answer.ground.draft import Evidence
from szassist.answer.ground.inventory import Inventory
from szassist.schema import Assignment, Document, Fact, Section, SectionKind

#        0    5         15    21
TEXT = "水务规划\n一、目标\n到2025年，绿地更多。\n见到2030年的目标\n到２０３５年建成"


class NoRows:
    """A register without rows."""

    assignments: tuple[Assignment, ...] = ()
    unit_names: dict[str, str] = {}  # noqa: RUF012

    def all_series(self) -> tuple[tuple[Fact, ...], ...]:
        return ()


def inventory() -> Inventory:
    end = len(TEXT)
    sections = (
        Section(0, None, SectionKind.ROOT, "", "水務規劃", 0, end, 5),
        Section(1, 0, SectionKind.SECTION, "一、", "目標", 5, end, 10),
        Section(2, 1, SectionKind.ITEM, "", "綠地", 10, 22, 22),
        Section(3, 1, SectionKind.ITEM, "", "", 22, end, end),
    )
    document = Document("d", "水務規劃", None, None, None, "d.txt", None, TEXT, sections)
    return Inventory({"d": document}, NoRows())


def test_a_heading_has_its_folded_name_those_above_it_and_the_titled_sections_below() -> None:
    goals, green = inventory().headings
    assert (goals.name, goals.around, [one.title for one in goals.below]) == ("目标", "", ["綠地"])
    assert (green.name, green.around, green.below) == ("绿地", "目标", ())


def test_a_paragraph_opens_with_a_year_only_at_its_beginning() -> None:
    first, last = TEXT.index("到2025"), TEXT.index("到２０３５")
    opened = (2025, Evidence("d", first, TEXT.index("\n", first))), (2035, Evidence("d", last, len(TEXT)))
    assert inventory().openings == opened
