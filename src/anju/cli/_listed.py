"""要查哪些报告：照命令里写的，文件夹翻到底；打不开的文件夹也记一笔，不当作里面没有报告。"""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from anju.checker.readers import READABLE
from anju.cli._job import Job
from anju.kernel.system_fault import said_of

_PRINTED = "核对报告：".encode()
_COPY = re.compile(r"\.批注\d*\.docx$")


def jobs(paths: Sequence[Path]) -> Iterator[Job]:
    """One a name: who names a folder and a report in it means it once."""
    reports = {name: (path, place, fault) for path, name, place, fault in _named(paths)}
    taken: Counter[Path] = Counter()
    for number, (name, (path, place, fault)) in enumerate(reports.items()):
        taken[place] += 1
        again = f"（{taken[place]}）" if taken[place] > 1 else ""  # of another folder, with the same name
        yield Job(number, path, name, place.with_stem(place.stem + again) if again and not fault else place, fault)


def _named(paths: Sequence[Path]) -> Iterator[tuple[Path, str, Path, str]]:
    """Each report with the name it goes by, as given or folder/relative, its place below a result folder, and why it
    cannot be looked at, if so."""
    for path in paths:
        if not _is_folder(path):
            yield path, str(path), Path(path.name), ""
            continue
        inside = [*_inside(path)]
        for each, fault in inside:
            relative = each.relative_to(path)
            yield each, f"{path}/{relative.as_posix()}" if each != path else str(path), relative, fault
        if not inside:
            yield path, str(path), Path(path.name), f"文件夹“{path}”里没有可查的报告（{'、'.join(READABLE)}）"


def _inside(folder: Path) -> Iterator[tuple[Path, str]]:
    """The reports below a folder in the order of their names, and the folders that cannot be opened, with the reason.
    Folders that are links are not entered: they may lead back."""
    shut: list[tuple[Path, str]] = []

    def unopened(fault: OSError) -> None:
        path = Path(fault.filename)
        shut.append((path, f"文件夹“{path}”打不开：{said_of(fault)}，里面的报告没有查"))

    found: list[tuple[Path, str]] = []
    for parent, _, names in os.walk(folder, onerror=unopened):
        found += [(each, "") for each in map(Path(parent).joinpath, names) if _is_report(each)]
    yield from sorted([*found, *shut])


def _is_report(path: Path) -> bool:
    """Locks of an open Word file, copies with our own comments and what a check printed are none."""
    ours = path.name.startswith(("~$", ".")) or _COPY.search(path.name)
    return path.suffix.lower() in READABLE and not ours and _is_file(path) and not _is_printed(path)


def _is_printed(path: Path) -> bool:
    """The text of a check (anju demo leaves one beside the report): its figures are another report's."""
    if path.suffix.lower() != ".txt":
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_PRINTED) + 4).lstrip().startswith(_PRINTED)
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    """What must not even be looked at is taken for one: the reader then says that it could not."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError as fault:
        return isinstance(fault, PermissionError)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
