"""把整份报告写成 Word、网页、纯文本或工作簿：正文一行一段，以“|”开头的行是表格，“<”并入左格，“^”并入上格。"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from word_files import p, tbl, tc, tr, word_file

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
LINES = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in SIDES)
RULED = f"<w:tblPr><w:tblBorders>{LINES}</w:tblBorders></w:tblPr>"
"""Lines around and between the cells, which a printed table needs to be one."""
Row = list[str]
Block = str | list[Row]
"""A paragraph, or the rows of a table."""


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs and tables of a report in their order."""
    for is_table, lines in groupby(filter(None, text.splitlines()), key=lambda line: line.startswith("|")):
        if is_table:
            yield [line.strip("\n")[1:-1].split("|") for line in lines]
        else:
            yield from lines


def word(path: Path, text: str) -> None:
    """A .docx with true tables, spans and all."""
    parts = (
        p(escape(each, quote=False)) if isinstance(each, str) else tbl(RULED, *map(_word_row, each))
        for each in blocks(text)
    )
    word_file(path, *parts)


def _word_row(row: Row) -> str:
    cells = []
    for column, cell in enumerate(row):
        if cell == "<":
            continue
        span = _span(row, column)
        wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        merged = "<w:vMerge/>" if cell == "^" else '<w:vMerge w:val="restart"/>'
        cells.append(tc("" if cell == "^" else escape(cell, quote=False), properties=wide + merged))
    return tr(*cells)


def _span(cells: Row, number: int, mark: str = "<") -> int:
    """How many columns, or rows, the cell takes."""
    rest = cells[number + 1 :]
    return 1 + next((n for n, cell in enumerate(rest) if cell != mark), len(rest))


def page(path: Path, text: str) -> None:
    """An .html page as a government site puts it up: menus around, entities inside."""
    body = "\n".join(
        f"<p>　　{escape(each, quote=False)}</p>" if isinstance(each, str) else _html_table(each)
        for each in blocks(text)
    )
    head = '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>公开</title>'
    style = "<style>p{text-indent:2em}</style><script>var n = 2023;</script></head>"
    menu = "<nav><ul><li>首页</li><li>政务公开</li></ul></nav>"
    path.write_text(f'{head}{style}<body>{menu}<div class="content">{body}</div></body></html>\n', encoding="utf-8")


def _html_table(rows: list[Row]) -> str:
    lines = []
    for number, row in enumerate(rows):
        cells = ""
        for column, cell in enumerate(row):
            if cell in ("<", "^"):
                continue
            wide, high = _span(row, column), _span([each[column] for each in rows], number, "^")
            spans = f' colspan="{wide}"' * (wide > 1) + f' rowspan="{high}"' * (high > 1)
            cells += f"<td{spans}>{escape(cell, quote=False)}</td>"
        lines.append(f"<tr>{cells}</tr>")
    return f"<table><tbody>{''.join(lines)}</tbody></table>"


def plain(path: Path, text: str) -> None:
    """A .txt whose tables are lines with bars."""
    lines = (
        [each] if isinstance(each, str) else [" | ".join(re.sub("^[<^]$", "", cell) for cell in row) for row in each]
        for each in blocks(text)
    )
    path.write_text("".join(f"{line}\n" for block in lines for line in block), encoding="utf-8")


def flattened(path: Path, text: str) -> None:
    """A .txt in the encoding of old machines whose tables were copied out of a page, one cell a line."""
    lines = (
        [each] if isinstance(each, str) else [cell for row in each for cell in row if cell not in ("<", "^", "")]
        for each in blocks(text)
    )
    path.write_text("".join(f"{line}\n" for block in lines for line in block), encoding="gb18030")


def folded(path: Path, text: str) -> None:
    """A .txt with hard line ends where the line of an old screen was full, in the midst of figures too."""
    lines = [line for each in blocks(text) if isinstance(each, str) for line in _folded(each)]
    path.write_text("\r\n".join(lines), encoding="utf-8-sig")


def _folded(line: str, columns: int = 76) -> Iterator[str]:
    """The line in pieces; a Chinese character takes two columns, a figure one."""
    start = width = 0
    for number, char in enumerate(line):
        takes = 2 if unicodedata.east_asian_width(char) in "WFA" else 1
        if width + takes > columns:
            yield line[start:number]
            start, width = number, 0
        width += takes
    yield line[start:]


def workbook(path: Path, text: str) -> None:
    """An .xlsx: text in the first column, tables beneath each other, figures as figures with their decimals."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    row = 1
    for each in blocks(text):
        for cells in [[each]] if isinstance(each, str) else each:
            for column, cell in enumerate(cells, 1):
                _write(sheet, f"{get_column_letter(column)}{row}", cell)
            row += 1
    book.save(path)


def _write(sheet: Worksheet, place: str, cell: str) -> None:
    if cell in ("", "<", "^"):
        return
    figure = re.fullmatch(r"(-?\d[\d,]*)(\.\d+)?(%?)", cell)
    if not figure:
        sheet[place] = cell
        return
    decimals = "" if not figure[2] else "." + "0" * (len(figure[2]) - 1)
    value = float(cell.replace(",", "").rstrip("%"))
    sheet[place] = value / 100 if figure[3] else value
    sheet[place].number_format = ("#,##0" if "," in cell else "0") + decimals + figure[3]


def portable(folder: Path, text: str, soffice: str) -> Path:
    """A .pdf as LibreOffice prints the Word file, its tables ruled."""
    source = folder / "报告.docx"
    word(source, text)
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, source], check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf")


PDF = "pdf"
FORMS: dict[str, tuple[str, Callable[[Path, str], None]]] = {
    "docx": (".docx", word),
    "html": (".html", page),
    "txt": (".txt", plain),
    "txt，一格一行": (".txt", flattened),
    "txt，折行": (".txt", folded),
    "xlsx": (".xlsx", workbook),
}
"""What a report may be written as, a PDF apart: the file's ending and what writes it."""


def build(folder: Path, form: str, text: str, ask: Callable[[str], str]) -> Path:
    """The report's file in the folder; `ask` gives the path of a program of the system."""
    if form == PDF:
        return portable(folder, text, ask("libreoffice"))
    ending, write = FORMS[form]
    path = folder / f"报告{ending}"
    write(path, text)
    return path
