"""A text's encoding is found from its bytes; a broken byte or two is told, and what is no text is not taken for one."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.checker.readers.encoding import declared, decoded

SAYS = "2023年度计划改造7个小区，总投资2033.23万元。\n" * 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"])
def test_every_usual_encoding(encoding: str) -> None:
    assert decoded(SAYS.encode(encoding)) == (SAYS, 0)


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=60))
def test_utf_8_is_always_taken_as_it_is(text: str) -> None:
    assert decoded(text.encode()) == (text.removeprefix("\ufeff"), 0)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_is_told_and_the_rest_is_read(encoding: str) -> None:
    content = bytearray(SAYS.encode(encoding))
    content[len(content) // 2] = 0xFF
    found = decoded(bytes(content))
    assert found is not None
    text, broken = found
    assert 1 <= broken <= 2
    assert text.startswith(SAYS[:200])
    assert text.endswith(SAYS[-200:])


def test_random_bytes_are_no_text() -> None:
    chance = random.Random(1)
    for length in (3, 30, 300, 30_000):
        assert sum(decoded(chance.randbytes(length)) is not None for _ in range(20)) <= (20 if length < 30 else 2)


@pytest.mark.parametrize(
    ("front", "found"),
    [
        (b'<meta charset="GB2312">', ["gb18030"]),
        (b"<meta content='text/html; charset = utf-8'>", ["utf-8"]),
        (b'<?xml version="1.0" encoding="Big5"?>', ["big5"]),
        (b'<meta charset="unicode_escape">', []),
        (b'<meta charset="iso-8859-1">', []),
        (b"<p>", []),
    ],
)
def test_only_what_chinese_texts_are_written_in_is_believed(front: bytes, found: list[str]) -> None:
    assert declared(front) == found
