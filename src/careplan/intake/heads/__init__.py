"""The headings of a table: which column holds which fact."""
