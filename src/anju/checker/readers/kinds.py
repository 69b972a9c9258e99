"""认格式：看内容不看扩展名；不查的格式各有一句话，说明是什么、怎么办。"""

from __future__ import annotations

import re

from anju.checker.readers.package import Package, main_part
from anju.checker.reading import Unreadable

WORD, WORKBOOK = "docx", "xlsx"
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_SAVE_WORD = "请在 Word 或 WPS 里另存为 .docx 再查"
_SAVE_BOOK = "请在 Excel 或 WPS 里另存为 .xlsx 再查"
_TO_TEXT = "没有可查的文字；请先识别成文字（OCR），存成 .docx 再查"
_UNPACK = "请解开后交报告本身"
_PICTURE, _ARCHIVE = f"是图片（照片或扫描件），{_TO_TEXT}", f"是压缩包；{_UNPACK}"
_HEADS = (
    (b"{\\rtf", f"是 RTF 文档；{_SAVE_WORD}"),
    (b"\xff\xd8\xff", _PICTURE),
    (b"\x89PNG", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
    (b"MIME-Version:", "是单个文件的网页（.mht）；请在浏览器里另存为“网页，仅 HTML”，或另存为 .docx 再查"),
    (b"From: <", "是单个文件的网页（.mht）或邮件；请另存为 .html 或 .docx 再查"),
)
_WEBP, _BITMAP = re.compile(rb"RIFF.{4}WEBP", re.DOTALL), re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL)
_STREAMS = (
    ("EncryptedPackage", "设有打开密码；请在 Word、Excel 或 WPS 里取消密码后再查"),
    ("WordDocument", f"是旧版 Word 文档（.doc 或 .wps）；{_SAVE_WORD}"),
    ("Workbook", f"是旧版 Excel 工作簿（.xls 或 .et）；{_SAVE_BOOK}"),
    ("Book", f"是旧版 Excel 工作簿（.xls 或 .et）；{_SAVE_BOOK}"),
    ("PowerPoint Document", "是演示文稿（.ppt）；请交报告本身"),
)
_XML = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", f"是 XML 格式的表格；{_SAVE_BOOK}"),
    (b"schemas.microsoft.com/office/2006/xmlPackage", f"是 XML 格式的 Word 文档；{_SAVE_WORD}"),
    (b"schemas.microsoft.com/office/word/2003/wordml", f"是 XML 格式的 Word 文档；{_SAVE_WORD}"),
)
_PARTS = (
    ("ppt/presentation.xml", "其实是演示文稿（.pptx），不是报告；请另存为 .docx 再查"),
    ("xl/workbook.bin", f"是二进制工作簿（.xlsb）；{_SAVE_BOOK}"),
    ("OFD.xml", "是 OFD 版式文件；请用阅读软件另存（打印）为 PDF，或交原来的 .docx 再查"),
    ("content.xml", f"是 OpenDocument 文件（如 .odt、.ods）；{_SAVE_WORD}（表格存为 .xlsx）"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?"
    rb"<(?:!doctype\s+html|(?:html|head|meta|title|body|div|table|p|span|h[1-6]|center|style|script|article)\b)",
    re.IGNORECASE,
)
_FRONT = 4096


def kind_of(name: str, content: bytes) -> str:
    """docx, xlsx, pdf, html, or "" for what may be plain text. Unreadable, with one sentence, for anything known to be
    something else."""
    if content.startswith(_ZIP):
        return _office(name, content)
    if _PDF in content[:_PDF_WITHIN]:
        return "pdf"
    said = _said(content)
    if said:
        raise Unreadable(f"“{name}”{said}")
    if looks_like_html(content[:_FRONT]):
        return "html"
    if content[:_FRONT].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(b"<?xml"):
        raise Unreadable(f"“{name}”{_xml(content)}")
    return ""


def looks_like_html(front: bytes) -> bool:
    """Whether the first bytes are those of a page, in any encoding that keeps ASCII, or in UTF-16."""
    plain = front.replace(b"\0", b"") if front[:2] in {b"\xff\xfe", b"\xfe\xff"} else front
    return _HTML.match(plain.lstrip(b"\xef\xbb\xbf\xff\xfe")) is not None


def _office(name: str, content: bytes) -> str:
    package = Package(name, content)
    for member, said in _PARTS:
        if member in package:
            raise Unreadable(f"“{name}”{said}")
    main = main_part(package)
    if not main:
        raise Unreadable(f"“{name}”是压缩包，里面没有 Word 文档，也没有工作簿；{_UNPACK}")
    types = (package.bytes("[Content_Types].xml") or b"").decode("utf-8", "replace")
    declared = re.search(r'PartName="/?' + re.escape(main) + r'"[^>]{0,300}?spreadsheetml', types)
    return WORKBOOK if declared or main.startswith("xl/") else WORD


def _said(content: bytes) -> str:
    if content.startswith(_OLE):
        found = (said for stream, said in _STREAMS if stream.encode("utf-16-le") in content)
        return next(found, f"是旧版 Office 格式的文件；{_SAVE_WORD}（表格存为 .xlsx）")
    if _WEBP.match(content) or _BITMAP.match(content):
        return _PICTURE
    return next((said for start, said in _HEADS if content.startswith(start)), "")


def _xml(content: bytes) -> str:
    found = (said for mark, said in _XML if mark in content[: _FRONT * 4])
    return next(found, f"是 XML 文件，不是报告；{_SAVE_WORD}")
