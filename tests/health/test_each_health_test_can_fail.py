"""Each health test finds its fault in a made-up bad tree, and nothing in the mended one."""

import importlib
from pathlib import Path
from typing import NamedTuple

import pytest
from health.house import ROOT

HERE = Path(__file__).parent
ROOM = "src/anju"


class Case(NamedTuple):
    """Files of a bad tree, a piece of the fault it must give, and what mends it (None: take away)."""

    test: str
    bad: dict[str, str]
    says: str
    mended: dict[str, str | None]


def decision(*headings: str) -> str:
    return "# 0001 X\n\n" + "\n\n".join(f"## {heading}\n\ntext" for heading in headings)


def body(lines: int, mark: str = "") -> str:
    return f"def long():{mark}\n" + "    x = 1\n" * lines


TWO = "```\nmake demo  # 演示\n```\n"
PROJECT = '[project]\ndependencies = ["lxml>=6"]\n'
GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
PARAMETER = f"{ROOM}/policy/parameters/consent/share.yaml"
CASES = [
    Case(
        "files_and_functions_are_short",
        {f"{ROOM}/a.py": "x = 1\n" * 201},
        "a.py: 201 lines",
        {f"{ROOM}/a.py": "# long: one table, read whole\n" + "x = 1\n" * 200},
    ),
    Case(
        "files_and_functions_are_short",
        {f"{ROOM}/a.py": body(25)},
        "a.py:1 long: 26 lines",
        {f"{ROOM}/a.py": body(25, "  # long: one state machine")},
    ),
    Case(
        "no_drawer_lacks_a_name",
        {f"{ROOM}/kernel/json_utils.py": ""},
        "json_utils.py",
        {f"{ROOM}/kernel/json_utils.py": None},
    ),
    Case(
        "no_float_where_it_counts",
        {f"{ROOM}/scoring/score.py": "x = float('1')\n"},
        "score.py:1",
        {f"{ROOM}/scoring/score.py": "x = int('1')\n"},
    ),
    Case(
        "no_float_where_it_counts",
        {f"{ROOM}/kernel/money.py": "x: float\ny = 0.5\n"},
        "money.py:2",
        {f"{ROOM}/kernel/money.py": "x: int\n"},
    ),
    Case(
        "nothing_below_records_imports_django",
        {f"{ROOM}/facts/a.py": "def f():\n    from django.db import models\n"},
        "facts/a.py",
        {f"{ROOM}/facts/a.py": None, f"{ROOM}/records/a.py": "import django\n"},
    ),
    Case(
        "no_machine_or_registry_is_named",
        {"a.txt": "see " + "/" + "work/main"},
        "a.txt:1",
        {"a.txt": "see /works/ and var/tmp/x"},
    ),
    Case(
        "no_machine_or_registry_is_named",
        {"b.txt": "x\nhttps://" + "pypi" + ".org/simple"},
        "b.txt:2",
        {"b.txt": None},
    ),
    Case(
        "locks_name_no_address",
        {"requirements.lock": "a==1 \\\n  --hash=sha256:00\n--extra-index-url x\n"},
        "requirements.lock:3",
        {"requirements.lock": "a==1 \\\n    --hash=sha256:00\n    # via anju\n"},
    ),
    Case("locks_name_no_address", {"requirements.lock": "a==1\n"}, "a==1: no hash", {"requirements.lock": None}),
    Case(
        "definitions_have_chinese_titles",
        {f"{ROOM}/measures/funds/rate.py": '"""Rate."""\n'},
        "rate.py",
        {f"{ROOM}/measures/funds/rate.py": '"""预算执行率。"""\n'},
    ),
    Case(
        "definitions_have_chinese_titles",
        {f"{ROOM}/policy/sources/a.yaml": "title: A\n"},
        "a.yaml",
        {f"{ROOM}/policy/sources/a.yaml": "title: 办法\n"},
    ),
    Case(
        "definitions_have_twins",
        {f"{ROOM}/facts/checks/c/a.py": ""},
        "tests/facts/checks/c/test_a.py",
        {"tests/facts/checks/c/a.yaml": "cases: []\n"},
    ),
    Case(
        "cited_sources_exist",
        {PARAMETER: "values: [{source: nobody-2020-1}]\n"},
        "nobody-2020-1",
        {f"{ROOM}/policy/sources/nobody-2020-1.yaml": "title: 文\n"},
    ),
    Case(
        "cited_sources_exist",
        {f"{ROOM}/gates/a.py": 'BASIS = citation.Citation("nobody-2020-1")\n'},
        "gates/a.py",
        {f"{ROOM}/policy/sources/nobody-2020-1.yaml": "title: 文\n"},
    ),
    Case(
        "parameters_are_used",
        {PARAMETER: "title: 比例\n"},
        "consent/share.yaml",
        {f"{ROOM}/gates/a.py": 'parameter("consent/share")\n'},
    ),
    Case(
        "parameters_are_used",
        {PARAMETER: "title: 比例\n"},
        "consent/share.yaml",
        {PARAMETER: "title: 比例\nshown_only: true\n"},
    ),
    Case(
        "vocabularies_are_used",
        {f"{ROOM}/policy/vocabularies/kinds.yaml": "terms: {}\n"},
        "kinds.yaml",
        {f"{ROOM}/facts/a.py": 'text("类别", vocabulary="kinds")\n'},
    ),
    Case(
        "readmes_say_the_same",
        {"README.md": "安" * 100 + "\n" + TWO, "README.en.md": "```\nmake test\n```\n"},
        "only in one README: make demo",
        {"README.en.md": "Words\n```\nmake demo   # shows\n```\n"},
    ),
    Case(
        "readmes_say_the_same",
        {"README.md": TWO},
        "README.en.md",
        {"README.md": "安" * 100 + "\n" + TWO, "README.en.md": "Words\n" + TWO},
    ),
    Case(
        "commands_are_documented",
        {f"{ROOM}/cli/evaluate.py": "", "README.md": "anju evaluate-all"},
        "README.md: anju evaluate",
        dict.fromkeys(("README.md", "README.en.md", "docs/reference/cli.md"), "`anju evaluate`"),
    ),
    Case(
        "documents_lead_somewhere",
        {"docs/tour.md": "[the table](../src/a.yaml) and `kernel/money.py`"},
        "docs/tour.md: kernel/money.py",
        {"src/a.yaml": "x", f"{ROOM}/kernel/money.py": ""},
    ),
    Case(
        "tests_mirror_the_source",
        {"tests/kernel/test_money.py": "", f"{ROOM}/kernel/cash.py": ""},
        "test_money.py",
        {f"{ROOM}/kernel/money.py": "", "tests/kernel/test_kernel.py": "", "tests/health/test_x.py": ""},
    ),
    *(
        Case("glossary", {"docs/glossary.md": GLOSSARY.replace(*change)}, says, {"docs/glossary.md": GLOSSARY})
        for change, says in (
            (("验收合格 `passed` · ", ""), "not in the glossary: column of acceptances 验收合格 passed"),
            (("造价阶段 `stage`", "阶段 `stage`"), "not in the code: column of costings 阶段 stage"),
            (("| 设施移交 | `handovers` |", "| 移交 | `handovers` |"), "not in the glossary: table 设施移交 handovers"),
            (
                ("| 本级国库 | 项目单位 |", "| 项目单位 | 收款人 |"),
                "not in the glossary: move 拨付 passed_on 本级国库 项目单位",
            ),
            (("D 仅有自述 `own_statement`", ""), "not in the glossary: grade D 仅有自述 own_statement"),
        )
    ),
    Case(
        "decisions_fit_a_page",
        {"docs/decisions/0001-x.md": decision("Situation", "Choice")},
        "headings",
        {"docs/decisions/0001-x.md": decision("Situation", "Choice", "Cost")},
    ),
    Case(
        "decisions_fit_a_page",
        {"docs/decisions/0001-x.md": decision("Situation", "Choice", "Cost") + "\n" * 60},
        "lines",
        {"docs/decisions/0001-x.md": None},
    ),
    Case(
        "fragments_are_well_formed",
        {"changelog.d/a.policy.md": "分值改为十分。"},
        "names no document number",
        {"changelog.d/a.policy.md": "按国办发〔2020〕23号，分值改为十分。"},
    ),
    Case(
        "fragments_are_well_formed",
        {"changelog.d/New_thing.md": "新"},
        "not named",
        {"changelog.d/New_thing.md": None, "changelog.d/new-thing.added.md": "新增。"},
    ),
    Case(
        "nothing_reads_beyond_the_clone",
        {"tests/a.py": "open('.." + "/shared/seed')\n"},
        "a.py:1",
        {"tests/a.py": "open('shared.txt')\n"},
    ),
    Case(
        "nothing_skips_by_itself",
        {"tests/a.py": "import pytest\n@pytest.mark.xf" + "ail\ndef test_a(): ...\n"},
        "xfail",
        {"tests/a.py": "def test_a(): ...\n", "tests/conftest.py": "import pytest\npytest.skip('x')\n"},
    ),
    Case(
        "folders_with_code_are_packages",
        {f"{ROOM}/measures/funds/rate.py": ""},
        "measures/funds",
        {f"{ROOM}/measures/funds/__init__.py": ""},
    ),
    Case(
        "dependencies_have_reasons",
        {"pyproject.toml": PROJECT, "requirements.lock": "x==1\n", "docs/decisions/0002-dependencies.md": ""},
        "lxml: no reason given",
        {
            "requirements.lock": "lxml==6\n",
            "docs/decisions/0002-dependencies.md": "| lxml | BSD | reads XML |\n",
        },
    ),
]


def lay(root: Path, files: dict[str, str] | dict[str, str | None]) -> None:
    for name, text in files.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.test}: {case.says}")
def test_it_fails_on_a_bad_tree_and_is_silent_on_the_mended_one(case: Case, tmp_path: Path) -> None:
    faults = importlib.import_module(f"health.test_{case.test}").faults
    lay(tmp_path, case.bad)
    assert any(case.says in fault for fault in faults(tmp_path)), faults(tmp_path)
    lay(tmp_path, case.mended)
    assert faults(tmp_path) == []


def test_every_health_test_has_its_bad_tree() -> None:
    others = {path.stem.removeprefix("test_") for path in HERE.glob("test_*.py")}
    proving_trees = {stem for stem in others if "def faults" in (HERE / f"test_{stem}.py").read_text("utf-8")}
    assert proving_trees - {"each_health_test_can_fail"} == {case.test for case in CASES}
