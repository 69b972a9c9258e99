"""A place is told so that it is found again: by its headings, its table, its page or its sheet."""

from __future__ import annotations

from anju.checker.placed import Placed
from anju.checker.reading import Paragraph, Place, Reading
from anju.kernel.finding import Where

PARAGRAPHS = (
    Paragraph(1, "一、资金", level=1),
    Paragraph(2, "（一）到位", level=2),
    Paragraph(3, "到位100万元"),
    Paragraph(4, "拨付90万元"),
    Paragraph(5, "合计", Place(2, 3, 1)),
    Paragraph(6, "二、产出", level=1),
    Paragraph(7, "改造7个", page=3),
    Paragraph(8, "120", Place(3, 7, 2), sheet="户", cell="B7"),
)
PLACED = Placed(Reading("报告.docx", "docx", PARAGRAPHS))


def at(*numbers: int) -> list[Where]:
    return [Where(paragraph=number, start=0, end=1) for number in numbers]


def test_places_under_one_heading_are_told_together() -> None:
    assert PLACED.described(at(3, 4, 3)) == "第3段、第4段在“一、资金 （一）到位”下"
    assert PLACED.described(at(7, 5)) == "第3页第7段在“二、产出”下；第5段（表2第3行第1列）在“一、资金 （一）到位”下"
    assert PLACED.described(at(3, 7, 4), most=2) == "第3段在“一、资金 （一）到位”下；第3页第7段在“二、产出”下"


def test_what_stands_nowhere_is_nowhere() -> None:
    assert PLACED.described([Where(), *at(99)]) == ""
    assert PLACED.logical(Where()) == []
    assert PLACED.offset(Where()) is None


def test_offsets_count_through_the_whole_text() -> None:
    text = "\n".join(each.text for each in PARAGRAPHS)
    offset = PLACED.offset(Where(paragraph=7, start=2, end=4))
    assert offset is not None
    assert text[offset : offset + 2] == "7个"


def test_a_sheets_cell_is_told_by_its_sheet_for_programs() -> None:
    assert [each["fullyQualifiedName"] for each in PLACED.logical(at(8)[0])] == ["二、产出/第8段", "户!B7"]
