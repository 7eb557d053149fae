"""What every display says: how an answer, a pair and a row are put."""

from collections.abc import Mapping

PARTS: Mapping[str, tuple[str, str]] = {
    "view.answer": ("{word}：{sentence}", "{word}: {sentence}"),
    "view.pair": ("{label}：{value}", "{label}: {value}"),
    "view.notes": ("注：", "Notes:"),
    "view.table": ("表", "Table"),
    "view.joint": ("；", "; "),
    "view.behind": ("{question}{more}", "{question} {more}"),
    "view.made": ("由 {tool} 得出。", "Made by {tool}."),
    "view.made.document": (
        "所据文件：《{title}》，数据校验码 {digest}。",
        "Document: {title}; check digits of its data: {digest}.",
    ),
    "view.made.data": ("所据数据的校验码 {digest}。", "Check digits of the data: {digest}."),
    "view.made.on": ("所问日期：{on}。", "Day asked: {on}."),
    "view.made.readings": ("所采用的理解：{taken}。", "Readings taken: {taken}."),
    "view.made.reading": ("{question}——{option}", "{question} - {option}"),
    "view.made.joint": ("；", "; "),
    "view.made.text_decides": (
        "以文件原文为准，本结果不是裁定。",
        "The text decides; this is no ruling.",
    ),
}
