"""Automatic numbers are no text, but tell a heading's level; raised digits, page fields and fractions stay apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_files import NAMESPACES, p, run, word_file

from anju.checker.readers import read
from anju.checker.readers.docx.document import OPEN_FIELD


def numbering(*levels: tuple[str, str]) -> str:
    made = "".join(
        f'<w:lvl w:ilvl="{number}"><w:numFmt w:val="{counted}"/><w:lvlText w:val="{printed}"/></w:lvl>'
        for number, (counted, printed) in enumerate(levels)
    )
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="（%1）"/></w:lvl></w:lvlOverride></w:num></w:numbering>'
    )


def numbered(text: str, level: int, identity: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>')


LEVELS = numbering(
    ("chineseCountingThousand", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("bullet", "●"),
    ("none", ""),
)


def test_automatic_numbers_give_headings_their_level_and_are_no_text(tmp_path: Path) -> None:
    body = [
        numbered("项目概况", 0),
        numbered("资金情况", 1),
        numbered("到位情况", 2),
        numbered("圆点", 3),
        numbered("无", 4),
    ]
    body += [
        numbered("另一种", 0, 2),
        numbered("没有这个编号", 0, 9),
        numbered("取消编号", 0, 0),
        numbered("是一句话。", 0),
    ]
    path = word_file(tmp_path / "报告.docx", *body, parts={"word/numbering.xml": LEVELS})
    found = [(each.text, each.level) for each in read(path).paragraphs]
    assert found == [
        ("项目概况", 1),
        ("资金情况", 2),
        ("到位情况", 3),
        ("圆点", None),
        ("无", None),
        ("另一种", 4),
        ("没有这个编号", None),
        ("取消编号", None),
        ("是一句话。", None),
    ]


def test_a_style_numbers_its_paragraphs_and_a_circle_of_styles_ends(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="节"/><w:basedOn w:val="b"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="底"/><w:basedOn w:val="a"/><w:pPr><w:numPr>'
        '<w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="t">'
        '<w:name w:val="toc 1"/></w:style></w:styles>'
    )
    path = word_file(
        tmp_path / "报告.docx",
        p("资金情况", properties='<w:pStyle w:val="a"/>'),
        p("一、目录里的一行", properties='<w:pStyle w:val="t"/>'),
        parts={"word/numbering.xml": LEVELS, "word/styles.xml": styles},
    )
    assert [(each.level, each.style) for each in read(path).paragraphs] == [(2, "节"), (None, "toc 1")]


def test_digits_that_are_raised_do_not_join_a_figure(tmp_path: Path) -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    path = word_file(
        tmp_path / "报告.docx", p("8.44万m", run("2", raised), "，10", run("4", raised), "，第7", run("7"))
    )
    assert read(path).paragraphs[0].text == "8.44万m²，10⁴，第77"


@pytest.mark.parametrize("instruction", [" PAGE ", "NUMPAGES \\* Arabic", "PAGEREF _Toc1 \\h", "page"])
def test_page_numbers_are_no_figures(tmp_path: Path, instruction: str) -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    long = sign.format("begin") + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>" + sign.format("separate")
    simple = f'<w:fldSimple w:instr="{instruction.strip()}">{run("12")}</w:fldSimple>'
    path = word_file(tmp_path / "报告.docx", p("共", long, "12", sign.format("end"), "页"), p("第", simple, "页"))
    assert [each.text for each in read(path).paragraphs] == ["共页", "第页"]


def test_a_field_that_never_ends_is_told(tmp_path: Path) -> None:
    path = word_file(tmp_path / "报告.docx", p("前文"), p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "后文"))
    assert read(path).notes == (OPEN_FIELD,)


def test_a_fraction_and_a_power_keep_their_figures_apart(tmp_path: Path) -> None:
    def said(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:f><m:num>{said('35660')}</m:num><m:den>{said('28140')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{said('10')}</m:e><m:sup>{said('4')}</m:sup></m:sSup>"
    path = word_file(tmp_path / "报告.docx", p(f"<m:oMathPara><m:oMath>{fraction}{power}</m:oMath></m:oMathPara>"))
    assert read(path).paragraphs[0].text == "(35660/28140)10^4"


def test_heads_feet_and_comments_are_not_read(tmp_path: Path) -> None:
    parts = {
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{p('页眉7个')}</w:hdr>",
        "word/comments.xml": f'<w:comments {NAMESPACES}><w:comment w:id="1">{p("批注9个")}</w:comment></w:comments>',
    }
    comment = '<w:commentRangeStart w:id="1"/>' + run("正文") + '<w:r><w:commentReference w:id="1"/></w:r>'
    path = word_file(tmp_path / "报告.docx", p(comment), parts=parts)
    assert [each.text for each in read(path).paragraphs] == ["正文"]
