"""把工作簿读成段落：看得见的每张表是一个表格，每格一段，说得出是哪张表哪一格。"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from anju.checker.readers.package import Package, main_part
from anju.checker.readers.xlsx.sheet import MOST_CELLS, Sheet, SheetReader, Spot, cell_name
from anju.checker.readers.xlsx.strings import shared_strings
from anju.checker.readers.xlsx.styles import Styles, X
from anju.checker.reading import Paragraph, Place, Reading, Unreadable

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_EMPTY, _MOST_COVERED, _MOST_SHEETS = 50_000, 1_000_000, 200


def read_xlsx(path: Path, content: bytes) -> Reading:
    """What the visible sheets show. Unreadable when the workbook is broken, locked, a bomb, or has no text."""
    package = Package(path.name, content)
    main = main_part(package)
    root = package.xml(main)
    if root is None:
        raise Unreadable(f"“{path.name}”里没有工作表，不是完整的工作簿；请重新导出")
    related = package.related(main)
    parts = {kind: package.xml(member) for kind, member in related.values() if kind in {"styles", "sharedStrings"}}
    properties = root.find(f"{X}workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
    styles = Styles(parts.get("styles"), from_1904=from_1904)
    reader = SheetReader(package, shared_strings(parts.get("sharedStrings")), styles)
    paragraphs: list[Paragraph] = []
    notes: list[str] = []
    for table, (name, member) in enumerate(_visible(root, related, notes), 1):
        sheet = reader.read(member)
        notes += _remarks(name, sheet)
        paragraphs += list(_cells(name, table, sheet, len(paragraphs) + 1))
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise Unreadable(f"“{path.name}”是 Excel 工作簿，看得见的工作表都是空的")
    return Reading(str(path), "xlsx", tuple(paragraphs), None, tuple(notes))


def _visible(root: etree._Element, related: dict[str, tuple[str, str]], notes: list[str]) -> Iterator[tuple[str, str]]:
    """Name and member of each sheet that is shown; the others are told of."""
    for sheet in list(root.iterfind(f"{X}sheets/{X}sheet"))[:_MOST_SHEETS]:
        name = sheet.get("name") or ""
        kind, member = related.get(sheet.get(_ID) or "", ("", ""))
        if kind != "worksheet":
            continue
        if (sheet.get("state") or "visible") == "visible":
            yield name, member
        else:
            notes.append(f"工作表“{name}”是隐藏的，没有查")


def _remarks(name: str, sheet: Sheet) -> Iterator[str]:
    if sheet.cut:
        yield f"“{name}”太大，没有查完：一个工作簿只查前{MOST_CELLS // 10_000}万个有内容的格"
    if sheet.hidden:
        yield f"“{name}”有隐藏的行或列，其中的数也一并查了"
    if sheet.unanswered:
        yield f"“{name}”{_some(sheet.unanswered)}的公式没有存下结果，没有查；请在 Excel 或 WPS 里打开、保存后再查"
    if sheet.faulty:
        yield f"“{name}”{_some(sheet.faulty)}的公式出错（如 #DIV/0!），没有查；请改正公式后再查"


def _some(cells: list[str]) -> str:
    return f"{cells[0]}格" if len(cells) == 1 else f"{cells[0]}等{len(cells)}格"


def _cells(name: str, table: int, sheet: Sheet, number: int) -> Iterator[Paragraph]:
    """The cells of the filled rectangle row by row, empty ones too unless there are all too many; a merged cell once,
    where it begins. `number` is that of the first."""
    if not sheet.texts:
        return
    first, last = _corners(sheet.texts)
    merged, covered = _merged(sheet, last)
    for row, column in _spots(sheet, first, last):
        if (row, column) not in covered:
            end_row, end_column = merged.get((row, column), (row, column))
            place = Place(table, row, column, end_column - column + 1, end_row - row + 1)
            text = sheet.texts.get((row, column), "")
            yield Paragraph(number, text, place, sheet=name, cell=cell_name(row, column))
            number += 1


def _corners(texts: dict[Spot, str]) -> tuple[Spot, Spot]:
    rows, columns = {row for row, _ in texts}, {column for _, column in texts}
    return (min(rows), min(columns)), (max(rows), max(columns))


def _spots(sheet: Sheet, first: Spot, last: Spot) -> Iterator[Spot]:
    if (last[0] - first[0] + 1) * (last[1] - first[1] + 1) > len(sheet.texts) + _MOST_EMPTY:
        yield from sorted(sheet.texts)
        return
    for row in range(first[0], last[0] + 1):
        for column in range(first[1], last[1] + 1):
            yield row, column


def _merged(sheet: Sheet, last: Spot) -> tuple[dict[Spot, Spot], set[Spot]]:
    """The last corner of each merged cell by its first, within what is filled, and the places that it covers."""
    ends: dict[Spot, Spot] = {}
    covered: set[Spot] = set()
    many = 0
    for start, corner in sheet.merged:
        end = min(corner[0], last[0]), min(corner[1], last[1])
        if end[0] < start[0] or end[1] < start[1]:
            continue
        many += (end[0] - start[0] + 1) * (end[1] - start[1] + 1)
        if many > _MOST_COVERED:
            break
        ends[start] = end
        covered |= {(row, column) for row in range(start[0], end[0] + 1) for column in range(start[1], end[1] + 1)} - {
            start
        }
    return ends, covered
