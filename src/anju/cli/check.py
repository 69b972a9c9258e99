"""核对报告：前后的数对不对得上；本软件写的报告，还与写出时的底稿对照。"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from anju.checker.against import compare, find_record
from anju.checker.checked import Checked
from anju.checker.readers import READABLE, read
from anju.checker.reading import Unreadable
from anju.checker.run import check
from anju.cli._checked import print_checked, print_unreadable
from anju.cli._parser import BadInput
from anju.cli._print import console, write_json
from anju.facts.snapshot import BadSnapshot
from anju.facts.snapshot import read as read_snapshot
from anju.kernel.finding import Finding, Severity


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", type=Path, nargs="+", metavar="报告", help="要查的报告（.docx、.txt），或放着报告的文件夹"
    )
    parser.add_argument("--against", type=Path, metavar="快照", help="与这个快照里留的签发底稿对照")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="印成文字或一份 JSON，默认文字")


@dataclass(frozen=True)
class Document:
    """A report as the user named it, with what was found, or why it could not be read."""

    path: str
    checked: Checked | None
    error: str = ""

    def as_json(self) -> dict[str, object]:
        if self.checked is None:
            return {"path": self.path, "error": self.error, "findings": []}
        return self.checked.as_json(self.path)


def run(options: argparse.Namespace) -> int:
    against = None if options.against is None else _snapshot_folder(options.against)
    documents = [_checked(path, name, against) for path, name in _named(options.paths)]
    if all(each.checked is None for each in documents):
        if options.format == "json":
            write_json({"error": documents[0].error, "findings": [], "documents": [d.as_json() for d in documents]})
        raise BadInput("；".join(each.error for each in documents[:3]))
    if options.format == "json":
        write_json({"documents": [each.as_json() for each in documents]})
    else:
        _print(documents)
    return 1 if any(each.checked is None or each.checked.has_errors for each in documents) else 0


def _named(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """Each report with the name it goes by: as given, or folder/relative."""
    for path in paths:
        if not path.is_dir():
            yield path, str(path)
            continue
        inside = [
            each
            for each in sorted(path.rglob("*"))
            if each.suffix.lower() in READABLE and each.is_file() and not each.name.startswith(("~$", "."))
        ]
        if not inside:
            raise BadInput(f"文件夹“{path}”里没有可查的报告（.docx、.txt）")
        for each in inside:
            yield each, f"{path}/{each.relative_to(path).as_posix()}"


def _checked(path: Path, name: str, against: Path | None) -> Document:
    try:
        reading = read(path)
    except Unreadable as fault:
        return Document(name, None, str(fault))
    found = check(reading)
    if against is None:
        return Document(name, found)
    record = find_record(against, reading)
    return Document(name, found.with_findings([_no_record()] if record is None else compare(reading, record)))


def _no_record() -> Finding:
    """The comparison was asked for and could not be made: that must not look like a clean one."""
    return Finding(
        "against.no_record",
        Severity.ERROR,
        "快照里没有这份文件的签发底稿，没有对照。请核对快照是不是写出这份文件的那一个；"
        "不是本软件写的文件，请不要用 --against。",
    )


def _snapshot_folder(path: Path) -> Path:
    """The folder with the manifest. BadInput when there is no sound snapshot."""
    try:
        read_snapshot(path)
    except BadSnapshot as fault:
        raise BadInput(str(fault)) from None
    return path if (path / "manifest.json").is_file() else path / "snapshot"


def _print(documents: list[Document]) -> None:
    out = console()
    for number, each in enumerate(documents):
        if number:
            out.print()
        if each.checked is None:
            print_unreadable(out, each.path, each.error)
        else:
            print_checked(out, each.checked, each.path)
