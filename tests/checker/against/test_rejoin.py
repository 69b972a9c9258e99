"""Text cut otherwise is the same text; an edited sentence that was split is still one."""

from __future__ import annotations

import pytest
from checker.against.paper import found_in, told

from anju.checker.reading import Paragraph


def split(every: list[Paragraph], change: tuple[str, str] = ("", "")) -> list[Paragraph]:
    """The paragraph about money cut in the middle of a sentence."""
    index = next(number for number, each in enumerate(every) if "其中上级" in each.text)
    text = every[index].text.replace(*change)
    cut = text.index("，其中")
    return [*every[:index], Paragraph(0, text[:cut]), Paragraph(0, text[cut:]), *every[index + 1 :]]


def join(every: list[Paragraph]) -> list[Paragraph]:
    """A heading and its paragraphs run together."""
    index = next(number for number, each in enumerate(every) if each.text.startswith("二、"))
    return [*every[:index], Paragraph(0, "".join(each.text for each in every[index : index + 4])), *every[index + 4 :]]


@pytest.mark.parametrize("cut", [split, join])
def test_split_or_joined_it_is_silent(cut: type) -> None:
    assert found_in(cut) == []
    assert found_in(cut, marks=False) == []


@pytest.mark.parametrize("marks", [True, False])
def test_what_was_changed_besides_is_named_alone(marks: bool) -> None:
    found = found_in(lambda every: split(every, ("2021", "2012")), marks)
    assert told(found) == [("figure_changed", "2021万元", "2012万元")]
