"""空模板：给单位在 Word 里改样式用，每个样式写一行样子。"""

from __future__ import annotations

from pathlib import Path

from anju.reports.layout import Line, StyleName
from anju.reports.writers.docx.paragraphs import Pen
from anju.reports.writers.docx.template import Template, shipped

_HOW = "改好这些样式（字体、字号、间距、颜色）后保存；样式的名称不要改。这里的文字写报告时不会带进去。"
_SHOWN_NOT = {StyleName.SEPARATOR, StyleName.PICTURE}


def write_template(path: Path) -> None:
    """Write the template as a docx that shows every style by name. OSError when it cannot be written."""
    template = Template(shipped(), path.name)
    section = template.section
    template.body.remove(section)
    pen = Pen(template)
    pen.paragraph(template.body, Line(StyleName.BODY, (_HOW,)))
    for style in StyleName:
        if style not in _SHOWN_NOT:
            pen.paragraph(template.body, Line(style, (style.value,)))
    template.body.append(section)
    template.package.save(path)
