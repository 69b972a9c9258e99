"""What is no change: width, blanks, commas of thousands, punctuation; and the way back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.checker.against.folded import folded, key, origins, plain_number, shape

SIGNS = st.text(st.sampled_from("改造小区７7５5,，.．、。 \u3000\u200b㎡%（）()－-①Ａ"), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("到位2,100.01万元", "到位２１００．０１万元。"),
        ("到位2，100.01万元", "到位2100.01万元"),
        ("改造 7 个\u3000小区", "改造7个小区"),
        ("“老旧小区”改造", "老旧小区改造"),
        ("共2100.10万元", "共2100.1万元"),
    ],
)
def test_the_same_said_otherwise(one: str, other: str) -> None:
    assert key(folded(one)) == key(folded(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("7、5", "75"), ("7.5", "75"), ("1,5", "15"), ("7，500", "7500.5"), ("12,34", "1234"), ("8.44万㎡", "8.44㎡")],
)
def test_what_is_another_thing(one: str, other: str) -> None:
    assert key(folded(one)) != key(folded(other))


def test_the_shape_does_not_know_digits() -> None:
    assert shape(folded("改造7个小区776户")) == shape(folded("改造１２个小区1,024户")) == "改造#个小区#户"


def test_a_number_in_plain_spelling() -> None:
    assert [plain_number(each) for each in ("2,033.230", "0.0", "007", "10")] == ["2033.23", "0", "7", "10"]


@given(SIGNS)
def test_every_folded_character_leads_back(text: str) -> None:
    fold, places = folded(text), origins(text)
    assert len(places) == len(fold) + 1
    assert places == sorted(places)
    assert all(each in folded(text[place]) for each, place in zip(fold, places, strict=False))


@given(SIGNS, st.integers(0, 30), st.sampled_from(" \u3000\u200b\t\n"))
def test_a_blank_anywhere_changes_no_key(text: str, place: int, blank: str) -> None:
    assert key(folded(text[:place] + blank + text[place:])) == key(folded(text))
