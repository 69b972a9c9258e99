"""把一份 PDF 读成段落，每段说得出在第几页；没有查的页写明。"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from anju.checker.readers.headings import heading_level
from anju.checker.readers.pdf.margins import without_margins
from anju.checker.readers.pdf.opened import OpenedPdf
from anju.checker.readers.pdf.paragraphs import blocks
from anju.checker.readers.pdf.sheet import Sheet, sheet
from anju.checker.readers.pdf.tables import Table
from anju.checker.reading import Paragraph, Reading, Unreadable

_SAID = {
    "scanned": "第{}页是扫描件，没有文字，没有查",
    "garbled": "第{}页的文字读出来是乱码（字体没有嵌好），没有查；请用原来的文件另存为 .docx 再查",
    "broken": "第{}页已损坏或复杂得反常，没有查",
}
_SCANNED = "是扫描件，没有文字；请先识别成文字（OCR），或交原来的 .docx 再查"
_GARBLED = "的文字读出来是乱码（字体没有嵌好）；请交原来的 .docx，或重新导出 PDF 再查"


def read_pdf(path: Path, content: bytes) -> Reading:
    """The text and tables of a PDF. Unreadable when it is broken, locked, or has no text on any page."""
    opened = OpenedPdf(path.name, content)
    sheets = [sheet(number, page) for number, page in opened.pages()]
    if not sheets:
        raise opened.broken()
    states = {each.state for each in sheets}
    if states == {"broken"}:
        raise opened.broken()
    if "" not in states:
        raise Unreadable(f"“{path.name}”{_SCANNED if 'scanned' in states else _GARBLED}")
    without_margins(sheets)
    paragraphs = tuple(replace(each, number=number) for number, each in enumerate(_paragraphs(sheets), 1))
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise Unreadable(f"“{path.name}”里没有文字；如果是扫描件，请先识别成文字（OCR）再查")
    notes = [said.format(_pages(state, sheets)) for state, said in _SAID.items() if state in states]
    if opened.more:
        notes.append(f"页数太多或太费时，只查了前{sheets[-1].number}页")
    return Reading(str(path), "pdf", paragraphs, None, tuple(notes))


def _paragraphs(sheets: list[Sheet]) -> Iterator[Paragraph]:
    tables = 0
    for block in blocks(sheets):
        if isinstance(block, Table):
            tables += 1
            for place, cell in block.placed(tables):
                yield Paragraph(0, cell.text, place, page=cell.page)
        else:
            level = None if block.contents else heading_level(block.text)
            yield Paragraph(0, block.text, level=level, page=block.page)


def _pages(state: str, sheets: list[Sheet]) -> str:
    """1、3至5: the pages in that state, those that follow one another as a stretch."""
    found: list[list[int]] = []
    for each in sheets:
        if each.state == state:
            if found and found[-1][-1] == each.number - 1:
                found[-1].append(each.number)
            else:
                found.append([each.number])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}至{run[-1]}" for run in found)
