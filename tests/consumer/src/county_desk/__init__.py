"""What a county health desk does with its spreadsheets, the judging left to careplan."""
