"""What a display holds, as data: an answer, parts with tables, lists and pictures, and notes.

A result says its view in one language; `careplan.display.written` makes HTML, Markdown and text of
it. Nothing here is markup: every text is a text, and is escaped where it is written.
"""
