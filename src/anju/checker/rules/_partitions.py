"""规则共用：按规定就只有这几项的分法；列齐了还加不起来，就不是没列全。

Closed by rule, not by the report: what a final account is made of (《部门决算》编制口径), what a census counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from anju.checker.extract.claim import Claim

_CLOSED = (
    ("人员经费", "公用经费"),
    ("基本支出", "项目支出"),
    ("税收", "非税"),
    ("因公出国", "公务用车", "公务接待"),
    ("公务用车购置", "运行维护"),
    ("货物", "工程", "服务"),
    ("男", "女"),
    ("续建", "新建"),
    ("续建", "新开工"),
    ("新建", "改造提升"),
    ("一般债务", "专项债务"),
    ("在职", "退休"),
    ("行政编制", "事业编制"),
    ("家庭户", "集体户"),
    ("汉族", "少数民族"),
    ("非常满意", "满意", "一般", "不满意"),
    ("非常满意", "满意", "基本满意", "不满意"),
    ("很满意", "满意", "一般", "不满意"),
    ("满意", "基本满意", "不满意"),
    ("非常满意", "满意", "不满意"),
    ("非常满意", "基本满意", "不满意"),
    ("第一产业", "第二产业", "第三产业"),
)


def partition(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts are just those that the total has by rule, each once."""
    labels = [part.label + part.subject + part.thing + part.after for part in parts]
    known = any(_once(names, labels) for names in _CLOSED if len(names) == len(parts))
    return known and not any("其中" in part.scopes - total.scopes and "等" in part.label for part in parts)


def _once(names: Sequence[str], labels: Sequence[str]) -> bool:
    return all(any(name in label for label in labels) for name in names) and all(
        any(name in label for name in names) for label in labels
    )
