"""The text block of GB/T 9704, upright and turned."""

from __future__ import annotations

import pytest
from lxml import etree

from anju.reports.writers.docx.elements import name
from anju.reports.writers.docx.sheet import MILLIMETRE, section_properties, sheet
from anju.reports.writers.docx.template import opened


def margins(section: etree._Element) -> dict[str, int]:
    found = section.find(name("w:pgMar"))
    edges = ("top", "right", "bottom", "left", "header", "footer")
    return {edge: round(int(found.get(name(f"w:{edge}"))) / MILLIMETRE) for edge in edges}


def test_upright() -> None:
    section = opened(None).section
    block = sheet(section)
    assert (round(block.width / MILLIMETRE), round(block.height / MILLIMETRE)) == (156, 225)
    assert margins(section) == {"top": 37, "right": 26, "bottom": 35, "left": 28, "header": 15, "footer": 25}


def test_turned_the_text_block_turns_along() -> None:
    section = section_properties(opened(None).section, landscape=True, first=False)
    block = sheet(section)
    assert (round(block.width / MILLIMETRE), round(block.height / MILLIMETRE)) == (225, 156)
    assert margins(section) == {"top": 28, "right": 37, "bottom": 26, "left": 35, "header": 14, "footer": 16}


@pytest.mark.parametrize("broken", ["<a/>", '<w:sectPr xmlns:w="{}"><w:pgSz/><w:pgMar/></w:sectPr>'])
def test_sizes_that_are_none_are_told(broken: str) -> None:
    element = etree.fromstring(broken.format(name("w:x")[1:-2]))
    with pytest.raises(ValueError, match=r"sectPr|pgMar"):
        sheet(element)
