"""A document with a made-up figure says so at the head of every page of every section."""

from __future__ import annotations

from pathlib import Path

from reports.documents import document
from reports.writers.docx.parts import W, changed, names, part, text, written

from anju.reports.writers.docx import write_template

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WORDS = "样张·演示数据"


def heads(path: Path) -> list[dict[str, str]]:
    """For each section, the words at the head of its odd, even and first pages."""
    targets = {each.get("Id"): each.get("Target") for each in part(path, "word/_rels/document.xml.rels")}
    found = []
    for section in part(path).iter(f"{W}sectPr"):
        references = section.findall(f"{W}headerReference")
        found.append(
            {each.get(f"{W}type"): text(part(path, f"word/{targets[each.get(f'{R}id')]}")) for each in references}
        )
    return found


def test_every_section_says_it(tmp_path: Path) -> None:
    path = written(tmp_path, document(sample=True))
    assert heads(path) == [{"default": WORDS, "even": WORDS}] * 3


def test_a_true_document_does_not(tmp_path: Path) -> None:
    path = written(tmp_path, document())
    assert heads(path) == [{}, {}, {}]
    assert not [name for name in names(path) if "header" in name]


def test_an_office_keeps_its_own_head(tmp_path: Path) -> None:
    template = tmp_path / "template.docx"
    write_template(template)
    own = changed(template, tmp_path / "own.docx", "word/document.xml", "<w:pgSz", "<w:titlePg/><w:pgSz")
    first = written(tmp_path, document(sample=True), own)
    assert heads(first) == [{"default": WORDS, "even": WORDS, "first": WORDS}] * 3
    again = written(
        tmp_path, document(sample=True), changed(first, tmp_path / "b.docx", "word/header1.xml", WORDS, "我局")
    )
    found = heads(again)[0]
    assert (found["default"], found["even"]) == (f"我局{WORDS}", WORDS)
