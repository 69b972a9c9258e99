"""What is no workbook is refused in one clear line, whatever its name says."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from exchange._books import template

from anju.exchange import UnusableFile
from anju.exchange.layout import ROOM
from anju.exchange.workbook_file import open_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOF = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def package(**members: bytes) -> bytes:
    """A zip with members at once named by path (__ for /, _dot_ for .)."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return content.getvalue()


def rebuilt(change: Callable[[str, bytes], bytes]) -> bytes:
    """The template with its members changed."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(info.filename, old.read(info)))
    return content.getvalue()


def with_sheet(body: bytes) -> bytes:
    """The template whose sheet 小区 has these rows."""
    xml = f'<worksheet xmlns="{SPACE}"><sheetData>'.encode() + body + b"</sheetData></worksheet>"
    return rebuilt(lambda name, data: xml if name == "xl/worksheets/sheet2.xml" else data)


def encrypted_member() -> bytes:
    """The template with the flag of encryption on its first member."""
    content = bytearray(template())
    central = content.rfind(b"PK\x01\x02", 0, content.find(b"PK\x01\x02") + 4)
    for at, offset in ((0, 6), (central, 8)):
        content[at + offset] |= 1
    return bytes(content)


def flipped() -> bytes:
    """One byte changed in the packed data of the first worksheet."""
    content = bytearray(template())
    at = content.find(b"xl/worksheets/sheet1.xml") + 200
    content[at] ^= 0xFF
    return bytes(content)


UNUSABLE = {
    "empty": (b"", "空文件"),
    "csv": ("小区,户数\n绿苑,776\n".encode("gb18030"), "文本文件"),
    "html": (b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table></html>", "网页或 XML"),
    "pdf": (b"%PDF-1.7\n\x00\x01", "PDF"),
    "noise": (bytes(range(256)) * 4, "不是 Excel 工作簿"),
    "docx": (package(**{"word__document_dot_xml": b"<w/>"}), "Word 文档（.docx）"),
    "ods": (package(**{"mimetype": b"x", "content_dot_xml": b"<x/>"}), "OpenDocument"),
    "xlsb": (package(**{"xl__workbook_dot_bin": b"x"}), "二进制工作簿"),
    "zip": (package(**{"a_dot_txt": b"x"}), "里面没有 Excel 工作簿"),
    "empty zip": (b"PK\x05\x06" + bytes(18), "空的压缩包"),
    "truncated": (template()[: len(template()) // 2], "不完整或已损坏"),
    "cut at the end": (template()[:-30], "不完整或已损坏"),
    "one byte changed": (flipped(), "损坏"),
    "password": (OLE + bytes(504) + stream("EncryptedPackage") + bytes(64), "打开密码"),
    "xls": (OLE + bytes(504) + stream("Workbook") + bytes(64), "旧版工作簿"),
    "xls with password": (
        OLE + bytes(504) + BOF + struct.pack("<HH", 0x2F, 6) + bytes(6) + stream("Workbook"),
        "打开密码的旧版工作簿",
    ),
    "doc": (OLE + bytes(504) + stream("WordDocument") + bytes(64), "Word 文档（.doc）"),
    "old office": (OLE + bytes(600), "旧版 Office"),
    "encrypted member": (encrypted_member(), "加了密"),
    "broken XML": (rebuilt(lambda name, data: data[:80] if name == "xl/workbook.xml" else data), "内部已损坏"),
    "no sheet": (
        rebuilt(
            lambda name, data: data.replace(b"/worksheet", b"/other") if name.endswith("workbook.xml.rels") else data
        ),
        "没有工作表",
    ),
}


@pytest.mark.parametrize(("content", "words"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_is_no_workbook_is_named(content: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnusableFile, match=words) as refusal:
        open_workbook(path)
    assert "\n" not in str(refusal.value)
    assert "“台账.xlsx”" in str(refusal.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="没有“"):
        open_workbook(tmp_path / "没有.xlsx")
    with pytest.raises(UnusableFile, match="是文件夹"):
        open_workbook(tmp_path)


def test_a_million_empty_styled_rows_are_refused(tmp_path: Path) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n) for n in range(1, 1_000_001))
    path = tmp_path / "台账.xlsx"
    path.write_bytes(with_sheet(rows))
    with pytest.raises(UnusableFile, match="“小区”有20万行以上，绝大部分是带格式的空行"):
        open_workbook(path)


def test_more_rows_than_a_sheet_has_room_for_are_refused(tmp_path: Path) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, ROOM + 2))
    path = tmp_path / "台账.xlsx"
    path.write_bytes(with_sheet(rows))
    with pytest.raises(UnusableFile, match="超过20万行"):
        open_workbook(path)


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(rebuilt(lambda name, data: bytes(64 << 20) if name == "docProps/app.xml" else data))
    assert path.stat().st_size < 1 << 20
    with pytest.raises(UnusableFile, match="压缩炸弹"):
        open_workbook(path)


def test_a_bomb_that_declares_less_than_it_holds_is_found(tmp_path: Path) -> None:
    content = bytearray(rebuilt(lambda name, data: bytes(1 << 20) if name == "docProps/app.xml" else data))
    central = content.find(b"docProps/app.xml", content.find(b"PK\x01\x02")) - 46
    content[central + 24 : central + 28] = struct.pack("<I", 10)
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnusableFile, match="损坏"):
        open_workbook(path)


def test_a_bomb_by_its_own_declaration_is_not_touched(tmp_path: Path) -> None:
    content = bytearray(template())
    at = content.find(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF0)
    second = content.find(b"PK\x01\x02", at + 4)
    content[second + 24 : second + 28] = struct.pack("<I", 0xFFFFFFF0)
    path = tmp_path / "台账.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnusableFile, match="压缩炸弹"):
        open_workbook(path)


def test_cells_stand_where_the_sheet_has_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    sheet["C4"], sheet["E6"], sheet["D7"] = "头", 8.44, " 　"
    path = tmp_path / "a.xlsx"
    book.save(path)
    grid = open_workbook(path).grid("表")
    assert (grid.text(3, 2), grid.text(5, 4), grid.text(6, 3)) == ("头", "8.44", None)
    assert (grid.text(0, 0), grid.text(99, 2), grid.text(3, 99)) == (None, None, None)
    assert grid.width == 5


def test_names_that_two_tabs_bear_are_known(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(
        rebuilt(
            lambda name, data: data.replace("造价".encode(), "合同".encode()) if name == "xl/workbook.xml" else data
        )
    )
    assert open_workbook(path).doubled == ("合同",)
