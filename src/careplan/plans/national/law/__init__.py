"""Statutes, regulations and a standard on care, nursing workers, legal form and credit codes."""
