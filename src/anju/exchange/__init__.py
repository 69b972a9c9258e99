"""往来：县里的工作簿进来，标红的工作簿回去。"""

from anju.exchange.column_names import Question
from anju.exchange.file_kind import UnusableFile
from anju.exchange.findings_book import write_findings
from anju.exchange.marked_workbook import write_marked
from anju.exchange.workbook_reader import ReadWorkbook, read_workbook
from anju.exchange.workbook_writer import write_template, write_workbook

__all__ = [
    "Question",
    "ReadWorkbook",
    "UnusableFile",
    "read_workbook",
    "write_findings",
    "write_marked",
    "write_template",
    "write_workbook",
]
