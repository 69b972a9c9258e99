"""页上反复要说的话：等级、依据、位置、得分的条。"""

from __future__ import annotations

from lxml import etree

from anju.facts.store import TABLES
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.finding import Where
from anju.policy.loader import Policy
from anju.reports.writers.html.tags import Child, tag
from anju.scoring.assess import Assessment


def grade(assessment: Assessment) -> str:
    """The grade, or why there is none and which ones are possible."""
    found = assessment.evaluation
    return found.grade or f"不能定：{found.why_no_grade}"


def basis(citation: Citation, policy: Policy) -> Child:
    """《办法》（财综〔2024〕15号）第八条：「…」（他处转述）, with a note where there is one."""
    source = policy.sources.get(citation.source)
    words = f"{source.shown if source else citation.source}{citation.article}"
    if citation.quote:
        words += f"：“{citation.quote}”"
    if citation.note:
        words += f"（{citation.note}）"
    sure = citation.assurance
    return [words, assurance(sure) if sure is not PolicyAssurance.OFFICIAL else None]


def assurance(level: PolicyAssurance) -> etree._Element:
    return tag("span", level.label, class_="badge")


def place(where: Where) -> str:
    """工作表“资金流水”C7（资金流水 2023/F1·金额）; nothing where a finding has no place."""
    facts, sheet = "", ""
    if where.table:
        table = TABLES[where.table]
        column = table.by_name.get(where.column or "")
        facts = f"{table.title} {where.key or ''}".strip() + (f"·{column.zh}" if column else "")
    if where.sheet:
        sheet = f"工作表“{where.sheet}”{where.cell or (f'第{where.row}行' if where.row else '')}"
    return f"{sheet}（{facts}）" if facts and sheet else facts or sheet


def bar(confirmed: int, at_most: int, lost: int, label: str) -> etree._Element:
    """An interval as a bar: proved solid, possible hatched, lost empty; the three make up its length."""
    whole = at_most + lost
    shares = (("proved", confirmed), ("possible", at_most - confirmed), ("lost", lost))
    pieces = [
        tag("span", class_=word, style=f"width:{points * 100 / whole:.3f}%") for word, points in shares if points > 0
    ]
    return tag("span", pieces, class_="interval", role="img", aria_label=label)
