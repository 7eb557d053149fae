"""Strategies for what a document is written with: criteria, and every object a plan holds."""
