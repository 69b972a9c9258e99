"""What is kept of an issued document: each paragraph in order, each figure at its place."""

from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace

from reports.documents import HEAD, document

from anju.reports.issued import flatten, record
from anju.reports.layout import Place

DEPENDS = SimpleNamespace(snapshot="a", policy="b", scheme="national-2023", as_of="2024-01-30", code="c")


def test_paragraphs_come_in_reading_order() -> None:
    texts = [paragraph.text for paragraph in flatten(document())]
    assert texts[:7] == [
        "青石县住房和城乡建设局",
        "文件",
        "青石县财政局",
        "青住建联发〔2024〕2号\t签发人：周明　欧阳建国",
        "2023年青石县城镇保障性安居工程老旧小区改造项目绩效评价报告",
        "青河市住房和城乡建设局、青河市财政局：",
        "根据《某某工作方案》要求，现将我县“老旧小区”改造项目绩效评价情况报告如下：",
    ]
    at = texts.index("附件：1.2023年绩效目标表")
    assert texts[at + 1 : at + 6] == [
        "2.区域（项目）绩效自评表",
        "3.佐证材料目录",
        "青石县住房和城乡建设局\t青石县财政局",
        "2024年1月30日",
        "附件1",
    ]
    assert texts[-2:] == [
        "抄送：财政部某某监管局，青石县人民政府办公室。",
        "青石县住房和城乡建设局\t2024年1月30日印发",
    ]


def test_what_nobody_supplied_stands_open() -> None:
    bare = replace(HEAD, issuers=(), number=None, signers=(), addressee=None, dated_on=None, copied_to=None)
    texts = [paragraph.text for paragraph in flatten(document(head=bare, annexes=()))]
    assert texts[:2] == ["〔发文机关〕文件", "〔发文字号〕\t签发人：〔签发人姓名〕"]
    assert "〔主送机关〕：" in texts
    assert texts[-4:] == ["〔发文机关〕", "〔成文日期〕", "抄送：〔抄送机关〕。", "〔发文机关〕\t〔印发日期〕印发"]


def test_more_than_two_signers_take_more_lines() -> None:
    three = replace(HEAD, issuers=("甲县住建局", "甲县财政局", "甲县发改委"), signers=("赵一", "钱二", "孙三"))
    texts = [paragraph.text for paragraph in flatten(document(head=three))]
    assert texts[:6] == ["甲县住建局", "文件", "甲县财政局", "甲县发改委", "签发人：赵一　钱二", f"{HEAD.number}\t孙三"]
    assert "甲县住建局\t甲县财政局\t甲县发改委" in texts


def test_signers_that_do_not_fit_beside_the_number_stand_below_each_other() -> None:
    long = replace(HEAD, number="青住建财政联发〔2024〕12号", signers=("阿卜杜拉·买买提", "古丽娜尔·艾山"))
    texts = [paragraph.text for paragraph in flatten(document(head=long))]
    assert texts[3:5] == ["签发人：阿卜杜拉·买买提", "青住建财政联发〔2024〕12号\t古丽娜尔·艾山"]


def test_long_offices_sign_below_each_other() -> None:
    offices = ("青石县自然资源和规划局及林业草原局", "青石县住房和城乡建设局", "青石县财政局")
    texts = [paragraph.text for paragraph in flatten(document(head=replace(HEAD, issuers=offices)))]
    at = texts.index("2024年1月30日")
    assert tuple(texts[at - 3 : at]) == offices


def test_figures_are_marked_where_they_stand() -> None:
    paragraphs = flatten(document())
    figures = [(paragraph, figure) for paragraph in paragraphs for figure in paragraph.figures]
    assert [figure.mark for _, figure in figures] == [f"f{n + 1}" for n in range(len(figures))]
    assert all(paragraph.text[figure.start : figure.end] == figure.text for paragraph, figure in figures)
    first = figures[0][1]
    assert (first.id, first.text, first.unit) == ("quantities.households.planned", "812户", "户")
    assert len(figures) == len(list(document().printed()))


def test_cells_say_what_they_span() -> None:
    places = {paragraph.text: paragraph.place for paragraph in flatten(document()) if paragraph.place}
    assert places["文件"] == Place(1, 1, 2, 1, 2)
    assert places["合计"].columns == 4
    assert places["资金（万元）"] == Place(5, 1, 2, 4, 1)
    assert places["执行率"] == Place(5, 2, 5, 1, 1)


def test_the_record_is_plain_json() -> None:
    kept = record(document(), SimpleNamespace(provenance=DEPENDS))
    assert kept == json.loads(json.dumps(kept)) == record(document(), DEPENDS)
    assert [kept[name] for name in ("id", "kind", "snapshot", "policy", "scheme", "as_of", "code")] == [
        "performance_evaluation-0123456789ab",
        "performance_evaluation",
        *("a", "b", "national-2023", "2024-01-30", "c"),
    ]
    told = next(each for each in kept["paragraphs"] if each["origin"] == "overview/plan")
    assert told["table"] is None
    assert told["style"] == "公文正文"
    assert [figure["mark"] for figure in told["figures"]] == ["f1", "f2", "f3"]
