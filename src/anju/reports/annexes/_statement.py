"""附表共用：总分的一句话——已证实多少、最多多少、能不能定等级。"""

from __future__ import annotations

from anju.figures.book import Book
from anju.reports.annexes._cells import told
from anju.reports.document import Runs


def statement(book: Book) -> Runs:
    """「总分：已证实19分，最多100分，满分100分。…」; an interval never gets a grade of its own."""
    points, low, high = (
        told(book.figure(f"score.total.{end}"), bare=False) for end in ("points", "confirmed", "at_most")
    )
    return ("总分：已证实", *low, "，最多", *high, "（满分", *points, f"）。{_grade(book)}")


def _grade(book: Book) -> str:
    found = book.assessment.evaluation
    return f"评价等级为“{found.grade}”。" if found.grade else f"不能定等级：{found.why_no_grade}。"
