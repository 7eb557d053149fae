"""Rows in: what a table that somebody else keeps says of places, read without guessing."""
