"""Each look is made once, however often it is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from anju.reports.writers.xlsx.formats import Formats


class Raw:
    def __init__(self) -> None:
        self.made: list[dict[str, Any]] = []

    def add_format(self, properties: dict[str, Any]) -> int:
        self.made.append(properties)
        return len(self.made)


def test_the_same_look_is_made_once() -> None:
    raw = Raw()
    formats = Formats(raw, {"font_size": 10}, {"cell": {"border": 1}, "quiet": {}}, "#000000")
    assert formats.style("cell") == formats.style("cell", font_size=10) != formats.style("cell", bold=True)
    formats.style("quiet")
    assert raw.made == [
        {"font_size": 10, "border": 1, "border_color": "#000000"},
        {"font_size": 10, "border": 1, "border_color": "#000000", "bold": True},
        {"font_size": 10},
    ]


def test_an_unknown_look_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Formats(Raw(), {}, {}).style("cell")
