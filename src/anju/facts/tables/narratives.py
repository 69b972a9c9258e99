"""文字说明：报告每一章里填报人自己写的段落，段落里可以引数，与数据一起保存。"""

from __future__ import annotations

from anju.facts._column import PersonalData, code, count, text
from anju.facts._table import Nature, fact_table

TABLE = fact_table(
    __name__,
    "文字说明",
    grain="一章里的一段一行",
    producer="文字说明",
    nature=Nature.STATE,
    key=(
        "region",
        "year",
        "chapter",
        "position",
    ),
    community=None,
    columns=[
        code("chapter", "章节", "chapter of the report", "report_chapters").must(),
        count("position", "段序", "place among the chapter's paragraphs", "").must(),
        text("words", "文字", "the paragraph, with figures in braces"),
        text("author", "撰写人", "who wrote it", PersonalData.OFFICIAL),
    ],
)
