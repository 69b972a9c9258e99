"""Three counties, three reports: nothing known, the seed county, the complete one; read before they were accepted."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import assessed
import golden_file
import pytest
import yaml
from policy.own_policy import write

from anju.checker.readers import read
from anju.checker.run import check
from anju.figures.book import Book
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import SHIPPED, load_policy
from anju.policy.located import PolicyError
from anju.reports.compose import compose
from anju.reports.document import Document, Drawing, Paragraph, Printed, Style, words
from anju.reports.template import DIGITS

BOOKS = {"nothing": assessed.nothing, "dengkou": assessed.dengkou, "complete": assessed.complete}
MARKS = {Style.LEVEL1: "# ", Style.LEVEL2: "## ", Style.BODY: "    "}


def text(document: Document) -> str:
    """Title, headings and paragraphs; what stands between them, and the attachments, by their titles."""
    lines = [document.title]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines.append(MARKS[block.style] + words(block.runs))
        else:
            lines.append(f"〔{'图' if isinstance(block, Drawing) else '表'}：{block.title}〕")
    lines += [f"附件{order}：{annex.title}" for order, annex in enumerate(document.annexes, 1)]
    return "".join(f"{line}\n" for line in lines)


def prose(document: Document) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("name", BOOKS)
def test_the_report_reads_as_it_was_accepted(name: str) -> None:
    golden_file.compare(f"report-{name}.txt", text(compose(BOOKS[name]())))


def test_the_three_reports_differ_in_nearly_every_paragraph() -> None:
    found = [
        {words(block.runs) for block in prose(compose(book())) if block.style is Style.BODY} for book in BOOKS.values()
    ]
    for one in found:
        for other in found:
            assert one is other or len(one & other) <= 1


@pytest.mark.parametrize("name", BOOKS)
def test_no_made_up_figure_stands_in_prose(name: str) -> None:
    document = compose(BOOKS[name]())
    printed = [run.figure for block in prose(document) for run in block.runs if isinstance(run, Printed)]
    assert all(figure.assurance is not RowAssurance.ILLUSTRATIVE for figure in printed)
    assert printed


@pytest.mark.parametrize("name", BOOKS)
def test_amounts_are_figures_and_nothing_else_is(name: str) -> None:
    """What is left when figures, days, document numbers and titles are taken away holds no digit."""
    day = "[0-9]{4}年(?:度)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|[0-9]{1,2}月[0-9]{1,2}日"
    plain = re.compile(f"{day}|〔[0-9]{{4}}〕[0-9]+号|[0-9]{{4}}年起")
    for block in prose(compose(BOOKS[name]())):
        for run in block.runs:
            assert not isinstance(run, str) or not DIGITS.search(plain.sub("", run)), run


def test_every_paragraph_says_where_its_words_come_from() -> None:
    for block in prose(compose(assessed.complete())):
        assert (block.origin == "") is (block.style is not Style.BODY)
    origins = {name for block in prose(compose(assessed.complete())) for name in block.origin.split("+")}
    assert {"overview/plan", "overview/progress", "narrative"} <= origins


def test_the_id_follows_from_what_the_report_depends_on() -> None:
    ours = assessed.dengkou()
    assert re.fullmatch(r"performance_evaluation-[0-9a-f]{12}", compose(ours).id)
    assert compose(ours).id == compose(Book(ours.assessment)).id
    assert compose(ours).id != compose(assessed.complete()).id


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(LookupError, match="performance_evaluation"):
        compose(assessed.dengkou(), "audit")


@pytest.mark.parametrize(
    ("sound", "spoilt", "says"),
    [
        ("chapter: overview}", "chapter: overviews}", "没有叫“overviews”的章"),
        ("opening: opening", "opening: opening\nannexes: [nowhere]", "没有“nowhere”"),
    ],
)
def test_a_kind_that_names_what_is_not_there_says_where(tmp_path: Path, sound: str, spoilt: str, says: str) -> None:
    ours = (SHIPPED / "report_kinds/performance_evaluation.yaml").read_text(encoding="utf-8")
    kept = ours.split("\nannexes:")[0] + "\n"
    own = load_policy(write(tmp_path, report_kinds__own=kept.replace(sound, spoilt)))
    assessment = assessed.dengkou().assessment
    with pytest.raises(PolicyError, match=says) as caught:
        compose(Book(replace(assessment, occasion=replace(assessment.occasion, policy=own))), "own")
    assert caught.value.path.endswith("report_kinds/own.yaml")


SEED = yaml.load((Path(__file__).with_name("seed_sentences.yaml")).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


@pytest.mark.parametrize("statement", SEED, ids=[f"{each['处']}：{each['说']}" for each in SEED])
def test_each_statement_of_the_seed_is_carried_withheld_or_contradicted(statement: dict[str, Any]) -> None:
    document = compose(assessed.dengkou())
    CLAIMS[statement["去向"]](document, statement)


def carried(document: Document, statement: dict[str, Any]) -> None:
    told = {"标题": [document.title]}
    for block in prose(document):
        for name in block.origin.split("+"):
            told.setdefault(name, []).append(words(block.runs))
    assert any(statement["写"] in each for each in told[statement["句"]])


def withheld(document: Document, statement: dict[str, Any]) -> None:
    assert statement["缺"]
    assert statement.get("写", "") in text(document)
    assert "不写" not in statement or statement["不写"] not in text(document)
    assert "写" in statement or "不写" in statement


def contradicted(document: Document, statement: dict[str, Any]) -> None:
    assert statement["问题"] in {finding.code for finding in assessed.dengkou().assessment.findings}
    assert statement["写"] in text(document)


def in_the_head(document: Document, statement: dict[str, Any]) -> None:
    found = getattr(document.head, statement["项"])
    assert statement["是"] == ("、".join(found) if isinstance(found, tuple) else str(found))


CLAIMS = {"carried": carried, "withheld": withheld, "contradicted": contradicted, "head": in_the_head}


def test_every_part_of_the_seed_is_listed() -> None:
    places = {each["处"] for each in SEED}
    assert {"一（一）", "一（二）", "二（一）", "二（二）", "三（一）", "三（二）", "三（三）", "四"} < places
    assert {"五（一）", "五（二）", "五（三）", "五（四）", "版头", "落款", "标题", "附件"} < places
    assert {each["去向"] for each in SEED} == set(CLAIMS)


def declared(tmp_path: Path, without: str = "") -> dict[str, tuple[str, str]]:
    """What the checker finds in the report's own text: code → severity and status."""
    lines = [line for line in text(compose(assessed.dengkou())).splitlines() if not without or without not in line]
    path = tmp_path / "report.txt"
    path.write_text("\n".join(line.lstrip("# ") for line in lines), encoding="utf-8")
    return {each.code: (each.severity.value, each.status.value) for each in check(read(path)).findings}


def test_what_the_report_declares_is_found_and_no_error(tmp_path: Path) -> None:
    found = declared(tmp_path)
    assert found["stated_twice_differently"] == found["money_exceeds_investment"] == ("note", "declared")
    assert all(severity != "error" for severity, _ in found.values())


@pytest.mark.parametrize(
    ("sentence", "code", "severity"),
    [("何者为准未说明", "stated_twice_differently", "error"), ("去向未说明", "money_exceeds_investment", "warning")],
)
def test_without_the_declaration_it_stands_open(tmp_path: Path, sentence: str, code: str, severity: str) -> None:
    assert declared(tmp_path, sentence)[code] == (severity, "open")


@pytest.mark.parametrize("name", ["nothing", "complete"])
def test_a_report_without_contradictions_draws_no_finding(tmp_path: Path, name: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text(text(compose(BOOKS[name]())), encoding="utf-8")
    assert [each.code for each in check(read(path)).findings] == []
