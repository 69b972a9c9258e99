"""评分表点名的口径、规则、合计和写法都要有；错在哪个文件第几行，就说哪一行。"""

from __future__ import annotations

from pathlib import Path

import pytest
from county_rows import occasion
from policy.own_policy import SMALL, marked, spoilt, write

from anju.policy.loader import load_policy
from anju.policy.located import PolicyError
from anju.scoring.scheme_check import check_scheme, measures_of


@pytest.mark.parametrize("code", load_policy().schemes)
def test_shipped_tables_can_be_used(code: str) -> None:
    check_scheme(load_policy().schemes[code], occasion())


def test_a_table_s_measures_are_those_of_its_parts(tmp_path: Path) -> None:
    scheme = load_policy(write(tmp_path, schemes__小=SMALL)).schemes["小"]
    assert measures_of(scheme) == {"funds.execution_rate", "institutions.present"}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("rule: proportional", "rule: proportionate #!", "没有名为“proportionate”的规则，最接近的是：proportional"),
        ("rule: proportional", "rule: _bands #!", "没有名为“_bands”的规则"),
        ("measure: funds.execution_rate", "measure: funds.rate #!", "没有名为“funds.rate”的口径"),
        ("measure: funds.execution_rate", "measure: catalogue #!", "没有名为“catalogue”的口径"),
        ("        rule: proportional", "        rule: proportional\n        cap: 1 #!", "没有“cap”这个写法"),
        ("        rule: proportional", "        rule: proportional\n        of: total", "没有名为“total”的合计"),
        ('entries: {领导小组: "2", 责任清单: "1"}', 'entries: {领导小组: "2"} #!', "各项合计2分，应为3分"),
        ('entries: {领导小组: "2", 责任清单: "1"}', 'entries: {领导小组: "3x"} #!', "不是数"),
        ("rule: judged,", "rule: judged, measure: progress.started,", "不用口径"),
        ("as: 获得表彰, evidence: []}", "evidence: []} #!", "要写明 as"),
    ],
)
def test_what_does_not_exist_is_refused_at_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    text = spoilt(old, new)
    if "#!" not in text:
        mark = "      - measure: funds" if "total" in new else "evidence: []}"
        text = text.replace(mark, f"{mark} #!") if "evidence" in mark else text.replace("_rate", "_rate #!")
    scheme = load_policy(write(tmp_path, schemes__小=text)).schemes["小"]
    with pytest.raises(PolicyError) as caught:
        check_scheme(scheme, occasion())
    assert caught.value.path == str(tmp_path / "schemes/小.yaml")
    assert (caught.value.line, says in caught.value.message) == (marked(text), True), str(caught.value)
