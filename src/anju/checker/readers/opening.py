"""打开一份报告：看内容认格式，不看扩展名，再交给读那种格式的程序。"""

from __future__ import annotations

from pathlib import Path

from anju.checker.readers.docx import read_docx
from anju.checker.readers.kinds import kind_of
from anju.checker.readers.txt import read_txt
from anju.checker.reading import Reading, Unreadable

READABLE = (".docx", ".pdf", ".xlsx", ".html", ".htm", ".txt")
"""What is looked for in a folder."""
MOST_BYTES = 100 << 20
"""Largest file that is opened at all."""
MOST_PARAGRAPHS = 300_000
"""Paragraphs and cells; a long report has some thousands."""
_NAMED = {
    ".docx": "不是 Word 文档，或没有传完整；请在 Word 或 WPS 里另存为 .docx 再查",
    ".xlsx": "不是 Excel 工作簿，或没有传完整；请在 Excel 或 WPS 里另存为 .xlsx 再查",
    ".pdf": "不是 PDF 文件，或没有传完整；请重新导出或重新复制",
}


def read(path: Path) -> Reading:
    """The report's paragraphs. Unreadable, with one Chinese sentence, for what cannot be read."""
    content = _content(path)
    try:
        reading = _read(path, content)
    except (RecursionError, MemoryError):  # each reader has bounds of its own; this is the last of them
        raise Unreadable(f"“{path.name}”的内容层层相套或大得反常，没有读；请重新导出") from None
    if len(reading.paragraphs) > MOST_PARAGRAPHS:
        raise Unreadable(f"“{path.name}”有三十万段（格）以上，不像一份报告；请只交报告正文")
    return reading


def _read(path: Path, content: bytes) -> Reading:
    kind = kind_of(path.name, content)
    suffix = path.suffix.lower()
    if kind == "docx":
        return read_docx(path, content)
    if kind == "xlsx":
        from anju.checker.readers.xlsx import read_xlsx  # noqa: PLC0415  (only who has one pays for it)

        return read_xlsx(path, content)
    if kind == "pdf":
        from anju.checker.readers.pdf import read_pdf  # noqa: PLC0415  (pdfplumber takes its time to load)

        return read_pdf(path, content)
    if kind == "html" or suffix in {".html", ".htm"}:
        from anju.checker.readers.html import read_html  # noqa: PLC0415  (only who has one pays for it)

        return read_html(path, content)
    if suffix in _NAMED:
        raise Unreadable(f"“{path.name}”{_NAMED[suffix]}")
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
