"""写 docx：按 GB/T 9704-2012 排版，每个数放在带名称的控件里，样式取自可以在 Word 里改的模板。"""

from anju.reports.writers.docx.empty_template import write_template
from anju.reports.writers.docx.template import BadTemplate
from anju.reports.writers.docx.writer import write

__all__ = ["BadTemplate", "write", "write_template"]
