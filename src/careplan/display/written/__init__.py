"""A view written out: as HTML, as Markdown, and as lines of text."""
