"""写一段：样式、随字数而定的版式、文字，每个数放进带名称的控件，外面再套一个书签。"""

from __future__ import annotations

import re
from dataclasses import dataclass

from anju.reports.layout import Line, Marked, Piece, Special
from anju.reports.writers.docx.elements import Element, put, value
from anju.reports.writers.docx.fit import Fit
from anju.reports.writers.docx.template import Template
from anju.reports.writers.xml_text import clean

_MOST_ALIAS = 64
"""Word takes no longer title of a content control."""
_FIRST_CONTROL = 10_000_000
_SIGNS = re.compile("([\t\n])")
_PARTS = {"\t": "w:tab", "\n": "w:br"}
_AMBIGUOUS = re.compile("[“”‘’…—·×±°]")
"""Signs that Word sets in the Latin font unless told that they are Chinese."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the place of a line asks for beyond its style and its fit."""

    new_page: bool = False
    keep_next: bool = False
    align: str = ""
    frame: int = 0


_PLAIN = Setting()


class Pen:
    """Writes paragraphs of one document."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def paragraph(self, parent: Element, line: Line, fit: Fit | None = None, setting: Setting = _PLAIN) -> Element:
        paragraph = put(parent, "w:p")
        properties = put(paragraph, "w:pPr")
        value(properties, "w:pStyle", self._template.style(line.style))
        if setting is not _PLAIN:
            _place(properties, setting)
        if fit is not None:
            _fit(properties, fit)
        if setting.align:
            value(properties, "w:jc", setting.align)
        for piece in line.pieces:
            self._piece(paragraph, piece, fit)
        return paragraph

    def _piece(self, paragraph: Element, piece: Piece, fit: Fit | None) -> None:
        if isinstance(piece, Marked):
            _figure(paragraph, piece)
        elif isinstance(piece, Special):
            _run(paragraph, piece.text, fit, self._template.style(piece.manner))
        else:
            _run(paragraph, piece, fit)


def _figure(paragraph: Element, marked: Marked) -> None:
    """LibreOffice keeps title and bookmark and drops the tag; so the mark stands in both."""
    number = marked.mark[1:]
    put(paragraph, "w:bookmarkStart", {"w:id": number, "w:name": f"anju_{marked.mark}"})
    control = put(paragraph, "w:sdt")
    properties = put(control, "w:sdtPr")
    end = f" {marked.mark}"
    value(properties, "w:alias", clean(marked.printed.figure.title)[: _MOST_ALIAS - len(end)] + end)
    value(properties, "w:tag", f"anju:{marked.mark}")
    value(properties, "w:id", _FIRST_CONTROL + int(number))
    _run(put(control, "w:sdtContent"), marked.text, None)
    put(paragraph, "w:bookmarkEnd", {"w:id": number})


def _run(parent: Element, text: str, fit: Fit | None, style: str = "") -> None:
    if not text:
        return
    run = put(parent, "w:r")
    text = clean(text)
    if style or (fit is not None and fit.size) or _AMBIGUOUS.search(text):
        _run_properties(run, text, fit, style)
    for part in _SIGNS.split(text):
        if part in _PARTS:
            put(run, _PARTS[part])
        elif part:
            word = put(run, "w:t", {"xml:space": "preserve"} if part != part.strip() else None)
            word.text = part


def _run_properties(run: Element, text: str, fit: Fit | None, style: str) -> None:
    properties = put(run, "w:rPr")
    if style:
        value(properties, "w:rStyle", style)
    if _AMBIGUOUS.search(text):
        put(properties, "w:rFonts", {"w:hint": "eastAsia"})
    if fit is not None and fit.scale < 100:
        value(properties, "w:w", fit.scale)
    if fit is not None and fit.size:
        # A size is counted in half points, twenty twips to the point.
        value(properties, "w:sz", fit.size // 10)
        value(properties, "w:szCs", fit.size // 10)


def _place(properties: Element, setting: Setting) -> None:
    if setting.keep_next:
        put(properties, "w:keepNext")
    if setting.new_page:
        put(properties, "w:pageBreakBefore")
    if setting.frame:
        where = {"w:hAnchor": "margin", "w:vAnchor": "margin", "w:xAlign": "center", "w:yAlign": "bottom"}
        put(properties, "w:framePr", {"w:w": str(setting.frame), "w:wrap": "around", **where})


def _fit(properties: Element, fit: Fit) -> None:
    if fit.ruled:
        rule = {"w:val": "single", "w:sz": "16", "w:space": "11", "w:color": "FF0000"}
        put(put(properties, "w:pBdr"), "w:bottom", rule)
    if fit.tabs:
        tabs = put(properties, "w:tabs")
        for stop in fit.tabs:
            put(tabs, "w:tab", {"w:val": fit.aligned, "w:pos": str(stop)})
    if fit.spacing:
        put(properties, "w:spacing", {f"w:{key}": text for key, text in fit.spacing.items()})
    if fit.indent:
        put(properties, "w:ind", {f"w:{key}": text for key, text in fit.indent.items()})
