"""打开一份报告：看内容认格式，不看扩展名，再交给读那种格式的程序。"""

from __future__ import annotations

from pathlib import Path

from anju.checker.readers.docx import read_docx
from anju.checker.readers.txt import read_txt
from anju.checker.reading import Reading, Unreadable

READABLE = (".docx", ".txt")
"""What is looked for in a folder."""
MOST_BYTES = 100 << 20
"""Largest file that is opened at all."""
MEND = "请在 Word 或 WPS 里另存为 .docx 再查"
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADS = (
    (b"%pdf", "是 PDF 文件"),
    (b"{\\rtf", "是 RTF 文档"),
    (b"<html", "是网页"),
    (b"<!doctype", "是网页"),
    (b"<?xml", "是 XML 文件"),
)


def read(path: Path) -> Reading:
    """The report's paragraphs. Unreadable, with one Chinese sentence, for what is no .docx and no plain text."""
    content = _content(path)
    if content.startswith(_ZIP):
        return read_docx(path, content)
    if content.startswith(_OLE):
        raise Unreadable(_old_office(path.name, content))
    head = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for start, said in _HEADS:
        if head.startswith(start):
            raise Unreadable(f"“{path.name}”{said}，现在只查 .docx 和 .txt；{MEND}")
    if path.suffix.lower() == ".docx":
        raise Unreadable(f"“{path.name}”不是 Word 文档，或没有传完整；{MEND}")
    return read_txt(path, content)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable(f"“{path}”是文件夹，不是一份报告")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Unreadable(f"“{path.name}”超过{MOST_BYTES >> 20}兆，不像一份报告；请去掉大图等附件再查")
        if size == 0:
            raise Unreadable(f"“{path.name}”是空文件（0 字节），请重新导出或重新复制")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"没有“{path}”这个文件") from None
    except OSError as fault:
        raise Unreadable(f"“{path}”读不了：{fault.strerror or fault}") from None
    except ValueError:  # a null byte in the path
        raise Unreadable("文件名里有不能用的字符") from None


def _old_office(name: str, content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return f"“{name}”设有打开密码；请在 Word 或 WPS 里取消密码后再查"
    if "WordDocument".encode("utf-16-le") in content:
        return f"“{name}”是旧版 Word 文档（.doc 或 .wps）；{MEND}"
    return f"“{name}”是旧版 Office 格式的文件，不是 .docx；{MEND}"
