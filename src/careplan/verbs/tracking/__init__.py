"""What is to be reached, and how far it is: slot ledgers, their totals, and other targets."""
