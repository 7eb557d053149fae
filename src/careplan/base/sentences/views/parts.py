"""What every display says: how an answer, a pair and a row are put."""

from collections.abc import Mapping

PARTS: Mapping[str, tuple[str, str]] = {
    "view.answer": ("{word}：{sentence}", "{word}: {sentence}"),
    "view.pair": ("{label}：{value}", "{label}: {value}"),
    "view.notes": ("注：", "Notes:"),
    "view.table": ("表", "Table"),
    "view.joint": ("；", "; "),
}
