"""Braces hold slots; all else stands as it is."""

import pytest

from anju.reports.template import Slot, literal, parse, slots


def test_words_and_slots_by_turns() -> None:
    found = parse("到位{funds.in_place.in_place:万元}，其中{a - b}。")
    assert found == ("到位", Slot("funds.in_place.in_place", "万元"), "，其中", Slot("a - b"), "。")
    assert literal(found) == "到位，其中。"
    assert [slot.name for slot in slots(found)] == ["funds.in_place.in_place", "a - b"]


@pytest.mark.parametrize("text", ["到位{a", "到位a}", "{{a}}"])
def test_braces_must_pair(text: str) -> None:
    with pytest.raises(ValueError, match="没有成对"):
        parse(text)


def test_an_empty_slot_is_refused() -> None:
    with pytest.raises(ValueError, match="空的"):
        parse("到位{ :万元}")
