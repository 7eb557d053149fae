"""What is said of a cell of somebody's table that is not read, in Chinese and English."""

from collections.abc import Mapping

CELLS: Mapping[str, tuple[str, str]] = {
    # Of any cell.
    "cell.no_value": ("不是单元格的值：{value}", "not a value of a cell: {value}"),
    "cell.computed": (
        "浮点数{value}超过15位有效数字，是算出来的，不是所述的数",
        "the float {value} prints more than 15 digits: it was computed, not stated",
    ),
    "cell.too_long": (
        "单元格超过{maximum}个字符，未读取",
        "the cell has more than {maximum} characters and is not read",
    ),
    "cell.perhaps_not_stated": (
        "不在“未说明”用语之列：{value}；如是此意，请列为该表的未说明用语{hint}",
        "not in the list of words for not stated: {value}; if it means that, add it to them{hint}",
    ),
    "cell.ditto": (
        "“同上”不沿用上一行：{value}；请写出内容",
        "a ditto mark is not carried down: {value}; write what it stands for",
    ),
    "cell.spreadsheet_error": ("电子表格的错误值：{value}", "an error of a spreadsheet: {value}"),
    "cell.formula": (
        "公式没有结果：{value}；请给出其值",
        "a formula without its result: {value}; give the value",
    ),
    "cell.masked": ("内容被遮盖：{value}", "the value is masked: {value}"),
    "cell.damaged": (
        "含乱码或网页标记：{value}",
        "damaged characters or markup in the cell: {value}",
    ),
    "cell.unseen": (
        "文字中间有看不见的字符或换行：{value}{hint}",
        "unseen characters or a line break inside of the text: {value}{hint}",
    ),
    "cell.raised": (
        "有上标、下标或带圈的字符“{found}”，不是前面数字的一部分：{value}{hint}",
        "raised or encircled characters ({found}) are no part of what they follow: {value}{hint}",
    ),
    "cell.none_or_not_stated": (
        "“无”是没有，还是未说明：{value}；没有请填0或列出，未说明请留空",
        "none, or not stated: {value}; write 0 or the members, or leave it blank",
    ),
    "cell.code": (
        "是代码，不是名称：{value}；请说明代码的含义",
        "a code, not a name: {value}; say what the code stands for",
    ),
    # Of numbers.
    "cell.no_number": ("应为数，给出的是{value}", "expected a number, got {value}"),
    "cell.not_a_number": ("不是数：{value}{hint}", "not a number: {value}{hint}"),
    "cell.range": ("是范围，不是一个数：{value}", "a range, not a number: {value}"),
    "cell.bound": (
        "是界限或概数，不是确定的数：{value}",
        "a bound or an inexact number, not a value: {value}",
    ),
    "cell.sum": ("单元格中是算式：{value}", "a sum in the cell: {value}"),
    "cell.several": (
        "一个单元格中有几个数：{value}",
        "several numbers in one cell: {value}",
    ),
    "cell.each": (
        "是每处或每人的数，不是合计：{value}",
        "a number for each place or person, not a total: {value}",
    ),
    "cell.mark_for_number": ("数字栏中是记号：{value}", "a mark in a column of numbers: {value}"),
    "cell.changed": (
        "括号中的说明使此数不能照用：{value}{hint}",
        "what stands in brackets makes another number of it: {value}{hint}",
    ),
    "cell.footnote": (
        "数字后有注释记号：{value}{hint}",
        "a footnote mark after the number: {value}{hint}",
    ),
    "cell.text_after": (
        "数字后有文字“{rest}”：{value}{hint}",
        "text after the number ({rest}): {value}{hint}",
    ),
    "cell.label_inside": (
        "单元格中有栏目名称：{value}{hint}",
        "a label is in the cell: {value}{hint}",
    ),
    "cell.numeral": (
        "是中文数字：{value}；如应读取，请说明{hint}",
        "a Chinese numeral: {value}; say so if such are to be read{hint}",
    ),
    "cell.malformed_numeral": (
        "中文数字写法有误或不明确：{value}",
        "a malformed or unclear Chinese numeral: {value}",
    ),
    "cell.mixed_numeral": (
        "阿拉伯数字与“万”混写：{value}{hint}",
        "digits on both sides of a multiple: {value}{hint}",
    ),
    "cell.scientific": (
        "电子表格的科学计数法，位数可能已丢失：{value}{hint}",
        "scientific notation of a spreadsheet, digits may be lost: {value}{hint}",
    ),
    "cell.letter_in_number": (
        "数字中有字母：{value}{hint}",
        "letters among the digits: {value}{hint}",
    ),
    "cell.leading_zero": (
        "数字以0开头，可能是代码：{value}{hint}",
        "the number begins with a zero and may be a code: {value}{hint}",
    ),
    "cell.grouping": (
        "空格或逗号未按三位分节：{value}",
        "blanks or commas do not part groups of three digits: {value}",
    ),
    "cell.unit_alone": (
        "只有单位“{unit}”，没有数：{value}",
        "a unit without a number ({unit}): {value}",
    ),
    "cell.unit_refused": (
        "单位“{unit}”不能用：{value}{hint}",
        "the unit {unit} cannot be used: {value}{hint}",
    ),
    "cell.unit_differs": (
        "单位“{unit}”不是{wanted}的单位：{value}",
        "the unit {unit} is not one of {wanted}: {value}",
    ),
    "cell.rate": (
        "“{unit}”是单价或比率，不是{wanted}：{value}",
        "{unit} is a rate, not {wanted}: {value}",
    ),
    "cell.no_unit": (
        "没有写明单位（{wanted}）：{value}；请写在栏名或格内，或另行给出全表的单位",
        (
            "the unit is not stated ({wanted}): {value}; "
            "write it into the heading or the cell, or give that of the table"
        ),
    ),
    "cell.unit_unknown": (
        "表中的单位不明或不一致：{value}",
        "the unit that the table names is not known, or not one: {value}",
    ),
    "cell.two_units": (
        "单元格的单位“{unit}”与表头的“{other}”不同：{value}",
        "the unit of the cell, {unit}, is not that of the heading, {other}: {value}",
    ),
    "cell.multiplied_twice": (
        "“万”等倍数说了两次：{value}{hint}",
        "a multiple is stated twice: {value}{hint}",
    ),
    "cell.not_whole": ("应为整数：{value}", "expected a whole number: {value}"),
    "cell.too_small": ("不得小于{minimum}：{value}", "must be at least {minimum}: {value}"),
    "cell.signed": (
        "带正号，是增减数还是总数：{value}",
        "with a sign: a change, or what there is? {value}",
    ),
    "cell.share": (
        "是比例还是百分数：{value}",
        "a share of one, or a percentage? {value}",
    ),
    "cell.out_of_range": (
        "数过大或位数过多：{value}",
        "the number is too large or too long: {value}",
    ),
    # Of days.
    "cell.not_a_day": ("不是日期：{value}", "not a day: {value}"),
    "cell.no_such_day": ("没有这一天：{value}", "there is no such day: {value}"),
    "cell.less_exact": (
        "不确切到日，在{first}至{last}之间：{value}{hint}",
        "less exact than a day, from {first} to {last}: {value}{hint}",
    ),
    "cell.no_year": ("没有写明年份：{value}", "the year is not stated: {value}"),
    "cell.roc": (
        "三位数的年份，未写明是民国纪年：{value}{hint}",
        "a year of three digits that is not said to be of the ROC calendar: {value}{hint}",
    ),
    "cell.short_year": (
        "年份只有两位数：{value}{hint}",
        "a year of two digits: {value}{hint}",
    ),
    "cell.strange_year": (
        "年份不在{first}至{last}之间：{value}",
        "the year is not from {first} to {last}: {value}",
    ),
    "cell.serial": (
        "日期栏中只有一个数；如是电子表格的日期序号，请说明：{value}{hint}",
        "a bare number in a column of days; say so if it is a spreadsheet's serial: {value}{hint}",
    ),
    "cell.has_time": ("日期带有时刻：{value}{hint}", "a day with a time: {value}{hint}"),
    # Of yes and no, of members, of texts.
    "cell.not_a_flag": ("不是“是”或“否”：{value}{hint}", "not yes or no: {value}{hint}"),
    "cell.yes_and_no": (
        "此词既列为“是”又列为“否”：{value}",
        "the word is listed for yes and for no: {value}",
    ),
    "cell.denied_label": (
        "“{label}”栏中的“有”“无”可作两解：{value}；请填是或否",
        "in a column of {label} this may mean yes or no: {value}; write yes or no",
    ),
    "cell.no_member": (
        "不在所列各项之中：{value}{hint}",
        "not one of the listed members: {value}{hint}",
    ),
    "cell.several_members": (
        "一个单元格中有几项：{members}",
        "several members in one cell: {members}",
    ),
    "cell.separator": (
        "所用分隔符未列明：{value}{hint}",
        "the separator is not one of those declared: {value}{hint}",
    ),
    "cell.no_text": (
        "应为文本，给出的是{value}；首位的0可能已丢失{hint}",
        "expected a text, got {value}; zeros at its beginning may be lost{hint}",
    ),
    # Of names of places.
    "place.no_name": ("不是地名：{value}", "not a name of a place: {value}"),
    "place.area": (
        "是全域或合计，不是单个地方：{value}",
        "the whole area or a total, not one locality: {value}",
    ),
    "place.zone": (
        "开发区、园区等未列入所给地方，不并入所在地：{value}",
        "a zone that is not listed, and not part of the district around it: {value}",
    ),
    "place.candidates": (
        "与所给地方的名称不同：{value}{hint}",
        "not the name of a locality that is listed: {value}{hint}",
    ),
    "place.unknown": ("不在所给地方之中：{value}", "not one of the localities: {value}"),
}
