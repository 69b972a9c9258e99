"""评分表的写法：继承、去掉、改写；指向没有的东西，连文件带行号说出来。"""

from __future__ import annotations

from pathlib import Path

import pytest
from policy.own_policy import SMALL, marked, spoilt, write

from anju.policy.loader import load_policy
from anju.policy.located import PolicyError
from anju.policy.scheme import Scheme

CITED = "{source: anju-default, assurance: default}"
ITEM = f"""\
  I3:
    title: 新指标
    group: G2
    points: "1"
    basis: {CITED}
    scoring: {CITED}
    evidence: []
    parts: [{{rule: judged, points: "1", as: 新}}]
"""


def load(folder: Path, **schemes: str) -> dict[str, Scheme]:
    files = {f"schemes__{code}": text for code, text in schemes.items()}
    return dict(load_policy(write(folder, **files)).schemes)


def refused(folder: Path, **schemes: str) -> PolicyError:
    with pytest.raises(PolicyError) as caught:
        load(folder, **schemes)
    return caught.value


def test_a_table_takes_over_what_it_does_not_say(tmp_path: Path) -> None:
    own = f"extends: 母\ntitle: 子表\nnot_applicable: {{treatment: zero, basis: {CITED}}}\n"
    found = load(tmp_path, 母=SMALL, 子=own)
    assert found["子"].title == "子表"
    assert found["子"].not_applicable == "zero"
    assert found["母"].not_applicable == "rescale"
    assert list(found["子"].items) == list(found["母"].items)
    assert found["子"].groups == found["母"].groups
    assert found["子"].lineage == ("子", "母")


def test_an_item_set_to_null_is_taken_out_and_a_new_one_follows(tmp_path: Path) -> None:
    fewer = (
        f'extends: 母\ntotal: "7"\ngroups:\n  G2: {{title: 机制, points: "1", basis: {CITED}}}\n'
        f"items:\n  I2: null\n{ITEM}"
    )
    scheme = load(tmp_path, 母=SMALL, 子=fewer)["子"]
    assert list(scheme.items) == ["I1", "I3"]
    assert scheme.groups["G2"].points == 10_000


def test_an_item_taken_out_must_have_its_points_taken_too(tmp_path: Path) -> None:
    fault = refused(tmp_path, 母=SMALL, 子="extends: 母\nitems: {I2: null}\n")
    assert fault.message == "“机制”组各指标合计0分，应为4分"
    assert fault.path.endswith("母.yaml")


def test_what_the_parent_does_not_have_cannot_be_taken_out(tmp_path: Path) -> None:
    text = "extends: 母\nitems:\n  I9: null #!\n"
    fault = refused(tmp_path, 母=SMALL, 子=text)
    assert (fault.line, fault.message) == (marked(text), "所继承的评分表里没有“I9”，无从去掉")
    assert fault.path.endswith("子.yaml")


def test_a_fault_is_reported_in_the_file_that_bears_it(tmp_path: Path) -> None:
    mother = spoilt("rule: checklist", "rule: checklist\n        points: 3 #!")
    fault = refused(tmp_path, 母=mother, 子="extends: 母\n")
    assert fault.path.endswith("母.yaml")
    assert fault.message == "“points”写了两次"


def test_a_chain_is_followed_to_its_end(tmp_path: Path) -> None:
    found = load(tmp_path, 甲=SMALL, 乙="extends: 甲\ntitle: 二\n", 丙="extends: 乙\nregion: '360000'\n")
    assert found["丙"].title == "二"
    assert found["丙"].region.code == "360000"
    assert found["丙"].lineage == ("丙", "乙", "甲")


@pytest.mark.parametrize(
    ("schemes", "loop"),
    [
        ({"甲": "extends: 甲\n"}, "甲 → 甲"),
        ({"甲": "extends: 乙\n", "乙": "extends: 甲\n"}, "乙 → 甲 → 乙"),
        ({"甲": "extends: 乙\n", "乙": "extends: 丙\n", "丙": "extends: 乙\n"}, "丙 → 乙 → 丙"),
    ],
)
def test_a_loop_is_refused_and_named(tmp_path: Path, schemes: dict[str, str], loop: str) -> None:
    assert refused(tmp_path, **schemes).message == f"extends 绕成了圈：{loop}"


def test_a_parent_that_does_not_exist_is_named(tmp_path: Path) -> None:
    fault = refused(tmp_path, 子="title: 子表\nextends: national/1999\n")
    assert (fault.line, fault.message) == (2, "没有名为“national/1999”的评分表可以继承")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("title: 小评分表\n", "title: 小评分表\nweight: 1 #!\n", "不认识“weight”"),
        ("title: 小评分表\n", "title: 小评分表\ntitle: 又一个 #!\n", "“title”写了两次"),
        ('region: "150822"', 'region: "15082" #!', "15082"),
        ("{from: 2023, to: null}", "{from: 2023, to: null, until: 2024} #!", "不认识“until”"),
        ("{from: 2023, to: null}", "{from: 2023, to: 2022} #!", "早于"),
        ("{from: 2023, to: null}", "2023 #!", "键: 值"),
        ("grades: grades/bands", "grades: grades/band #!", "没有名为“grades/band”的参数"),
        ("supplement: reporting/supplement_date", "supplement: 补 #!", "没有名为“补”的参数"),
        ("  A: 100", "  A: 101 #!", "0到100之间"),
        ("  C: 80", "  C: 80.5 #!", "不是整数"),
        ("  D: 50", "  D: 90 #!", "0到80之间：等级低的不能比等级高的认得多"),
        ("  none: 0", "  none: -1 #!", "0到50之间"),
        ("  none: 0", "  none: 0\n  E: 0 #!", "不认识“E”"),
        ("treatment: rescale", "treatment: skip #!", "只能写rescale、full、zero"),
        ("treatment: rescale", "treatment: rescale\n  why: 1 #!", "不认识“why”"),
        ("    title: 工作机制", "    title: 工作机制\n    weight: 4 #!", "不认识“weight”"),
        ("evidence: [会议纪要]", "evidence: [会议记要] #!", "没有名为“会议记要”的佐证材料种类"),
        ("as: 获得表彰, evidence: []}", "as: 获得表彰, evidence: 会议纪要} #!", "列表"),
        ("rule: judged, ", "", "缺少“rule”"),
        (
            '  I2:\n    title: 工作机制\n    group: G2\n    points: "4"',
            "  I2: null #!\n  I4:\n    points: 4",
            "无从去掉",
        ),
    ],
)
def test_what_a_table_may_not_say_is_refused_at_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = spoilt(old, new)
    if "#!" not in text:
        text = text.replace("evidence: []}", "evidence: []} #!")
    fault = refused(tmp_path, 小=text)
    assert fault.line == marked(text)
    assert says in fault.message


CITING = [number for number, line in enumerate(SMALL.splitlines()) if "anju-default" in line]


@pytest.mark.parametrize("number", CITING)
def test_every_document_cited_must_be_described(tmp_path: Path, number: int) -> None:
    lines = SMALL.splitlines()
    lines[number] = lines[number].replace("anju-default", "moufa")
    fault = refused(tmp_path, 小="\n".join(lines))
    assert fault.line == number + 1
    assert "没有名为“moufa”的来源文件" in fault.message


def test_a_citation_says_nothing_else(tmp_path: Path) -> None:
    fault = refused(tmp_path, 小=spoilt(f"basis: {CITED}\ngrades", "basis: {source: anju-default, page: 3} #!\ngrades"))
    assert "不认识“page”" in fault.message


@pytest.mark.parametrize("parts", ["[]", "{}", "无"])
def test_an_item_has_at_least_one_part(tmp_path: Path, parts: str) -> None:
    start = SMALL.index("    parts:\n      - measure")
    text = SMALL[:start] + f"    parts: {parts} #!\n" + SMALL[SMALL.index("  I2:") :]
    assert refused(tmp_path, 小=text).line == marked(text)


@pytest.mark.parametrize("key", ["title", "region", "years", "total", "basis", "grades", "evidence_cap", "items"])
def test_a_table_that_lacks_a_key_says_which(tmp_path: Path, key: str) -> None:
    lines, dropped, dropping = [], [], False
    for line in SMALL.splitlines():
        dropping = line.startswith(f"{key}:") or (dropping and line.startswith(" "))
        (dropped if dropping else lines).append(line)
    assert dropped
    fault = refused(tmp_path, 小="\n".join(lines))
    assert (fault.line, fault.message) == (1, f"评分表缺少“{key}”")


def test_groups_that_are_no_mapping_are_refused(tmp_path: Path) -> None:
    fault = refused(tmp_path, 母=SMALL, 子="extends: 母\ngroups: [G1]\n")
    assert (fault.line, fault.message) == (2, "这里应当是“键: 值”的列表")
