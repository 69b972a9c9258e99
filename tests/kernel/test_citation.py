"""A citation is a value and goes into JSON whole."""

import dataclasses
import json

import pytest

from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation


def test_json_has_all_keys() -> None:
    cited = Citation("civil-code-278", "第二百七十八条", assurance=PolicyAssurance.OFFICIAL)
    assert json.loads(json.dumps(cited.as_json())) == {
        "source": "civil-code-278",
        "article": "第二百七十八条",
        "quote": "",
        "assurance": "official",
        "note": "",
    }


def test_an_unread_source_is_our_default() -> None:
    assert Citation("anju-default").assurance is PolicyAssurance.DEFAULT


def test_frozen() -> None:
    cited = Citation("gbt-2260")
    with pytest.raises(dataclasses.FrozenInstanceError):
        cited.source = "other"  # type: ignore[misc]
