"""数后面的单位：怎么写、哪些字连着下一个字就不是单位、一个数在某单位下是多少。"""

from __future__ import annotations

from functools import lru_cache

from anju.kernel.numeral import NotANumber
from anju.kernel.quantity import OtherDimension, Quantity
from anju.kernel.unit import Dimension, NotExact, Unit, UnknownUnit
from anju.kernel.unit import unit as unit_of

SCALE = r"万亿|千万|百万|[万亿千]"
_COUNTS = (
    "个户栋幢人名家处部套块盏份次台项条座件片根棵株组口眼辆间支对册例笔宗批所类段层场只扇樘张位起"
    "种头尾羽匹艘架枚箱袋桶班床孔篇轮面门道页幅顶"
)
_EITHER = (
    ("套", "户"),
    ("户", "套"),
    ("台", "套"),
    ("套", "台"),
    ("个", "处"),
    ("处", "个"),
    ("套", "间"),
    ("间", "套"),
)
_PAIRS = "|".join(f"{one}/{other}" for one, other in _EITHER)
_BRACKETED = r"[个户栋幢处套台座间件家项人](?:\([个户栋幢处套台座间件家项次]\))"
COUNT = (
    "人次|户次|场次|亩次|台次|件次|班次|例次|车次|架次|批次|单元|泊位|车位|床位|点位|学位|工位|席位|课时|学时|工日"
    rf"|{_PAIRS}|{_BRACKETED}|[{_COUNTS}]"
)
_METRIC = (
    r"(?:km[2²]|hm[2²]|[mM][2²]|[mM][3³]|[kK][mM]|[cm]m|[kK][wW][hH]|[kK][wW]|MW[hH]?|[kK][gG]|[mM])(?![A-Za-z0-9²³])"
)
UNIT = (
    "个?百分点|个点(?!位)|百分比|[%‰]|元(?:人民币)?|平方公里|平方千米|平方米|立方米|平米|平方|立方|[㎡㎥㎞㎝㎜㎏]|m²"
    "|公顷|亩(?!次)|公里|千米|厘米|毫米|延长米|延米|米|千瓦时|兆瓦时|千瓦|兆瓦|公斤|千克|吨|斤|度|方"
    f"|个月|个小时|小时|分钟|{COUNT}|{_METRIC}|年|天|日历天|日|周|分|倍|成|平(?=[,;。、)(]|$)"
)
_NOT_UNITS = (
    "户型 户外 户籍 户主 户口 处理 处置 处级 处室 处罚 处长 人民 人工 人大 人才 人口 名称 名单 名录 家庭 家具 家电 "
    "家园 家长 部分 部门 部委 部署 部队 部位 部级 部长 条件 条例 条款 条文 项目 次要 次生 次数 层级 层面 层次 层高 "
    "组织 组长 组团 组建 组合 张贴 张家 张店 支出 支付 支持 支撑 支部 支行 支线 支路 支队 对应 对比 对照 对接 对口 "
    "对象 对于 对标 对老 对项 例如 例外 例行 批复 批准 批示 批评 批量 批文 类似 类别 类型 段落 场所 场地 场景 场馆 "
    "场长 只有 只要 只能 只是 只为 只剩 只占 口径 口岸 口头 口腔 口子 口碑 门店 门口 门窗 门诊 门牌 门禁 门户 门卫 "
    "门头 道路 道闸 道口 道德 道理 间隔 间接 间断 根据 根本 根源 根治 起步 起点 起草 起始 起止 起重 位置 位列 位居 "
    "位次 页面 页岩 头部 头等 架构 架空 箱涵 箱变 箱式 班子 班组 班级 种植 种子 种养 种粮 种业 种畜 种苗 种田 轮胎 "
    "轮椅 轮候 轮流 轮换 轮岗 面积 面向 面临 面对 面粉 面料 幅度 顶层 顶部 顶面 顶棚 床上 尾款 台账 台阶 台风 座谈 "
    "座位 块状 片区 片面 份额 份子 株高 元旦 元宵 元素 元件 米字 米级 米饭 米面 度假 度过 度数 方式 方面 方案 方法 "
    "方向 方可 方能 方便 方米 年级 年代 年产 年版 年限 年度 年生 天然 天气 天窗 日产 日常 日照 周边 周岁 周围 周年 "
    "周转 周期 分别 分类 分布 分批 分局 分校 分会 分析 分段 分离 分店 分厂 分院 分支 分之 分项 分散 分配 分解 分管 "
    "分工 分期 分公 成员 成为 成立 成本 成熟 成果 成绩 成都 成功 成型 成长 成交 成套 成效 成就 成新 成品 成人 成年 "
    "吨位 斤两 个体 个别 个性 个案 个税 本级 套型 套内 笔者 册子 起伏 倍增 倍数 宗旨 宗教 扇形 片石 羽毛 匹配 桶装 "
    "袋装 箱体 班长 篇幅 天津 天水 天门 天等 天峨 天全 天长 天台 台州 台湾 台山 台安 道县 道真 道孚 项城 名山 册亨 "
    "枝江 株洲 门源 元谋 元江 元氏 元阳 元宝 方正 方山 分宜 周口 周至 周村 日喀 成县 成安 班玛 班戈 户县 米易 米林 "
    "米东 米脂 张掖 张北 张湾 轮台 本溪 盘锦 盘州 条山 头屯 个旧 人员 人选 人士 名额 处方 件数 台数 栋号"
)
NOT_UNITS = frozenset(_NOT_UNITS.split())
"""A unit's last character and the one behind it, where the two are another word (5处 but not 5处理)."""
SPOKEN = frozenset("分年日天口层批段期面门级方度道位头起对轮周")
"""Behind a single Chinese numeral these make a word (三批, 两层, 一口): it tells nothing that could be checked."""
ALIASES = {
    **{"方": "m³", "㎥": "m³", "立方": "m³", "平": "㎡", "㎞": "公里", "㎝": "厘米", "㎜": "毫米", "㎏": "公斤"},
    **{"个点": "百分点", "日历天": "日"},
    **{f"{one}/{other}": f"{one}({other})" for one, other in _EITHER},
}
SCALES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3, "": 1}


@lru_cache(maxsize=4096)
def quantity(number: str, symbol: str) -> Quantity | None:
    """The number in the unit, or None when it is none."""
    try:
        prefer = Dimension.POINTS if symbol == "分" else None
        unit = unit_of(symbol, prefer)
        return Quantity.parse(number + symbol, unit) if prefer is None else Quantity.parse(number, unit)
    except (NotANumber, UnknownUnit, OtherDimension, NotExact):
        return None


@lru_cache(maxsize=1 << 14)
def printed(number: str, scale: str | None, unit: str) -> tuple[Quantity, str] | None:
    """Digits in a unit as printed, and the unit's word where it counts; None when they are no quantity."""
    symbol = ALIASES.get(unit, unit)
    found = quantity(number.replace(",", ""), (scale or "") + symbol)
    if found is None:
        return None
    return found, symbol if found.unit.dimension is Dimension.COUNT else ""


@lru_cache(maxsize=4096)
def bare_count(number: str, scale: str) -> Quantity | None:
    """So many of what the words before or behind it name; its unit was not printed."""
    try:
        return Quantity.parse(number, Unit(scale, Dimension.COUNT, SCALES[scale]))
    except NotANumber:
        return None


def misread(text: str, end: int, unit: str, scale: str | None) -> bool:
    """Whether what looks like a unit, and ends at `end`, is the beginning of another word or says no measure."""
    if len(unit) == 1 and text[end - 1 : end + 1] in NOT_UNITS:
        return True
    if unit == "度":  # degrees, unless of electric power
        return not scale and text[end : end + 1] != "电" and "电" not in text[max(0, end - 16) : end]
    return False


def spoken(words: str, unit: str) -> bool:
    """Whether a Chinese numeral with its unit is but a way to speak: 一个, 三层, 二级; or a row of digits, 一二三类."""
    if len(words) == 1:
        return words in "一二" or unit in SPOKEN
    return not any(each in words for each in "十百千万亿零〇点拾佰仟")
