"""列名问一次：工作簿里不认识的列名，在终端上问清楚，以后记住。"""

from __future__ import annotations

import sys

from anju.exchange import Question
from anju.exchange.column_names import NOT_READ


def ask_on_terminal(question: Question) -> str | None:
    """One of the candidates, NOT_READ for a column of the officer's own, None when he leaves it open."""
    write = sys.stderr.write
    write(f"\n工作表“{question.sheet}”里的列名“{question.heading}”，对应模板的哪一列？\n")
    for number, candidate in enumerate(question.candidates, 1):
        write(f"  {number}  {candidate}\n")
    write("  0  都不是，这一列不读\n填序号后按回车，不知道就直接按回车：")
    sys.stderr.flush()
    while True:
        answer = sys.stdin.readline().strip()
        if not answer:
            return None
        if answer == "0":
            return NOT_READ
        if answer.isdigit() and int(answer) <= len(question.candidates):
            return question.candidates[int(answer) - 1]
        write(f"请填0到{len(question.candidates)}之间的序号：")
        sys.stderr.flush()
