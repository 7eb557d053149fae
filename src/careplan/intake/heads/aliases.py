"""What headings of real tables call a fact, and which columns hold no fact of anybody's.

Whole headings, gathered from published tables; never parts of them, since 普惠托位数 is not 普惠
and 联系机构 no name. Words that are unclear by themselves are not here: 状态 (of what?), 类型,
机构性质, 收托人数 (approved or present?), 填表日期. A caller says what they mean.
"""

from collections.abc import Mapping

# Without blanks, as headings are compared: "Number of Places" is numberofplaces.
# By the name of the fact, so that a noun of a caller's own that has such a fact is known as well.
ALIASES: Mapping[str, str] = {
    "locality": (
        "镇街 街镇 乡镇 乡镇街道 乡镇（街道） 镇（街道） 街道 街道（乡镇） 区县 县区 縣區 "
        "县市区 县（市、区） 地区 地區 行政区 行政區 行政区划 区域 區域 所在区 所属区 所在区县 "
        "所属区县 所在镇街 所属镇街 區別 区 區 縣市 鄉鎮市區 "
        "镇街名称 街道名称 乡镇名称 区县名称 县区名称 地区名称 zoning_name district"
    ),
    "on": (
        "统计日期 统计时间 统计截止日期 截止时间 截止日期 截至日期 截至时间 数据日期 資料時間 "
        "资料时间 counted_on"
    ),
    "slots": (
        "托位数 托位數 托位 托位数量 托位总数 机构托位总数 总托位数 现有托位数 现有托位 "
        "核定托位 核定托位数 核定收托 核定收托人数 核定收托人數 定員 定员 numberofplaces "
        "total_licensed_capacity"
    ),
    "inclusive": (
        "普惠 是否普惠 是否普惠性 是否为普惠 是否普惠托育 是否为普惠托育 是否普惠机构 "
        "是否普惠托育机构 是否为普惠托育机构 您所在机构是否为普惠托育"
    ),
    "ownership_mode": (
        "举办方式 举办类别 举办性质 举办主体 您所在机构的举办主体 机构性质/举办类别"
    ),
    "profit_status": "营利性质 营利属性 营利性 auspice",
    "legal_form": "法人类型 法人类别 法人性质",
    "setting": ("举办场所 机构类型 托育类型 园所类型 具体形态 您所在机构的具体形态 机构性质/类型"),
    "service_modes": "服务形式 服务模式 机构服务模式 托育方式 收托方式 收托形式",
    "filed_with_health": "备案状态 备案情况 备案 是否备案 是否已备案",
    "registered": "登记状态 是否登记 是否已登记",
    "category": "场所类型 场所类别 場所類型 場所類別 类别 類別",
    "rooms": (
        "母婴室 母婴室数 母婴室数量 母婴室个数 母婴室间数 是否有母婴室 是否设有母婴室 "
        "是否设置母婴室 是否配备母婴室 是否建有母婴室"
    ),
    "area_m2": "面积 母婴室面积",
    "usable_area_m2": "使用面积 母婴室使用面积",
    "building_area_m2": "建筑面积 总建筑面积 建筑总面积 机构建筑总面积",
    "daily_visitors": "日均人流量 日人流量 日均客流量",
    "female_employees": "女职工人数 女职工数",
    "children_in_care": (
        "在托人数 在托幼儿数 在托婴幼儿数 在托儿童数 实际收托人数 實際收托人數 实际收托 實際收托 "
        "入托人数 在园婴幼儿总数"
    ),
    # Of classes, staff, premises, family points and filings.
    "kind": "班级类型 班级类别 班级形式",
    "children": "班级人数 幼儿人数 婴幼儿数 幼儿数 儿童人数 在班人数",
    "carers": "保育人员数 保育人员 保育员人数 保育员数 照护人员数 照护人员",
    "youngest_months": "最小月龄 最小满月龄 最小年龄 班级最小月龄",
    "oldest_months": "最大月龄 最大满月龄 最大年龄 班级最大月龄",
    "owned": "自有 是否自有 场地是否自有 房屋是否自有 住宅是否自有",
    "lease_from": "租期起 租赁起始日期 租赁起始时间 租赁开始日期 租赁开始时间 租期起始日期",
    "lease_until": (
        "租期止 租赁到期日期 租赁到期时间 租赁截止日期 租赁截止时间 租赁终止日期 租期截止日期"
    ),
    "highest_floor": "最高楼层 所在最高楼层 婴幼儿用房最高楼层 婴幼儿生活用房最高楼层",
    "below_ground": "是否地下或半地下 是否设在地下或半地下",
    "fire_rating": "耐火等级 建筑物耐火等级 房屋耐火等级",
    "window_area_m2": "窗洞面积 窗洞口面积",
    "floor_area_m2": "地面面积 房间地面面积",
    "video_kept_days": (
        "录像保存天数 录像保存期限 录像保存时间 监控保存天数 监控录像保存期限 监控录像保存时间 "
        "监控视频保存天数 视频保存天数"
    ),
    "outdoor_hours_a_day": "户外活动时间 户外活动时长 每天户外活动时间 每日户外活动时长",
    "full_time_health_workers": "专职卫生保健人员数 专职卫生保健人员 专职保健人员数 专职保健人员",
    "part_time_health_workers": "兼职卫生保健人员数 兼职卫生保健人员 兼职保健人员数 兼职保健人员",
    "credit_code_sign": "统一社会信用代码第一位 信用代码首位 信用代码第一位",
    "role": "岗位名称 岗位类别 工作岗位 所在岗位",
    "diploma": "学历 学历层次 文化程度",
    "relevant_years": "管理工作年限 相关工作年限 相关管理工作年限",
    "post_training_passed": "岗位培训是否合格 是否岗位培训合格 是否经岗位培训合格",
    "certified_on": "岗位培训合格证发证日期 培训合格证发证日期 培训合格证日期 培训合格日期",
    "left_on": "离园日期 离托日期 离开日期",
    "returned_on": "返园日期 返托日期 返回日期",
    "health_checked_on": "健康检查日期 体检日期 最近体检日期 最近一次体检日期",
    "infants_nursed": "哺乳婴儿数 哺乳婴儿人数",
    "infant_age_months": "婴儿月龄",
    "nursing_hours_a_day": "哺乳时间 哺乳时长 每日哺乳时长 每天哺乳时间",
    "camera_inside": "室内是否有摄像头 室内是否装有摄像头 是否装有摄像头",
    "materials_received": "材料接收日期 材料收到日期 收到材料日期 接收材料日期 接收备案材料日期",
    "receipt_given": "备案回执 是否提供备案回执 是否出具备案回执 是否出具回执",
    "refusal_notice_given": "是否通知不符合规定 是否已通知不符合规定",
    "amount_yuan": "金额 补助金额 补贴金额 奖补金额",
    # Facts that callers' nouns often have, and ours have not.
    "name": (
        "名称 名稱 机构名称 機構名稱 托育机构名称 机构 機構 园名 園名 场所名称 場所名稱 "
        "单位名称 單位名稱 institution_name centre_name loc_name"
    ),
    "population": "常住人口 常住人口数 人口",
    "institutions": "托育机构数 机构数 托育机构数量 机构数量 托嬰中心所數 numberofcentres",
    "enrolled": "实际收托人数 實際收托人數 实际收托 實際收托 在托人数 入托人数 在园婴幼儿总数",
}

# What says who and where but is no fact: which columns these are need not be reported.
SET_ASIDE = frozenset(
    (
        f"{ALIASES['name']} "
        "institution_other_name 序号 序號 编号 編號 no. no 备注 備註 说明 adcode 行政区划代码 "
        "备案编号 备案号 centre_code 统一社会信用代码 地址 机构地址 機構地址 详细地址 所在地址 "
        "所在地 場館地址 地點 地点 address 电话 電話 联系电话 聯絡電話 連絡電話 咨询电话 "
        "洽詢電話 联系机构 联系人 联系方式 負責人 负责人 机构负责人及联系电话 電子郵件 电子邮箱"
    ).split()
)
