"""量规则准不准：拿一批标注过的报告逐份核对，印出关系找到多少、矛盾找到多少、误报多少。

    python scripts/check_dev.py FOLDER      or ANJU_CHECK_DEV=FOLDER python scripts/check_dev.py

FOLDER holds texts named <id>.txt (first line the address, second the title) and annotations.yaml: a list `texts`, each
with `id`, `relations` (see check_dev_relations) and `inconsistencies`, each of those with `conflict` and `grade`:
genuine (flag it, at warning or above), query (ask) or minor. A finding is about a conflict when it names two of its
numbers, or the only one; one about a query or a minor slip counts neither way unless it is an error; every other is
a false alarm.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from check_dev_relations import found

from anju.checker.checked import Checked
from anju.checker.readers.txt import read_txt
from anju.checker.run import check
from anju.kernel.finding import Finding, Severity

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
GRADES = ("genuine", "query", "minor")
NOTHING = "没有标注过的报告，没有量：请写明文件夹，或设 ANJU_CHECK_DEV"

Counts = Counter[str]


def main(arguments: Sequence[str]) -> int:
    folder = Path(arguments[0] if arguments else os.environ.get("ANJU_CHECK_DEV", ""))
    if not (folder / "annotations.yaml").is_file():
        print(NOTHING)
        return 0
    counts = Counts()
    for line in measured(folder, counts):
        print(line)
    print()
    for line in summed_up(counts):
        print(line)
    return 1 if counts["false error"] else 0


def measured(folder: Path, counts: Counts) -> Iterator[str]:
    """Check every text of a folder; a line for each relation missed, conflict and false alarm, counted as they go."""
    for text in yaml.safe_load((folder / "annotations.yaml").read_text(encoding="utf-8"))["texts"]:
        path = folder / f"{text['id']}.txt"
        body = "\n".join(path.read_text(encoding="utf-8").split("\n")[1:])
        checked = check(read_txt(path, body.encode()))
        counts["figures"] += checked.figures
        for line in (*_relations(text, checked, counts), *_conflicts(text, checked, counts)):
            yield f"{text['id']} {line}"


def _relations(text: dict[str, Any], checked: Checked, counts: Counts) -> Iterator[str]:
    for entry in text["relations"]:
        kind = "relations" if entry["holds"] else "conflicting"
        counts[kind] += 1
        if found(entry, checked.relations):
            counts[f"found {kind}"] += 1
        else:
            stated = entry.get("stated", "")
            yield f"未找到关系  {entry['type']} {stated}＝{entry.get('expr', entry.get('listed'))}"


def _conflicts(text: dict[str, Any], checked: Checked, counts: Counts) -> Iterator[str]:
    left = list(checked.findings)
    for each in text["inconsistencies"]:
        counts[each["grade"]] += 1
        about = [finding for finding in left if _names(finding, each["conflict"])]
        heard = [finding for finding in about if _loud(finding)] if each["grade"] == "genuine" else about
        counts[f"found {each['grade']}"] += bool(heard)
        yield f"{each['grade']:8}{'找到' if heard else '没有'}  {each['conflict']}"
        kept = [finding for finding in about if each["grade"] == "genuine" or finding.severity is not Severity.ERROR]
        left = [finding for finding in left if finding not in kept]
    for finding in left:
        counts[f"false {finding.severity.value}"] += 1
        yield f"误报    {finding.severity.label}  {finding.message}"


def _loud(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTE


def _names(finding: Finding, conflict: str) -> bool:
    """Whether the finding is about the numbers of the conflict."""
    wanted = {each.replace(",", "").removesuffix(".00") for each in NUMBER.findall(conflict)}
    said = {each.replace(",", "").removesuffix(".00") for each in NUMBER.findall(finding.message)}
    return len(wanted & said) >= min(2, len(wanted))


def summed_up(counts: Counts) -> Iterator[str]:
    """What was found of what there was, as lines."""
    held, failed = counts["relations"], counts["conflicting"]
    found_held, found_failed = counts["found relations"], counts["found conflicting"]
    found_all, true = found_held + found_failed, held + failed
    yield f"关系    {found_all} / {true}（{100 * found_all / true:.1f}%）；其中相符的 {found_held} / {held}"
    for grade in GRADES:
        yield f"{grade:8}{counts[f'found {grade}']} / {counts[grade]}"
    yield f"误报：错误 {counts['false error']}，警告 {counts['false warning']}，提示 {counts['false note']}"
    yield f"数 {counts['figures']} 个"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
