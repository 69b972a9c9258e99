"""写 docx：把排好的行、表、图依次写进模板的正文。"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from anju.reports.arrange import arrange
from anju.reports.document import Document
from anju.reports.layout import Image, Item, Line, Section, StyleName, Table, ems
from anju.reports.writers.docx.elements import Element, name
from anju.reports.writers.docx.fit import Around, fit
from anju.reports.writers.docx.paragraphs import Pen, Setting
from anju.reports.writers.docx.pictures import PictureWriter
from anju.reports.writers.docx.properties import write_properties
from anju.reports.writers.docx.sample_mark import mark_as_sample, unmark
from anju.reports.writers.docx.sheet import section_properties, sheet
from anju.reports.writers.docx.tables import TableWriter
from anju.reports.writers.docx.template import Template, opened

_SHORT = 5 * 28
"""Offices and day take what stands above them along to a new page; LibreOffice takes a whole paragraph, and a longer
one would leave half a page empty."""


def write(document: Document, path: Path, template: Path | None = None) -> None:
    """Write the document as docx; the same document gives the same bytes.

    `template` is an office's own docx whose styles have the names of the shipped one; all else in it is kept. Raises
    BadTemplate for one that cannot be used, OSError when a file cannot be read or written.
    """
    found = opened(template)
    unmark(found)
    if document.sample:
        mark_as_sample(found)
    write_properties(found.package, document)
    _Writer(found).write(arrange(document))
    found.package.save(path)


class _Writer:
    def __init__(self, template: Template) -> None:
        self._template = template
        self._pen = Pen(template)
        self._pictures = PictureWriter(template)
        self._width = 0

    def write(self, sections: tuple[Section, ...]) -> None:
        body = self._template.body
        for child in list(body):
            body.remove(child)
        for number, section in enumerate(sections, 1):
            first, last = number == 1, number == len(sections)
            properties = section_properties(self._template.section, landscape=section.landscape, first=first)
            self._width = sheet(properties).width
            self._section(body, section)
            if last:
                body.append(properties)
            else:
                self._close(body, properties)

    def _close(self, body: Element, properties: Element) -> None:
        """A section ends with its last paragraph, which `arrange` provides."""
        settings = body[-1].find(name("w:pPr"))
        if settings is None:
            raise ValueError("节的末尾不是一段")
        settings.append(properties)

    def _section(self, body: Element, section: Section) -> None:
        lines, day = _neighbours(section), _day(section)
        after: tuple[Item | None, ...] = (*section.items[1:], None)
        for number, item in enumerate(section.items):
            if isinstance(item, Table):
                noted = _is(after[number], StyleName.NOTE)
                TableWriter(self._template, self._pen, item, self._width, noted=noted).write(body)
            elif isinstance(item, Image):
                self._pictures.write(body, item.drawing, self._width)
            else:
                order, texts = lines[number]
                setting = self._setting(item, after[number], begins=number == 0)
                self._pen.paragraph(body, item, fit(item, Around(self._width, texts, order, day)), setting)

    def _setting(self, line: Line, after: Item | None, *, begins: bool) -> Setting:
        return Setting(
            new_page=line.style is StyleName.ANNEX_LABEL and not begins,
            keep_next=_is(after, StyleName.SIGNATURE, StyleName.DATE) and ems(line.text) <= _SHORT,
            frame=self._width if line.style is StyleName.IMPRINT else 0,
        )


def _neighbours(section: Section) -> dict[int, tuple[int, tuple[str, ...]]]:
    """For each line its place among the lines of its style and their texts; a day stands among the offices above."""
    places: dict[StyleName, list[int]] = defaultdict(list)
    items: tuple[Item, ...] = section.items
    for number, item in enumerate(items):
        if isinstance(item, Line):
            places[item.style].append(number)
    texts = {style: tuple(_text(items[at]) for at in found) for style, found in places.items()}
    texts[StyleName.DATE] = texts.get(StyleName.SIGNATURE, ())
    return {at: (order, texts[style]) for style, found in places.items() for order, at in enumerate(found)}


def _is(item: Item | None, *styles: StyleName) -> bool:
    return isinstance(item, Line) and item.style in styles


def _text(item: Item) -> str:
    return item.text if isinstance(item, Line) else ""


def _day(section: Section) -> str:
    return next((item.text for item in section.items if isinstance(item, Line) and item.style is StyleName.DATE), "")
