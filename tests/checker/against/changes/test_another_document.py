"""A report that is not the one issued is told so, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from checker.against.paper import found_in, reading, record

from anju.checker.against import compare
from anju.checker.reading import Paragraph
from anju.kernel.finding import Severity


def test_another_report_is_one_finding() -> None:
    lines = [Paragraph(number, f"第{number}项工作由别的单位承担。") for number in range(1, 30)]
    (only,) = compare(reading(lines), record())
    assert (only.code, only.severity) == ("against.another_document", Severity.ERROR)
    assert only.where.paragraph is None


def test_a_document_without_a_word_is_one_finding() -> None:
    assert [each.code for each in compare(reading([]), record())] == ["against.another_document"]


def test_half_the_report_is_that_report_still() -> None:
    found = found_in(lambda every: every[: len(every) // 2])
    assert "against.another_document" not in {each.code for each in found}


def test_the_report_of_another_year_is_one_finding() -> None:
    def other(every: list[Paragraph]) -> list[Paragraph]:
        turned = str.maketrans("0123456789", "5678901234")
        return [replace(each, text=each.text.translate(turned)) for each in every]

    (only,) = found_in(other)
    assert only.code == "against.another_document"
    assert "数却大半不同" in only.message
