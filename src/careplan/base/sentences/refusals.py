"""What the library says of an input it cannot use, in Chinese and English."""

from collections.abc import Mapping

REFUSALS: Mapping[str, tuple[str, str]] = {
    # Problems of input. `where` is prefixed by Problem itself.
    "wrong_type": (
        "应为{expected}，给出的是{value}{hint}",
        "expected {expected}, got {value}{hint}",
    ),
    "bool_as_number": (
        "应为{expected}，给出的是{value}",
        "expected {expected}, got the truth value {value}",
    ),
    "text_as_number": (
        "应为{expected}，给出的是文本{value}",
        "expected {expected}, got the text {value}",
    ),
    "not_finite": (
        "应为有限的数，给出的是{value}；未知请留空",
        "expected a finite number, got {value}; use None for not stated",
    ),
    "no_value": (
        "枚举的值须为非空、不含方括号的文本，给出的是{value}",
        "the value of a member is a text without brackets, got {value}",
    ),
    "no_such_code": ("没有这种问题代码：{value}", "there is no problem of the code {value}"),
    "no_parameter": ("此句缺少参数：{value}", "the sentence lacks the parameters {value}"),
    "blank_mark": (
        "应为{expected}，给出的是{value}；未知请留空",
        "expected {expected}, got {value}; use None for not stated",
    ),
    "computed": (
        "浮点数{value}超过15位有效数字，是算出来的，不是所述的数；请先舍入，或以精确的小数、分数计算",
        (
            "the float {value} prints more than 15 digits: it was computed, not stated; "
            "round it, or compute with Decimal or Fraction"
        ),
    ),
    "same_hash": (
        "所列的数中超过{maximum}个散列值相同，无法作为集合使用",
        "holds more than {maximum} numbers of one hash, which no set can take",
    ),
    "does_not_hold": (
        "{value}在所取的条文理解下不成立，或在所问之日未施行",
        "{value} does not hold under these readings, or is not in force on the day asked",
    ),
    "required": ("必须说明", "must be stated"),
    "one_of_two": (
        "只能在{value}与{other}中给出一种",
        "give either {value} or {other}, not both and not neither",
    ),
    "not_positive": ("须大于0，给出的是{value}", "must be more than 0, got {value}"),
    "share_for_count": (
        "此目标数个数，应给出数值，不能用部分和总体",
        "this target counts things: give value, not part and whole",
    ),
    "no_such_interpretation": ("没有条文理解问题{value}", "there is no interpretation {value}"),
    "no_such_option": ("{other}没有选项{value}", "{other} has no option {value}"),
    "other_options": ("{other}的选项与此不同：{value}", "{other} has other options than {value}"),
    "too_small": ("不得小于{minimum}，给出的是{value}", "must be at least {minimum}, got {value}"),
    "too_large": ("不得大于{maximum}，给出的是{value}", "must be at most {maximum}, got {value}"),
    "out_of_range": (
        "数字过大或小数位过多：{value}",
        "the number is too large or has too many digits: {value}",
    ),
    "not_whole": ("应为整数，给出的是{value}", "expected a whole number, got {value}"),
    "datetime_for_date": (
        "应为日期，给出的是含时刻的{value}",
        "expected a date, got a date with a time of day: {value}",
    ),
    "blank": ("不得为空白", "cannot be blank"),
    "none_inside": (
        "所列须完整，不得含空值",
        "a stated collection is complete and cannot hold None",
    ),
    "contradiction": (
        "{value}与{other_field}（{other}）矛盾",
        "{value} contradicts {other_field} ({other})",
    ),
    "wrong_noun": (
        "该判据针对{expected}，给出的是{value}",
        "this criterion is about {expected}, got {value}",
    ),
    "mark_not_allowed": (
        "按“满分或零分”的理解只能是0或{maximum}，给出的是{value}",
        "under all-or-nothing marking only 0 or {maximum} is possible, got {value}",
    ),
    "mark_against_room": (
        "评分{value}与房间情况得出的{other}不符",
        "the mark {value} disagrees with {other}, which follows from the room",
    ),
    "item_not_for_it": (
        "此项不适用于该对象，不应有评分{value}",
        "the item is not for this subject and takes no mark, got {value}",
    ),
    "not_on_sheet": (
        "房间不属于本评分表的适用范围（{value}）",
        "the room is not of the kind this sheet is for ({value})",
    ),
    "after_on": ("晚于统计日{on}：{value}", "is after the day asked about ({on}): {value}"),
    "two_figures": (
        "同一天（{at}）有两个不同的数：{other}和{value}",
        "two different figures of one day ({at}): {other} and {value}",
    ),
    "nothing_listed": ("至少须列一项", "must list at least one"),
    "done_too_early": (
        "{value}须在{other}之后",
        "{value} comes after {other}, which is not done",
    ),
    "before_start": ("早于起始日{other}：{value}", "is before the start ({other}): {value}"),
    "no_interval": (
        "{clause}只说定期，没有间隔；请给出间隔",
        "{clause} says only regularly, without an interval; give `every`",
    ),
    "must_be_yes": ("此项应为“是”", "this has to be so"),
    "not_an_option": (
        "{value}不在选项中；选项：{options}",
        "{value} is not an option; options: {options}",
    ),
    "not_the_sum": (
        "应为各项之和{other}，给出的是{value}",
        "must be the sum of the items, {other}, got {value}",
    ),
    "no_place": (
        "写法中须恰有一处{other}，给出的是{value}",
        "must have {other} in exactly one place, got {value}",
    ),
    "hours_out_of_order": (
        "应为0:00至24:00之间先后两个钟点，给出的是{value}",
        "expected two times of day in order from 0:00 to 24:00, got {value}",
    ),
    "no_alternative": (
        "{value}至少须有两种理解",
        "{value} must have at least two options to choose from",
    ),
    "answers_of_one": (
        "由另一文件回答某一事实，须同时询问多个文件；只询问了一个：{value}",
        "a plan answers facts for others asked beside it: pass a list, not {value} alone",
    ),
    "answers_no_flag": (
        "{value}不是“是或否”的事实，不能由文件的结论回答",
        "{value} is no yes-or-no fact, so no plan's outcome can answer it",
    ),
    "answers_in_a_circle": (
        "各文件互相等待对方回答，成了循环：{value}",
        "these plans wait for each other's answers in a circle: {value}",
    ),
    "answered_otherwise": (
        "所述为{value}，而《{document}》{locators}得出“{answered}”",
        "stated {value}, but {document} answers {answered} by {locators}",
    ),
    "too_few_sources": (
        "标为“{other}”须有更多来源，只给出{value}个",
        "what is called {other} needs more sources than {value}",
    ),
    "one_rung": (
        "分档义务至少须有两档，只有一档的是一般义务",
        "a ladder must have at least two rungs; of one, write a duty",
    ),
    "same_id": (
        "分档义务与其各档的编号不得相同：{value}；请以{written}或各自的条款区分",
        "ladder and rungs each need their own id, not {value}: give {written}, or an own clause",
    ),
    "one_grade": (
        "等级评定至少须有两级",
        "a grading must have at least two grades",
    ),
    "several_forces": (
        "各档须同为强制或同为建议；只作建议的，须说明理由",
        "all rungs must bind, or all advise: give the reason why it is advice only",
    ),
    "same_milestone": (
        "同一期限、同一约束力只能有一个数：{value}",
        "one date can have one figure of a strength: {value}",
    ),
    "no_such_column": (
        "台账没有栏目{value}；栏目：{options}",
        "the ledger has no column {value}; columns: {options}",
    ),
    "base_of_some": (
        "别处写了此栏目的原有数，此处没有：{value}",
        "other rows state what there was before, this one does not: {value}",
    ),
    "no_figure": ("没有整数能满足：{value}", "no whole number is one of these: {value}"),
    "out_of_order": ("日期须按先后：{value}", "the dates must be in order: {value}"),
    "not_above": (
        "须高于下一档的{other}，给出的是{value}",
        "must be above {other}, where the band below begins, got {value}",
    ),
    "other_measure": (
        "{value}与下一档的{other}须同为分数，或同为份额",
        "{value} and {other} of the band below must both be points or both be shares",
    ),
    "name_taken": (
        "已有一栏叫{value}（不分大小写）：请另取一名",
        "another column is called {value}, in small or capital letters: name one of them otherwise",
    ),
    "no_decimal": (
        "分数{value}不等于任何20位以内的小数，表中写不下：请以小数说明",
        "no decimal of 20 places equals {value}, as a table would need: state a decimal",
    ),
    # What no text of SQL can say exactly.
    "not_in_sql.name": (
        "数据库中不能用作名称：{value}",
        "no name that every database can have: {value}",
    ),
    "not_in_sql.text": (
        "含有数据库的文本不能有的字符：{value}",
        "holds a character that no text of a database can: {value}",
    ),
    "not_in_sql.backslash": (
        "反斜杠在各数据库中含义不同，请指明数据库：{value}",
        "databases differ in what a backslash means: name yours by dialect=, for {value}",
    ),
    "not_in_sql.number": (
        "此数并非各数据库都能准确比较：{value}；小数至多15位有效数字，整数至多64位",
        (
            "no number that every database compares exactly: {value}; decimals have up to "
            "15 digits, whole numbers up to 64 bits"
        ),
    ),
    "not_in_sql.shared": (
        "和中各项共用的事实过多，不能写成数据库语句；请逐个对象判断",
        "the terms of a sum share too many facts to be written out: evaluate each object instead",
    ),
    "not_in_sql.deep": (
        "嵌套过深，有的数据库读不了；请逐个对象判断，或把条件拆开",
        "nested deeper than every database reads: evaluate each object, or ask in parts",
    ),
    "duplicate": ("重复：{value}", "stands more than once: {value}"),
    "cycle": ("互为先后，无从开始：{value}", "each comes after another: {value}"),
    "not_in_order": ("不得早于{other}：{value}", "cannot be before {other}: {value}"),
    "uncited": ("未登记的条款{value}", "clause {value} is not registered"),
    "not_encoded_there": (
        "条款{value}之下没有编码此条：请在那里的对象中写明{written}",
        "nothing under clause {value} encodes this one: write {written} for what stands there",
    ),
    "no_place_inside": (
        "条款{value}之下没有可以容纳它的对象",
        "nothing under clause {value} has a place for it",
    ),
    "no_such_question": (
        "参数{argument}所列问题中没有{value}",
        "there is no question {value} among {argument}",
    ),
    "nouns_together": (
        "一个条款只能针对一种对象，这里有{nouns}；问集合中的各项用{written}",
        (
            "one duty speaks about one noun, here about {nouns}: ask about the items of a "
            "collection with {written}"
        ),
    ),
    # Problems of JSON.
    "not_json": (
        "不是有效的 JSON：第{line}行第{column}个字符处有误",
        "is not JSON: an error at line {line}, column {column}",
    ),
    "unknown_key": (
        "没有此项（可用：{options}）{hint}",
        "is not a known key{hint}; known: {options}",
    ),
    "duplicate_key": ("此项出现不止一次", "stands more than once"),
    "not_a_member": (
        "应为{options}之一；给出的是{value}{hint}",
        "expected one of {options}; got {value}{hint}",
    ),
    "too_deep": ("嵌套超过{maximum}层", "is nested deeper than {maximum} levels"),
    "too_long": ("超过{maximum}字", "is longer than {maximum} characters"),
    "no_item": (
        "不是某一项的编号（应为从0起的序号）",
        "is not the number of an item (they are numbered from 0)",
    ),
    "beyond_number": ("超出所填的数量（{number}）", "is beyond the number stated ({number})"),
    "too_many": ("所含超过{maximum}项", "holds more than {maximum} values"),
    "more_problems": ("问题过多，其余未列", "there are more problems than are listed"),
    "broken_text": ("含有残缺的字符", "holds half of a surrogate pair"),
    "shadows": (
        "名称{value}已指别的类或成员，请给您的改名",
        "the name {value} stands for another class or member already: rename yours",
    ),
    "old_result": (
        "{expected}的格式为{value}；旧格式的结果不再读取，请重新计算",
        "{expected} of format {value}: results of an older format are not read, ask again",
    ),
    "other_version": (
        "格式版本为{value}，此处能读的版本为{expected}",
        "is of format {value}; this version of careplan reads {expected}",
    ),
    "not_one_fact": (
        "应只针对一项事实，给出的是{value}",
        "must ask for one fact, or deny one, got {value}",
    ),
    "other_answer": (
        "给出的是{value}，按内容应为{expected}",
        "says {value}, but what it holds gives {expected}",
    ),
    "no_order": ("此事实没有大小先后，只能判断是否相等", "the fact has no order; use == or !="),
    "supersedes_itself": (
        "文件不能代替自身：{value}",
        "a document cannot supersede itself: {value}",
    ),
    "wrong_fact": ("应指向{expected}，给出的是{value}", "must name {expected}, got {value}"),
    "several_nouns": (
        "同一判据或条款只能针对一种对象",
        "one criterion or rule cannot speak about several nouns",
    ),
    # Of data frames, their columns and what these hold.
    "column_type": (
        "该栏应为{expected}，其类型是{value}",
        "must be a column of {expected}, is one of {value}",
    ),
    "classic_type": (
        "类型{value}中空缺可能是一个值；请先转换：{written}",
        "in a column of {value} a gap may be a value: convert it first, {written}",
    ),
    "single_precision": (
        "单精度数{value}不能精确表示所述的数，请改用十进制小数",
        "numbers of {value} are none that were stated: cast them to decimals",
    ),
    "moment_column": (
        "该栏应为{expected}，给出的是含时刻的{value}；属于哪一天取决于时区，请先转换",
        (
            "must be a column of {expected}, is one of {value}: which day it is depends on the "
            "zone, so cast it first"
        ),
    ),
    "nan_in_column": (
        "该栏有不是数的浮点数；未说明的请改为空值",
        "holds floats that are no number: make those null that are not stated",
    ),
    "not_members": (
        "该栏有不在选项中的值：{value}",
        "holds what is no member of the fact's enum: {value}",
    ),
    "not_summed": (
        "求和的数应小于十亿、不多于{maximum}位小数；请四舍五入或改用十进制小数",
        (
            "what is added up has to be below 10^9, of at most {maximum} places: round it, or "
            "cast it to decimals"
        ),
    ),
    "other_number": (
        "有{value}行所说的数目与实有的项目不符",
        "in {value} rows says another number than that of the items there are",
    ),
    "pattern_name": (
        "名称{value}会被当作多栏或一部分的写法，请先改名",
        "{value} stands for several columns, or a part of one: rename it first",
    ),
    "column_taken": (
        "{value}是结果一栏的名称，请先改名",
        "{value} is the name of a column of the answer: rename it first",
    ),
    "needs_items": (
        "需要各项目的表：请在求各行结论时一并给出",
        "asks about items: give their frame as children= to outcomes",
    ),
    "needs_frame": (
        "需要知道该栏的类型才能精确比较：请一并给出数据框",
        "is exact only for a column of a known type: give the frame, as frame=...",
    ),
    "sum_equals": (
        "此和是否恰等于某数，在数据框中不能判断；请改写为不小于与不大于：{value}",
        "a frame does not say whether this sum equals its bound: write >= and <= ({value})",
    ),
    "sum_shares": (
        "此和的几项问的是同一事实，在数据框中不能判断；请逐个评估：{value}",
        (
            "terms of this sum ask for one fact, which cannot be reckoned in a frame: ask the "
            "nouns themselves ({value})"
        ),
    ),
    "sum_too_fine": (
        "此和的系数过大或过细，在数据框中不能计算：{value}",
        "the factors of this sum are too large, or too fine, to be reckoned in a frame: {value}",
    ),
    "which_noun": (
        "请指明每行是什么对象；可为：{value}",
        "say which noun a row is, one of: {value}",
    ),
}
