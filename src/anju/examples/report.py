"""磴口县报告的文稿写成 Word 文件：县里常见的样子，逐字节可以重做。"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import yaml

SOURCE = Path(__file__).with_name("dengkou_2023_report.yaml")
_NAMES = "http://schemas.openxmlformats.org"
_WORD = f'xmlns:w="{_NAMES}/wordprocessingml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Fixed, so that the same words give the same bytes: zip members carry a time, and no packer's output is promised.
_TIME = (1980, 1, 1, 0, 0, 0)

# name → Chinese font, half-points, alignment, heading level
_STYLES: dict[str, tuple[str, int, str, int | None]] = {
    "机关": ("方正小标宋简体", 44, "center", None),
    "文号": ("仿宋", 32, "center", None),
    "签发": ("仿宋", 32, "right", None),
    "标题": ("方正小标宋简体", 44, "center", None),
    "正文": ("仿宋", 32, "both", None),
    "一级": ("黑体", 32, "both", 0),
    "二级": ("楷体", 32, "both", 1),
    "附件": ("仿宋", 32, "both", None),
    "落款": ("仿宋", 32, "right", None),
}
_INDENTED = frozenset({"正文", "一级", "二级", "附件"})


def paragraphs() -> list[tuple[str, str]]:
    """Style and text of each paragraph, in order."""
    written: list[dict[str, str]] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    return [next(iter(each.items())) for each in written]


def report_bytes() -> bytes:
    """The report as a .docx; the same bytes every time."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as package:
        for name, text in _members().items():
            package.writestr(zipfile.ZipInfo(name, _TIME), text)
    return kept.getvalue()


def _members() -> dict[str, str]:
    body = "".join(_paragraph(style, text) for style, text in paragraphs())
    margins = '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/>'
    page = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{margins}</w:sectPr>'
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relation("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
        "word/styles.xml": f"{_HEAD}<w:styles {_WORD}>{''.join(map(_style, _STYLES))}</w:styles>",
        "word/document.xml": f"{_HEAD}<w:document {_WORD}><w:body>{body}{page}</w:body></w:document>",
    }


def _types() -> str:
    parts = {"document": "document.main", "styles": "styles"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in parts.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    defaults = (
        f'<Default Extension="rels" ContentType="{relations}"/><Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{_HEAD}<Types xmlns="{_NAMES}/package/2006/content-types">{defaults}{overrides}</Types>'


def _relation(kind: str, target: str) -> str:
    inside = f'<Relationship Id="r1" Type="{_NAMES}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    return f'{_HEAD}<Relationships xmlns="{_NAMES}/package/2006/relationships">{inside}</Relationships>'


def _style(name: str) -> str:
    font, size, align, level = _STYLES[name]
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>' if name in _INDENTED else ""
    fonts = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
    default = ' w:default="1"' if name == "正文" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="s{list(_STYLES).index(name)}"><w:name w:val="{name}"/>'
        f'<w:pPr><w:spacing w:line="579" w:lineRule="exact"/>{indent}<w:jc w:val="{align}"/>{outline}</w:pPr>'
        f'<w:rPr>{fonts}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _paragraph(style: str, text: str) -> str:
    number = list(_STYLES).index(style)
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="s{number}"/></w:pPr>{words}</w:p>'
