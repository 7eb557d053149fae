"""How a field is declared, checked and found: of nouns and of objects of a document alike."""
