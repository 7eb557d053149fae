"""By what a document measures: points, grades, steps of a duty, and figures by their dates."""
