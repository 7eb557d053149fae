"""Institutions, their premises, classes, staff and children, and family points."""
