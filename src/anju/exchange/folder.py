"""一次评价的文件夹：先写在旁边，写完整了才换上；中途断电不会留下半个。"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from pathlib import Path

from anju.exchange.findings_book import write_findings
from anju.facts import snapshot
from anju.figures.book import Book
from anju.reports import trace
from anju.reports.compose import compose
from anju.reports.issued import record
from anju.reports.writers import docx, html, pdf, xlsx

_HOUR = 3600
_WRITTEN = {"report.docx", "indicators.xlsx", "trace.json", "index.html", "findings.xlsx", "snapshot", "folder"}


class FolderRefused(FileExistsError):
    """A folder that is not ours to replace; one Chinese sentence in `strerror`."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(17, why, str(folder))


def refuse_folder(folder: Path, *sources: Path) -> None:
    """Raise FolderRefused unless the folder is new, empty or one of ours that holds none of the inputs."""
    if folder.exists() and not folder.is_dir():
        raise FolderRefused(folder, "是一个文件，不是文件夹")
    if any(source.resolve().is_relative_to(folder.resolve()) for source in sources):
        raise FolderRefused(folder, "里面放着这次的输入，不能写在这里；请换一个文件夹")
    if folder.is_dir() and any(folder.iterdir()) and not _ours(folder):
        raise FolderRefused(folder, "已有别的内容，不覆盖；请换一个文件夹")


def write_folder(folder: Path, book: Book, template: Path | None = None) -> None:
    """Write the report and all it stands on; an earlier folder of ours is replaced as a whole.

    report.docx, indicators.xlsx, trace.json, index.html, findings.xlsx and snapshot/. Raises docx.BadTemplate for a
    template that cannot be used; then nothing is written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        fresh.chmod(0o777 & ~_umask())
        _write(fresh, book, template)
        _swap(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def add_pdf(folder: Path) -> None:
    """Add report.pdf. Raises pdf.NoLibreOffice where that is not there; the docx, which is the original, stays."""
    pdf.to_pdf(folder / "report.docx", folder / "report.pdf")


def _write(fresh: Path, book: Book, template: Path | None) -> None:
    document = compose(book)
    docx.write(document, fresh / "report.docx", template)
    xlsx.write(book, fresh / "indicators.xlsx")
    trace.write(book, document, fresh / "trace.json")
    html.write(book, document, fresh / "index.html")
    write_findings(fresh / "findings.xlsx", list(book.assessment.findings))
    snapshot.write(book.assessment.snapshot, fresh / "snapshot", {document.id: record(document, book)})


def _clear(folder: Path) -> None:
    """Take away what runs killed more than an hour ago left beside the folder; nothing else, and nothing while the
    folder itself is missing: then what they left may be all there is of it."""
    name = re.compile(rf"\.{re.escape(folder.name)}\.(?:old\.)?[a-z0-9_]{{8}}")
    left = [path for path in folder.parent.iterdir() if name.fullmatch(path.name) and path.is_dir()]
    for path in left if folder.exists() else []:
        old = time.time() - path.stat().st_mtime > _HOUR
        if old and {inside.name for inside in path.iterdir()} <= _WRITTEN:
            shutil.rmtree(path, ignore_errors=True)


def _ours(folder: Path) -> bool:
    """Only what we write: a snapshot, or the marked workbook of an earlier refusal."""
    names = {path.name for path in folder.iterdir()}
    return snapshot.is_snapshot(folder) or names == {"findings.xlsx"}


def _swap(fresh: Path, folder: Path) -> None:
    if folder.exists():
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
        folder.replace(old / "folder")
        fresh.replace(folder)
        shutil.rmtree(old)
    else:
        fresh.replace(folder)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
