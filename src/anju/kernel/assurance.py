"""可信程度：一行数据、一条依据各自有多可靠。

Both enumerations run from best to worst, so that the worst of many is the greatest rank.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Self


class _Ranked(StrEnum):
    """Text values declared from best to worst; the place in the declaration is the rank."""

    @property
    def rank(self) -> int:
        """Place in the order of declaration; 0 is the best."""
        return list(type(self)).index(self)

    @classmethod
    def from_rank(cls, rank: int) -> Self:
        """The member at this rank; ValueError when there is none."""
        members = list(cls)
        if not 0 <= rank < len(members):
            raise ValueError(f"可信程度的序号应在0至{len(members) - 1}之间，得到的是{rank}")
        return members[rank]

    @classmethod
    def worst(cls, levels: Iterable[Self]) -> Self:
        """The least reliable of the levels; ValueError when there are none."""
        ranks = [level.rank for level in levels]
        if not ranks:
            raise ValueError("一项也没有，无从判断可信程度")
        return cls.from_rank(max(ranks))


class RowAssurance(_Ranked):
    """数据行的来历：系统内办理留下、文件写明，或仅为演示而编。"""

    RECORDED = "recorded"
    STATED = "stated"
    ILLUSTRATIVE = "illustrative"

    @property
    def label(self) -> str:
        """The Chinese words shown beside a figure."""
        return _ROW_LABELS[self.value]


class PolicyAssurance(_Ranked):
    """政策依据的来历：读过原文、他处转述、凭记忆待核，或系统默认。"""

    OFFICIAL = "official"
    REPORTED = "reported"
    RECALLED = "recalled"
    DEFAULT = "default"

    @property
    def label(self) -> str:
        """The Chinese words shown beside a parameter."""
        return _POLICY_LABELS[self.value]


_ROW_LABELS = {"recorded": "系统记录", "stated": "文件载明", "illustrative": "示例"}
_POLICY_LABELS = {
    "official": "原文可读",
    "reported": "他处转述",
    "recalled": "记忆待核",
    "default": "默认值·待核",
}
