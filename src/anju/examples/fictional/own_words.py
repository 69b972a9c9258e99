"""文字说明：填报人自己写进报告的段落。"""

from __future__ import annotations

from anju.examples.fictional._county import Cohort, Row, Rows

SAID = (
    (
        "偏离情况和原因",
        "改造户数实际完成{quantities.households.actual:户}，比计划多{quantities.households.actual - "
        "quantities.households.planned:户}，原因是个别楼栋分户，没有增加投资。",
    ),
    (
        "下一步改进措施",
        "结转的{funds.balance.carried_over}是工程质量保证金，质保期满复验合格后支付，由住房保障股逐笔登记、按季核对。",
    ),
    (
        "下一步改进措施",
        "对新增充电设施和加装电梯的维护责任，由街道督促物业服务企业与运营单位签订协议，纳入物业服务考核。",
    ),
)
"""Chapter and paragraph, figures in braces."""


def rows(year: Cohort) -> Rows:
    source = f"{year.year}年度绩效自评工作底稿"
    return {"narratives": [_paragraph(n, *said, source) for n, said in enumerate(SAID, 1)]}


def _paragraph(position: int, chapter: str, words: str, source: str) -> Row:
    return {"chapter": chapter, "position": position, "words": words, "author": "住房保障股", "document": source}
