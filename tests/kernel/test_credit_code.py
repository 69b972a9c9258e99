"""Unified social credit codes: the check character finds every single slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.credit_code import BadCreditCode, check, check_character, normalise

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
FIRST17 = st.builds(
    lambda office, region, organisation: office + region + organisation,
    st.text(ALPHABET, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(ALPHABET, min_size=9, max_size=9),
)
# As two well-known companies print them in their own papers: Huawei Technologies, Tencent Computer Systems.
PUBLISHED = ["914403001922038216", "9144030071526726XG"]


@pytest.mark.parametrize("code", PUBLISHED)
def test_published(code: str) -> None:
    check(code)
    assert check_character(code[:17]) == code[17]


@pytest.mark.parametrize("code", PUBLISHED)
def test_each_single_change_of_a_published_code_is_found(code: str) -> None:
    for place, right in enumerate(code):
        for wrong in set(ALPHABET + "IOSVZ") - {right}:
            with pytest.raises(BadCreditCode):
                check(code[:place] + wrong + code[place + 1 :])


@given(FIRST17, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_each_single_change_is_found(first17: str, place: int, other: str) -> None:
    code = first17 + check_character(first17)
    check(code)
    changed = code[:place] + other + code[place + 1 :]
    if changed != code:
        with pytest.raises(BadCreditCode):
            check(changed)


@given(FIRST17, st.integers(2, 16))
def test_two_neighbours_swapped_are_found(first17: str, place: int) -> None:
    code = first17 + check_character(first17)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code and place < 16:
        with pytest.raises(BadCreditCode):
            check(swapped)


def test_typed_carelessly() -> None:
    assert normalise(" ９１440300 715267\u00a026xg ") == PUBLISHED[1]
    check(" ９１440300 71526726xg ")


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("", "应为18位"),
        ("91440300192203821", "有17位"),
        ("9144030019220382166", "有19位"),
        ("91440300I922038216", "不该出现的字符：I"),
        ("9144030019220382１②", "不该出现的字符：②"),
        ("91A403001922038216", "应全为数字"),
        ("914403001922038217", "校验码不符"),
    ],
)
def test_refused_with_the_reason(code: str, why: str) -> None:
    with pytest.raises(BadCreditCode, match=why):
        check(code)


def test_check_character_wants_seventeen() -> None:
    with pytest.raises(BadCreditCode, match="应为17位"):
        check_character("9144")
    with pytest.raises(BadCreditCode, match="不该出现"):
        check_character("9144030071526726O")
