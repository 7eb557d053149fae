"""Questions that ask for a fact, where its noun gives none of its own, and what may stand in one.

`{owner}` is whose fact it is, `{fact}` the fact, with its owner unless `{owner}` stands beside it.
"""

from collections.abc import Mapping

ASKING: Mapping[str, tuple[str, str]] = {
    "ask.flag": ("{owner}是否{fact}？", "Is this true of {owner}: {fact}?"),
    "ask.number": ("{fact}是多少？", "What is the {fact}?"),
    "ask.measured": ("{fact}是多少{unit}？", "What is the {fact}, in {unit}?"),
    "ask.count": ("{fact}是多少？", "How many {fact} are there?"),
    "ask.counted": ("{fact}是多少{unit}？", "What is the number of {fact}, in {unit}?"),
    "ask.choice": ("{fact}是什么？", "What is the {fact}?"),
    "ask.choices": ("{fact}有哪些？", "What are the {fact}?"),
    "ask.day": ("{fact}是哪一天？", "What day is the {fact}?"),
    "ask.part": ("{fact}情况如何？", "What is the {fact} like?"),
    "ask.item": ("{fact}是什么情况？", "What is {fact} like?"),
    "ask.items": (
        "{owner}有几{measure}{fact}？各是什么情况？",
        "How many {measure}{fact} does {owner} have, and what is each like?",
    ),
    "ask.table": ("{fact}各是多少？", "What is each figure of the {fact}?"),
    "ask.entry": (
        "{owner}有几{measure}{key}？",
        "How many {measure}{key} does {owner} have?",
    ),
    "ask.day_asked": ("要问的是哪一天？", "Which day is asked about?"),
    "ask.the": ("{owner}", "the {owner}"),
    # What is wrong with a question.
    "placeholders": (
        "问句里只可用占位符{options}，给出的是{value}",
        "a question fills in {options} and nothing else, got {value}",
    ),
}
