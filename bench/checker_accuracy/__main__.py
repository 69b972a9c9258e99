"""量核查：python -m checker_accuracy（make bench-checker）；--quick 只量个大概，不改写参考页。"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import check_dev

from anju.policy.loader import load_policy
from checker_accuracy import own, seed, speed
from checker_accuracy.page import Measured, page
from checker_accuracy.trials import independent, trials

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/checker-accuracy.md"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make bench-checker", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="报告少、遍数少，不改写参考页")
    parser.add_argument("--misses", type=Path, help="把误报、惊动和漏报的原文写进这个文件")
    asked = parser.parse_args(arguments)
    measured = Measured(dev=dev(), verdict=seed.verdict())
    others, ours = (16, 2) if asked.quick else (120, 20)
    measured.trials = list(trials(others, ours, 2))
    measured.ratios = ratios(asked.quick)
    text = page(measured)
    print(text)
    if asked.misses is not None:
        asked.misses.write_text(misses(measured), encoding="utf-8")
    if not asked.quick:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


def dev() -> Counter[str]:
    """The annotated reports, if there are any; empty otherwise."""
    folder = Path(os.environ.get("ANJU_CHECK_DEV", ""))
    counts: Counter[str] = Counter()
    if not (folder / "annotations.yaml").is_file():
        print(check_dev.NOTHING)
        return counts
    lines = list(check_dev.measured(folder, counts))
    counts["texts"] = len(list(folder.glob("*.txt")))
    print("\n".join([*lines, "", *check_dev.summed_up(counts), ""]))
    return counts


def ratios(quick: bool) -> list[speed.Ratio]:
    """All ratios; few reports and rounds where only a look is wanted."""
    rounds, many = (1, 40) if quick else (5, 2800)
    some = [independent(number) for number in range(24)]
    with TemporaryDirectory() as place:
        room = Path(place)
        found = speed.against_bare_pass(some, room, rounds)
        found += speed.against_jionlp(some, room, 1 if quick else 3)
        found += speed.of_long_docx(own.long_docx(room, load_policy()), rounds)
        return found + speed.of_many([independent(number) for number in range(many)], room, 1)


def misses(measured: Measured) -> str:
    """What was said of clean reports and of harmless changes, and what was not seen, for whoever mends the rules."""
    lines = ["## 没改就报"]
    lines += [f"{trial.name} {said}" for trial in measured.trials for said in trial.findings]
    outcomes = [each for trial in measured.trials for each in trial.outcomes]
    lines += ["", "## 意思不变却惊动"]
    lines += [f"{each.operator} ｜ {each.said}" for each in outcomes if each.equivalent and each.fired]
    for covered in (True, False):
        lines += ["", "## 漏报，盖到的" if covered else "## 漏报，没有盖到的"]
        lost = [each for each in outcomes if not each.equivalent and not each.fired and each.covered is covered]
        lines += [f"{each.operator} ｜ {each.said}" for each in sorted(lost, key=lambda each: each.operator)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
