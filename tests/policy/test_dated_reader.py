"""来源、参数、词表各自的写法：写错的一处，连文件带行号说出来。"""

from __future__ import annotations

from pathlib import Path

import pytest
from policy.own_policy import marked, write

from anju.policy.loader import load_policy
from anju.policy.located import PolicyError

VALUE = 'from: 2023-01-01, to: null, region: "150822", value: 1, source: anju-default, assurance: default'
PARAMETER = f"title: 天数\nunit: 日\nvalues:\n  - {{{VALUE}}}\n"
SOURCE = """\
title: 本县办法
number: 磴政发〔2023〕1号
issuer: 磴口县人民政府
region: "150822"
issued: 2023-01-01
in_force: {from: 2023-01-01, to: null}
replaces: null
assurance: official
read: whole
says: [三十日内转拨]
"""
VOCABULARY = "title: 词\nsource: anju-default\nassurance: default\nterms:\n  甲: {title: 甲字}\n"


@pytest.mark.parametrize(
    ("room", "text", "says"),
    [
        ("parameters__试__天数", f"title: 天数\nunit: 日\nvalues:\n  - {{{VALUE}, until: 2}} #!\n", "不认识“until”"),
        ("parameters__试__天数", "title: 天数\nunit: 日\nvalues: [] #!\n", "至少要有一个值"),
        ("parameters__试__天数", "title: 天数 #!\nunit: 日\n", "缺少“values”"),
        ("parameters__试__天数", PARAMETER + f"  - {{{VALUE}}} #!\n", "150822从2023-01-01起已经有一个值"),
        ("parameters__试__天数", PARAMETER.replace("150822", "15082").replace("}\n", "} #!\n"), "15082"),
        ("parameters__试__天数", PARAMETER.replace("to: null", "to: 2022-12-31").replace("}\n", "} #!\n"), "早于"),
        ("parameters__试__天数", PARAMETER.replace("anju-default", "moufa").replace("}\n", "} #!\n"), "来源文件"),
        ("parameters__试__天数", PARAMETER.replace("assurance: default", "assurance: sure #!\n   "), "可靠程度只能写"),
        ("sources__本县", SOURCE.replace("read: whole", "read: 全文 #!"), "read 只能写"),
        ("sources__本县", SOURCE.replace("issued: 2023-01-01", "issued: 去年 #!"), "不是日期"),
        ("sources__本县", SOURCE.replace("to: null}", "to: null, since: 1} #!"), "不认识“since”"),
        ("sources__本县", SOURCE + "author: 我 #!\n", "不认识“author”"),
        ("vocabularies__词", VOCABULARY.replace("{title: 甲字}", "{english: a} #!"), "缺少“title”"),
        ("vocabularies__词", VOCABULARY.replace("\n  甲: {title: 甲字}", " {} #!"), "没有词"),
        ("vocabularies__词", VOCABULARY + "  甲: {title: 又一个} #!\n", "“甲”写了两次"),
    ],
)
def test_what_nothing_can_be_made_of_is_refused_at_its_line(tmp_path: Path, room: str, text: str, says: str) -> None:
    with pytest.raises(PolicyError) as caught:
        load_policy(write(tmp_path, **{room: text}))
    assert caught.value.path == str(tmp_path / f"{room.replace('__', '/')}.yaml")
    assert caught.value.line == marked(text)
    assert says in caught.value.message


def test_a_county_s_own_files_are_read_like_ours(tmp_path: Path) -> None:
    own = PARAMETER.replace("source: anju-default", "source: 本县")
    policy = load_policy(write(tmp_path, parameters__试__天数=own, sources__本县=SOURCE, vocabularies__词=VOCABULARY))
    assert policy.parameters["试/天数"].values[0].citation.source == "本县"
    assert policy.sources["本县"].says == ("三十日内转拨",)
    assert policy.vocabularies["词"].terms["甲"].title == "甲字"
    assert set(load_policy().parameters) < set(policy.parameters)
