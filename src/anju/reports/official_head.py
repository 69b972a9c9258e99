"""版头和落款：发文机关、文号、签发人、主送、抄送、日期，都取自填报的报送和行政区划。"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from anju.figures.book import Book
from anju.reports.document import Head

KIND = "绩效自评报告"
_BETWEEN = re.compile(r"[、，,；; ]+")


def head(book: Book) -> Head:
    """What nobody supplied is None. Without a day of sending the document bears the as-of day."""
    row = filing(book) or {}
    sent: date | None = row.get("sent_on")
    return Head(
        issuers=issuers(book),
        number=row.get("serial"),
        signers=_split(row.get("signers")),
        addressee=row.get("addressee"),
        dated_on=sent or book.assessment.occasion.as_of,
        copied_to=row.get("copied_to"),
    )


def filing(book: Book) -> dict[str, Any] | None:
    """The filing of this report: the last one of its kind that is on record."""
    rows = [row for row in book.rows("filings") if row["kind"] == KIND and row["assurance"] != "illustrative"]
    return max(rows, key=lambda row: (row["sent_on"] or date.min, row["id"]), default=None)


def issuers(book: Book) -> tuple[str, ...]:
    """The offices that report, as the county wrote them with 、 between them."""
    return next((_split(row["office"]) for row in book.rows("regions") if row["office"]), ())


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(each for each in _BETWEEN.split((text or "").strip()) if each)
