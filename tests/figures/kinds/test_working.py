"""算式里的数：是合计、比率、得分的归到那个数，其余各有编号；印出来与算式一字不差。"""

from __future__ import annotations

import re

import pytest
from assessed import complete, dengkou, nothing
from scoring.two_counties import county

from anju.figures._working import Told, pieces
from anju.figures.book import Book
from anju.figures.kinds import working
from anju.kernel.outcome import Value
from anju.policy.loader import load_policy
from anju.scoring.assess import assess
from anju.scoring.evaluation import PartScore


def part_of(book: Book, subject: str) -> PartScore:
    code, _, number = subject.partition(".")
    item = next(each for each in book.assessment.evaluation.items if each.item.code == code)
    return item.parts[int(number) - 1]


def numbers(book: Book, subject: str) -> list[tuple[str, str]]:
    return [(each.text, each.id) for each in pieces(subject, part_of(book, subject)) if isinstance(each, Told)]


def test_sums_ratio_and_ends_of_the_score_are_those_figures() -> None:
    assert numbers(dengkou(), "OB1.1") == [
        ("7", "progress.started.started"),
        ("7", "progress.started.planned"),
        ("100%", "progress.started"),
        ("10分", "score.OB1.1.points"),
        ("100%", ""),
        ("10分", ""),
        ("50%", ""),
        ("5分", "score.OB1.1.confirmed"),
    ]
    assert numbers(dengkou(), "FM4.1") == [("0分", ""), ("5分", "score.FM4.1.at_most")]


def test_what_is_no_other_figure_has_an_id_and_rows_of_its_own() -> None:
    found = dengkou().figure("working.OB1.1.7")
    assert isinstance(found, Value)
    assert (found.value.printed(), found.value.stored, found.value.value) == ("50%", "share", 5000)
    assert found.value.rows == dengkou().assessment.behind.get(("progress.started", "started"), ())
    assert "working.OB1.1.7" in dengkou().every()
    assert "working.OB1.1.1" not in dengkou().every()


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_the_pieces_are_the_working_and_each_number_prints_as_it_stands(book: object) -> None:
    found: Book = book()  # type: ignore[operator]
    for item in found.assessment.evaluation.items:
        for number, part in enumerate(item.parts, 1):
            subject = f"{item.item.code}.{number}"
            said = list(pieces(subject, part))
            assert "".join(each if isinstance(each, str) else each.text for each in said) == "；".join(part.working)
            assert not [each for each in said if isinstance(each, str) and re.search(r"\d", each)]
            for place, each in enumerate((each for each in said if isinstance(each, Told)), 1):
                figure = found.figure(each.id or f"working.{subject}.{place}")
                assert isinstance(figure, Value)
                assert figure.value.printed(each.unit, bare=not each.unit) == each.text


def test_an_amount_prints_with_the_decimals_it_is_told_with() -> None:
    policy = load_policy()
    found = Book(assess(county("清河县"), policy, policy.scheme("national/self_evaluation")))
    part = found.assessment.evaluation.items[1].parts[0]
    told = [each for each in pieces("OU1.1", part) if isinstance(each, Told)]
    place = next(n for n, each in enumerate(told, 1) if each.text == "3万元")  # 目标≤3万元/户
    figure = found.figure(f"working.OU1.1.{place}")
    assert isinstance(figure, Value)
    assert figure.value.printed() == "3万元"


def test_one_that_is_not_there_is_refused() -> None:
    for id in ("OB1.1.99", "OB1.1.0", "OB1.9.1", "OB1", "OB1.1.x"):
        with pytest.raises(KeyError):
            working.figure(dengkou(), id)
