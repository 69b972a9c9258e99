"""On the page: 22 lines of 28 characters, the head and the end where GB/T 9704 wants them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from reports.documents import HEAD, LONG, document, paragraph
from reports.writers.docx.parts import W, part, text, written
from reports.writers.pdf_lines import Line, pages

from anju.reports.layout import Line as Said
from anju.reports.layout import StyleName, ems
from anju.reports.writers.docx.fit import PITCH, Around, Fit, fit
from anju.reports.writers.pdf import to_pdf

WIDTH = 8844
POINT = 20


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, require: Callable[[str], str]) -> list[list[Line]]:
    """Pages of a document that is one long paragraph."""
    require("libreoffice")
    folder = tmp_path_factory.mktemp("page")
    told = replace(document(annexes=()), blocks=(paragraph(LONG * 60 + "。"),))
    to_pdf(written(folder, told), folder / "report.pdf")
    return pages(folder / "report.pdf")


def test_a_full_page_has_22_lines_of_28_characters(printed: list[list[Line]]) -> None:
    full = [line for line in printed[1] if line.size == 16]
    assert len(full) == 22
    assert {line.signs for line in full} == {28}
    assert {round(line.x, 1) for line in full} == {79.5}


def test_lines_are_28_95_points_apart(printed: list[list[Line]]) -> None:
    full = [line.y for line in printed[1] if line.size == 16]
    gaps = [upper - lower for upper, lower in itertools.pairwise(full)]
    assert all(abs(gap - 28.95) < 0.11 for gap in gaps)


def test_the_page_number_stands_outside(printed: list[list[Line]]) -> None:
    odd, even = printed[2][-1], printed[1][-1]
    assert even.size == odd.size == 14
    assert even.x < 120
    assert odd.x > 420
    # The dashes are 7 mm below the text, whose lower edge is 35 mm above that of the paper.
    assert 60 < even.y < 80


def around(*texts: str, order: int = 0, day: str = "") -> Around:
    return Around(WIDTH, texts, order, day)


def fitted(style: StyleName, near: Around) -> Fit:
    found = fit(Said(style, (near.texts[near.order],)), near)
    assert found is not None
    return found


def test_plain_paragraphs_need_nothing() -> None:
    assert fit(Said(StyleName.BODY, ("正文",)), around("正文")) is None


@pytest.mark.parametrize("offices", [("青石县财政局文件",), ("某某自治县住房和城乡建设和水务局", "某某自治县财政局")])
def test_the_red_mark_fills_the_line_and_does_not_overflow(offices: tuple[str, ...]) -> None:
    found = fitted(StyleName.MARK, around(*offices))
    longest = max(map(ems, offices))
    assert longest * found.size * found.scale / 100 <= WIDTH
    assert found.size == 1200 // (1 if len(offices) == 1 else 2) or longest * (found.size + 20) > WIDTH
    assert found.spacing == {"before": "1984"}


def test_a_very_long_office_is_set_narrower() -> None:
    offices = ("某某蒙古族藏族自治州住房和城乡建设交通运输水务局", "某某州财政局")
    found = fitted(StyleName.MARK, around(*offices))
    assert found.scale < 100
    assert ems(offices[0]) * found.size * found.scale / 100 <= WIDTH


def test_signers_end_one_character_before_the_edge() -> None:
    found = fitted(StyleName.NUMBER, around("青住建〔2024〕2号\t签发人：周明　欧阳建国"))
    assert found.tabs[0] + ems("签发人：周明　欧阳建国") * PITCH == 27 * PITCH
    assert found.ruled


def test_more_signers_stand_below_the_first_and_the_rule_below_the_last() -> None:
    texts = ("签发人：赵一　钱二", "青住建〔2024〕2号\t孙三丰")
    first, last = (fitted(StyleName.NUMBER, around(*texts, order=order)) for order in (0, 1))
    assert first.indent is not None
    assert not first.ruled
    assert last.ruled
    assert last.tabs[0] - int(first.indent["firstLine"]) == 4 * PITCH


def test_names_of_attachments_stand_below_each_other() -> None:
    texts = ("附件：1.甲表", "2.乙表", "3.丙表")
    found = [fitted(StyleName.ATTACHMENTS, around(*texts, order=order)).indent or {} for order in range(3)]
    assert len({each["left"] for each in found}) == 1
    begins = [int(each["left"]) - int(each["hanging"]) for each in found]
    assert begins == [2 * PITCH, 5 * PITCH, 5 * PITCH]


def test_the_only_attachment_has_no_number() -> None:
    found = fitted(StyleName.ATTACHMENTS, around("附件：2023年指标表"))
    assert found.indent == {"left": str(5 * PITCH), "hanging": str(3 * PITCH)}


def middle(start: int, words: str) -> float:
    return start / PITCH + ems(words) / 2


def test_the_last_office_is_centred_over_the_day() -> None:
    day, row = "2024年1月30日", "青石县住房和城乡建设局\t青石县财政局"
    found = fitted(StyleName.SIGNATURE, around(row, day=day))
    dated = fit(Said(StyleName.DATE, (day,)), around(row))
    assert dated is not None
    assert dated.indent is not None
    right = int(dated.indent["right"]) / PITCH
    assert right == 4
    assert abs(middle(found.tabs[0], "青石县财政局") - (28 - right - ems(day) / 2)) < 0.05
    assert found.indent is not None
    assert int(found.indent["left"]) > 0
    assert int(found.indent["left"]) + ems("青石县住房和城乡建设局") * PITCH < found.tabs[0]


def test_offices_below_each_other_are_centred_alike(tmp_path: Path) -> None:
    offices = ("青石县自然资源和规划局及林业草原局", "青石县住房和城乡建设局", "青石县财政局")
    root = part(written(tmp_path, document(head=replace(HEAD, issuers=offices))))
    found = {}
    for each in root.iterfind(f"{W}body/{W}p"):
        indent = each.find(f"{W}pPr/{W}ind")
        if each.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Signature":
            found[text(each)] = middle(int(indent.get(f"{W}left")), text(each))
    assert tuple(found) == offices
    assert found[offices[1]] == pytest.approx(found[offices[2]], abs=0.05)
    assert found[offices[0]] + ems(offices[0]) / 2 <= 28
