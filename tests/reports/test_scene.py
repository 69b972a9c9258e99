"""What a sentence sees: stretches of days, and the names of documents."""

from datetime import date

import assessed
import pytest

from anju.reports.scene import Scene, span


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2023, 4, 12), date(2023, 4, 16), "2023年4月12日至4月16日"),
        (date(2022, 12, 30), date(2023, 1, 2), "2022年12月30日至2023年1月2日"),
        (date(2023, 4, 12), date(2023, 4, 12), "2023年4月12日"),
        (1983, 1999, "1983年至1999年"),
        (1983, 1983, "1983年"),
    ],
)
def test_a_stretch(first: object, last: object, text: str) -> None:
    assert span(first, last) == text


def test_a_report_calls_the_one_it_replaces_the_former_report() -> None:
    """磴口's report bears the number of the document its facts come from: it must not seem to quote itself."""
    book = assessed.dengkou()
    row = next(row for row in book.rows("statements") if row["id"] == "S22")
    assert Scene(book).of_row("statements", row).text_of(".document") == "原报告"
    other = {**row, "document": "磴审报〔2024〕1号"}
    assert Scene(book).of_row("statements", other).text_of(".document") == "磴审报〔2024〕1号"
