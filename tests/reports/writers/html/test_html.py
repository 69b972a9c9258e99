"""网页：一个文件，说得清是谁、哪年、多少分；每个数都通到它的行；名字再怪也只是字。"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest
from assessed import complete, dengkou, nothing
from lxml import html

from anju.examples import fictional
from anju.facts.snapshot import freeze
from anju.figures.book import Book
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import load_policy
from anju.reports.compose import compose
from anju.reports.issued import flatten
from anju.reports.writers.html import page, write
from anju.scoring.assess import assess

COUNTIES = [nothing, dengkou, complete]
County = Callable[[], Book]


@cache
def written(county: County) -> html.HtmlElement:
    return html.document_fromstring(page(county(), compose(county())))


def words(node: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", node.text_content())


def test_the_file_is_what_the_page_is(tmp_path: Path) -> None:
    book = dengkou()
    write(book, compose(book), tmp_path / "index.html")
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == page(book, compose(book))


def test_it_says_who_when_and_how_much() -> None:
    result = words(written(dengkou).get_element_by_id("result"))
    assert "磴口县2023年度" in result
    assert "截至日2024年1月30日" in result
    assert "已证实 18.25 分，最多 99.5 分" in result
    assert "不能定" in result


@pytest.mark.parametrize("county", COUNTIES)
def test_every_link_on_the_page_leads_somewhere_on_the_page(county: County) -> None:
    root = written(county)
    ids = [each.get("id") for each in root.iter() if isinstance(each.tag, str) and each.get("id")]
    assert len(ids) == len(set(ids))
    links = [each.get("href") for each in root.iter("a")]
    assert links
    assert {link for link in links if not link.startswith("#") or link[1:] not in ids} == set()


@pytest.mark.parametrize("county", COUNTIES)
def test_the_report_reads_as_it_was_issued_mark_by_mark(county: County) -> None:
    report = written(county).get_element_by_id("report")
    issued = {figure.mark: figure for paragraph in flatten(compose(county())) for figure in paragraph.figures}
    links = {each.get("id"): each for each in report.iter("a")}
    assert set(links) == set(issued)
    assert {mark: words(link) for mark, link in links.items()} == {m: f.text for m, f in issued.items()}
    text = re.sub(r"\s", "", report.text_content())
    for paragraph in flatten(compose(county())):
        assert re.sub(r"\s", "", paragraph.text) in text


def test_a_figure_opens_down_to_its_rows() -> None:
    root, book = written(dengkou), dengkou()
    households = book.figure("quantities.households.planned").value
    link = next(
        each
        for each in root.get_element_by_id("report").iter("a")
        if each.get("title", "").startswith(households.title)
    )
    card = root.get_element_by_id(link.get("href")[1:])
    assert words(card.find_class("value")[0]) == "776户"
    cells = [words(cell) for cell in card.xpath(".//tbody/tr[1]/td")]
    assert cells == ["改造任务", "2023/*", "全县", "776户", "文件载明", "磴住建联发〔2024〕2号 一（一）、五（四）"]


def test_findings_come_worst_first_with_place_basis_and_computation() -> None:
    entries = written(dengkou).xpath("//*[@id='findings']//ol/li")
    found = dengkou().assessment.findings
    assert len(entries) == len(found) > 0
    for entry, finding in zip(entries, found, strict=True):
        assert words(entry.find("p")) == f"{finding.severity.label}{finding.message}"
    five = next(words(each) for each in entries if "5个" in words(each))
    assert "文件中的说法" in five
    assert "写的是 5" in five


def test_the_score_sheet_holds_each_item_and_its_workings() -> None:
    sheet = words(written(dengkou).get_element_by_id("score"))
    for item in dengkou().assessment.evaluation.items:
        assert item.item.title in sheet
        for part in item.parts:
            assert all(line in sheet for line in part.working)


def test_what_is_missing_is_said_and_never_nought() -> None:
    root = written(nothing)
    assert "未填报" in words(root.get_element_by_id("score"))
    links = [words(each) for each in root.get_element_by_id("report").iter("a")]
    assert "0户" not in links


def test_made_up_figures_are_called_so_on_the_page() -> None:
    policy = load_policy()
    tables = fictional.tables(policy, count=2, assurance=RowAssurance.ILLUSTRATIVE)
    book = Book(assess(freeze(fictional.HEAD, tables), policy))
    assert "样张·演示数据" in page(book, compose(book))
    assert "样张·演示数据" not in page(complete(), compose(complete()))


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>&amp;\x07”绿苑"


def test_a_hostile_name_is_only_a_name() -> None:
    policy = load_policy()
    base = complete().assessment.snapshot
    rows = base.tables["communities"].to_pylist()
    for number, row in enumerate(rows):
        row["name"] = f"{HOSTILE}{number}"
    tables = {**base.tables, "communities": pa.Table.from_pylist(rows, schema=base.tables["communities"].schema)}
    book = Book(assess(freeze(base.head, tables), policy))
    root = html.document_fromstring(page(book, compose(book)))
    assert len(root.findall(".//script")) == 1
    assert root.findall(".//img") == []
    assert "<script>alert(1)</script>" in root.text_content()


def test_nothing_is_asked_of_any_other_file_or_host() -> None:
    text = page(dengkou(), compose(dengkou()))
    root = html.document_fromstring(text)
    fetched = [each for each in root.iter() if each.get("src") or (each.tag == "link" and each.get("href") != "data:,")]
    assert fetched == []
    assert "@import" not in text
    assert re.findall(r"url\((?!#)", text) == []
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")


def test_it_is_the_same_each_time() -> None:
    assert page(dengkou(), compose(dengkou())) == page(dengkou(), compose(dengkou()))
