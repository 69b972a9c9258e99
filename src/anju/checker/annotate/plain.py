"""不是 Word 的报告：照读到的文字另排一份 Word，段落、表格照旧，批注写在同样的字上；第一行说明它是什么。"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from anju.checker.annotate.comment import AUTHOR, INITIALS, Comment, Comments
from anju.checker.reading import Paragraph, Reading

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MOST_LEVELS = 4


def plain_copy(name: str, reading: Reading, comments: Comments) -> bytes:
    """A Word document that says what was read of the report `name`, with the comments."""
    numbered = list(enumerate(comments.comments))
    body = _Body(numbered)
    first = f"本页由“{name}”读出的文字另排而成，只供看批注，不是原件；版式、图片没有照搬。"
    head = _paragraph(body.whole(_run(first, "<w:i/>")))
    blocks = "".join(_blocks(reading.paragraphs, body))
    document = f"<w:document {_NS}><w:body>{head}{blocks}<w:sectPr/></w:body></w:document>"
    told = "".join(_comment(number, each, comments) for number, each in numbered)
    return _zipped(document, f"<w:comments {_NS}>{told}</w:comments>")


class _Body:
    """Gives the runs of a paragraph, with the ranges of the comments that are on it."""

    def __init__(self, numbered: Sequence[tuple[int, Comment]]) -> None:
        self._of: dict[int, list[tuple[int, Comment]]] = defaultdict(list)
        for number, comment in numbered:
            self._of[comment.number].append((number, comment))

    def whole(self, runs: str) -> str:
        """The runs under the comments that are about the report as such."""
        numbers = [number for number, _ in self._of[0]]
        return "".join(map(_start, numbers)) + runs + "".join(map(_end, numbers))

    def runs(self, paragraph: Paragraph, properties: str = "") -> str:
        text, found = paragraph.text, self._of[paragraph.number]
        ends: dict[int, list[str]] = defaultdict(list)
        starts: dict[int, list[str]] = defaultdict(list)
        for number, comment in found:
            start, end = min(comment.start, len(text)), min(comment.end, len(text))
            starts[start].append(_start(number))
            (ends if end > start else starts)[end].append(_end(number))
        cuts = sorted({0, len(text), *starts, *ends})
        pieces = []
        for cut, after in zip(cuts, [*cuts[1:], len(text)], strict=True):
            pieces += [*ends[cut], *starts[cut], _run(text[cut:after], properties) if after > cut else ""]
        return "".join(pieces)


def _blocks(paragraphs: Sequence[Paragraph], body: _Body) -> Iterator[str]:
    for table, group in groupby(paragraphs, lambda each: each.place.table if each.place is not None else None):
        if table is None:
            for each in group:
                heading = each.level is not None
                level = f'<w:outlineLvl w:val="{min(each.level or 1, _MOST_LEVELS) - 1}"/>' if heading else ""
                yield _paragraph(body.runs(each, "<w:b/>" if heading else ""), level)
        else:
            yield _table(list(group), body)


def _table(cells: Sequence[Paragraph], body: _Body) -> str:
    """The grid as it was read; where a cell spans rows, empty cells go on below it."""
    rows: dict[int, dict[int, str]] = defaultdict(dict)
    for each in cells:
        place = each.place
        assert place is not None
        for row in range(place.row, place.row + place.rows):
            merge = "" if place.rows == 1 else f'<w:vMerge w:val="{"restart" if row == place.row else "continue"}"/>'
            span = f'<w:gridSpan w:val="{place.columns}"/>' if place.columns > 1 else ""
            inside = _paragraph(body.runs(each)) if row == place.row else "<w:p/>"
            rows[row].setdefault(place.column, f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inside}</w:tc>")
    told = "".join(f"<w:tr>{''.join(cell for _, cell in sorted(rows[row].items()))}</w:tr>" for row in sorted(rows))
    width = max(each.place.column + each.place.columns - 1 for each in cells if each.place is not None)
    grid = "<w:gridCol/>" * width
    borders = f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{borders}<w:tblGrid>{grid}</w:tblGrid>{told}</w:tbl><w:p/>"


def _paragraph(runs: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{runs}</w:p>"


def _run(text: str, properties: str = "") -> str:
    """Tabs and line feeds as Word knows them; what XML cannot hold is shown as a box."""
    said = html.escape(_FORBIDDEN.sub("□", text), quote=False)
    inside = said.replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>").replace(
        "\n", "</w:t><w:br/><w:t xml:space='preserve'>"
    )
    return f"<w:r><w:rPr>{_FONT}{properties}</w:rPr><w:t xml:space='preserve'>{inside}</w:t></w:r>"


def _start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def _comment(number: int, comment: Comment, comments: Comments) -> str:
    said = "".join(_paragraph(_run(line)) for line in comment.lines)
    day = f"{comments.day.isoformat()}T00:00:00Z"
    return f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{day}" w:initials="{INITIALS}">{said}</w:comment>'


def _zipped(document: str, comments: str) -> bytes:
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OFFICE}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("comments", "comments"))
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relations("comments", "comments.xml"),
        "word/document.xml": document,
        "word/comments.xml": comments,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), (_HEAD + text).encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _relations(kind: str, target: str) -> str:
    inside = f'<Relationship Id="rId1" Type="{_RELATED}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
