"""A stretch of days or years is written once where both ends are the same."""

from datetime import date

import pytest

from anju.reports.scene import span


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
