"""把示例县做成快照。"""

from __future__ import annotations

from anju.examples import dengkou, fictional
from anju.facts.snapshot import Snapshot, freeze
from anju.policy.loader import Policy


def dengkou_2023(policy: Policy) -> Snapshot:
    """磴口县2023年：报告载明的行，加上标明“示例”的分解。"""
    return freeze(dengkou.head(), dengkou.tables(policy))


def fictional_2023(policy: Policy) -> Snapshot:
    """清河县（虚构）2023年：十二个小区，另有上一年度的三个。"""
    return freeze(fictional.HEAD, fictional.tables(policy))
