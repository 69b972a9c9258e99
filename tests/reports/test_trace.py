"""数的来历：印出的每个数都在，在的都印出过；行在，行的内容也在。"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from assessed import complete, dengkou, nothing

from anju.figures.book import Book
from anju.kernel.outcome import Value
from anju.reports import trace
from anju.reports.compose import compose
from anju.reports.issued import record


@pytest.mark.parametrize("county", [nothing, dengkou, complete])
def test_each_mark_of_the_record_of_issue_is_traced_and_no_other(county: Callable[[], Book]) -> None:
    book = county()
    document = compose(book)
    issued = {
        figure["mark"]: (figure["id"], figure["text"], number, figure["start"], figure["end"])
        for number, paragraph in enumerate(record(document, book)["paragraphs"], 1)
        for figure in paragraph["figures"]
    }
    traced = {
        place["mark"]: (figure["id"], place["text"], place["paragraph"], place["start"], place["end"])
        for figure in trace.trace(book, document)["figures"]
        for place in figure["places"]
        if place["mark"]
    }
    assert traced == issued
    if county is not nothing:
        assert len(traced) > 40


def test_every_figure_names_its_value_and_the_rows_that_make_it_up() -> None:
    book = dengkou()
    found = {each["id"]: each for each in trace.trace(book, compose(book))["figures"]}
    placed = found["funds.raised.in_place"]
    assert (placed["value"], placed["unit"], placed["printed"]) == ("2100010000", "fen", "2100.01万元")
    assert sum(int(row["value"]) for row in placed["rows"]) == int(placed["value"])
    for id, each in found.items():
        outcome = book.figure(id)
        assert isinstance(outcome, Value)
        assert {key: each[key] for key in outcome.value.as_json()} == outcome.value.as_json()
        assert each["places"]


def test_a_row_named_by_a_figure_is_there_in_full() -> None:
    book = dengkou()
    found = trace.trace(book, compose(book))
    named = {(row["table"], row["key"]) for figure in found["figures"] for row in figure["rows"]}
    kept = {(table, key) for table, rows in found["records"].items() for key in rows}
    assert kept == named
    moved = found["records"]["fund_moves"]["F1"]
    assert (moved["kind"], moved["source"], moved["amount_fen"]) == ("到位", "上级未细分", "2021000000")
    assert moved["moved_on"] is None


def test_identity_and_county_stand_beside_the_figures() -> None:
    book = dengkou()
    document = compose(book)
    found = trace.trace(book, document)
    assert {name: found[name] for name in book.provenance.as_json()} == book.provenance.as_json()
    assert (found["document"], found["region"], found["year"], found["sample"]) == (
        document.id,
        "150822",
        2023,
        document.sample,
    )


def test_the_file_is_the_same_each_time_and_reads_as_text(tmp_path: Path) -> None:
    book = dengkou()
    document = compose(book)
    trace.write(book, document, tmp_path / "a.json")
    trace.write(book, document, tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "绿苑小区" in text
    assert json.loads(text) == trace.trace(book, document)
