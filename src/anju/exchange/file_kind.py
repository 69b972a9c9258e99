"""认文件：看内容，不看扩展名；不是 .xlsx 的，说出它其实是什么、该怎么办。"""

from __future__ import annotations

from collections.abc import Collection

MEND = "请在 Excel 或 WPS 里另存为 .xlsx 再交"
_ZIP, _EMPTY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOF = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_FILE_PASS = 0x2F
_TEXT_ENCODINGS = ("utf-8", "gb18030")

_MEMBERS = (
    ("word/document.xml", "Word 文档（.docx）"),
    ("ppt/presentation.xml", "演示文稿（.pptx）"),
    ("xl/workbook.bin", "二进制工作簿（.xlsb）"),
    ("content.xml", "OpenDocument 文件（如 .ods）"),
    ("OFD.xml", "OFD 版式文件"),
)


class UnusableFile(ValueError):
    """A file that cannot be opened as a county workbook; one Chinese sentence says what it is and what to do."""


def refuse_other_kinds(name: str, content: bytes) -> None:
    """Return when the bytes begin a zip package; else UnusableFile names what they are. `name` is for the message."""
    if not content:
        raise UnusableFile(f"“{name}”是空文件（0 字节），请重新导出或重新复制")
    if content.startswith(_ZIP):
        return
    if content.startswith(_EMPTY_ZIP):
        raise UnusableFile(f"“{name}”是空的压缩包，里面没有工作簿")
    if content.startswith(_OLE):
        raise UnusableFile(_old_office(name, content))
    said = _by_head(content)
    raise UnusableFile(f"“{name}”{said}；{MEND}")


def refuse_other_packages(name: str, members: Collection[str]) -> None:
    """Return when the package holds an Excel workbook; else UnusableFile names what it is."""
    if "xl/workbook.xml" in members:
        return
    for member, said in _MEMBERS:
        if member in members:
            raise UnusableFile(f"“{name}”其实是{said}，不是 .xlsx 工作簿；{MEND}")
    raise UnusableFile(f"“{name}”是压缩包，里面没有 Excel 工作簿；请交县级工作簿本身")


def _old_office(name: str, content: bytes) -> str:
    """What an OLE container holds: an encrypted package, an old workbook, a Word document."""
    if _stream("EncryptedPackage") in content:
        return f"“{name}”设有打开密码；请在 Excel 或 WPS 里取消密码后再交"
    if _stream("WordDocument") in content:
        return f"“{name}”其实是 Word 文档（.doc），不是工作簿；{MEND}"
    if _stream("Workbook") in content or _stream("Book") in content:
        if _protected(content):
            return f"“{name}”是设有打开密码的旧版工作簿（.xls）；请取消密码，另存为 .xlsx 再交"
        return f"“{name}”是旧版工作簿（.xls 或 .et）；{MEND}"
    return f"“{name}”是旧版 Office 格式的文件，不是 .xlsx 工作簿；{MEND}"


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def _protected(content: bytes) -> bool:
    """Whether a FILEPASS record follows the first BOF of a BIFF8 stream within its first records."""
    at = content.find(_BOF)
    for _ in range(8):
        if at < 0 or at + 4 > len(content):
            return False
        kind, length = (
            int.from_bytes(content[at : at + 2], "little"),
            int.from_bytes(content[at + 2 : at + 4], "little"),
        )
        if kind == _FILE_PASS:
            return True
        at += 4 + length
    return False


def _by_head(content: bytes) -> str:
    head = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf"):
        return "是 PDF 文件，不是工作簿"
    if head.startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        return "是网页或 XML 文本改的扩展名，不是真正的工作簿"
    if head.startswith(b"{\\rtf"):
        return "是 RTF 文档，不是工作簿"
    if _is_text(content[:65536]):
        return "是文本文件（如 .csv）改的扩展名，不是真正的工作簿"
    return "不是 Excel 工作簿，也可能已经损坏"


def _is_text(sample: bytes) -> bool:
    if b"\0" in sample:
        return False
    for encoding in _TEXT_ENCODINGS:
        # A cut in the middle of a character is no fault of the text.
        for cut in range(4):
            try:
                sample[: len(sample) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return True
    return False
