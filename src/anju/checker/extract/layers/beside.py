"""没有印单位的数，前后哪些话说得准它是钱、是得分、是几个，哪些话说它和别的数并列。"""

from __future__ import annotations

import re

from anju.checker.extract.layers.units import SCALE, UNIT

DASHES = frozenset("-—–~～至到")
AND = frozenset({"、", "和", "与", "及", "以及", "或", *DASHES})
DECIMAL = re.compile(r"\d{1,18}\.\d")
LIST = re.compile("分别|各[是为]?|依次")
LEAD, LIST_LEAD = 14, 40
"""Characters before a number in which a word must stand that makes it money or a count, or one of a list."""
MONEY = re.compile(
    "(?:(?:资金|投资|经费|预算|决算|支出|收入|补助|补贴|款|费用?|金额|总额|贷款?|债券|造价|产值)[\u4e00-\u9fff]{0,4}"
    "|投入|拨付|支付|到位|结余|结转|筹集|筹措|争取|追加|缺口)(?:[了为是约共计达:]|累计|共计)?$"
)
MONEY_BEHIND = re.compile("的?[\u4e00-\u9fff]{0,4}?(?:资金|投资|经费|补助|补贴|贷款|债券|款|预算)")
FOREIGN = frozenset("美港欧日英韩澳卢加新")
POINTS = re.compile("(?:得分|评分|总分|分值|满分|综合评价)(?:合计|共计|均|[为是达到:])?$")
PEOPLE = re.compile(
    "(?:小区|[户栋套人]数|住户|居民|农户|群众|人口|学生|职工|惠及|涉及|受益|覆盖|服务|就业)(?:[共约为是达]|达到)?$"
)
COUNT = re.compile(
    "(?:小区|住宅|楼栋|楼房|房屋|[户栋套人个件处次]数|数量?|住户|居民|农户|群众|任务|目标|计划|改造|开工|建成|竣工|完成|实施|新建|惠及|涉及|受益)"
    r"(?P<said>总[数量]|(?:总[数量])?(?:[共约为是达有:]|共计|达到|合计))?\(?$"
)
NOUN = re.compile(
    "(?:城镇|城市|农村|老旧|旧|住宅|居民|既有|行政|自然|贫困|示范|重点|规模以上|中小){0,4}"
    "(?:小区|社区|街道|乡镇|学校|企业|家庭|居民|住户|农户|群众|职工|学生|医院|单位|部门|项目(?!名|编|代)|村(?![民委])|县(?![道级城])|镇(?![区政级])"
    "|旗(?!县级)|乡(?![道村镇级])|市州|盟市|[市区省州盟](?=[,;。、()]|$|\\d))"
)
BOXED = re.compile(rf"\((?P<scale>{SCALE})?(?P<unit>{UNIT})\)")
BOXED_NUMBER = re.compile(rf"\)(?P<scale>{SCALE})?(?P<unit>{UNIT})")
BOXED_BEFORE = re.compile(rf"\((?P<scale>{SCALE})?(?P<unit>{UNIT})\):?$")
PART = re.compile(r"(?:\((?:其中:?)?|[、,])[\u4e00-\u9fff]{1,8}")
ENDS = frozenset(",;。、)(")
