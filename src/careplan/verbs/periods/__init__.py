"""How far along period by period: months, quarters, years, and where a ledger stood after each."""
