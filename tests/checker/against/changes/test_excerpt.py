"""A text that is only part of the report: what is not there is not spoken of."""

from __future__ import annotations

from dataclasses import replace

from checker.against.paper import found_in

from anju.checker.reading import Paragraph
from anju.kernel.finding import Severity


def test_a_chapter_is_compared_as_far_as_it_goes() -> None:
    def chapter(every: list[Paragraph]) -> list[Paragraph]:
        first = next(index for index, each in enumerate(every) if each.text.startswith("二、"))
        return every[first : first + 4]

    (only,) = found_in(chapter)
    assert (only.code, only.severity) == ("against.excerpt", Severity.WARNING)

    def changed(every: list[Paragraph]) -> list[Paragraph]:
        return [replace(each, text=each.text.replace("79.01", "79.10")) for each in chapter(every)]

    assert [each.code for each in found_in(changed)] == ["against.figure_changed", "against.excerpt"]
