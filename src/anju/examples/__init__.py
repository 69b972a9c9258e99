"""示例县：磴口县2023年（照报告逐条记下）和一个虚构的县（样样齐全），供演示、试用和检验。"""

from pathlib import Path

DENGKOU_WORKBOOK = Path(__file__).with_name("dengkou-2023.xlsx")
"""磴口县2023年的工作簿，随软件分发。"""

DENGKOU_REPORT = Path(__file__).with_name("dengkou-2023-report.docx")
"""磴口县2023年的报告，另写的一份，数字和毛病照旧，随软件分发。"""
