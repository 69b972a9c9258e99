"""A hostile PDF is refused or read in part, in one sentence and in bounded time; one bad page loses no other."""

from __future__ import annotations

import logging
import time
import zlib
from pathlib import Path

import pytest
from checker.readers.pdf_file import assembled, pdf, rule, text

from anju.checker.readers.pdf import opened, read_pdf
from anju.checker.reading import Reading, Unreadable

GOOD = text(74, 120, "计划改造7个小区。", 16)
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def reading(content: bytes) -> Reading:
    return read_pdf(Path("报告.pdf"), content)


def stream(drawn: bytes, extra: str = "/Filter/FlateDecode") -> bytes:
    return f"<<{extra}/Length {len(drawn)}>>\nstream\n".encode() + drawn + b"\nendstream"


def one_page(content: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
    return assembled([CATALOGUE, b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>", page, content])


def calling_forms(many: int, deep: int) -> bytes:
    """Forms that call the next one `many` times each: many to the power of deep in all."""
    forms = []
    for number in range(deep):
        drawn = f"/F{number + 1} Do ".encode() * many if number < deep - 1 else b"0 0 m 1 1 l S"
        named = f"/Resources<</XObject<</F{number + 1} {8 + number} 0 R>>>>"
        forms.append(stream(drawn, f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]{named}"))
    return pdf("/F0 Do", extra=forms).replace(b"/I1 4 0 R", b"/F0 7 0 R")


BAD = {
    "树绕回自己": assembled(
        [CATALOGUE, b"<</Type/Pages/Count 3/Kids[2 0 R 3 0 R]>>", b"<</Type/Pages/Count 3/Kids[2 0 R]>>"]
    ),
    "引用绕回自己": assembled(
        [CATALOGUE, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", b"<</Type/Page/MediaBox 4 0 R>>", b"4 0 R"]
    ),
    "树太深": assembled(
        [CATALOGUE, *(f"<</Type/Pages/Count 1/Kids[{each + 3} 0 R]>>".encode() for each in range(3000)), b"<<>>"]
    ),
    "图形互相调用": calling_forms(10, 9),
    "炸弹": one_page(stream(zlib.compress(b"q Q " * (32 << 20), 9))),
    "双重炸弹": one_page(stream(zlib.compress(zlib.compress(b" " * (200 << 20), 9), 9), "/Filter[/Fl/Fl]")),
    "只有开头": b"%PDF-1.7\n",
    "括号": b"%PDF-1.4\n" + b"(" * 1_000_000 + b"trailer <</Root 1 0 R>>",
    "没有页": assembled([CATALOGUE, b"<</Type/Pages/Count 0/Kids[]>>"]),
    "字太多": pdf(text(50, 50, "1" * 1000) * 61),
    "设密码": pdf(
        GOOD, trailer=f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'61' * 32}>/U<{'62' * 32}>>>/ID[<00><00>]"
    ),
    "空白": pdf("", ""),
}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "_PAGE_SECONDS", 2.0)
    monkeypatch.setattr(opened, "_OPEN_SECONDS", 2.0)


@pytest.mark.parametrize("name", BAD)
def test_hostile_files_are_refused_in_bounded_time(name: str, caplog: pytest.LogCaptureFixture) -> None:
    began = time.monotonic()
    with caplog.at_level(logging.WARNING), pytest.raises(Unreadable) as told:
        reading(BAD[name])
    assert time.monotonic() - began < 30
    assert str(told.value).startswith("“报告.pdf”")
    assert "\n" not in str(told.value)
    assert caplog.records == []


def test_a_password_is_told() -> None:
    with pytest.raises(Unreadable, match="密码"):
        reading(BAD["设密码"])


def test_one_bad_page_loses_no_other() -> None:
    found = reading(pdf(GOOD, "q Q " * 2_200_000, GOOD))
    assert [each.page for each in found.paragraphs] == [1, 3]
    assert found.notes == ("第2页已损坏或复杂得反常，没有查",)


def test_no_more_pages_are_read_than_a_report_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MOST_PAGES", 3)
    found = reading(pdf(*[GOOD] * 5))
    assert len(found.paragraphs) == 3
    assert found.notes == ("页数太多或太费时，只查了前3页",)


def test_no_page_is_begun_once_the_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MOST_SECONDS", -1.0)
    with pytest.raises(Unreadable):
        reading(pdf(GOOD))


def test_a_stream_cut_short_gives_what_is_sound() -> None:
    drawn = zlib.compress((GOOD + rule(0, 0, 9, 9) * 3000).encode())
    bounded = opened._BoundedZlib.decompress(drawn[: len(drawn) - 20])
    assert bounded.startswith(GOOD.encode())
    with pytest.raises(zlib.error):
        opened._BoundedZlib.decompress(b"no zlib at all")


def test_a_map_of_thousands_of_lines_takes_bounded_time() -> None:
    crossing = "".join(rule(0, each, 600, each) + rule(each, 0, each, 800) for each in range(0, 600, 7))
    scribble = "".join(rule(each % 571, each % 799, each % 317, each % 613) for each in range(20_000))
    began = time.monotonic()
    assert reading(pdf(GOOD + crossing, GOOD + scribble)).paragraphs
    assert time.monotonic() - began < 40
