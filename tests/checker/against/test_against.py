"""The reports of three counties as they are really issued: no digit changes unseen, nothing else is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import assessed
import pytest
from checker.against import word_edits as word
from checker.against.paper import paragraphs, reading, told
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.checker.against import compare, find_record
from anju.checker.readers import read
from anju.checker.reading import Paragraph, Reading
from anju.facts import snapshot
from anju.reports import issued
from anju.reports.compose import compose
from anju.reports.document import Document
from anju.reports.writers import docx

COUNTIES = {"磴口": assessed.dengkou, "清河": assessed.complete, "只有封面": assessed.nothing}
NAMES = st.sampled_from(sorted(COUNTIES))


@cache
def report(name: str) -> tuple[Document, dict[str, Any]]:
    book = COUNTIES[name]()
    document = compose(book)
    return document, issued.record(document, book)


@cache
def untouched(name: str, marks: bool) -> tuple[Paragraph, ...]:
    return tuple(paragraphs(report(name)[1], marks))


@cache
def file(name: str, folder: Path) -> Path:
    path = folder / f"{name}.docx"
    docx.write(report(name)[0], path)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("counties")


@pytest.mark.parametrize("name", COUNTIES)
def test_nothing_is_told_of_the_report_as_it_was_written(folder: Path, name: str) -> None:
    found = read(file(name, folder))
    assert [each.text for each in found.paragraphs] == [each.text for each in untouched(name, True)]
    assert sum(len(each.figures) for each in issued.flatten(report(name)[0])) > 100
    assert compare(found, report(name)[1]) == []


@pytest.mark.parametrize("name", COUNTIES)
@pytest.mark.parametrize("edit", [word.stripped, word.split_runs], ids=["控件全没了", "字体"])
def test_nothing_is_told_when_only_the_form_changed(folder: Path, tmp_path: Path, name: str, edit: word.Edit) -> None:
    assert compare(read(word.rewritten(file(name, folder), tmp_path / "e.docx", edit)), report(name)[1]) == []


@pytest.mark.parametrize("form", ["docx", "txt"])
def test_nothing_is_told_after_libreoffice_saved_it(
    folder: Path, tmp_path: Path, form: str, require: Callable[[str], str]
) -> None:
    sources = [file(name, folder) for name in COUNTIES]
    for name, saved in zip(
        COUNTIES, word.saved_by_libreoffice(require("libreoffice"), sources, tmp_path, form), strict=True
    ):
        assert [each.message for each in compare(read(saved), report(name)[1])] == []


@settings(max_examples=40)
@given(name=NAMES, marks=st.booleans(), data=st.data())
def test_any_digit_of_any_figure_is_named_with_its_old_and_new(name: str, marks: bool, data: st.DataObject) -> None:
    kept = report(name)[1]
    places = [
        (number, figure)
        for number, each in enumerate(kept["paragraphs"])
        for figure in each["figures"]
        if any(sign.isdecimal() for sign in figure["text"])
    ]
    number, figure = data.draw(st.sampled_from(places))
    old = figure["text"]
    place = data.draw(st.sampled_from([index for index, sign in enumerate(old) if sign.isdecimal()]))
    digit = data.draw(st.sampled_from(sorted(set("0123456789") - {old[place]})))
    new = old[:place] + digit + old[place + 1 :]
    lines = list(untouched(name, marks))
    text = lines[number].text
    lines[number] = replace(lines[number], text=text[: figure["start"]] + new + text[figure["end"] :])
    (only,) = compare(reading(lines), kept)
    assert told([only]) == [("figure_changed", old, new)]
    assert (only.where.paragraph, only.where.start) == (number + 1, figure["start"])
    assert only.where.text == new


@settings(max_examples=15)
@given(name=NAMES, marks=st.booleans(), data=st.data())
def test_paragraphs_of_the_body_in_another_order_say_the_same(name: str, marks: bool, data: st.DataObject) -> None:
    lines = untouched(name, marks)
    body = [each for each in lines if each.place is None]
    order = iter(data.draw(st.permutations(body)))
    assert compare(reading([each if each.place else next(order) for each in lines]), report(name)[1]) == []


@settings(max_examples=25)
@given(name=NAMES, data=st.data())
def test_blanks_anywhere_say_nothing(name: str, data: st.DataObject) -> None:
    lines = list(untouched(name, False))
    for _ in range(data.draw(st.integers(1, 20))):
        number = data.draw(st.integers(0, len(lines) - 1))
        text = lines[number].text
        place = data.draw(st.integers(0, len(text)))
        blank = data.draw(st.sampled_from([" ", "\u3000", "\u00a0", "\t", "\u200b", "\n"]))
        lines[number] = replace(lines[number], text=text[:place] + blank + text[place:])
    assert compare(reading(lines), report(name)[1]) == []


@settings(max_examples=20)
@given(name=NAMES, data=st.data())
def test_any_row_cut_out_of_any_table_is_one_change(folder: Path, name: str, data: st.DataObject) -> None:
    lines = untouched(name, data.draw(st.booleans()))
    rows = sorted({(each.place.table, each.place.row) for each in lines if each.place and each.place.row > 1})
    table, row = data.draw(st.sampled_from([each for each in rows if _says(lines, *each)]))
    left = [each for each in lines if not (each.place and (each.place.table, each.place.row) == (table, row))]
    assert [each.code for each in compare(reading(left), report(name)[1])] == ["against.row_removed"]


def _says(lines: tuple[Paragraph, ...], table: int, row: int) -> bool:
    return any(each.text for each in lines if each.place and (each.place.table, each.place.row) == (table, row))


def kept_in(folder: Path, *names: str) -> Path:
    """A snapshot with the records of these counties' reports."""
    records = {report(name)[1]["id"]: report(name)[1] for name in names}
    snapshot.write(COUNTIES[names[0]]().assessment.snapshot, folder / "snapshot", records)
    return folder / "snapshot"


def without_id(name: str, change: Callable[[str], str] = str) -> Reading:
    return reading([replace(each, text=change(each.text)) for each in untouched(name, False)])


def test_the_record_is_found_by_the_id_of_the_document(folder: Path, tmp_path: Path) -> None:
    kept = kept_in(tmp_path, "磴口", "只有封面")
    found = find_record(kept, read(file("磴口", folder)))
    assert found == report("磴口")[1]
    assert find_record(kept.parent, read(file("磴口", folder))) == found
    assert find_record(kept, read(file("清河", folder))) is None, "不是这个快照签发的"


def test_without_an_id_the_record_is_found_by_its_text(tmp_path: Path) -> None:
    kept = kept_in(tmp_path, "清河", "只有封面")
    assert find_record(kept, without_id("清河")) == report("清河")[1]
    assert find_record(kept, without_id("清河", lambda text: text.replace("7", "9"))) == report("清河")[1]
    assert find_record(kept, without_id("清河", lambda text: "")) is None
    assert find_record(kept, without_id("清河", lambda text: text and "别的文件里的一段话")) is None


def test_two_records_the_text_cannot_tell_apart_are_no_record(tmp_path: Path) -> None:
    kept = report("磴口")[1]
    twin = {**kept, "id": "performance_evaluation-000000000000"}
    snapshot.write(COUNTIES["磴口"]().assessment.snapshot, tmp_path / "s", {kept["id"]: kept, twin["id"]: twin})
    assert find_record(tmp_path / "s", without_id("磴口")) is None
