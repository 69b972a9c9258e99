"""读 PDF：逐页取字和表线，拼成段落和表格；页眉页脚页码不要，扫描的页说明没有查。"""

from anju.checker.readers.pdf.document import read_pdf

__all__ = ["read_pdf"]
