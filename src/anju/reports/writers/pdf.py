"""写 PDF：交给本机的 LibreOffice 转，没有就说没有；docx 是原件，PDF 只供传阅。"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

_SECONDS = 120
_NAMES = ("soffice", "libreoffice")


class NoLibreOffice(Exception):
    """There is no LibreOffice, or it did not do its work; one Chinese sentence."""


def to_pdf(docx: Path, pdf: Path) -> None:
    """Convert with LibreOffice, which gets a profile of its own, so that an open window of it is not disturbed.

    Raises NoLibreOffice when it is absent, takes longer than two minutes or writes nothing; OSError when a file cannot
    be read or written.
    """
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise NoLibreOffice("本机没有 LibreOffice，没有写 PDF；docx 已写好，可在 Word 或 WPS 里另存为 PDF")
    if not docx.is_file():
        raise FileNotFoundError(2, "没有这个文件", str(docx))
    with tempfile.TemporaryDirectory(prefix="anju-pdf-") as folder:
        place = Path(folder)
        # Under a name of its own: LibreOffice names the PDF after what it was given.
        shutil.copyfile(docx, place / "document.docx")
        _convert(program, place)
        made = place / "document.pdf"
        if not made.is_file():
            raise NoLibreOffice("LibreOffice 没有转出 PDF；docx 已写好，可在 Word 或 WPS 里另存为 PDF")
        shutil.copyfile(made, pdf)


def _convert(program: str, place: Path) -> None:
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(place)]
    with as_file(files("anju.reports.writers") / "fonts.conf") as fonts:
        surroundings = {"FONTCONFIG_FILE": str(fonts), **os.environ}
        try:
            subprocess.run(
                [*command, str(place / "document.docx")],
                env=surroundings,
                timeout=_SECONDS,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise NoLibreOffice(f"LibreOffice 过了 {_SECONDS} 秒还没有转完 PDF，已停下；docx 已写好") from None
