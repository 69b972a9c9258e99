"""A scoring point as a scheme writes it, without the scheme around it."""

from __future__ import annotations

import json
from typing import Any

import yaml

from anju.policy.loader import load_policy
from anju.policy.located import Located
from anju.policy.scheme import Part
from anju.policy.scheme_reader import Known, read_part


def read(where: Located, rule: str) -> Part:
    """The point written at `where`, which need not say its rule."""
    policy, node, mark = load_policy(), where.node, where.node.start_mark
    named = tuple(yaml.ScalarNode("tag:yaml.org,2002:str", text, mark, mark) for text in ("rule", rule))
    known = Known(policy.sources, policy.parameters, policy.vocabularies["evidence_kinds"].terms)
    return read_part(Located(yaml.MappingNode(node.tag, [*node.value, named], mark, mark)), (), known)


def part(rule: str, **entry: Any) -> Part:
    """The same from Python values; numbers go as text, as every scalar of a policy file does."""
    return read(Located(yaml.compose(json.dumps(entry, default=str), Loader=yaml.CSafeLoader)), rule)
