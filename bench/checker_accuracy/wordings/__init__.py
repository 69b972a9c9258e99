"""四种报告的句子和表格：绩效自评、决算说明、审计公告、民生实事进度；写的人没有看过核查的语法和规则。"""

from checker_accuracy.wordings import accounts, audit, evaluation, progress

KINDS = (evaluation, accounts, audit, progress)
"""Each has report(desk): its paragraphs and tables, in order."""

__all__ = ["KINDS"]
