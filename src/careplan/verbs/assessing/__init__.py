"""What a subject owes, keeps, falls under and may ask for."""
