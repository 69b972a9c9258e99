"""不带数的空：县名、年度、截至日、发文单位、评分表、等级等，名称到写法。"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from anju.figures.book import Book
from anju.kernel.period import chinese_date
from anju.reports.official_head import filing, issuers

Words = Callable[[Book], str | None]
"""The words, or None where nobody said."""


def _advice(book: Book) -> str | None:
    """What would prove most points, by item, at most eight of them."""
    titles = dict.fromkeys(each.item.item.title for each in book.assessment.advice)
    return "、".join(list(titles)[:8]) or None


def _filed(column: str) -> Words:
    def words(book: Book) -> str | None:
        row = filing(book)
        return row.get(column) if row else None

    return words


WORDS: Mapping[str, Words] = {
    "county": lambda book: book.assessment.snapshot.head.region_name,
    "year": lambda book: str(book.assessment.snapshot.head.year),
    "last_year": lambda book: str(book.assessment.snapshot.head.year - 1),
    "as_of": lambda book: chinese_date(book.assessment.occasion.as_of),
    "issuers": lambda book: "、".join(issuers(book)) or None,
    "ordered_by": _filed("ordered_by"),
    "number": _filed("serial"),
    "scheme": lambda book: book.assessment.evaluation.scheme.title,
    "grade": lambda book: book.assessment.evaluation.grade,
    "grade_confirmed": lambda book: book.assessment.evaluation.grades[0],
    "grade_at_most": lambda book: book.assessment.evaluation.grades[1],
    "advice": _advice,
}
