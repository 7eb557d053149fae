"""What everything rests on: texts in two languages, exact numbers, truth, errors, sentences."""
