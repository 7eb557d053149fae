"""How an agenda is shown and handed on: its entries, bars by months, calendar text."""
