"""量规则准不准：拿一批标注过的报告逐份核对，印出找到多少、误报多少。

    python scripts/check_dev.py FOLDER      or ANJU_CHECK_DEV=FOLDER python scripts/check_dev.py

FOLDER holds texts named <id>.txt (first line the address, second the title) and annotations.yaml: a list `texts`, each
with `id` and `inconsistencies`, each of those with `conflict` and `grade`: genuine (flag it), query (ask) or minor.
A finding counts as found when it names two numbers of the conflict, or the only one; every other is a false alarm.
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

from anju.checker.readers.txt import read_txt
from anju.checker.run import check
from anju.kernel.finding import Finding

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
GRADES = ("genuine", "query", "minor")


def main(arguments: Sequence[str]) -> int:
    folder = Path(arguments[0] if arguments else os.environ.get("ANJU_CHECK_DEV", ""))
    source = folder / "annotations.yaml"
    if not source.is_file():
        print("没有标注过的报告，没有量：请写明文件夹，或设 ANJU_CHECK_DEV")
        return 0
    texts = yaml.safe_load(source.read_text(encoding="utf-8"))["texts"]
    counts: Counter[str] = Counter()
    for text in texts:
        for line in _measured(folder, text, counts):
            print(line)
    _sum_up(counts)
    return 1 if counts["false error"] else 0


def _measured(folder: Path, text: dict[str, Any], counts: Counter[str]) -> Iterator[str]:
    path = folder / f"{text['id']}.txt"
    body = "\n".join(path.read_text(encoding="utf-8").split("\n")[1:])
    checked = check(read_txt(path, body.encode()))
    counts["figures"] += checked.figures
    left = list(checked.findings)
    for each in text["inconsistencies"]:
        counts[each["grade"]] += 1
        found = next((finding for finding in left if _names(finding, each["conflict"])), None)
        if found is not None:
            left.remove(found)
            counts[f"found {each['grade']}"] += 1
        yield f"{text['id']} {each['grade']:8}{'找到' if found else '没有'}  {each['conflict']}"
    for finding in left:
        counts[f"false {finding.severity.value}"] += 1
        yield f"{text['id']} 误报    {finding.severity.label}  {finding.message}"


def _names(finding: Finding, conflict: str) -> bool:
    """Whether the finding is about the numbers of the conflict."""
    wanted = {each.replace(",", "").removesuffix(".00") for each in NUMBER.findall(conflict)}
    said = {each.replace(",", "").removesuffix(".00") for each in NUMBER.findall(finding.message)}
    return len(wanted & said) >= min(2, len(wanted))


def _sum_up(counts: Counter[str]) -> None:
    print()
    for grade in GRADES:
        print(f"{grade:8} {counts[f'found {grade}']} / {counts[grade]}")
    found = sum(counts[f"found {grade}"] for grade in GRADES)
    false = sum(counts[f"false {severity}"] for severity in ("error", "warning", "note"))
    print(f"误报：错误 {counts['false error']}，警告 {counts['false warning']}，提示 {counts['false note']}")
    print(f"精确率 {found} / {found + false}，数 {counts['figures']} 个")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
