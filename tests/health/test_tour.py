"""What docs/tour.md shows is what happens."""

import doctest

from health.house import ROOT


def test_every_line_of_the_tour_is_true() -> None:
    failed, tried = doctest.testfile(str(ROOT / "docs/tour.md"), module_relative=False, encoding="utf-8")
    assert failed == 0
    assert tried > 20
