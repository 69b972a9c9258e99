"""报告句子：每一章有哪些句子，各说什么。"""

from __future__ import annotations

from anju.policy.loader import Policy
from anju.reference._markdown import document, section, table
from anju.reports.sentence import Sentence
from anju.reports.sentence_reader import chapter, shipped
from anju.reports.template import Template

VOCABULARY = "report_chapters"


def page(policy: Policy) -> str:
    intro = (
        "一个文件一句，在 src/anju/reports/chapters 下；花括号里的空由数填，没有填报的归到句中一并说明。"
        "下列为每种说法的全文，条件见文件。"
    )
    terms = policy.vocabularies[VOCABULARY].terms.values()
    return document("报告句子", intro, *(section(term.title, _rows(term.text("english"))) for term in terms))


def _rows(name: str) -> str:
    rows = [(f"`{each.name}`", each.title, _ways(each)) for each in chapter(shipped(), name)]
    return table(("句子", "说什么", "说法"), rows)


def _ways(sentence: Sentence) -> str:
    ways = []
    for variant in sentence.variants:
        clauses = [_said(clause.says[0]) if clause.says else f"（{clause.missing}）" for clause in variant.clauses]
        ways.append(variant.between.join(clauses) + variant.end)
    return "<br>".join(ways)


def _said(template: Template) -> str:
    return "".join(piece if isinstance(piece, str) else f"`{{{piece.name}}}`" for piece in template)
