"""Each recipe is performed on a copy of the tree: its two files are written and removed again, as it records.

A page holds the two files as fenced blocks that name their paths, and a `console` block. There a line that begins
with `#` writes the files the first time and removes them the second; a line that begins with `$` is run; what stands
between is what came out. `ANJU_ACCEPT_GOLDEN=1` writes the recording anew.
"""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from health.house import ROOT, texts
from health.terminal import offer, run

RECIPES = ROOT / "docs/recipes"
FILE = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECORD = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
# Counts of other tests and seconds change from day to day; what the recipe's own cases did must not.
NOISE = [(r" in \d[\d.]*s.*", ""), (r", \d+ (deselected|warnings?)", ""), (r"^\d+ deselected", "none selected")]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of every file that is committed or about to be."""
    for path, _ in texts(ROOT):
        copy = tmp_path / "anju" / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    shutil.copytree(ROOT / "src/anju/examples", tmp_path / "anju/src/anju/examples", dirs_exist_ok=True)
    offer(tmp_path / "bin")
    return tmp_path / "anju"


def see(tree: Path, command: str) -> str:
    """What a person would see in the copy; of pytest the last line, without what differs from day to day."""
    lines = run(command, place=tree, programs=tree.parent / "bin", source=tree / "src")
    if "pytest" in command:
        lines = lines[-1:]
        for pattern, instead in NOISE:
            lines = [re.sub(pattern, instead, line) for line in lines]
    return "".join(f"{line}\n" for line in lines)


def begin(tree: Path, files: Mapping[str, str]) -> None:
    """Commit the tree as it was before anybody wrote the files, with pages that are up to date."""
    remove(tree, files)
    see(tree, "python -m anju.reference")
    see(tree, "git init -q && git add -A")
    see(tree, "git -c user.name=x -c user.email=x@example.org commit -qm before")


def write(tree: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_text(text, encoding="utf-8", newline="\n")


def remove(tree: Path, files: Mapping[str, str]) -> None:
    for path in files:
        (tree / path).unlink(missing_ok=True)


def performed(tree: Path, script: str, files: Mapping[str, str]) -> str:
    begin(tree, files)
    acts: list[Callable[[Path, Mapping[str, str]], None]] = [write, remove]
    found = ""
    for line in script.splitlines():
        if line.startswith("# "):
            acts.pop(0)(tree, files)
            found += f"{line}\n"
        elif line.startswith("$ "):
            found += f"{line}\n{see(tree, line[2:])}"
    assert not acts, "the recording writes the files and removes them"
    return found


@pytest.mark.parametrize("recipe", ["measure", "scheme", "data-check", "sheet", "sentence", "checker-rule"])
def test_a_recipe_touches_one_file_and_its_twin(recipe: str, tree: Path) -> None:
    page = RECIPES / f"{recipe}.md"
    text = page.read_text(encoding="utf-8")
    files = dict(FILE.findall(text))
    definition, twin = files
    assert definition.startswith("src/anju/")
    assert Path(twin).with_suffix("") == "tests" / Path(definition).relative_to("src/anju").with_suffix("")
    for path, said in files.items():
        assert not (ROOT / path).exists() or (ROOT / path).read_text(encoding="utf-8") == said
    (recorded,) = RECORD.findall(text)
    found = performed(tree, recorded, files)
    if os.environ.get("ANJU_ACCEPT_GOLDEN"):
        page.write_text(RECORD.sub(lambda _: found, text), encoding="utf-8", newline="\n")
    else:
        assert recorded == found


def test_a_finding_is_settled_as_the_recipe_says(tmp_path: Path) -> None:
    """The page for those who write reports: its files are laid down, its commands typed."""
    page = RECIPES / "settle.md"
    text = page.read_text(encoding="utf-8")
    write(tmp_path / "office", dict(FILE.findall(text)))
    programs = offer(tmp_path / "bin")
    (recorded,) = RECORD.findall(text)
    commands = [line[2:] for line in recorded.splitlines() if line.startswith("$ ")]
    found = ""
    for command in commands:
        lines = run(command, place=tmp_path / "office", programs=programs, source=ROOT / "src")
        found += "".join(f"{line}\n" for line in [f"$ {command}", *lines])
    assert "不再适用" in found
    if os.environ.get("ANJU_ACCEPT_GOLDEN"):
        page.write_text(RECORD.sub(lambda _: found, text), encoding="utf-8", newline="\n")
    else:
        assert recorded == found
