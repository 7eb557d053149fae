"""What a subject owes, keeps and may ask for, and what it would take to keep the rest."""
