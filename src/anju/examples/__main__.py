"""重新写出随软件分发的磴口县工作簿：python -m anju.examples。改过 dengkou_2023.yaml 或工作表以后要做一次。"""

from __future__ import annotations

from anju.examples import DENGKOU_WORKBOOK
from anju.examples.build import dengkou_2023
from anju.exchange import write_workbook
from anju.policy.loader import load_policy

if __name__ == "__main__":
    found = dengkou_2023(load_policy())
    write_workbook(DENGKOU_WORKBOOK, found.head, found.tables, load_policy())
    print(f"已写好 {DENGKOU_WORKBOOK.name}")
