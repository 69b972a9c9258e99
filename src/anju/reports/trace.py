"""数的来历 trace.json：报告里印出的每个数，值、算法、背后的行，印在哪几处。"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.reports.document import Document, Drawing
from anju.reports.issued import flatten
from anju.reports.records import Records

FORMAT = 1


def write(book: Book, document: Document, path: Path) -> None:
    """Write the trace in UTF-8, the same bytes each time. OSError when the file cannot be written."""
    # A line for each key: indenting what is inside takes Python ten times as long as writing it.
    found = trace(book, document).items()
    lines = ",\n".join(f'"{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in found)
    path.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8", newline="\n")


def trace(book: Book, document: Document) -> dict[str, Any]:
    """Every figure that the document prints or draws, in the order it first appears, and the rows behind them.

    `places` of a figure name its marks in the record of issue, with paragraph (from 1), span and, in a table, row and
    column; or the picture that shows it. `records` holds each row once: table → key → column → stored value.
    """
    figures, head = _figures(document), book.assessment.snapshot.head
    places: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for id, place in (*_printed(document), *_drawn(document)):
        places[id].append(place)
    return {
        "format": FORMAT,
        "document": document.id,
        "kind": document.kind,
        "title": document.title,
        "sample": document.sample,
        "region": head.region,
        "region_name": head.region_name,
        "year": head.year,
        **book.provenance.as_json(),
        "figures": [{**figure.as_json(), "places": places[id]} for id, figure in figures.items()],
        "records": _records(book, figures),
    }


def _figures(document: Document) -> dict[str, Figure]:
    return {printed.figure.id: printed.figure for printed in (*document.printed(), *document.drawn())}


def _printed(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, paragraph in enumerate(flatten(document), 1):
        place = {name: getattr(paragraph.place, name, None) for name in ("table", "row", "column")}
        for figure in paragraph.figures:
            span = {"paragraph": number, "start": figure.start, "end": figure.end}
            # A cell says little alone; a sentence says what the figure is used for.
            said = {"within": None if paragraph.place else paragraph.text, "picture": None}
            yield figure.id, {"mark": figure.mark, "text": figure.text, "unit": figure.unit, **span, **place, **said}


def _drawn(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    nowhere = dict.fromkeys(("paragraph", "start", "end", "table", "row", "column", "within"))
    for drawing in (block for block in document.every() if isinstance(block, Drawing)):
        for printed in drawing.shown():
            where = {"mark": None, "text": printed.text, "unit": printed.unit, **nowhere}
            yield printed.figure.id, {**where, "picture": drawing.picture.name}


def _records(book: Book, figures: dict[str, Figure]) -> dict[str, dict[str, Any]]:
    """The rows that some figure names, tables and keys in order."""
    records = Records(book)
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in (row for figure in figures.values() for row in figure.rows):
        whole = records.row(row)
        if whole is not None:
            found[row.table][row.key] = {name: _plain(value) for name, value in whole.items()}
    return {table: dict(sorted(found[table].items())) for table in sorted(found)}


def _plain(value: Any) -> Any:
    """Dates and whole numbers as text, as amounts are everywhere in JSON; what is unknown stays null."""
    if value is None or isinstance(value, bool):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
