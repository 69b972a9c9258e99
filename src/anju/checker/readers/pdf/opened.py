"""打开 PDF，一页一页地给：每页有时限，有大小限，解压有上限，读坏了的页不连累别的页。"""

from __future__ import annotations

import io
import itertools
import logging
import time
import zlib
from collections.abc import Iterator

from pdfminer import pdftypes
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from anju.checker.readers.pdf.deadline import TimeUp, time_limit
from anju.checker.reading import Unreadable

MOST_PAGES = 500
"""Pages that are read of one file."""
MOST_SECONDS = 90.0
"""Time after which no further page is begun, and the one under way is given up."""
_PAGE_SECONDS, _OPEN_SECONDS = 10.0, 20.0
_MOST_STREAM = 48 << 20
_MOST_CONTENT = 8 << 20
_MOST_OBJECTS = 60_000
"""Characters, lines and pictures of one page; a page of a report has some two thousand."""

for _name in ("pdfminer", "pdfplumber", "pypdfium2"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # what they complain of, our notes say in plain words


class TooMuch(Exception):
    """A page or a stream beyond all measure."""


class _BoundedZlib:
    """Stands in for zlib in pdfminer: inflates up to a bound; of a broken stream what is sound, in linear time."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    @staticmethod
    def decompress(data: bytes) -> bytes:
        inflating, found = zlib.decompressobj(), bytearray()
        for start in range(0, len(data), 1 << 16):
            try:
                found += inflating.decompress(data[start : start + (1 << 16)], _MOST_STREAM - len(found) + 1)
            except zlib.error:
                if not found:
                    raise
                break
            if len(found) > _MOST_STREAM:
                raise TooMuch
        return bytes(found)


pdftypes.zlib = _BoundedZlib  # type: ignore[assignment,attr-defined]  # a bomb must not fill the memory


class _Device(PDFPageAggregatorWithMarkedContent):
    """Collects a page's characters and lines until there are too many."""

    _objects = 0

    def _count(self) -> None:
        self._objects += 1
        if self._objects > _MOST_OBJECTS:
            raise TooMuch

    def render_char(self, *args: object, **kwargs: object) -> float:
        self._count()
        return super().render_char(*args, **kwargs)

    def paint_path(self, *args: object, **kwargs: object) -> None:
        self._count()
        super().paint_path(*args, **kwargs)

    def begin_figure(self, *args: object, **kwargs: object) -> None:
        """A form within the page; forms may call forms, ten times each."""
        self._count()
        super().begin_figure(*args, **kwargs)  # type: ignore[arg-type]


class _Interpreter(PDFPageInterpreter):
    """Refuses contents that would take minutes to parse."""

    def execute(self, streams: object) -> None:
        size = 0
        for stream in streams:  # type: ignore[attr-defined]
            found = pdftypes.stream_value(stream)
            if len(found.rawdata or b"") > _MOST_CONTENT:
                raise TooMuch
            size += len(found.get_data())
            if size > _MOST_CONTENT:
                raise TooMuch
        super().execute(streams)  # type: ignore[arg-type]


class OpenedPdf:
    """An opened PDF. Unreadable, with one sentence, when it is broken or locked."""

    def __init__(self, name: str, content: bytes) -> None:
        self._name = name
        self.deadline = time.monotonic() + MOST_SECONDS
        self.more = False
        try:
            with time_limit(_OPEN_SECONDS):
                self._pdf = PDF(io.BytesIO(content))
        except TimeUp:
            raise self.broken() from None
        except Exception as fault:  # pdfminer raises whatever a mangled file makes it trip over
            if any(isinstance(each, PDFPasswordIncorrect) for each in fault.args):
                raise Unreadable(f"“{name}”设有打开密码；请取消密码后再查") from None
            raise self.broken() from None

    def pages(self) -> Iterator[tuple[int, Page | None]]:
        """Each page with its number; None for one that is broken or beyond measure. `more` is True once pages are left
        unread."""
        objects = PDFPage.create_pages(self._pdf.doc)
        for number in itertools.count(1):
            try:
                with time_limit(_PAGE_SECONDS):
                    found = next(objects, None)
            except (Exception, TimeUp):  # a loop or a hole in the tree of pages
                found, self.more = None, number > 1
            if found is None:
                return
            if number > MOST_PAGES or time.monotonic() > self.deadline:
                self.more = True
                return
            yield number, self._page(found, number)

    def _page(self, found: PDFPage, number: int) -> Page | None:
        try:
            with time_limit(min(_PAGE_SECONDS, self.deadline - time.monotonic())):
                return self._analysed(found, number)
        except (Exception, TimeUp):  # whatever is wrong with one page must not lose the others
            return None

    def _analysed(self, found: PDFPage, number: int) -> Page:
        page = Page(self._pdf, found, number)
        device = _Device(self._pdf.rsrcmgr, pageno=number, laparams=None)
        _Interpreter(self._pdf.rsrcmgr, device).process_page(found)
        page._layout = device.get_result()
        _ = page.objects
        return page

    def broken(self) -> Unreadable:
        return Unreadable(f"“{self._name}”是 PDF 文件，但已损坏或没有传完，读不出内容；请重新导出或重新复制")
