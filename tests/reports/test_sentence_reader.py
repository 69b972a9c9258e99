"""A sentence that cannot be used names its file and line."""

from pathlib import Path

import pytest

from anju.policy.located import PolicyError
from anju.reports.sentence_reader import chapter, read, shipped

SOUND = """\
title: 到位多少
order: 10
when: known funds.in_place.in_place
each: fund_moves kind=到位
says:
- when: funds.in_place.in_place > 0
  between: ；
  clauses:
  - "到位{funds.in_place.in_place:万元}"
  - {says: ["{.source}", "来源不明"], missing: 资金来源}
  - {missing: 下达资金, of: funds.in_place.promised}
"""


def reading(tmp_path: Path, text: str):
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    return read("funding/x", path)


def test_a_sound_sentence(tmp_path: Path) -> None:
    found = reading(tmp_path, SOUND)
    assert (found.name, found.chapter, found.order, found.paragraph) == ("funding/x", "funding", 10, False)
    (variant,) = found.variants
    assert variant.between == "；"
    assert len(variant.clauses[1].says) == 2
    assert (variant.clauses[2].missing, variant.clauses[2].of) == ("下达资金", "funds.in_place.promised")


@pytest.mark.parametrize(
    ("sound", "spoilt", "line", "says"),
    [
        ('"到位{funds.in_place.in_place:万元}"', "到位100万元", 9, "不能直接写数字"),
        ('"到位{funds.in_place.in_place:万元}"', "到位{funds.in_place.in_place", 9, "没有成对"),
        ('"到位{funds.in_place.in_place:万元}"', '"{list fund_moves.sauce}"', 9, "没有列“sauce”"),
        ("missing: 资金来源", "missing: 2项来源", 10, "不能直接写数字"),
        ("missing: 下达资金, of", "of", 11, "要有 says"),
        ("missing: 资金来源", "lacking: 资金来源", 10, "不认识“lacking”"),
        ("when: known funds", "when: if funds", 3, "看不懂条件"),
        ("each: fund_moves kind", "each: fund_moves knd", 4, "没有列“knd”"),
        ("order: 10", "order: 前", 2, "不是整数"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, sound: str, spoilt: str, line: int, says: str) -> None:
    with pytest.raises(PolicyError, match=says) as caught:
        reading(tmp_path, SOUND.replace(sound, spoilt))
    assert (caught.value.path, caught.value.line) == ("reports/chapters/funding/x.yaml", line)


def test_a_chapter_s_sentences_stand_in_their_order() -> None:
    orders = [each.order for each in chapter(shipped(), "overview")]
    assert orders == sorted(set(orders))
    assert len(orders) >= 5
