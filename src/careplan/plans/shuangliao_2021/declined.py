"""Clauses that nothing encodes, each with the reason."""

from careplan.base.text import Text

CITED_ONLY = Text(
    zh="只列为依据，其文本不在本文件内",
    en="cited as a basis; its text is not part of the document",
)
TITLE_ONLY = Text(
    zh="附件只有标题，内容缺失，不作补写",
    en="an annex known by its title only; nothing is filled in for it",
)

NOT_ENCODED = {
    "0.plan": Text(
        zh="标题和制定机关见文件信息；未印文号和日期",
        en="title and issuer are the document's own data; no number or date is printed",
    ),
    "0.basis.1": CITED_ONLY,
    "0.basis.2": CITED_ONLY,
    "1": Text(
        zh="指导思想，没有要求；受益人群各条不同，不合并",
        en="a guiding idea that asks for nothing; who benefits differs by clause and is not merged",
    ),
    "4.3.c": Text(
        zh="对房间的期望；有约束力的是七（二）的整洁卫生、正常使用",
        en="a wish for the room; what binds is clean, hygienic and in use, in 七（二）",
    ),
    "a1": TITLE_ONLY,
    "a2": TITLE_ONLY,
    "a3": TITLE_ONLY,
    "a4": TITLE_ONLY,
    "a5": TITLE_ONLY,
}
