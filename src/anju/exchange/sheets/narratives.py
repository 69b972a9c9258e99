"""文字说明：报告每一章里填报人自己写的段落，段落里可以引数。"""

from __future__ import annotations

from anju.exchange._sheet import Group, Sheet
from anju.facts.tables.narratives import TABLE

SHEET = Sheet(
    TABLE,
    order=215,
    about=(
        "报告里要用自己的话写的，一段一行，写进所选章节，排在系统写的句子后面；数据改了重新出报告，这些段落照样在。",
        "段落里要引数的，用花括号写数的编号，如{funds.in_place.in_place}，印出来是当时的数；没有填报的，印“未填报”。",
    ),
    example={
        "chapter": "下一步改进措施",
        "position": "1",
        "words": "已支付{funds.execution_rate.paid}，余款在工程结算审核后付清。",
        "author": "住房保障股",
        "document": "本表",
    },
    groups=(Group("段落", ("words", "author")),),
)
