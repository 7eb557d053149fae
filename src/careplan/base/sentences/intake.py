"""What is said of tables that come in: their headings, rows and totals.

Each sentence in Chinese and English; the parts in braces are named.
"""

from collections.abc import Mapping

INTAKE: Mapping[str, tuple[str, str]] = {
    "intake": (
        "读入{noun}：表内{rows}行，得到{items}项；另有{skipped}行未作为数据；问题{problems}处",
        "{noun}: {rows} rows, {items} items; rows set aside: {skipped}; problems: {problems}",
    ),
    "intake.at": ("第{row}行“{column}”", "row {row}, {column}"),
    "intake.row": ("第{row}行", "row {row}"),
    "intake.column": ("“{column}”栏", "column {column}"),
    "intake.problem": ("{place}：{said}", "{place}: {said}"),
    "intake.heading.unmatched": (
        "栏名未能对应任何事实，此栏未读入{hint}；请指明此栏是什么，或指明不读",
        (
            "the heading is that of no fact, so the column was not read{hint}; "
            "say what it holds by columns=, None if nothing"
        ),
    ),
    "intake.heading.repeated": (
        "栏名在第{places}栏重复出现，均未读入；请按栏的序号（从0起）指明取哪一栏",
        "the heading stands at columns {places}; none was read: say which by columns= and place",
    ),
    "intake.heading.doubled": (
        "“{other}”各栏都对应“{fact}”，均未读入；请指明取哪一栏",
        "{other} all match {fact}; none was read: say which by columns=",
    ),
    "intake.heading.given": (
        "“{fact}”已在表外给出，此栏未读入；两者只能取其一",
        "{fact} was given by given=, so the column was not read: take one of the two",
    ),
    "intake.heading.code": (
        "是否栏中出现{value}这样的数，是代码而不是“是”“否”，此栏未读入",
        "a yes-or-no column holds numbers such as {value}: a code, so it was not read",
    ),
    "intake.heading.place": (
        "不是所给地方之一，此栏未读入{hint}",
        "is none of the localities, so the column was not read{hint}",
    ),
    "intake.lacks": (
        "此行有数而没有说明“{fact}”，不知是谁的，未读入",
        "the row has a number but does not say {fact}: whose it is, nobody knows",
    ),
    "intake.no_column": (
        "没有一栏是“{fact}”，而每一项都须有；请指明哪一栏是，或在表外给出",
        "no column is {fact}, which every item needs; name it by columns=, or give it by given=",
    ),
    "intake.more_cells": ("此行比栏名多{count}格", "the row has {count} cells more than headings"),
    "intake.no_row": (
        "此行既不是映射也不是列表：{value}",
        "is neither a mapping nor a list: {value}",
    ),
    "intake.label_in_cell": (
        "格内是“栏名：值”，未读入{hint}",
        "the cell holds a label and a value, and was not read{hint}",
    ),
    "intake.no_tick": (
        "“{fact}”各栏均未勾选，作为未说明",
        "no column of {fact} is ticked: not stated",
    ),
    "intake.two_ticks": (
        "“{fact}”勾选了不止一栏：{ticked}",
        "more than one column of {fact} is ticked: {ticked}",
    ),
    "intake.items_at_odds": (
        "数为{value}，而其他栏已说明了{stated}个",
        "is {value}, but other columns state facts of {stated}",
    ),
    "intake.repeated_place": (
        "{place}已在第{other}行出现",
        "{place} stands in row {other} as well",
    ),
    "intake.two_counts": (
        "{place}在第{other}行另有不同的数，不知取哪一个，两行均未读入",
        "{place} has another number in row {other}; which holds nobody knows, so neither was read",
    ),
    "intake.total_differs": (
        "表中所印为{printed}，各行相加为{summed}",
        "{printed} is printed, but the rows add up to {summed}",
    ),
    "intake.total_unchecked": (
        "表中所印为{printed}，已读的{stated}行相加为{summed}，另有{missing}行未说明或未读，无法核对",
        (
            "{printed} is printed; the {stated} rows that were read add up to {summed}, "
            "{missing} are not stated or were not read: it cannot be checked"
        ),
    ),
    "intake.sum_differs": (
        "所印为{printed}，而{parts}相加为{summed}",
        "{printed} is printed, but {parts} add up to {summed}",
    ),
    "intake.more": ("另有{count}处问题，未一一列出", "{count} problems more"),
    "intake.two_columns": (
        "{other}各栏都被指明为“{fact}”，只能取其一",
        "{other} are all said to hold {fact}: take one of them",
    ),
    "intake.which_column": (
        "栏名{value}重复出现，请按栏的序号（从0起）指明",
        "the heading {value} stands more than once: name the column by its place, from 0",
    ),
    "intake.carry_number": (
        "{value}是数字栏，空格不能沿用上一行",
        "{value} holds numbers: what is blank there cannot be carried down",
    ),
    "intake.unit_line": (
        "表外注明单位“{unit}”，不知适用于哪些栏，此数未读入；请写在栏名里",
        (
            "a line beside the table says the unit {unit}, not of which columns: "
            "the number was not read; put the unit into the heading"
        ),
    ),
    "intake.no_currency": ("{value}不是货币单位", "{value} is no unit of money"),
    "intake.candidates": ("；可能是{value}", "; may be {value}"),
    "intake.allowed.count": (
        "不小于{minimum}的整数{unit}",
        "a whole number, at least {minimum}{unit}",
    ),
    "intake.allowed.number": ("不小于{minimum}的数{unit}", "a number, at least {minimum}{unit}"),
    "intake.allowed.unit": ("（{unit}）", " ({unit})"),
    "intake.allowed.flag": ("是、否（有、无、√、×、Y、N）", "yes or no"),
    "intake.allowed.choice": ("其中之一：{options}", "one of: {options}"),
    "intake.allowed.choices": ("其中若干：{options}", "any of: {options}"),
    "intake.allowed.day": (
        "写明年月日的日期，如2024年6月30日",
        "a day with its year, such as 2024-06-30",
    ),
    "intake.allowed.text": ("文本", "a text"),
    "intake.allowed.place": ("所给地方之一", "one of the localities"),
    "intake.allowed.items": ("个数，或有、无", "how many, or yes or no"),
}
