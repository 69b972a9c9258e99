"""评分规则：一个文件一条规则，评分表的 rule 写文件名。

A rule module holds

- OPTIONS, the keys that a part may write for it, and MEASURED, whether it works on a measure's sums;
- `uses(part)`, the sums it looks at; PolicyError at the line of an option that nothing can be made of;
- `says(part, titles)`, the rule in words; `titles` are those of the measure's sums;
- `score(part, county)`, a Scored.

It may also hold `check(part, occasion)`, which raises PolicyError where an option names what policy does not have, and
`supplies(part, county)`, the facts of the county's own papers that would raise the score.
"""
