"""A county's own policy folder: one small scoring table that is sound, to be spoilt one line at a time.

Where a line is expected to be refused it ends in the comment `#!`, so that no test counts lines by hand.
"""

from __future__ import annotations

from pathlib import Path

SMALL = """\
title: 小评分表
region: "150822"
years: {from: 2023, to: null}
total: "10"
basis: {source: anju-default, assurance: default}
grades: grades/bands
supplement: reporting/supplement_date
evidence_cap:
  A: 100
  B: 100
  C: 80
  D: 50
  none: 0
  basis: {source: anju-default, assurance: default}
not_applicable:
  treatment: rescale
  basis: {source: anju-default, assurance: default}
groups:
  G1: {title: 资金, points: "6", basis: {source: anju-default, assurance: default}}
  G2: {title: 机制, points: "4", basis: {source: anju-default, assurance: default}}
items:
  I1:
    title: 预算执行率
    group: G1
    points: "6"
    basis: {source: anju-default, assurance: default}
    scoring: {source: anju-default, assurance: default}
    evidence: [支付凭证]
    parts:
      - measure: funds.execution_rate
        rule: proportional
        points: "6"
  I2:
    title: 工作机制
    group: G2
    points: "4"
    basis: {source: anju-default, assurance: default}
    scoring: {source: anju-default, assurance: default}
    evidence: [会议纪要]
    parts:
      - title: 专门机制
        measure: institutions.present
        rule: checklist
        points: "3"
        entries: {领导小组: "2", 责任清单: "1"}
      - {title: 表彰, rule: judged, points: "1", as: 获得表彰, evidence: []}
"""


def spoilt(old: str, new: str, text: str = SMALL) -> str:
    """The table with one passage changed, which must stand in it exactly once."""
    assert text.count(old) == 1, f"{text.count(old)} × {old}"
    return text.replace(old, new)


def marked(text: str) -> int:
    """The line that bears the mark `#!`, from 1."""
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.endswith("#!")]
    assert len(lines) == 1, lines
    return lines[0]


def write(folder: Path, **files: str) -> Path:
    """Files of a policy folder by their place in it, `/` written as `__` and without `.yaml`."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder
