"""重新写出随软件分发的磴口县工作簿和报告：python -m anju.examples。改过它们的 .yaml 文稿或工作表以后要做一次。"""

from __future__ import annotations

from anju.examples import DENGKOU_REPORT, DENGKOU_WORKBOOK
from anju.examples.build import dengkou_2023
from anju.examples.report import report_bytes
from anju.exchange import write_workbook
from anju.policy.loader import load_policy

if __name__ == "__main__":
    found = dengkou_2023(load_policy())
    write_workbook(DENGKOU_WORKBOOK, found.head, found.tables, load_policy())
    print(f"已写好 {DENGKOU_WORKBOOK.name}")
    DENGKOU_REPORT.write_bytes(report_bytes())
    print(f"已写好 {DENGKOU_REPORT.name}")
