"""The EMF file is whole: record by record, bounds and sizes right, hatching inside its area."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.documents import drawing

from anju.reports.picture import Box, Ink, Label, Picture
from anju.reports.writers.docx.emf import emf, hatched

HEADER, EOF, POLYGON, POLYLINE, TEXT, SELECT, BRUSH = 1, 14, 3, 4, 84, 37, 39


def records(content: bytes) -> list[tuple[int, bytes]]:
    found, at = [], 0
    while at < len(content):
        kind, size = struct.unpack_from("<II", content, at)
        assert size >= 8
        assert size % 4 == 0
        found.append((kind, content[at + 8 : at + size]))
        at += size
    assert at == len(content)
    return found


def picture(*shapes: object) -> Picture:
    return Picture("one", 100, 50, shapes)


def test_the_header_tells_the_truth() -> None:
    content = emf(drawing().picture)
    (kind, header), *_, (last, _) = found = records(content)
    assert (kind, last) == (HEADER, EOF)
    assert header[32:36] == b" EMF"
    size, count = struct.unpack_from("<II", header, 40)
    assert (size, count) == (len(content), len(found))
    assert struct.unpack_from("<4i", header, 16) == (0, 0, 15000, 6400)


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert emf(drawing().picture) == emf(drawing().picture)


def test_words_stand_in_the_font_of_the_document() -> None:
    found = records(emf(picture(Label(10, 20, "支付 8.5", "end"))))
    said = next(content for kind, content in found if kind == TEXT)
    units, offset = struct.unpack_from("<II", said, 36)
    assert said[offset - 8 : offset - 8 + 2 * units].decode("utf-16-le") == "支付 8.5"
    assert struct.unpack_from("<2i", said, 28) == (1000, 2000)
    steps = struct.unpack(f"<{units}i", said[-4 * units :])
    assert steps == (360, 360, 180, 180, 108, 180)
    assert any("仿宋_GB2312".encode("utf-16-le") in content for kind, content in found if kind == 82)


@pytest.mark.parametrize(("ink", "lines"), [(Ink.PROVED, False), (Ink.LOST, False), (Ink.POSSIBLE, True)])
def test_what_is_possible_is_hatched_and_nothing_else(ink: Ink, lines: bool) -> None:
    found = records(emf(picture(Box(10, 10, 30, 8, ink))))
    assert any(kind == POLYLINE for kind, _ in found) is lines
    assert any(kind == POLYGON for kind, _ in found)


def test_no_made_object_is_left_selected() -> None:
    found = [struct.unpack("<I", content)[0] for kind, content in records(emf(drawing().picture)) if kind == SELECT]
    assert found[-1] & 0x80000000


boxes = st.tuples(st.integers(0, 9000), st.integers(0, 9000), st.integers(50, 6000), st.integers(50, 6000))


@given(boxes, st.integers(40, 500))
def test_hatching_stays_inside(box: tuple[int, int, int, int], step: int) -> None:
    x, y, width, height = box
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    lines = hatched(corners, step)
    assert all(x - 1 <= a <= x + width + 1 and y - 1 <= b <= y + height + 1 for line in lines for a, b in line)
    assert all(abs((a + b) % step) in (0, 1, step - 1) for line in lines for a, b in line)
    assert abs(len(lines) - (width + height) / step) <= 1
