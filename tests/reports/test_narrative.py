"""The officer's words stay; the figures in them are those of the day."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import assessed
import pyarrow as pa
import pytest
from exchange._books import Typed, errors, said
from reports.sentence_cases import CaseBook

from anju.facts.snapshot import freeze
from anju.facts.store import TABLES
from anju.figures.book import Book
from anju.kernel.finding import Severity
from anju.policy.loader import load_policy
from anju.reports import narrative
from anju.reports.compose import compose
from anju.reports.document import Paragraph, words
from anju.scoring.assess import assess


def case(*paragraphs: tuple[str, str], **more: Any) -> CaseBook:
    rows = [{"章节": chapter, "段序": n, "文字": text} for n, (chapter, text) in enumerate(paragraphs, 1)]
    return CaseBook({"表": {"文字说明": rows}, **more})


def text(book: CaseBook, chapter: str = "next_steps") -> list[str]:
    return [words(each.runs) for each in narrative.paragraphs(book, chapter)]


OWN = ("下一步改进措施", "已支付{funds.balance.paid:万元}，余款按合同支付。")


def test_the_paragraph_survives_a_run_with_changed_data() -> None:
    assert text(case(OWN, 数={"funds.balance.paid": "90万元"})) == ["已支付90.00万元，余款按合同支付。"]
    assert text(case(OWN, 数={"funds.balance.paid": "95.5万元"})) == ["已支付95.50万元，余款按合同支付。"]
    assert text(case(OWN)) == ["已支付未填报，余款按合同支付。"]


def test_a_made_up_figure_enters_no_prose() -> None:
    book = case(OWN, 数={"funds.balance.paid": "90万元（示例）"})
    assert text(book) == ["已支付未填报，余款按合同支付。"]


def test_a_figure_in_the_officer_s_words_is_a_figure() -> None:
    (found,) = narrative.paragraphs(assessed.complete(), "deviation")
    assert isinstance(found, Paragraph)
    assert found.origin == "narrative"
    assert [run.figure.id for run in found.runs if not isinstance(run, str)] == [
        "quantities.households.actual",
        "quantities.households.actual - quantities.households.planned",
    ]
    assert not narrative.faults(assessed.complete())


def test_paragraphs_stand_in_their_chapter_and_order() -> None:
    book = case(("下一步改进措施", "甲"), ("资金管理", "乙"), ("下一步改进措施", "丙"))
    assert (text(book), text(book, "fund_management")) == (["甲", "丙"], ["乙"])


@pytest.mark.parametrize(
    ("written", "printed", "says"),
    [
        ("已支付{cell.goals.G9.target_milli}。", "已支付〔所引的数不存在〕。", "cell.goals.G9.target_milli"),
        ("已支付{funds.balance.paid。", "已支付funds.balance.paid。", "没有成对"),
        ("已支付{tally.problems:万元}。", "已支付〔所引的数不能这样写〕。", "不能以万元计"),
    ],
)
def test_a_slot_that_nobody_knows_is_an_error_with_its_place(written: str, printed: str, says: str) -> None:
    rows = [{"章节": "下一步改进措施", "段序": 1, "文字": written}]
    problems = [{"编号": "P1", "小区": "*", "问题类别": "道路破损"}]
    book = CaseBook({"表": {"文字说明": rows, "问题清单": problems}})
    assert text(book) == [printed]
    (found,) = narrative.faults(book)
    assert (found.code, found.severity) == (narrative.CODE, Severity.ERROR)
    assert (found.where.table, found.where.column) == ("narratives", "words")
    assert "“下一步改进措施”第1段" in found.message
    assert says in found.message


def test_the_nearest_figures_are_named() -> None:
    ours = assessed.dengkou().assessment
    row = {"region": "150822", "year": 2023, "chapter": "资金到位", "position": 1, "assurance": "stated"}
    slip = pa.Table.from_pylist(
        [{**row, "words": "到位{funds.in_palce.in_place}。"}], schema=TABLES["narratives"].arrow
    )
    snapshot = freeze(ours.snapshot.head, {**ours.snapshot.tables, "narratives": slip})
    (found,) = narrative.faults(Book(replace(ours, snapshot=snapshot)))
    assert "最接近的是：funds.in_place.in_place" in found.message


def run(folder: Path, paid: float) -> list[str]:
    """The workbook typed, read, assessed and composed; what stands under 下一步改进措施."""
    book = Typed()
    book.add("资金流水", {"编号": "F1", "小区": "*", "事项": "支付", "金额": paid, "办理日期": "2023-12-20"})
    book.add("文字说明", {"章节": "下一步改进措施", "段序": 1, "文字": OWN[1]})
    folder.mkdir()
    found = book.read(folder)
    assert said(errors(found)) == []
    policy = load_policy()
    document = compose(Book(assess(freeze(found.head, found.tables), policy)))
    return [words(each.runs) for each in document.blocks if isinstance(each, Paragraph) and each.origin == "narrative"]


def test_from_the_workbook_to_the_report_and_again_with_another_amount(tmp_path: Path) -> None:
    assert run(tmp_path / "一", 90) == ["已支付90.00万元，余款按合同支付。"]
    assert run(tmp_path / "二", 95.5) == ["已支付95.50万元，余款按合同支付。"]
