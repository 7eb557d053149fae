"""What a document counts and fills in: targets, ledgers, sheets and forms."""
