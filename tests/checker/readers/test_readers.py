"""Whatever the bytes are, a reader gives a reading or one sentence, in bounded time."""

from __future__ import annotations

import io
import time
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from checker.readers.book_file import book, funds, swapped
from checker.readers.pdf_file import pdf, table, text
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import tbl, tr, word_file

from anju.checker.readers import READABLE, read
from anju.checker.reading import Reading, Unreadable

KINDS = ("docx", "pdf", "xlsx", "html", "txt")
TEXTS = "一、项目概况\n2023年计划改造7个小区，总投资2033.23万元。\n"


@cache
def small(kind: str) -> bytes:
    """A small sound file of a format."""
    if kind == "docx":
        kept = io.BytesIO()
        word_file(kept, TEXTS, tbl(tr("合计", "7"), tr("", "9")))  # type: ignore[arg-type]  # a zip is written to either
        return kept.getvalue()
    if kind == "pdf":
        return pdf(text(72, 120, TEXTS[8:40]) + table(72, 200, [90, 90], [["合计", "7"], ["甲", "9"]]), packed=False)
    if kind == "xlsx":
        return book(funds)
    rows = "<tr><th>小区<th>户数<tr><td>绿苑<td>134"
    page = (
        f'<html><head><meta charset="utf-8"></head><body><p>{TEXTS}</p><table border="1">{rows}</table></body></html>'
    )
    return (TEXTS if kind == "txt" else page).encode()


def outcome(path: Path, content: bytes) -> Reading | None:
    """The reading, or None when it was refused in one sentence; anything else is a failure of the test."""
    path.write_bytes(content)
    began = time.monotonic()
    reading, refused = None, ""
    try:
        reading = read(path)
    except Unreadable as fault:
        refused = str(fault)
    assert time.monotonic() - began < 30
    if reading is None:
        assert refused
        assert "\n" not in refused
        return None
    assert [each.number for each in reading.paragraphs] == list(range(1, len(reading.paragraphs) + 1))
    assert any(each.text.strip() for each in reading.paragraphs)
    return reading


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_file_is_read_and_one_cut_short_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"报告.{kind}"
    whole = outcome(path, small(kind))
    assert whole is not None
    assert whole.kind == kind
    for share in range(5, 100, 5):
        outcome(path, small(kind)[: len(small(kind)) * share // 100])


@given(st.binary(max_size=3000), st.sampled_from(READABLE))
def test_random_bytes_under_each_name(tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str) -> None:
    outcome(tmp_path_factory.getbasetemp() / f"随机{suffix}", content)


EDITS = st.lists(st.tuples(st.sampled_from("改删插抄"), st.floats(0, 1), st.binary(min_size=1, max_size=6)), max_size=6)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60)
@given(edits=EDITS)
def test_a_mangled_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, kind: str, edits: list[tuple[str, float, bytes]]
) -> None:
    content = small(kind)
    for act, share, piece in edits:
        at = int(share * len(content))
        kept = {"改": content[at + len(piece) :], "删": content[at + 40 * len(piece) :]}.get(act, content[at:])
        put = {"删": b"", "抄": content[at : at + 30] * piece[0]}.get(act, piece)
        content = content[:at] + put + kept
    outcome(tmp_path_factory.getbasetemp() / f"改过.{kind}", content)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@settings(max_examples=60)
@given(edits=EDITS, data=st.data())
def test_mangled_parts_of_a_package_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, kind: str, edits: list[tuple[str, float, bytes]], data: st.DataObject
) -> None:
    with ZipFile(io.BytesIO(small(kind))) as package:
        name = data.draw(st.sampled_from(package.namelist()))
        part = package.read(name)
    for _, share, piece in edits:
        at = int(share * len(part))
        part = part[:at] + piece + part[at + len(piece) :]
    outcome(tmp_path_factory.getbasetemp() / f"部件.{kind}", swapped(small(kind), {name: part}))
