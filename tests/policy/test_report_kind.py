"""A report kind is policy data: ours can be replaced, and what is wrong in it is named with its line."""

from pathlib import Path

import pytest
from policy.own_policy import write

from anju.policy.loader import SHIPPED, load_policy
from anju.policy.located import PolicyError

OURS = (SHIPPED / "report_kinds/performance_evaluation.yaml").read_text(encoding="utf-8")


def test_the_five_parts_and_their_chapters() -> None:
    kind = load_policy().report_kinds["performance_evaluation"]
    assert [part.title for part in kind.parts] == [
        "基本情况",
        "项目实施情况分析",
        "绩效目标完成情况分析",
        "偏离绩效目标的原因和下一步改进措施",
        "绩效自评结果",
    ]
    assert [section.chapter.name for section in kind.parts[0].sections] == ["overview", "goals"]
    assert kind.basis.source == "dengkou-2023-report"


def test_every_chapter_has_its_word_for_narratives() -> None:
    policy = load_policy()
    kind = policy.report_kinds["performance_evaluation"]
    chapters = [kind.opening.name, *(section.chapter.name for part in kind.parts for section in part.sections)]
    assert [term.text("english") for term in policy.vocabularies["report_chapters"].terms.values()] == chapters


def test_a_county_s_own_kind_takes_the_place_of_ours_and_changes_the_hash(tmp_path: Path) -> None:
    own = load_policy(
        write(tmp_path, report_kinds__performance_evaluation=OURS.replace("title: 绩效评价报告", "title: 自评报告"))
    )
    assert own.report_kinds["performance_evaluation"].title == "自评报告"
    assert own.hash != load_policy().hash


@pytest.mark.parametrize(
    ("sound", "spoilt", "says"),
    [
        ("opening: opening", "opening: [opening]", "应当是一段文字"),
        ("heading:", "headline:", "不认识“headline”"),
        ("source: dengkou-2023-report", "source: nowhere", "没有名为“nowhere”的来源文件"),
        ("{title: 项目概况, chapter: overview}", "{title: 项目概况}", "缺少“chapter”"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, sound: str, spoilt: str, says: str) -> None:
    assert sound in OURS
    line = OURS[: OURS.index(sound)].count("\n") + 1
    with pytest.raises(PolicyError, match=says) as caught:
        load_policy(write(tmp_path, report_kinds__own=OURS.replace(sound, spoilt)))
    assert caught.value.path.endswith("report_kinds/own.yaml")
    assert caught.value.line == line
