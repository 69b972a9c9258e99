"""A report says the same in every format, and what is not read says what to do: files made by LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from checker.readers.book_file import book, funds
from checker.readers.converted import converted
from word_files import p, run, tc, tr, word_file

from anju.checker.readers import read
from anju.checker.reading import Reading, Unreadable
from anju.checker.run import check
from anju.examples import DENGKOU_REPORT


def said(reading: Reading) -> list[tuple[object, ...]]:
    """Texts without the blanks of indents, with their places."""
    return [(each.text.strip(), each.place) for each in reading.paragraphs]


@pytest.mark.parametrize("kind", ["pdf", "html", "txt"])
def test_the_report_says_the_same_in_every_format(tmp_path: Path, require: Callable[[str], str], kind: str) -> None:
    known = read(DENGKOU_REPORT)
    found = read(converted(DENGKOU_REPORT, tmp_path, kind, require("libreoffice")))
    assert found.kind == kind
    if kind != "txt":
        assert said(found) == said(known)
    before, after = check(known), check(found)
    assert after.figures == before.figures
    results = [
        sorted((each.code, each.result.value, each.computation and each.computation.stated) for each in one.relations)
        for one in (before, after)
    ]
    assert results[0] == results[1]
    assert [(each.code, each.severity) for each in after.findings] == [
        (each.code, each.severity) for each in before.findings
    ]


def cell(said: str, wide: int = 1, merge: str = "") -> str:
    span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
    return tc(p(said), properties=f'<w:tcW w:w="{1500 * wide}" w:type="dxa"/>{span}{merge}')


def long_table() -> str:
    """A table over several pages, its head in two merged rows."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = '<w:gridCol w:w="1500"/>' * 6
    begun, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        tr(cell("小区名称", 1, begun), cell("改造情况", 3), cell("资金（万元）", 2)),
        tr(cell("", 1, goes_on), *map(cell, ("户数（户）", "楼栋（栋）", "面积（万平方米）", "下达", "支出"))),
    ]
    for number in range(1, 60):
        figures = (
            f"{100 + number}",
            f"{number}",
            f"{number}.{number % 10}5",
            f"{1000 + number}.37",
            f"{900 + number}.21",
        )
        rows.append(tr(*map(cell, (f"第{number}小区名称较长的一个老旧小区", *figures))))
    rows.append(tr(*map(cell, ("合计", "7670", "1770", "1,799.50", "60,792.83", "54,882.39"))))
    look = f'<w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_a_long_table_is_the_same_grid_in_every_format(
    tmp_path: Path, require: Callable[[str], str], kind: str
) -> None:
    body = (
        f"2023年，全县计划改造老旧小区59个，总投资{60792.83}万元，涉及居民7670户、楼栋1770栋，年度目标已经全部完成。"
        * 2
    )
    path = word_file(tmp_path / "表.docx", "一、项目概况", body, body, p(run("附表")), long_table(), "填表人：张三")
    found = read(converted(path, tmp_path / "out", kind, require("libreoffice")))
    assert said(found) == said(read(path))
    if kind == "pdf":
        assert max(each.page or 0 for each in found.paragraphs) > 1


def test_locked_files_are_told(tmp_path: Path, require: Callable[[str], str]) -> None:
    locked = '"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"1"}'
    kind = f"pdf:writer_pdf_Export:{{{locked}}}"
    with pytest.raises(Unreadable, match="密码"):
        read(converted(DENGKOU_REPORT, tmp_path, kind, require("libreoffice")))


@pytest.mark.parametrize(("kind", "says"), [("doc", "旧版 Word"), ("rtf", "RTF"), ("odt", "OpenDocument")])
def test_formats_that_are_not_read_say_what_to_do(
    tmp_path: Path, require: Callable[[str], str], kind: str, says: str
) -> None:
    with pytest.raises(Unreadable, match=says):
        read(converted(DENGKOU_REPORT, tmp_path, kind, require("libreoffice")))


def test_a_workbook_saved_by_libreoffice_shows_the_same(tmp_path: Path, require: Callable[[str], str]) -> None:
    path = tmp_path / "资金.xlsx"
    path.write_bytes(book(funds))
    saved = converted(path, tmp_path / "out", "xlsx", require("libreoffice"))
    assert said(read(saved)) == said(read(path))
